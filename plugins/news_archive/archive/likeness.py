"""How much two texts have in common, word for word: for one text that was brought in twice.

A text is the set of its runs of five words (Broder, On the resemblance and containment of documents, 1997). Common
turns of phrase are shorter, so two reports of one event share few runs; a reprint shares nearly all.
"""

import re
import unicodedata
from collections import Counter
from collections.abc import Mapping
from math import ceil
from typing import TypeVar
from zlib import crc32

K = TypeVar("K")

NEAR_SAME = 0.6
"""Resemblance from which on two texts are one text with changes: three quarters of the runs of each of two texts of a
length. Every changed word breaks five runs, so a text of 600 words stays above it with 29 words changed here and there,
and one that was continued by half its length stays above it too. Two that share a third of their paragraphs, as reports
of following days do, come to 0.2. Releases from one mould, with other numbers, can lie above it: so it is a reason to
look, and no proof."""

_RUN = 5
_WORD = re.compile(r"\w+")
_INVISIBLE = dict.fromkeys(map(ord, "\u00ad\u200b\u200c\u200d\u2060\ufeff\u200e\u200f"))


def shingles(text: str) -> frozenset[int]:
    """Hashes of every run of five words, folded: no case, accents, punctuation or invisible characters.

    A text of fewer words has one run, of all; one without words none. Where no spaces stand between words, what stands
    between two marks of punctuation is a word. The hashes are the same in every process.
    """
    words = [crc32(word.encode("utf-8", "replace")) for word in _WORD.findall(_folded(text))]
    if len(words) < _RUN:
        return frozenset([hash(tuple(words))] if words else [])
    # Of whole numbers, unlike texts, Python's hash is not salted.
    return frozenset(map(hash, zip(*(words[start:] for start in range(_RUN)), strict=False)))


def resemblance(one: frozenset[int], other: frozenset[int]) -> float:
    """The share of the runs of either text that both have, 0 to 1; 0 for texts without words."""
    shared = len(one & other)
    return shared / (len(one) + len(other) - shared) if shared else 0.0


def pairs_alike(by_key: Mapping[K, frozenset[int]], at_least: float) -> list[tuple[K, K, float]]:
    """All pairs of texts with that resemblance or more (0 < `at_least` <= 1), most alike first, then in the order given.

    Exact, and near-linear: two such texts must share one of their rarest runs, so only these are looked up (Chaudhuri,
    Ganti and Kaushik, A primitive operator for similarity joins, 2006). What stands in all texts is never looked up.
    """
    occurrences = Counter(run for runs in by_key.values() for run in runs)
    having: dict[int, list[int]] = {}
    keys, texts = list(by_key), list(by_key.values())
    found: list[tuple[float, int, int]] = []
    for number, runs in enumerate(texts):
        candidates: set[int] = set()
        for run in _rarest(runs, occurrences, at_least):
            earlier = having.setdefault(run, [])
            candidates.update(earlier)
            earlier.append(number)
        for other in candidates:
            alike = resemblance(texts[other], runs)
            if alike >= at_least:
                found.append((-alike, other, number))
    return [(keys[one], keys[other], -alike) for alike, one, other in sorted(found)]


def _rarest(runs: frozenset[int], occurrences: Mapping[int, int], at_least: float) -> list[int]:
    """So many of the rarest runs that a text which lacks them all can't be alike; without those that no other has."""
    # A hair less, for 0.7 of ten is a hair more than seven to the machine.
    needed = len(runs) - ceil(at_least * len(runs) - 1e-9) + 1
    shared = sorted((occurrences[run], run) for run in runs if occurrences[run] > 1)
    return [run for _, run in shared[: max(0, needed - (len(runs) - len(shared)))]]


def _folded(text: str) -> str:
    if text.isascii():
        return text.casefold()
    apart = unicodedata.normalize("NFKD", text.translate(_INVISIBLE))
    return "".join(c for c in apart if not unicodedata.combining(c)).casefold()
