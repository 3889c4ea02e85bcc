"""Cleaned HTML as a flat list of tags and texts.

It reads only what the sanitiser writes: well-formed, attributes in double quotes, `&`, `<`, `>` and the
no-break space escaped in text. So a regular expression is enough, and every byte that is not marked stays.
"""

import re
from collections.abc import Iterator
from dataclasses import dataclass

_TOKEN = re.compile(r'<(/?)([a-z][a-z0-9]*)((?:[^>"]|"[^"]*")*)>|[^<]+')
_ATTRIBUTE = re.compile(r'([a-z][a-z0-9:_-]*)="([^"]*)"')
VOID = frozenset(("br", "hr", "img"))


@dataclass(frozen=True, slots=True)
class Tag:
    raw: str
    name: str
    is_end: bool

    @property
    def attributes(self) -> dict[str, str]:
        """Values with their escapes resolved."""
        return {name: unescape(value) for name, value in _ATTRIBUTE.findall(self.raw)}


@dataclass(frozen=True, slots=True)
class Text:
    raw: str
    """With its escapes."""


Token = Tag | Text


def tokens_of(html: str) -> Iterator[Token]:
    """The tokens of sanitised HTML; their `raw` parts join back to it."""
    for found in _TOKEN.finditer(html):
        name = found[2]
        yield Tag(found[0], name, bool(found[1])) if name else Text(found[0])


def unescape(text: str) -> str:
    """The characters that a reader sees. The inverse of `escape` for what the sanitiser wrote."""
    if "&" not in text:
        return text
    return (
        text.replace("&lt;", "<")
        .replace("&gt;", ">")
        .replace("&nbsp;", "\u00a0")
        .replace("&quot;", '"')
        .replace("&amp;", "&")
    )


def escape(text: str) -> str:
    """Text as the sanitiser would write it (HTML Standard, section 13.3)."""
    return text.replace("&", "&amp;").replace("\u00a0", "&nbsp;").replace("<", "&lt;").replace(">", "&gt;")
