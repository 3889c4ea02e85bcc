"""The chart of an entity: its mentions by month, and the share of each month's articles that names it.

Knows no other page, so that any view may hold a `MonthsView`.
"""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from itertools import groupby

from news_archive.archive import THIN, ArchiveIndex, Chronology, Month, Stretch, Unit, trace, year_of
from news_archive.model import EntityId
from news_archive.pages.charts.axes import words_for, year_labels, year_ticks
from news_archive.pages.words import plural

MOST_COLUMNS = 120
"""Columns of a chart: on a phone of 320 pixels a bar of 120 is two pixels wide."""
_BARS, _SHARES, _BETWEEN = 64, 30, 24
"""Heights in pixels: of the upper row, the lower, and the words between."""
_TOP = 18
_LOWER = _BARS + _BETWEEN
_HEIGHT = _LOWER + _SHARES
UNIT_WORDS = {Unit.MONTH: "month", Unit.QUARTER: "quarter", Unit.YEAR: "year"}


@dataclass(frozen=True, slots=True, kw_only=True)
class MonthsRow:
    """A line of the table: a year, or a stretch of it in which the entity is named."""

    label: str
    is_year: bool
    mentions: int
    articles: int
    archive: int
    """Articles of the archive in that time."""
    share: str
    """`33 %`; empty where the archive has too few articles for a share to tell anything."""


@dataclass(frozen=True, slots=True, kw_only=True)
class MonthsView:
    caption: str
    svg: str
    """The chart; trusted HTML."""
    notes: Sequence[str]
    """Sentences below the chart: how to read it, and what is not in it."""
    unit: str
    """`month`, `quarter` or `year`: what a column of the chart is."""
    rows: Sequence[MonthsRow]
    """Each year in which the entity is named, followed by its stretches in which it is named."""


def entity_months(index: ArchiveIndex, entity: EntityId) -> MonthsView | None:
    """The chart and its table; None where no article names the entity, or all articles are of one month or year."""
    if entity not in index.presence:
        return None
    unit = index.coverage.unit(MOST_COLUMNS)
    traced = trace(index, entity, unit)
    if len(traced.stretches) < 2:
        return None
    word = UNIT_WORDS[unit]
    first, last = (words_for(traced.stretches[end].first, unit) for end in (0, -1))
    return MonthsView(
        caption=f"Mentions per {word}, {first} to {last}",
        svg=_draw(traced, word),
        notes=tuple(_notes(traced, word)),
        unit=word,
        rows=tuple(_rows(traced)),
    )


def _draw(traced: Chronology, word: str) -> str:
    stretches = traced.stretches
    columns = [stretch.first for stretch in stretches]
    most = max(stretch.mentions for stretch in stretches)
    mentions = sum(stretch.mentions for stretch in stretches)
    label = plural(mentions, "mention")
    if mentions:
        peak = next(stretch for stretch in stretches if stretch.mentions == most)
        label += f", most in {words_for(peak.first, traced.unit)} ({most:,})"
    shares = [stretch.share for stretch in stretches]
    thick = [0.0 if stretch.is_thin else share for stretch, share in zip(stretches, shares, strict=True)]
    thin = [share if stretch.is_thin else 0.0 for stretch, share in zip(stretches, shares, strict=True)]
    between = _TOP + _LOWER - 6
    return (
        f'<svg class="na-chart" role="img" width="100%" height="{_TOP + _HEIGHT + 16}"'
        f' aria-label="Chart by {word}: {label}">'
        f'<text y="12">{most:,}</text>'
        f'<text y="{between}">Share of articles</text><text class="na-end" x="100%" y="{between}">100 %</text>'
        f'<svg y="{_TOP}" height="{_HEIGHT}" viewBox="0 0 {len(columns)} {_HEIGHT}" preserveAspectRatio="none">'
        f"{_bands(stretches)}"
        f'<path class="na-grid" d="M0 0H{len(columns)}M0 {_BARS}h{len(columns)}M0 {_LOWER}h{len(columns)}M0 {_HEIGHT}h{len(columns)}"/>'
        f"{year_ticks(columns, 0, _HEIGHT)}"
        f"{bars([stretch.mentions / most if most else 0 for stretch in stretches], _BARS, _BARS)}"
        f"{bars(thick, _SHARES, _HEIGHT)}{bars(thin, _SHARES, _HEIGHT, 'na-bars na-thin')}"
        f"</svg>{year_labels(columns, _TOP + _HEIGHT + 13)}</svg>"
    )


def bars(parts: Sequence[float], height: int, foot: int, style: str = "na-bars") -> str:
    """One path of a line for each part (0 to 1) that is not 0; `foot` is where they stand. At least 1 pixel high."""
    lines = "".join(
        f"M{number}.5 {foot}v-{max(1, round(part * height, 1)):g}" for number, part in enumerate(parts) if part
    )
    return f'<path class="{style}" d="{lines}"/>' if lines else ""


def _bands(stretches: Sequence[Stretch]) -> str:
    """The stretches with few articles, as a pale ground of the lower row; neighbours are one band."""
    path = ""
    for is_thin, run in groupby(enumerate(stretches), key=lambda item: item[1].is_thin):
        numbers = [number for number, _ in run]
        if is_thin:
            path += f"M{numbers[0]} {_LOWER}h{len(numbers)}v{_SHARES}h-{len(numbers)}z"
    return f'<path class="na-band" d="{path}"/>' if path else ""


def _notes(traced: Chronology, word: str) -> Iterable[str]:
    yield f"The lower row shows how many of a {word}’s articles have the name, 0 to 100 %."
    if any(stretch.is_thin for stretch in traced.stretches):
        yield f"Shaded: the archive has fewer than {THIN} articles of the {word}, so that a share says little."
    for year, articles in traced.without_month:
        yield without_month_words(year, articles)


def without_month_words(year: int, articles: int) -> str:
    """The sentence for articles that no month can count."""
    return f"{plural(articles, 'article')} of {year} {'has' if articles == 1 else 'have'} no month."


def _rows(traced: Chronology) -> Iterable[MonthsRow]:
    by_year: dict[int, list[Stretch]] = {}
    if traced.unit is not Unit.YEAR:
        for stretch in traced.stretches:
            by_year.setdefault(year_of(stretch.first), []).append(stretch)
    for year in traced.years:
        if year.mentions:
            yield _row(year, Unit.YEAR, is_year=True)
            for stretch in by_year.get(year_of(year.first), ()):
                if stretch.mentions:
                    yield _row(stretch, traced.unit, is_year=False)


def _row(stretch: Stretch, unit: Unit, *, is_year: bool) -> MonthsRow:
    return MonthsRow(
        label=words_for(Month(stretch.first), unit),
        is_year=is_year,
        mentions=stretch.mentions,
        articles=stretch.articles,
        archive=stretch.archive,
        share="" if stretch.is_thin else f"{stretch.share:.0%}".replace("%", "\N{NO-BREAK SPACE}%"),
    )
