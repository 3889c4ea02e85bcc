"""The maps of articles, of entities and of the archive: what they choose, and what their pages say."""

import re
from collections.abc import Callable
from xml.etree import ElementTree as ET

import pytest

from news_archive.archive import build_index
from news_archive.model import Actor, AnnotatedArticle, ArticleId, Entity, EntityId, Place, Term
from news_archive.pages import Addresses, Introduction, PagePath, Sheet
from news_archive.pages.links import Links, Site
from news_archive.pages.locators import article_map, entity_map, in_words
from news_archive.pages.map_pages import archive_map, places_named
from news_archive.pages.map_views import MapView

MakeArticle = Callable[..., AnnotatedArticle]
Compose = Callable[..., list[Sheet]]
Draw = Callable[[Sheet], str]
DeadLinks = Callable[[list[Sheet], Addresses], list[str]]

_PLACES = {
    "geneva": (46.20, 6.14),
    "lausanne": (46.52, 6.63),
    "nyon": (46.38, 6.24),
    "switzerland": (46.8, 8.2),
    "vaud": (46.6, 6.5),
    "utrecht": (52.09, 5.12),
    "suva": (-18.14, 178.44),
    "nowhere": None,
}
_PARTS = {"nyon": "vaud", "vaud": "switzerland"}


def _entities() -> list[Entity]:
    places: list[Entity] = [
        Place(
            id=EntityId(f"places/{name}"),
            path=f"docs/places/{name}.md",
            name=name.capitalize(),
            coordinates=coordinates,
            part_of=(EntityId(f"places/{_PARTS[name]}"),) if name in _PARTS else (),
        )
        for name, coordinates in _PLACES.items()
    ]
    rhone = Place(
        id=EntityId("places/rhone"),
        path="docs/places/rhone.md",
        name="Rhône",
        line=((46.4, 6.9), (46.2, 6.14), (45.7, 4.8), (43.9, 4.8)),
    )
    who = Actor(id=EntityId("actors/who"), path="docs/actors/who.md", name="WHO")
    quiet = Actor(id=EntityId("actors/walter"), path="docs/actors/walter.md", name="Walter")
    return [
        *places,
        rhone,
        who,
        quiet,
        Term(id=EntityId("glossary/truce"), path="docs/glossary/truce.md", name="Truce"),
    ]


@pytest.fixture
def articles(make_article: MakeArticle) -> list[AnnotatedArticle]:
    def article(id_: str, *names: str) -> AnnotatedArticle:
        return make_article(id_, [("was named.", name) for name in names])

    geneva, lausanne, swiss = "places/geneva", "places/lausanne", "places/switzerland"
    return [
        article("2016/2016-01-01-a", geneva, geneva, lausanne, swiss, "actors/who", "places/nowhere"),
        article("2016/2016-02-01-b", geneva, "places/rhone", "places/nyon", "actors/who", geneva, geneva, geneva, geneva,
                "places/suva"),
        article("2017/2017-01-01-c", swiss, "glossary/truce"),
        article("2017/2017-02-01-d", "actors/walter"),
        article("2018/2018-02-01-e", "places/rhone"),
    ]  # fmt: skip


@pytest.fixture
def links(articles: list[AnnotatedArticle]) -> Links:
    index = build_index(articles, {entity.id: entity for entity in sorted(_entities(), key=lambda e: e.id)})
    return Links(index, Addresses(), Site(name="Site"))


def _archive_map(links: Links, year: int | None = None) -> MapView | None:
    articles = [id_ for id_ in links.in_time if year in (None, links.index.article(id_).date.year)]
    return archive_map(links, "../", places_named(links, articles), year)


def _circles(view: MapView | None) -> list[str]:
    """The names that screen readers say, in the order of the tabulator."""
    if view is None:
        return []
    svg = ET.fromstring(view.svg)  # noqa: S314  # our own drawing
    return [a.get("aria-label", "") for a in svg.iter("a") if a.get("class") == "na-spot"]


@pytest.mark.parametrize(
    ("article", "circles"),
    [
        ("2016/2016-01-01-a", ["Geneva, 2 mentions", "Lausanne, 1 mention"]),
        ("2016/2016-02-01-b", ["Geneva, 5 mentions", "Nyon, 1 mention"]),
        ("2017/2017-01-01-c", ["Switzerland, 1 mention"]),
        ("2017/2017-02-01-d", []),
        ("2018/2018-02-01-e", []),
    ],
)
def test_map_of_an_article_shows_its_places(links: Links, article: str, circles: list[str]) -> None:
    """Areas only where nothing else is there; a place at the other end of the world is left outside."""
    assert _circles(article_map(links, ArticleId(article), "../../../")) == circles


def test_table_of_an_article_has_every_place_with_a_position(links: Links) -> None:
    first = article_map(links, ArticleId("2016/2016-01-01-a"), "../../../")
    second = article_map(links, ArticleId("2016/2016-02-01-b"), "../../../")
    assert first is not None
    assert second is not None
    assert [(row.place.name, row.number, row.note) for row in first.rows] == [
        ("Geneva", 2, ""),
        ("Lausanne", 1, ""),
        ("Switzerland", 1, "an area"),
    ]
    assert [(row.place.name, row.position, row.note) for row in second.rows] == [
        ("Geneva", "46.20° N, 6.14° E", ""),
        ("Nyon", "46.38° N, 6.24° E", ""),
        ("Rhône", "", "a line"),
        ("Suva", "18.14° S, 178.44° E", "outside this map"),
    ]
    assert [place.name for place in second.outside] == ["Suva"]
    assert second.unit == "Mentions"


def test_links_of_a_map_lead_from_its_page(links: Links) -> None:
    view = article_map(links, ArticleId("2016/2016-01-01-a"), "../../../")
    assert view is not None
    assert re.findall(r'href="([^"]*)"', view.svg) == [
        "../../../places/rhone/",
        "../../../places/geneva/",
        "../../../places/lausanne/",
    ]


@pytest.mark.parametrize(
    ("entity", "circles"),
    [
        ("actors/who", ["Geneva, 2 shared articles", "Lausanne, 1 shared article", "Nyon, 1 shared article"]),
        ("actors/walter", []),
        ("glossary/truce", ["Switzerland, 1 shared article"]),
        ("places/geneva", ["Geneva, this place", "Lausanne, 1 shared article", "Nyon, 1 shared article"]),
        ("places/utrecht", ["Utrecht, this place"]),
        ("places/vaud", ["Nyon"]),
        ("places/switzerland", ["Geneva, 1 shared article", "Lausanne, 1 shared article", "Nyon"]),
        ("places/nowhere", ["Geneva, 1 shared article", "Lausanne, 1 shared article"]),
        ("places/rhone", ["Geneva, 1 shared article", "Nyon, 1 shared article"]),
    ],
)
def test_map_of_an_entity_shows_places_named_with_it(links: Links, entity: str, circles: list[str]) -> None:
    """A place stands on its own map; an area is shown by its parts."""
    assert _circles(entity_map(links, EntityId(entity), "../../")) == circles


def test_map_of_a_river_has_all_of_it(links: Links) -> None:
    view = entity_map(links, EntityId("places/rhone"), "../../")
    assert view is not None
    assert view.svg.count('class="na-here"') == 1


@pytest.mark.parametrize(
    ("year", "rows"),
    [
        (
            None,
            [("Geneva", 2, "1 January 2016", "1 February 2016"), ("Rhône", 2, "1 February 2016", "1 February 2018")],
        ),
        (2017, [("Switzerland", 1, "1 January 2017", "1 January 2017")]),
        (2018, []),
    ],
)
def test_map_of_the_archive_counts_articles(
    links: Links, year: int | None, rows: list[tuple[str, int, str, str]]
) -> None:
    view = _archive_map(links, year)
    found = (
        [(r.place.name, r.number, r.first.in_words, r.last.in_words) for r in view.rows if r.first and r.last]
        if view
        else []
    )
    assert found[: len(rows)] == rows
    assert (view is None) == (not rows)


def test_map_of_the_archive_has_a_drawing_for_phones_with_the_same_places(links: Links) -> None:
    view = _archive_map(links)
    assert view is not None
    wide, narrow = (sorted(re.findall(r'na-spot" href="([^"]*)"', svg)) for svg in (view.svg, view.narrow))
    assert wide == narrow
    assert len(wide) == 3


def test_there_is_a_page_of_all_years_and_one_of_each(
    articles: list[AnnotatedArticle], compose: Compose, draw: Draw, dead_links: DeadLinks
) -> None:
    sheets = [sheet for sheet in compose(articles, _entities()) if str(sheet.path).startswith("map/")]
    assert [(sheet.path, sheet.title) for sheet in sheets] == [
        ("map/index", "Map"),
        ("map/2016", "Map: 2016"),
        ("map/2017", "Map: 2017"),
        ("map/2018", "Map: 2018"),
    ]
    assert all(sheet.is_list for sheet in sheets)
    html = draw(sheets[0])
    assert [html.count(text) for text in ("The same as a table", "Not on the map", ">Nowhere</a>", "<svg")] == [
        1,
        1,
        1,
        2,
    ]
    assert "no statement on claims" in html
    assert 'aria-current="page">All years</a>' in html
    assert 'href="../map/2016/"' in html
    assert "No article names a place with coordinates yet." in draw(sheets[3])
    dead = dead_links(compose(articles, _entities()), Addresses())
    assert [link for link in dead if "/map/" in link] == []


def test_no_style_or_script_in_the_page(articles: list[AnnotatedArticle], compose: Compose, draw: Draw) -> None:
    for sheet in compose(articles, _entities()):
        if str(sheet.path).startswith("map/"):
            assert not re.search(r"\sstyle=|\son\w+=|<style|<script", draw(sheet))


def test_site_can_give_the_map_its_own_heading_and_text(
    articles: list[AnnotatedArticle], compose: Compose, draw: Draw
) -> None:
    own = {PagePath("map/index"): Introduction("Where it happened", "<p>Our words.</p>")}
    first, second = [
        s for s in compose(articles, _entities(), introductions=own) if s.path in ("map/index", "map/2016")
    ]
    assert (first.title, second.title) == ("Where it happened", "Where it happened: 2016")
    assert "<p>Our words.</p>" in draw(first)
    assert "<p>Our words.</p>" not in draw(second)


def test_long_tables_say_how_many_places_they_leave_out(
    make_article: MakeArticle, compose: Compose, draw: Draw
) -> None:
    names = [f"places/p{n}" for n in range(230)]
    places = [
        Place(id=EntityId(name), path=f"docs/{name}.md", name=f"P {n}", coordinates=(45 + n / 100, 6 + (n % 20) / 10))
        for n, name in enumerate(names)
    ]
    article = make_article("2016/2016-01-01-a", [("was named.", name) for name in names])
    html = draw(next(sheet for sheet in compose([article], places) if sheet.path == "map/index"))
    assert html.count('<tr><th scope="row">') == 200
    assert '30 more places are in <a href="../places/">the list of places</a>' in html
    assert len(html.encode()) < 200_000


@pytest.mark.parametrize(
    ("latitude", "longitude", "words"),
    [(46.2, 6.14, "46.20° N, 6.14° E"), (-18.14, -178.4, "18.14° S, 178.40° W"), (0.0, 0.0, "0.00° N, 0.00° E")],
)
def test_positions_in_words(latitude: float, longitude: float, words: str) -> None:
    assert in_words((latitude, longitude)) == words
