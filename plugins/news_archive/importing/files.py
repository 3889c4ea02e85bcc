"""Finds and opens what is to be imported: regular files only, and no symbolic link on the way to them."""

import os
import stat
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from pathlib import Path

from news_archive.importing.problems import ReadError

KNOWN = {
    ".txt": "plain text",
    ".text": "plain text",
    ".md": "Markdown",
    ".markdown": "Markdown",
    ".html": "a saved page",
    ".htm": "a saved page",
    ".xhtml": "a saved page",
    ".jsonl": "JSON lines",
    ".ndjson": "JSON lines",
}
"""What can be imported, by the end of a file's name."""
MAX_BYTES = 10_000_000
# What a browser saves beside a page: its pictures, and frames that are pages themselves.
_PAGE_PARTS = ("_files", "_fichiers", "-Dateien", "_archivos")


@dataclass(frozen=True, slots=True)
class Found:
    """What stands below the paths that were typed."""

    files: tuple[str, ...]
    """Sorted below each folder, each once."""
    left_out: tuple[tuple[str, str], ...]
    """Files in folders that are not imported, and why."""


def find_files(paths: Iterable[str]) -> tuple[Found, list[ReadError]]:
    """The files of known types that were typed or lie in typed folders, and all that stands in the way of reading them."""
    files: dict[str, None] = {}
    left_out: list[tuple[str, str]] = []
    errors: list[ReadError] = []
    for typed in paths:
        try:
            mode = _mode(typed)
            if stat.S_ISDIR(mode):
                _look_through(typed.rstrip("/") or "/", files, left_out, errors)
            elif problem := _problem_of_type(typed):
                errors.append(ReadError(typed, f"{problem}. Save it as one of {' '.join(KNOWN)}", is_io=False))
            else:
                files[typed] = None
        except ReadError as error:
            errors.append(error)
    return Found(tuple(files), tuple(left_out)), errors


def read_bytes(path: str) -> bytes:
    """The content of a regular file of at most 10 MB. Raises ReadError; never follows a link or waits for a pipe."""
    _mode(path)
    try:
        # A link put there since then is refused by the system; a pipe opens at once, and is refused below.
        descriptor = os.open(path, os.O_RDONLY | getattr(os, "O_NOFOLLOW", 0) | getattr(os, "O_NONBLOCK", 0))
        with os.fdopen(descriptor, "rb") as file:
            if not stat.S_ISREG(os.fstat(descriptor).st_mode):
                raise ReadError(path, "this is no regular file (a pipe, socket or device). Leave it out")
            data = file.read(MAX_BYTES + 1)
    except OSError as error:
        raise ReadError(path, f"the file can't be read ({error.strerror})") from error
    if len(data) > MAX_BYTES:
        raise ReadError(path, f"the file has more than {MAX_BYTES:,} bytes, which are allowed. Split it", is_io=False)
    return data


def _look_through(
    folder: str, files: dict[str, None], left_out: list[tuple[str, str]], errors: list[ReadError]
) -> None:
    try:
        entries = sorted(os.scandir(folder), key=lambda entry: entry.name)
    except OSError as error:
        errors.append(ReadError(folder, f"the folder can't be read ({error.strerror})"))
        return
    for entry in entries:
        path = f"{folder.rstrip('/')}/{entry.name}"
        mode = entry.stat(follow_symlinks=False).st_mode
        if stat.S_ISLNK(mode):
            errors.append(_link(path))
        elif entry.name.startswith("."):
            continue
        elif stat.S_ISDIR(mode):
            if entry.name.endswith(_PAGE_PARTS):
                left_out.append((path, "what a browser saved beside a page"))
            else:
                _look_through(path, files, left_out, errors)
        elif not stat.S_ISREG(mode):
            errors.append(ReadError(path, "this is no regular file (a pipe, socket or device). Remove it"))
        elif problem := _problem_of_type(path):
            left_out.append((path, problem))
        else:
            files[path] = None


def _mode(typed: str) -> int:
    """What the path leads to. Raises ReadError where it passes through a symbolic link below the folder we are in."""
    for part in _parts(typed):
        if Path(part).is_symlink():
            raise _link(part)
    try:
        return os.lstat(typed).st_mode
    except (OSError, ValueError) as error:
        reason = error.strerror if isinstance(error, OSError) else "no such name"
        raise ReadError(typed, f"the file can't be read ({reason})") from error


def _parts(typed: str) -> Iterator[str]:
    """The path and, if it was typed from here, the folders on its way: those above us may well be links."""
    path = Path(typed)
    yield str(path)
    if not path.is_absolute():
        yield from (str(folder) for folder in path.parents if ".." not in folder.parts)


def _link(path: str) -> ReadError:
    return ReadError(path, "this is a symbolic link, which is not followed. Name the file itself, or put it here")


def _problem_of_type(path: str) -> str:
    suffix = Path(path).suffix.lower()
    return "" if suffix in KNOWN else f"files of type {suffix or 'unknown'} are not imported"
