"""Laws of matching that hold for any text: offsets, order, and agreement with the plainest search there is."""

import re
import unicodedata
from collections.abc import Iterable, Sequence
from dataclasses import replace
from itertools import pairwise

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from news_archive.matching import (
    Gazetteer,
    Names,
    PhraseSearch,
    build_gazetteer,
    find_candidates,
    find_names,
    fold,
    spacy_search,
)
from news_archive.model import Alias, Ambiguity, Block, Entity, EntityId, Mention, Name

NAMES = (
    "YPG",
    "SDF",
    "U.S.",
    "Davis",
    "Syrian army",
    "Free Syrian Army",
    "al-Bab",
    "Deir ez-Zor",
    "Koban\u00ea",
    "Qami\u015flo",
    "People's Protection Units",
    "Manbij",
    "Manbij Military Council",
    "Turkey Creek",
    "Turkey",
    "barrel bomb",
    "الحسكة",
)
FILLERS = (
    " ",
    "\n",
    "-",
    "/",
    "\u2019s ",
    ", ",
    ". ",
    " x ",
    "\u00ad",
    "\u200b",
    "\u00a0",
    "\u0301",
    "_",
    "7",
    "\u0130",
    "\u0130\u0307 ",
    "\ufffc",
    "\ue000",
    " and ",
)


def _naive_search(phrases: Iterable[Sequence[str]]) -> PhraseSearch:
    """All windows of words, looked up one by one."""
    listed = {tuple(phrase) for phrase in phrases}
    longest = max(map(len, listed), default=0)

    def search(words: Sequence[str], /) -> Iterable[tuple[int, int]]:
        return [
            (first, after)
            for first in range(len(words))
            for after in range(first + 1, min(first + longest, len(words)) + 1)
            if tuple(words[first:after]) in listed
        ]

    return search


def _respelt(name: str, how: str) -> str:
    match how:
        case "decomposed":
            return unicodedata.normalize("NFD", name)
        case "hyphenated":
            return "\u00ad".join(name)
        case "no-break":
            return name.replace(" ", "\u00a0").replace("-", "\u2011").replace("'", "\u2019")
        case "wrapped":
            return name.replace(" ", "\n  ")
        case "capitals":
            return name.upper()
        case _:
            return name


spelt = st.builds(
    _respelt,
    st.sampled_from(NAMES),
    st.sampled_from(["as listed", "decomposed", "hyphenated", "no-break", "wrapped", "capitals"]),
)
texts = st.lists(spelt | st.sampled_from(FILLERS) | st.text(max_size=4), max_size=14).map("".join)
words = st.sampled_from(["a", "b", "c", "-", "'", "\ue000", "al", "bab"])


def _names(findings: Names) -> list[Mention | Ambiguity]:
    names: list[Mention | Ambiguity] = [*findings.mentions, *findings.ambiguities]
    return sorted(names, key=lambda name: name.span)


def _shown(findings: Names) -> list[tuple[object, ...]]:
    return [(n.span, n.text, n.anchor, n.reason) for n in _names(findings)]


@given(phrases=st.lists(st.lists(words, min_size=1, max_size=4), max_size=8), text=st.lists(words, max_size=30))
def test_search_finds_what_trying_all_windows_finds(phrases: list[list[str]], text: list[str]) -> None:
    distinct = sorted({tuple(phrase) for phrase in phrases})
    found = list(spacy_search(distinct)(text))
    assert sorted(found) == sorted(_naive_search(distinct)(text))


def test_search_of_nothing_finds_nothing() -> None:
    assert list(spacy_search([])(["a", "b"])) == []


@given(blocks=st.lists(texts, max_size=4))
def test_candidates_are_the_same_with_either_search(
    blocks: list[str], gazetteer: Gazetteer, search: PhraseSearch
) -> None:
    read = [Block(text, 0) for text in blocks]
    naive = _naive_search(gazetteer.phrases)
    assert find_candidates(read, gazetteer, search) == find_candidates(read, gazetteer, naive)


@given(parts=st.lists(st.sampled_from((*NAMES, *(f for f in FILLERS if f.isascii()))), max_size=14))
def test_every_place_where_a_listed_form_stands_between_word_boundaries_is_a_candidate(
    parts: list[str], gazetteer: Gazetteer, search: PhraseSearch
) -> None:
    """Against a search by characters that knows no words, phrases, keys or gaps."""
    text = "".join(parts) + " said"
    folded = fold(text).text
    expected = set()
    for form in gazetteer.declared:
        spaced = r"\s+".join(map(re.escape, form.text.split()))
        # `U.S.` is no part of `U.S.S.R.`, nor of `U.S.x`.
        for hit in re.finditer(rf"(?<![\w.])(?=({spaced})(?!\.?\w))", folded):
            expected.add((hit.start(), hit.start() + len(hit[1])))
    found = find_candidates([Block(text, 0)], gazetteer, search).candidates
    assert expected <= {(c.span.start, c.span.end) for c in found}


@given(blocks=st.lists(texts, max_size=4))
def test_offsets_give_the_words_of_the_author(blocks: list[str], gazetteer: Gazetteer, search: PhraseSearch) -> None:
    read = [Block(text, 0) for text in blocks]
    candidates = find_candidates(read, gazetteer, search).candidates
    for candidate in candidates:
        block, start, end = candidate.span
        assert start < end
        assert blocks[block][start:end] == candidate.text
        # An accent on a full stop composes with nothing, and stays with it.
        assert " ".join(fold(candidate.text).text.split()).startswith(candidate.surface)
    names = _names(find_names(read, gazetteer, search))
    for name in names:
        assert read[name.span.block].text[name.span.start : name.span.end] == name.text
    for one, other in pairwise(names):
        assert one.span.block < other.span.block or one.span.end <= other.span.start
    assert len({name.anchor for name in names}) == len(names)


@given(text=st.text(max_size=40) | texts)
def test_folding_covers_the_text_in_order(text: str) -> None:
    folded = fold(text)
    assert len(folded.text) == len(folded.starts) == len(folded.ends)
    for start, end in zip(folded.starts, folded.ends, strict=True):
        assert 0 <= start < end <= len(text)
    assert list(folded.starts) == sorted(folded.starts)
    assert fold(folded.text).text == folded.text


@pytest.mark.parametrize("how", ["decomposed", "hyphenated", "no-break", "wrapped"])
@pytest.mark.parametrize("name", [name for name in NAMES if name != "Turkey Creek"])
def test_spelling_that_readers_take_for_the_same_is_found_whole(
    name: str, how: str, gazetteer: Gazetteer, search: PhraseSearch
) -> None:
    text = _respelt(name, how)
    found = find_names([Block(f"so {text} x", 0)], gazetteer, search)
    assert [name.text for name in _names(found)] == [text]


@settings(max_examples=50)
@given(text=texts, data=st.data())
def test_order_of_entities_and_names_changes_nothing(
    text: str, data: st.DataObject, entities: tuple[Entity, ...]
) -> None:
    shuffled = [
        replace(
            entity,
            aliases=tuple(data.draw(st.permutations(entity.aliases))),
            names=tuple(data.draw(st.permutations(entity.names))),
        )
        for entity in data.draw(st.permutations(entities))
    ]
    one, other = build_gazetteer(entities), build_gazetteer(shuffled)
    assert one == other
    blocks = [Block(text, 0)]
    searches = _naive_search(one.phrases), _naive_search(other.phrases)
    assert _shown(find_names(blocks, one, searches[0])) == _shown(find_names(blocks, other, searches[1]))


def test_equal_keys_in_other_order_give_one_gazetteer() -> None:
    """Forms that differ in capitals only share a key, and still have one order."""
    forms = (Alias(text="IS"), Alias(text="Is"), Alias(text="is"))
    one = [Entity(id=EntityId(f"actors/{n}"), path="", name="N", aliases=forms) for n in ("a", "b")]
    other = [
        Entity(id=EntityId(f"actors/{n}"), path="", name="N", aliases=forms[::-1], names=(Name(lang="en", text="N"),))
        for n in ("b", "a")
    ]
    keys = build_gazetteer(one).by_text["is"], build_gazetteer(other).by_text["is"]
    assert keys[0] == keys[1]
    assert [form.text for form in keys[0]] == ["IS", "Is", "is"] * 2
