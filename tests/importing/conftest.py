"""What a site shows of Markdown: its own converter and sanitiser."""

from collections.abc import Callable

import pytest

from news_archive.annotation import sanitise
from news_archive.build import Converter

_EXTENSIONS = {
    "plain": (),
    "this archive": (
        *("abbr", "admonition", "attr_list", "def_list", "footnotes", "md_in_html", "tables", "toc"),
        "pymdownx.superfences",
    ),
    "many": (
        *("extra", "admonition", "sane_lists", "meta", "nl2br", "wikilinks", "toc"),
        *(f"pymdownx.{name}" for name in ("betterem", "caret", "details", "emoji", "keys", "mark")),
        *(f"pymdownx.{name}" for name in ("superfences", "tasklist", "tilde")),
    ),
}


Show = Callable[[str], str]
"""From a body to the HTML that readers get."""


def _show(converter: Converter) -> Show:
    return lambda body: sanitise(converter.convert(f"\n{body}")).html


_SITES = {name: _show(Converter(extensions, {})) for name, extensions in _EXTENSIONS.items()}


@pytest.fixture(params=sorted(_SITES), scope="session")
def show(request: pytest.FixtureRequest) -> Show:
    """Sites with few and many Markdown extensions."""
    return _SITES[request.param]


@pytest.fixture(scope="session")
def show_here() -> Show:
    """A site with the extensions of this archive."""
    return _SITES["this archive"]
