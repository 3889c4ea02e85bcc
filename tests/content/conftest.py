"""Writes the archives that the tables of this folder describe."""

import os
from collections.abc import Callable, Mapping
from pathlib import Path

import pytest

Write = Callable[[Mapping[str, object]], Path]

_NEIGHBOURS = {
    "docs/index.md": "# Home\n",
    "docs/actors/ypg.md": "---\nname: YPG\ndescription: A militia.\npart_of: sdf\n---\n",
    "docs/actors/sdf.md": "---\nname: SDF\ndescription: An alliance.\n---\n",
    "docs/places/kobani.md": "---\nname: Kobani\ndescription: A town.\n---\n",
    "docs/glossary/kobani.md": "---\nname: battle of Kobani\ndescription: A battle.\n---\n",
    "articles/2020/neighbour.md": "---\ntitle: N\ndate: 2020-01-01\nsource: S\n---\n\nThe YPG.\n",
}


@pytest.fixture
def write(tmp_path: Path) -> Write:
    """Write files to an empty archive, and get its folder.

    A file is its text, or one of {text, encoding}, {parts: [text | [text, times]]}, {symlink: target}, {fifo: true}.
    """

    def write_all(files: Mapping[str, object]) -> Path:
        for folder in ("articles", "docs"):
            (tmp_path / folder).mkdir(exist_ok=True)
        for path, described in files.items():
            file = tmp_path / path
            file.parent.mkdir(parents=True, exist_ok=True)
            _write_one(file, described)
        return tmp_path

    return write_all


@pytest.fixture
def write_beside(write: Write) -> Write:
    """Write files to a small archive without a fault, in their places where it has them, and get its folder."""
    return lambda files: write({**_NEIGHBOURS, **files})


def _write_one(file: Path, described: object) -> None:
    match described:
        case {"fifo": True}:
            os.mkfifo(file)
        case {"symlink": str(target)}:
            file.symlink_to(target)
        case {"parts": list(parts)}:
            text = "".join(part if isinstance(part, str) else part[0] * part[1] for part in parts)
            file.write_bytes(text.encode())
        case {"text": str(text), "encoding": str(encoding)}:
            file.write_bytes(text.encode(encoding))
        case str(text):
            file.write_bytes(text.encode())
        case _:
            raise ValueError(described)
