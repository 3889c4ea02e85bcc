"""Changes to a file that keep every other byte: its line ends, byte order mark, quotes and comments.

Positions are those of the text as it is read: with Unix line ends and without a byte order mark.
"""

import re
from bisect import bisect_right
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from itertools import pairwise

from news_archive.content.front_matter import Document
from news_archive.content.nodes import Scalar, Sequence

_LINE_END = re.compile(r"\r\n|\r|\n")


@dataclass(frozen=True, slots=True, order=True)
class Edit:
    """Characters of a text, and what takes their place."""

    start: int
    end: int
    text: str


def text_of(data: bytes) -> str:
    """A file's text as it is read. Raises UnicodeDecodeError."""
    return _LINE_END.sub("\n", data.decode("utf-8-sig"))


def edited(data: bytes, edits: Iterable[Edit]) -> bytes:
    """The file with its edits. A new line gets the line end of the line that it is put into."""
    raw = data.decode()
    ends = [found.span() for found in _LINE_END.finditer(raw)]
    bom = len("\ufeff") if raw.startswith("\ufeff") else 0
    starts = [bom, *(end for _, end in ends)]
    # Where the lines begin in the text as read: each line end counts as one character.
    read = [start - bom - sum_ for start, sum_ in zip(starts, _lost(ends), strict=True)]
    ordered = sorted(edits)
    if any(one.end > other.start for one, other in pairwise(ordered)):
        raise ValueError(ordered)
    parts: list[str] = []
    done = 0
    for edit in ordered:
        line = bisect_right(read, edit.start) - 1
        last = bisect_right(read, edit.end) - 1
        start, end = starts[line] + edit.start - read[line], starts[last] + edit.end - read[last]
        line_end = raw[slice(*ends[min(line, len(ends) - 1)])] if ends else "\n"
        parts += [raw[done:start], edit.text.replace("\n", line_end)]
        done = end
    return "".join([*parts, raw[done:]]).encode()


def _lost(ends: Iterable[tuple[int, int]]) -> Iterator[int]:
    """How many characters each line's beginning loses to line ends of two characters before it."""
    lost = 0
    yield lost
    for start, end in ends:
        lost += end - start - 1
        yield lost


def replace_scalar(scalar: Scalar, text: str, offset: int) -> Edit:
    """An edit that puts a word in a field's place, in the quotes that it has; `offset` is where the YAML begins."""
    start, end = (offset + position for position in scalar.span)
    quote = scalar.style if scalar.style in ("'", '"') else ""
    return Edit(start, end, f"{quote}{text}{quote}" + ("\n" if scalar.style in ("|", ">") else ""))


def add_to_list(document: Document, text: str, field: str, word: str) -> Edit:
    """An edit that adds a word, which needs no quotes, to a field that is a list, one text, empty or not there."""
    offset = text.index("\n") + 1
    node = document.fields.items.get(field)
    match node:
        case Scalar(text=None, span=(start, _)):
            return Edit(offset + start, offset + start, f" {word}")
        case Scalar(span=(start, end)):
            return Edit(offset + start, offset + end, f"[{text[offset + start : offset + end].strip()}, {word}]")
        case Sequence(items=(), start=start):
            return Edit(offset + start + 1, offset + start + 1, word)
        case Sequence(items=(*_, Scalar(span=(_, end))), is_flow=True):
            return Edit(offset + end, offset + end, f", {word}")
        case Sequence(items=(*_, Scalar(span=(_, end))), start=start):
            line_end = text.index("\n", offset + end)
            indent = offset + start - text.rindex("\n", 0, offset + start) - 1
            return Edit(line_end, line_end, f"\n{' ' * indent}- {word}")
        case _:
            closing = _beginning_of_line(text, document.body_line - 1)
            return Edit(closing, closing, f"{field}: {word}\n")


def _beginning_of_line(text: str, number: int) -> int:
    """Where a line, counted from 1, begins."""
    return sum(len(line) + 1 for line in text.split("\n")[: number - 1])
