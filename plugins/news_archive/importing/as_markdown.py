"""Blocks as Markdown. Whatever was no markup in what came in is none in what goes out."""

from collections.abc import Iterable, Iterator
from dataclasses import replace

from news_archive.importing.escaping import escaped, escaped_address, escaped_line
from news_archive.importing.incoming import LINE_BREAK, Block, BlockKind, Run

_INDENT = "    "
_BREAK = "  \n"
"""Two spaces at the end of a line."""
_IN_LIST = frozenset((BlockKind.ITEM, BlockKind.NUMBERED, BlockKind.MORE))
_LONGEST_CELL = 200
"""Characters. A table with longer cells lays out a page; its cells are paragraphs."""


def markdown_of(blocks: Iterable[Block]) -> str:
    """Markdown with headings, lists, quotes, tables, links and emphasis."""
    text, last = "", None
    for block in blocks:
        for part in _parts(block):
            lines = _lines(part)
            if not any(lines):
                continue
            if last:
                text += _between(last, part)
            text += "\n".join(
                f"> {line}".rstrip(" ") if part.is_quoted and not line else line for line in _led(part, lines)
            )
            last = part
    return f"{text}\n"


def plain_markdown_of(blocks: Iterable[Block]) -> str:
    """Markdown of paragraphs only, for a site whose extensions take something of the above for something else."""
    plain = (
        Block(runs=(Run(text="".join(run.text for run in runs)),))
        for block in blocks
        for runs in (block.runs, *(cell for row in block.rows for cell in row))
    )
    return markdown_of(plain)


def _parts(block: Block) -> Iterator[Block]:
    """The block; of a table that lays out a page, a paragraph for each cell."""
    cells = [cell for row in block.rows for cell in row]
    longest = max((sum(len(run.text) for run in cell) for cell in cells), default=0)
    is_layout = longest > _LONGEST_CELL or max((len(row) for row in block.rows), default=0) == 1
    if block.kind is BlockKind.TABLE and is_layout:
        for cell in cells:
            yield Block(runs=cell, is_quoted=block.is_quoted)
    else:
        yield block


def _between(last: Block, block: Block) -> str:
    if last.is_quoted and block.is_quoted:
        return "\n" if _is_next_item(last, block) else "\n>\n"
    return "\n" if _is_next_item(last, block) and not last.is_quoted and not block.is_quoted else "\n\n"


def _is_next_item(last: Block, block: Block) -> bool:
    return last.kind in _IN_LIST and block.kind in (BlockKind.ITEM, BlockKind.NUMBERED)


def _led(block: Block, lines: list[str]) -> list[str]:
    """The lines behind what makes them an item or a quote."""
    indent = _INDENT * block.level
    match block.kind:
        case BlockKind.ITEM:
            first, others = f"{indent}-   ", indent + _INDENT
        case BlockKind.NUMBERED:
            first, others = f"{indent}1.  ", indent + _INDENT
        case BlockKind.MORE:
            first = others = indent + _INDENT
        case _:
            first = others = ""
    led = [f"{first if number == 0 else others}{line}" for number, line in enumerate(lines)]
    return [f"> {line}" for line in led] if block.is_quoted else led


def _lines(block: Block) -> list[str]:
    match block.kind:
        case BlockKind.HEADING:
            words = _on_one_line(block.runs).replace("\\#", "#").replace("#", "\\#")
            return [f"{'#' * block.level} {words}"] if words else []
        case BlockKind.TABLE:
            return list(_table(block))
        case BlockKind.PARAGRAPH:
            return _typed(block.runs)
        case _:
            folded = (replace(run, text=run.text.replace("\n", " ")) for run in block.runs)
            return _typed(folded)


def _typed(runs: Iterable[Run]) -> list[str]:
    """The lines of a paragraph, those that readers see broken with two spaces at their end."""
    shown = _inline(runs).strip(f"{LINE_BREAK} \t\n")
    broken = [[escaped_line(line) for line in part.split("\n")] for part in shown.split(LINE_BREAK)]
    parts = ["\n".join(line for line in part if line) for part in broken]
    return _BREAK.join(part for part in parts if part).split("\n")


def _on_one_line(runs: Iterable[Run]) -> str:
    return escaped_line(" ".join(_inline(runs).split()))


def _table(block: Block) -> Iterator[str]:
    columns = max(len(row) for row in block.rows)
    for number, row in enumerate(block.rows):
        cells = [" ".join(_inline(cell).split()) for cell in row] + [""] * (columns - len(row))
        yield f"| {' | '.join(cells)} |"
        if number == 0:
            yield f"|{' --- |' * columns}"


def _inline(runs: Iterable[Run]) -> str:
    text = ""
    for run in runs:
        inner = run.text.strip()
        lead = run.text[: len(run.text) - len(run.text.lstrip())]
        tail = run.text[len(run.text.rstrip()) :] if inner else ""
        marked = _marked(run, inner, text + lead)
        if marked.startswith("[") and (text + lead).endswith("!"):
            text = f"{text[:-1]}\\!"  # else it would be a picture
        text += lead + marked + tail
    return text


def _marked(run: Run, inner: str, before: str) -> str:
    """The words of a run with their marks. Where two emphasised runs touch, the second is not: `*a**b*` says nothing."""
    if not inner:
        return ""
    words = escaped(inner)
    is_one_line = LINE_BREAK not in inner
    if is_one_line and (address := escaped_address(run.href)):
        words = f"[{words}]({address})"
    signs = "*" * (run.is_emphasis + 2 * run.is_strong)
    return f"{signs}{words}{signs}" if is_one_line and signs and not before.endswith("*") else words
