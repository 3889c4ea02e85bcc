"""Addresses in a body: each is handed to the site, which says where it leads from the page."""

import re
from collections.abc import Callable
from html import escape as escape_attribute

from news_archive.annotation.tokens import unescape

# Only in tags: in text the sanitiser leaves no `<`, and an attribute's value has no double quote.
_ADDRESS = re.compile(r'(<(?:a|img)\b[^>]*?\s(?:href|src)=")([^"]*)"')


def rewrite_links(html: str, rewrite: Callable[[str], str]) -> str:
    """Sanitised HTML in which every `href` and `src` has gone through `rewrite`."""
    if 'href="' not in html and 'src="' not in html:
        return html
    return _ADDRESS.sub(lambda found: f'{found[1]}{escape_attribute(rewrite(unescape(found[2])))}"', html)
