"""Where pages are: the path of a page, its address below the site's root, and the way from page to page.

PagePath      actors/red-cross            (its source would be actors/red-cross.md)
address       actors/red-cross/           with directory addresses, else actors/red-cross.html
way up        ../../                from that page to the site's root
"""

from collections.abc import Iterable
from dataclasses import dataclass
from typing import NewType
from urllib.parse import quote

from news_archive.model import Article, EntityId, Kind, folder_of
from news_archive.pages.words import distinct_slugs

PagePath = NewType("PagePath", str)

HOME = PagePath("index")
ARTICLES = PagePath("articles/index")
SOURCES = PagePath("sources/index")
MAP = PagePath("map/index")
TIMELINE = PagePath("timeline/index")
NETWORK = PagePath("network/index")
SEARCH = PagePath("search/index")


def list_path(kind: Kind) -> PagePath:
    """The list of all entities of a kind."""
    return PagePath(f"{folder_of(kind)}/index")


def year_path(year: int) -> PagePath:
    """The list of a year's articles."""
    return PagePath(f"articles/{year:04}/index")


def map_year_path(year: int) -> PagePath:
    """The map of a year's articles."""
    return PagePath(f"map/{year:04}")


def source_paths(sources: Iterable[str]) -> dict[str, PagePath]:
    """A page for each source. Sources whose slugs are the same are told apart by number, in alphabetical order."""
    slugs = distinct_slugs(sources, taken=("index", "list"))
    return {source: PagePath(f"sources/{slug}") for source, slug in slugs.items()}


LIST_PAGES = (HOME, ARTICLES, *map(list_path, Kind), SOURCES, MAP, TIMELINE, NETWORK, SEARCH)
"""The pages that every archive has; a site may add its own text to each, as `docs/<path>.md`."""


def article_path(article: Article) -> PagePath:
    """The page of an article: its folder, and its slug in place of the file's name."""
    folder, _, _ = article.id.rpartition("/")
    return PagePath("/".join(part for part in ("articles", folder, article.slug) if part))


def entity_path(entity: EntityId) -> PagePath:
    return PagePath(entity)


@dataclass(frozen=True, slots=True)
class Addresses:
    """How this site writes addresses."""

    use_directory_urls: bool = True

    def of(self, path: PagePath) -> str:
        """The address below the site's root, percent-encoded; empty for the home page with directory addresses."""
        if not self.use_directory_urls:
            return quote(f"{path}.html")
        folder, _, name = path.rpartition("/")
        directory = folder if name == "index" else path
        return quote(f"{directory}/") if directory else ""

    def to_root(self, path: PagePath) -> str:
        """What leads from a page to the site's root, to be put before addresses: `../../`, or `./` at the top."""
        return "../" * self.of(path).count("/") or "./"
