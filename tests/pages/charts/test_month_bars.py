"""The chart of an entity: bars in proportion, bands, years on the axis, words, and the table."""

import gzip
import re
from collections.abc import Callable
from itertools import pairwise
from xml.etree import ElementTree as ET

import pytest

from news_archive.archive import ArchiveIndex, Month, Unit, build_index
from news_archive.model import AnnotatedArticle, Entity, EntityId, PartialDate
from news_archive.pages.charts.axes import words_for, year_labels
from news_archive.pages.charts.months import MonthsView, bars, entity_months

MakeArticle = Callable[..., AnnotatedArticle]
Dated = Callable[[list[tuple[str, int]]], ArchiveIndex]
WHO = EntityId("actors/who")
_BAR = re.compile(r"M([0-9.]+) ([0-9.]+)v-([0-9.]+)")
_SVG = "{http://www.w3.org/2000/svg}"


@pytest.fixture
def dated(make_article: MakeArticle) -> Dated:
    def build(articles: list[tuple[str, int]]) -> ArchiveIndex:
        return build_index(
            [
                make_article(f"2016-01-01-{number}", [("x", WHO)] * mentions, date=PartialDate.parse(date))
                for number, (date, mentions) in enumerate(articles)
            ],
            {WHO: Entity(id=WHO, path="docs/actors/who.md", name="WHO")},
        )

    return build


def _chart(index: ArchiveIndex) -> MonthsView:
    view = entity_months(index, WHO)
    assert view
    return view


def _bars(view: MonthsView, style: str, number: int = 0) -> list[tuple[float, float]]:
    """Column and height of each bar of a path."""
    path = re.findall(f'<path class="{style}" d="([^"]*)"', view.svg)[number]
    return [(float(x) - 0.5, float(height)) for x, _, height in _BAR.findall(path)]


@pytest.mark.parametrize(
    ("parts", "expected"),
    [
        ([0.5, 0, 1], "M0.5 64v-32M2.5 64v-64"),
        ([1 / 3], "M0.5 64v-21.3"),
        ([0.001], "M0.5 64v-1"),
    ],
)
def test_bars_are_in_proportion_and_the_least_can_be_seen(parts: list[float], expected: str) -> None:
    assert bars(parts, 64, 64) == f'<path class="na-bars" d="{expected}"/>'


def test_nothing_is_drawn_for_nothing() -> None:
    assert bars([0, 0.0], 64, 64) == ""


def test_chart_has_mentions_above_and_shares_below(dated: Dated) -> None:
    """In May one of four articles; in June all of two, which are few, so that the share is pale on a band."""
    view = _chart(dated([("2016-05", 8), *[("2016-05", 0)] * 3, ("2016-06", 1), ("2016-06", 1)]))
    assert _bars(view, "na-bars") == [(0, 64), (1, 16)]
    assert _bars(view, "na-bars", 1) == [(0, 7.5)]
    assert _bars(view, "na-bars na-thin") == [(1, 30)]
    assert 'class="na-band" d="M1 88h1v30h-1z"' in view.svg
    assert view.caption == "Mentions per month, May 2016 to June 2016"
    assert "10 mentions, most in May 2016 (8)" in view.svg


def test_neighbouring_thin_months_share_a_band(dated: Dated) -> None:
    view = _chart(dated([("2016-01", 1), ("2016-03", 1), *[("2016-04", 1)] * 3, ("2016-05", 0)]))
    assert 'd="M0 88h3v30h-3zM4 88h1v30h-1z"' in view.svg
    assert any("fewer than 3 articles" in note for note in view.notes)


def test_notes_speak_of_thin_months_only_where_there_are_any(dated: Dated) -> None:
    view = _chart(dated([("2016-01", 1)] * 3 + [("2016-02", 1)] * 3))
    assert "na-band" not in view.svg
    assert len(view.notes) == 1


@pytest.mark.parametrize(
    ("articles", "note"),
    [
        ([("2016", 1)], "1 article of 2016 has no month."),
        ([("2016", 1), ("2016", 2), ("2016", 0)], "2 articles of 2016 have no month."),
    ],
)
def test_articles_without_a_month_are_told_in_words(articles: list[tuple[str, int]], note: str, dated: Dated) -> None:
    view = _chart(dated([("2016-02", 3), ("2016-04", 0), *articles]))
    assert view.notes[-1] == note
    assert _bars(view, "na-bars") == [(0, 64)]
    assert view.rows[0].mentions == 3 + sum(mentions for _, mentions in articles)


def test_table_has_the_years_and_the_months_that_name_the_entity(dated: Dated) -> None:
    view = _chart(
        dated([("2016-02", 3), ("2016-02", 0), ("2016-02", 0), ("2016-04", 1), ("2017-01", 0), ("2018-05", 2)])
    )
    assert [(r.label, r.is_year, r.mentions, r.articles, r.archive, r.share) for r in view.rows] == [
        ("2016", True, 4, 2, 4, "50\N{NO-BREAK SPACE}%"),
        ("February 2016", False, 3, 1, 3, "33\N{NO-BREAK SPACE}%"),
        ("April 2016", False, 1, 1, 1, ""),
        ("2018", True, 2, 1, 1, ""),
        ("May 2018", False, 2, 1, 1, ""),
    ]


@pytest.mark.parametrize(
    "articles",
    [[("2016-05", 0), ("2017-05", 0)], [("2016-05", 2)], [("2016", 2), ("2016", 1)]],
    ids=["named nowhere", "one month", "one year"],
)
def test_without_anything_to_compare_there_is_no_chart(articles: list[tuple[str, int]], dated: Dated) -> None:
    assert entity_months(dated(articles), WHO) is None


@pytest.mark.parametrize(
    ("first", "last", "unit", "columns"),
    [
        ("2010-01", "2019-12", "month", 120),
        ("2010-01", "2020-01", "quarter", 41),
        ("1950-06", "2020-01", "year", 71),
        ("1950", "2020", "year", 71),
    ],
)
def test_long_archives_go_by_quarter_or_year(first: str, last: str, unit: str, columns: int, dated: Dated) -> None:
    view = _chart(dated([(first, 1), (last, 4)]))
    assert view.unit == unit
    assert f'viewBox="0 0 {columns} ' in view.svg
    assert _bars(view, "na-bars") == [(0, 16), (columns - 1, 64)]


def test_chart_is_well_formed_and_has_no_style_of_its_own(dated: Dated) -> None:
    view = _chart(dated([("2016-05", 1), ("2019-02", 3), ("2018", 1)]))
    root = ET.fromstring(view.svg.replace("<svg ", '<svg xmlns="http://www.w3.org/2000/svg" ', 1))  # noqa: S314  # our own
    assert root.get("role") == "img"
    assert root.get("aria-label")
    assert not [element for element in root.iter() if {"style", "id"} & set(element.keys())]
    assert not list(root.iter(f"{_SVG}script"))


def test_chart_of_six_years_takes_less_than_a_kilobyte(dated: Dated) -> None:
    months = [f"{year}-{month:02}" for year in range(2014, 2020) for month in range(1, 13)]
    articles = [(date, number * 7 % 13) for number, date in enumerate(months * 5)]
    assert len(gzip.compress(_chart(dated(articles)).svg.encode(), 9)) <= 1024


def test_same_archive_gives_the_same_chart(dated: Dated) -> None:
    articles = [("2016-05", 1), ("2019-02", 3), ("2018", 1), ("2016-05", 2)]
    assert entity_months(dated(articles), WHO) == entity_months(dated(articles[::-1]), WHO)


@pytest.mark.parametrize(
    ("first", "unit", "words"),
    [
        (2016 * 12 + 7, Unit.MONTH, "August 2016"),
        (2016 * 12 + 6, Unit.QUARTER, "July–September 2016"),
        (2016 * 12 + 9, Unit.QUARTER, "October–December 2016"),
        (2016 * 12, Unit.YEAR, "2016"),
    ],
)
def test_stretches_have_words(first: int, unit: Unit, words: str) -> None:
    assert words_for(Month(first), unit) == words


@pytest.mark.parametrize(
    ("first", "columns", "step", "years"),
    [
        pytest.param(2014 * 12, 72, 1, ["2014", "2015", "2016", "2017", "2018", "2019"], id="all have room"),
        pytest.param(2014 * 12 + 10, 50, 1, ["2015", "2016", "2017", "2018"], id="a late beginning gives way"),
        pytest.param(2014 * 12, 37, 1, ["2014", "2015", "2016"], id="the last has no room"),
        pytest.param(2010 * 12, 240, 1, [str(year) for year in range(2010, 2030, 2)], id="every second"),
        pytest.param(2016 * 12 + 5, 2, 1, ["2016"], id="a part of one year"),
        pytest.param(2016 * 12 + 11, 2, 1, ["2016", "2017"], id="two months of two years"),
        pytest.param(1950 * 12, 71, 12, [str(year) for year in range(1952, 2009, 8)], id="by year"),
    ],
)  # fmt: skip
def test_years_are_labelled_as_far_as_there_is_room(first: int, columns: int, step: int, years: list[str]) -> None:
    labels = year_labels([Month(first + number * step) for number in range(columns)], 10)
    assert re.findall(r">(\d+)<", labels) == years
    places = [float(x) for x in re.findall(r'x="([\d.]+)%"', labels)]
    assert all(right - left >= 10 for left, right in pairwise(places))
