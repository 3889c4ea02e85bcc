"""What is mended in the finished page, because the theme has no block or template of its own for it.

Each mend is a piece of the theme's HTML and what takes its place. `tests/site/test_site_theme.py` fails when the
theme has changed so that one of them finds nothing.
"""

from typing import NamedTuple


class Mend(NamedTuple):
    """A piece of the theme's HTML, and what takes its place."""

    found: str
    put: str


MENDS = (
    # HTML allows `autocomplete` on no checkbox. The theme's script needs both of them, with search or without.
    Mend(' id="__drawer" autocomplete="off">', ' id="__drawer">'),
    Mend(' id="__search" autocomplete="off">', ' id="__search">'),
    # Menus of the section that is open: the theme leaves the number out.
    Mend(' tabindex="">', ">"),
    # The theme skips to the first heading in the table of contents; our pages have none.
    Mend(
        '<div data-md-component="skip">\n      \n    </div>',
        '<div data-md-component="skip">\n      <a href="#__content" class="md-skip">Skip to content</a>\n    </div>',
    ),
    Mend('<div class="md-content" data-md', '<div class="md-content" id="__content" data-md'),
    # What the button of the menu opens, by name.
    Mend(' data-md-type="navigation"', ' data-md-type="navigation" id="__menu"'),
    # The link in the menu that leads to the page itself.
    Mend(
        'class="md-nav__link md-nav__link--active">',
        'class="md-nav__link md-nav__link--active" aria-current="page">',
    ),
)


def mend(html: str) -> str:
    """The page as it should be. A few microseconds for each mend."""
    for found, put in MENDS:
        html = html.replace(found, put, 1)
    return html
