"""Reads off what a reader of a body sees: its blocks of text, each character tied to its place in the HTML."""

from dataclasses import dataclass

from news_archive.annotation.tokens import Tag, Text, Token, tokens_of, unescape
from news_archive.model import Block, Span

_HEADINGS = frozenset(("h1", "h2", "h3", "h4", "h5", "h6"))
_INLINE = frozenset(
    """
    a abbr b br cite code del dfn em i img ins kbd mark q s samp small span strong sub sup time u var
""".split()
)
# Nothing in these is the author's running text, or it must stay exactly as quoted.
_CLOSED_BLOCKS = _HEADINGS | {"pre", "caption", "figcaption"}
_CLOSED_INLINE = frozenset(("a", "code", "kbd", "samp", "var"))
# Words that Markdown extensions generate, in elements of these classes.
_GENERATED = frozenset(("admonition-title", "toctitle", "toc", "headerlink", "footnote-ref", "footnote-backref"))


@dataclass(frozen=True, slots=True)
class Piece:
    """A text node's part of a block."""

    token: int
    """Index into the tokens."""
    start: int
    """Offset in the block's text."""
    text: str


@dataclass(frozen=True, slots=True)
class Link:
    """A link in the body, as its author made it."""

    token: int
    """Index of its start tag."""
    href: str
    id: str | None
    """The author's own id for it, to which other links may lead."""
    span: Span


@dataclass(frozen=True, slots=True)
class Reading:
    tokens: tuple[Token, ...]
    blocks: tuple[Block, ...]
    pieces: tuple[tuple[Piece, ...], ...]
    """For each block, its text nodes in order."""
    links: tuple[Link, ...]


def read(html: str) -> Reading:
    """The visible text of sanitised HTML, block by block."""
    reader = _Reader(tuple(tokens_of(html)))
    return reader.result()


class _Reader:
    """Walks the tokens once; its state is the path of open elements and the block that is being gathered."""

    def __init__(self, tokens: tuple[Token, ...]) -> None:
        self.tokens = tokens
        self.open: list[tuple[bool, bool, bool]] = []
        """Of each open element: whether it hides its text, closes its block, closes its stretch."""
        self.generated_depth = 0
        self.closed_block_depth = 0
        self.closed_depth = 0
        self.links_open: list[tuple[int, int]] = []
        """Index of the start tag, and where its text begins in the block; -1 if it began in another."""
        self.section = 0
        self.blocks: list[Block] = []
        self.pieces: list[tuple[Piece, ...]] = []
        self.links: list[Link] = []
        self.begin()

    def begin(self) -> None:
        self.text: list[str] = []
        self.length = 0
        self.nodes: list[Piece] = []
        self.closed: list[tuple[int, int]] = []

    def result(self) -> Reading:
        for index, token in enumerate(self.tokens):
            if isinstance(token, Text):
                self.add_text(index, unescape(token.raw))
            elif token.is_end:
                self.close(token)
            else:
                self.start(index, token)
        self.flush()
        return Reading(self.tokens, tuple(self.blocks), tuple(self.pieces), tuple(self.links))

    def start(self, index: int, tag: Tag) -> None:
        if tag.name not in _INLINE:
            self.flush()
        if tag.name in _HEADINGS:
            self.section += 1
        if tag.name == "br":
            self.add_gap("\n", is_closed=False)
        elif tag.name == "img":
            self.add_gap("\ufffc", is_closed=True)
        elif tag.name == "hr":
            return
        else:
            generated = 'class="' in tag.raw and not _GENERATED.isdisjoint(tag.attributes.get("class", "").split())
            is_block = tag.name not in _INLINE
            if generated and not is_block and not self.generated_depth:
                # Numbers of footnotes are no words of the author's.
                self.add_gap("\ufffc", is_closed=True)
            closes_block = tag.name in _CLOSED_BLOCKS or (is_block and generated)
            closes = tag.name in _CLOSED_INLINE or (not is_block and generated)
            hides = generated and not is_block
            self.open.append((hides, closes_block, closes))
            self.generated_depth += hides
            self.closed_block_depth += closes_block
            self.closed_depth += closes
            if tag.name == "a":
                self.links_open.append((index, self.length))

    def close(self, tag: Tag) -> None:
        if tag.name not in _INLINE:
            self.flush()
        # Sanitised HTML nests well: an end tag closes the innermost element.
        hidden, closed_block, closed = self.open.pop()
        self.generated_depth -= hidden
        self.closed_block_depth -= closed_block
        self.closed_depth -= closed
        if tag.name == "a" and self.links_open:
            index, start = self.links_open.pop()
            opening = self.tokens[index]
            words = "".join(self.text)[start:].replace("\ufffc", "") if start >= 0 else ""
            if words.strip() and isinstance(opening, Tag):
                attributes = opening.attributes
                span = Span(len(self.blocks), start, self.length)
                self.links.append(Link(index, attributes.get("href", ""), attributes.get("id"), span))

    def add_text(self, index: int, text: str) -> None:
        if self.generated_depth:
            return
        if self.closed_depth:
            self.closed.append((self.length, self.length + len(text)))
        self.nodes.append(Piece(index, self.length, text))
        self.text.append(text)
        self.length += len(text)

    def add_gap(self, character: str, *, is_closed: bool) -> None:
        if is_closed:
            self.closed.append((self.length, self.length + 1))
        self.text.append(character)
        self.length += 1

    def flush(self) -> None:
        """Ends the block. Space between blocks is none."""
        text = "".join(self.text)
        if text and not text.isspace():
            self.blocks.append(Block(text, self.section, self.closed_block_depth > 0, tuple(self.closed)))
            self.pieces.append(tuple(self.nodes))
        # A link around several blocks has no words of one block.
        self.links_open = [(index, -1) for index, _ in self.links_open]
        self.begin()
