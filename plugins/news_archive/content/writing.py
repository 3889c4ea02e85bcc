"""New files for editors: front matter as they would type it, written where nothing stands yet.

What is written is read back exactly: `nodes.py` reads every text of this as the text that it was.
"""

import os
import re
from collections.abc import Mapping, Sequence
from pathlib import Path

import yaml

from news_archive.model import PartialDate

Value = str | bool | PartialDate | Sequence["Value"] | Mapping[str, "Value"]
"""What a field can hold. True and False are written as the words that fields such as `draft` read."""

_DAY = re.compile(r"\d{4}-\d{2}(-\d{2})?")
# Our reader keeps what is typed; to a program that follows YAML 1.2, these are numbers (section 10.3.2).
_NUMBER = re.compile(r"[-+]?(0[ox])?[\d.][\d._a-f]*(e[-+]?\d+)?", re.IGNORECASE)


class WriteError(Exception):
    """A file can't be written. `str()` says which, why, and what to do."""


class FileExistsAlreadyError(WriteError):
    """There is a file of that name, and it stays as it is."""


def front_matter(fields: Mapping[str, Value]) -> str:
    """The fields between two lines `---`, each on a line of its own, with a line end at the end.

    Plain where YAML takes it for text or it is a day, in quotes else. Control characters are written as escapes.
    """
    return f"---\n{as_yaml(fields)}---\n"


def as_yaml(fields: Mapping[str, Value]) -> str:
    """The same without the lines around; empty for no fields."""
    if not fields:
        return ""
    return yaml.dump(fields, Dumper=_Typed, allow_unicode=True, sort_keys=False, width=float("inf"))


def write_new(root: Path, path: str, text: str) -> None:
    """Create the file `path`, relative to the project's folder `root`, with missing folders above it.

    Raises WriteError: for a path that leaves the project or passes through a symbolic link, and where a file is
    already (FileExistsAlreadyError). A file that can't be written whole is taken away again.
    """
    file = root / checked_path(root, path)
    try:
        file.parent.mkdir(parents=True, exist_ok=True)
        with file.open("xb") as new:
            try:
                new.write(text.encode())
                new.flush()
                os.fsync(new.fileno())
            except BaseException:
                file.unlink()
                raise
    except FileExistsError as error:
        if not file.parent.is_dir():
            raise WriteError(f"{path}: a file stands where a folder should be. Rename it") from error
        raise FileExistsAlreadyError(f"{path} is there already, and stays as it is. Write another name") from error
    except OSError as error:
        raise WriteError(f"{path}: the file can't be written ({error.strerror})") from error


def checked_path(root: Path, path: str) -> str:
    """The path, which lies below `root` and passes through no symbolic link. Raises WriteError for another."""
    parts = path.split("/")
    if any(part in ("", ".", "..") or not part.isprintable() or set(part) & set(':\\"*?<>|') for part in parts):
        raise WriteError(f"'{path}' is no path inside this project. Write it as in articles/2016/2016-08-19-name.md")
    here = root
    for part in parts:
        here /= part
        if here.is_symlink():
            raise WriteError(f"{path}: '{part}' is a symbolic link, which is not followed. Put the folder itself there")
    return path


class _Typed(yaml.SafeDumper):
    """Writes YAML as an editor would: a field a line, lists indented, few quotes. PyYAML is extended by subclassing."""

    def increase_indent(self, flow: bool = False, indentless: bool = False) -> None:  # noqa: ARG002, FBT001, FBT002  # PyYAML's signature
        """Entries of a list stand two spaces in."""
        super().increase_indent(flow, False)

    def choose_scalar_style(self) -> str:
        """Double quotes where single ones would have to be doubled."""
        style: str = super().choose_scalar_style()
        text: str = self.event.value  # type: ignore[union-attr]  # PyYAML asks for the style of a scalar only
        return '"' if style == "'" and "'" in text and '"' not in text and "\\" not in text else style

    def check_simple_key(self) -> bool:
        """Keys stand on the line of their value, however long: PyYAML breaks at 128 characters."""
        return True

    def ignore_aliases(self, data: object) -> bool:  # noqa: ARG002  # PyYAML's signature
        """The reader refuses anchors."""
        return True


def _text(dumper: _Typed, text: str) -> yaml.ScalarNode:
    if _DAY.fullmatch(text):
        return _date(dumper, text)
    style = '"' if not text.isprintable() else "'" if _NUMBER.fullmatch(text) else None
    return dumper.represent_scalar("tag:yaml.org,2002:str", text, style)


def _date(dumper: _Typed, text: str) -> yaml.ScalarNode:
    """Plain, as whatever YAML takes it for."""
    tag = dumper.resolve(yaml.ScalarNode, text, (True, False))  # type: ignore[no-untyped-call]  # PyYAML has no types for it
    return dumper.represent_scalar(tag, text)


_Typed.add_representer(str, _text)
_Typed.add_representer(PartialDate, lambda dumper, date: _date(dumper, date.text))
