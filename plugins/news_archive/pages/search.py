"""Composes the search page, and says which files it alone loads.

The page is a form, and the lists of the archive for whoever can't search: without JavaScript, from a file, or where
the site has no index. What is searched is in `search_entries`.
"""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from functools import partial
from itertools import groupby
from pathlib import Path

from news_archive.pages.addresses import ARTICLES, HOME, LIST_PAGES, SEARCH, PagePath, year_path
from news_archive.pages.links import Links
from news_archive.pages.sheet import Introduction, Sheet

_SCRIPT = "assets/news-archive-search.js"
_STYLE = "assets/news-archive-search.css"
_ASSETS = Path(__file__).parent / "assets" / "search"
SEARCH_ASSETS: Mapping[str, Path] = {
    _SCRIPT: _ASSETS / "search.js",
    # The script imports these two by their names.
    "assets/news-archive-search-query.js": _ASSETS / "query.js",
    "assets/news-archive-search-results.js": _ASSETS / "results.js",
    _STYLE: _ASSETS / "search.css",
}
"""Files of the search page, by where they are in the site."""


@dataclass(frozen=True, slots=True, kw_only=True)
class SearchView:
    """What the template of the search page sees."""

    root: str
    heading: str
    introduction: str
    """HTML of the site's own text for this page; empty where it has none."""
    script: str
    style: str
    ways: Sequence[tuple[str, str]]
    """Label and address of each list of the archive."""
    years: Sequence[tuple[str, str]]
    """Year and address of its articles."""


def compose_search(links: Links, introductions: Mapping[PagePath, Introduction]) -> Sheet:
    """The search page."""
    introduction = introductions.get(SEARCH, Introduction(None, ""))
    title = introduction.title or "Search"
    return Sheet(
        path=SEARCH,
        title=title,
        template="search.html",
        compose=partial(_compose, links, title, introduction.html),
        style=_STYLE,
        is_list=True,
    )


def _compose(links: Links, title: str, introduction: str) -> SearchView:
    years = [year for year, _ in groupby(links.index.articles.values(), key=lambda a: a.article.date.year)]
    lists = [path for path in LIST_PAGES if path not in (HOME, SEARCH)]
    return SearchView(
        root=links.addresses.to_root(SEARCH),
        heading=title,
        introduction=introduction,
        script=_SCRIPT,
        style=_STYLE,
        ways=tuple((_label(path), links.addresses.of(path)) for path in lists),
        years=tuple((str(year), links.addresses.of(year_path(year))) for year in years),
    )


def _label(path: PagePath) -> str:
    """What a list is called in a row of links: `actors/index` -> `Actors`."""
    return "All articles" if path == ARTICLES else path.removesuffix("/index").capitalize()
