"""Files as texts that somebody wants in the archive, each by its type."""

from collections.abc import Iterator
from dataclasses import replace
from pathlib import Path

from news_archive.importing.decoding import decoded_page, decoded_text
from news_archive.importing.files import KNOWN, read_bytes
from news_archive.importing.incoming import Incoming
from news_archive.importing.json_lines import read_json_lines
from news_archive.importing.markdown import read_markdown
from news_archive.importing.plain_text import read_plain_text
from news_archive.importing.problems import ReadError
from news_archive.importing.web_page import read_web_page


def read_file(path: str) -> Iterator[Incoming | ReadError]:
    """The texts of a file of a known type, or why there are none."""
    try:
        data = read_bytes(path)
        kind = KNOWN[Path(path).suffix.lower()]
        text, removed = decoded_page(data, path) if kind == "a saved page" else decoded_text(data, path)
        for came in _texts(kind, text, path):
            yield replace(came, notes=(*came.notes, *_told(removed))) if isinstance(came, Incoming) else came
    except ReadError as error:
        yield error


def _texts(kind: str, text: str, path: str) -> Iterator[Incoming | ReadError]:
    match kind:
        case "JSON lines":
            yield from read_json_lines(text, path)
        case "Markdown":
            yield read_markdown(text, path)
        case "a saved page":
            yield read_web_page(text, path)
        case _:
            yield read_plain_text(text, path)


def _told(removed: int) -> Iterator[str]:
    if removed:
        yield f"left out: {removed} control character{'' if removed == 1 else 's'} of the file"
