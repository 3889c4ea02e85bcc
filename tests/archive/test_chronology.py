"""When an entity is named: months, quarters and years, dates without a month, and months with few articles."""

from collections.abc import Callable

import pytest

from news_archive.archive import THIN, ArchiveIndex, Month, Unit, build_index, trace
from news_archive.model import AnnotatedArticle, Entity, EntityId

Annotated = Callable[..., AnnotatedArticle]
Dated = Callable[[list[tuple[str, int]]], ArchiveIndex]
YPG = EntityId("actors/ypg")


@pytest.fixture
def dated(annotated: Annotated) -> Dated:
    """An archive of articles, each with its date and how often it names the entity."""

    def build(articles: list[tuple[str, int]]) -> ArchiveIndex:
        return build_index(
            [
                annotated(" ".join(["[x|actors/ypg]"] * mentions), id_=f"a{number}", date=date)
                for number, (date, mentions) in enumerate(articles)
            ],
            {YPG: Entity(id=YPG, path="docs/actors/ypg.md", name="YPG")},
        )

    return build


def _month(text: str) -> Month:
    year, _, month = text.partition("-")
    return Month(int(year) * 12 + int(month or 1) - 1)


@pytest.mark.parametrize(
    ("articles", "unit", "stretches"),
    [
        pytest.param([], Unit.MONTH, [], id="an empty archive"),
        pytest.param([("2016-08-19", 2)], Unit.MONTH, [("2016-08", 2, 1, 1)], id="one article"),
        pytest.param(
            [("2016-11-30", 1), ("2017-01", 3), ("2017-01-05", 0)],
            Unit.MONTH,
            [("2016-11", 1, 1, 1), ("2016-12", 0, 0, 0), ("2017-01", 3, 1, 2)],
            id="a month without articles is there, also at a year's end",
        ),
        pytest.param(
            [("2016-01-10", 0), ("2016-03", 4), ("2016-04-01", 0)],
            Unit.MONTH,
            [("2016-01", 0, 0, 1), ("2016-02", 0, 0, 0), ("2016-03", 4, 1, 1), ("2016-04", 0, 0, 1)],
            id="from the archive's first month to its last, not the entity's",
        ),
        pytest.param(
            [("2016", 5), ("2016-02", 1)],
            Unit.MONTH,
            [("2016-02", 1, 1, 1)],
            id="a year is in no month, least of all in January",
        ),
        pytest.param(
            [("2016-02", 1), ("2016-03-31", 2), ("2016-12-01", 1)],
            Unit.QUARTER,
            [("2016-01", 3, 2, 2), ("2016-04", 0, 0, 0), ("2016-07", 0, 0, 0), ("2016-10", 1, 1, 1)],
            id="quarters",
        ),
        pytest.param(
            [("2014", 2), ("2016-02", 1), ("2016", 4), ("2016", 0)],
            Unit.YEAR,
            [("2014", 2, 1, 1), ("2015", 0, 0, 0), ("2016", 5, 2, 3)],
            id="years count articles without a month",
        ),
    ],
)
def test_stretches_count_mentions_and_articles(
    articles: list[tuple[str, int]], unit: Unit, stretches: list[tuple[str, int, int, int]], dated: Dated
) -> None:
    traced = trace(dated(articles), YPG, unit)
    assert [tuple(stretch) for stretch in traced.stretches] == [(_month(first), *rest) for first, *rest in stretches]


def test_articles_without_a_month_are_told_by_year(dated: Dated) -> None:
    traced = trace(dated([("2016", 1), ("2016", 2), ("2017-05", 1), ("2014", 1), ("2015", 0)]), YPG, Unit.MONTH)
    assert traced.without_month == ((2014, 1), (2016, 2))
    assert [(year.first // 12, year.mentions, year.archive) for year in traced.years] == [
        (2014, 1, 1),
        (2015, 0, 1),
        (2016, 3, 2),
        (2017, 1, 1),
    ]
    assert trace(dated([("2016", 1)]), YPG, Unit.YEAR).without_month == ()


def test_entity_that_nobody_names_has_empty_stretches(dated: Dated) -> None:
    traced = trace(dated([("2016-01", 1), ("2016-02", 0)]), EntityId("actors/nobody"), Unit.MONTH)
    assert [stretch.mentions for stretch in traced.stretches] == [0, 0]
    assert [stretch.archive for stretch in traced.stretches] == [1, 1]


@pytest.mark.parametrize(
    ("archive", "named", "share", "is_thin"),
    [(0, 0, 0.0, True), (1, 1, 1.0, True), (2, 1, 0.5, True), (3, 1, 1 / 3, False), (8, 0, 0.0, False)],
)
def test_a_share_of_few_articles_is_thin(
    archive: int, named: int, share: float, *, is_thin: bool, dated: Dated
) -> None:
    articles = [("2016-05-01", int(number < named)) for number in range(archive)]
    (_, stretch, _) = trace(dated([("2016-04", 0), *articles, ("2016-06", 0)]), YPG, Unit.MONTH).stretches
    assert stretch.share == pytest.approx(share)
    assert stretch.is_thin is is_thin
    assert stretch.is_thin is (archive < THIN)


@pytest.mark.parametrize(
    ("dates", "most", "unit"),
    [
        (["2016-01", "2016-12"], 12, Unit.MONTH),
        (["2016-01", "2017-01"], 12, Unit.QUARTER),
        (["2016-03", "2018-12"], 12, Unit.QUARTER),
        (["2016-03", "2019-01"], 12, Unit.YEAR),
        (["2016", "2017"], 12, Unit.YEAR),
        ([*map(str, range(2001, 2015)), "2020-01"], 120, Unit.YEAR),
        (["2015", "2016-01", "2016-05"], 12, Unit.YEAR),
        (["2016-01", "2016-05", "2017"], 12, Unit.YEAR),
        (["2016-01", "2016", "2016-05"], 12, Unit.MONTH),
        (["2015-12", "2016", "2017-01"], 12, Unit.QUARTER),
        ([], 12, Unit.YEAR),
    ],
)
def test_unit_is_the_smallest_of_which_there_are_not_too_many(
    dates: list[str], most: int, unit: Unit, dated: Dated
) -> None:
    coverage = dated([(date, 0) for date in dates]).coverage
    assert coverage.unit(most) is unit
    assert len(coverage.by(unit)) <= most
    assert sum(coverage.by(Unit.YEAR).values()) == len(dates)


def test_coverage_does_not_depend_on_the_order_of_articles(dated: Dated) -> None:
    articles = [("2017", 1), ("2016-05", 1), ("2016-04", 1), ("2015", 2)]
    one, other = dated(articles).coverage, dated(articles[::-1]).coverage
    assert list(one.articles.items()) == list(other.articles.items())
    assert list(one.without_month.items()) == list(other.without_month.items())
