"""The months that an archive covers, and how many of its articles are in each."""

from collections import Counter
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from enum import IntEnum
from typing import NewType

from news_archive.model import PartialDate

Month = NewType("Month", int)
"""A month as a number that counts on from year to year: 12 times the year, and 0 for January to 11."""


class Unit(IntEnum):
    """A stretch of time by which articles are counted. The value is its months."""

    MONTH = 1
    QUARTER = 3
    YEAR = 12


@dataclass(frozen=True, slots=True)
class Coverage:
    articles: Mapping[Month, int]
    """Articles of each month that has some, in the order of months."""
    without_month: Mapping[int, int]
    """Articles of which only the year is known, by year. They are in no month, least of all in January."""

    def by(self, unit: Unit) -> dict[Month, int]:
        """Articles of each stretch from the first to the last, empty ones too; a stretch goes by its first month.

        Articles without a month count in years only.
        """
        counts: Counter[Month] = Counter()
        for month, articles in self.articles.items():
            counts[stretch_of(month, unit)] += articles
        if unit is Unit.YEAR:
            for year, articles in self.without_month.items():
                counts[Month(year * 12)] += articles
        if not counts:
            return {}
        return {Month(month): counts[Month(month)] for month in range(min(counts), max(counts) + 1, unit)}

    def unit(self, most: int) -> Unit:
        """The smallest unit of which the archive covers at most `most`.

        Years where no article has a month, and where one without is of a year before or after those that have: in
        columns of months that year would not be there at all.
        """
        if self.articles and not self._years_beside():
            for unit in (Unit.MONTH, Unit.QUARTER):
                first, last = (stretch_of(month, unit) for month in (min(self.articles), max(self.articles)))
                if (last - first) // unit < most:
                    return unit
        return Unit.YEAR

    def _years_beside(self) -> bool:
        """Whether articles without a month are of years before or after all that have one."""
        first, last = (year_of(month) for month in (min(self.articles), max(self.articles)))
        return any(not first <= year <= last for year in self.without_month)


def cover(dates: Iterable[PartialDate]) -> Coverage:
    """Count the articles of these dates."""
    months: Counter[Month] = Counter()
    years: Counter[int] = Counter()
    for date in dates:
        month = month_of(date)
        if month is None:
            years[date.year] += 1
        else:
            months[month] += 1
    return Coverage(dict(sorted(months.items())), dict(sorted(years.items())))


def month_of(date: PartialDate) -> Month | None:
    """None where only the year is known."""
    return Month(date.year * 12 + date.month - 1) if date.month else None


def year_of(month: Month) -> int:
    return month // 12


def stretch_of(month: Month, unit: Unit) -> Month:
    """The first month of the stretch in which a month is."""
    return Month(month - month % unit)
