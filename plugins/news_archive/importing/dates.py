"""Dates in names of files and at the top of texts, where nothing but the day of publication can be meant."""

import re
from collections.abc import Iterator

from news_archive.model import DateError, PartialDate

_MONTHS = "january february march april may june july august september october november december".split()
_FILE = re.compile(r"(?<!\d)((?:19|20)\d\d)[-_](\d\d)(?:[-_](\d\d))?(?!\d)")
_MONTH = r"(?P<month>[A-Za-z]{3,9})\.?"
_DAY = r"(?P<day>[0-3]?\d)(?:st|nd|rd|th)?"
_YEAR = r"(?P<year>(?:19|20)\d\d)"
_SHAPES = tuple(
    re.compile(shape)
    for shape in (
        r"(?<![\w/.-])(?P<year>(?:19|20)\d\d)-(?P<month>\d\d)-(?P<day>\d\d)(?![\d/-])",
        rf"(?<![\w/.-]){_DAY}\s*{_MONTH},?\s+{_YEAR}(?!\d)",
        rf"(?<![\w/.-]){_MONTH}\s+{_DAY},?\s+{_YEAR}(?!\d)",
    )
)
_NUMBERS = re.compile(r"(?<![\w/.-])(\d{1,2})([/.])(\d{1,2})\2((?:19|20)?\d\d)(?![\w/])")
# A date of publication stands alone, behind a place or a byline, or behind such a word; never within a sentence.
_LEADS = re.compile(
    r"(?:^|[,|(\u2013\u2014·•-]\s*|\b(?:published|posted|date|dated|issued|released)(?: on| at)?:?\s*"
    r"|^(?:mon|tues?|wednes|thurs?|fri|satur|sun)day,?\s+)$",
    re.IGNORECASE,
)
_FOLLOWS = re.compile(r"\s*(?:$|[)|\u2013\u2014·•]|-\s|,?\s+(?:at\s+)?\d{1,2}[:.]\d\d|/)")
_TOP_LINES = 4
_FAR = 160
"""Characters of a line in which a dateline can stand."""


def date_in_name(name: str) -> str | None:
    """The day or month in a file's name, such as 2016-08-19-truce.txt."""
    for year, month, day in _FILE.findall(name):
        if known := _checked(f"{year}-{month}" + (f"-{day}" if day else "")):
            return known
    return None


def date_at_top(lines: list[str]) -> tuple[str | None, str]:
    """The day that the first lines give as that of publication, or None and why not; empty where they say nothing."""
    top = [line.strip()[:_FAR] for line in lines if line.strip()][:_TOP_LINES]
    days = list(dict.fromkeys(day for line in top for day in _datelines(line)))
    if len(days) == 1:
        return days[0], ""
    if days:
        return None, f"the first lines say {' and '.join(days)}"
    for line in top:
        for found in _NUMBERS.finditer(line):
            if _stands_alone(line, found):
                return _from_numbers(found)
    return None, ""


def date_of(text: str) -> str | None:
    """What a text that is nothing but a date says: the day, or the moment where it has a zone."""
    text = text.strip()
    known = _checked(text)
    if known:
        day, _, time = text.replace(" ", "T", 1).partition("T")
        has_zone = time.endswith("Z") or "+" in time or "-" in time
        is_moment = has_zone and not time.startswith("00:00")
        return _checked(f"{day}T{time}") if is_moment else day
    for shape in _SHAPES:
        if found := shape.search(text):
            return _day(found)
    return _checked(text[:10]) if re.match(r"\d{4}-\d\d-\d\d", text) else None


def _datelines(line: str) -> Iterator[str]:
    for shape in _SHAPES:
        for found in shape.finditer(line):
            if _stands_alone(line, found) and (day := _day(found)):
                yield day


def _stands_alone(line: str, found: re.Match[str]) -> bool:
    return bool(_LEADS.search(line[: found.start()]) and _FOLLOWS.match(line, found.end()))


def _day(found: re.Match[str]) -> str | None:
    typed = found["month"].lower()
    named = [number for number, month in enumerate(_MONTHS, 1) if month.startswith(typed)]
    month = int(typed) if typed.isdigit() else named[0] if len(named) == 1 else 0
    return _checked(f"{found['year']}-{month:02}-{int(found['day']):02}")


def _from_numbers(found: re.Match[str]) -> tuple[str | None, str]:
    """A day by numbers, where one of them can only be the day; two digits of a year are no year."""
    one, other, year = int(found[1]), int(found[3]), found[4]
    if len(year) == 4:
        ways = {
            day for month, date in ((one, other), (other, one)) if (day := _checked(f"{year}-{month:02}-{date:02}"))
        }
        if len(ways) == 1:
            return ways.pop(), ""
        if ways:
            first, second = (PartialDate.parse(day).in_words for day in sorted(ways))
            return None, f"{found[0]} at the top may be {first} or {second}"
    return None, f"{found[0]} at the top can't be told for sure"


def _checked(text: str) -> str | None:
    try:
        return PartialDate.parse(text).text
    except DateError:
        return None
