"""What loading makes of files that are right, and of many that are wrong at once."""

from collections.abc import Callable, Mapping
from pathlib import Path

import pytest

from news_archive.content import Loaded, Places, load
from news_archive.model import Actor, Article, Case, Name, Place, Ruling, Term

Write = Callable[[Mapping[str, object]], Path]

_FRAME = "---\ntitle: T\ndate: 2020-01-02\nsource: S\n{}\n---\n\nText.\n"


def _article(loaded: Loaded, path: str = "articles/2020/k.md") -> Article:
    assert loaded.findings == ()
    (found,) = (article for article in loaded.library.articles if article.path == path)
    return found


def test_all_problems_of_all_files_come_in_one_run_sorted_by_file_and_line(write: Write) -> None:
    root = write(
        {
            "docs/places/b.md": "---\nname: B\ncoordinates: [95, 0]\npart_of: zzzzzz\n---\n",
            "docs/places/c.md": "---\nname: C\npart_of: zzzzzz\ntyp: town\n---\n",
            "docs/actors/a.md": "---\nname: [\n---\n",
            "docs/about.html": "x",
            "articles/2020/b.md": _FRAME.format("lang: English\nurl: nowhere"),
            "articles/2020/a.md": "---\ndate: never\nsource: S\n---\n",
        }
    )
    findings = load(Places(root=root)).findings
    assert [(finding.path, finding.line, finding.rule) for finding in findings] == [
        ("articles/2020/a.md", 2, "field"),
        ("articles/2020/a.md", 2, "missing-field"),
        ("articles/2020/b.md", 5, "field"),
        ("articles/2020/b.md", 6, "field"),
        ("docs/about.html", None, "file"),
        ("docs/actors/a.md", findings[5].line, "front-matter"),
        ("docs/places/b.md", 3, "field"),
        ("docs/places/b.md", 4, "unknown-reference"),
        ("docs/places/c.md", 3, "unknown-reference"),
        ("docs/places/c.md", 4, "unknown-field"),
    ]


@pytest.mark.parametrize(
    "typed",
    ["NO", "off", "null", "~", "007", "1e3", "0x1F", "12:30", "1_000", "2016-08-19", ".inf", "3.10", "=", "true"],
)
def test_a_text_stays_as_it_was_typed(write: Write, typed: str) -> None:
    fields = f"author: {typed}\ntags: [{typed}]\ngenre: '{typed}'\nmentions: {{{typed}: none}}"
    article = _article(load(Places(root=write({"articles/2020/k.md": _FRAME.format(fields)}))))
    assert (article.author, article.tags, article.genre) == (typed, (typed,), typed)
    assert article.rulings == (Ruling(text=typed, entity=None, line=8),)


def test_a_field_with_nothing_behind_it_is_a_field_that_is_not_there(write: Write) -> None:
    fields = "author:\ntags:\nmentions:\ncorrections:\nupdated:\nslug:"
    article = _article(load(Places(root=write({"articles/2020/k.md": _FRAME.format(fields)}))))
    assert (article.author, article.tags, article.rulings, article.updated, article.slug) == (None, (), (), None, "k")


def test_an_article_has_what_its_file_says(write_beside: Write) -> None:
    fields = (
        "slug: seven\ncovers: 2019-12/2020-01-01\nmentions: {YPG: ypg, Kobani: none}\nredirect_from: old/name\n"
        "corrections: [{date: 2020-01-05, text: ' Mended. '}]\nreferences: [{publisher: P, title: R, date: 2019}]"
    )
    article = _article(load(Places(root=write_beside({"articles/2020/k.md": _FRAME.format(fields)}))))
    assert (article.id, article.slug, article.redirect_from) == ("2020/k", "seven", ("old/name",))
    assert article.covers
    assert (article.covers.first.text, article.covers.last.text) == ("2019-12", "2020-01-01")
    assert [(ruling.text, ruling.entity) for ruling in article.rulings] == [("YPG", "actors/ypg"), ("Kobani", None)]
    assert [(c.date.text, c.text) for c in article.corrections] == [("2020-01-05", "Mended.")]
    assert [(r.publisher, r.date and r.date.text, r.url) for r in article.references] == [("P", "2019", None)]
    assert (article.body, article.body_line) == ("\nText.\n", 12)


def test_an_entity_has_what_its_file_says(write_beside: Write) -> None:
    text = (
        "---\nname: K\ndescription: D\npart_of: [sdf, places/kobani]\ncoordinates: [36.5, '40.75']\n"
        "line: [[1, 2], [3, 4]]\nnames: {ku: Kobanî, ar: كوباني}\nnot: K Street\n"
        "aliases:\n  - KK\n  - {text: Kay, from: 2012, until: 2014, case: exact, lang: ku}\n"
        "relations:\n  - {type: held by, to: ypg, from: 2013, source: A report}\n---\n\nBody.\n"
    )
    loaded = load(Places(root=write_beside({"docs/places/k.md": text})))
    assert loaded.findings == ()
    place = {str(id_): entity for id_, entity in loaded.library.entities.items()}["places/k"]
    assert isinstance(place, Place)
    assert (place.part_of, place.not_phrases) == (("actors/sdf", "places/kobani"), ("K Street",))
    assert (place.coordinates, place.line) == ((36.5, 40.75), ((1.0, 2.0), (3.0, 4.0)))
    assert place.names == (Name(lang="ar", text="كوباني"), Name(lang="ku", text="Kobanî"))
    short, full = place.aliases
    assert (short.text, short.case, short.since) == ("KK", Case.AUTO, None)
    assert (full.text, full.lang, full.case) == ("Kay", "ku", Case.EXACT)
    assert (full.since and full.since.text, full.until and full.until.text) == ("2012", "2014")
    assert [(r.type, r.to, r.since and r.since.text, r.source) for r in place.relations] == [
        ("held by", "actors/ypg", "2013", "A report")
    ]
    assert {form: place.alias_lines[form] for form in ("K", "KK", "Kay", "Kobanî")} == {
        "K": 2,
        "KK": 10,
        "Kay": 11,
        "Kobanî": 7,
    }
    assert (place.body, place.body_line) == ("\nBody.\n", 15)


def test_files_with_an_error_are_left_out_and_the_others_are_there_in_order(write_beside: Write) -> None:
    root = write_beside(
        {
            "articles/2019/late.md": _FRAME.replace("2020-01-02", "2019-12").format("lang: en"),
            "articles/2019/early.md": _FRAME.replace("2020-01-02", "2019").format("lang: en"),
            "articles/2020/broken.md": "---\ntitle: [\n---\n",
            "docs/actors/broken.md": "---\ndescription: D\n---\n",
            "docs/actors/lost.md": "---\nname: L\npart_of: [zzzzzz, ypg]\n---\n",
        }
    )
    library = load(Places(root=root)).library
    assert [article.id for article in library.articles] == ["2019/early", "2019/late", "2020/neighbour"]
    assert list(library.entities) == ["actors/lost", "actors/sdf", "actors/ypg", "glossary/kobani", "places/kobani"]
    kinds = {str(id_): type(entity) for id_, entity in library.entities.items()}
    assert (kinds["actors/ypg"], kinds["places/kobani"], kinds["glossary/kobani"]) == (Actor, Place, Term)


def test_a_ladder_of_parents_is_climbed_once(write: Write) -> None:
    """Thirty rungs with two ends each have a billion ways up: walking every one would never end."""
    rung = "---\nname: R\npart_of: [a{0}, b{0}]\n---\n"
    top = {f"docs/actors/{side}30.md": "---\nname: R\n---\n" for side in "ab"}
    files = {f"docs/actors/{side}{i}.md": rung.format(i + 1) for i in range(30) for side in "ab"}
    loaded = load(Places(root=write({**files, **top})))
    assert loaded.findings == ()
    assert len(loaded.library.entities) == 62


def test_plain_pages_and_pictures_are_listed_and_are_no_entities(write_beside: Write) -> None:
    files = {
        "docs/actors/index.md": "# Actors\n",
        "docs/places/README.md": "# Places\n",
        "docs/about.md": "---\nanything: goes\n---\n",
        "docs/guides/names.md": "# How names are found\n",
        "docs/map.png": "x",
        "articles/2020/map.PNG": "x",
    }
    loaded = load(Places(root=write_beside(files)))
    assert loaded.findings == ()
    assert loaded.pages == (
        "docs/about.md",
        "docs/actors/index.md",
        "docs/guides/names.md",
        "docs/index.md",
        "docs/places/README.md",
    )
    assert loaded.media == ("articles/2020/map.PNG",)


def test_other_folders_and_files_that_the_site_names_are_read(write: Write) -> None:
    root = write(
        {"text/a.md": _FRAME.format("lang: en"), "src/actors/ypg.md": "---\nname: Y\n---\n", "src/own.js": "x"}
    )
    loaded = load(Places(root=root, docs="src", articles="text", allowed=frozenset({"src/own.js"})))
    assert loaded.findings == ()
    assert [article.id for article in loaded.library.articles] == ["a"]
    ((id_, entity),) = loaded.library.entities.items()
    assert (id_, entity.path, entity.description) == ("actors/ypg", "src/actors/ypg.md", "")


def test_the_nearest_folder_defaults_win_and_the_file_wins_over_them(write: Write) -> None:
    root = write(
        {
            "articles/.meta.yml": "source: far\nlang: en\nauthor: far\n",
            "articles/2020/.meta.yml": "---\nauthor: near\nlang: ku\n---\n",
            "articles/2020/k.md": "---\ntitle: T\ndate: 2020\nlang: ar\n---\n",
            "articles/2019/k.md": "---\ntitle: T\ndate: 2019\n---\n",
        }
    )
    loaded = load(Places(root=root))
    near, far = _article(loaded), _article(loaded, "articles/2019/k.md")
    assert (near.source, near.author, near.lang) == ("far", "near", "ar")
    assert (far.source, far.author, far.lang) == ("far", "far", "en")


@pytest.mark.parametrize(
    ("text", "line"),
    [
        pytest.param("\ufeff---\r\ntitle: T\r\ndate: 2020\r\nsource: S\r\n---\r\n\r\nOne.\r\n", 6, id="Windows"),
        pytest.param("---\rtitle: T\rdate: 2020\rsource: S\r---\r\rOne.\r", 6, id="old Mac"),
    ],
)
def test_bodies_have_unix_line_ends(write: Write, text: str, line: int) -> None:
    article = _article(load(Places(root=write({"articles/2020/k.md": text}))))
    assert (article.title, article.body, article.body_line) == ("T", "\nOne.\n", line)


def test_notes_of_editing_programs_are_passed_over(write: Write) -> None:
    """Emacs marks an open file by a link that leads nowhere; the site must go on building meanwhile."""
    root = write({"articles/2020/k.md": _FRAME.format("genre: report")})
    (root / "articles" / "2020" / ".#k.md").symlink_to("somebody@somewhere.1")
    assert load(Places(root=root)).findings == ()


def test_a_folder_that_is_a_link_is_refused(write: Write, tmp_path_factory: pytest.TempPathFactory) -> None:
    root = write({"articles/2020/k.md": _FRAME.format("genre: report")})
    elsewhere = tmp_path_factory.mktemp("elsewhere")
    (root / "articles").rename(elsewhere / "articles")
    (root / "articles").symlink_to(elsewhere / "articles")
    (finding,) = load(Places(root=root)).findings
    assert (finding.path, finding.severity, finding.rule) == ("articles", "error", "folder")
    assert "symbolic link" in finding.message
