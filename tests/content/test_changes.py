"""Changes to several files are made all or not at all."""

from pathlib import Path

import pytest

from news_archive.content.changes import Change, write_changes
from news_archive.content.writing import WriteError

_FILES = {"docs/a.md": b"A\r\n", "docs/b.md": b"B\n", "docs/c.md": b"C\n"}


@pytest.fixture
def project(tmp_path: Path) -> Path:
    (tmp_path / "docs").mkdir()
    for path, data in _FILES.items():
        (tmp_path / path).write_bytes(data)
    (tmp_path / "docs/a.md").chmod(0o640)
    return tmp_path


def _files(project: Path) -> dict[str, bytes]:
    return {file.relative_to(project).as_posix(): file.read_bytes() for file in project.rglob("*") if file.is_file()}


def _change(path: str, moves_to: str | None = None) -> Change:
    return Change(_FILES[path], b"new", moves_to)


def test_files_change_and_move_with_their_permissions(project: Path) -> None:
    write_changes(project, {"docs/a.md": _change("docs/a.md", "docs/new/a.md"), "docs/b.md": _change("docs/b.md")})
    assert _files(project) == {"docs/new/a.md": b"new", "docs/b.md": b"new", "docs/c.md": b"C\n"}
    assert (project / "docs/new/a.md").stat().st_mode & 0o777 == 0o640


@pytest.mark.parametrize(
    ("last", "said"),
    [
        (Change(b"as it was read", b"new"), r"docs/c\.md was changed meanwhile"),
        (_change("docs/c.md", "docs/b.md"), r"docs/b\.md is there already"),
        (_change("docs/c.md", "docs/b.md/c.md"), r"docs/c\.md: the file can't be written"),
        (_change("docs/c.md", "../c.md"), r"is no path inside this project"),
        # By the time that it is written, its new name is a folder.
        (_change("docs/c.md", "docs/new/a.md/c.md"), r"docs/.*Nothing was changed"),
        # The name is free until the first file has taken it.
        (_change("docs/c.md", "docs/new/a.md"), r"docs/"),
    ],
)
def test_nothing_has_changed_where_one_change_fails(project: Path, last: Change, said: str) -> None:
    changes = {
        "docs/b.md": _change("docs/b.md"),
        "docs/a.md": _change("docs/a.md", "docs/new/a.md"),
        "docs/c.md": last,
    }
    with pytest.raises(WriteError, match=said):
        write_changes(project, changes)
    assert _files(project) == _FILES
    assert (project / "docs/a.md").stat().st_mode & 0o777 == 0o640
