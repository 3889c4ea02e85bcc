"""The pages of a small archive: all are there, all links lead somewhere, and nothing is left unescaped."""

from collections.abc import Callable

import pytest

from news_archive.model import (
    Actor,
    Alias,
    Ambiguity,
    AnnotatedArticle,
    Correction,
    Entity,
    EntityId,
    Name,
    PartialDate,
    Period,
    Place,
    Reason,
    ReasonKind,
    Reference,
    Relation,
    Span,
    Term,
)
from news_archive.pages import Addresses, Introduction, PagePath, Sheet

MakeArticle = Callable[..., AnnotatedArticle]
Compose = Callable[..., list[Sheet]]
Draw = Callable[[Sheet], str]
DeadLinks = Callable[[list[Sheet], Addresses], list[str]]

_EVIL = """<i>"a" & 'b'</i>"""
_ESCAPED = "&lt;i&gt;&#34;a&#34; &amp; &#39;b&#39;&lt;/i&gt;"
# The words before the markup in each field.
_FIELDS = (
    *("Title", "Source", "Author", "Summary", "Tag", "Genre", "Dateline", "Rights", "Correction", "Publisher"),
    *("Reference", "Undecided", "Actor", "Description", "Type", "Country", "Alias", "Name", "Relation", "Note"),
)
_DAY = PartialDate.parse("2016-08-19")


def _entities() -> list[Entity]:
    """One of each kind; whatever an editor can write has markup in it."""
    actor = Actor(
        id=EntityId("actors/ypg"),
        path="docs/actors/ypg.md",
        name=f"Actor {_EVIL}",
        description=f"Description {_EVIL}",
        type=f"Type {_EVIL}",
        country=f"Country {_EVIL}",
        aliases=(Alias(text=f"Alias {_EVIL}", lang="ku", until=_DAY),),
        names=(Name(lang="ar", text=f"Name {_EVIL}"),),
        part_of=(EntityId("actors/sdf"),),
        relations=(Relation(type=f"Relation {_EVIL}", to=EntityId("places/dam"), since=_DAY, source=f"Note {_EVIL}"),),
        see_also=(EntityId("glossary/bomb"),),
        website="https://example.org/?a=1&b=2",
        wikidata="Q42",
    )
    whole = Actor(id=EntityId("actors/sdf"), path="docs/actors/sdf.md", name="Whole")
    dam = Place(id=EntityId("places/dam"), path="docs/places/dam.md", name="Dam", coordinates=(-36.5, -40.75))
    return [actor, whole, dam, Term(id=EntityId("glossary/bomb"), path="docs/glossary/bomb.md", name="Bomb")]


@pytest.fixture
def articles(make_article: MakeArticle) -> list[AnnotatedArticle]:
    evil = make_article(
        "2016/2016-08-19-evil",
        [(f"said {_EVIL}.", "actors/ypg"), ("fell.", "places/dam"), ("left.", "actors/ypg")],
        title=f"Title {_EVIL}",
        source=f"Source {_EVIL}",
        author=f"Author {_EVIL}",
        description=f"Summary {_EVIL}",
        tags=(f"Tag {_EVIL}",),
        genre=f"Genre {_EVIL}",
        dateline=f"Dateline {_EVIL}",
        rights=f"Rights {_EVIL}",
        url="https://example.org/?a=1&b=2",
        archived_url="https://example.org/?c=3&d=4",
        lang="ar",
        covers=Period(first=_DAY, last=_DAY),
        updated=_DAY,
        retrieved=_DAY,
        corrections=(Correction(date=_DAY, text=f"Correction {_EVIL}"),),
        references=(Reference(publisher=f"Publisher {_EVIL}", title=f"Reference {_EVIL}", date=_DAY, url="https://example.org/?e=5&f=6"),),
    )  # fmt: skip
    undecided = Ambiguity(
        Span(0, 0, 4),
        f"Undecided {_EVIL}",
        (EntityId("actors/sdf"), EntityId("actors/ypg")),
        Reason(ReasonKind.CLAIMED, "x"),
        "m-actors-ypg-1",
    )
    evil = AnnotatedArticle(evil.article, evil.html, evil.texts, evil.mentions, (undecided,))
    later = make_article("2017/2017-01-01-later", [("left.", "actors/ypg"), ("broke.", "glossary/bomb")])
    same_source = make_article("2017/2017-01-02-slug", [], source="Source i a b i")
    return [evil, later, same_source]


def test_every_article_and_entity_has_one_sheet(articles: list[AnnotatedArticle], compose: Compose) -> None:
    sheets = compose(articles, _entities())
    assert [sheet.article for sheet in sheets if sheet.article] == [
        "2016/2016-08-19-evil",
        "2017/2017-01-01-later",
        "2017/2017-01-02-slug",
    ]
    assert [sheet.entity for sheet in sheets if sheet.entity] == sorted(entity.id for entity in _entities())
    paths = [sheet.path for sheet in sheets]
    assert len(paths) == len(set(paths))


def test_every_archive_has_its_lists(compose: Compose, draw: Draw, dead_links: DeadLinks) -> None:
    """Also an empty one."""
    sheets = compose([], [])
    assert [(sheet.path, sheet.title) for sheet in sheets] == [
        ("index", "Site & all"),
        ("actors/index", "Actors"),
        ("places/index", "Places"),
        ("glossary/index", "Glossary"),
        ("articles/index", "Articles"),
        ("sources/index", "Sources"),
        ("map/index", "Map"),
        ("timeline/index", "Timeline"),
        ("network/index", "Network"),
        ("search/index", "Search"),
    ]
    assert [sheet.is_list for sheet in sheets] == [False, *[True] * 9]
    assert "There are no articles yet." in draw(sheets[0])
    assert dead_links(sheets, Addresses()) == []


@pytest.mark.parametrize("use_directory_urls", [True, False])
def test_every_link_leads_to_a_sheet_or_an_id(
    use_directory_urls: bool,  # noqa: FBT001  # a table's column
    articles: list[AnnotatedArticle],
    compose: Compose,
    dead_links: DeadLinks,
) -> None:
    addresses = Addresses(use_directory_urls=use_directory_urls)
    assert dead_links(compose(articles, _entities(), addresses), addresses) == []


def test_nothing_that_an_editor_wrote_is_left_unescaped(
    articles: list[AnnotatedArticle], compose: Compose, draw: Draw
) -> None:
    sheets = compose(articles, _entities())
    drawn = {sheet.path: draw(sheet) for sheet in sheets}
    assert [path for path, html in drawn.items() if "<i>" in html] == []
    everything = "".join(drawn.values())
    for field in _FIELDS:
        assert f"{field} {_ESCAPED}" in everything, field
    for query in ("?a=1&amp;b=2", "?c=3&amp;d=4", "?e=5&amp;f=6"):
        assert query in everything


def test_titles_of_sheets_are_plain_text(articles: list[AnnotatedArticle], compose: Compose) -> None:
    """The host escapes them, once."""
    titles = {str(sheet.path): sheet.title for sheet in compose(articles, _entities())}
    assert titles["articles/2016/2016-08-19-evil"] == f"Title {_EVIL}"
    assert titles["actors/ypg"] == f"Actor {_EVIL}"


def test_sources_whose_slugs_are_the_same_have_pages_of_their_own(
    articles: list[AnnotatedArticle], compose: Compose
) -> None:
    titles = {str(sheet.path): sheet.title for sheet in compose(articles, _entities())}
    assert titles["sources/source-i-a-b-i"] == f"Source {_EVIL}"
    assert titles["sources/source-i-a-b-i-2"] == "Source i a b i"


def test_article_without_a_template_of_the_site_s_keeps_its_body_whole(
    articles: list[AnnotatedArticle], compose: Compose, draw: Draw
) -> None:
    (sheet,) = [sheet for sheet in compose(articles, _entities()) if sheet.article == "2016/2016-08-19-evil"]
    assert f'data-article="2016/2016-08-19-evil" lang="ar" dir="rtl">{articles[0].html}</div>' in draw(sheet)


def test_words_of_the_site_s_own_stand_on_its_lists(compose: Compose, draw: Draw) -> None:
    introductions = {
        PagePath("index"): Introduction.of("<h1>Our &amp; home</h1><p>Welcome.</p>", None),
        PagePath("actors/index"): Introduction.of("<p>Who acts.</p>", "Who & what"),
    }
    sheets = {sheet.path: sheet for sheet in compose([], [], introductions=introductions)}
    home, actors = sheets[PagePath("index")], sheets[PagePath("actors/index")]
    assert (home.title, actors.title) == ("Our & home", "Who & what")
    assert "<p>Welcome.</p>" in draw(home)
    assert ">Our &amp; home</h1>" in draw(home)
    assert "<p>Who acts.</p>" in draw(actors)
    assert sheets[PagePath("places/index")].title == "Places"


@pytest.mark.parametrize(
    ("html", "title", "expected"),
    [
        ("<h1 id='a'>A <b>b</b> &lt;c&gt;</h1>\n<p>d</p>", None, ("A b <c>", "<p>d</p>")),
        ("<h1>A</h1><p>d</p>", "Title", ("Title", "<p>d</p>")),
        ("<p>d</p>", "Title", ("Title", "<p>d</p>")),
        ("<p>d</p><h1>A</h1>", None, (None, "<p>d</p><h1>A</h1>")),
        ("", None, (None, "")),
    ],
)
def test_introduction_has_its_heading_as_title(html: str, title: str | None, expected: tuple[str | None, str]) -> None:
    introduction = Introduction.of(html, title)
    assert (introduction.title, introduction.html) == expected


def test_body_of_an_entity_is_shown_as_it_is(compose: Compose, draw: Draw) -> None:
    sheets = compose([], _entities(), bodies={EntityId("places/dam"): "<p>The <b>dam</b>.</p>"})
    drawn = {sheet.entity: draw(sheet) for sheet in sheets if sheet.entity}
    assert '<div class="na-text"><p>The <b>dam</b>.</p></div>' in drawn[EntityId("places/dam")]
    assert "36.50° S, 40.75° W" in drawn[EntityId("places/dam")]
    assert "na-text" not in drawn[EntityId("actors/sdf")]
