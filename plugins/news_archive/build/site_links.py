"""Where the links that authors write lead.

Both ways of writing a link are understood: as the site lies (`../../actors/red-cross.md` from an article) and as the
project's files lie (`../../docs/actors/red-cross.md`), which also works where the files are browsed.
"""

import posixpath
from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass
from urllib.parse import unquote, urlsplit, urlunsplit

from news_archive.content import Loaded
from news_archive.model import Article, Entity, Library
from news_archive.pages.addresses import LIST_PAGES, year_path


@dataclass(frozen=True, slots=True)
class SiteLinks:
    """The files of a site and their addresses."""

    addresses: Mapping[str, str]
    """Source path below the docs folder (articles below `articles/`) -> address below the site's root."""
    docs: str
    """The docs folder, relative to the project."""

    def rewriter(self, source: str, to_root: str) -> Callable[[str], str]:
        """A function from a link as typed, in the file `source`, to the address that it leads to.

        `to_root` leads from the page to the site's root. What leads to no file stays as typed: `checks.links` tells.
        """

        def rewrite(href: str) -> str:
            try:
                parts = urlsplit(href)
            except ValueError:
                return href
            if parts.scheme or parts.netloc or not parts.path or parts.path.startswith("/"):
                return href
            target = posixpath.normpath(posixpath.join(posixpath.dirname(source), unquote(parts.path)))
            for candidate in (target, target.removeprefix(f"{self.docs}/")):
                if candidate in self.addresses:
                    leads_to = to_root + self.addresses[candidate]
                    return urlunsplit(("", "", leads_to, parts.query, parts.fragment))
            return href

        return rewrite


def linking_pages(library: Library) -> Iterator[tuple[Article | Entity, str]]:
    """Every article and entity, with its file's path as the site lies."""
    for article in library.articles:
        yield article, article_source(article)
    for entity in library.entities.values():
        yield entity, f"{entity.id}.md"


def article_source(article: Article) -> str:
    """An article's file as the site lies."""
    return f"articles/{article.id}.md"


def linkable_files(loaded: Loaded, docs: str, articles: str) -> frozenset[str]:
    """The paths that a link may name, as the site lies: pages, lists, pictures and documents.

    A page that an error keeps out is among them: that error is told, and the link is right.
    """
    own = [path.removeprefix(f"{docs}/") for path in (*loaded.pages, *loaded.docs_media, *loaded.unread)]
    beside = [f"articles/{path.removeprefix(f'{articles}/')}" for path in (*loaded.media, *loaded.unread)]
    lists = [f"{path}.md" for path in LIST_PAGES]
    years = [f"{year_path(article.date.year)}.md" for article in loaded.library.articles]
    return frozenset((*(source for _, source in linking_pages(loaded.library)), *own, *beside, *lists, *years))
