"""Removes from converted Markdown whatever could act in a reader's browser.

It runs after every Markdown extension and before our own marks. The allow list keeps what editors use. Format: the HTML that nh3 (ammonia, html5ever) writes, on which `tokens` relies.
"""

import re
from collections.abc import Mapping
from dataclasses import dataclass
from html.parser import HTMLParser

import nh3

TAGS = frozenset(
    """
    a abbr b blockquote br caption cite code dd del details dfn div dl dt em figcaption figure h1 h2 h3 h4 h5 h6
    hr i img ins kbd li mark ol p pre q s samp small span strong sub summary sup table tbody td tfoot th thead
    time tr u ul var
""".split()
)
_ATTRIBUTES: Mapping[str, frozenset[str]] = {
    "*": frozenset(("class", "id", "lang", "dir", "title")),
    "a": frozenset(("href",)),
    "img": frozenset(("src", "alt", "width", "height", "loading")),
    "td": frozenset(("colspan", "rowspan", "style")),
    "th": frozenset(("colspan", "rowspan", "scope", "style")),
    "details": frozenset(("open",)),
    "ol": frozenset(("start", "reversed", "type")),
    "li": frozenset(("value",)),
    "time": frozenset(("datetime",)),
    "del": frozenset(("datetime",)),
    "ins": frozenset(("datetime",)),
}
# Deep nesting takes the cleaner quadratic time; Python-Markdown itself nests only what was typed.
_MAX_DEPTH = 500
_TAG = re.compile(r"<(/?)([A-Za-z][A-Za-z0-9]*)")
_VOID = frozenset(
    ["area", "base", "br", "col", "embed", "hr", "img", "input", "link", "meta", "source", "track", "wbr"]
)
# What only a parser can tell to be forbidden is worth naming to editors only if it is one of these.
_TOLD = re.compile(
    r"<\s*(script|style|iframe|object|embed|form|input|button|svg|video|audio|base|meta|link)\b", re.IGNORECASE
)
_ALIGNED = frozenset(("text-align",))
# Pages allow no styles of elements, so the alignment of cells becomes a class. As the cleaner writes cells.
_CELL = re.compile(r"""<(t[dh])((?: [a-z]+="[^"]*")+)>""")
_ATTRIBUTE = re.compile(r""" ([a-z]+)="([^"]*)\"""")
_ALIGNMENTS = frozenset(("na-left", "na-center", "na-right"))
_ALIGNMENT = re.compile(r"text-align:\s*(left|center|right)\b")


def _keep(_tag: str, attribute: str, value: str) -> str | None:
    """The value of an attribute as it may stay; None to drop it."""
    if attribute == "id":
        # Ids that begin so steer the theme's scripts, or are those of our marks and of our pages' parts.
        return None if value.startswith(("__", "m-", "na-")) else value
    if attribute == "class":
        # Content must not look like the theme's controls or like our own marks.
        kept = [name for name in value.split() if name in _ALIGNMENTS or not name.startswith(("md-", "mention", "na-"))]
        return " ".join(kept) or None
    return value


_CLEANER = nh3.Cleaner(
    tags=set(TAGS),
    attributes={tag: set(names) for tag, names in _ATTRIBUTES.items()},
    attribute_filter=_keep,
    link_rel=None,
    strip_comments=True,
    url_schemes={"http", "https", "mailto"},
    filter_style_properties=set(_ALIGNED),
)


@dataclass(frozen=True, slots=True)
class Sanitised:
    html: str
    removed: tuple[str, ...]
    """Names of the elements that were taken out, sorted; for a note to the editor."""


def sanitise(html: str) -> Sanitised:
    """The HTML with allowed elements, attributes and addresses only. Text in other elements stays, but for scripts."""
    removed = tuple(sorted({name.lower() for name in _TOLD.findall(html)}))
    clean = _CLEANER.clean(_flatten(html))
    return Sanitised(_CELL.sub(_with_class, clean) if ' style="' in clean else clean, removed)


def _with_class(cell: re.Match[str]) -> str:
    """The tag of a cell with its alignment as a class."""
    attributes = dict(_ATTRIBUTE.findall(cell[2]))
    alignments = _ALIGNMENT.findall(attributes.pop("style", ""))
    if alignments:
        names = [name for name in attributes.get("class", "").split() if name not in _ALIGNMENTS]
        attributes["class"] = " ".join((f"na-{alignments[-1]}", *names))
    written = "".join(f' {name}="{value}"' for name, value in attributes.items())
    return f"<{cell[1]}{written}>"


def _flatten(html: str) -> str:
    """The HTML without the tags that nest deeper than is allowed."""
    if html.count("<") < _MAX_DEPTH:
        return html
    depth = deepest = 0
    for closing, name in _TAG.findall(html):
        if name.lower() not in _VOID:
            depth += -1 if closing else 1
            deepest = max(deepest, depth)
    if deepest <= _MAX_DEPTH:
        return html
    flattener = _Flattener()
    flattener.feed(html)
    flattener.close()
    return "".join(flattener.out)


class _Flattener(HTMLParser):
    """Copies a document and leaves out tags below the depth that is allowed."""

    def __init__(self) -> None:
        super().__init__(convert_charrefs=False)
        self.out: list[str] = []
        self.depth = 0

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:  # noqa: ARG002  # HTMLParser's signature
        if tag not in _VOID:
            self.depth += 1
        if self.depth <= _MAX_DEPTH:
            self.out.append(self.get_starttag_text() or "")

    def handle_startendtag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:  # noqa: ARG002  # as above
        self.out.append(self.get_starttag_text() or "")

    def handle_endtag(self, tag: str) -> None:
        if tag in _VOID:
            return
        if self.depth <= _MAX_DEPTH:
            self.out.append(f"</{tag}>")
        self.depth = max(0, self.depth - 1)

    def handle_data(self, data: str) -> None:
        self.out.append(data)

    def handle_entityref(self, name: str) -> None:
        self.out.append(f"&{name};")

    def handle_charref(self, name: str) -> None:
        self.out.append(f"&#{name};")
