"""What charts over time share: words for stretches of time, and the years along the axis.

Charts fill the width that they get. Their shapes are in an inner `<svg>` that is stretched (`0 0 columns height`), their
texts stand outside of it at places in per cent, so that letters keep their size on a phone.
"""

from collections.abc import Sequence
from itertools import pairwise

from news_archive.archive import Month, Unit, year_of
from news_archive.model import PartialDate

_NARROWEST = 10.0
"""Per cent of the width that a year's label needs: 29 of the 290 pixels that a chart has on the narrowest phone."""


def words_for(first: Month, unit: Unit) -> str:
    """`August 2016`, `July–September 2016` or `2016`."""
    if unit is Unit.YEAR:
        return str(year_of(first))
    words = month_words(first)
    return words if unit is Unit.MONTH else f"{words.partition(' ')[0]}–{month_words(Month(first + 2))}"


def month_words(month: Month) -> str:
    """`August 2016`."""
    return PartialDate.parse(f"{year_of(month):04}-{month % 12 + 1:02}").in_words


def year_columns(columns: Sequence[Month]) -> dict[int, int]:
    """The number of the column in which each year begins; the first year's is 0 wherever in the year that is."""
    years: dict[int, int] = {}
    for number, first in enumerate(columns):
        years.setdefault(year_of(first), number)
    return years


def year_ticks(columns: Sequence[Month], top: float, bottom: float) -> str:
    """A path of upright lines where years begin, in the units of the stretched part: one a column."""
    step, _ = _labelled(columns)
    marks = "".join(
        f"M{number} {top:g}V{bottom:g}" for year, number in year_columns(columns).items() if number and year % step == 0
    )
    return f'<path class="na-grid" d="{marks}"/>' if marks else ""


def year_labels(columns: Sequence[Month], y: float) -> str:
    """The years as texts, as many as have room: all, or every second and so on."""
    _, shown = _labelled(columns)
    return "".join(f'<text x="{x:.4g}%" y="{y:g}">{year}</text>' for year, x in shown)


def _labelled(columns: Sequence[Month]) -> tuple[int, list[tuple[int, float]]]:
    """Which years have room, as a step from one to the next, and those with their places in per cent."""
    places = [(year, 100 * number / len(columns)) for year, number in year_columns(columns).items()]
    for step in range(1, len(places) + 1):
        shown = [(year, x) for year, x in places if year % step == 0 and x <= 100 - _NARROWEST]
        # The archive may have begun late in its first year: that label gives way to the next.
        if len(shown) > 1 and shown[1][1] - shown[0][1] < _NARROWEST:
            del shown[0]
        if shown and all(right - left >= _NARROWEST for (_, left), (_, right) in pairwise(shown)):
            return step, shown
    return 1, places[:1]
