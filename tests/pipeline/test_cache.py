"""A cache that is missing, damaged or of somebody else's making only makes a build slower."""

import sqlite3
from pathlib import Path

import pytest

from news_archive.build.cache import Cache, digest_of

_FILE = "annotated.sqlite"


def _kept(folder: Path) -> None:
    cache = Cache(folder)
    cache.put("k", "<p>Ärger</p>", [1, "zwei", None])
    cache.close()


def test_what_was_put_is_there_for_the_next_build(tmp_path: Path) -> None:
    _kept(tmp_path / "cache")
    cache = Cache(tmp_path / "cache")
    assert cache.get("k") == ("<p>Ärger</p>", [1, "zwei", None])
    assert cache.get("other") is None
    cache.close()


def test_the_folder_keeps_itself_out_of_version_control(tmp_path: Path) -> None:
    _kept(tmp_path / "cache")
    assert (tmp_path / "cache" / ".gitignore").read_text() == "*\n"


@pytest.mark.parametrize("column", ["html", "rest", "digest"])
def test_a_changed_entry_is_not_used(tmp_path: Path, column: str) -> None:
    _kept(tmp_path)
    with sqlite3.connect(tmp_path / _FILE) as database:
        database.execute(f"UPDATE bodies SET {column} = '<script>'")  # noqa: S608  # the test's own column names
    database.close()
    cache = Cache(tmp_path)
    assert cache.get("k") is None
    cache.close()


@pytest.mark.parametrize("content", [b"", b"no database at all, but longer than a header is\n" * 40])
def test_a_file_that_is_no_database_is_made_anew(tmp_path: Path, content: bytes) -> None:
    (tmp_path / _FILE).write_bytes(content)
    _kept(tmp_path)
    cache = Cache(tmp_path)
    assert cache.get("k") is not None
    cache.close()


def test_without_a_folder_nothing_is_kept(tmp_path: Path) -> None:
    (tmp_path / "file").write_text("in the way")
    for folder in (None, tmp_path / "file" / "cache"):
        cache = Cache(folder)
        cache.put("k", "", [])
        cache.close()
        assert Cache(folder).get("k") is None


def test_what_several_builds_did_not_use_is_dropped(tmp_path: Path) -> None:
    cache = Cache(tmp_path)
    for number in range(20):
        cache.put(f"old {number}", "", [])
    cache.close()
    _kept(tmp_path)
    cache = Cache(tmp_path)
    assert cache.get("k") is not None
    assert cache.get("old 3") is None
    cache.close()


def test_what_a_build_says_it_needs_stays(tmp_path: Path) -> None:
    cache = Cache(tmp_path)
    for number in range(20):
        cache.put(f"old {number}", "", [])
    cache.close()
    cache = Cache(tmp_path)
    cache.put("k", "", [])
    cache.keep("old 3")
    cache.close()
    cache = Cache(tmp_path)
    assert (cache.get("old 3"), cache.get("old 4")) == (("", []), None)
    cache.close()


def test_digests_tell_parts_apart() -> None:
    assert (
        len({digest_of("a", "b"), digest_of("ab"), digest_of("", "ab"), digest_of("a", b"b"), digest_of("a", 1)}) == 5
    )
