"""Finds the places in a text where a listed name may stand, before deciding what it means."""

from bisect import bisect_right
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from itertools import accumulate

from news_archive.matching.folding import Folded, fold, fold_text
from news_archive.matching.forms import Form
from news_archive.matching.gazetteer import Gazetteer
from news_archive.matching.phrase_search import PhraseSearch
from news_archive.matching.tokens import tokenize
from news_archive.model import Block, Ruling, Span

# Stands in a Doc for any run of words that no name contains. Names seldom have more than six words and an
# article has six hundred, so most of a text needs no Doc: this makes matching four times as fast.
_GAP = "\ue000"
# Takes the place of links and code, in which nothing may be found. No file and no HTML can contain it, and it
# leaves ASCII text ASCII, which is searched faster.
_CLOSED = "\0"
# Stands between the blocks of a text, so that nothing matches from one into the next.
_BETWEEN = "\n\0\n"


@dataclass(frozen=True, slots=True)
class Candidate:
    """A stretch of text that is spelt and capitalised like a listed name, or that the editor ruled on."""

    span: Span
    text: str
    """The author's words."""
    surface: str
    """The same, folded and on one line."""
    forms: tuple[Form, ...]
    ruling: Ruling | None = None


def find_candidates(
    blocks: Sequence[Block], gazetteer: Gazetteer, search: PhraseSearch, rulings: Sequence[Ruling] = ()
) -> list[Candidate]:
    """All candidates, overlapping ones included, in the order of the text and the longest first."""
    folded = {number: fold(_open_text(block)) for number, block in enumerate(blocks) if not block.is_closed}
    found = [*_listed(blocks, folded, gazetteer, search), *_ruled(blocks, folded, rulings)]
    return sorted(found, key=lambda c: (c.span.block, c.span.start, -c.span.end, c.ruling is None))


def _open_text(block: Block) -> str:
    text = block.text
    for start, end in block.closed:
        text = text[:start] + _CLOSED * (end - start) + text[end:]
    return text


def _listed(
    blocks: Sequence[Block], folded: dict[int, Folded], gazetteer: Gazetteer, search: PhraseSearch
) -> Iterator[Candidate]:
    text = _BETWEEN.join(block.text for block in folded.values())
    begins = list(accumulate((len(block.text) + len(_BETWEEN) for block in folded.values()), initial=0))
    numbers = list(folded)
    words, places = _known_words(text, gazetteer.words)
    for first, after in search(words):
        start, end = places[first][0], places[after - 1][1]
        # The words are the phrase's; its hyphens and spaces must be as well: `al - Hadi` is not al-Hadi.
        surface = " ".join(text[start:end].split())
        forms = tuple(form for form in gazetteer.forms.get(surface.lower(), ()) if form.agrees_with(surface))
        # `U.S.` is no part of `U.S.S.R.`
        if forms and not (surface.endswith(".") and _joins(text[end : end + 1])):
            at = bisect_right(begins, start) - 1
            block = folded[numbers[at]]
            if not (forms[0].is_acronym and _is_in_capitals(block.text, gazetteer.words)):
                yield _candidate(blocks, numbers[at], block, (start - begins[at], end - begins[at]), surface, forms)


def _joins(character: str) -> bool:
    """Whether a character goes on with the word before it."""
    return character.isalnum() or character == "_"


def _known_words(text: str, known: frozenset[str]) -> tuple[list[str], list[tuple[int, int]]]:
    """The words of a text that names contain, with their places, and a gap for whatever lies between them."""
    # Lower case can be longer: İ becomes two characters. So lengths are those of the tokens as written.
    tokens = tokenize(text.lower() if text.isascii() else text)
    lower = tokens if text.isascii() else [token.lower() for token in tokens]
    ends = list(accumulate(map(len, tokens)))
    words: list[str] = []
    places: list[tuple[int, int]] = []
    previous = -3
    for hit in [index for index, word in enumerate(lower) if word in known]:
        is_next = hit - previous == 1 or (hit - previous == 2 and lower[hit - 1].isspace())
        if not is_next:
            words.append(_GAP)
            places.append((0, 0))
        words.append(lower[hit])
        places.append((ends[hit] - len(tokens[hit]), ends[hit]))
        previous = hit
    return words, places


def _is_in_capitals(text: str, known: frozenset[str]) -> bool:
    """Whether a text is all in capitals, so that they say nothing about its words: TELL US NOW.

    A list of names in capitals is none: two words at least must be of no name.
    """
    if not text.isupper():
        return False
    return sum(token.isalpha() and len(token) > 1 and token.lower() not in known for token in tokenize(text)) > 1


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
    forms: tuple[Form, ...],
    ruling: Ruling | None = None,
) -> Candidate:
    start, end = place
    span = Span(number, block.starts[start], block.ends[end - 1])
    return Candidate(span, blocks[number].text[span.start : span.end], surface, forms, ruling)
