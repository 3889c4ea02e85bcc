"""No page grows with the archive: long lists and names that are everywhere are split."""

import re
from collections.abc import Callable
from dataclasses import replace

import pytest

from news_archive.model import AnnotatedArticle, Entity, EntityId
from news_archive.pages import Addresses, Sheet

MakeArticle = Callable[..., AnnotatedArticle]
Compose = Callable[..., list[Sheet]]
Draw = Callable[[Sheet], str]
DeadLinks = Callable[[list[Sheet], Addresses], list[str]]

_LIMIT = 200_000
_LINES = 400
_LINE = re.compile(r'<li><a class="na-actor" href="[./]*(actors/[^"/]+)/"')


def _actor(number: int, name: str) -> Entity:
    id_ = EntityId(f"actors/n{number}")
    return Entity(id=id_, path=f"docs/{id_}.md", name=name, description=f"Number {number}")


_NAMES: dict[str, Callable[[int], str]] = {
    "all letters": lambda n: f"{chr(65 + n % 26)}{n:04}",
    "one letter": lambda n: f"Same {n:04}",
    "digits and another script": lambda n: f"{n}" if n % 2 else f"ا{n:04}",
}


@pytest.mark.parametrize("name", _NAMES.values(), ids=_NAMES.keys())
def test_long_list_is_split_and_holds_every_name_once(
    name: Callable[[int], str], compose: Compose, draw: Draw, dead_links: DeadLinks
) -> None:
    sheets = compose([], [_actor(number, name(number)) for number in range(900)])
    lists = [sheet for sheet in sheets if sheet.path.startswith("actors/") and sheet.is_list]
    assert lists[0].path == "actors/index"
    shown = [_LINE.findall(draw(sheet)) for sheet in lists]
    assert shown[0] == []
    assert max(map(len, shown)) <= _LINES
    assert sorted(id_ for ids in shown for id_ in ids) == sorted(f"actors/n{number}" for number in range(900))
    assert dead_links(sheets, Addresses()) == []


@pytest.mark.parametrize(("number", "description", "is_split"), [(300, "Short", False), (300, "x" * 900, True)])
def test_a_list_is_split_by_what_its_lines_weigh(
    number: int, description: str, *, is_split: bool, compose: Compose, draw: Draw
) -> None:
    actors = [replace(_actor(n, f"Same {n:04}"), description=description) for n in range(number)]
    chunks = [sheet for sheet in compose([], actors) if sheet.path.startswith("actors/") and sheet.is_list]
    expected = ["actors/index", "actors/letter_s", "actors/letter_s/part_2", "actors/letter_s/part_3"]
    assert [sheet.path for sheet in chunks] == (expected if is_split else expected[:1])
    assert max(len(draw(sheet).encode()) for sheet in chunks) <= _LIMIT


def test_names_of_a_split_list_stay_in_alphabetical_order(compose: Compose, draw: Draw) -> None:
    sheets = compose([], [_actor(n, f"Same {999 - n:04}") for n in range(900)])
    ids = [id_ for sheet in sheets if sheet.path.startswith("actors/letter_") for id_ in _LINE.findall(draw(sheet))]
    assert ids == [f"actors/n{n}" for n in reversed(range(900))]


def test_articles_of_a_long_year_and_source_are_split(
    make_article: MakeArticle, compose: Compose, dead_links: DeadLinks
) -> None:
    articles = [make_article(f"2016/2016-01-{1 + n % 28:02}-{n}", []) for n in range(_LINES + 1)]
    sheets = compose(articles, [])
    titles = {str(sheet.path): sheet.title for sheet in sheets if not sheet.article}
    assert titles["articles/2016/index"] == "Articles of 2016, part 1"
    assert titles["articles/2016/part_2"] == "Articles of 2016, part 2"
    assert titles["sources/paper"] == "Paper, part 1"
    assert titles["sources/paper/part_2"] == "Paper, part 2"
    assert dead_links(sheets, Addresses()) == []


def test_many_sources_are_split(make_article: MakeArticle, compose: Compose, dead_links: DeadLinks) -> None:
    articles = [make_article(f"2016/2016-01-01-{n}", [], source=f"Source {n}") for n in range(_LINES + 1)]
    sheets = compose(articles, [])
    assert [sheet.title for sheet in sheets if sheet.template == "source_list.html"] == ["Sources", "Sources: Part 2"]
    assert dead_links(sheets, Addresses()) == []


_SENTENCES = {
    "short sentences": ("left the town.", "A title", "en"),
    "long sentences": ("said that it would leave the old town by the river " * 6 + "soon.", "A title", "en"),
    "Arabic": (
        "دخلت المدينة القديمة على النهر " * 5 + "أمس.",
        "عنوان طويل عن المدينة القديمة على ضفة النهر " * 2,
        "ar",
    ),
    "quotes and ampersands": ("said \"it's 'theirs' & ours\" " * 8 + "again.", "The \"old\" & the 'new'", "en"),
    "long titles": ("left.", "A headline that goes on and on about what was said and done there " * 3, "en"),
}


@pytest.mark.parametrize(("text", "title", "lang"), _SENTENCES.values(), ids=_SENTENCES.keys())
def test_entity_with_thousands_of_mentions_is_split_by_year(
    text: str,
    title: str,
    lang: str,
    make_article: MakeArticle,
    compose: Compose,
    draw: Draw,
    dead_links: DeadLinks,
) -> None:
    """5,000 mentions, a year of which has too many for one page."""
    years = [2014] * 40 + [2015] * 60 + [2016] * 2400
    articles = [
        make_article(
            f"{year}/{year}-{1 + n % 12:02}-{1 + n % 28:02}-{n}",
            [(text, "actors/n1"), (text, "actors/n1")],
            title=title,
            lang=lang,
        )
        for n, year in enumerate(years)
    ]
    sheets = compose(articles, [_actor(1, "Name")])
    own = [sheet for sheet in sheets if sheet.path.startswith("actors/n1")]
    paths = [sheet.path for sheet in own]
    assert paths[:3] == ["actors/n1", "actors/n1/year_2014", "actors/n1/year_2015"]
    assert "actors/n1/year_2016" in paths
    assert "actors/n1/year_2016_2" in paths
    drawn = {sheet.path: draw(sheet) for sheet in own}
    assert {path: len(html.encode()) for path, html in drawn.items() if len(html.encode()) > _LIMIT} == {}
    assert sum(html.count("<mark>") for html in drawn.values()) == 5_000
    assert "<mark>" not in drawn[own[0].path]
    assert "5,000 mentions in 2,500 articles" in drawn[own[0].path]
    assert dead_links(sheets, Addresses()) == []
    sizes = {sheet.path: len(draw(sheet).encode()) for sheet in sheets if not sheet.article}
    assert {path: size for path, size in sizes.items() if size > _LIMIT} == {}


def test_entity_with_few_mentions_has_them_on_its_own_page(
    make_article: MakeArticle, compose: Compose, draw: Draw
) -> None:
    articles = [make_article(f"201{n}/201{n}-01-01", [("left.", "actors/n1")]) for n in range(6)]
    sheets = [sheet for sheet in compose(articles, [_actor(1, "Name")]) if sheet.path.startswith("actors/n1")]
    assert len(sheets) == 1
    html = draw(sheets[0])
    assert re.findall(r'<h3 id="na-y(\d+)">', html) == [f"201{n}" for n in range(6)]
    assert html.count("<mark>") == 6
