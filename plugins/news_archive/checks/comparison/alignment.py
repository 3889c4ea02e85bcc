"""Where the words of one text stand in a later version of it."""

import re
from collections.abc import Callable, Sequence
from difflib import SequenceMatcher
from itertools import accumulate

from news_archive.model import Span

FindPlace = Callable[[Span], Span | None]
"""The place of a stretch of the earlier text in the later one; None where its words are not there any more."""

_WORD = re.compile(r"\w+|\s+|[^\w\s]")
_BETWEEN = "\n\n"


def align(earlier: Sequence[str], later: Sequence[str]) -> FindPlace:
    """Match the blocks of two versions of a text, whole where they are equal, else word by word.

    In long texts, words and blocks that are everywhere are matched only beside others (difflib's `autojunk`): else it
    would take minutes for a rewritten text of 10,000 words.
    """
    if tuple(earlier) == tuple(later):
        return lambda span: span
    same: dict[int, int] = {}
    changed: dict[int, tuple[range, range]] = {}
    for what, a, b, c, d in SequenceMatcher(None, earlier, later).get_opcodes():
        if what == "equal":
            same.update(zip(range(a, b), range(c, d), strict=True))
        elif what == "replace":
            changed.update((number, (range(a, b), range(c, d))) for number in range(a, b))
    passages: dict[range, FindPlace] = {}

    def find(span: Span) -> Span | None:
        if span.block in same:
            return Span(same[span.block], span.start, span.end)
        if span.block not in changed:
            return None
        old, new = changed[span.block]
        if old not in passages:
            passages[old] = _by_words(earlier, old, later, new)
        return passages[old](span)

    return find


def _by_words(earlier: Sequence[str], old: range, later: Sequence[str], new: range) -> FindPlace:
    """The same within a run of blocks that were rewritten, split or joined."""
    old_begins, old_words = _words([earlier[number] for number in old])
    new_begins, new_words = _words([later[number] for number in new])
    old_at = list(accumulate(map(len, old_words), initial=0))
    new_at = list(accumulate(map(len, new_words), initial=0))
    runs = [
        (old_at[match.a], old_at[match.a + match.size], new_at[match.b])
        for match in SequenceMatcher(None, old_words, new_words).get_matching_blocks()
        if match.size
    ]

    def find(span: Span) -> Span | None:
        begin = old_begins[span.block - old.start]
        start, end = begin + span.start, begin + span.end
        for first, after, there in runs:
            if first <= start and end <= after:
                moved = start - first + there
                block = max(number for number, at in enumerate(new_begins) if at <= moved)
                at = moved - new_begins[block]
                return Span(new[block], at, at + end - start)
        return None

    return find


def _words(texts: Sequence[str]) -> tuple[list[int], list[str]]:
    """Where each text begins in all of them joined, and the words of that."""
    begins = list(accumulate((len(text) + len(_BETWEEN) for text in texts), initial=0))[:-1]
    return begins, _WORD.findall(_BETWEEN.join(texts))
