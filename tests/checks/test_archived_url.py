"""Addresses of copies in web archives: those that lead to one copy, and those that do not."""

import pytest

from news_archive.checks.origins import check_copies
from news_archive.model import Article, ArticleId, PartialDate


def _told(copy: str, url: str | None = "https://paper.example/a") -> int:
    article = Article(
        id=ArticleId("2016/a"), path="articles/2016/a.md", title="T", date=PartialDate.parse("2016"), source="S", slug="a",
        url=url, archived_url=copy,
    )  # fmt: skip
    return len(list(check_copies(article)))


@pytest.mark.parametrize(
    "copy",
    [
        "https://web.archive.org/web/20160819120000/https://paper.example/a",
        "http://www.web.archive.org/web/2016/paper.example/a?b=c",
        "https://web.archive.org/web/20160819120000if_/https://paper.example/a",
        "https://archive.org/details/paper-2016",
        "https://archive.ph/aB3dE",
        "https://archive.today/2016.08.19-120000/https://paper.example/a",
        "https://archive.is/20160819120000/https://paper.example/a",
        "https://perma.cc/AB12-CD34",
        "https://ghostarchive.org/archive/a1B2c",
        "https://webarchive.org.uk/wayback/en/archive/20160819120000/https://paper.example/a",
        "https://copies.example/anything",
    ],
)
def test_the_address_of_a_copy_is_no_matter(copy: str) -> None:
    assert _told(copy) == 0


@pytest.mark.parametrize(
    "copy",
    [
        "https://paper.example/a",
        "https://web.archive.org/",
        "https://web.archive.org/save/https://paper.example/a",
        "https://web.archive.org/web/*/https://paper.example/a",
        "https://web.archive.org/https://paper.example/a",
        "https://archive.ph/newest/https://paper.example/a",
        "https://archive.is/https://paper.example/a",
        "https://perma.cc/search",
        "https://arquivo.pt/wayback/https://paper.example/a",
    ],
)
def test_the_address_of_no_copy_is_told(copy: str) -> None:
    assert _told(copy) == 1
