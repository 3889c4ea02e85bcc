"""One page to be drawn."""

import re
from collections.abc import Callable
from dataclasses import dataclass
from html import unescape

from news_archive.model import ArticleId, EntityId
from news_archive.pages.addresses import PagePath
from news_archive.pages.search_entries import SearchEntry
from news_archive.pages.views import View

_HEADING = re.compile(r"\s*<h1[^>]*>(.*?)</h1>", re.DOTALL)
_TAG = re.compile(r"<[^>]*>")


@dataclass(frozen=True, slots=True)
class Introduction:
    """What the site itself says on a generated page: the page's title and text."""

    title: str | None
    """Plain text; None where the page has no heading of its own."""
    html: str

    @classmethod
    def of(cls, html: str, title: str | None) -> "Introduction":
        """From a page's sanitised HTML: its first heading, unless `title` is given, is the page's title."""
        heading = _HEADING.match(html)
        if not heading:
            return cls(title, html)
        return cls(title or unescape(_TAG.sub("", heading[1])).strip(), html[heading.end() :].strip())


@dataclass(frozen=True, slots=True, kw_only=True)
class Sheet:
    path: PagePath
    title: str
    """Plain text, not escaped."""
    template: str
    compose: Callable[[], View]
    """Makes the view when the page is drawn: not all views need be in memory together."""
    description: str | None = None
    """One sentence for search engines; plain text."""
    article: ArticleId | None = None
    """The article that is the page's source."""
    entity: EntityId | None = None
    """The entity whose file is the page's source."""
    is_list: bool = False
    """Whether the page only lists others, so that a search need not find it."""
    style: str | None = None
    """A style sheet of the page's own, below the site's root; in its head, so that nothing moves when it comes."""
    entry: Callable[[], SearchEntry] | None = None
    """Makes what a search finds the page by; None where it need not be found."""
