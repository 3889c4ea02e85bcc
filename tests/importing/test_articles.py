"""From what came in to a file: the words decide how much formatting a site can bear."""

from collections.abc import Callable
from pathlib import Path

import pytest

from news_archive.annotation import visible_text
from news_archive.content import Places
from news_archive.importing.articles import NewArticle, article_of, path_of
from news_archive.importing.incoming import Block, BlockKind, Incoming, Proposal, Run

_TABLE = Block(
    kind=BlockKind.TABLE,
    rows=tuple(tuple((Run(text=word),) for word in row.split()) for row in ("Boat Hands", "Seagull 12")),
)
_FIELDS = {
    "title": Proposal(value="Ferry", because="x"),
    "date": Proposal(value="2018-02", because="x"),
    "source": Proposal(value="S", because="x"),
}


def _made(show: Callable[[str], str], *blocks: Block, **fields: str) -> NewArticle:
    told = _FIELDS | {name: Proposal(value=value, because="the page") for name, value in fields.items()}
    incoming = Incoming(path="a.html", fields=told, text=blocks)
    made = article_of(incoming, {}, Places(root=Path()), lambda body: visible_text(show(body)).split())
    assert isinstance(made, NewArticle), made
    return made


def test_formatting_that_the_site_does_not_know_is_left_out(show: Callable[[str], str]) -> None:
    made = _made(show, _TABLE)
    assert visible_text(show(made.body)).split() == ["Boat", "Hands", "Seagull", "12"]
    is_told = any("headings, lists, tables, links and emphasis were left out" in note for note in made.notes)
    assert is_told is ("|" not in made.body)


def test_table_is_a_table_where_the_site_has_them(show_here: Callable[[str], str]) -> None:
    assert "<th>Boat</th>" in show_here(_made(show_here, _TABLE).body)


@pytest.mark.parametrize(
    ("field", "value"),
    [
        ("url", "https://e.example/a b"),
        ("lang", "English"),
        ("author", "x" * 1_001),
        ("retrieved", "soon"),
    ],
)
def test_what_a_page_says_wrongly_is_left_out_and_told(show_here: Callable[[str], str], field: str, value: str) -> None:
    made = _made(show_here, Block(runs=(Run(text="The words of it."),)), **{field: value})
    assert field not in made.fields
    assert any(note.startswith(f"{field}: left out, for what the page says") for note in made.notes)


@pytest.mark.parametrize(
    ("words", "lang", "written", "told"),
    [
        ("The boat was at the pier and it left at noon with the crew.", None, None, ""),
        ("The boat was at the pier and it left at noon with the crew.", "en-GB", None, ""),
        ("Le bateau a quitté le port.", "fr", "fr", ""),
        ("Le bateau a quitté le port.", None, None, "lang: not told, for it does not look like English"),
        ("غادرت السفينة الميناء", None, "ar", ""),
        ("غادرت السفينة الميناء", "en", "en", "lang: the page says en, and the text looks like ar"),
    ],
)
def test_language_of_the_text(
    show_here: Callable[[str], str], words: str, lang: str | None, written: str | None, told: str
) -> None:
    made = _made(show_here, Block(runs=(Run(text=words),)), **({"lang": lang} if lang else {}))
    assert (made.fields["lang"].value if "lang" in made.fields else None) == written
    assert "".join(note for note in made.notes if note.startswith("lang")).startswith(told)


def test_names_of_files_do_not_clash(show_here: Callable[[str], str], tmp_path: Path) -> None:
    made = _made(show_here, Block(runs=(Run(text="x"),)))
    places = Places(root=tmp_path)
    assert path_of(made, places, ()) == "articles/2018/2018-02-ferry.md"
    assert path_of(made, places, {"articles/2018/2018-02-ferry.md"}) == "articles/2018/2018-02-ferry-2.md"
    (tmp_path / "articles/2018").mkdir(parents=True)
    (tmp_path / "articles/2018/2018-02-ferry.md").touch()
    (tmp_path / "articles/2018/2018-02-ferry-2.md").symlink_to("nowhere")
    assert path_of(made, places, ()) == "articles/2018/2018-02-ferry-3.md"
