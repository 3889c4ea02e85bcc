"""How close a text is to a form, or that it is none of its spellings."""

import pytest

from news_archive.matching.closeness import Closeness, closeness_of
from news_archive.matching.forms import Form, Origin
from news_archive.model import Case, EntityId

LISTED, CASE, SPELLING, TRANSLITERATION = Closeness


def _form(
    text: str,
    *,
    origin: Origin = Origin.NAME,
    case: Case = Case.AUTO,
    is_transliterated: bool = True,
) -> Form:
    return Form(EntityId("places/x"), text, origin, case, is_transliterated=is_transliterated)


@pytest.mark.parametrize(
    ("listed", "surface", "closeness"),
    [
        pytest.param("Geneva", "Geneva", LISTED, id="as listed"),
        pytest.param("Geneva", "GENEVA", CASE, id="capitals"),
        pytest.param("Geneva", "geneva", None, id="lower case is another word"),
        pytest.param("Dutch army", "Dutch Army", CASE, id="a later word with a capital"),
        pytest.param("Dutch army", "dutch army", None, id="the first word without"),
        pytest.param("barrel bomb", "Barrel Bomb", CASE, id="a term with capitals"),
        pytest.param("WHO", "Who", None, id="an acronym in other capitals"),
    ],
)
def test_capitals(listed: str, surface: str, closeness: Closeness | None) -> None:
    assert closeness_of(_form(listed), surface) == closeness


@pytest.mark.parametrize(
    ("listed", "surface", "closeness"),
    [
        pytest.param("UN", "U.N.", SPELLING, id="with periods"),
        pytest.param("U.N.", "UN", SPELLING, id="without"),
        pytest.param("U.N.", "U.N", SPELLING, id="without the last"),
        pytest.param("UN", "UN.", None, id="a sentence's period"),
        pytest.param("DoD", "D.O.D.", None, id="in other capitals"),
        pytest.param("UN", "Ü.N.", None, id="another letter"),
        pytest.param("UNN", "UN", None, id="never by sound"),
    ],
)
def test_periods_of_acronyms(listed: str, surface: str, closeness: Closeness | None) -> None:
    assert closeness_of(_form(listed), surface) == closeness


@pytest.mark.parametrize(
    ("listed", "surface", "closeness"),
    [
        pytest.param("Kobanê", "Kobane", SPELLING, id="accent"),
        pytest.param("Kobanê", "KOBANE", SPELLING, id="accent, in capitals"),
        pytest.param("Kobanê", "kobane", None, id="accent, in lower case"),
        pytest.param("Rêz", "REZ", None, id="three capitals may be an acronym"),
        pytest.param("Kobanê", "KoBane", None, id="a capital within the word"),
        pytest.param("Ba'ath Party", "Baath Party", SPELLING, id="apostrophe"),
        pytest.param("People's Guard", "Peoples Guard", SPELLING, id="possessive apostrophe"),
        pytest.param("Deir ez-Zor", "Deir ez Zor", SPELLING, id="space for hyphen"),
        pytest.param("ceasefire", "cease-fire", SPELLING, id="hyphen in a word"),
        pytest.param("ceasefire", "Cease-fire", SPELLING, id="hyphen in a word that begins a sentence"),
        pytest.param("barrel bomb", "barrel-bomb", SPELLING, id="hyphen for space"),
        pytest.param("barrel bomb", "Barrel-Bomb", SPELLING, id="hyphen for space, with capitals"),
        pytest.param("barrel bomb", "barrel-Bomb", None, id="with a capital at the end only"),
        pytest.param("al-Bab", "al - Bab", None, id="a dash between words"),
        pytest.param("al-Bab", "al- Bab", None, id="a space after the hyphen"),
        pytest.param("al-Bab", "al -Bab", None, id="a space before the hyphen"),
        pytest.param("Kobanê Street", "kobane Street", None, id="the first word in lower case"),
        pytest.param("Defence Council", "Defense Council", SPELLING, id="American"),
        pytest.param("McKay Centre", "McKay Center", SPELLING, id="a capital within the word, as listed"),
        pytest.param("Geneva", "Genoa", None, id="another word"),
    ],
)
def test_house_style(listed: str, surface: str, closeness: Closeness | None) -> None:
    assert closeness_of(_form(listed), surface) == closeness


@pytest.mark.parametrize(
    ("listed", "surface", "closeness"),
    [
        pytest.param("al-Rutba", "Al Rutba", SPELLING, id="with a space"),
        pytest.param("al-Rutba", "ar-Rutba", SPELLING, id="as it is said"),
        pytest.param("al-Rutba", "Rutba", SPELLING, id="left out"),
        pytest.param("Rutba", "al-Rutba", SPELLING, id="added"),
        pytest.param("Rutba", "Ar Rutba", SPELLING, id="added, with a capital and a space"),
        pytest.param("Rutba", "ar Rutba", None, id="ar alone is no English, and no article as printed"),
        pytest.param("al-Bab", "Bab", None, id="left out of a short name"),
        pytest.param("al-Bab", "el-Bab", SPELLING, id="another article before a short name"),
        pytest.param("Deir ez-Zor", "Deir al-Zor", SPELLING, id="within the name"),
        pytest.param("an-Nusra", "an Nusra", None, id="an English word"),
        pytest.param("Nusra", "at Nusra", None, id="a preposition"),
    ],
)
def test_arabic_article(listed: str, surface: str, closeness: Closeness | None) -> None:
    assert closeness_of(_form(listed), surface) == closeness


@pytest.mark.parametrize(
    ("listed", "surface", "closeness"),
    [
        pytest.param("Raqqa", "Raqa", TRANSLITERATION, id="a doubled letter"),
        pytest.param("Raqqa", "RAQQAH", TRANSLITERATION, id="a silent h, in capitals"),
        pytest.param("Mayadin", "Mayadeen", TRANSLITERATION, id="a vowel"),
        pytest.param("al-Mayadin", "Mayadeen", TRANSLITERATION, id="a vowel and the article"),
        pytest.param("Mayadin", "mayadeen", None, id="lower case"),
        pytest.param("Hama", "Hamah", TRANSLITERATION, id="a silent h in a name of four letters"),
        pytest.param("Ham", "Hamm", None, id="a doubled letter in a shorter one"),
        pytest.param("Duma", "Douma", None, id="a vowel in a name of four letters"),
        pytest.param("Douma", "Dooma", TRANSLITERATION, id="a vowel in a name of five"),
        pytest.param("Azaz", "Aziz", None, id="another name"),
    ],
)
def test_transliteration(listed: str, surface: str, closeness: Closeness | None) -> None:
    assert closeness_of(_form(listed), surface) == closeness


@pytest.mark.parametrize(
    ("form", "surface", "closeness"),
    [
        pytest.param(_form("Kobanê", case=Case.EXACT), "Kobanê", LISTED, id="exact: as listed"),
        pytest.param(_form("Kobanê", case=Case.EXACT), "Kobane", None, id="exact: no accent"),
        pytest.param(_form("Geneva", case=Case.EXACT), "GENEVA", None, id="exact: capitals"),
        pytest.param(_form("Kobanê", case=Case.ANY), "koBANE", SPELLING, id="any: capitals and accent"),
        pytest.param(_form("Raqqa", case=Case.ANY), "raqqah", None, id="any: no transliteration in lower case"),
        pytest.param(_form("Geneva", case=Case.ANY), "geneva", CASE, id="any: lower case"),
        pytest.param(
            _form("Essen", is_transliterated=False), "Esen", None, id="a name in Latin letters has one spelling"
        ),
        pytest.param(_form("Raqqa", origin=Origin.NOT), "Raqa", None, id="not: as spelt"),
        pytest.param(_form("Raqqa Street", origin=Origin.NOT), "Raqqa-Street", SPELLING, id="not: house style"),
        pytest.param(_form("Russia Today", origin=Origin.NOT), "Russia today", None, id="not: in its capitals"),
    ],
)
def test_what_the_editor_declares(form: Form, surface: str, closeness: Closeness | None) -> None:
    assert closeness_of(form, surface) == closeness
