"""Composes the timeline: articles by month, the most named in their time, and the archive month by month.

A page holds months of at most `_PAGE_BYTES`; a longer timeline has a page for each year.
"""

from collections import Counter
from collections.abc import Iterator, Mapping, Sequence
from functools import partial

from news_archive.archive import Month, Unit, month_of, stretch_of, trace
from news_archive.model import ArticleId, EntityId, Kind, kind_of
from news_archive.pages.addresses import TIMELINE, PagePath
from news_archive.pages.charts.articles import draw_articles
from news_archive.pages.charts.axes import month_words
from news_archive.pages.charts.lanes import MOST_COLUMNS, draw_lane, draw_years
from news_archive.pages.charts.months import MOST_COLUMNS as MOST_BARS
from news_archive.pages.charts.months import UNIT_WORDS, without_month_words
from news_archive.pages.links import Links
from news_archive.pages.lists import month_addresses, month_id
from news_archive.pages.sheet import Introduction, Sheet
from news_archive.pages.timeline_views import (
    ArticlesChart,
    Lane,
    LaneGroup,
    LanesChart,
    MonthLines,
    Named,
    TimelineView,
    YearLines,
    YearOfArticles,
)
from news_archive.pages.views import PageLink

_TITLE = "Timeline"
_LANES = 12
_NAMES = 3
_ARTICLES = 5
# The charts take 40 kB, the theme 15.
_PAGE_BYTES = 130_000
_MONTH_BYTES = 900
"""About what a month's heading and its most named take."""
_ARTICLE_BYTES = 300
_Months = Mapping[str, Sequence[ArticleId]]
"""Articles by `2016-08`, or `2016` where the month is not known."""


def timeline_year_path(year: int) -> PagePath:
    """The months of a year, where the timeline is too long for one page."""
    return PagePath(f"timeline/{year:04}")


def compose_timeline(links: Links, introductions: Mapping[PagePath, Introduction]) -> Iterator[Sheet]:
    """The timeline, followed by the pages of its years where it needs them."""
    introduction = introductions.get(TIMELINE, Introduction(None, ""))
    title = introduction.title or _TITLE
    years = _by_year(links)
    addresses = month_addresses(links)
    is_split = sum(_size(links, months) for months in years.values()) > _PAGE_BYTES

    def view(here: PagePath, heading: str, shown: Mapping[int, _Months], text: str) -> TimelineView:
        root = links.addresses.to_root(here)
        is_first = here == TIMELINE
        return TimelineView(
            root=root,
            heading=heading,
            introduction=text,
            total=len(links.index.articles) if is_first else sum(map(len, shown[next(iter(shown))].values())),
            chart=_chart(links, root, addresses) if is_first else None,
            lanes=_lanes(links) if is_first else None,
            pages=_pages(links, years, here) if is_split else (),
            years=tuple(
                YearLines(
                    year=year,
                    months=tuple(_month(links, ids, addresses[key]) for key, ids in months.items()),
                )
                for year, months in shown.items()
            ),
        )

    yield Sheet(
        path=TIMELINE,
        title=title,
        template="timeline.html",
        compose=partial(view, TIMELINE, title, {} if is_split else years, introduction.html),
        is_list=True,
    )
    if is_split:
        for year, months in years.items():
            path, heading = timeline_year_path(year), f"{title}: {year}"
            yield Sheet(
                path=path,
                title=heading,
                template="timeline.html",
                compose=partial(view, path, heading, {year: months}, ""),
                is_list=True,
            )


def _by_year(links: Links) -> dict[int, dict[str, list[ArticleId]]]:
    years: dict[int, dict[str, list[ArticleId]]] = {}
    for id_ in links.index.articles:
        date = links.index.article(id_).date
        years.setdefault(date.year, {}).setdefault(month_id(date), []).append(id_)
    # The month that is not known comes last, wherever in the year its articles were read.
    return {
        year: dict(sorted(months.items(), key=lambda item: (item[0] == f"{year:04}", item[0])))
        for year, months in years.items()
    }


def _size(links: Links, months: _Months) -> int:
    """About how many bytes a year's months take."""
    return sum(
        _MONTH_BYTES + sum(_ARTICLE_BYTES + links.bytes_of(id_) for id_ in ids[:_ARTICLES]) for ids in months.values()
    )


def _pages(links: Links, years: Mapping[int, _Months], here: PagePath) -> tuple[PageLink, ...]:
    return tuple(
        PageLink(
            label=str(year),
            address=links.addresses.of(timeline_year_path(year)),
            count=sum(map(len, months.values())),
            is_here=here == timeline_year_path(year),
        )
        for year, months in years.items()
    )


def _month(links: Links, ids: Sequence[ArticleId], address: str) -> MonthLines:
    date = links.index.article(ids[0]).date
    month = month_of(date)
    articles: Counter[EntityId] = Counter()
    mentions: Counter[EntityId] = Counter()
    for id_ in ids:
        articles.update(links.index.named_in[id_].keys())
        mentions.update(links.index.named_in[id_])
    ranked = sorted(articles, key=lambda entity: (-articles[entity], -mentions[entity], entity))

    def most_named(kind: Kind) -> tuple[Named, ...]:
        first = [entity for entity in ranked if kind_of(entity) is kind][:_NAMES]
        return tuple(Named(entity=links.entity(entity), articles=articles[entity]) for entity in first)

    return MonthLines(
        label=f"{date.year}, month not known" if month is None else month_words(month),
        address=address,
        articles=len(ids),
        actors=most_named(Kind.ACTOR),
        places=most_named(Kind.PLACE),
        shown=tuple(links.article(id_) for id_ in ids[:_ARTICLES]),
        more=max(0, len(ids) - _ARTICLES),
    )


def _chart(links: Links, root: str, addresses: Mapping[str, str]) -> ArticlesChart | None:
    """None where all articles are of one month or year: there is nothing to compare."""
    coverage = links.index.coverage
    unit = coverage.unit(MOST_BARS)
    counts = coverage.by(unit)
    if len(counts) < 2:
        return None
    targets: dict[Month, str] = {}
    for id_ in links.index.articles:
        date = links.index.article(id_).date
        month = Month(date.year * 12) if unit is Unit.YEAR else month_of(date)
        if month is not None:
            targets.setdefault(stretch_of(month, unit), root + addresses[month_id(date)])
    years = coverage.by(Unit.YEAR)
    return ArticlesChart(
        caption=f"Articles per {UNIT_WORDS[unit]}",
        svg=draw_articles(counts, unit, targets),
        notes=()
        if unit is Unit.YEAR
        else tuple(without_month_words(year, articles) for year, articles in coverage.without_month.items()),
        years=tuple(
            YearOfArticles(
                year=first // 12,
                months=tuple(coverage.articles.get(Month(first + number), 0) for number in range(12)),
                without_month=coverage.without_month.get(first // 12, 0),
                total=total,
            )
            for first, total in years.items()
            if total
        ),
        is_without_month=bool(coverage.without_month),
    )


def _lanes(links: Links) -> LanesChart | None:
    """None where there is nothing to compare, or no dot to draw as no article that names them has a month."""
    index = links.index
    unit = index.coverage.unit(MOST_COLUMNS)
    ranked = sorted(index.presence.items(), key=lambda item: (-item[1].articles, -item[1].mentions, item[0]))
    chosen = {kind: [id_ for id_, _ in ranked if kind_of(id_) is kind][:_LANES] for kind in (Kind.ACTOR, Kind.PLACE)}
    traced = {id_: trace(index, id_, unit) for ids in chosen.values() for id_ in ids}
    if not traced or len(index.coverage.by(unit)) < 2:
        return None
    most = max(stretch.articles for chronology in traced.values() for stretch in chronology.stretches)
    if not most:
        return None
    columns = list(index.coverage.by(unit))
    return LanesChart(
        axis=draw_years(columns),
        note=f"A dot is a {UNIT_WORDS[unit]}, its area the number of articles with the name; the largest is {most:,}.",
        years=tuple(stretch.first // 12 for stretch in next(iter(traced.values())).years),
        groups=tuple(
            LaneGroup(
                kind=kind,
                lanes=tuple(
                    Lane(
                        entity=links.entity(id_),
                        svg=draw_lane(traced[id_], kind, most),
                        by_year=tuple(stretch.articles for stretch in traced[id_].years),
                        articles=index.presence[id_].articles,
                    )
                    for id_ in ids
                ),
            )
            for kind, ids in chosen.items()
            if ids
        ),
    )
