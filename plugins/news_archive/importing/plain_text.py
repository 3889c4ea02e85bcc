"""Plain text: paragraphs between empty lines, the first of them the title if it looks like a headline."""

from collections.abc import Iterator
from itertools import pairwise
from pathlib import PurePath

from news_archive.importing.dates import date_at_top, date_in_name
from news_archive.importing.incoming import Block, Incoming, Proposal, Run

_HEADLINE = 200
"""Characters. The longest headlines of newspapers' sites have some 150."""
_LONG = 100
"""Characters. Lines are broken at 80 or before; a longer one is a whole paragraph, where most of these stand in a row."""
FILE_NAME = "the file's name"


def read_plain_text(text: str, path: str) -> Incoming:
    """The text with what it says of itself."""
    lines = text.split("\n")
    title, body = _take_title(lines)
    fields = {"title": Proposal(value=title, because="the first line")} if title else {}
    unsure = {} if title else {"title": "the first line is no headline with an empty line below it"}
    date, why_not = date_from(path, body)
    if date:
        fields["date"] = date
    elif why_not:
        unsure["date"] = why_not
    return Incoming(path=path, fields=fields, text=paragraphs(body), unsure=unsure)


def paragraphs(lines: list[str]) -> tuple[Block, ...]:
    """The paragraphs of a text; indentation counts as white space."""
    return tuple(Block(runs=(Run(text=text),)) for text in _paragraphs(lines))


def date_from(path: str, lines: list[str]) -> tuple[Proposal | None, str]:
    """What a file's name or the top of its text says, or None and why not."""
    in_name = date_in_name(PurePath(path).name)
    at_top, why_not = date_at_top(lines)
    if in_name:
        also = f"; the first lines say {at_top}" if at_top and not at_top.startswith(in_name) else ""
        return Proposal(value=in_name, because=f"{FILE_NAME}{also}"), ""
    return (Proposal(value=at_top, because="the first lines"), "") if at_top else (None, why_not)


def _take_title(lines: list[str]) -> tuple[str, list[str]]:
    """The headline and the rest. A headline is one line, not too long, that ends as no sentence does."""
    start = next((number for number, line in enumerate(lines) if line.strip()), len(lines))
    first = lines[start].strip() if start < len(lines) else ""
    stands_apart = start + 1 < len(lines) and not lines[start + 1].strip() and any(map(str.strip, lines[start + 1 :]))
    if stands_apart and len(first) <= _HEADLINE and not first.endswith((".", ",", ";", ":")):
        return first, lines[start + 1 :]
    return "", lines


def _paragraphs(lines: list[str]) -> Iterator[str]:
    stripped = [line.strip() for line in lines]
    is_whole = _each_line_is_a_paragraph(stripped)
    gathered: list[str] = []
    for line in [*stripped, ""]:
        if gathered and (not line or (is_whole and (len(line) > _LONG or len(gathered[-1]) > _LONG))):
            yield "\n".join(gathered)
            gathered = []
        if line:
            gathered.append(line)


def _each_line_is_a_paragraph(lines: list[str]) -> bool:
    """Whether long lines follow each other without an empty line, and not only now and then."""
    after_long = [after for line, after in pairwise([*lines, ""]) if len(line) > _LONG]
    return sum(map(bool, after_long)) * 2 > len(after_long)
