"""Lanes: for each entity a line of time with a dot where articles name it. All lanes of a page have one scale."""

from collections.abc import Sequence
from math import sqrt

from news_archive.archive import Chronology, Month
from news_archive.model import Kind
from news_archive.pages.charts.axes import words_for, year_labels, year_ticks

MOST_COLUMNS = 40
"""A dot of a chart 290 pixels wide has seven for itself then."""
_RADIUS = 8.0
_SMALLEST = 1.7
_HEIGHT = 22


def draw_lane(traced: Chronology, kind: Kind, most: int) -> str:
    """SVG with dots whose areas tell the articles of each stretch; `most` are those of the largest dot on the page."""
    columns = [stretch.first for stretch in traced.stretches]
    dots = "".join(
        f'<circle cx="{100 * (number + 0.5) / len(columns):.4g}%" cy="{_HEIGHT // 2}"'
        f' r="{max(_SMALLEST, round(_RADIUS * sqrt(stretch.articles / most), 1)):g}">'
        f"<title>{words_for(stretch.first, traced.unit)}: {stretch.articles:,}</title></circle>"
        for number, stretch in enumerate(traced.stretches)
        if stretch.articles
    )
    peak = max(traced.stretches, key=lambda stretch: stretch.articles)
    label = f"Most in {words_for(peak.first, traced.unit)}" if peak.articles else "None with a month"
    middle = _HEIGHT / 2
    return (
        f'<svg class="na-chart na-dots-{kind}" role="img" width="100%" height="{_HEIGHT}" aria-label="{label}">'
        f'<svg viewBox="0 0 {len(columns)} {_HEIGHT}" preserveAspectRatio="none">'
        f'<path class="na-grid" d="M0 {middle:g}h{len(columns)}"/>{year_ticks(columns, 0, _HEIGHT)}</svg>{dots}</svg>'
    )


def draw_years(columns: Sequence[Month]) -> str:
    """SVG of the years above or below lanes of these columns."""
    return f'<svg class="na-chart" aria-hidden="true" width="100%" height="18">{year_labels(columns, 13)}</svg>'
