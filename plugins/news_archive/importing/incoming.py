"""What came in, before it is an article: what each file says of itself, and its text as blocks of words."""

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass, field
from enum import StrEnum

from news_archive.content.writing import Value

LINE_BREAK = "\u2028"
"""In a run: the line ends here, for readers too. Texts that come in hold none, for it counts as white space there."""


class BlockKind(StrEnum):
    PARAGRAPH = "paragraph"
    HEADING = "heading"
    ITEM = "item"
    NUMBERED = "numbered"
    MORE = "more"
    """A further paragraph of the item before it."""
    TABLE = "table"


@dataclass(frozen=True, slots=True, kw_only=True)
class Run:
    """Words of one kind."""

    text: str
    is_strong: bool = False
    is_emphasis: bool = False
    href: str = ""
    """Where they lead, if they are a link; http, https or mailto."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Block:
    kind: BlockKind = BlockKind.PARAGRAPH
    runs: tuple[Run, ...] = ()
    """Empty for a table."""
    level: int = 0
    """Of a heading: 2 to 6. Of an item: how many lists it lies within, less one."""
    is_quoted: bool = False
    rows: tuple[tuple[tuple[Run, ...], ...], ...] = ()
    """Of a table: its cells; the first row is the head."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Proposal:
    """What a field should hold, and how that is known."""

    value: Value
    because: str
    """For an editor, e.g. `the file's name`."""


Text = tuple[Block, ...] | str
"""Blocks, or Markdown that is safe as it stands."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Incoming:
    """One text that somebody wants in the archive."""

    path: str
    """The file, as it was typed."""
    line: int | None = None
    """Of a file with several texts: where this one stands, from 1."""
    fields: Mapping[str, Proposal]
    """By the names of front matter; only what is known."""
    text: Text
    notes: tuple[str, ...] = ()
    """What an editor should know: what was left out, and what could not be told and why."""
    unsure: Mapping[str, str] = field(default_factory=dict)
    """Fields that could not be told, and why not."""

    @property
    def where(self) -> str:
        return f"{self.path}:{self.line}" if self.line else self.path


def words_of(blocks: Iterable[Block]) -> list[str]:
    """The words that readers must see, in their order."""
    return " ".join("".join(run.text for run in runs) for runs in _pieces(blocks)).split()


def _pieces(blocks: Iterable[Block]) -> Iterator[tuple[Run, ...]]:
    for block in blocks:
        yield block.runs
        for row in block.rows:
            yield from row
