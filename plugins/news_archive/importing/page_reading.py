"""What a saved page says in its head, and what readers of it saw."""

from dataclasses import dataclass
from html.parser import HTMLParser

_REGIONS = frozenset(("article", "main"))
_ASIDE = frozenset(("nav", "aside", "footer", "header", "form", "figure", "figcaption", "button"))
_BLOCKS = frozenset(
    """
    address article aside blockquote body br caption dd div dl dt fieldset figcaption figure footer form h1 h2 h3 h4 h5
    h6 header hr li main nav ol p pre section table tbody td th tr ul
""".split()
)


@dataclass(frozen=True, slots=True, kw_only=True)
class Page:
    lang: str
    metas: dict[str, str]
    """The first content of each `<meta>`, by its name, property or itemprop in small letters."""
    canonical: str
    title: str
    headings: tuple[str, ...]
    """The `<h1>`s."""
    published: tuple[str, ...]
    """What `<time>`s that say so give as the time of publication."""
    paragraphs: tuple[str, ...]
    """Of the article or the main part, if the page marks one; without pictures' captions, asides and forms."""
    text: str
    """All that readers saw, with single spaces."""


def read_page(html: str) -> Page:
    reader = _PageReader()
    reader.feed(html)
    reader.close()
    reader.end_paragraph()
    return Page(
        lang=reader.lang,
        metas=reader.metas,
        canonical=reader.canonical,
        title=_folded(reader.title),
        headings=tuple(text for parts in reader.headings if (text := _folded(parts))),
        published=tuple(reader.published),
        paragraphs=tuple(reader.paragraphs),
        text=_folded(reader.text),
    )


def _folded(parts: list[str]) -> str:
    return " ".join("".join(parts).split())


class _PageReader(HTMLParser):
    """Walks the page once; its state is what is open."""

    def __init__(self) -> None:
        super().__init__(convert_charrefs=True)
        self.lang = ""
        self.metas: dict[str, str] = {}
        self.canonical = ""
        self.title: list[str] = []
        self.headings: list[list[str]] = []
        self.published: list[str] = []
        self.paragraphs: list[str] = []
        self.text: list[str] = []
        self.paragraph: list[str] | None = None
        self.depths = {"region": 0, "aside": 0, "title": 0, "h1": 0}

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        self._read_attributes(tag, {name: value or "" for name, value in attrs})
        self._count(tag, 1)
        if tag == "h1":
            self.headings.append([])
        if tag in _BLOCKS:
            self.text.append(" ")
            if tag != "br":
                self.end_paragraph()
            if tag == "p" and self.depths["region"] and not self.depths["aside"]:
                self.paragraph = []
            elif self.paragraph is not None:
                self.paragraph.append(" ")

    def _read_attributes(self, tag: str, told: dict[str, str]) -> None:
        match tag:
            case "html":
                self.lang = told.get("lang") or told.get("xml:lang", "")
            case "meta":
                for kind in ("property", "name", "itemprop"):
                    if told.get(kind) and told.get("content", "").strip():
                        self.metas.setdefault(told[kind].strip().lower(), told["content"].strip())
            case "link" if "canonical" in told.get("rel", "").lower().split():
                self.canonical = self.canonical or told.get("href", "").strip()
            case "time" if told.get("datetime") and ("pubdate" in told or told.get("itemprop") == "datePublished"):
                self.published.append(told["datetime"])

    def parse_marked_section(self, i: int, report: int = 1) -> int:  # noqa: ARG002  # HTMLParser's signature
        """`<![` is no more than a comment to browsers; HTMLParser stops at one that is not well formed."""
        return self.parse_bogus_comment(i)

    def handle_endtag(self, tag: str) -> None:
        self._count(tag, -1)
        if tag in _BLOCKS:
            self.text.append(" ")
            self.end_paragraph()

    def handle_data(self, data: str) -> None:
        if self.depths["title"]:
            self.title.append(data)
            return
        self.text.append(data)
        if self.depths["h1"] and self.headings:
            self.headings[-1].append(data)
        if self.paragraph is not None:
            self.paragraph.append(data)

    def end_paragraph(self) -> None:
        if self.paragraph is not None and (text := _folded(self.paragraph)):
            self.paragraphs.append(text)
        self.paragraph = None

    def _count(self, tag: str, by: int) -> None:
        name = "region" if tag in _REGIONS else "aside" if tag in _ASIDE else tag
        if name in self.depths:
            self.depths[name] = max(0, self.depths[name] + by)
