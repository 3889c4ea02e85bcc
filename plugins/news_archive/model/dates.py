"""Dates as news has them: a year, a month, a day, or a moment with its zone.

The day is always the one that the dateline says: 2016-10-25T01:30+03:00 is 25 October, although it
was still the 24th in UTC. Format: ISO 8601, calendar dates only.
"""

import re
from calendar import monthrange
from dataclasses import dataclass
from datetime import date, datetime
from functools import lru_cache

_MONTHS = """
    January February March April May June July August September October November December
""".split()
_SHAPE = re.compile(r"([0-9]{4})(?:-([0-9]{2})(?:-([0-9]{2})([T ].+)?)?)?")


class DateError(ValueError):
    """The text is no date. The message says what is wrong with it, for an editor to read."""


@dataclass(frozen=True, slots=True)
class PartialDate:
    """A date known to the year, the month or the day."""

    text: str
    """As the editor typed it, e.g. `2016-08`."""
    first: date
    """The first day that it can mean."""
    last: date
    """The last day that it can mean; equal to `first` where the day is known."""
    iso: str
    """ISO 8601 without the time of day, for a `<time datetime>`: 2016, 2016-08 or 2016-08-19."""
    in_words: str
    """For readers: 2016, August 2016 or 19 August 2016."""

    @classmethod
    def parse(cls, text: str) -> "PartialDate":
        """Read 2016, 2016-08, 2016-08-19 or 2016-08-19T14:05+03:00. Raises DateError."""
        return _parse(text)

    @property
    def year(self) -> int:
        return self.first.year

    @property
    def month(self) -> int | None:
        """1 to 12; None where only the year is known."""
        return self.first.month if (self.first.year, self.first.month) == (self.last.year, self.last.month) else None


@lru_cache(maxsize=4096)
def _parse(text: str) -> PartialDate:
    found = _SHAPE.fullmatch(text)
    if not found:
        raise DateError("is not a date")
    year, month, day, rest = found.groups()
    if year == "0000":
        raise DateError("is not a date (there is no year 0)")
    if not month:
        return PartialDate(text, date(int(year), 1, 1), date(int(year), 12, 31), year, year)
    if not 1 <= int(month) <= 12:
        raise DateError(f"is not a date (no month {month})")
    in_words = f"{_MONTHS[int(month) - 1]} {year}"
    days = monthrange(int(year), int(month))[1]
    if not day:
        first, last = date(int(year), int(month), 1), date(int(year), int(month), days)
        return PartialDate(text, first, last, f"{year}-{month}", in_words)
    if not 1 <= int(day) <= days:
        raise DateError(f"is not a date (no {int(day)} {in_words})")
    if rest:
        try:
            datetime.fromisoformat(text)
        except ValueError as error:
            raise DateError("has a time that is not one, such as T14:05+03:00") from error
    known = date(int(year), int(month), int(day))
    return PartialDate(text, known, known, known.isoformat(), f"{int(day)} {in_words}")
