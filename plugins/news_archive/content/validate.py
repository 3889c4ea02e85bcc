"""Front matter against the declaration of its fields: all problems at once, each with its line."""

import difflib
from collections.abc import Iterable, Iterator
from typing import TypeVar

from pydantic import BaseModel, ValidationError
from pydantic_core import ErrorDetails

from news_archive.content.fields import ENTRIES, Fields
from news_archive.content.nodes import Mapping, Place, Sequence, place_of, plain
from news_archive.model import Finding, Severity

Checked = TypeVar("Checked", bound=Fields)

_SHAPES = {
    "list_type": "must be a list. Write it as [one, two], or one `- item` a line",
    "string_type": "must be plain text. Write one text behind the colon",
    "dict_type": "must be pairs. Write {key: text}",
    "model_type": "must be pairs. Write {key: text}",
    "model_attributes_type": "must be pairs. Write {key: text}",
    "float_parsing": "must be numbers. Write latitude and longitude: [46.20, 6.15]",
    "float_type": "must be numbers. Write latitude and longitude: [46.20, 6.15]",
    "finite_number": "must be a finite number. Write latitude and longitude: [46.20, 6.15]",
}


def validate(fields: Mapping, declared: type[Checked], path: str) -> tuple[Checked | None, list[Finding]]:
    """The typed fields, or None where an error forbids them, and what is to be said about them."""
    known = _names(declared)
    findings = list(_unknown(fields, known))
    values = {key: plain(node) for key, node in fields.items.items() if key in known}
    # A key with nothing behind it is a field that is not there.
    values = {key: value for key, value in values.items() if value is not None}
    try:
        return declared.model_validate(values), findings
    except ValidationError as error:
        top = Place(path, fields.at.line)
        return None, [*findings, *_findings(error.errors(), fields, declared, top)]


def _unknown(fields: Mapping, known: Iterable[str]) -> Iterator[Finding]:
    """Warnings about fields that are not known, those of entries included."""
    yield from _unknown_keys(fields, known, None)
    for name, declared in ENTRIES.items():
        node = fields.items.get(name)
        if isinstance(node, Sequence):
            names = _names(declared)
            for entry in node.items:
                if isinstance(entry, Mapping):
                    yield from _unknown_keys(entry, names, name)


def _names(declared: type[BaseModel]) -> set[str]:
    return {field.alias or name for name, field in declared.model_fields.items()}


def _unknown_keys(fields: Mapping, known: Iterable[str], within: str | None) -> Iterator[Finding]:
    names = sorted(known)
    for key, at in fields.keys.items():
        if key in names:
            continue
        near = difflib.get_close_matches(key.lower(), names, n=1, cutoff=0.6)
        advice = f"Did you mean `{near[0]}`?" if near else f"Known fields: {', '.join(names)}"
        message = f"there is no such field, so it is not used. {advice}"
        yield Finding(
            rule="unknown-field",
            severity=Severity.WARNING,
            path=at.path,
            line=at.line,
            field=within or key,
            message=f"'{key}': {message}" if within else message,
        )


def _findings(errors: list[ErrorDetails], fields: Mapping, declared: type[Fields], top: Place) -> Iterator[Finding]:
    for error in errors:
        location = tuple(step for step in error["loc"] if step != "[key]")
        field = str(location[0]) if location else None
        if error["type"] == "missing" and len(location) == 1:
            at, message = top, f"is missing. Write a line `{declared.example[str(field)]}`"
        else:
            at, message = place_of(fields, location), _message(error)
        yield Finding(
            rule=field or "front-matter",
            severity=Severity.ERROR,
            path=at.path,
            line=at.line,
            field=field,
            message=message,
        )


def _message(error: ErrorDetails) -> str:
    kind, value = error["type"], error["input"]
    if kind == "field":
        return error["msg"]
    if kind == "missing":
        return f"`{error['loc'][-1]}` is missing here. Add it to this entry"
    if kind == "enum":
        return f"'{value}' is not known. Write {error.get('ctx', {}).get('expected', 'another value')}"
    return _SHAPES.get(kind, f"is wrong ({error['msg']})")
