"""Finds the places in a text where a listed name may stand, before deciding what it means."""

import re
from bisect import bisect_left, bisect_right
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from itertools import accumulate
from typing import NamedTuple

from news_archive.matching.english import FUNCTION_WORDS
from news_archive.matching.folding import Folded, fold, fold_text
from news_archive.matching.gazetteer import Gazetteer, Reading
from news_archive.matching.keys import SEPARATORS, WordKeys
from news_archive.matching.spacy_engine import PhraseSearch
from news_archive.matching.spelling import ARTICLE, MAY_BE_ARTICLE, is_article, letters
from news_archive.matching.tokens import tokenize
from news_archive.model import Block, PartialDate, Ruling, Span

# Stands in a Doc for any run of words that no name contains. Names seldom have more than six words and an
# article has six hundred, so most of a text needs no Doc: this makes matching four times as fast.
_GAP = "\ue000"
# Takes the place of links and code, in which nothing may be found. No file and no HTML can contain it, and it
# leaves ASCII text ASCII, which is searched faster.
_CLOSED = "\0"
# Stands between the blocks of a text, so that nothing matches from one into the next.
_BETWEEN = "\n\0\n"
# Whole words only, so that what is looked up of a text are its words.
_CAPITALS_BEFORE = re.compile(r"(?<![^\s\0])(?:[^\sa-z\0]+[ \n])+$")
_CAPITALS_AFTER = re.compile(r"(?:[ \n]?[^\sa-z\0]+(?![^\s\0]))+")
# An apostrophe or a hyphen with white space on both sides may part two words of a name.
_MOST_BETWEEN = 3
# How much of the text before and after a name the rules may look at. Long names of bodies have eighty characters.
_AROUND = 160


class Candidate(NamedTuple):
    """A stretch of text that may be a name, or that the editor ruled on."""

    span: Span
    text: str
    """The author's words."""
    surface: str
    """The same, folded and on one line."""
    readings: tuple[Reading, ...]
    before: str
    """The folded text of its block before it, at most 160 characters."""
    after: str
    ruling: Ruling | None = None


@dataclass(frozen=True, slots=True)
class Found:
    """A text, and all candidates in it."""

    blocks: Sequence[Block]
    folded: Mapping[int, Folded]
    """The open blocks by number; in place of links and code stands a character that no text contains."""
    candidates: Sequence[Candidate]
    """Overlapping ones included, in the order of the text and the longest first."""

    def valid_on(self, date: PartialDate) -> "Found":
        """Without the readings that need the rest of the text and were not borne at a date."""
        kept = [_valid_on(candidate, date) for candidate in self.candidates]
        return replace(self, candidates=[candidate for candidate in kept if candidate.readings or candidate.ruling])

    def candidate_at(self, number: int, start: int, end: int) -> Candidate:
        """A candidate without readings, from a stretch of a block's folded text."""
        surface = " ".join(self.folded[number].text[start:end].split())
        return _candidate(self.blocks, number, self.folded[number], (start, end), surface, ())

    def widened(self, candidate: Candidate, more: int) -> Candidate:
        """The candidate with as many more characters of folded text before it."""
        span = candidate.span
        block = self.folded[span.block]
        start, end = bisect_left(block.starts, span.start), bisect_left(block.ends, span.end) + 1
        return self.candidate_at(span.block, start - more, end)


def _valid_on(candidate: Candidate, date: PartialDate) -> Candidate:
    readings = candidate.readings
    if not any(reading.form.is_dated for reading in readings):
        return candidate
    valid = tuple(r for r in readings if r.form.origin.is_free or not r.form.is_dated or r.form.is_valid_on(date))
    return candidate if len(valid) == len(readings) else candidate._replace(readings=valid)


def find_candidates(
    blocks: Sequence[Block],
    gazetteer: Gazetteer,
    search: PhraseSearch,
    rulings: Sequence[Ruling] = (),
    language: str = "en",
) -> Found:
    """All places in a text where a name of the gazetteer, or a ruling's, may stand."""
    folded = _folded(blocks)
    keys = gazetteer.keys_for(language)
    found = [*_listed(blocks, folded, gazetteer, search, keys), *_ruled(blocks, folded, rulings)]
    found.sort(key=lambda c: (c.span.block, c.span.start, -c.span.end, c.ruling is None))
    return Found(blocks, folded, found)


def open_words(blocks: Sequence[Block]) -> set[str]:
    """Every word in lower case whose key the search for names may ask for; with parts of words with apostrophes."""
    text = _BETWEEN.join(block.text for block in _folded(blocks).values())
    words = set(tokenize(text.lower())) if text.isascii() else {token.lower() for token in tokenize(text)}
    return words.union(part for word in words if "'" in word for part in re.split("(')", word) if part)


def _folded(blocks: Sequence[Block]) -> dict[int, Folded]:
    """The open text of each block that is not closed, by its number."""
    return {number: fold(_open_text(block)) for number, block in enumerate(blocks) if not block.is_closed}


def _open_text(block: Block) -> str:
    text = block.text
    for start, end in block.closed:
        text = text[:start] + _CLOSED * (end - start) + text[end:]
    return text


def _listed(
    blocks: Sequence[Block], folded: dict[int, Folded], gazetteer: Gazetteer, search: PhraseSearch, keys: WordKeys
) -> Iterator[Candidate]:
    text = _BETWEEN.join(block.text for block in folded.values())
    begins = list(accumulate((len(block.text) + len(_BETWEEN) for block in folded.values()), initial=0))
    numbers = list(folded)
    found = _known_words(text, keys)
    for first, after in search(found.words):
        words = tuple(found.words[first:after])
        start, end = found.places[first][0], found.places[after - 1][1]
        surface = text[start:end]
        if not surface.isprintable() or "  " in surface:
            surface = " ".join(surface.split())
        if surface.endswith(".") and _joins(text[end : end + 1]):
            # `U.S.` is no part of `U.S._map`.
            continue
        readings = gazetteer.readings_of(words, found.restored.get(first, "") + surface)
        if not readings:
            continue
        at = bisect_right(begins, start) - 1
        block = folded[numbers[at]]
        if surface.lower() in FUNCTION_WORDS and surface.isupper() and _is_among_capitals(text, start, end, keys):
            continue
        yield _candidate(blocks, numbers[at], block, (start - begins[at], end - begins[at]), surface, readings)


@dataclass(frozen=True, slots=True)
class _KnownWords:
    words: list[str]
    """Keys of the words that forms contain, with a gap for whatever lies between them."""
    places: list[tuple[int, int]]
    """Where each begins and ends in the text."""
    restored: dict[int, str]
    """By the number of a word: what it lost when a preposition was joined to it."""


def _joins(character: str) -> bool:
    """Whether a character goes on with the word before it."""
    return character.isalnum() or character == "_"


def _known_words(text: str, keys: WordKeys) -> _KnownWords:
    # Lower case can be longer: İ becomes two characters. So lengths are those of the tokens as written.
    tokens = tokenize(text.lower() if text.isascii() else text)
    joined = [token for token in tokens if "'" in token]
    if any(not keys[token.lower()] for token in joined if len(token) > 1):
        tokens = [part for token in tokens for part in _apart(token, keys)]
    lower = tokens if text.isascii() else [token.lower() for token in tokens]
    ends = list(accumulate(map(len, tokens)))
    found = _KnownWords([], [], {})
    previous = -9
    # All keys at once: two thirds of the time of asking word by word.
    keyed = list(map(keys.__getitem__, lower))
    for hit in [index for index, key in enumerate(keyed) if key]:
        word, key = lower[hit], keyed[hit]
        if word in MAY_BE_ARTICLE:
            if _is_article_at(lower, hit):
                key = ARTICLE
            elif key == ARTICLE != word:
                continue
        between = hit - previous - 1
        if between > _MOST_BETWEEN or (between and not _are_separators(lower[previous + 1 : hit])):
            if key not in keys.first:
                # No name begins here: most of these are `of` and `the`.
                continue
            found.words.append(_GAP)
            found.places.append((0, 0))
        start, end = ends[hit] - len(tokens[hit]), ends[hit]
        if word in keys.trims:
            trim = keys.trims[word]
            start, end = start + trim.front, end - trim.back
            if trim.restored:
                found.restored[len(found.words)] = trim.restored
        found.words.append(key)
        found.places.append((start, end))
        previous = hit
    return found


def _are_separators(tokens: Sequence[str]) -> bool:
    return all(token.isspace() or token in SEPARATORS for token in tokens)


def _apart(token: str, keys: WordKeys) -> list[str]:
    """The parts of a word with apostrophes that is no name's: `dell'ONU`."""
    if "'" not in token or len(token) == 1 or keys[token.lower()]:
        return [token]
    return [part for part in re.split("(')", token) if part]


def _is_article_at(lower: Sequence[str], at: int) -> bool:
    if at + 2 >= len(lower) or not (lower[at + 1] == "-" or lower[at + 1].isspace()):
        return False
    return is_article(lower[at], letters(lower[at + 2]), is_joined=lower[at + 1] == "-")


def _is_among_capitals(text: str, start: int, end: int, keys: WordKeys) -> bool:
    """Whether a word stands in a passage in capitals, which say nothing about its words: TELL US NOW.

    A list of names in capitals is no such passage: two words at least must be of no name.
    """
    around = _CAPITALS_BEFORE.search(text, max(0, start - _AROUND), start)
    following = _CAPITALS_AFTER.match(text, end)
    words = tokenize((around[0] if around else "") + " " + (following[0] if following else ""))
    return sum(word[0].isalpha() and len(word) > 1 and not keys[word.lower()] for word in words) > 1


def _ruled(blocks: Sequence[Block], folded: dict[int, Folded], rulings: Sequence[Ruling]) -> Iterator[Candidate]:
    """Where the names stand that the editor ruled on, exactly as printed."""
    for ruling in rulings:
        text = fold_text(ruling.text)
        wanted = [token for token in tokenize(text) if not token.isspace()]
        for number, block in folded.items():
            tokens = tokenize(block.text)
            ends = list(accumulate(map(len, tokens)))
            places = [(end - len(token), end) for token, end in zip(tokens, ends, strict=True) if not token.isspace()]
            words = [block.text[start:end] for start, end in places]
            for first in range(len(words) - len(wanted) + 1):
                if wanted and words[first : first + len(wanted)] == wanted:
                    place = (places[first][0], places[first + len(wanted) - 1][1])
                    surface = " ".join(block.text[slice(*place)].split())
                    if surface == text:
                        yield _candidate(blocks, number, block, place, surface, (), ruling)


def _candidate(
    blocks: Sequence[Block],
    number: int,
    block: Folded,
    place: tuple[int, int],
    surface: str,
    readings: tuple[Reading, ...],
    ruling: Ruling | None = None,
) -> Candidate:
    start, end = place
    span = Span(number, block.starts[start], block.ends[end - 1])
    return Candidate(
        span,
        blocks[number].text[span.start : span.end],
        surface,
        readings,
        block.text[max(0, start - _AROUND) : start],
        block.text[end : end + _AROUND],
        ruling,
    )
