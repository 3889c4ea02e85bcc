"""The page of the network: its table against counting, its pictures and its words."""

import re
from collections.abc import Callable
from itertools import combinations

import pytest

from news_archive.model import Actor, Alias, AnnotatedArticle, Entity, EntityId, PartialDate
from news_archive.pages import Addresses, Introduction, PagePath, Sheet
from news_archive.pages.network import short_name

MakeArticle = Callable[..., AnnotatedArticle]
Compose = Callable[..., list[Sheet]]
Draw = Callable[[Sheet], str]
DeadLinks = Callable[[list[Sheet], Addresses], list[str]]

_NETWORK = PagePath("network/index")
_ROW = re.compile(r'<th scope="row"><a[^>]*>([^<]*)</a> and <a[^>]*>([^<]*)</a></th><td><a[^>]*>(\d+)</a></td>')


def _actors(number: int) -> list[Entity]:
    return [Actor(id=EntityId(f"actors/a{n:02}"), path="", name=f"Actor {n:02}") for n in range(number)]


def _page(sheets: list[Sheet]) -> Sheet:
    return next(sheet for sheet in sheets if sheet.path == _NETWORK)


def _articles(make_article: MakeArticle, naming: list[list[int]]) -> list[AnnotatedArticle]:
    """An article a day with the actors of these numbers."""
    return [
        make_article(f"2016/2016-{1 + day // 28:02}-{1 + day % 28:02}-x", [("x", f"actors/a{n:02}") for n in named])
        for day, named in enumerate(naming)
    ]


_NAMING = [sorted({(day * k) % 20 for k in (0, 1, 3, 7)}) for day in range(90)]


def test_table_has_the_pairs_that_counting_finds(make_article: MakeArticle, compose: Compose, draw: Draw) -> None:
    html = draw(_page(compose(_articles(make_article, _NAMING), _actors(20))))
    counted = {pair: sum(set(pair) <= set(named) for named in _NAMING) for pair in combinations(range(20), 2)}
    expected = sorted(((-n, pair) for pair, n in counted.items() if n))[:40]
    rows = [(one, other, int(n)) for one, other, n in _ROW.findall(html)]
    assert rows == [(f"Actor {one:02}", f"Actor {other:02}", -n) for n, (one, other) in expected]
    assert f"40 of {sum(map(bool, counted.values()))} pairs" in html


def test_a_pair_has_its_first_and_last_article(make_article: MakeArticle, compose: Compose, draw: Draw) -> None:
    html = draw(_page(compose(_articles(make_article, [[0, 1], [0], [1], [0, 1]]), _actors(2))))
    row = html.partition('<th scope="row">')[2].partition("</tr>")[0]
    assert re.findall(r'datetime="([^"]*)"', row) == ["2016-01-01", "2016-01-04"]
    assert "pairs</p>" not in html


@pytest.mark.parametrize("addresses", [Addresses(), Addresses(use_directory_urls=False)], ids=["directories", "files"])
def test_nodes_lead_to_their_actors(
    addresses: Addresses, make_article: MakeArticle, compose: Compose, draw: Draw, dead_links: DeadLinks
) -> None:
    sheets = compose(_articles(make_article, _NAMING), _actors(20), addresses)
    html = draw(_page(sheets))
    wide, narrow = re.findall(r'<svg class="na-network".*?</svg>', html, re.DOTALL)
    assert wide.count('class="na-node"') == narrow.count('class="na-node"') == 20
    assert 'aria-label="Actor 00, 90 articles"' in wide
    assert [link for link in dead_links(sheets, addresses) if "/network/" in link] == []


def test_a_phone_has_fewer_actors(make_article: MakeArticle, compose: Compose, draw: Draw) -> None:
    naming = [[n, (n + step) % 80] for n in range(80) for step in (1, 2, 1, 2)]
    html = draw(_page(compose(_articles(make_article, naming), _actors(80))))
    wide, narrow = re.findall(r'<svg class="na-network".*?</svg>', html, re.DOTALL)
    assert 24 < wide.count('class="na-node"') <= 60
    assert narrow.count('class="na-node"') <= 24


@pytest.mark.parametrize("naming", [[], [[0], [1]]], ids=["no article", "nobody together"])
def test_without_pairs_the_page_says_so(
    naming: list[list[int]], make_article: MakeArticle, compose: Compose, draw: Draw
) -> None:
    html = draw(_page(compose(_articles(make_article, naming), _actors(2))))
    assert "No article names two actors yet." in html
    assert "<svg" not in html


def test_page_says_what_a_line_does_not_mean(make_article: MakeArticle, compose: Compose, draw: Draw) -> None:
    html = draw(_page(compose(_articles(make_article, [[0, 1]]), _actors(2))))
    assert "no sign of an alliance" in html
    assert "with a shared article" in html


def test_page_does_not_depend_on_the_order_of_reading(make_article: MakeArticle, compose: Compose, draw: Draw) -> None:
    articles = _articles(make_article, _NAMING)
    one, other = (compose(given, entities) for given, entities in ((articles, _actors(20)), (articles[::-1], _actors(20)[::-1])))  # fmt: skip
    assert draw(_page(one)) == draw(_page(other))


def test_site_gives_its_own_heading_and_text(make_article: MakeArticle, compose: Compose, draw: Draw) -> None:
    introductions = {_NETWORK: Introduction("Who with whom", "<p>Our words.</p>")}
    sheet = _page(compose(_articles(make_article, [[0, 1]]), _actors(2), introductions=introductions))
    assert sheet.title == "Who with whom"
    assert "<p>Our words.</p>" in draw(sheet)


@pytest.mark.parametrize(
    ("name", "aliases", "short"),
    [
        ("Red Cross", [Alias(text="ICRC")], "Red Cross"),
        ("World Health Organization", [Alias(text="Organization"), Alias(text="WHO"), Alias(text="OMS")], "WHO"),
        ("World Health Organization", [Alias(text="WHO", until=PartialDate.parse("2016"))], "World Health Organization"),
        ("World Health Organization", [Alias(text="W")], "World Health Organization"),
        ("World Health Organization", [Alias(text="ORGANIZATION")], "World Health Organization"),
        ("World Health Organization", [], "World Health Organization"),
    ],
)  # fmt: skip
def test_long_names_are_drawn_by_their_acronyms(name: str, aliases: list[Alias], short: str) -> None:
    assert short_name(Actor(id=EntityId("actors/x"), path="", name=name, aliases=tuple(aliases))) == short
