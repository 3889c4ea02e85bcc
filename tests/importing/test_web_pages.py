"""Saved pages: the article and what the page says of it, and nothing of what stands around it."""

import socket
from collections.abc import Callable
from pathlib import Path

import pytest

from news_archive.annotation import visible_text
from news_archive.importing.as_markdown import markdown_of
from news_archive.importing.incoming import Incoming, words_of
from news_archive.importing.reading import read_file

_PAGES = Path(__file__).parent / "pages"
_CHARSETS = {"arabic": "windows-1256", "old-tables": "windows-1252"}
"""What the pages declare. In the repository all are UTF-8, for everybody's editing program."""


@pytest.fixture(autouse=True)
def _no_network(monkeypatch: pytest.MonkeyPatch) -> None:
    def refused(*_: object, **__: object) -> None:
        raise AssertionError("a page was asked for on the network")

    for way in ("connect", "connect_ex", "sendto", "bind"):
        monkeypatch.setattr(socket.socket, way, refused)
    monkeypatch.setattr(socket, "getaddrinfo", refused)


def _read(path: Path) -> Incoming:
    (came,) = read_file(str(path))
    assert isinstance(came, Incoming), came
    return came


def _saved(name: str, folder: Path) -> Path:
    """The page as its browser saved it, in its own encoding."""
    path = folder / f"{name}.html"
    path.write_bytes((_PAGES / f"{name}.html").read_text("utf-8").encode(_CHARSETS.get(name, "utf-8")))
    return path


def _body(came: Incoming) -> str:
    assert not isinstance(came.text, str)
    return markdown_of(came.text)


def _page(tmp_path: Path, body: str, head: str = "") -> Incoming:
    path = tmp_path / "page.html"
    path.write_text(
        f'<html><head><meta charset="utf-8"><title>T</title>{head}</head><body>{body}</body></html>', "utf-8"
    )
    return _read(path)


@pytest.mark.parametrize(
    ("name", "fields"),
    [
        (
            "described",
            {
                "title": "Ferry talks resume",
                "date": "2018-02-08T09:30:00+01:00",
                "source": "Lakeside Courier",
                "url": "https://www.courier.example/2018/ferry?utm_source=x",
                "author": "Ada Brun, Karl Voss",
                "lang": "en-GB",
                "description": "Crews and owners meet.",
            },
        ),
        (
            "open-graph",
            {
                "title": "Le phare rallumé après trois ans",
                "date": "2017-11-30T23:30:00-05:00",
                "source": "bay.example",
                "url": "https://bay.example/story.html?utm_medium=web",
                "author": "Inès Morel",
                "lang": "fr",
                "rights": "© La Baie",
            },
        ),
        ("old-tables", {"title": "Bridge reopens", "date": "2002-03-14"}),
        (
            "arabic",
            {
                "title": "عودة القطار",
                "date": "2019-05-02",
                "source": "صحيفة الميناء",
                "url": "https://mina.example/2019/train",
                "lang": "ar",
            },
        ),
        (
            "paywall",
            {
                "title": "Harbour fees to rise",
                "date": "2020-10-01",
                "source": "Quay Post",
                "url": "https://quay.example/fees",
                "author": "Mara Lind",
                "lang": "en",
            },
        ),
    ],
)
def test_fields_are_what_the_page_says(tmp_path: Path, name: str, fields: dict[str, str]) -> None:
    came = _read(_saved(name, tmp_path))
    assert {field: proposal.value for field, proposal in came.fields.items()} == fields
    assert all(proposal.because for proposal in came.fields.values())


_AROUND = {
    "described": ("cookies", "Home", "All rights", "Joe", "javascript", "Ferry talks resume"),
    "open-graph": ("cookies", "Chercher", "À lire", "La pêche", "Mentions", "Le phare rallumé après"),
    "old-tables": ("Sports", "Weather"),
    "arabic": ("عودة القطار",),
    "paywall": (),
}
_WITHIN = {
    "described": (
        "a strike of nine days",
        "Lovelace of the union",
        "nested two",
        "Heron | Duck",
        "Boats run again",
        "month.",
    ),
    "open-graph": ("noyé l’escalier.", "depuis 1998", "tout le pays."),
    "old-tables": ("“without a queue”", "Two men of the barge’s crew", "— a third more than planned —"),
    "arabic": ("بعد توقف دام عشر سنوات،", "قبل نهاية السنة."),
    "paywall": ("for the first time in nine years.",),
}


@pytest.mark.parametrize("name", list(_WITHIN))
def test_text_is_the_article_and_nothing_around_it(tmp_path: Path, show_here: Callable[[str], str], name: str) -> None:
    came = _read(_saved(name, tmp_path))
    assert not isinstance(came.text, str)
    shown = " ".join(visible_text(show_here(markdown_of(came.text))).split())
    assert shown.split() == words_of(came.text)
    assert [words for words in _WITHIN[name] if words.replace("*", "") not in shown.replace("*", "")] == []
    assert [words for words in _AROUND[name] if words in shown] == []


def test_structure_stays(tmp_path: Path, show_here: Callable[[str], str]) -> None:
    html = show_here(_body(_read(_saved("described", tmp_path))))
    for part in (
        "<strong>ferries</strong>",
        "<em>Wednesday</em>",
        '<a href="https://union.example/s_t%281%29?a=1&amp;b=2">a paper</a>',
        ">What is asked</h2>",
        "<blockquote>",
        "<li>nested one with some words</li>",
        "<th>Boat</th>",
        "(@lakeferries) <a href=",
        "1. This paragraph begins with a number and ends with a line<br>",
        "&lt;b&gt;tags&lt;/b&gt;",
    ):
        assert part in html, part


def test_reader_of_a_paid_page_is_told(tmp_path: Path) -> None:
    assert "not free to read" in " ".join(_read(_saved("paywall", tmp_path)).notes)
    assert "not free to read" not in " ".join(_read(_saved("described", tmp_path)).notes)


_P = "<p>The ferry left the pier of Geneva at noon with forty passengers, says its captain.</p>"


def test_paragraphs_that_are_not_taken_are_told(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """Whatever trafilatura leaves out; here it is made to."""
    import trafilatura  # what the test changes

    whole = trafilatura.bare_extraction

    def half(html: str, **options: object) -> object:
        return whole(html.replace(other, ""), **options)  # type: ignore[arg-type]  # handed on as they came

    other = "<p>The owner of the boat says that it will not sail again before its engine is mended.</p>"
    monkeypatch.setattr(trafilatura, "bare_extraction", half)
    came = _page(tmp_path, f"<article>{_P}{other}</article>")
    assert any(
        note.startswith("not taken: 1 of the 2 paragraphs of the page's article: “The owner of the boat")
        and "Compare it with the page" in note
        for note in came.notes
    ), came.notes
    monkeypatch.undo()
    assert _page(tmp_path, f"<article>{_P}{other}</article>").notes == ()


@pytest.mark.parametrize(
    ("head", "field", "value"),
    [
        ('<meta property="article:published_time" content="2018-02-08T00:00:00Z">', "date", "2018-02-08"),
        ('<meta name="date" content="8 Feb 2018">', "date", "2018-02-08"),
        ('<meta name="date" content="02/03/2018">', "date", None),
        ('<meta name="date" content="soon">', "date", None),
        ('<script type="application/ld+json">{broken</script>', "date", None),
        ('<script type="application/ld+json">{"@type":"Person","name":"X","headline":"Y"}</script>', "title", "T"),
        ('<link rel="canonical" href="/story">', "url", None),
        ('<link rel="canonical" href="javascript:alert(1)">', "url", None),
        ('<meta name="author" content="https://e.example/ada">', "author", None),
        ('<!-- <meta name="author" content="Ada"> -->', "author", None),
    ],
)
def test_head_is_read_with_care(tmp_path: Path, head: str, field: str, value: str | None) -> None:
    came = _page(tmp_path, f"<article>{_P}</article>", head)
    assert (came.fields[field].value if field in came.fields else None) == value


def test_date_that_can_mean_two_days_is_told(tmp_path: Path) -> None:
    came = _page(tmp_path, f"<article>{_P}</article>", '<meta name="date" content="02/03/2018">')
    assert came.unsure["date"] == "<meta date> says '02/03/2018', which can't be told for sure"


def test_name_of_the_site_behind_the_title_is_no_part_of_it(tmp_path: Path) -> None:
    path = tmp_path / "a.html"
    path.write_text(
        f'<title>Noon ferry | Bay Post</title><meta property="og:site_name" content="Bay Post"><article>{_P}</article>'
    )
    assert _read(path).fields["title"].value == "Noon ferry"


def test_one_of_several_headings_is_no_title(tmp_path: Path) -> None:
    came = _page(tmp_path, f"<h1>Bay Post</h1><h1>Noon ferry</h1><article>{_P}</article>")
    assert came.fields["title"].value == "T"


def test_list_in_an_item_without_words_stands_in_its_place(tmp_path: Path, show_here: Callable[[str], str]) -> None:
    lists = "<ul><li><ol><li>An item of some words</li><li>Another item of words</li></ol></li></ul>"
    html = show_here(_body(_page(tmp_path, f"<article>{_P}{lists}{_P.replace('noon', 'dawn')}</article>")))
    assert html.count("<li>") == 2
    assert "<pre>" not in html


@pytest.mark.parametrize(
    "broken",
    [
        pytest.param("<h2>", id="heading without an end"),
        pytest.param("<head>x</head>", id="head in the body"),
        pytest.param("<a>words</a>", id="link to nowhere"),
        pytest.param("<![CDATuay x><![-- y>", id="sections that are none"),
        pytest.param("&#1;&#0;&#xD800;&#99999999;&#x110000;", id="characters that are none"),
        pytest.param(
            '<meta property="og:url" content="https://[x/"><link rel="canonical" href="https://[">',
            id="addresses that are none",
        ),
        pytest.param(
            '<script type="application/ld+json">[{"@type":"Article","headline":5,"author":[{"name":[1]}]}]</script>',
            id="data",
        ),
        pytest.param("<quote><item><list><row><cell>x</quote>", id="tags of another language"),
    ],
)
def test_broken_page_is_read_all_the_same(tmp_path: Path, broken: str) -> None:
    assert "forty passengers" in _body(_page(tmp_path, f"<article>{_P}{broken}{_P.replace('noon', 'dawn')}</article>"))


_ACTIVE = """
<article onclick="x()"><script>alert(1)</script><style>p{}</style><iframe src="https://e.example/"></iframe>
<p onmouseover="x()">The ferry left the pier of <b onclick="x()">Geneva</b> at noon, says its captain Walter.</p>
<p>&lt;script&gt;alert(2)&lt;/script&gt; was what he typed, <a href="javascript:alert(3)">he said</a> then and there.</p>
<p><img src=x onerror="alert(4)"><svg onload="alert(5)"></svg>The boat is back. {: onclick="alert(6)" } It is well.</p>
</article>
"""


def test_nothing_active_comes_in(tmp_path: Path, show_here: Callable[[str], str]) -> None:
    body = _body(_page(tmp_path, _ACTIVE))
    assert "<" not in body
    assert "javascript:" not in body
    html = show_here(body)
    assert "onclick=" not in html.replace('onclick="alert(6)" }', "")
    assert "&lt;script&gt;alert(2)&lt;/script&gt; was what he typed" in html
