"""Pages are read in the encoding that they declare, and in no other."""

import re
from pathlib import Path

import pytest

from news_archive.importing.incoming import Incoming
from news_archive.importing.reading import read_file


@pytest.mark.parametrize(
    ("data", "said"),
    [
        (b'<meta charset="utf-8">\n<p>caf\xe9</p>', r"a\.html:2: byte 0xE9 is not UTF-8"),
        (b"<p>one</p>\n<p>caf\xe9</p>", r"a\.html:2: byte 0xE9 is not UTF-8"),
        (b'<meta charset="klingon"><p>x</p>', r"its encoding is 'klingon', which is not known"),
        (b'<meta charset="hex"><p>x</p>', r"is no encoding of text|is not hex"),
        (b'<meta charset="windows-1252"><p>\x9d</p>', r"a\.html:1: byte 0x9D is not windows-1252"),
        (b"<p>\0</p>", r"a\.html:1: this is a binary file"),
    ],
)
def test_page_in_no_known_encoding_is_refused(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, data: bytes, said: str
) -> None:
    monkeypatch.chdir(tmp_path)
    Path("a.html").write_bytes(data)
    (came,) = read_file("a.html")
    assert re.search(said, str(came)), came


@pytest.mark.parametrize("encoding", ["utf-16", "utf-8-sig", "utf-16-be"])
def test_mark_at_the_start_says_the_encoding(tmp_path: Path, encoding: str) -> None:
    path = tmp_path / "a.html"
    mark = b"\xfe\xff" if encoding == "utf-16-be" else b""
    html = '<meta charset="windows-1251"><title>Żuraw</title><article><p>The ferry left the pier of Geneva at noon, says its captain.</p></article>'
    path.write_bytes(mark + html.encode(encoding))
    (came,) = read_file(str(path))
    assert isinstance(came, Incoming), came
    assert came.fields["title"].value == "Żuraw"
