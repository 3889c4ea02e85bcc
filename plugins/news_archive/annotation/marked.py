"""Reads the marks back from a body's HTML, as any other program would by the contract for marks."""

import re
from dataclasses import dataclass

from news_archive.annotation.tokens import VOID, Tag, tokens_of, unescape

_HEADINGS = frozenset(("h1", "h2", "h3", "h4", "h5", "h6"))
_BLOCKS = _HEADINGS | frozenset(
    "p div li ul ol td th tr table thead tbody blockquote pre hr dl dt dd section figure figcaption caption".split()
)
_NUMBERS_OF_NOTES = frozenset(("footnote-ref", "footnote-backref"))


@dataclass(frozen=True, slots=True)
class MarkedText:
    """The visible text of a body, and its marks.

    One line a block, white space as one space; without headings, code, and the numbers of footnotes.
    """

    text: str
    marks: tuple[tuple[int, int, str], ...]
    """Start, end and entity's id of each mark with a decided meaning."""


def read_marked(html: str) -> MarkedText:
    """The text and the marks of a sanitised body into which marks were woven."""
    text = _Text()
    elements: list[tuple[bool, str | None, int]] = []
    marks: list[tuple[int, int, str]] = []
    for token in tokens_of(html):
        if not isinstance(token, Tag):
            text.add(re.sub(r"\s+", " ", unescape(token.raw)))
            continue
        if token.name in _BLOCKS:
            text.end_line()
        if token.name in VOID:
            text.add(" " if token.name == "br" else "")
        elif token.is_end:
            hides, entity, start = elements.pop()
            text.hidden -= hides
            if entity and not text.hidden:
                marks.append((start, text.length, entity))
        else:
            if token.name == "code":
                text.add(" ")
            hides = _is_hidden(token)
            text.hidden += hides
            elements.append((hides, token.attributes.get("data-entity"), text.length))
    return MarkedText("".join(text.parts), tuple(sorted(marks)))


def _is_hidden(tag: Tag) -> bool:
    if tag.name in _HEADINGS or tag.name in ("code", "pre"):
        return True
    return not _NUMBERS_OF_NOTES.isdisjoint(tag.attributes.get("class", "").split())


class _Text:
    """Gathers text, with white space as one space and none at the beginning of a line."""

    def __init__(self) -> None:
        self.parts: list[str] = []
        self.length = 0
        self.hidden = 0
        """How many open elements hide their text."""
        self._last = "\n"

    def add(self, words: str) -> None:
        if self._last in " \n":
            words = words.removeprefix(" ")
        if words and not self.hidden:
            self.parts.append(words)
            self.length += len(words)
            self._last = words[-1]

    def end_line(self) -> None:
        if self._last != "\n" and not self.hidden:
            self.parts.append("\n")
            self.length += 1
            self._last = "\n"
