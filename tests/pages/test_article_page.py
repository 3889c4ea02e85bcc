"""What an article's page says about the article."""

from collections.abc import Callable

import pytest

from news_archive.model import AnnotatedArticle, PartialDate, Period, Reference
from news_archive.pages import Sheet

MakeArticle = Callable[..., AnnotatedArticle]
Compose = Callable[..., list[Sheet]]
Draw = Callable[[Sheet], str]


def _page(article: AnnotatedArticle, compose: Compose, draw: Draw) -> str:
    (sheet,) = [sheet for sheet in compose([article], []) if sheet.article]
    return " ".join(draw(sheet).split())


@pytest.mark.parametrize(
    ("title", "date", "shown"),
    [
        ("Report", "2016-08", 'Office: Report, <time datetime="2016-08">August 2016</time></li>'),
        ("Daily reporting, August 2016", "2016-08", "Office: Daily reporting, August 2016</li>"),
        ("Report to July 2016", "2016-08", "Office: Report to July 2016, <time"),
    ],
)
def test_a_documents_date_is_said_once(
    title: str, date: str, shown: str, make_article: MakeArticle, compose: Compose, draw: Draw
) -> None:
    reference = Reference(publisher="Office", title=title, date=PartialDate.parse(date))
    assert shown in _page(make_article("2016/2016-08-19-a", [], references=(reference,)), compose, draw)


def test_source_date_byline_and_addresses_stand_at_the_top(
    make_article: MakeArticle, compose: Compose, draw: Draw
) -> None:
    article = make_article(
        "2016/2016-08-19-a",
        [],
        author="Jo Doe",
        dateline="Erbil",
        url="https://example.org/a",
        archived_url="https://example.org/b",
        lang="ar",
    )
    head, _, rest = _page(article, compose, draw).partition("</header>")
    assert '<h1 id="na-top" lang="ar" dir="rtl">2016/2016-08-19-a</h1>' in head
    assert '<a href="../../../sources/paper/">Paper</a> · <time datetime="2016-08-19">19 August 2016</time>' in head
    assert "by Jo Doe" in head
    assert "Erbil" in head
    assert '<a class="na-original" href="https://example.org/a">original</a>' in head
    assert '<a class="na-original" href="https://example.org/b">archived copy</a>' in head
    assert '<div class="na-text" data-article="2016/2016-08-19-a" lang="ar" dir="rtl">' in rest


def test_what_is_not_known_leaves_no_empty_place(make_article: MakeArticle, compose: Compose, draw: Draw) -> None:
    html = _page(make_article("2016/2016-08-19-a", []), compose, draw)
    for part in (
        "<dt>Rights",
        "na-panel",
        "na-cards",
        "na-turn",
        "na-map",
        "na-references",
        "na-related",
        "na-corrections",
        "None",
        "by ",
    ):
        assert part not in html


def test_the_period_it_tells_of_is_in_words(make_article: MakeArticle, compose: Compose, draw: Draw) -> None:
    covers = Period(first=PartialDate.parse("2016-08-16"), last=PartialDate.parse("2016-08-23"))
    html = _page(make_article("2016/2016-08-19-a", [], covers=covers), compose, draw)
    assert "<dt>Tells of</dt><dd>16 August 2016 to 23 August 2016</dd>" in html
