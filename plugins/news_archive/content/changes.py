"""Changes to several files, made all or not at all."""

import os
import shutil
from collections.abc import Mapping
from dataclasses import dataclass
from pathlib import Path

from news_archive.content.writing import FileExistsAlreadyError, WriteError, checked_path


@dataclass(frozen=True, slots=True)
class Change:
    """A file's bytes as they were read, and as they are to be."""

    before: bytes
    after: bytes
    moves_to: str | None = None
    """The file's new path, relative to the project; None: it stays where it is."""


def write_changes(root: Path, changes: Mapping[str, Change]) -> None:
    """Make changes, by path relative to the project's folder `root`. Raises WriteError, and then nothing has changed.

    A file that is no longer as it was read stops all: somebody has saved it meanwhile. Each file is whole at any
    moment; an end of the process between two of them leaves some changed.
    """
    prepared: list[tuple[Path, Path, Path]] = []
    finished: list[tuple[Path, Path, bytes]] = []
    path = ""
    try:
        for path, change in changes.items():
            prepared.append(_prepared(root, path, change))
        for path, (old, new, beside) in zip(changes, prepared, strict=True):
            beside.replace(new)
            finished.append((old, new, changes[path].before))
            if new != old:
                old.unlink()
    except (OSError, WriteError) as error:
        for file in reversed(finished):
            _put_back(*file)
        raise _told(path, error) from error
    finally:
        for *_, beside in prepared:
            beside.unlink(missing_ok=True)


def _prepared(root: Path, path: str, change: Change) -> tuple[Path, Path, Path]:
    """The file, the file that it becomes, and the new text in a file of its own beside that."""
    old, new = root / checked_path(root, path), root / checked_path(root, change.moves_to or path)
    if old.read_bytes() != change.before:
        raise WriteError(f"{path} was changed meanwhile. Try again")
    if new != old and os.path.lexists(new):
        raise FileExistsAlreadyError(f"{change.moves_to} is there already, and stays as it is. Write another name")
    new.parent.mkdir(parents=True, exist_ok=True)
    return old, new, _beside(new, change.after, old)


def _beside(file: Path, data: bytes, like: Path) -> Path:
    """A new file with the permissions of another, ready to take the place of `file`."""
    beside = file.with_name(f".{file.name}.{os.getpid()}")  # what begins with a dot is not read
    with beside.open("xb") as new:
        try:
            new.write(data)
            new.flush()
            os.fsync(new.fileno())
            shutil.copymode(like, beside)
        except BaseException:
            beside.unlink()
            raise
    return beside


def _put_back(old: Path, new: Path, before: bytes) -> None:
    # A file that moved and could not be deleted is as it was.
    if new == old or not old.exists():
        _beside(old, before, new).replace(old)
    if new != old:
        new.unlink()


def _told(path: str, error: OSError | WriteError) -> WriteError:
    if isinstance(error, WriteError):
        return error
    return WriteError(f"{path}: the file can't be written ({error.strerror}). Nothing was changed")
