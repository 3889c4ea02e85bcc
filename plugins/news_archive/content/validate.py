"""Front matter against the declaration of its fields: all problems at once, each with its line."""

import difflib
import re
from collections.abc import Iterable, Iterator
from collections.abc import Mapping as MappingOf
from typing import TypeVar

from pydantic import BaseModel, ValidationError
from pydantic_core import ErrorDetails

from news_archive.content.examples import EXAMPLES
from news_archive.content.fields import ENTRIES, Fields, NameFields
from news_archive.content.nodes import Mapping, Place, Scalar, Sequence, place_of, plain
from news_archive.model import Finding, Severity

Checked = TypeVar("Checked", bound=Fields)

_POINT = "must be numbers. Write latitude and longitude in brackets with a comma between them: [46.20, 6.15]"
_SHAPES = {
    "string_type": "must be plain text. Write one text behind the colon",
    "float_parsing": _POINT,
    "float_type": _POINT,
    "finite_number": "must be a finite number. Write latitude and longitude: [46.20, 6.15]",
}

_SHAPE = {"list_type": "a list", **dict.fromkeys(("dict_type", "model_type", "model_attributes_type"), "pairs")}

_ITEM = re.compile(r"-\w")
"""How an item of a list begins that lacks its space."""
_LISTS = ("aliases", "demonyms", "not", "tags")

_SAME_MEANING: MappingOf[str, tuple[str, ...]] = {
    "byline": ("author",),
    "desc": ("description",),
    "headline": ("title",),
    "language": ("lang",),
    "link": ("url", "website"),
    "name": ("title",),
    "outlet": ("source", "publisher"),
    "publisher": ("source",),
    "since": ("from",),
    "source": ("publisher",),
    "summary": ("description",),
    "title": ("name",),
    "to": ("until",),
    "url": ("website",),
}
"""Words that editors write for a field of ours, and the field: the first that there is where they write it."""


def validate(fields: Mapping, declared: type[Checked], path: str) -> tuple[Checked | None, list[Finding]]:
    """The typed fields, or None where an error forbids them, and what is to be said about them."""
    known = _names(declared)
    findings = [*_unknown(fields, known), *_run_together(fields)]
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
    by_language = fields.items.get("names")
    for entry in _entries(by_language) if "names" in known and isinstance(by_language, Mapping) else ():
        yield from _unknown_keys(entry, _names(NameFields), "names")


def _run_together(fields: Mapping) -> Iterator[Finding]:
    """Notes on lists of names that were written without brackets, so that they are one name. Quotes say that it is one."""
    for name in _LISTS:
        node = fields.items.get(name)
        between = re.compile("[,;]| - " if isinstance(node, Scalar) else ";")
        for entry in node.items if isinstance(node, Sequence) else (node,):
            if not isinstance(entry, Scalar) or entry.style or not entry.text:
                continue
            item = _ITEM.match(entry.text)
            parts = [part.strip() for part in between.split(entry.text[1:] if item else entry.text) if part.strip()]
            if item and len(parts) == 1:
                advice = f"Write a space behind the hyphen: `- {parts[0]}`"
            elif between.search(entry.text):
                advice = f"Write [{', '.join(parts)}] for several"
            else:
                continue
            message = f"'{entry.text}' counts as one text. {advice}, or put quotes around it if it is one"
            yield Finding(
                rule="run-together",
                severity=Severity.INFO,
                path=entry.at.path,
                line=entry.at.line,
                field=name,
                message=message,
            )


def _entries(by_language: Mapping) -> Iterator[Mapping]:
    """The names in other languages that have fields of their own."""
    for node in by_language.items.values():
        yield from (
            entry for entry in (node.items if isinstance(node, Sequence) else (node,)) if isinstance(entry, Mapping)
        )


def _names(declared: type[BaseModel]) -> set[str]:
    return {field.alias or name for name, field in declared.model_fields.items()}


def _unknown_keys(fields: Mapping, known: Iterable[str], within: str | None) -> Iterator[Finding]:
    names = sorted(known)
    for key, at in fields.keys.items():
        if key in names:
            continue
        near = [name for name in _SAME_MEANING.get(key.lower(), ()) if name in names]
        near = near or difflib.get_close_matches(key.lower(), names, n=1, cutoff=0.6)
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
            # An empty field is told where it stands.
            at = fields.keys.get(str(field), top)
            what = "is empty. Write e.g." if at is not top else "is missing. Write a line"
            message = f"{what} `{declared.example[str(field)]}`"
        else:
            at = place_of(fields, location)
            is_idle_ruling = field == "mentions" and error["input"] is None
            message = _of_ruling(str(location[1])) if is_idle_ruling else _message(error)
        yield Finding(
            rule="missing-field" if error["type"] == "missing" else "field",
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
    if shape := _SHAPE.get(kind):
        if value is None:
            return "has an entry that is empty. Write its text, or delete the line"
        return _of_shape(str(error["loc"][0]), shape, value)
    return _SHAPES.get(kind, f"is wrong ({error['msg']})")


def _of_shape(field: str, shape: str, value: object) -> str:
    if field in ("coordinates", "line") and isinstance(value, str):
        return f"'{value}' must be a list. Write it in brackets with a comma, latitude first: [46.20, 6.15]"
    if field == "mentions" and isinstance(value, str):
        return (
            f"'{value}' must be pairs: a name as printed, and what it means. Write a space behind the colon: "
            f"`mentions: {EXAMPLES['mentions']}`"
        )
    return f"must be {shape}. Write it as in `{field}: {EXAMPLES.get(field, '[one, two]')}`"


def _of_ruling(name: str) -> str:
    """What is said of a name with no meaning; without a space behind the colon, the meaning is part of the name."""
    text, colon, meant = name.partition(":")
    if colon and meant:
        return f"'{name}' counts as one text. Write a space behind the colon: `mentions: {{{text}: {meant}}}`"
    return (
        f"'{text}' has no meaning. Write a space behind the colon and an id, or none for no link: "
        f"`mentions: {{{text}: none}}`"
    )
