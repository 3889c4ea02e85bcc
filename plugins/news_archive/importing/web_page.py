"""Saved web pages: trafilatura finds the article's text among menus, notices and comments. The network is never asked."""

import logging
import warnings
from collections.abc import Iterator

from news_archive.importing.incoming import Block, BlockKind, Incoming, words_of
from news_archive.importing.page_fields import fields_of, is_paid
from news_archive.importing.page_reading import Page, read_page
from news_archive.importing.page_source import harmless, without_layout
from news_archive.importing.page_tree import blocks_of, with_spaces
from news_archive.importing.problems import ReadError

_LONG_ENOUGH = 40
"""Characters. Shorter paragraphs of a page are bylines, dates and buttons."""
_NOTICEABLE = 0.1
"""Share of an article's characters that, when missing, makes it another article."""
_SHOWN = 3
_TOP = 4
"""Blocks in which a dateline can stand."""
_MISSING = 'web pages need trafilatura. Type: pip install "news-archive[import]"'


def read_web_page(html: str, path: str) -> Incoming:
    """The article of a page, with what the page says of it. Raises ReadError."""
    source = harmless(html, path)
    page = read_page(source.html)
    blocks = with_spaces(_article(source.html, path), page.text)
    lines = ["".join(run.text for run in block.runs) for block in blocks[:_TOP]]
    fields, unsure = fields_of(page, source, path, lines)
    title = fields.get("title")
    blocks = _without_title(blocks, str(title.value) if title else "")
    if not words_of(blocks):
        raise ReadError(path, _no_text(), is_io=False)
    notes = [*_left_behind(page, blocks)]
    if is_paid(source):
        notes.append(
            "the page says that it is not free to read, so its text may be the beginning only. Look at its end"
        )
    if "<img" in source.html.lower():
        notes.append("left out: its pictures and their captions")
    return Incoming(path=path, fields=fields, text=blocks, notes=tuple(notes), unsure=unsure)


def _no_text() -> str:
    return "no article was found in this page. Copy its text into a .txt file, and import that"


def _article(html: str, path: str) -> tuple[Block, ...]:
    try:
        with warnings.catch_warnings():
            # It tells of what it could have to load pages with; here it loads none.
            warnings.simplefilter("ignore")
            from trafilatura import bare_extraction  # an extra; and half a second to import
    except ImportError as error:
        missing = f" {error.name}" if error.name and error.name != "trafilatura" else ""
        raise ReadError(path, _MISSING + (f" (what is missing:{missing})" if missing else ""), is_io=False) from error
    logging.getLogger("trafilatura").setLevel(logging.CRITICAL)
    logging.getLogger("htmldate").setLevel(logging.CRITICAL)
    page = without_layout(html)
    try:
        found = bare_extraction(
            # Without this word at the top it takes the text for no page.
            page if "<html" in page[:50].lower() else f"<!DOCTYPE html>{page}",
            favor_recall=True,
            include_comments=False,
            include_formatting=True,
            include_images=False,
            include_links=True,
            include_tables=True,
            with_metadata=False,
        )
    except Exception as error:  # whatever a broken page makes of a parser that is not ours
        message = f"the page is too broken to be read ({error}). Copy the article's text into a .txt file"
        raise ReadError(path, message, is_io=False) from error
    if found is None or isinstance(found, dict) or found.body is None:
        raise ReadError(path, _no_text(), is_io=False)
    return blocks_of(found.body)


def _without_title(blocks: tuple[Block, ...], title: str) -> tuple[Block, ...]:
    """Without the heading that is the title, which the page of the archive has already."""
    for number, block in enumerate(blocks[:_TOP]):
        if block.kind is BlockKind.HEADING and " ".join(words_of([block])) == title:
            return (*blocks[:number], *blocks[number + 1 :])
    return blocks


def _left_behind(page: Page, blocks: tuple[Block, ...]) -> Iterator[str]:
    """What the page has as paragraphs of its article, and the text that was taken has not."""
    told = [text for text in page.paragraphs if len(text) >= _LONG_ENOUGH]
    taken = "".join(words_of(blocks))
    missing = [text for text in told if "".join(text.split()) not in taken]
    if not missing:
        return
    share = sum(map(len, missing)) / sum(map(len, told))
    shown = "; ".join(f"“{text[:60]}…”" for text in missing[:_SHOWN])
    more = f" and {len(missing) - _SHOWN} more" if len(missing) > _SHOWN else ""
    advice = ". Compare it with the page, and add what belongs to it" if share >= _NOTICEABLE else ""
    yield f"not taken: {len(missing)} of the {len(told)} paragraphs of the page's article: {shown}{more}{advice}"
