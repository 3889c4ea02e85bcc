"""Dates as editors type them: what they mean, how readers see them, and what is refused."""

from datetime import date

import pytest

from news_archive.model import DateError, PartialDate


@pytest.mark.parametrize(
    ("text", "first", "last", "iso", "in_words"),
    [
        pytest.param("2016", date(2016, 1, 1), date(2016, 12, 31), "2016", "2016", id="year"),
        pytest.param("0999", date(999, 1, 1), date(999, 12, 31), "0999", "0999", id="year before 1000"),
        pytest.param("2016-08", date(2016, 8, 1), date(2016, 8, 31), "2016-08", "August 2016", id="month"),
        pytest.param("2016-02", date(2016, 2, 1), date(2016, 2, 29), "2016-02", "February 2016", id="leap February"),
        pytest.param("2015-02", date(2015, 2, 1), date(2015, 2, 28), "2015-02", "February 2015", id="plain February"),
        pytest.param("2016-12", date(2016, 12, 1), date(2016, 12, 31), "2016-12", "December 2016", id="last month"),
        pytest.param("2016-08-19", date(2016, 8, 19), date(2016, 8, 19), "2016-08-19", "19 August 2016", id="day"),
        pytest.param("2016-08-09", date(2016, 8, 9), date(2016, 8, 9), "2016-08-09", "9 August 2016", id="low day"),
        pytest.param("2016-02-29", date(2016, 2, 29), date(2016, 2, 29), "2016-02-29", "29 February 2016", id="leap"),
        pytest.param(
            "2016-08-19T14:05", date(2016, 8, 19), date(2016, 8, 19), "2016-08-19", "19 August 2016", id="time"
        ),
        pytest.param(
            "2016-08-19 14:05:30",
            date(2016, 8, 19),
            date(2016, 8, 19),
            "2016-08-19",
            "19 August 2016",
            id="time behind a space",
        ),
    ],
)
def test_a_date_means_its_days_and_says_them(text: str, first: date, last: date, iso: str, in_words: str) -> None:
    assert PartialDate.parse(text) == PartialDate(text=text, first=first, last=last, iso=iso, in_words=in_words)


@pytest.mark.parametrize(
    "text",
    [
        pytest.param("2016-10-25T01:30:00+03:00", id="the day before in UTC"),
        pytest.param("2016-10-25T23:30-08:00", id="the day after in UTC"),
        pytest.param("2016-10-25T00:00Z", id="midnight in UTC"),
        pytest.param("2016-10-25 23:59:59.999+05:30", id="the last moment"),
    ],
)
def test_a_moment_keeps_the_day_of_its_dateline(text: str) -> None:
    parsed = PartialDate.parse(text)
    assert (parsed.first, parsed.last) == (date(2016, 10, 25), date(2016, 10, 25))
    assert (parsed.iso, parsed.in_words) == ("2016-10-25", "25 October 2016")
    assert parsed.text == text


@pytest.mark.parametrize(
    ("text", "year", "month"),
    [
        pytest.param("2016", 2016, None, id="year"),
        pytest.param("2016-01", 2016, 1, id="month"),
        pytest.param("2016-12-31", 2016, 12, id="day"),
    ],
)
def test_the_month_is_known_or_none(text: str, year: int, month: int | None) -> None:
    parsed = PartialDate.parse(text)
    assert (parsed.year, parsed.month) == (year, month)


@pytest.mark.parametrize(
    ("text", "message"),
    [
        pytest.param("", "is not a date", id="empty"),
        pytest.param("3 May 2016", "is not a date", id="words"),
        pytest.param("03/05/2016", "is not a date", id="slashes"),
        pytest.param("2016-8-19", "is not a date", id="one-digit month"),
        pytest.param("2016-08-1", "is not a date", id="one-digit day"),
        pytest.param("20160819", "is not a date", id="no hyphens"),
        pytest.param("16-08-19", "is not a date", id="two-digit year"),
        pytest.param("2016-W33", "is not a date", id="week"),
        pytest.param("2016-232", "is not a date", id="day of the year"),
        pytest.param("2016-08T14:05", "is not a date", id="time without a day"),
        pytest.param("2016-08-19T", "is not a date", id="T without a time"),
        pytest.param("2016-08-19\n", "is not a date", id="line end"),
        pytest.param("-2016", "is not a date", id="before our era"),
        pytest.param("٢٠١٦-٠٨", "is not a date", id="digits that ISO 8601 does not have"),
        pytest.param("0000", "is not a date (there is no year 0)", id="year 0"),
        pytest.param("0000-01-01", "is not a date (there is no year 0)", id="day in year 0"),
        pytest.param("2016-00", "is not a date (no month 00)", id="month 0"),
        pytest.param("2016-13-01", "is not a date (no month 13)", id="month 13"),
        pytest.param("2016-02-30", "is not a date (no 30 February 2016)", id="30 February"),
        pytest.param("2015-02-29", "is not a date (no 29 February 2015)", id="no leap year"),
        pytest.param("2016-08-00", "is not a date (no 0 August 2016)", id="day 0"),
        pytest.param("2016-08-19T25:00", "has a time that is not one, such as T14:05+03:00", id="hour 25"),
        pytest.param("2016-08-19T14:05+99:00", "has a time that is not one, such as T14:05+03:00", id="zone +99"),
        pytest.param("2016-08-19 noon", "has a time that is not one, such as T14:05+03:00", id="time in words"),
    ],
)
def test_what_is_no_date_is_refused_with_the_reason(text: str, message: str) -> None:
    with pytest.raises(DateError) as error:
        PartialDate.parse(text)
    assert str(error.value) == message
