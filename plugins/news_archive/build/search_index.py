"""Makes the index that the search page reads, with Pagefind, after the pages are written.

The only file that knows Pagefind, which a site may do without. Its program is spoken to in its own messages, one
answer for each document: the documents' order is ours, and with it the bytes of the index. (Its own class for Python
waits a tenth of a second for every answer, and in a folder it takes files as the disk has them.)

A finished index is kept under a digest of its documents, so that a build in which none changed only copies it.
"""

import base64
import importlib.util
import json
import os
import shutil
import subprocess
import tempfile
import threading
import zipfile
import zlib
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from contextlib import contextmanager, suppress
from dataclasses import dataclass
from html import escape
from importlib.metadata import version
from pathlib import Path
from queue import Empty, SimpleQueue
from typing import IO, Any

from news_archive.build.cache import digest_of
from news_archive.build.search_files import settled
from news_archive.pages import SearchEntry

FOLDER = "pagefind"
"""Of the index, below the site's root."""
MISSING = (
    "the search has no index, for Pagefind is not installed; the search page says so. "
    "To have one: pip install 'news-archive[search]'"
)
_KEPT = 2
"""Finished indexes: that of the build before may be wanted again."""
_PATIENCE = 600
"""Seconds that an answer may take: many, for a slow machine must not end a build."""


class SearchError(Exception):
    """Pagefind failed. The message says how, for an editor."""


@dataclass(frozen=True, slots=True)
class Document:
    """A page as Pagefind is given it."""

    address: str
    html: str


Answer = dict[str, Any]  # Any: JSON of the program; what is not as expected becomes a SearchError
# What comes of reading files as if they were of the shape that they should have.
_STRANGE = (ValueError, LookupError, TypeError, AttributeError, OSError, EOFError, zlib.error)
ShowIndexing = Callable[[Sequence[Document]], Iterable[Document]]
"""Is handed the documents and passes each on, so that it can show how many the program has read."""


def is_installed() -> bool:
    """Whether there is a Pagefind to make an index with."""
    if importlib.util.find_spec("pagefind") is None:
        return False
    from pagefind.service import get_executable  # an optional package

    return get_executable() is not None


def index_site(
    entries: Iterable[SearchEntry],
    site: Path,
    lang: str,
    cache: Path | None,
    show: ShowIndexing = iter,
) -> int:
    """Write the index of these pages into the site's folder; the number of its bytes. Raises SearchError.

    `lang` is the site's language, by whose rules words of all languages are cut into stems. `show` is not
    called where an index is at hand.
    """
    documents = sorted((document_of(entry) for entry in entries), key=lambda document: document.address)
    code = lang.partition("-")[0].lower()
    key = _key(documents, code)
    files = _kept(cache, key) if cache else None
    if files is None:
        files = _made(show(documents), code)
        if cache:
            _keep(cache, key, files)
    shutil.rmtree(site / FOLDER, ignore_errors=True)
    return _put(files, site / FOLDER)


def document_of(entry: SearchEntry) -> Document:
    """What Pagefind reads of a page. All `data-pagefind-meta` is searched as well, so it holds what readers see.

    What they do not see is one word that nobody types: keys, the language, and the date, so that `August` finds what
    is said of August. The script of the search page knows these forms.
    """
    meta = {
        "title": entry.title,
        "keys": " ".join(f"xqx{key}xqx" for key in entry.keys),
        "description": entry.description,
        "type": entry.type,
        "date": _one_word("on", entry.date.iso) if entry.date else None,
        "lang": _one_word("in", entry.lang) if entry.lang else None,
    }
    filters = [("kind", entry.kind), *((kind.value, name) for kind, name in entry.named)]
    if entry.source:
        filters.append(("source", entry.source))
    if entry.date:
        filters.append(("year", str(entry.date.year)))
    head = [_tag("meta", name, text) for name, text in meta.items() if text]
    head += [_tag("filter", name, text) for name, text in filters]
    # Pages without a date come last, in either order.
    head.append(_tag("sort", "newest", entry.date.iso if entry.date else "0000"))
    head.append(_tag("sort", "oldest", entry.date.iso if entry.date else "9999"))
    body = [f"<p>{escape(paragraph)}</p>" for paragraph in entry.paragraphs]
    if entry.names_line:
        body.append(f'<p data-pagefind-weight="0.1">{escape(entry.names_line)}</p>')
    html = f'<!doctype html><html><head><meta charset="utf-8">{"".join(head)}</head><body>{"".join(body)}</body></html>'
    return Document(f"/{entry.address}", html)


def _one_word(before: str, text: str) -> str:
    """`on2016X08X19`: in small letters else, so that the script can tell the hyphens."""
    return before + text.lower().replace("-", "X")


def _tag(what: str, name: str, text: str) -> str:
    return f'<meta data-pagefind-{what}="{name}[content]" content="{escape(text)}">'


def _made(documents: Iterable[Document], code: str) -> dict[str, bytes]:
    with tempfile.TemporaryDirectory() as folder, _program(Path(folder)) as ask:
        index = _part(ask({"type": "NewIndex", "config": {"force_language": code}}), "index_id")
        for document in documents:
            ask({"type": "AddFile", "index_id": index, "url": document.address, "file_contents": document.html})
        # It can write them itself, but says that it has while it still does.
        files = _part(ask({"type": "GetFiles", "index_id": index}), "files")
    try:
        return settled({str(file["path"]): base64.b64decode(file["content"]) for file in files})
    except _STRANGE as error:
        raise SearchError(f"Pagefind {version('pagefind')} writes its index otherwise than 1.5: {error}") from error


@contextmanager
def _program(folder: Path) -> Iterator[Callable[[Mapping[str, object]], Answer]]:
    """What gives Pagefind's answer to a message. The program ends with the block, however that ends."""
    from pagefind.service import get_executable  # an optional package

    executable = get_executable()
    if executable is None:
        raise SearchError("Pagefind's program was not found")
    try:
        program = subprocess.Popen(  # noqa: S603  # the program that the package brings
            [executable, "--service"],
            stdin=subprocess.PIPE,
            stdout=subprocess.PIPE,
            stderr=subprocess.DEVNULL,
            cwd=folder,  # a site's own settings for Pagefind would change what it writes
        )
    except OSError as error:
        raise SearchError(f"Pagefind's program {executable} can't be run: {error.strerror}") from error
    to, back = program.stdin, program.stdout
    if to is None or back is None:
        raise SearchError("Pagefind's program has no pipes")
    try:
        with _watched(program) as has_answered:
            yield lambda message: _answer(to, back, message, has_answered)
    finally:
        program.kill()
        for pipe in (to, back):
            with suppress(OSError):  # what was not sent any more
                pipe.close()
        program.wait()


@contextmanager
def _watched(program: subprocess.Popen[bytes]) -> Iterator[Callable[[], None]]:
    """What is to be called at each answer: where none comes for long, the program is ended and a SearchError raised."""
    goes_on: SimpleQueue[bool] = SimpleQueue()
    is_late = threading.Event()

    def watch() -> None:
        try:
            while goes_on.get(timeout=_PATIENCE):
                pass
        except Empty:
            is_late.set()
            program.kill()

    watcher = threading.Thread(target=watch, daemon=True)
    watcher.start()
    try:
        yield lambda: goes_on.put(True)
    except SearchError as error:
        if is_late.is_set():
            raise SearchError(f"Pagefind's program gave no answer for {_PATIENCE} seconds") from error
        raise
    finally:
        goes_on.put(False)
        watcher.join()


def _answer(to: IO[bytes], back: IO[bytes], message: Mapping[str, object], has_answered: Callable[[], None]) -> Answer:
    """Messages and answers are JSON in base64, each ended by a comma."""
    try:
        to.write(base64.b64encode(json.dumps({"message_id": 1, "payload": message}).encode()) + b",")
        to.flush()
        said = bytearray()
        while not said.endswith(b","):
            said += (more := os.read(back.fileno(), 1 << 16))
            if not more:
                raise SearchError("Pagefind's program ended without an answer")
        has_answered()
        answer: Answer = _part(json.loads(base64.b64decode(said[:-1])), "payload")
    except (OSError, ValueError) as error:
        raise SearchError(f"Pagefind's program can't be understood: {error}") from error
    if _part(answer, "type") == "Error":
        raise SearchError(f"Pagefind: {_part(answer, 'message')}")
    return answer


def _part(answer: Any, name: str) -> Any:  # Any: as in Answer
    """A part of an answer, or a SearchError where there is none."""
    if not isinstance(answer, dict) or name not in answer:
        raise SearchError(f"Pagefind's program can't be understood: an answer has no '{name}'")
    return answer[name]


def _key(documents: Sequence[Document], code: str) -> str:
    ours = [(Path(__file__).parent / name).read_text("utf-8") for name in ("search_index.py", "search_files.py")]
    return digest_of(version("pagefind"), code, *ours, *(part for d in documents for part in (d.address, d.html)))


def _kept(cache: Path, key: str) -> dict[str, bytes] | None:
    """The files of a finished index; None where it is missing or damaged."""
    path = cache / f"{key}.zip"
    try:
        with zipfile.ZipFile(path) as archive:
            files = {name: archive.read(name) for name in archive.namelist()}  # raises for another checksum
        os.utime(path)
    except (OSError, zipfile.BadZipFile, ValueError):
        return None
    return files


def _keep(cache: Path, key: str, files: Mapping[str, bytes]) -> None:
    """Keep an index, and drop those that were longest not used. Where that fails, the next build makes it again."""
    try:
        cache.mkdir(parents=True, exist_ok=True)
        handle, new = tempfile.mkstemp(dir=cache, suffix=".new")
        with os.fdopen(handle, "wb") as file, zipfile.ZipFile(file, "w", zipfile.ZIP_STORED) as archive:
            for name, data in files.items():
                archive.writestr(name, data)
        Path(new).replace(cache / f"{key}.zip")
        by_age = sorted(cache.iterdir(), key=lambda path: (path.suffix == ".zip", path.stat().st_mtime_ns))
        for old in by_age[:-_KEPT]:
            old.unlink(missing_ok=True)
    except OSError:
        return


def _put(files: Mapping[str, bytes], folder: Path) -> int:
    for name, data in files.items():
        path = folder / name
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_bytes(data)
    return sum(map(len, files.values()))
