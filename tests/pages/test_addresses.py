"""Where pages are, and the way from one to another."""

from urllib.parse import unquote, urljoin

import pytest

from news_archive.model import Article, ArticleId, EntityId, Kind, PartialDate
from news_archive.pages import Addresses, PagePath
from news_archive.pages.addresses import LIST_PAGES, article_path, entity_path, list_path

_TABLE = [
    # path, address with directories, way up, address with files, way up
    ("index", "", "./", "index.html", "./"),
    ("about", "about/", "../", "about.html", "./"),
    ("actors/index", "actors/", "../", "actors/index.html", "../"),
    ("actors/ypg", "actors/ypg/", "../../", "actors/ypg.html", "../"),
    (
        "articles/2016/2016-08-19-a",
        "articles/2016/2016-08-19-a/",
        "../../../",
        "articles/2016/2016-08-19-a.html",
        "../../",
    ),
    ("actors/my-index", "actors/my-index/", "../../", "actors/my-index.html", "../"),
    ("a b/ç", "a%20b/%C3%A7/", "../../", "a%20b/%C3%A7.html", "../"),
    ("a#b?c%d", "a%23b%3Fc%25d/", "../", "a%23b%3Fc%25d.html", "./"),
]


@pytest.mark.parametrize(("path", "directory", "up", "file", "file_up"), _TABLE)
def test_page_has_its_address_and_its_way_up(path: str, directory: str, up: str, file: str, file_up: str) -> None:
    directories, files = Addresses(use_directory_urls=True), Addresses(use_directory_urls=False)
    assert (directories.of(PagePath(path)), directories.to_root(PagePath(path))) == (directory, up)
    assert (files.of(PagePath(path)), files.to_root(PagePath(path))) == (file, file_up)


@pytest.mark.parametrize("use_directory_urls", [True, False])
@pytest.mark.parametrize("one", [row[0] for row in _TABLE])
@pytest.mark.parametrize("other", [row[0] for row in _TABLE])
def test_way_up_and_address_lead_from_any_page_to_any_other(
    one: str,
    other: str,
    use_directory_urls: bool,  # noqa: FBT001  # a table's column
) -> None:
    addresses = Addresses(use_directory_urls=use_directory_urls)
    base = "https://site.invalid/below/"
    here = urljoin(base, addresses.of(PagePath(one)))
    there = urljoin(here, addresses.to_root(PagePath(one)) + addresses.of(PagePath(other)))
    assert there == urljoin(base, addresses.of(PagePath(other)))


def test_pages_with_other_paths_have_other_addresses() -> None:
    for use_directory_urls in (True, False):
        addresses = Addresses(use_directory_urls=use_directory_urls)
        assert len({unquote(addresses.of(PagePath(row[0]))) for row in _TABLE}) == len(_TABLE)


@pytest.mark.parametrize(
    ("id_", "slug", "path"),
    [
        ("2016/2016-08-19-hasakah", "2016-08-19-hasakah", "articles/2016/2016-08-19-hasakah"),
        ("2016/2016-08-19-hasakah", "truce", "articles/2016/truce"),
        ("hasakah", "hasakah", "articles/hasakah"),
        ("2016/08/a", "b", "articles/2016/08/b"),
    ],
)
def test_article_lies_in_its_folder_under_its_slug(id_: str, slug: str, path: str) -> None:
    article = Article(id=ArticleId(id_), path="x.md", title="T", date=PartialDate.parse("2016"), source="S", slug=slug)
    assert article_path(article) == path


def test_lists_and_entities_lie_in_the_folders_of_their_kinds() -> None:
    assert [list_path(kind) for kind in Kind] == ["actors/index", "places/index", "glossary/index"]
    assert set(map(list_path, Kind)) < set(LIST_PAGES)
    assert entity_path(EntityId("actors/ypg")) == "actors/ypg"
