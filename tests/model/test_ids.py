"""What names an article or an entity."""

import pytest

from news_archive.model import slug


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Daily Paper", "daily-paper"),
        ("The <Daily> & Sons", "the-daily-sons"),
        ("  A--b__c  ", "a-b-c"),
        ("Süddeutsche Zeitung", "suddeutsche-zeitung"),
        ("Agence 24", "agence-24"),
        ("x" * 200, "x" * 80),
    ],
)
def test_slug_is_made_of_latin_letters_and_digits(text: str, expected: str) -> None:
    assert slug(text) == expected


def test_slug_of_another_script_is_short_steady_and_its_own() -> None:
    slugs = {slug(text) for text in ("الجريدة", "الصحيفة", "Правда", "!!!")}
    assert len(slugs) == 4
    assert all(len(text) == 12 and text.isalnum() and text.isascii() for text in slugs)
    assert slug("Правда") == slug("Правда")
