"""Finds the places in a text where a listed name may stand, before deciding what it means."""

import re
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
# Takes the place of links and code, in which nothing may be found. No name contains it.
_CLOSED = "\ufffc"


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
    words: list[str] = []
    places: list[tuple[int, int, int]] = []
    for number, block in folded.items():
        _add_known(number, block.text, gazetteer.words, words, places)
    for first, after in search(words):
        number, start, _ = places[first]
        _, _, end = places[after - 1]
        block = folded[number]
        surface = " ".join(block.text[start:end].split())
        # The words are the phrase's; its hyphens and spaces must be as well: `al - Bab` is not al-Bab.
        forms = tuple(form for form in gazetteer.forms.get(surface.lower(), ()) if form.agrees_with(surface))
        if forms and not (block.text.isupper() and forms[0].is_acronym and _is_passage(block.text)):
            yield _candidate(blocks, number, block, start, end, surface, forms)


def _add_known(
    number: int, text: str, known: frozenset[str], words: list[str], places: list[tuple[int, int, int]]
) -> None:
    """Adds a block's known words, with a gap for whatever lies between them, and one at its end."""
    if text.isascii():
        tokens = lower = tokenize(text.lower())
    else:
        # Lower case can be longer: İ becomes two characters. So lengths are those of the tokens as written.
        tokens = tokenize(text)
        lower = [token.lower() for token in tokens]
    hits = [index for index, word in enumerate(lower) if word in known]
    if not hits:
        return
    ends = list(accumulate(map(len, tokens)))
    previous = hits[0] - 1
    for hit in hits:
        is_next = hit - previous == 1 or (hit - previous == 2 and lower[hit - 1].isspace())
        if not is_next:
            words.append(_GAP)
            places.append((number, 0, 0))
        words.append(lower[hit])
        places.append((number, ends[hit] - len(tokens[hit]), ends[hit]))
        previous = hit
    # Nothing may match from one block into the next.
    words.append(_GAP)
    places.append((number, 0, 0))


def _is_passage(text: str) -> bool:
    """Whether a text in capitals is long enough for them to say nothing about its words: TELL US NOW."""
    return sum(token.isalpha() and len(token) > 1 for token in tokenize(text)) > 2


def _ruled(blocks: Sequence[Block], folded: dict[int, Folded], rulings: Sequence[Ruling]) -> Iterator[Candidate]:
    for ruling in rulings:
        parts = [re.escape(part) for part in fold_text(ruling.text).split()]
        pattern = re.compile(r"(?<!\w)" + r"\s+".join(parts) + r"(?!\w)")
        for number, block in folded.items():
            for hit in pattern.finditer(block.text):
                surface = " ".join(hit[0].split())
                yield _candidate(blocks, number, block, hit.start(), hit.end(), surface, (), ruling)


def _candidate(
    blocks: Sequence[Block],
    number: int,
    block: Folded,
    start: int,
    end: int,
    surface: str,
    forms: tuple[Form, ...],
    ruling: Ruling | None = None,
) -> Candidate:
    span = Span(number, block.starts[start], block.ends[end - 1])
    return Candidate(span, blocks[number].text[span.start : span.end], surface, forms, ruling)
