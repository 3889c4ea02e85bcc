"""Days of publication are taken where nothing else can be meant, and never guessed."""

import pytest

from news_archive.importing.dates import date_at_top, date_in_name, date_of


@pytest.mark.parametrize(
    ("name", "date"),
    [
        ("2016-08-19-truce.txt", "2016-08-19"),
        ("2016_08_19 truce.html", "2016-08-19"),
        ("2016-08-truce.md", "2016-08"),
        ("truce-2016-08-19.md", "2016-08-19"),
        ("2016-13-40-truce.md", None),
        ("2016-truce.md", None),
        ("120160819.md", None),
        ("report-12-08-2016.md", None),
        ("1000-20-30.txt", None),
    ],
)
def test_date_in_the_name_of_a_file(name: str, date: str | None) -> None:
    assert date_in_name(name) == date


@pytest.mark.parametrize(
    ("lines", "date"),
    [
        (["8 Feb 2018"], "2018-02-08"),
        (["February 8, 2018"], "2018-02-08"),
        (["2018-02-08"], "2018-02-08"),
        (["Published on 8th February 2018"], "2018-02-08"),
        (["Thursday, February 8, 2018"], "2018-02-08"),
        (["GENEVA, 8 Feb. 2018 — The talks went on."], "2018-02-08"),
        (["By Ada Brun – Bay Post – 8Febr 2018 – The talks went on."], "2018-02-08"),
        (["By Ada Brun", "", "Sept. 3, 2017 | 14:05"], "2017-09-03"),
        (["25/03/2018"], "2018-03-25"),
        (["03.03.2018"], "2018-03-03"),
        (["On 8 February 2018 the talks went on."], None),
        (["The talks of 8 February 2018 failed."], None),
        (["The talks went on until 8 February 2018."], None),
        (["one", "two", "three", "four", "8 Feb 2018"], None),
        (["30 February 2018"], None),
        (["8 Ma 2018"], None),
        (["8 Marvel 2018"], None),
        (["word " * 40 + "– 8 Feb 2018 –"], None),
        ([], None),
    ],
)
def test_dateline_at_the_top(lines: list[str], date: str | None) -> None:
    assert date_at_top(lines) == (date, "")


@pytest.mark.parametrize(
    ("lines", "why_not"),
    [
        (["02/03/2018"], "02/03/2018 at the top may be 3 February 2018 or 2 March 2018"),
        (["25/03/18"], "25/03/18 at the top can't be told for sure"),
        (["31/31/2018"], "31/31/2018 at the top can't be told for sure"),
        (["8 Feb 2018", "Updated – 9 Feb 2018"], "the first lines say 2018-02-08 and 2018-02-09"),
    ],
)
def test_doubtful_date_is_told_and_not_guessed(lines: list[str], why_not: str) -> None:
    assert date_at_top(lines) == (None, why_not)


@pytest.mark.parametrize(
    ("text", "date"),
    [
        ("2018-02-08", "2018-02-08"),
        ("2018-02-08T09:30:00+01:00", "2018-02-08T09:30:00+01:00"),
        ("2018-02-08 09:30:00Z", "2018-02-08T09:30:00Z"),
        ("2018-02-08T09:30:00", "2018-02-08"),
        ("2018-02-08T00:00:00Z", "2018-02-08"),
        ("2018-02-08T99:99", "2018-02-08"),
        ("Thu, 08 Feb 2018 09:30:00 GMT", "2018-02-08"),
        ("08/02/2018", None),
        ("", None),
    ],
)
def test_date_that_a_page_declares(text: str, date: str | None) -> None:
    assert date_of(text) == date
