"""What a search finds of an archive, and the page on which it is asked."""

import re
import unicodedata
from collections.abc import Callable, Iterable, Mapping
from pathlib import Path

import pytest

from news_archive.matching.spelling import letters
from news_archive.model import Actor, Alias, AnnotatedArticle, Entity, EntityId, Kind, Name, PartialDate, Place
from news_archive.pages import SEARCH_ASSETS, Addresses, Introduction, SearchEntry, Sheet, entry_of_page
from news_archive.pages.addresses import SEARCH
from news_archive.pages.search_entries import key_of

MakeArticle = Callable[..., AnnotatedArticle]
Compose = Callable[..., list[Sheet]]

_LETTER = re.compile("Ll|Lo|N.")
_HASAKAH = Place(
    id=EntityId("places/hasakah"),
    path="docs/places/hasakah.md",
    name="Hasakah",
    description="City on the Khabur",
    type="city",
    aliases=(Alias(text="Hasaka"), Alias(text="Al Hasakah"), Alias(text="al-Hasakah"), Alias(text="HASAKA")),
    names=(Name(lang="ar", text="الحسكة"), Name(lang="ku", text="Hesekê")),
    demonyms=("Hasakan",),
    country="Syria",
)
_YPG = Actor(id=EntityId("actors/ypg"), path="docs/actors/ypg.md", name="YPG")
_QUIET = Actor(id=EntityId("actors/quiet"), path="docs/actors/quiet.md", name="Quiet Guard")


def _entries(sheets: Iterable[Sheet]) -> dict[str, SearchEntry]:
    return {str(sheet.path): sheet.entry() for sheet in sheets if sheet.entry}


@pytest.fixture
def entries(make_article: MakeArticle, compose: Compose) -> Mapping[str, SearchEntry]:
    article = make_article(
        "2016/2016-08-19-truce",
        [("holds", "places/hasakah"), ("met the", "actors/ypg"), ("again", "places/hasakah")],
        title="A <truce> holds",
        source="Other Paper",
        author="A. Writer",
        lang="en",
        description="It lasted",
        tags=("truce", "city"),
    )
    bodies = {EntityId("places/hasakah"): "<h2>Past</h2><p>It lies <em>there</em>.</p>"}
    return _entries(compose([article], [_HASAKAH, _YPG, _QUIET], Addresses(), bodies))


def test_articles_and_entities_are_found_and_lists_are_not(entries: Mapping[str, SearchEntry]) -> None:
    assert sorted(entries) == [
        "actors/quiet",
        "actors/ypg",
        "articles/2016/2016-08-19-truce",
        "places/hasakah",
    ]


def test_article_is_found_by_its_text_and_by_every_spelling_of_what_it_names(
    entries: Mapping[str, SearchEntry],
) -> None:
    """Spellings that differ in capitals and hyphens only stand once; Arabic also as it is typed in haste."""
    entry = entries["articles/2016/2016-08-19-truce"]
    assert entry.title == "A <truce> holds"
    assert entry.paragraphs == (
        "It lasted",
        "Name holds",
        "Name met the",
        "Name again",
        "A. Writer",
        "truce, city",
        "Other Paper",
        "19 August 2016",
    )
    assert entry.names_line == ("Names here: Hasakah, also Hasaka, al-Hasakah, الحسكة, Hesekê, Hasakan, الحسكه; YPG.")
    assert (entry.kind, entry.source, entry.date, entry.lang) == (
        "Article",
        "Other Paper",
        PartialDate.parse("2016-08-19"),
        "en",
    )
    assert entry.named == ((Kind.PLACE, "Hasakah"), (Kind.ACTOR, "YPG"))
    assert entry.keys == ()


def test_entity_is_found_by_each_spelling_and_can_be_filtered_by_itself(entries: Mapping[str, SearchEntry]) -> None:
    entry = entries["places/hasakah"]
    assert (entry.kind, entry.title, entry.type) == ("Place", "Hasakah", "city")
    assert entry.named == ((Kind.PLACE, "Hasakah"),)
    assert entry.keys == ("hasakah", "hasaka", "alhasakah", "الحسكه", "heseke", "hasakan")
    assert entry.paragraphs == (
        "City on the Khabur",
        "Also written: Hasaka, Al Hasakah, al-Hasakah, HASAKA, الحسكة, Hesekê, Hasakan, الحسكه.",
        "Past",
        "It lies there.",
        "city",
        "Syria",
    )


def test_entity_that_nothing_is_said_of_has_its_name_still(entries: Mapping[str, SearchEntry]) -> None:
    entry = entries["actors/quiet"]
    assert (entry.title, entry.paragraphs, entry.keys) == ("Quiet Guard", (), ("quietguard",))


def test_plain_page_is_found_by_what_it_shows() -> None:
    entry = entry_of_page("about/", "About & more", "<p>One &amp;\n two.</p><ul><li>Three</li></ul>")
    assert (entry.address, entry.kind, entry.title) == ("about/", "Page", "About & more")
    assert entry.paragraphs == ("One & two.", "Three")


@pytest.mark.parametrize(
    ("spelling", "key"),
    [
        ("Sana'a", "sanaa"),
        ("Sana’a", "sanaa"),
        ("Raʿs al-ʿAyn", "rasalayn"),
        ("Diyarbakır", "diyarbakir"),
        ("İzmir", "izmir"),
        ("U.S.", "us"),
        ("F-16", "f16"),
        ("القامشلى", "القامشلي"),
        ("Łódź", "lodz"),
        ("Ministry of Defence", "ministryofdefence"),
        ("…", ""),
    ],
)
def test_ways_to_type_a_name_have_a_key_in_common(spelling: str, key: str) -> None:
    assert key_of(spelling) == key


def test_script_sets_aside_the_letters_that_the_engine_sets_aside() -> None:
    """The key of what is typed is made in the browser, by a table of its own."""
    script = SEARCH_ASSETS["assets/news-archive-search-query.js"].read_text("utf-8")
    table = re.search(r"const LETTERS = \{(.*?)\};", script, re.DOTALL)
    listed = re.search(r"replace\(/\[(\w+)\]/g, \(letter\)", script)
    assert table
    assert listed
    pairs = dict(re.findall(r'(\w): "(\w+)"', table[1]))
    assert set(listed[1]) == set(pairs)
    assert {letter: letters(letter) for letter in pairs} == pairs
    for first, last in ((0x30, 0x24F), (0x2B0, 0x2FF), (0x400, 0x4FF), (0x620, 0x6D5), (0x2010, 0x2040)):
        for character in map(chr, range(first, last)):
            decomposed = unicodedata.normalize("NFKD", character.lower())
            in_browser = "".join(
                c for d in decomposed for c in pairs.get(d, d) if _LETTER.fullmatch(unicodedata.category(c))
            )
            assert in_browser == key_of(character), character


@pytest.fixture
def page(make_article: MakeArticle, compose: Compose, draw: Callable[[Sheet], str]) -> Callable[..., str]:
    """The HTML of the search page."""

    def drawn(entities: Iterable[Entity] = (_HASAKAH,), **arguments: object) -> str:
        articles = [make_article(f"{year}/{year}-08-19-a", [("x", "places/hasakah")]) for year in (2016, 2019)]
        sheets = compose(articles, entities, **arguments)
        return draw(next(sheet for sheet in sheets if sheet.path == SEARCH))

    return drawn


def test_form_works_by_itself(page: Callable[..., str]) -> None:
    html = page()
    assert re.search(r'<form [^>]*role="search" method="get"[^>]*>', html)
    assert "action=" not in html
    assert re.search(r'<label [^>]*for="na-q"', html)
    assert re.search(r'<input id="na-q" type="search" name="q"', html)


def test_page_leads_to_all_lists_for_who_cannot_search(page: Callable[..., str]) -> None:
    html = page()
    for address in ("articles/", "actors/", "places/", "glossary/", "sources/", "articles/2016/", "articles/2019/"):
        assert f'href="../{address}"' in html
    assert 'href="../search/"' not in html
    assert "was opened as a file" in html


def test_page_alone_loads_its_style_and_script(page: Callable[..., str]) -> None:
    html = page()
    assert '<link rel="stylesheet" href="../assets/news-archive-search.css">' in html
    assert '<script type="module" src="../assets/news-archive-search.js"></script>' in html
    assert "pagefind" not in html


def test_own_words_of_the_site_stand_above_the_box(page: Callable[..., str]) -> None:
    html = page(introductions={SEARCH: Introduction("Find", "<p>Own words.</p>")})
    assert "<h1>Find</h1>" in html
    assert html.index("Own words.") < html.index("<na-search>")


def test_scripts_import_each_other_as_they_are_published() -> None:
    published = {Path(name).name for name in SEARCH_ASSETS}
    for path in SEARCH_ASSETS.values():
        for name in re.findall(r'from "\./([^"]+)"', path.read_text("utf-8")):
            assert name in published


def test_script_finds_every_part_of_the_page_that_it_uses(page: Callable[..., str]) -> None:
    script = SEARCH_ASSETS["assets/news-archive-search.js"].read_text("utf-8")
    there = set(re.findall(r'data-part="(\w+)"', page()))
    used = set(re.findall(r"this\.parts\.(\w+)", script))
    for names in re.findall(r"const \{ ([\w, ]+) \} = this\.parts;", script):
        used |= set(names.split(", "))
    assert used == there
