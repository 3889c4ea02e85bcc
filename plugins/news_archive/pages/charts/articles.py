"""The chart of the whole archive: its articles by month, each bar a link."""

from collections.abc import Mapping
from html import escape

from news_archive.archive import Month, Unit
from news_archive.pages.charts.axes import words_for, year_labels, year_ticks
from news_archive.pages.words import plural

_HEIGHT = 90
_TOP = 18


def draw_articles(counts: Mapping[Month, int], unit: Unit, addresses: Mapping[Month, str]) -> str:
    """SVG of one bar for each stretch; `addresses` are those of stretches that have articles, from the page.

    The bars can't be reached by the Tab key: the page has the same links as a list, and a hundred stops before it
    would keep from it who has no mouse.
    """
    columns = list(counts)
    most = max(counts.values())
    peak = next(first for first, articles in counts.items() if articles == most)
    label = f"{plural(sum(counts.values()), 'article')}, most in {words_for(peak, unit)} ({most:,})"
    bars = "".join(
        f'<a href="{escape(addresses[first])}" tabindex="-1"><title>{words_for(first, unit)}: {plural(articles, "article")}</title>'
        f'<path class="na-hit" d="M{number} 0h1v{_HEIGHT}h-1z"/>'
        f'<path class="na-bars" d="M{number}.5 {_HEIGHT}v-{max(1, round(_HEIGHT * articles / most, 1)):g}"/></a>'
        for number, (first, articles) in enumerate(counts.items())
        if articles
    )
    return (
        f'<svg class="na-chart" role="group" width="100%" height="{_TOP + _HEIGHT + 16}" aria-label="Chart: {label}">'
        f'<text y="12">{most:,}</text>'
        f'<svg y="{_TOP}" height="{_HEIGHT}" viewBox="0 0 {len(columns)} {_HEIGHT}" preserveAspectRatio="none">'
        f'<path class="na-grid" d="M0 0h{len(columns)}M0 {_HEIGHT}h{len(columns)}"/>'
        f"{year_ticks(columns, 0, _HEIGHT)}{bars}</svg>{year_labels(columns, _TOP + _HEIGHT + 13)}</svg>"
    )
