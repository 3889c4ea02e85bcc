"""Plain text, Markdown and JSON lines: what each says of itself, and what it can't."""

from collections.abc import Callable
from pathlib import Path

import pytest

from news_archive.annotation import visible_text
from news_archive.importing.as_markdown import markdown_of
from news_archive.importing.incoming import Incoming, words_of
from news_archive.importing.languages import language_of
from news_archive.importing.markdown_safety import made_safe
from news_archive.importing.reading import read_file

_SENTENCE = "The ferry left the pier of Geneva at noon with forty passengers, says its captain."


def _read(folder: Path, name: str, text: str) -> list[Incoming]:
    (folder / name).write_bytes(text.encode())
    came = list(read_file(str(folder / name)))
    texts = [one for one in came if isinstance(one, Incoming)]
    assert len(texts) == len(came), came
    return texts


def _problems(folder: Path, name: str, data: bytes) -> list[str]:
    (folder / name).write_bytes(data)
    return [str(came).removeprefix(f"{folder}/") for came in read_file(str(folder / name))]


@pytest.mark.parametrize(
    ("text", "title"),
    [
        (f"Ferry sails again\n\n{_SENTENCE}\n", "Ferry sails again"),
        (f"\r\n\r\nWho sails?\r\n\r\n{_SENTENCE}\r\n", "Who sails?"),
        (f"{_SENTENCE}\n\n{_SENTENCE}\n", None),
        (f"Ferry sails again\n{_SENTENCE}\n", None),
        (f"{'word ' * 50}\n\n{_SENTENCE}\n", None),
        ("Ferry sails again\n\n", None),
    ],
)
def test_first_line_is_the_title_if_it_looks_like_a_headline(tmp_path: Path, text: str, title: str | None) -> None:
    (came,) = _read(tmp_path, "a.txt", text)
    assert (came.fields["title"].value if "title" in came.fields else None) == title
    assert not isinstance(came.text, str)
    assert [*(title or "").split(), *words_of(came.text)] == text.split()


def test_long_lines_are_paragraphs_and_short_ones_are_joined(tmp_path: Path) -> None:
    long = _SENTENCE * 2
    (came,) = _read(tmp_path, "a.txt", f"Title\n\n{long}\n{long}\nshort line\nand another\n\n  indented\n")
    assert not isinstance(came.text, str)
    assert markdown_of(came.text) == f"{long}\n\n{long}\n\nshort line\nand another\n\nindented\n"


def test_line_break_in_a_text_with_empty_lines_is_soft(tmp_path: Path) -> None:
    long = _SENTENCE * 2
    (came,) = _read(tmp_path, "a.txt", f"Title\n\n{long}\n\n{long}\nwas broken\n\n{long}\n")
    assert not isinstance(came.text, str)
    assert markdown_of(came.text) == f"{long}\n\n{long}\nwas broken\n\n{long}\n"


def test_file_name_counts_more_than_the_first_lines(tmp_path: Path) -> None:
    (came,) = _read(tmp_path, "2016-08-19-a.txt", f"Title\n\n20 August 2016\n\n{_SENTENCE}\n")
    assert came.fields["date"].value == "2016-08-19"
    assert came.fields["date"].because == "the file's name; the first lines say 2016-08-20"


def test_markdown_stays_as_it_was_typed(tmp_path: Path) -> None:
    body = 'Some *words*, a [link](https://e.example/a_(b) "t"), `<code>`.[^1]\n\n```\n<b>\n```\n\n[^1]: A note <https://e.example>.\n'
    (came,) = _read(tmp_path, "a.md", f"---\ntitle: 'A: b'\ndate: 2018\nsource: S\ntags: [x, y]\n---\n\n{body}")
    assert came.text == body
    assert came.notes == ()
    told = {"title": "A: b", "date": "2018", "source": "S", "tags": ["x", "y"]}
    assert {name: field.value for name, field in came.fields.items()} == told


@pytest.mark.parametrize(
    ("text", "title", "body"),
    [
        ("# Ferry *sails* again #\n\nText.\n", "Ferry sails again", "Text.\n"),
        ("Ferry sails\n===\n\nText.\n", "Ferry sails", "Text.\n"),
        ("---\ntitle: Other\n---\n\n# Ferry\n\nText.\n", "Other", "# Ferry\n\nText.\n"),
        ("---\ntitle: Ferry\n---\n\n# Ferry\n\nText.\n", "Ferry", "Text.\n"),
        ("Text.\n\n# Ferry\n", None, "Text.\n\n# Ferry\n"),
    ],
)
def test_title_of_markdown(tmp_path: Path, text: str, title: str | None, body: str) -> None:
    (came,) = _read(tmp_path, "a.md", text)
    assert (came.fields["title"].value if "title" in came.fields else None) == title
    assert came.text == body


def test_fields_of_another_archive_are_left_out_and_told(tmp_path: Path) -> None:
    (came,) = _read(tmp_path, "a.md", "---\ntitle: T\nslug: ../x\nredirect_from: y\nlayout: z\n---\nText.\n")
    assert set(came.fields) == {"title"}
    assert came.notes == ("fields that are not taken over: slug, redirect_from, layout",)


@pytest.mark.parametrize(
    ("markdown", "safe"),
    [
        ("a <script>alert(1)</script> b", "a  b"),
        ("a <b onclick='x()'>bold</b> b", "a bold b"),
        ("<div onclick=x()>\nwords\n</div>", "\n\n\nwords\n\n\n"),
        ("a <!-- b --> c", "a  c"),
        ("a <b c", "a &lt;b c"),
        ("a < b & c > d", "a < b & c > d"),
        ("![alt](https://e.example/x.png) b", " b"),
        ("a [![alt](x.png)](https://e.example/) b", "a  b"),
        ("a <img src=x onerror=y> b", "a  b"),
        ("[words](javascript:alert(1)) b", "words b"),
        ("[words](java&#115;cript:alert(1)) b", "words b"),
        ("[words](<javascript:alert(1)>) b", "words b"),
        ("[words](other.md) b", "words b"),
        ("[words](\njavascript:x) b", "words b"),
        ("[a [b] c](https://e.example/) d", "[a [b] c](https://e.example/) d"),
        ("[x]: javascript:alert(1)\n\n[words][x]", "\\[x]: javascript:alert(1)\n\n[words][x]"),
        ("- [Editor]: so he said", "- \\[Editor]: so he said"),
        ("`a` ``<b>``", "`a` ````"),
        ("[x]: https://e.example/\n\n[words][x]", "[x]: https://e.example/\n\n[words][x]"),
        ("words {: onclick=x() }", "words "),
        ("# words { onclick=x() }", "# words "),
        ('--8<-- "/etc/passwd"', '--8&lt;-- "/etc/passwd"'),
        ("```\n<script>\n```\n<script>", "```\n<script>\n```\n"),
        ("`<b>` <b>", "`<b>` "),
        ("<https://e.example/> <a@e.example>", "<https://e.example/> <a@e.example>"),
        ("<javascript:alert(1)>", "&lt;javascript:alert(1)>"),
        ("<scr<script>ipt>alert(1)</script>", "&lt;scr"),
    ],
)
def test_markdown_is_made_safe(show: Callable[[str], str], markdown: str, safe: str) -> None:
    assert made_safe(markdown)[0] == safe
    assert '="javascript:' not in show(safe)


def test_what_was_left_out_of_markdown_is_told() -> None:
    _, notes = made_safe("<b>a</b> ![x](y) [b](c) <script>d</script>")
    assert notes == (
        "left out: a script, style or comment",
        "left out: a picture",
        "left out: 2 HTML tags; their words stayed",
        "left out: a link that leads nowhere from here; its words stayed",
    )


def test_json_lines_are_an_article_each(tmp_path: Path, show_here: Callable[[str], str]) -> None:
    lines = (
        '{"id": 1, "title": "One", "date": "", "source": "S", "text": "# a\\n\\n* b <b> \\u0627", "topic": "x"}',
        "",
        '{"title": "Two", "text": "c", "url": "https://e.example/", "lang": null}',
    )
    one, two = _read(tmp_path, "a.jsonl", "\n".join(lines))
    assert {name: field.value for name, field in one.fields.items()} == {"title": "One", "source": "S"}
    assert {name: field.value for name, field in two.fields.items()} == {"title": "Two", "url": "https://e.example/"}
    assert (one.line, two.line) == (1, 3)
    assert one.notes == ("keys that are not taken over: topic",)
    assert not isinstance(one.text, str)
    assert visible_text(show_here(markdown_of(one.text))).split() == ["#", "a", "*", "b", "<b>", "ا"]


@pytest.mark.parametrize(
    ("name", "data", "said"),
    [
        (
            "a.jsonl",
            b'{"text": "a"}\n{"text"',
            "a.jsonl:2: this line is no JSON (Expecting ':' delimiter, character 8).",
        ),
        ("a.jsonl", b"[1]", 'a.jsonl:1: this line is no object. Write it as {"title": …, "text": …}'),
        ("a.jsonl", b'{"title": "a"}', "a.jsonl:1: text: is missing. Write the article's words"),
        ("a.jsonl", b'{"title": 1, "text": "a"}', "a.jsonl:1: title: it must be text. Put it in quotes"),
        ("a.jsonl", b'{"text": "\\ud800"}', "a.jsonl:1: text: it has half a character"),
        ("a.jsonl", b"[" * 100_000, "a.jsonl:1: this line is no JSON (nested too deep)"),
        ("a.txt", b"one\ntwo\ncaf\xe9\n", "a.txt:3: byte 0xE9 is not UTF-8. Save the file with the encoding UTF-8"),
        ("a.txt", b"one\n\0", "a.txt:2: this is a binary file, not text."),
        ("a.txt", b"x" * 10_000_001, "a.txt: the file has more than 10,000,000 bytes"),
        ("a.md", b"---\ntitle: a: b\n---\n", "a.md:2: this line, or the one before it, can't be read"),
        ("a.md", b"---\ntitle: x\n", "a.md:1: the front matter is not closed."),
    ],
)
def test_what_can_not_be_read_is_told_with_its_line(tmp_path: Path, name: str, data: bytes, said: str) -> None:
    *_, problem = _problems(tmp_path, name, data)
    assert problem.startswith(said)


@pytest.mark.parametrize(
    ("text", "language"),
    [
        (f"{_SENTENCE} It was the first of three that are to go to and from the town in the summer.", "en"),
        ("Le bateau a quitté le port de Genève à midi avec quarante passagers.", None),
        ("غادرت السفينة الميناء ظهرا", "ar"),
        ("کشتی بندر را ترک کرد گ", None),
        ("Корабль покинул порт", None),
        ("Το πλοίο έφυγε από το λιμάνι", "el"),
        ("הספינה עזבה את הנמל", "he"),
        ("12 34", None),
    ],
)
def test_language_is_told_only_where_it_is_sure(text: str, language: str | None) -> None:
    found, why_not = language_of(text)
    assert found == language
    assert bool(why_not) is (language is None)
