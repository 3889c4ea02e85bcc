"""Lanes of dots, and the bars of the whole archive that lead to their months."""

import re
from xml.etree import ElementTree as ET

import pytest

from news_archive.archive import Chronology, Month, Stretch, Unit
from news_archive.model import Kind
from news_archive.pages.charts.articles import draw_articles
from news_archive.pages.charts.lanes import draw_lane

_AUGUST = 2016 * 12 + 7


def _traced(*articles: int) -> Chronology:
    stretches = tuple(Stretch(Month(_AUGUST + n), count, count, 9) for n, count in enumerate(articles))
    return Chronology(Unit.MONTH, stretches, (), ())


def _dots(svg: str) -> list[tuple[str, str]]:
    return re.findall(r'cx="([\d.]+)%" cy="11" r="([\d.]+)"', svg)


@pytest.mark.parametrize(
    ("articles", "most", "dots"),
    [
        ((4, 0, 1, 0), 4, [("12.5", "8"), ("62.5", "4")]),
        ((1, 0), 4, [("25", "4")]),
        ((1, 0), 400, [("25", "1.7")]),
        ((0, 0), 4, []),
    ],
)
def test_areas_of_dots_tell_articles(articles: tuple[int, ...], most: int, dots: list[tuple[str, str]]) -> None:
    assert _dots(draw_lane(_traced(*articles), Kind.ACTOR, most)) == dots


@pytest.mark.parametrize(("articles", "label"), [((1, 3, 3), "Most in September 2016"), ((0, 0), "None with a month")])
def test_a_lane_says_when_its_entity_is_named_most(articles: tuple[int, ...], label: str) -> None:
    assert f'aria-label="{label}"' in draw_lane(_traced(*articles), Kind.PLACE, 3)


def test_bars_of_the_archive_lead_to_their_months() -> None:
    counts = {Month(_AUGUST): 4, Month(_AUGUST + 1): 0, Month(_AUGUST + 2): 1}
    addresses = {Month(_AUGUST): "../a/?x&y#2016-08", Month(_AUGUST + 2): "../a/#2016-10"}
    svg = draw_articles(counts, Unit.MONTH, addresses)
    root = ET.fromstring(svg)  # noqa: S314  # our own
    assert [(a.get("href"), a.findtext("title")) for a in root.iter("a")] == [
        ("../a/?x&y#2016-08", "August 2016: 4 articles"),
        ("../a/#2016-10", "October 2016: 1 article"),
    ]
    assert re.findall(r'na-bars" d="M([\d.]+) 90v-([\d.]+)"', svg) == [("0.5", "90"), ("2.5", "22.5")]
    assert root.get("aria-label") == "Chart: 5 articles, most in August 2016 (4)"
