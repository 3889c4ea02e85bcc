"""What an entity's page says besides its mentions: sources, parts, undecided names."""

import re
from collections.abc import Callable, Sequence
from pathlib import Path

import pytest

from news_archive.archive import build_index
from news_archive.model import Actor, Ambiguity, AnnotatedArticle, EntityId, Place, Reason, ReasonKind, Span
from news_archive.pages import Addresses, Sheet, Site
from news_archive.pages.balance import source_balance
from news_archive.pages.links import Links
from news_archive.pages.quoting import filters_of
from news_archive.pages.roll_up import roll_up

MakeArticle = Callable[..., AnnotatedArticle]
Compose = Callable[..., list[Sheet]]
Draw = Callable[[Sheet], str]
_GUARD = Actor(id=EntityId("actors/guard"), path="docs/actors/guard.md", name="Guard")
_STYLE = Path(__file__).parents[2] / "plugins/news_archive/pages/assets/css/10-pages.css"


def _place(name: str, *wholes: str) -> Place:
    part_of = tuple(EntityId(f"places/{whole}") for whole in wholes)
    return Place(id=EntityId(f"places/{name}"), path=f"docs/places/{name}.md", name=name.title(), part_of=part_of)


_PLACES = (_place("land"), _place("north", "land"), _place("town", "north"), _place("mill", "town"), _place("isle"))


@pytest.fixture
def links_of(make_article: MakeArticle) -> Callable[..., Links]:
    """The archive of articles given as (source, language, names)."""

    def links(*articles: tuple[str, str | None, Sequence[str]]) -> Links:
        made = [
            make_article(f"2016/2016-01-{n:02}-a", [("did.", e) for e in named], source=source, lang=lang)
            for n, (source, lang, named) in enumerate(articles, 1)
        ]
        entities = {entity.id: entity for entity in sorted((_GUARD, *_PLACES), key=lambda e: e.id)}
        return Links(build_index(made, entities), Addresses(), Site(name="S"))

    return links


@pytest.mark.parametrize(
    ("sources", "shares", "is_one_sided"),
    [
        pytest.param("A", [("A", 1, 100)], False, id="one article says nothing of balance"),
        pytest.param("AAAB", [("A", 3, 75), ("B", 1, 25)], False, id="four articles are few"),
        pytest.param("AAAAB", [("A", 4, 80), ("B", 1, 20)], True, id="most by one"),
        pytest.param("AAABB", [("A", 3, 60), ("B", 2, 40)], False, id="exactly 60 percent is not more"),
        pytest.param("ABCDE", [("A", 1, 20), ("B", 1, 20), ("C", 1, 20)], False, id="the first three by name"),
    ],
)
def test_balance_tells_the_largest_sources(
    sources: str, shares: list[tuple[str, int, int]], *, is_one_sided: bool, links_of: Callable[..., Links]
) -> None:
    balance = source_balance(links_of(*((source, None, ["actors/guard"]) for source in sources)), _GUARD.id)
    assert balance
    assert (balance.articles, balance.sources) == (len(sources), len(set(sources)))
    assert [(s.name, s.articles, s.percent) for s in balance.shares] == shares
    assert balance.is_one_sided is is_one_sided


@pytest.mark.parametrize(
    ("langs", "told"), [((None, "en"), []), (("ar", None), ["Arabic", "English"]), (("ku",), ["Kurdish"])]
)
def test_balance_tells_languages_where_they_differ_from_the_sites(
    langs: tuple[str | None, ...], told: list[str], links_of: Callable[..., Links]
) -> None:
    balance = source_balance(links_of(*(("A", lang, ["actors/guard"]) for lang in langs)), _GUARD.id)
    assert balance
    assert list(balance.languages) == told


def test_what_no_article_names_has_no_balance(links_of: Callable[..., Links]) -> None:
    assert source_balance(links_of(), _GUARD.id) is None


def test_filters_are_for_the_twelve_sources_with_most_articles(links_of: Callable[..., Links]) -> None:
    sources = [f"S{n:02}" for n in range(14)] + ["S13"]
    links = links_of(*((source, None, ["actors/guard"]) for source in sources))
    filters = filters_of(links, links.index.passages[_GUARD.id])
    assert [(f.source, f.name, f.anchor) for f in filters.shown][:2] == [
        ("S13", "f1", "na-source-s13"),
        ("S00", "f2", "na-source-s00"),
    ]
    assert len(filters.shown) == 12
    style = _STYLE.read_text("utf-8")
    for shown in filters.shown:
        assert f".na-mentions:has(.{shown.name}:target) .na-passages > li:not(.{shown.name})" in style


@pytest.mark.parametrize(
    ("sources", "anchors"),
    [
        ("AAA", []),
        (("A b", "A-b"), ["na-source-a-b", "na-source-a-b-2"]),
        (("S", "S 2", "S!"), ["na-source-s", "na-source-s-2", "na-source-s-3"]),
    ],
)
def test_filters_have_anchors_of_their_own(
    sources: Sequence[str], anchors: list[str], links_of: Callable[..., Links]
) -> None:
    links = links_of(*((source, None, ["actors/guard"]) for source in sources))
    assert [f.anchor for f in filters_of(links, links.index.passages[_GUARD.id]).shown] == anchors


def test_passages_bear_the_class_of_their_source(make_article: MakeArticle, compose: Compose, draw: Draw) -> None:
    articles = [
        make_article(f"2016/2016-01-0{n}-a", [("did.", "actors/guard")], source=source)
        for n, source in enumerate(("North", "South", "South"), 1)
    ]
    (sheet,) = [sheet for sheet in compose(articles, [_GUARD]) if sheet.entity]
    html = draw(sheet)
    assert re.findall(r'<li class="(f\d+)"><p class="na-quote"', html) == ["f2", "f1", "f1"]
    assert '<a class="f1" id="na-source-south" href="#na-source-south">South</a>' in html


_NAMED = (
    ("A", None, ["places/town"]),
    ("A", None, ["places/north", "places/mill"]),
    ("A", None, ["places/mill"]),
    ("A", None, ["places/isle"]),
)


@pytest.mark.parametrize(
    ("place", "articles", "parts", "latest"),
    [
        ("land", 3, ["Mill", "North", "Town"], 3),
        ("north", 3, ["Mill", "Town"], 2),
        ("town", 3, ["Mill"], 2),
        ("mill", None, [], 0),
        ("isle", None, [], 0),
    ],
)
def test_place_is_rolled_up_with_its_parts_at_any_depth(
    place: str, articles: int | None, parts: list[str], latest: int, links_of: Callable[..., Links]
) -> None:
    rolled = roll_up(links_of(*_NAMED), EntityId(f"places/{place}"))
    assert (rolled and rolled.articles) == articles
    if rolled:
        assert [part.entity.name for part in rolled.parts] == parts
        assert len(rolled.latest) == latest
        assert (rolled.more, rolled.more_parts) == (0, 0)


def test_articles_that_name_only_parts_are_the_latest_and_counted(links_of: Callable[..., Links]) -> None:
    rolled = roll_up(links_of(*[("A", None, ["places/town"])] * 15), EntityId("places/north"))
    assert rolled
    assert [article.date.iso for article in rolled.latest][:2] == ["2016-01-15", "2016-01-14"]
    assert (len(rolled.latest), rolled.more) == (12, 3)


def test_parts_that_lead_round_are_each_taken_once(links_of: Callable[..., Links]) -> None:
    links = links_of()
    object.__setattr__(links.index, "parts", {"places/a": ("places/b",), "places/b": ("places/a", "places/b")})
    assert links.index.all_parts(EntityId("places/a")) == ["places/b"]


def test_entity_tells_where_a_name_is_left_undecided(make_article: MakeArticle, compose: Compose, draw: Draw) -> None:
    plain = make_article("2016/2016-01-01-a", [])
    may_be = Ambiguity(Span(0, 0, 4), "Name", (_GUARD.id, _PLACES[0].id), Reason(ReasonKind.CLAIMED, "Name"), "m-x")
    article = AnnotatedArticle(plain.article, "<p>Name</p>", ("Name",), (), (may_be,))
    pages = {s.entity: draw(s) for s in compose([article], [_GUARD, *_PLACES]) if s.entity}
    told = 'left undecided between this and another in <a href="../../articles/2016/2016-01-01-a/">'
    assert [told in pages[EntityId(id_)] for id_ in ("actors/guard", "places/land", "places/isle")] == [
        True,
        True,
        False,
    ]
