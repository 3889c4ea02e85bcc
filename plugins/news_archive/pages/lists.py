"""Composes the lists of the archive: actors, places and terms A–Z, articles by year and month, sources.

A list page has lines of at most `_PAGE_BYTES`; a longer list is split, by letter or by number.
"""

from collections.abc import Callable, Hashable, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from functools import partial
from typing import TypeVar

from news_archive.model import ArticleId, EntityId, Kind, PartialDate, kind_of
from news_archive.pages.addresses import ARTICLES, SOURCES, PagePath, list_path, year_path
from news_archive.pages.links import LIST_TITLES, Links, tally
from news_archive.pages.sheet import Introduction, Sheet
from news_archive.pages.views import (
    ArticleListView,
    EntityListView,
    LetterGroup,
    ListedEntity,
    MonthGroup,
    PageLink,
    SourceLine,
    SourceListView,
)
from news_archive.pages.words import letter_of, sort_key

# With the theme's 15 kB, a page stays below 200 kB.
_PAGE_BYTES = 150_000
_LINE_BYTES = 400
"""About what a line's markup, title, dates and address take."""
_NOTHING = Introduction(None, "")
Item = TypeVar("Item")
Key = TypeVar("Key", bound=Hashable)


@dataclass(frozen=True, slots=True)
class _Chunk:
    """The part of a list that shares a page."""

    label: str
    path: PagePath
    ids: Sequence[EntityId] | Sequence[ArticleId] | Sequence[str]


def compose_lists(links: Links, introductions: Mapping[PagePath, Introduction]) -> Iterator[Sheet]:
    """Every list page of the archive."""
    for kind in Kind:
        yield from _entity_lists(links, kind, introductions.get(list_path(kind), _NOTHING))
    yield from _article_lists(links, introductions.get(ARTICLES, _NOTHING))
    yield from _source_lists(links, introductions.get(SOURCES, _NOTHING))


def _entity_lists(links: Links, kind: Kind, introduction: Introduction) -> Iterator[Sheet]:
    ids = sorted(
        (id_ for id_ in links.index.entities if kind_of(id_) is kind),
        key=lambda id_: (sort_key(links.index.entities[id_].name), id_),
    )
    path = list_path(kind)
    folder = path.rpartition("/")[0]
    chunks: list[_Chunk] = []

    def describe(id_: str) -> str | None:
        return links.index.entities[EntityId(id_)].description

    if len(_chunks("Part", folder, ids, describe)) > 1:
        by_letter = _grouped(ids, lambda id_: letter_of(links.index.entities[id_].name))
        for letter, members in by_letter.items():
            chunks += _chunks(letter, f"{folder}/letter_{_letter_name(letter)}", members, describe)
    title = introduction.title or LIST_TITLES[kind]

    def view(here: PagePath, heading: str, shown: Sequence[EntityId], text: str) -> EntityListView:
        letters = _grouped(shown, lambda id_: letter_of(links.index.entities[id_].name))
        return EntityListView(
            root=links.addresses.to_root(here),
            kind=kind,
            heading=heading,
            introduction=text,
            letters=tuple(
                LetterGroup(
                    letter=letter,
                    items=tuple(
                        ListedEntity(entity=links.entity(id_), tally=tally(links.index.presence.get(id_)))
                        for id_ in members
                    ),
                )
                for letter, members in letters.items()
            ),
            pages=_page_links(links, chunks, here),
        )

    compose = partial(view, path, title, () if chunks else ids, introduction.html)
    yield Sheet(path=path, title=title, template="entity_list.html", compose=compose, is_list=True)
    for chunk in chunks:
        yield Sheet(
            path=chunk.path,
            title=f"{title}: {chunk.label}",
            template="entity_list.html",
            compose=partial(
                view, chunk.path, f"{title}: {chunk.label}", tuple(EntityId(str(id_)) for id_ in chunk.ids), ""
            ),
            is_list=True,
        )


def _article_lists(links: Links, introduction: Introduction) -> Iterator[Sheet]:
    years = _grouped(list(links.index.articles), lambda id_: links.index.article(id_).date.year)
    year_links = tuple(
        PageLink(label=str(year), address=links.addresses.of(year_path(year)), count=len(ids))
        for year, ids in years.items()
    )
    title = introduction.title or "Articles"
    every = links.in_time
    base = ArticleListView(
        root=links.addresses.to_root(ARTICLES),
        up=(),
        heading=title,
        total=len(every),
        introduction=introduction.html,
        years=year_links,
        pages=(),
        months=(),
    )
    # All of them, where one page can hold them; else the years lead to them.
    shown = every if len(_article_chunks(links, ARTICLES, every)) == 1 else ()
    yield Sheet(
        path=ARTICLES,
        title=title,
        template="article_list.html",
        compose=lambda: replace(base, months=_months(links, shown)),
        is_list=True,
    )
    up = (PageLink(label=title, address=links.addresses.of(ARTICLES)),)
    for year, in_year in years.items():
        here = links.addresses.of(year_path(year))
        siblings = tuple(replace(link, is_here=link.address == here) for link in year_links)
        of_year = replace(base, up=up, heading=f"Articles of {year}", introduction="", years=siblings)
        yield from _split_articles(links, of_year, year_path(year), in_year)
    up = (PageLink(label="Sources", address=links.addresses.of(SOURCES)),)
    by_source = _grouped(list(every), lambda id_: links.index.article(id_).source)
    for source in sorted(by_source, key=sort_key):
        of_source = replace(base, up=up, heading=source, introduction="", years=())
        yield from _split_articles(links, of_source, links.source_paths[source], by_source[source])


def _split_articles(links: Links, base: ArticleListView, path: PagePath, ids: Sequence[ArticleId]) -> Iterator[Sheet]:
    """The articles of a year or a source, on as many pages as they need; `base` is what these have in common."""
    chunks = _article_chunks(links, path, ids)

    def view(chunk: _Chunk) -> ArticleListView:
        return replace(
            base,
            root=links.addresses.to_root(chunk.path),
            total=len(ids),
            pages=_page_links(links, chunks, chunk.path) if len(chunks) > 1 else (),
            months=_months(links, [ArticleId(str(id_)) for id_ in chunk.ids]),
        )

    for chunk in chunks:
        yield Sheet(
            path=chunk.path,
            title=base.heading if len(chunks) == 1 else f"{base.heading}, {chunk.label.lower()}",
            template="article_list.html",
            compose=partial(view, chunk),
            is_list=True,
        )


def _article_chunks(links: Links, path: PagePath, ids: Sequence[ArticleId]) -> list[_Chunk]:
    def describe(id_: str) -> str | None:
        article = links.index.article(ArticleId(id_))
        return article.title + (article.description or "")

    chunks = _chunks("Part", str(path).removesuffix("/index"), ids, describe)
    chunks[0] = _Chunk(chunks[0].label, path, chunks[0].ids)
    return chunks


def _source_lists(links: Links, introduction: Introduction) -> Iterator[Sheet]:
    by_source = _grouped(list(links.index.articles), lambda id_: links.index.article(id_).source)
    names = sorted(by_source, key=sort_key)
    chunks = _chunks("Part", "sources/list", names, str)
    chunks[0] = _Chunk(chunks[0].label, SOURCES, chunks[0].ids)
    title = introduction.title or "Sources"

    def view(here: PagePath, shown: Sequence[str], text: str) -> SourceListView:
        return SourceListView(
            root=links.addresses.to_root(here),
            heading=title,
            introduction=text,
            total=len(names),
            sources=tuple(
                SourceLine(
                    name=name,
                    address=links.addresses.of(links.source_paths[name]),
                    articles=len(by_source[name]),
                    first=links.index.article(by_source[name][0]).date,
                    last=links.index.article(by_source[name][-1]).date,
                )
                for name in shown
            ),
            pages=_page_links(links, chunks, here) if len(chunks) > 1 else (),
        )

    for chunk in chunks:
        is_first = chunk.path == SOURCES
        yield Sheet(
            path=chunk.path,
            title=title if is_first else f"{title}: {chunk.label}",
            template="source_list.html",
            compose=partial(view, chunk.path, tuple(map(str, chunk.ids)), introduction.html if is_first else ""),
            is_list=True,
        )


def _months(links: Links, ids: Sequence[ArticleId]) -> tuple[MonthGroup, ...]:
    def month(id_: ArticleId) -> str:
        date = links.index.article(id_).date
        words = date.in_words.split()
        return " ".join(words[-2:]) if date.month else words[-1]

    # By group and not by run: an article of 2016 stands between those of 1 January, and a heading's id stands once.
    return tuple(
        MonthGroup(label=label, articles=tuple(links.article(id_) for id_ in members))
        for label, members in _grouped(ids, month).items()
    )


def month_id(date: PartialDate) -> str:
    """The id of a month's heading in lists of articles: `2016-08`, or `2016` where the month is not known."""
    return date.iso[:7]


def month_addresses(links: Links) -> dict[str, str]:
    """Where the lists of the years have each month, by `month_id`; with the part of the list in which it begins."""
    addresses: dict[str, str] = {}
    for year, ids in _grouped(list(links.index.articles), lambda id_: links.index.article(id_).date.year).items():
        for chunk in _article_chunks(links, year_path(year), ids):
            for id_ in chunk.ids:
                month = month_id(links.index.article(ArticleId(str(id_))).date)
                addresses.setdefault(month, f"{links.addresses.of(chunk.path)}#{month}")
    return addresses


def _grouped(items: Iterable[Item], key: Callable[[Item], Key]) -> dict[Key, list[Item]]:
    """Items by key, keys in the order in which they first come."""
    groups: dict[Key, list[Item]] = {}
    for item in items:
        groups.setdefault(key(item), []).append(item)
    return groups


def _chunks(label: str, path: str, ids: Sequence[str], describe: Callable[[str], str | None]) -> list[_Chunk]:
    """A list cut into pages: `path`, `path/part_2` …; at least one, possibly empty. `describe` gives a line's long text."""
    parts: list[list[str]] = [[]]
    size = 0
    for id_ in ids:
        line = _LINE_BYTES + len((describe(id_) or "").encode())
        if size + line > _PAGE_BYTES and parts[-1]:
            parts.append([])
            size = 0
        parts[-1].append(id_)
        size += line
    chunks = []
    for number, part in enumerate(parts, 1):
        is_only_letter = number == 1 and label != "Part"
        # An id has no underscore, so no entity's page can be here.
        name = PagePath(path if number == 1 else f"{path}/part_{number}")
        chunks.append(_Chunk(label if is_only_letter else f"{label} {number}", name, part))
    return chunks


def _page_links(links: Links, chunks: Sequence[_Chunk], here: PagePath) -> tuple[PageLink, ...]:
    return tuple(
        PageLink(label=c.label, address=links.addresses.of(c.path), count=len(c.ids), is_here=c.path == here)
        for c in chunks
    )


def _letter_name(letter: str) -> str:
    """A letter as part of an address."""
    if letter == "0–9":
        return "0-9"
    return letter.lower() if letter.isascii() else f"{ord(letter):04x}"
