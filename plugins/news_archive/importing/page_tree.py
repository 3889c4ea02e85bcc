"""The tree that trafilatura makes of an article (TEI's words: head, list, item, quote, hi, ref, lb) as blocks."""

import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass, field, replace
from typing import Protocol

from news_archive.importing.incoming import LINE_BREAK, Block, BlockKind, Run

_ITEMS = (BlockKind.ITEM, BlockKind.NUMBERED)
_NEAR = 24
"""Characters beside a gap that say which gap of the page it is."""


class Element(Protocol):
    """What is used of lxml's elements."""

    @property
    def tag(self) -> object:
        """A text; of comments something else."""

    @property
    def text(self) -> str | None: ...
    @property
    def tail(self) -> str | None: ...
    def get(self, key: str, /) -> str | None: ...
    def __iter__(self) -> "Iterator[Element]": ...


def blocks_of(tree: Element) -> tuple[Block, ...]:
    """The article's blocks in their order."""
    gatherer = _Gatherer()
    gatherer.walk(tree)
    gatherer.end_block()
    return tuple(gatherer.blocks)


def with_spaces(blocks: Iterable[Block], page: str) -> tuple[Block, ...]:
    """The blocks with the spaces before links and emphasis that the page has and its tree has lost.

    `page`: all that readers of the page see, with single spaces.
    """
    return tuple(
        replace(
            block,
            runs=_spaced(block.runs, page),
            rows=tuple(tuple(_spaced(cell, page) for cell in row) for row in block.rows),
        )
        for block in blocks
    )


def _spaced(runs: tuple[Run, ...], page: str) -> tuple[Run, ...]:
    out: list[Run] = []
    for run in runs:
        before = "".join(known.text for known in out)[-_NEAR:]
        after = run.text[:_NEAR]
        touches = before and after and not before[-1].isspace() and not after[0].isspace()
        if touches and f"{before}{after}" not in page and f"{before} {after}" in page:
            out.append(Run(text=" "))
        out.append(run)
    return tuple(out)


@dataclass(slots=True)
class _Gatherer:
    """Walks the tree once; its state is the block that is being gathered, and what it lies in."""

    blocks: list[Block] = field(default_factory=list)
    runs: list[Run] = field(default_factory=list)
    shape: Block = field(default_factory=Block)
    """What the next block is: all of it but its words."""
    style: Run = field(default_factory=lambda: Run(text=""))
    lists: list[tuple[BlockKind, int]] = field(default_factory=list)
    """The lists that are open: what their items are, and how deep they lie."""

    def walk(self, element: Element) -> None:
        self.add(element.text)
        for child in element:
            if isinstance(child.tag, str):
                self.enter(child, child.tag)
            self.add(child.tail)

    def add(self, text: str | None) -> None:
        if text:
            self.runs.append(replace(self.style, text=re.sub(r"\s+", " ", text)))

    def enter(self, element: Element, tag: str) -> None:
        style = self.style
        match tag:
            case "lb":
                self.runs.append(Run(text=LINE_BREAK))
            case "graphic":
                pass
            case "hi":
                rend = element.get("rend")
                strong, emphasis = style.is_strong or rend == "#b", style.is_emphasis or rend == "#i"
                self.style = replace(style, is_strong=strong, is_emphasis=emphasis)
                self.walk(element)
            case "ref":
                self.style = replace(style, href=element.get("target") or "")
                self.walk(element)
            case "del" | "code" | "fw" | "span":
                self.walk(element)
            case "table" if self.shape.kind not in (*_ITEMS, BlockKind.MORE):
                self.end_block()
                self.add_table(element)
            case _:
                self.enter_block(element, tag)
        self.style = style

    def enter_block(self, element: Element, tag: str) -> None:
        self.end_block()
        outer, before = self.shape, len(self.blocks)
        is_in_item = outer.kind in (*_ITEMS, BlockKind.MORE)
        if tag == "list":
            # Items of an item without words of its own stand in its place.
            level = outer.level + (outer.kind is BlockKind.MORE) if is_in_item else 0
            self.lists.append((BlockKind.NUMBERED if element.get("rend") == "ol" else BlockKind.ITEM, level))
        elif tag == "item" and self.lists:
            kind, level = self.lists[-1]
            self.shape = Block(kind=kind, level=level, is_quoted=outer.is_quoted)
        elif tag == "head" and not is_in_item:
            self.shape = Block(kind=BlockKind.HEADING, level=_level(element), is_quoted=outer.is_quoted)
        elif tag == "quote" and not is_in_item:
            self.shape = Block(is_quoted=True)
        self.walk(element)
        self.end_block()
        if tag == "list":
            self.lists.pop()
        has_begun = outer.kind in _ITEMS and len(self.blocks) > before
        self.shape = replace(outer, kind=BlockKind.MORE) if has_begun else outer

    def add_table(self, table: Element) -> None:
        rows = [tuple(self.cell(cell) for cell in row if cell.tag == "cell") for row in table if row.tag == "row"]
        if any(rows):
            kept = tuple(row for row in rows if row)
            self.blocks.append(Block(kind=BlockKind.TABLE, rows=kept, is_quoted=self.shape.is_quoted))

    def cell(self, cell: Element) -> tuple[Run, ...]:
        inner = _Gatherer()
        inner.walk(cell)
        inner.end_block()
        runs: list[Run] = []
        for block in inner.blocks:
            parts = [block.runs, *(part for row in block.rows for part in row)]
            for part in parts:
                runs += [*part, Run(text=" ")]
        return tuple(runs)

    def end_block(self) -> None:
        """The words gathered as a block. What still comes in an item is a further paragraph of it."""
        if any(run.text.strip() for run in self.runs):
            self.blocks.append(replace(self.shape, runs=tuple(self.runs)))
            if self.shape.kind in _ITEMS:
                self.shape = replace(self.shape, kind=BlockKind.MORE)
        self.runs = []


def _level(head: Element) -> int:
    """Below the title, which is the page's only heading of the first level."""
    number = (head.get("rend") or "h2")[1:]
    return min(6, max(2, int(number))) if number.isdecimal() else 2
