"""New files: front matter that is read back as it was, and files that take no other's place."""

import os
from pathlib import Path

import pytest
from hypothesis import example, given
from hypothesis import strategies as st

from news_archive.content.front_matter import split
from news_archive.content.nodes import plain
from news_archive.content.writing import FileExistsAlreadyError, Value, WriteError, front_matter, write_new
from news_archive.model import PartialDate

_CHARACTERS = st.characters(codec="utf-8")
_TEXT = st.text(_CHARACTERS, max_size=60)
_LIKE_YAML = st.text("-:#'\"{}[],&*!|>%@`?= \\~.0129aNOe<", max_size=8)
_FIELDS = st.dictionaries(
    st.text(_CHARACTERS, max_size=140) | _LIKE_YAML,
    st.recursive(
        _TEXT | _LIKE_YAML,
        lambda inner: st.lists(inner, max_size=3) | st.dictionaries(_TEXT | _LIKE_YAML, inner, max_size=3),
        max_leaves=8,
    ),
    max_size=4,
)
_ODD = (
    "",
    "NO",
    "y",
    "null",
    "~",
    "12:30",
    "007",
    "0o7",
    "1e3",
    "2016",
    "# x",
    "x # y",
    "- x",
    "---",
    "...",
    "? x",
    "{a",
    "[a]",
    "'",
    '"',
    "It's: over",
    "'It\"s: over'",
    "a: b",
    "a:",
    ": a",
    " a",
    "a ",
    "<<",
    "=",
    "%a",
    "@a",
    "`a",
    "&a",
    "*a",
    "!a",
    "|",
    ">",
    "a\\b",
    "الحسكة: ١",
    "\U0001f600",
    "می\u200cشود",
    "two\nlines",
    "\u2028",
    "\ufeffa",
    "\x85",
    "\x00\x07",
    "x" * 300 + " " + "y" * 300,
)


def _read_back(fields: dict[str, Value]) -> object:
    written = front_matter(fields)
    document = split(f"{written}\nBody.\n", "a.md")
    assert document.body == "\nBody.\n"
    return plain(document.fields)


@given(_FIELDS)
@example({"title": "---"})
@example({"mentions": {"x" * 200: "none"}})
def test_fields_are_read_back_as_they_were(fields: dict[str, Value]) -> None:
    assert _read_back(fields) == fields


@pytest.mark.parametrize("text", _ODD)
def test_text_that_looks_like_yaml_is_read_back_as_text(text: str) -> None:
    fields: dict[str, Value] = {
        "title": text,
        "tags": [text, text],
        "mentions": {text: text},
        "aliases": [{"text": text}],
    }
    assert _read_back(fields) == fields


@pytest.mark.parametrize(
    ("value", "line"),
    [
        ("Clashes go on", "title: Clashes go on"),
        ("Fighting in Geneva, 3 dead", "title: Fighting in Geneva, 3 dead"),
        ("“Never again”", "title: “Never again”"),
        ("Geneva: the last days", "title: 'Geneva: the last days'"),
        ("Geneva's end: a story", 'title: "Geneva\'s end: a story"'),
        ("NO", "title: 'NO'"),
        ("12:30", "title: '12:30'"),
        ("1984", "title: '1984'"),
        ("1e3", "title: '1e3'"),
        ("2016-08-19", "title: 2016-08-19"),
        ("2016-08", "title: 2016-08"),
        (PartialDate.parse("2016"), "title: 2016"),
        (PartialDate.parse("2016-08-19"), "title: 2016-08-19"),
        ("two\nlines", 'title: "two\\nlines"'),
        ([], "title: []"),
        (["one", "a: b"], "title:\n  - one\n  - 'a: b'"),
        ([{"text": "Rotes Kreuz", "lang": "de"}], "title:\n  - text: Rotes Kreuz\n    lang: de"),
        ({"Walter": "actors/walter"}, "title:\n  Walter: actors/walter"),
    ],
)
def test_a_field_is_written_as_an_editor_would(value: Value, line: str) -> None:
    assert front_matter({"title": value}) == f"---\n{line}\n---\n"


def test_a_file_is_written_with_the_folders_above_it(tmp_path: Path) -> None:
    write_new(tmp_path, "articles/2016/a.md", "Zürich\n")
    assert (tmp_path / "articles/2016/a.md").read_bytes() == "Zürich\n".encode()


def test_a_file_that_is_there_stays_as_it_is(tmp_path: Path) -> None:
    (tmp_path / "a.md").write_text("old")
    with pytest.raises(FileExistsAlreadyError, match=r"a\.md is there already"):
        write_new(tmp_path, "a.md", "new")
    assert (tmp_path / "a.md").read_text() == "old"


@pytest.mark.parametrize(
    "path", ["../a.md", "/a.md", "a/../../b.md", "", "a//b.md", "./a.md", "a\\b.md", "a\nb.md", "C:/a.md"]
)
def test_nothing_is_written_outside_the_project(tmp_path: Path, path: str) -> None:
    root = tmp_path / "project"
    root.mkdir()
    with pytest.raises(WriteError, match="no path inside this project"):
        write_new(root, path, "x")
    assert [file.name for file in tmp_path.rglob("*")] == ["project"]


@pytest.mark.parametrize("link", ["articles", "articles/a.md"])
def test_a_symbolic_link_is_not_written_through(tmp_path: Path, link: str) -> None:
    outside = tmp_path / "outside"
    outside.mkdir()
    root = tmp_path / "project"
    (root / link).parent.mkdir(parents=True)
    (root / link).symlink_to(outside / "new" if link.endswith(".md") else outside)
    with pytest.raises(WriteError, match="symbolic link"):
        write_new(root, "articles/a.md", "x")
    assert not list(outside.iterdir())


def test_a_file_where_a_folder_should_be_is_told(tmp_path: Path) -> None:
    (tmp_path / "articles").write_text("")
    with pytest.raises(WriteError, match="where a folder should be"):
        write_new(tmp_path, "articles/a.md", "x")


@pytest.mark.skipif(os.geteuid() == 0, reason="the administrator may write everywhere")
def test_a_folder_that_may_not_be_written_is_told(tmp_path: Path) -> None:
    tmp_path.chmod(0o500)
    with pytest.raises(WriteError, match=r"a\.md: the file can't be written \(Permission denied\)"):
        write_new(tmp_path, "a.md", "x")
