"""Words and orders that pages share."""

import pytest

from news_archive.model import PartialDate, Period
from news_archive.pages.words import direction, language_name, letter_of, period, sort_key, validity


@pytest.mark.parametrize(
    ("name", "letter"),
    [
        ("Manbij", "M"),
        ("al-Bab", "A"),
        ("Écran", "E"),
        ("Şengal", "S"),
        ("“Quoted”", "Q"),
        ("'Ayn", "A"),
        ("7 April", "0–9"),
        ("…", "0–9"),
        ("الحسكة", "ا"),
        ("Ястреб", "Я"),
        ("ßeta", "S"),
    ],
)
def test_name_stands_under_its_first_letter(name: str, letter: str) -> None:
    assert letter_of(name) == letter


def test_names_are_sorted_without_regard_to_case_accents_and_marks() -> None:
    names = ["Zoo", "écran", "“Border”", "al-Bab", "apple", "Eagle", "Édith", "Al-Asad", "Apple"]
    ordered = ["Al-Asad", "al-Bab", "Apple", "apple", "“Border”", "Eagle", "écran", "Édith", "Zoo"]
    assert sorted(names, key=sort_key) == ordered


@pytest.mark.parametrize(
    ("lang", "name"),
    [
        ("ar", "Arabic"),
        ("ku", "Kurdish"),
        ("ckb", "Central Kurdish"),
        ("tr", "Turkish"),
        ("xx", "xx"),
        ("not-one", "not-one"),
    ],
)
def test_language_has_its_english_name_or_its_code(lang: str, name: str) -> None:
    assert language_name(lang) == name


@pytest.mark.parametrize(
    ("lang", "expected"),
    [
        ("ar", "rtl"),
        ("fa", "rtl"),
        ("he", "rtl"),
        ("ckb", "rtl"),
        ("ar-SY", "rtl"),
        ("en", None),
        ("ku", None),
        ("xx", None),
        (None, None),
    ],
)
def test_direction_is_told_for_languages_from_right_to_left(lang: str | None, expected: str | None) -> None:
    assert direction(lang) == expected


def _date(text: str | None) -> PartialDate | None:
    return PartialDate.parse(text) if text else None


@pytest.mark.parametrize(
    ("since", "until", "words"),
    [
        (None, None, None),
        ("2015", None, "from 2015"),
        (None, "2016-07", "until July 2016"),
        ("2015-10-11", "2016", "11 October 2015 to 2016"),
    ],
)
def test_validity_is_told_in_words(since: str | None, until: str | None, words: str | None) -> None:
    assert validity(_date(since), _date(until)) == words


@pytest.mark.parametrize(
    ("first", "last", "words"),
    [("2016-08-19", "2016-08-19", "19 August 2016"), ("2016-08-16", "2016-08-23", "16 August 2016 to 23 August 2016")],
)
def test_period_of_one_day_is_told_once(first: str, last: str, words: str) -> None:
    assert period(Period(first=PartialDate.parse(first), last=PartialDate.parse(last))) == words
