"""The source of a saved page, made harmless before a parser sees it: without scripts, styles and comments, not too deep.

What scripts and comments say of the page is kept apart. Everything here takes a time in proportion to the page.
"""

import re
from collections.abc import Iterator
from dataclasses import dataclass

from news_archive.importing.problems import ReadError

_MAX_DEPTH = 250
"""Elements within each other; newspapers' pages have 20 to 40. Parsers and our own walk use the stack for each."""
_MAX_TAGS = 60_000
"""Newspapers' pages have some thousand."""
_MAX_UNCLOSED = 500_000_000
"""Characters that a parser may have to look at again because tags are not closed: some seconds."""
_SKIPPED = re.compile(r"<!--|<(script|style|svg|template|iframe|object|noscript)\b([^>]*)>", re.IGNORECASE)
_ENDS = {
    name: re.compile(rf"</{name}\b[^>]*>", re.IGNORECASE)
    for name in ("script", "style", "svg", "template", "iframe", "object", "noscript")
}
_REFERENCE = re.compile(r"&#([xX][0-9a-fA-F]{1,8}|\d{1,8});?")
_TAG = re.compile(r"<(/?)([A-Za-z][A-Za-z0-9]*)")
# Those that another tag may close, or that have no end: old pages have thousands of them open.
_NOT_NESTING = frozenset(
    """
    area base body br col colgroup dd dt embed head hr html img input li link meta option p param source tbody td tfoot
    th thead tr track wbr
""".split()
)

# Pages of the nineties are laid out by tables; one with a paragraph or heading in a cell is no table of figures.
_LAYOUT = re.compile(r"<t[dh]\b[^<>]*>(?:[^<]|<(?!/?t[dhr]\b|p\b|h[1-3]\b))*<(?:p|h[1-3])\b", re.IGNORECASE)
_OF_TABLE = re.compile(r"<(/?)(?:table|tbody|tr|t[dh])\b[^>]*>", re.IGNORECASE)
_MARKED = re.compile(r"<(?:article|main)\b", re.IGNORECASE)


@dataclass(frozen=True, slots=True)
class PageSource:
    html: str
    """Without what is not shown."""
    json_ld: tuple[str, ...]
    """Texts of the scripts that describe the page (schema.org)."""
    comments: tuple[str, ...]


def harmless(html: str, path: str) -> PageSource:
    """The page's source taken apart. Raises ReadError for one that no newspaper makes."""
    if sum(part.count("<") * len(part) for part in html.split(">")) > _MAX_UNCLOSED:
        raise ReadError(path, "thousands of tags are not closed. Copy the article's text into a .txt file", is_io=False)
    pieces = list(_taken_apart(_REFERENCE.sub(_allowed, html)))
    clean = "".join(text for kind, text in pieces if kind == "shown")
    depth = deepest = tags = 0
    for closing, name in _TAG.findall(clean):
        tags += 1
        if name.lower() not in _NOT_NESTING:
            depth = max(0, depth - 1) if closing else depth + 1
            deepest = max(deepest, depth)
    if deepest > _MAX_DEPTH or tags > _MAX_TAGS:
        what = (
            f"nests its elements {deepest:,} deep; {_MAX_DEPTH}"
            if deepest > _MAX_DEPTH
            else f"has {tags:,} tags; {_MAX_TAGS:,}"
        )
        raise ReadError(path, f"the page {what} are allowed. Copy the article's text into a .txt file", is_io=False)
    return PageSource(
        html=clean,
        json_ld=tuple(text for kind, text in pieces if kind == "json_ld"),
        comments=tuple(text for kind, text in pieces if kind == "comment"),
    )


def _allowed(found: re.Match[str]) -> str:
    """A character by its number, if it is one that a text can have."""
    number = int(found[1][1:], 16) if found[1][0] in "xX" else int(found[1])
    is_text = (
        number in (9, 10, 13) or 32 <= number < 0xD800 or 0xE000 <= number < 0xFFFE or 0x10000 <= number < 0x110000
    )
    return found[0] if is_text else ""


def without_layout(html: str) -> str:
    """The page with plain divisions for the tables that lay it out."""
    if _MARKED.search(html) or not _LAYOUT.search(html):
        return html
    return _OF_TABLE.sub(r"<\1div>", html)


def _taken_apart(html: str) -> Iterator[tuple[str, str]]:
    """Pieces of the page and what each is: `shown`, `comment`, `json_ld` or `hidden`. What is not closed has no end."""
    at = 0
    while found := _SKIPPED.search(html, at):
        yield "shown", html[at : found.start()]
        if found[1] is None:
            end = html.find("-->", found.end())
            inner, at = (html[found.end() : end], end + 3) if end >= 0 else (html[found.end() :], len(html))
            yield "comment", inner
        else:
            closing = _ENDS[found[1].lower()].search(html, found.end())
            inner, at = (
                (html[found.end() : closing.start()], closing.end()) if closing else (html[found.end() :], len(html))
            )
            yield ("json_ld" if "ld+json" in found[2].lower() else "hidden"), inner
    yield "shown", html[at:]
