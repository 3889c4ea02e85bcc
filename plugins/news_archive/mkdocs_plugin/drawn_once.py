"""Parts of the theme that are the same on many pages, and are drawn once for all of these."""

from collections.abc import Callable

from mkdocs.structure.pages import Page

DrawOnce = Callable[[str, Page, str, Callable[[], str]], str]
"""Name of a part, the page, the way from it to the site's root, and what draws the part: the part's HTML."""
_TITLE = "\ue000title\ue000"
"""Stands for a page's title in a part that is drawn once."""


def drawn_once_outside(in_nav: frozenset[str]) -> DrawOnce:
    """Draws a part once for each depth and section; anew for the pages in the site's menu, by their sources' paths.

    What is drawn is kept until what this gives is let go.
    """
    drawn: dict[tuple[str, str, str], str] = {}

    def drawn_once(part: str, page: Page, base_url: str, draw: Callable[[], str]) -> str:
        if page.file.src_uri in in_nav:
            return draw()
        key = (part, base_url, page.file.src_uri.partition("/")[0])
        if key not in drawn:
            # The header shows the page's title; all else in these parts is the same on every page of a section.
            title, page.meta["title"] = page.meta.get("title"), _TITLE
            drawn[key] = draw()
            page.meta["title"] = title
        return drawn[key].replace(_TITLE, page.meta.get("title") or page.title)

    return drawn_once
