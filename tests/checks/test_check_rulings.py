"""Rulings on names that the text does not have."""

from datetime import date

import pytest

from news_archive.checks import check_library
from news_archive.matching import build_gazetteer
from news_archive.model import Article, ArticleId, Finding, Library, PartialDate, Ruling


def _findings(name: str, body: str) -> list[Finding]:
    article = Article(
        id=ArticleId("2016/a"),
        path="articles/2016/a.md",
        title="T",
        date=PartialDate.parse("2016"),
        source="S",
        slug="a",
        body=body,
        rulings=(Ruling(text=name, entity=None, line=5),),
    )
    return list(check_library(Library((article,), {}), build_gazetteer([]), date(2020, 1, 1)))


@pytest.mark.parametrize(
    ("name", "body"),
    [
        ("Davis", "Then Davis left."),
        ("Jeff Davis", "Then Jeff\nDavis left."),
        ("Jeff Davis", "Then **Jeff** _Davis_ left."),
        ("People's Day", "On People’s\u00a0Day."),
    ],
)
def test_a_ruling_on_a_name_in_the_text_is_silent(name: str, body: str) -> None:
    assert _findings(name, body) == []


@pytest.mark.parametrize(("name", "advice"), [("Davies", "Did you mean Davis?"), ("Xyzzy", "exactly as printed")])
def test_a_ruling_on_nothing_is_told_with_its_line(name: str, advice: str) -> None:
    (finding,) = _findings(name, "Then Davis left.")
    assert (finding.path, finding.line, finding.field, finding.severity) == (
        "articles/2016/a.md",
        5,
        "mentions",
        "warning",
    )
    assert advice in finding.message
