"""Weaves marks into HTML: one element for each name, also where the name runs across inline markup.

A mark that would overlap an element of the author's (`<strong>the Operation Inherent</strong> Resolve`)
splits that element, so that the result nests well; no text is touched.
"""

import re
from bisect import bisect_left, bisect_right
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from functools import lru_cache
from html import escape as escape_html

from news_archive.annotation.reading import Piece, Reading
from news_archive.annotation.tokens import VOID, Tag, escape
from news_archive.model import Kind, Span

# The same ids and addresses come again and again.
escape_attribute = lru_cache(maxsize=65_536)(escape_html)
_ID = re.compile(r'\sid="[^"]*"')


@dataclass(frozen=True, slots=True)
class Mark:
    """What is to be said about a stretch of text."""

    span: Span
    anchor: str
    entity: str | None
    """The id; None where the name is undecided."""
    kind: Kind | None
    href: str | None = None
    """An address makes the mark a link."""
    candidates: tuple[str, ...] = ()
    """Ids that an undecided name may mean."""
    author_link: int | None = None
    """Index of the start tag of the author's own link, which then bears the mark."""

    @property
    def start_tag(self) -> str:
        """The contract for marks: see ARCHITECTURE.md."""
        if self.entity is None:
            return (
                f'<span class="mention mention--ambiguous" id="{self.anchor}" '
                f'data-candidates="{escape_attribute(" ".join(self.candidates))}">'
            )
        name = f'a class="mention" href="{escape_attribute(self.href)}"' if self.href else 'span class="mention"'
        return f'<{name} id="{self.anchor}" data-entity="{escape_attribute(self.entity)}" data-kind="{self.kind}">'

    @property
    def end_tag(self) -> str:
        return "</a>" if self.href else "</span>"


def weave(reading: Reading, marks: Sequence[Mark]) -> str:
    """The HTML with the marks in it. Marks do not overlap; they lie in open stretches, but for author's links."""
    starts = {mark.author_link: mark for mark in marks if mark.author_link is not None}
    woven = [_with_mark(token.raw, starts[i]) if i in starts else token.raw for i, token in enumerate(reading.tokens)]
    by_block: dict[int, list[Mark]] = {}
    for mark in marks:
        if mark.author_link is None:
            by_block.setdefault(mark.span.block, []).append(mark)
    for number, in_block in by_block.items():
        _weave_block(reading, reading.pieces[number], in_block, woven)
    return "".join(woven)


def _with_mark(raw: str, mark: Mark) -> str:
    """The author's link with the mark's attributes; an id of the author's own stays, for links lead to it."""
    own_class = re.search(r'\sclass="([^"]*)"', raw)
    classes = f"mention {own_class[1]}" if own_class else "mention"
    bare = raw.replace(own_class[0], "") if own_class else raw
    identity = "" if _ID.search(bare) else f' id="{mark.anchor}"'
    return f'{bare[:-1]} class="{classes}"{identity} data-entity="{mark.entity}" data-kind="{mark.kind}">'


def _weave_block(reading: Reading, pieces: Sequence[Piece], marks: Sequence[Mark], woven: list[str]) -> None:
    """Puts a block's marks into `woven`, text node by text node."""
    cuts: dict[int, list[tuple[int, str]]] = {}
    begins = [piece.start for piece in pieces]
    for mark in marks:
        first = pieces[bisect_right(begins, mark.span.start) - 1]
        last = pieces[bisect_left(begins, mark.span.end) - 1]
        if first is last:
            cuts.setdefault(first.token, []).append((mark.span.start - first.start, mark.start_tag))
            cuts.setdefault(last.token, []).append((mark.span.end - last.start, mark.end_tag))
        else:
            _weave_across(reading, first, last, mark, cuts, woven)
    texts = {piece.token: piece.text for piece in pieces}
    for token, inserts in cuts.items():
        woven[token] = "".join(_cut(texts[token], sorted(inserts, key=lambda cut: cut[0])))


def _cut(text: str, inserts: Sequence[tuple[int, str]]) -> Iterator[str]:
    at = 0
    for offset, tag in inserts:
        yield escape(text[at:offset])
        yield tag
        at = offset
    yield escape(text[at:])


def _weave_across(
    reading: Reading, first: Piece, last: Piece, mark: Mark, cuts: dict[int, list[tuple[int, str]]], woven: list[str]
) -> None:
    """A mark over several text nodes. Elements that begin or end within it, but not both, are split."""
    left, right = first.token, last.token
    partner = _partners(reading, left, right)
    at_start, at_end = mark.span.start == first.start, mark.span.end == last.start + len(last.text)
    # Elements that open just before the name and close inside it are taken in whole; likewise at its end.
    while at_start and left - 1 in partner and left < partner[left - 1] <= last.token:
        left -= 1
    while at_end and right + 1 in partner and first.token <= partner[right + 1] < right:
        right += 1
    opened_before, left_open = _unbalanced(reading, left, right)
    before = "".join(f"</{tag.name}>" for tag in reversed(opened_before))
    reopened = "".join(_ID.sub("", tag.raw) for tag in opened_before)
    start = before + mark.start_tag + reopened
    closing = "".join(f"</{tag.name}>" for tag in reversed(left_open))
    end = closing + mark.end_tag + "".join(_ID.sub("", tag.raw) for tag in left_open)
    if left < first.token:
        woven[left] = start + woven[left]
    else:
        cuts.setdefault(first.token, []).append((mark.span.start - first.start, start))
    if right > last.token:
        woven[right] = woven[right] + end
    else:
        cuts.setdefault(last.token, []).append((mark.span.end - last.start, end))


def _partners(reading: Reading, left: int, right: int) -> Mapping[int, int]:
    """Start tag <-> end tag, by index, for elements near the stretch of tokens from `left` to `right`."""
    stack: list[int] = []
    partners: dict[int, int] = {}
    # Inline elements that matter begin after the last text before the name.
    begin = left
    while begin > 0 and isinstance(reading.tokens[begin - 1], Tag):
        begin -= 1
    end = right + 1
    while end < len(reading.tokens) and isinstance(reading.tokens[end], Tag):
        end += 1
    for index in range(begin, end):
        token = reading.tokens[index]
        if not isinstance(token, Tag) or token.name in VOID:
            continue
        if not token.is_end:
            stack.append(index)
        elif stack:
            start = stack.pop()
            partners[start], partners[index] = index, start
    return partners


def _unbalanced(reading: Reading, left: int, right: int) -> tuple[list[Tag], list[Tag]]:
    """Elements open at `left` that close before `right`, and elements opened since that are open at `right`.

    Both with the outermost first.
    """
    around = _open_at(reading, left)
    opened_before: list[Tag] = []
    inside: list[Tag] = []
    for token in reading.tokens[left : right + 1]:
        if not isinstance(token, Tag) or token.name in VOID:
            continue
        if not token.is_end:
            inside.append(token)
        elif inside:
            inside.pop()
        elif around:
            opened_before.insert(0, around.pop())
    return opened_before, inside


def _open_at(reading: Reading, index: int) -> list[Tag]:
    """The elements that are open before the token at `index`, the outermost first."""
    path: list[Tag] = []
    for token in reading.tokens[:index]:
        if isinstance(token, Tag) and token.name not in VOID:
            if token.is_end:
                path.pop()
            else:
                path.append(token)
    return path
