"""Earlier states of an archive, from git. Nothing is checked out: the working tree, the index and hooks stay untouched."""

import os
import subprocess
from collections.abc import Iterator
from pathlib import Path, PurePosixPath
from typing import NamedTuple

# What the content of an archive and its settings are made of. Of other files, such as pictures, only their being
# there matters to links, so they are written empty.
_READ = frozenset({".md", ".yml", ".yaml", ".py", ".html", ".toml", ".txt", ".json"})
_REGULAR = ("100644", "100755")


class HistoryError(Exception):
    """git has not what was asked for. The message says why, for an editor."""


def commit_of(folder: Path, name: str) -> str:
    """The 40 digits of the commit that a branch, a tag, a short hash or `main...` means.

    `main...` is git's way to say: where this branch left main. Raises HistoryError.
    """
    if name.startswith("-"):
        raise HistoryError(f"'{name}' is no commit. Write a branch, a tag or a commit's hash, such as main")
    one, dots, other = name.partition("...")
    if dots:
        sides = [commit_of(folder, side or "HEAD") for side in (one, other)]
        try:
            return _git(folder, "merge-base", *sides).decode().split()[0]
        except HistoryError as error:
            advice = "If this copy is shallow, `git fetch --unshallow` brings what is missing"
            raise HistoryError(f"git knows no commit from which both sides of '{name}' come. {advice}") from error
    try:
        return (
            _git(folder, "rev-parse", "--verify", "--quiet", "--end-of-options", f"{name}^{{commit}}").decode().strip()
        )
    except HistoryError as error:
        if not _is_repository(folder):
            raise
        advice = "Write a branch, a tag or a commit's hash; `git fetch` brings what others pushed"
        raise HistoryError(f"git knows no commit '{name}' here. {advice}") from error


def write_commit(folder: Path, commit: str, into: Path) -> Path:
    """Write a repository's files as they were at a commit into an empty folder; where in it `folder` is. Raises HistoryError.

    The whole repository, for settings may name files above the project's folder. Symbolic links are left out, as the
    archive refuses them; so are submodules, and names that would leave the folder.
    """
    entries = [entry for entry in _entries(folder, commit) if entry.mode in _REGULAR and _stays_inside(entry.path)]
    read = [entry for entry in entries if PurePosixPath(entry.path).suffix in _READ]
    for parent in sorted({str(PurePosixPath(entry.path).parent) for entry in entries}):
        (into / parent).mkdir(parents=True, exist_ok=True)
    for entry, content in zip(read, _contents(folder, read), strict=True):
        (into / entry.path).write_bytes(content)
    for entry in sorted(set(entries) - set(read)):
        (into / entry.path).touch()
    return into / os.fsdecode(_git(folder, "rev-parse", "--show-prefix").removesuffix(b"\n"))


class _Entry(NamedTuple):
    mode: str
    hash: str
    path: str
    """Relative to the repository."""


def _entries(folder: Path, commit: str) -> Iterator[_Entry]:
    for line in _git(folder, "ls-tree", "-r", "-z", "--full-tree", commit).split(b"\0"):
        if line:
            about, _, path = line.partition(b"\t")
            mode, _, name = about.decode("ascii").split()
            yield _Entry(mode, name, os.fsdecode(path))


def _stays_inside(path: str) -> bool:
    parts = PurePosixPath(path).parts
    return bool(parts) and not path.startswith("/") and ".." not in parts and ".git" not in parts


def _contents(folder: Path, entries: list[_Entry]) -> Iterator[bytes]:
    """The contents of files, by one process: a process a file would take minutes."""
    if not entries:
        return
    answer = _git(folder, "cat-file", "--batch", given="\n".join(entry.hash for entry in entries) + "\n")
    at = 0
    for _ in entries:
        end = answer.index(b"\n", at)
        name, _, about = answer[at:end].decode("ascii").partition(" ")
        if about == "missing":
            raise HistoryError(f"git has lost the file {name}. `git fsck` tells more, and a fresh clone has it")
        size = int(about.rpartition(" ")[2])
        yield answer[end + 1 : end + 1 + size]
        at = end + size + 2


def _is_repository(folder: Path) -> bool:
    try:
        _git(folder, "rev-parse", "--git-dir")
    except HistoryError:
        return False
    return True


def _git(folder: Path, *arguments: str, given: str = "") -> bytes:
    # Messages in English, whatever the machine speaks; no pager, no question.
    environment = {**os.environ, "LC_ALL": "C", "GIT_TERMINAL_PROMPT": "0", "GIT_OPTIONAL_LOCKS": "0"}
    try:
        done = subprocess.run(  # noqa: S603  # arguments are a list, and a name never begins with a hyphen
            ["git", "-C", str(folder), *arguments],  # noqa: S607  # the editor's own git
            input=given.encode(),
            capture_output=True,
            check=False,
            env=environment,
        )
    except FileNotFoundError as error:
        raise HistoryError("git is not installed, and earlier states of the archive are kept by git") from error
    if done.returncode:
        told = done.stderr.decode("utf-8", "replace").strip().splitlines()
        raise HistoryError(told[-1].removeprefix("fatal: ") if told else "git could not answer")
    return done.stdout
