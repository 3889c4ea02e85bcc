"""Rules about an article's dates: against each other, and against where its file lies and what it is called."""

import re
from collections.abc import Iterator
from datetime import date, timedelta

from news_archive.model import Article, DateError, Finding, PartialDate, Severity

_YEAR = re.compile(r"[12]\d{3}")
_DAY = re.compile(r"(\d{4}-\d{2}-\d{2})(?!\d)")
# An editor in the west prints what happens tomorrow by the clock of the east.
_CLOCKS = timedelta(days=1)


def check_dates(article: Article, today: date) -> Iterator[Finding]:
    """Warnings for dates that can't all be right; a date that is known in part is given the benefit of the doubt.

    Where the article's own date is doubted, this is told once, and other dates are not compared with it.
    """
    doubts = [*_check_future(article, today)]
    if not any(doubt.field == "date" for doubt in doubts):
        doubts += _check_place(article) or _check_order(article)
    yield from doubts


def _check_future(article: Article, today: date) -> Iterator[Finding]:
    for field, then in (("date", article.date), ("updated", article.updated), ("retrieved", article.retrieved)):
        # A draft may wait for its day.
        if then and then.first > today and not (article.draft and field == "date"):
            message = f"{then.text} is after today ({today.isoformat()}). Check the year"
            yield _warning("future-date", article, field, message)


def _check_place(article: Article) -> list[Finding]:
    """What the file's name says against the date; else what its folder says."""
    folders, _, name = article.id.rpartition("/")
    named = _DAY.match(name)
    try:
        day = PartialDate.parse(named[1]) if named else None
    except DateError:
        day = None
    if day and (day.last < article.date.first or article.date.last < day.first):
        message = f"{article.date.text} is not the date in the file's name, {day.text}. Mend one of the two"
        return [_warning("file-date", article, "date", message)]
    year = next((part for part in reversed(folders.split("/")) if _YEAR.fullmatch(part)), None)
    if year and int(year) != article.date.year:
        message = f"{article.date.text} is not in the year of the folder {year}/. Mend the date, or move the file"
        return [_warning("folder-year", article, "date", message)]
    return []


def _check_order(article: Article) -> list[Finding]:
    begun = article.date.first
    found: list[Finding] = []
    for field, then in (("updated", article.updated), ("retrieved", article.retrieved)):
        if then and then.last < begun:
            message = f"{then.text} is before the article's date, {article.date.text}. Check both"
            found.append(_warning("date-order", article, field, message))
    if article.covers:
        written = max(known.last for known in (article.date, article.updated) if known)
        if article.covers.last.first > written + _CLOCKS:
            message = (
                f"{article.covers.last.text} is after the article was written ({written.isoformat()}), so it can't "
                "tell of it. Check both dates, or add `updated`"
            )
            found.append(_warning("date-order", article, "covers", message))
    return found


def _warning(rule: str, article: Article, field: str, message: str) -> Finding:
    return Finding(
        rule=rule,
        severity=Severity.WARNING,
        path=article.path,
        line=article.field_lines.get(field),
        field=field,
        message=message,
    )
