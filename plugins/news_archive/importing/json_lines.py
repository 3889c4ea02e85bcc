"""JSON lines: an object a line, with `title`, `date`, `source`, `text`, and other fields of articles."""

import json
from collections.abc import Iterator, Mapping

from news_archive.importing.escaping import cleaned
from news_archive.importing.incoming import Incoming, Proposal
from news_archive.importing.plain_text import paragraphs
from news_archive.importing.problems import ReadError

_FIELDS = ("title", "date", "source", "url", "author", "lang", "description", "retrieved", "rights", "archived_url")


def read_json_lines(text: str, path: str) -> Iterator[Incoming | ReadError]:
    """An article for each line, or why it is none."""
    for number, line in enumerate(text.split("\n"), 1):
        if line.strip():
            try:
                yield _read(_object(line, path, number), path, number)
            except ReadError as error:
                yield error


def _object(line: str, path: str, number: int) -> Mapping[str, object]:
    try:
        value = json.loads(line)
    except (ValueError, RecursionError) as error:
        reason = (
            f"{error.msg}, character {error.pos + 1}" if isinstance(error, json.JSONDecodeError) else "nested too deep"
        )
        message = f'this line is no JSON ({reason}). Write one object a line, as in {{"title": …, "text": …}}'
        raise ReadError(path, message, number, is_io=False) from error
    if not isinstance(value, dict):
        raise ReadError(path, 'this line is no object. Write it as {"title": …, "text": …}', number, is_io=False)
    return value


def _read(values: Mapping[str, object], path: str, number: int) -> Incoming:
    fields: dict[str, Proposal] = {}
    for name in (*_FIELDS, "text"):
        value = values.get(name)
        if value is None or value == "":
            continue
        if not isinstance(value, str):
            raise ReadError(path, f'it must be text. Put it in quotes: "{name}": "…"', number, name, is_io=False)
        if any(0xD800 <= ord(c) < 0xE000 for c in value):
            raise ReadError(
                path, "it has half a character (\\ud800 and so on). Write it whole", number, name, is_io=False
            )
        fields[name] = Proposal(value=value.strip(), because="its line")
    text = str(fields.pop("text").value) if "text" in fields else ""
    if not text:
        raise ReadError(path, 'is missing. Write the article\'s words as "text": "…"', number, "text", is_io=False)
    left = [name for name in values if name not in (*_FIELDS, "text", "id")]
    notes = (f"keys that are not taken over: {', '.join(left)}",) if left else ()
    return Incoming(path=path, line=number, fields=fields, text=paragraphs(cleaned(text)[0].split("\n")), notes=notes)
