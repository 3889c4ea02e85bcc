"""Rules about articles, and how all rules' findings come together."""

from datetime import date
from pathlib import Path

import pytest

from news_archive.build import Settings, read_archive
from news_archive.checks import check_library
from news_archive.content import Places
from news_archive.matching import build_gazetteer
from news_archive.model import Actor, Article, ArticleId, EntityId, Finding, Library, PartialDate
from news_archive.pages import Addresses, Site

_TODAY = date(2020, 6, 15)


def _article(typed: str) -> Article:
    return Article(
        id=ArticleId(f"{typed[:4]}/a"),
        path=f"articles/{typed[:4]}/a.md",
        title="T",
        date=PartialDate.parse(typed),
        source="S",
        slug="a",
    )


def _check(library: Library) -> list[Finding]:
    return list(check_library(library, build_gazetteer(library.entities.values()), _TODAY))


@pytest.mark.parametrize(
    "typed",
    [
        pytest.param("2020-06-16", id="tomorrow"),
        pytest.param("2020-07", id="next month"),
        pytest.param("2999", id="a typing error"),
    ],
)
def test_a_date_after_today_is_remarked(typed: str) -> None:
    (finding,) = _check(Library((_article(typed),), {}))
    assert (finding.rule, finding.severity, finding.field) == ("future-date", "warning", "date")
    assert str(finding) == f"articles/{typed[:4]}/a.md: date: {typed} is after today (2020-06-15). Check the year"


@pytest.mark.parametrize(
    "typed",
    [
        pytest.param("2020-06-15", id="today"),
        pytest.param("2020-06-15T23:59-08:00", id="today in its zone"),
        pytest.param("2020-06", id="this month, which may be over or not"),
        pytest.param("2020", id="this year"),
        pytest.param("1988-03-16", id="long ago"),
    ],
)
def test_a_date_that_may_be_past_is_no_matter(typed: str) -> None:
    assert _check(Library((_article(typed),), {})) == []


def test_all_rules_are_applied_to_a_library() -> None:
    entities = {
        EntityId(f"actors/{id_}"): Actor(id=EntityId(f"actors/{id_}"), path=f"docs/actors/{id_}.md", name="SDF")
        for id_ in ("a", "b")
    }
    findings = _check(Library((_article("2021"),), entities))
    assert sorted((finding.path, finding.rule) for finding in findings) == [
        ("articles/2021/a.md", "future-date"),
        ("docs/actors/a.md", "claimed-twice"),
        ("docs/actors/a.md", "missing-description"),
        ("docs/actors/b.md", "missing-description"),
    ]


def test_findings_of_reading_and_of_the_rules_are_shown_in_one_order(tmp_path: Path) -> None:
    files = {
        "articles/2020/a.md": "---\ntitle: T\ndate: 2020-06-16\nsource: S\ntagz: x\n---\n",
        "articles/2020/b.md": "---\ntitle: T\ndate: 2020-02-30\nsource: S\n---\n",
        "articles/2020/c.md": "---\ntitle: T\ndate: 2020\nsource: S\nredirect_from: actors/a\n---\n",
        "docs/actors/a.md": "---\nname: A\ntyp: x\n---\n",
    }
    for path, text in files.items():
        (tmp_path / path).parent.mkdir(parents=True, exist_ok=True)
        (tmp_path / path).write_text(text)
    settings = Settings(places=Places(root=tmp_path), addresses=Addresses(), today=_TODAY, site=Site(name="S"))
    archive = read_archive(settings)
    assert [(finding.path.rpartition("/")[2], finding.rule) for finding in archive.findings] == [
        ("a.md", "future-date"),
        ("a.md", "unknown-field"),
        ("b.md", "field"),
        ("c.md", "redirect"),
        ("a.md", "missing-description"),
        ("a.md", "short-name"),
        ("a.md", "unknown-field"),
    ]
    assert [article.id for article in archive.library.articles] == ["2020/c", "2020/a"]
