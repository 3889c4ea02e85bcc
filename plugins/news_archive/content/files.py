"""Finds and decodes the files of a folder, and refuses what must not be published.

A symbolic link could publish any file of the machine, and a pipe would block for ever; so only regular
files are opened, and nothing is followed.
"""

import os
import stat
import unicodedata
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path, PurePosixPath

from news_archive.model import Finding, Severity

_MAX_BYTES = 10_000_000
_FORBIDDEN = set('<>:"|?*\\')
MEDIA = frozenset(
    """
    .png .jpg .jpeg .webp .avif .gif .pdf .csv .txt .woff2 .ico .mp3 .mp4 .ogg .webm .vtt
""".split()
)
"""What may be published beside pages. No type of these runs code on the site's origin."""

_LIKE_MD = frozenset({".md", ".markdown", ".mdown", ".mkd"})
_LEFT_BEHIND = frozenset({".bak", ".orig", ".rej", ".swp", ".tmp"})


@dataclass(frozen=True, slots=True)
class Listing:
    """The regular files below a folder; paths are relative to the project."""

    markdown: tuple[str, ...]
    media: tuple[str, ...]
    defaults: tuple[str, ...]
    """The `.meta.yml` files."""
    findings: tuple[Finding, ...]


def list_files(root: Path, folder: str, allowed: frozenset[str] = frozenset()) -> Listing:
    """What lies below `root/folder`, sorted. `allowed`: further files, by path, that the site's settings name."""
    markdown: list[str] = []
    media: list[str] = []
    defaults: list[str] = []
    findings: list[Finding] = []
    for path, problem in _walk(root, folder):
        name = path.rpartition("/")[2]
        suffix = PurePosixPath(name).suffix
        if problem:
            findings.append(_error("folder" if (root / path).is_dir() else "file", path, problem))
        elif suffix == ".md":
            markdown.append(path)
        elif name == ".meta.yml":
            defaults.append(path)
        elif name.startswith("."):
            continue
        elif suffix.lower() in _LIKE_MD or name.lower().endswith(".md.txt"):
            ending = ".md.txt" if suffix == ".txt" else suffix
            message = f"{ending} is not read, so this page is missing from the site. Rename the file to end in .md"
            findings.append(Finding(rule="file-suffix", severity=Severity.WARNING, path=path, message=message))
        elif suffix.lower() in MEDIA or name == "CNAME" or path in allowed:
            media.append(path)
        else:
            findings.append(_error("file", path, _not_published(name, suffix)))
    return Listing(tuple(markdown), tuple(media), tuple(defaults), tuple(findings))


def _not_published(name: str, suffix: str) -> str:
    if name.endswith("~") or suffix.lower() in _LEFT_BEHIND:
        return "this is a copy that a program left. Delete it, or move it out of the folder"
    return (
        f"files of type {suffix or 'unknown'} are not published. Copy a text into a file that ends in .md, and move other "
        f"things out of the folder. Allowed beside pages: {' '.join(sorted(MEDIA))}"
    )


def read_text(root: Path, path: str) -> tuple[str, tuple[Finding, ...]]:
    """The text of a file with Unix line ends and no byte order mark; empty, with the finding, where it has none."""
    try:
        data = (root / path).read_bytes()
    except OSError as error:
        return "", (_error("file", path, f"the file can't be read ({error.strerror})"),)
    if len(data) > _MAX_BYTES:
        return "", (_error("file", path, f"the file has {len(data):,} bytes; {_MAX_BYTES:,} are allowed. Split it"),)
    if b"\0" in data:
        line = data[: data.index(b"\0")].count(b"\n") + 1
        return "", (_error("encoding", path, "this is a binary file, not text. Save the text as UTF-8", line),)
    try:
        text = data.decode("utf-8-sig")
    except UnicodeDecodeError as error:
        line = data[: error.start].count(b"\n") + 1
        bad = data[error.start]
        return "", (
            _error("encoding", path, f"byte 0x{bad:02X} is not UTF-8. Save the file with the encoding UTF-8", line),
        )
    return text.replace("\r\n", "\n").replace("\r", "\n"), ()


def is_utf_8(text: str) -> bool:
    """Whether a file's name, or what was typed in a terminal, is text; Python has other bytes as lone surrogates."""
    return not any(0xD800 <= ord(c) < 0xE000 for c in text)


def _walk(root: Path, folder: str) -> Iterator[tuple[str, str | None]]:
    """Each file below the folder, with what is wrong with its name or kind."""
    try:
        entries = sorted(os.scandir(root / folder), key=lambda entry: entry.name)
    except OSError as error:
        yield folder, f"the folder can't be read ({error.strerror})"
        return
    if (root / folder).is_symlink():
        yield folder, "this folder is a symbolic link. Put the folder itself here"
        return
    for entry in entries:
        if entry.name.startswith(".#"):
            continue  # an editing program's note that somebody has the file open
        path = f"{folder}/{entry.name}"
        mode = entry.stat(follow_symlinks=False).st_mode
        if stat.S_ISLNK(mode):
            yield path, "this is a symbolic link. Put the file itself here"
        elif problem := _problem_of_name(entry.name):
            yield path, problem
        elif stat.S_ISDIR(mode):
            if not entry.name.startswith("."):
                yield from _walk(root, path)
        elif stat.S_ISREG(mode):
            yield path, None
        else:
            yield path, "this is no regular file (a pipe, socket or device). Remove it"


def _problem_of_name(name: str) -> str | None:
    if not is_utf_8(name):
        return "the file's name is not UTF-8. Rename it, best with a-z, 0-9 and hyphens"
    if bad := sorted(c for c in set(name) if c in _FORBIDDEN or not c.isprintable()):
        return f"the file's name has the character {bad[0]!r}. Rename it, best with a-z, 0-9 and hyphens"
    if not unicodedata.is_normalized("NFC", name):
        return "the file's name has accents as separate characters. Rename it, best with a-z, 0-9 and hyphens"
    return None


def _error(rule: str, path: str, message: str, line: int | None = None) -> Finding:
    return Finding(rule=rule, severity=Severity.ERROR, path=path, message=message, line=line)
