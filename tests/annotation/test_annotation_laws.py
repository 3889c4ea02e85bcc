"""The author's text is sacred: laws of cleaning, reading and weaving that hold for any body."""

import re
from collections.abc import Callable, Mapping
from html.parser import HTMLParser
from operator import itemgetter

from hypothesis import example, given
from hypothesis import strategies as st

from news_archive.annotation import read, sanitise, visible_text, weave
from news_archive.annotation.tokens import Text, escape, tokens_of, unescape
from news_archive.build import Converter
from news_archive.build.annotate import AnnotatedBody
from news_archive.model import Ambiguity, Mention

Annotate = Callable[[str], AnnotatedBody]

_VOID = {"br", "hr", "img"}
_NAMES = (
    "Free Army",
    "Free Syrian Army",
    "YPG",
    "People\u2019s Protection Units",
    "Smith & Sons",
    "Smith &amp; Sons",
    "Davis",
    "Koban\u00ea",
    "Kobane\u0302",
    "Kob\u00adan\u00ea",
    "al-Bab",
    "barrel bomb",
)

plain = st.sampled_from(
    ["x", " ", ", ", "a < b", "AT&T", "&nbsp;", "\u00a0", "\u200b", "\u00ad", "&lt;b&gt;", '"', "الحسكة", "\n", "  \n"]
)
letters = st.text(st.characters(exclude_categories=("Cs", "Cc")), max_size=5)
words = st.sampled_from(_NAMES) | plain | letters


@st.composite
def _halved(draw: st.DrawFn) -> str:
    """A name with markup in its middle, such as `**Free** Army`."""
    name = draw(st.sampled_from(_NAMES))
    cut, end = sorted((draw(st.integers(0, len(name))), draw(st.integers(0, len(name)))))
    before, after = draw(
        st.sampled_from(
            [
                ("**", "**"),
                ("*", "*"),
                ("<b>", "</b>"),
                ("<b><i>x ", "</i></b>"),
                ('<span id="here" class="big">', "</span>"),
                ("<del>", "</del>"),
                ("<br>", ""),
                ("[", "](https://example.org/)"),
                ("[", "](../../actors/ypg.md)"),
                ("`", "`"),
                ("<sup>", "</sup>"),
                ("<!-- x -->", ""),
            ]
        )
    )
    return name[:cut] + before + name[cut:end] + after + name[end:]


def _wrapped(inner: st.SearchStrategy[str]) -> st.SearchStrategy[str]:
    marks = st.sampled_from(
        [
            "**{}**",
            "*{}*",
            "_{}_",
            "`{}`",
            "<u>{}</u>",
            "<b>a {}</b>",
            "[{}](https://example.org/?a=1&b=2)",
            "[{}](../../actors/ypg.md)",
            "![{}](https://example.org/a.png)",
            '<abbr title="a > b">{}</abbr>',
            "<kbd>{}</kbd>",
            "{}[^1]",
            "<script>{}</script>",
            "<b>{}",
            "{}</i>",
        ]
    )
    return st.builds(lambda mark, parts: mark.replace("{}", "".join(parts)), marks, st.lists(inner, max_size=3))


inline = st.recursive(words | _halved(), _wrapped, max_leaves=6)
lines = st.lists(inline, max_size=6).map("".join)


_SHAPES: Mapping[str, Callable[[list[str]], str]] = {
    "paragraph": "".join,
    "list": lambda parts: "\n".join(f"{'    ' * (n % 3)}- {part}" for n, part in enumerate(_one_line(parts))),
    "numbers": lambda parts: "\n\n".join(f"{n}. {part}" for n, part in enumerate(_one_line(parts), 1)),
    "table": lambda parts: "\n".join(["| a | b |", "|---|:-:|", *(f"| {part} | x |" for part in _one_line(parts))]),
    "heading": lambda parts: f"## {' '.join(_one_line(parts))}",
    "quote": lambda parts: "\n".join(f"> {part}" for part in _one_line(parts)),
    "code": lambda parts: "\n".join(f"    {part}" for part in _one_line(parts)),
    "admonition": lambda parts: f'!!! note "{"".join(parts[:1])}"\n    {" ".join(_one_line(parts))}',
    "html": lambda parts: f'<div class="big">{"".join(_one_line(parts))}</div>',
    "footnote": lambda parts: f"[^1]: {' '.join(_one_line(parts))}",
}


def _one_line(parts: list[str]) -> list[str]:
    return [" ".join(part.split()) for part in parts]


shapes = st.sampled_from(sorted(_SHAPES.items())).map(itemgetter(1))
bodies = st.lists(st.builds(lambda shape, parts: shape(parts), shapes, st.lists(lines, max_size=3)), max_size=4).map(
    "\n\n".join
)
bits = st.sampled_from(
    [
        "<b>",
        "</b>",
        "<p>",
        "</p>",
        "<a href='x",
        "'>",
        "<!--",
        "-->",
        "<td>",
        "<table>",
        "</table>",
        "&",
        "&lt",
        ";",
        "<",
        ">",
        "<br/>",
        "<img alt='\"'>",
        "<svg>",
        "<style>",
    ]
)
tag_soup = st.lists(bits | words, max_size=12).map("".join)


class _Seen(HTMLParser):
    """The text of a document by another parser than ours, and whether its elements nest."""

    def __init__(self, html: str) -> None:
        super().__init__(convert_charrefs=True)
        self.text = ""
        self.open: list[tuple[str, bool]] = []
        self.mentions: list[str] = []
        self.ids: list[str] = []
        self.feed(html)
        self.close()

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        attributes = dict(attrs)
        is_mark = "mention" in (attributes.get("class") or "").split()
        if "id" in attributes:
            self.ids.append(attributes["id"] or "")
        if is_mark:
            self.mentions.append("")
        if tag == "br" and self._in_mark():
            self.mentions[-1] += "\n"
        if tag not in _VOID:
            self.open.append((tag, is_mark))

    def handle_endtag(self, tag: str) -> None:
        assert self.open, f"</{tag}> closes nothing"
        assert self.open.pop()[0] == tag

    def handle_data(self, data: str) -> None:
        self.text += data
        if self._in_mark():
            self.mentions[-1] += data

    def _in_mark(self) -> bool:
        return any(is_mark for _, is_mark in self.open)


def _converted(markdown: str) -> str:
    return Converter(
        ["abbr", "admonition", "attr_list", "def_list", "footnotes", "md_in_html", "tables", "toc"], {}
    ).convert(markdown)


@given(markdown=bodies)
@example(markdown="<b>x <i>y Free</i></b> Army")
@example(markdown="Free<br>*Syrian Army*")
@example(markdown="[the **Free** Army](../../actors/ypg.md) Free **Army**")
def test_marks_change_no_character_and_nest(markdown: str, annotate: Annotate) -> None:
    html = _converted(markdown)
    before = sanitise(html).html
    body = annotate(html)
    assert visible_text(body.html) == visible_text(before)
    seen = _Seen(body.html)
    assert seen.text == _Seen(before).text == visible_text(before)
    assert seen.open == []


@given(markdown=bodies)
@example(markdown="**Free** *Syrian* Army, D<b>av</b>is")
def test_marks_hold_exactly_the_words_of_their_mentions(markdown: str, annotate: Annotate) -> None:
    body = annotate(_converted(markdown))
    seen = _Seen(body.html)
    names = _names(body)
    # A picture in a link of the author's is one character of the text, and none of the page.
    assert seen.mentions == [name.text.replace("\ufffc", "") for name in names]
    for name in names:
        assert body.texts[name.span.block][name.span.start : name.span.end] == name.text


def _names(body: AnnotatedBody) -> list[Mention | Ambiguity]:
    names: list[Mention | Ambiguity] = [*body.names.mentions, *body.names.ambiguities]
    return sorted(names, key=lambda name: name.span)


@given(markdown=bodies)
def test_each_mention_has_an_anchor_of_its_own(markdown: str, annotate: Annotate) -> None:
    body = annotate(_converted(markdown))
    ids = _Seen(body.html).ids
    assert [name.anchor for name in _names(body) if ids.count(name.anchor) != 1] == []


@given(html=tag_soup | bodies.map(_converted))
def test_cleaning_twice_changes_nothing_more(html: str) -> None:
    once = sanitise(html).html
    assert sanitise(once).html == once


@given(html=tag_soup | bodies.map(_converted))
def test_tokens_join_to_the_html_they_were_read_from(html: str) -> None:
    clean = sanitise(html).html
    assert "".join(token.raw for token in tokens_of(clean)) == clean


@given(html=tag_soup | bodies.map(_converted))
def test_weaving_without_marks_returns_the_same_bytes(html: str) -> None:
    clean = sanitise(html).html
    assert weave(read(clean), []) == clean


@given(html=tag_soup | bodies.map(_converted))
def test_escaping_what_was_unescaped_gives_what_the_cleaner_wrote(html: str) -> None:
    for token in tokens_of(sanitise(html).html):
        if isinstance(token, Text):
            assert escape(unescape(token.raw)) == token.raw


@given(html=tag_soup | bodies.map(_converted))
def test_blocks_hold_the_visible_text_once_and_in_order(html: str) -> None:
    clean = sanitise(html).html
    reading = read(clean)
    written = re.sub(r'<a class="footnote-(?:ref|backref)"[^>]*>[^<]*</a>', "", clean)
    joined = "".join(piece.text for pieces in reading.pieces for piece in pieces)
    assert "".join(joined.split()) == "".join(visible_text(written).split())
    for block, pieces in zip(reading.blocks, reading.pieces, strict=True):
        assert block.text.strip()
        for piece in pieces:
            assert block.text[piece.start : piece.start + len(piece.text)] == piece.text
