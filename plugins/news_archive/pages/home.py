"""Composes the home page."""

from collections.abc import Mapping
from functools import partial
from itertools import groupby

from news_archive.model import Kind, kind_of
from news_archive.pages.addresses import (
    ARTICLES,
    HOME,
    MAP,
    NETWORK,
    SEARCH,
    SOURCES,
    TIMELINE,
    PagePath,
    list_path,
    year_path,
)
from news_archive.pages.home_view import HomeView
from news_archive.pages.links import Links
from news_archive.pages.locators import Subject, compose_map
from news_archive.pages.map_views import MapView
from news_archive.pages.sheet import Introduction, Sheet
from news_archive.pages.views import PageLink

_LATEST = 8
_MOST_NAMED = 12
_ON_MAP = 20


def compose_home(links: Links, introductions: Mapping[PagePath, Introduction]) -> Sheet:
    """The home page: what this is, the latest articles, the most named, and the ways in."""
    introduction = introductions.get(HOME, Introduction(None, ""))
    title = introduction.title or links.site.name
    return Sheet(
        path=HOME,
        title=title,
        template="home.html",
        compose=partial(_compose, links, title, introduction.html),
    )


def _map(links: Links) -> MapView | None:
    """A small map of the places that most articles name."""
    articles = {id_: presence.articles for id_, presence in links.index.presence.items()}
    subject = Subject(title="Places named in most articles", unit="article", most=_ON_MAP)
    return compose_map(links, links.addresses.to_root(HOME), articles, subject)


def _compose(links: Links, title: str, introduction: str) -> HomeView:
    index = links.index
    numbers = {kind: sum(kind_of(id_) is kind for id_ in index.entities) for kind in Kind}
    named = sorted(index.presence.items(), key=lambda item: (-item[1].articles, -item[1].mentions, item[0]))
    years = groupby(index.articles.values(), key=lambda a: a.article.date.year)
    return HomeView(
        root=links.addresses.to_root(HOME),
        heading=title,
        introduction=introduction,
        articles=len(index.articles),
        actors=numbers[Kind.ACTOR],
        places=numbers[Kind.PLACE],
        terms=numbers[Kind.TERM],
        articles_address=links.addresses.of(ARTICLES),
        search_address=links.addresses.of(SEARCH),
        map=_map(links),
        map_address=links.addresses.of(MAP),
        latest=tuple(links.article(id_) for id_ in list(index.articles)[: -_LATEST - 1 : -1]),
        most_named=links.by_kind(((id_, presence.articles) for id_, presence in named), _MOST_NAMED),
        list_addresses=(
            PageLink(label="Actors", address=links.addresses.of(list_path(Kind.ACTOR)), count=numbers[Kind.ACTOR]),
            PageLink(label="Places", address=links.addresses.of(list_path(Kind.PLACE)), count=numbers[Kind.PLACE]),
            PageLink(label="Glossary", address=links.addresses.of(list_path(Kind.TERM)), count=numbers[Kind.TERM]),
            PageLink(label="Sources", address=links.addresses.of(SOURCES), count=len(links.source_paths)),
            PageLink(label="Map", address=links.addresses.of(MAP)),
            PageLink(label="Timeline", address=links.addresses.of(TIMELINE)),
            PageLink(label="Network", address=links.addresses.of(NETWORK)),
        ),
        years=tuple(
            PageLink(label=str(year), address=links.addresses.of(year_path(year)), count=len(list(articles)))
            for year, articles in years
        ),
    )
