"""The index of the search: what Pagefind is given, what is kept of it, and what is said where it fails."""

import gzip
import json
import random
import sys
from base64 import b64encode
from collections.abc import Callable, Iterable, Sequence
from pathlib import Path

import pytest

from news_archive.build import search_index
from news_archive.build.search_index import Document, SearchError, document_of, index_site, is_installed
from news_archive.model import Kind, PartialDate
from news_archive.pages import SearchEntry

pytest.importorskip("pagefind")  # an optional package: a site may do without a search

_ENTRIES = [
    SearchEntry(
        address=f"articles/{year}/{number}/",
        kind="Article",
        title=f"Truce {number} & <more>",
        paragraphs=(f"It held in {year}, said “{number}”.", "A second paragraph"),
        names_line="Names here: Hasakah, also Hesekê.",
        description="It held",
        date=PartialDate.parse(f"{year}-08-19"),
        lang="zh-Hant",
        named=((Kind.PLACE, "Hasakah"), (Kind.PLACE, f"Place {number % 5}"), (Kind.ACTOR, f"Actor {number % 7}")),
        source=f"Paper {number % 3}",
    )
    for number, year in enumerate((2014, 2015, 2016, 2017) * 5)
]
_ENTITY = SearchEntry(
    address="places/hasakah/",
    kind="Place",
    title="Hasakah",
    paragraphs=("City",),
    keys=("hasakah", "heseke"),
    type="city",
    named=((Kind.PLACE, "Hasakah"),),
)


class _Shown:
    """Counts the documents that were indexed."""

    def __init__(self) -> None:
        self.documents = 0

    def __call__(self, documents: Sequence[Document]) -> Iterable[Document]:
        for document in documents:
            self.documents += 1
            yield document


def _files(site: Path) -> dict[str, bytes]:
    return {f.relative_to(site).as_posix(): f.read_bytes() for f in sorted(site.rglob("*")) if f.is_file()}


def _fragments(site: Path) -> dict[str, dict[str, object]]:
    """What the index holds of each page, by address."""
    read = [json.loads(gzip.decompress(f.read_bytes())[12:]) for f in (site / "pagefind/fragment").iterdir()]
    return {fragment["url"]: fragment for fragment in read}


@pytest.mark.parametrize(
    "part",
    [
        '<meta data-pagefind-meta="title[content]" content="Truce 2 &amp; &lt;more&gt;">',
        '<meta data-pagefind-filter="kind[content]" content="Article">',
        '<meta data-pagefind-filter="place[content]" content="Hasakah">',
        '<meta data-pagefind-filter="actor[content]" content="Actor 2">',
        '<meta data-pagefind-filter="source[content]" content="Paper 2">',
        '<meta data-pagefind-filter="year[content]" content="2016">',
        '<meta data-pagefind-sort="newest[content]" content="2016-08-19">',
        '<meta data-pagefind-sort="oldest[content]" content="2016-08-19">',
        '<meta data-pagefind-meta="date[content]" content="on2016X08X19">',
        '<meta data-pagefind-meta="lang[content]" content="inzhXhant">',
        "<p>A second paragraph</p>",
        '<p data-pagefind-weight="0.1">Names here: Hasakah, also Hesekê.</p>',
    ],
)
def test_document_of_an_article_says(part: str) -> None:
    assert part in document_of(_ENTRIES[2]).html


def test_document_of_an_entity_has_its_keys_and_comes_last_by_date() -> None:
    html = document_of(_ENTITY).html
    assert 'data-pagefind-meta="keys[content]" content="xqxhasakahxqx xqxhesekexqx"' in html
    assert 'data-pagefind-sort="newest[content]" content="0000"' in html
    assert 'data-pagefind-sort="oldest[content]" content="9999"' in html
    assert "year[content]" not in html


def test_site_has_what_its_search_needs_and_nothing_else(tmp_path: Path) -> None:
    (tmp_path / "pagefind").mkdir()
    (tmp_path / "pagefind/stale.pf_meta").write_text("of a build before")
    size = index_site([*_ENTRIES, _ENTITY], tmp_path, "en", None)
    files = _files(tmp_path / "pagefind")
    assert size == sum(map(len, files.values()))
    named = {path for path in files if "/" not in path and not path.endswith(".pf_meta")}
    assert named == {"pagefind.js", "pagefind-worker.js", "pagefind-entry.json", "wasm.en.pagefind"}
    (list_of_files,) = [path for path in files if path.endswith(".pf_meta")]
    entry = json.loads(files["pagefind-entry.json"])
    assert list_of_files == f"pagefind.{entry['languages']['en']['hash']}.pf_meta"
    assert len([path for path in files if path.startswith("filter/")]) == 5
    fragments = _fragments(tmp_path)
    assert len(fragments) == 21
    assert fragments["/places/hasakah/"]["filters"] == {"kind": ["Place"], "place": ["Hasakah"]}


def test_site_in_any_language_is_one_index(tmp_path: Path) -> None:
    """Also in a language that Pagefind has no stems for, and with a region."""
    index_site(_ENTRIES, tmp_path, "ku-TR", None)
    entry = json.loads((tmp_path / "pagefind/pagefind-entry.json").read_text("utf-8"))
    assert list(entry["languages"]) == ["ku"]
    wasm = entry["languages"]["ku"]["wasm"] or "unknown"
    assert (tmp_path / f"pagefind/wasm.{wasm}.pagefind").is_file()


def test_same_pages_give_the_same_bytes(tmp_path: Path) -> None:
    """In whatever order they come, and although Pagefind's own filters have none."""
    shuffled = random.Random(0).sample(_ENTRIES, len(_ENTRIES))  # noqa: S311  # an order, not a secret
    for name, entries in (("one", _ENTRIES), ("other", shuffled), ("third", _ENTRIES)):
        index_site(entries, tmp_path / name, "en", None)
    assert _files(tmp_path / "one") == _files(tmp_path / "other") == _files(tmp_path / "third")


def test_unchanged_pages_are_not_indexed_again(tmp_path: Path) -> None:
    shown = _Shown()
    for site in ("one", "other"):
        index_site(_ENTRIES, tmp_path / site, "en", tmp_path / "cache", shown)
    assert shown.documents == len(_ENTRIES)
    assert _files(tmp_path / "one") == _files(tmp_path / "other")
    index_site(_ENTRIES[1:], tmp_path / "one", "en", tmp_path / "cache", shown)
    index_site(_ENTRIES, tmp_path / "one", "de", tmp_path / "cache", shown)
    assert shown.documents == 3 * len(_ENTRIES) - 1


def _cut(kept: Path) -> None:
    kept.write_bytes(kept.read_bytes()[:1000])


def _alter(kept: Path) -> None:
    data = bytearray(kept.read_bytes())
    data[len(data) // 2] ^= 1
    kept.write_bytes(data)


@pytest.mark.parametrize("damage", [_cut, _alter, Path.unlink])
def test_damaged_index_is_made_again(tmp_path: Path, damage: Callable[[Path], None]) -> None:
    index_site(_ENTRIES, tmp_path / "one", "en", tmp_path / "cache")
    (kept,) = (tmp_path / "cache").iterdir()
    damage(kept)
    shown = _Shown()
    index_site(_ENTRIES, tmp_path / "other", "en", tmp_path / "cache", shown)
    assert shown.documents == len(_ENTRIES)
    assert _files(tmp_path / "one") == _files(tmp_path / "other")


def test_only_the_last_indexes_are_kept(tmp_path: Path) -> None:
    (tmp_path / "cache").mkdir()
    (tmp_path / "cache/broken-off.new").write_bytes(b"")
    for number in range(4):
        index_site(_ENTRIES[number:], tmp_path / "site", "en", tmp_path / "cache")
    assert [path.suffix for path in (tmp_path / "cache").iterdir()] == [".zip", ".zip"]


def test_cache_that_cannot_be_written_changes_nothing(tmp_path: Path) -> None:
    (tmp_path / "cache").write_text("a file where the folder should be")
    index_site(_ENTRIES, tmp_path / "site", "en", tmp_path / "cache")
    assert (tmp_path / "site/pagefind/pagefind.js").is_file()


def _saying(answer: str) -> str:
    """A program that says the same to every message."""
    said = b64encode(answer.encode()) + b","
    return (
        f"#!{sys.executable}\nimport os\n"
        "while got := os.read(0, 1 << 16):\n"
        f"    if got.endswith(b','):\n        os.write(1, {said!r})\n"
    )


@pytest.mark.parametrize(
    ("program", "message"),
    [
        pytest.param("#!/bin/sh\nexit 3\n", "ended without an answer|can't be understood", id="ends"),
        pytest.param("#!/bin/sh\nprintf 'nonsense,'\nexec sleep 60\n", "can't be understood", id="talks nonsense"),
        pytest.param(
            # An answer of type Error, with the message `no room`.
            "#!/bin/sh\nprintf 'eyJwYXlsb2FkIjogeyJ0eXBlIjogIkVycm9yIiwgIm1lc3NhZ2UiOiAibm8gcm9vbSJ9fQ==,'\nexec sleep 60\n",
            "^Pagefind: no room$",
            id="refuses",
        ),
        *(
            pytest.param(_saying(answer), f"can't be understood: an answer has no '{part}'", id=answer)
            for answer, part in (
                ("{}", "payload"),
                ('["payload"]', "payload"),
                ('{"payload": 1}', "type"),
                ('{"payload": {"index_id": 0}}', "type"),
                ('{"payload": {"type": "Error"}}', "message"),
                ('{"payload": {"type": "NewIndex"}}', "index_id"),
            )
        ),
        pytest.param(
            _saying('{"payload": {"type": "A", "index_id": 0, "files": 3}}'),
            "writes its index otherwise",
            id="files: 3",
        ),
        pytest.param(
            _saying(
                '{"payload": {"type": "A", "index_id": 0, "files": [{"path": "pagefind-entry.json", "content": "MQ=="}]}}'
            ),
            "writes its index otherwise",
            id="another pagefind-entry.json",
        ),
        pytest.param(None, "can't be run: No such file or directory", id="is not there"),
    ],
)
def test_failing_program_is_told_of(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, program: str | None, message: str
) -> None:
    """And is ended: the test would wait for a minute if it were not."""
    path = tmp_path / "program"
    if program:
        path.write_text(program)
        path.chmod(0o755)
    monkeypatch.setenv("PAGEFIND_BINARY_PATH", str(path))
    with pytest.raises(SearchError, match=message):
        index_site(_ENTRIES, tmp_path / "site", "en", None)


def test_program_that_never_answers_is_ended(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    path = tmp_path / "program"
    path.write_text("#!/bin/sh\nexec sleep 60\n")
    path.chmod(0o755)
    monkeypatch.setenv("PAGEFIND_BINARY_PATH", str(path))
    monkeypatch.setattr(search_index, "_PATIENCE", 0.2)
    with pytest.raises(SearchError, match=r"^Pagefind's program gave no answer for 0\.2 seconds$"):
        index_site(_ENTRIES, tmp_path / "site", "en", None)


def test_index_of_another_shape_is_told_of(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    def settled(files: object) -> dict[str, bytes]:
        del files
        raise KeyError("languages")

    monkeypatch.setattr(search_index, "settled", settled)
    with pytest.raises(SearchError, match=r"writes its index otherwise"):
        index_site(_ENTRIES, tmp_path / "site", "en", None)


def test_pagefind_that_is_not_there_is_noticed(monkeypatch: pytest.MonkeyPatch) -> None:
    assert is_installed()
    monkeypatch.setattr("importlib.util.find_spec", lambda name: None)  # noqa: ARG005  # its signature
    assert not is_installed()
