"""How words of texts and words of listed forms meet: tokens, and their keys."""

import pytest

from news_archive.matching.keys import Trim, WordKeys, key_words
from news_archive.matching.spelling import ARTICLE
from news_archive.matching.tokens import tokenize


@pytest.mark.parametrize(
    ("text", "tokens"),
    [
        pytest.param("in Geneva", ["in", " ", "Geneva"], id="words and spaces"),
        pytest.param("in \n Oslo.", ["in", " \n ", "Oslo", "."], id="a run of white space is one"),
        pytest.param("Walter's", ["Walter", "'", "s"], id="the possessive stays apart"),
        pytest.param("the Walters' car", ["the", " ", "Walters", "'", " ", "car"], id="the plural's apostrophe too"),
        pytest.param("Ba'ath", ["Ba'ath"], id="an apostrophe within a word"),
        pytest.param("Ba'sath", ["Ba'sath"], id="an s that goes on is no possessive"),
        pytest.param("U.S. jet", ["U.S.", " ", "jet"], id="an abbreviation keeps its periods"),
        pytest.param("the U.S", ["the", " ", "U.S"], id="and may lack the last"),
        pytest.param("U.S.x", ["U.S.x"], id="letters with periods are one abbreviation"),
        pytest.param("left A. Walter", ["left", " ", "A", ".", " ", "Walter"], id="an initial is none"),
        pytest.param("U.Sx", ["U", ".", "Sx"], id="a period before a word is none"),
        pytest.param("M4", ["M4"], id="a digit is part of a word"),
        pytest.param("Deir ez-Zor", ["Deir", " ", "ez", "-", "Zor"], id="hyphens part words"),
        pytest.param("a/b", ["a", "/", "b"], id="strokes too"),
        pytest.param("«Genève»", ["«", "Genève", "»"], id="punctuation and letters beyond ASCII"),
        pytest.param("e\u0328 Ga", ["e\u0328", " ", "Ga"], id="an accent belongs to its letter"),
        pytest.param("حَلَب", ["حَلَب"], id="vowel signs belong to their word"),
        pytest.param("می\u200cروم", ["می\u200cروم"], id="a joiner does not part a word"),
        pytest.param("", [], id="nothing"),
    ],
)
def test_tokens_are_words_marks_and_spaces(text: str, tokens: list[str]) -> None:
    assert tokenize(text) == tokens
    assert "".join(tokens) == text


def test_tokens_of_ascii_are_those_of_any_text() -> None:
    """There are two expressions, for speed."""
    text = "At 5.30 A.M. the U.S.'s Ba'ath_2 man, O'Neil (A. B.) said: it's M4's ez-Zor... "
    assert [*tokenize(text), "é"] == tokenize(f"{text}é")


@pytest.mark.parametrize(
    ("one", "other"),
    [
        pytest.param("Geneva", "GENEVA", id="capitals"),
        pytest.param("Deir ez-Zor", "Deir al Zor", id="article and hyphen"),
        pytest.param("Ba'ath Party", "Baath Party", id="apostrophe"),
        pytest.param("Kobanê", "Kobane", id="accent"),
        pytest.param("Raqqa", "Raqqah", id="transliteration"),
        pytest.param("U.S.", "US", id="periods"),
        pytest.param("Defence Council", "Defense Council", id="American"),
        pytest.param("ash-Sham", "al Sham", id="article as it is said"),
    ],
)
def test_spellings_have_the_same_keys(one: str, other: str) -> None:
    assert key_words(one) == key_words(other) != ()


@pytest.mark.parametrize(
    ("text", "keys"),
    [
        pytest.param("al-Oslu", (ARTICLE, "uslu"), id="article before a hyphen"),
        pytest.param("at Tur", ("at", "tur"), id="a preposition is no article"),
        pytest.param("at-Tur", (ARTICLE, "tur"), id="unless a hyphen joins it"),
        pytest.param("al", (ARTICLE,), id="an article alone"),
        pytest.param("A & B", ("a", "&", "b"), id="a sign is a word"),
        pytest.param("' -", (), id="separators are none"),
        pytest.param("", (), id="nothing"),
    ],
)
def test_keys_of_a_form(text: str, keys: tuple[str, ...]) -> None:
    assert key_words(text) == keys


def _keys(language: str, *names: str) -> WordKeys:
    return WordKeys([key_words(name) for name in names], language)


@pytest.mark.parametrize(
    ("word", "is_known"),
    [
        pytest.param("red", True, id="the first word"),
        pytest.param("cross", True, id="a later word"),
        pytest.param("crosses", False, id="a longer word"),
        pytest.param("oslo", False, id="another word"),
        pytest.param("&", False, id="a sign"),
    ],
)
def test_words_of_no_form_have_no_key(word: str, *, is_known: bool) -> None:
    keys = _keys("en", "Red Cross")
    assert bool(keys[word]) is is_known
    assert word in keys


def test_word_that_may_be_an_article_has_a_key() -> None:
    """Whether it is one shows in the word after it."""
    assert _keys("en", "Oslo")["al"] == ARTICLE


@pytest.mark.parametrize(
    ("language", "word", "trim"),
    [
        pytest.param("ar", "حلب", None, id="Arabic: the name itself"),
        pytest.param("ar", "وحلب", Trim(1, 0, ""), id="Arabic: and"),
        pytest.param("ar", "بحلب", Trim(1, 0, ""), id="Arabic: in"),
        pytest.param("ar", "وبحلب", Trim(2, 0, ""), id="Arabic: and in"),
        pytest.param("ar", "للرقة", Trim(1, 0, "ا"), id="Arabic: to the"),
        pytest.param("ar", "وللرقة", Trim(2, 0, "ا"), id="Arabic: and to the"),
        pytest.param("ku", "kobanê", None, id="Kurmanji: the name itself"),
        pytest.param("ku", "efrînê", Trim(0, 1, ""), id="Kurmanji: oblique"),
        pytest.param("kmr", "efrînê", Trim(0, 1, ""), id="Kurmanji by its other tag"),
        pytest.param("ku", "ypg'ê", Trim(0, 2, ""), id="Kurmanji: an ending after an apostrophe"),
    ],
)
def test_what_a_language_joins_to_a_name_is_set_aside(language: str, word: str, trim: Trim | None) -> None:
    keys = _keys(language, "حلب", "الرقة", "Kobanê", "Efrîn", "YPG")
    assert keys[word]
    assert keys.trims.get(word) == trim


@pytest.mark.parametrize(
    ("language", "word"),
    [
        pytest.param("en", "efrînê", id="English joins nothing"),
        pytest.param("en", "وحلب", id="nor to a word in Arabic"),
        pytest.param("ar", "حلبو", id="Arabic joins nothing at the end so"),
        pytest.param("ku", "wefrîn", id="Kurmanji joins nothing at the beginning"),
        pytest.param("ku", "ûrê", id="what is left is too short"),
    ],
)
def test_other_words_are_not_trimmed(language: str, word: str) -> None:
    keys = _keys(language, "حلب", "Efrîn", "Ûr")
    assert keys[word] == ""
    assert keys.trims == {}


def test_name_is_found_in_a_word_that_another_name_contains() -> None:
    """`Efrînê` is the second word of a body's name, and the town with an ending."""
    keys = _keys("ku", "Meclîsa Efrînê", "Efrîn")
    assert keys["efrînê"] == keys["efrîn"]
    assert keys.trims["efrînê"] == Trim(0, 1, "")


def test_word_within_a_name_keeps_its_key_where_no_name_begins_in_it() -> None:
    keys = _keys("ku", "Meclîsa Efrînê")
    assert keys["efrînê"]
    assert keys.trims == {}
