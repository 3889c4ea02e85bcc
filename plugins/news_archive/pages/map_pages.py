"""Composes the maps of the whole archive: one of all years, and one of each year."""

from collections.abc import Iterable, Iterator, Mapping, Sequence
from functools import partial

from news_archive.model import ArticleId, EntityId, Kind, kind_of
from news_archive.pages.addresses import MAP, PagePath, list_path, map_year_path
from news_archive.pages.links import Links
from news_archive.pages.locators import Dates, Subject, compose_map
from news_archive.pages.map_views import MapPageView, MapView, UnmappedLine
from news_archive.pages.maps.projection import PHONE, WIDE
from news_archive.pages.sheet import Introduction, Sheet
from news_archive.pages.views import PageLink

_TITLE = "Map"
_MOST = 150
"""Circles; more hide each other."""
_SHARE = 0.8
"""Of all that is counted; a reader expects more of the whole archive's map than of an article's."""
_ROWS = 200
"""Lines of a table; the list of places has all."""
Named = Mapping[EntityId, tuple[int, Dates]]
"""Places with their numbers of articles, and the first and the last date."""


def compose_maps(links: Links, introductions: Mapping[PagePath, Introduction]) -> Iterator[Sheet]:
    """The map of all years, followed by those of the years that have articles."""
    introduction = introductions.get(MAP, Introduction(None, ""))
    title = introduction.title or _TITLE
    years: dict[int, list[ArticleId]] = {}
    for id_, annotated in links.index.articles.items():
        years.setdefault(annotated.article.date.year, []).append(id_)
    yield Sheet(
        path=MAP,
        title=title,
        template="map.html",
        compose=partial(_compose, links, title, introduction.html, years, None),
        is_list=True,
    )
    for year in sorted(years):
        yield Sheet(
            path=map_year_path(year),
            title=f"{title}: {year}",
            template="map.html",
            compose=partial(_compose, links, f"{title}: {year}", "", years, year),
            is_list=True,
        )


def archive_map(links: Links, root: str, named: Named, year: int | None = None) -> MapView | None:
    """All places with coordinates that articles name, by articles; of a year, or of all. None where there are none."""
    title = "Places named in articles" if year is None else f"Places named in articles of {year}"
    return compose_map(
        links,
        root,
        {id_: number for id_, (number, _) in named.items()},
        Subject(title=title, unit="article", sizes=(WIDE, PHONE), most=_MOST, share=_SHARE, rows=_ROWS),
        {id_: first_and_last for id_, (_, first_and_last) in named.items()},
    )


def places_named(links: Links, articles: Iterable[ArticleId]) -> Named:
    """For each place that these articles, in the order of time, name: how many do, and the first and the last date."""
    index = links.index
    found: dict[EntityId, tuple[int, Dates]] = {}
    for id_ in articles:
        date = index.article(id_).date
        for entity in index.named_in[id_]:
            if kind_of(entity) is Kind.PLACE:
                number, (first, _) = found.get(entity, (0, (date, date)))
                found[entity] = (number + 1, (first, date))
    return found


def _compose(
    links: Links,
    heading: str,
    introduction: str,
    years: Mapping[int, Sequence[ArticleId]],
    year: int | None,
) -> MapPageView:
    path = MAP if year is None else map_year_path(year)
    root = links.addresses.to_root(path)
    named = places_named(links, links.in_time if year is None else years[year])
    drawn = archive_map(links, root, named, year)
    unmapped = [
        UnmappedLine(place=links.entity(id_), articles=number)
        for id_, (number, _) in sorted(named.items(), key=lambda item: (-item[1][0], item[0]))
        if not (drawn and links.mapped.is_placed(id_))
    ]
    every = [
        (None, MAP, len(links.index.articles)),
        *((y, map_year_path(y), len(ids)) for y, ids in sorted(years.items())),
    ]
    return MapPageView(
        root=root,
        heading=heading,
        introduction=introduction,
        years=tuple(
            PageLink(
                label="All years" if y is None else str(y), address=links.addresses.of(to), count=n, is_here=y == year
            )
            for y, to, n in every
        ),
        map=drawn,
        left_out=(drawn.left_out if drawn else 0) + max(0, len(unmapped) - _ROWS),
        places=PageLink(
            label="the list of places",
            address=links.addresses.of(list_path(Kind.PLACE)),
            count=sum(kind_of(id_) is Kind.PLACE for id_ in links.index.entities),
        ),
        unmapped=tuple(unmapped[:_ROWS]),
    )
