"""Composes the maps of the whole archive: one of all years, and one of each year."""

from collections.abc import Iterator, Mapping
from functools import partial

from news_archive.model import EntityId, Kind, kind_of
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


def compose_maps(links: Links, introductions: Mapping[PagePath, Introduction]) -> Iterator[Sheet]:
    """The map of all years, followed by those of the years that have articles."""
    introduction = introductions.get(MAP, Introduction(None, ""))
    title = introduction.title or _TITLE
    years: dict[int, int] = {}
    for annotated in links.index.articles.values():
        years[annotated.article.date.year] = years.get(annotated.article.date.year, 0) + 1
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
            title=f"{title} of {year}",
            template="map.html",
            compose=partial(_compose, links, f"{title} of {year}", "", years, year),
            is_list=True,
        )


def archive_map(links: Links, root: str, year: int | None = None) -> MapView | None:
    """All places with coordinates that articles name, by articles; of a year, or of all. None where there are none."""
    dates = _articles_of_places(links, year)
    title = "Places named in articles" if year is None else f"Places named in articles of {year}"
    return compose_map(
        links,
        root,
        {id_: number for id_, (number, _) in dates.items()},
        Subject(title=title, unit="article", sizes=(WIDE, PHONE), most=_MOST, share=_SHARE),
        {id_: first_and_last for id_, (_, first_and_last) in dates.items()},
    )


def _articles_of_places(links: Links, year: int | None) -> dict[EntityId, tuple[int, Dates]]:
    """For each place that is named, how many articles do, and the first and the last date."""
    index = links.index
    found: dict[EntityId, tuple[int, Dates]] = {}
    for id_, annotated in index.articles.items():
        date = annotated.article.date
        if year in (None, date.year):
            for entity in index.named_in[id_]:
                if kind_of(entity) is Kind.PLACE:
                    number, (first, _) = found.get(entity, (0, (date, date)))
                    found[entity] = (number + 1, (first, date))
    return found


def _compose(links: Links, heading: str, introduction: str, years: Mapping[int, int], year: int | None) -> MapPageView:
    path = MAP if year is None else map_year_path(year)
    root = links.addresses.to_root(path)
    drawn = archive_map(links, root, year)
    named = _articles_of_places(links, year)
    on_map = {row.place.address for row in drawn.rows} if drawn else set()
    unmapped = [
        UnmappedLine(place=links.entity(id_), articles=number)
        for id_, (number, _) in sorted(named.items(), key=lambda item: (-item[1][0], item[0]))
        if links.entity(id_).address not in on_map
    ]
    rows = len(drawn.rows) if drawn else 0
    every = [(None, MAP, len(links.index.articles)), *((y, map_year_path(y), n) for y, n in sorted(years.items()))]
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
        left_out=max(0, rows - _ROWS) + max(0, len(unmapped) - _ROWS),
        rows=drawn.rows[:_ROWS] if drawn else (),
        places=PageLink(
            label="the list of places",
            address=links.addresses.of(list_path(Kind.PLACE)),
            count=sum(kind_of(id_) is Kind.PLACE for id_ in links.index.entities),
        ),
        unmapped=tuple(unmapped[:_ROWS]),
    )
