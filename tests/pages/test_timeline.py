"""The timeline: its chart, lanes and months, on one page or one for each year."""

import re
from collections.abc import Callable
from html import unescape

import pytest

from news_archive.model import Actor, AnnotatedArticle, Entity, EntityId, PartialDate, Place, Term
from news_archive.pages import Addresses, Introduction, PagePath, Sheet

MakeArticle = Callable[..., AnnotatedArticle]
Compose = Callable[..., list[Sheet]]
Draw = Callable[[Sheet], str]
DeadLinks = Callable[[list[Sheet], Addresses], list[str]]

_LIMIT = 185_000
"""With the theme's 15 kB, 200 kB."""
_TIMELINE = PagePath("timeline/index")


def _entities() -> list[Entity]:
    return [
        *(Actor(id=EntityId(f"actors/a{n:02}"), path="", name=f"Actor {n:02}") for n in range(15)),
        *(Place(id=EntityId(f"places/p{n:02}"), path="", name=f"Place {n:02}") for n in range(15)),
        Term(id=EntityId("glossary/term"), path="", name="Term"),
    ]


def _timeline(sheets: list[Sheet]) -> list[Sheet]:
    return [sheet for sheet in sheets if sheet.path.startswith("timeline/")]


@pytest.fixture
def articles(make_article: MakeArticle) -> list[AnnotatedArticle]:
    """Seven of August 2016, one of January 2016, one of 2016, and one of 2018."""
    return [
        *(
            make_article(
                f"2016/2016-08-1{n}-x",
                [("x", "actors/a01"), ("x", f"actors/a{n + 2:02}"), ("x", "places/p03"), ("x", "glossary/term")],
                title=f"August & {n}",
            )
            for n in range(7)
        ),
        make_article("2016/2016-01-01-y", [("x", "actors/a14")]),
        make_article("2016/2016-01-01-z", [("x", "places/p03")], date=PartialDate.parse("2016")),
        make_article("2018/2018-03-02-x", [("x", "actors/a01"), ("x", "actors/a01")]),
    ]


def _months(html: str) -> list[tuple[str, str]]:
    """Headings and what they say of articles."""
    found = re.findall(r'<h3><a href="[^"]*">([^<]*)</a> <span class="na-count">([^<]*)<', html)
    return [(label, count) for label, count in found]


@pytest.mark.parametrize("addresses", [Addresses(), Addresses(use_directory_urls=False)], ids=["directories", "files"])
def test_timeline_has_every_month_and_all_its_links_lead_somewhere(
    addresses: Addresses, articles: list[AnnotatedArticle], compose: Compose, draw: Draw, dead_links: DeadLinks
) -> None:
    sheets = compose(articles, _entities(), addresses)
    (sheet,) = _timeline(sheets)
    assert _months(draw(sheet)) == [
        ("January 2016", "1 article"),
        ("August 2016", "7 articles"),
        ("2016, month not known", "1 article"),
        ("March 2018", "1 article"),
    ]
    assert [link for link in dead_links(sheets, addresses) if "/timeline/" in link] == []


def test_a_month_shows_some_titles_and_leads_to_the_rest(
    articles: list[AnnotatedArticle], compose: Compose, draw: Draw
) -> None:
    html = draw(_timeline(compose(articles, _entities()))[0])
    august = html.partition(">August 2016</a>")[2].partition("</section>")[0]
    assert re.findall(r">(August &amp; \d)<", august) == [f"August &amp; {n}" for n in range(5)]
    assert '<a href="../articles/2016/#2016-08">and 2 more</a>' in august
    named = re.findall(r'<a class="na-(actor|place|term)" href="[^"]*">([^<]*)</a> (\d)', august)
    assert named == [("actor", "Actor 01", "7"), ("actor", "Actor 02", "1"), ("actor", "Actor 03", "1"), ("place", "Place 03", "7")]  # fmt: skip


def test_bars_lead_to_months_and_articles_of_a_year_to_none(
    articles: list[AnnotatedArticle], compose: Compose, draw: Draw
) -> None:
    html = draw(_timeline(compose(articles, _entities()))[0])
    chart = re.findall(r'<a href="([^"]*)" tabindex="-1"><title>([^<]*)<', html)
    assert chart == [
        ("../articles/2016/#2016-01", "January 2016: 1 article"),
        ("../articles/2016/#2016-08", "August 2016: 7 articles"),
        ("../articles/2018/#2018-03", "March 2018: 1 article"),
    ]
    assert "1 article of 2016 has no month." in html


def test_lanes_are_those_of_the_most_named_actors_and_places(
    articles: list[AnnotatedArticle], compose: Compose, draw: Draw
) -> None:
    html = draw(_timeline(compose(articles, _entities()))[0])
    lanes = html[html.index('class="na-lanes"') : html.rindex('class="na-lanes"')]
    assert re.findall(r">(Actor \d+)<", lanes)[:3] == ["Actor 01", "Actor 02", "Actor 03"]
    assert "Term<" not in html
    row = html.partition('<th scope="row">Actor 01</th>')[2].partition("</tr>")[0]
    assert re.findall(r"<td>([^<]*)</td>", row) == ["7", "–", "1", "8"]
    row = html.partition('<th scope="row">Place 03</th>')[2].partition("</tr>")[0]
    assert re.findall(r"<td>([^<]*)</td>", row) == ["8", "–", "–", "8"]


def test_at_most_twelve_of_a_kind_have_lanes(make_article: MakeArticle, compose: Compose, draw: Draw) -> None:
    articles = [
        make_article(f"2016/2016-0{month}-01-x", [("x", f"{kind}{n:02}") for n in range(15) for kind in ("actors/a", "places/p")])
        for month in (1, 5)
    ]  # fmt: skip
    html = draw(_timeline(compose(articles, _entities()))[0])
    assert html.count("na-dots-actor") == html.count("na-dots-place") == 12


@pytest.mark.parametrize(
    "dates", [[], ["2016-05-01"], ["2016-05-01", "2016-05-02"]], ids=["nothing", "an article", "a month"]
)
def test_without_anything_to_compare_there_is_no_chart(
    dates: list[str], make_article: MakeArticle, compose: Compose, draw: Draw
) -> None:
    articles = [make_article(f"2016/{date}", [("x", "actors/a01")]) for date in dates]
    html = draw(_timeline(compose(articles, _entities()))[0])
    assert "na-chart" not in html
    assert len(_months(html)) == min(1, len(dates))


@pytest.mark.parametrize(("named", "lanes"), [("2016", 0), ("2016-05-02", 1)], ids=["a year and no month", "a month"])
def test_without_a_dot_to_draw_there_are_no_lanes(
    named: str, lanes: int, make_article: MakeArticle, compose: Compose, draw: Draw
) -> None:
    articles = [
        make_article("2016/2016-01-01-x", []),
        make_article("2016/2016-06-01-x", []),
        make_article("2016/2016-05-02-y", [("x", "actors/a01")], date=PartialDate.parse(named)),
    ]
    html = draw(_timeline(compose(articles, _entities()))[0])
    assert html.count("na-dots-actor") == lanes
    assert "the largest is 0" not in html


def test_years_without_months_have_their_columns(make_article: MakeArticle, compose: Compose, draw: Draw) -> None:
    articles = [
        *(make_article(f"{year}/{year}-01-01-x", [], date=PartialDate.parse(str(year))) for year in range(2001, 2015)),
        make_article("2020/2020-01-05-x", []),
    ]
    html = draw(_timeline(compose(articles, _entities()))[0])
    assert "Articles per year" in html
    bars = re.findall(r'tabindex="-1"><title>(\d+): 1 article<', html)
    assert bars == [*map(str, range(2001, 2015)), "2020"]


def test_a_long_timeline_has_a_page_a_year_and_none_is_too_long(
    make_article: MakeArticle, compose: Compose, draw: Draw, dead_links: DeadLinks
) -> None:
    articles = [
        make_article(
            f"{year}/{year}-{month:02}-{day:02}-x",
            [("x", f"actors/a{(month + day) % 15:02}"), ("x", f"places/p{(year + day) % 15:02}")],
            title="A title of usual length, which says what the article tells " + "é" * day,
        )
        for year in range(2005, 2021)
        for month in range(1, 13)
        for day in range(1, 8)
    ]
    sheets = compose(articles, _entities())
    timeline = _timeline(sheets)
    assert [sheet.path for sheet in timeline] == [_TIMELINE, *(f"timeline/{year}" for year in range(2005, 2021))]
    drawn = [draw(sheet) for sheet in timeline]
    assert max(len(html.encode()) for html in drawn) < _LIMIT
    assert [len(_months(html)) for html in drawn] == [0] + [12] * 16
    assert [link for link in dead_links(sheets, Addresses()) if "/timeline/" in link] == []


def test_no_page_is_longer_than_the_limit_before_it_is_split(
    make_article: MakeArticle, compose: Compose, draw: Draw
) -> None:
    """The longest timelines on one page, by an estimate of their bytes."""
    longest = 0
    for years in range(3, 12):
        articles = [
            make_article(
                f"{year}/{year}-{month:02}-{day:02}-x",
                [("x", f"{kind}{n + day:02}") for n in range(3) for kind in ("actors/a", "places/p")],
                title="A title " * 12,
            )
            for year in range(2000, 2000 + years)
            for month in range(1, 13)
            for day in range(1, 6)
        ]
        sheets = _timeline(compose(articles, _entities()))
        if len(sheets) == 1:
            longest = len(draw(sheets[0]).encode())
    assert 100_000 < longest < _LIMIT


def test_headings_of_lists_have_ids_that_stand_once(
    articles: list[AnnotatedArticle], make_article: MakeArticle, compose: Compose, draw: Draw
) -> None:
    """An article of 2016 stands between two of 1 January."""
    further = make_article("2016/2016-01-01-zz", [])
    sheets = {sheet.path: sheet for sheet in compose([*articles, further], _entities())}
    html = draw(sheets[PagePath("articles/2016/index")])
    ids = re.findall(r'<h2 id="([^"]*)">([^<]*)<', html)
    assert sorted(ids) == [("2016", "2016"), ("2016-01", "January 2016"), ("2016-08", "August 2016")]


def test_site_gives_its_own_heading_and_text(articles: list[AnnotatedArticle], compose: Compose, draw: Draw) -> None:
    introductions = {_TIMELINE: Introduction("Years & days", "<p>Read it from the top.</p>")}
    (sheet,) = _timeline(compose(articles, _entities(), introductions=introductions))
    html = draw(sheet)
    assert sheet.title == "Years & days"
    assert "Years & days" in unescape(re.findall(r"<h1[^>]*>(.*?)</h1>", html)[0])
    assert "<p>Read it from the top.</p>" in html


def test_timeline_does_not_depend_on_the_order_of_reading(
    articles: list[AnnotatedArticle], compose: Compose, draw: Draw
) -> None:
    one, other = (_timeline(compose(given, _entities()))[0] for given in (articles, articles[::-1]))
    assert draw(one) == draw(other)


def test_timeline_has_nothing_that_a_strict_policy_forbids(
    articles: list[AnnotatedArticle], compose: Compose, draw: Draw
) -> None:
    assert re.findall(r"\sstyle=|\son\w+=|<script|<style", draw(_timeline(compose(articles, _entities()))[0])) == []
