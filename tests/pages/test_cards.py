"""Cards: what a name meant at the article's date, and how else it is written."""

from collections.abc import Callable, Sequence

import pytest

from news_archive.model import Actor, Alias, AnnotatedArticle, Description, EntityId, Name, PartialDate
from news_archive.pages import Sheet
from news_archive.pages.cards import named_in
from news_archive.pages.spellings import shortened, spellings_of, spellings_on
from news_archive.pages.views import Spelling, Spellings

MakeArticle = Callable[..., AnnotatedArticle]
Compose = Callable[..., list[Sheet]]
Draw = Callable[[Sheet], str]
_DATE = PartialDate.parse
_FRONT = Actor(
    id=EntityId("actors/front"),
    path="docs/actors/front.md",
    name="River Front",
    type="party",
    description="A party",
    descriptions=(Description(text="A club", until=_DATE("2010-06-30")),),
    aliases=(
        Alias(text="RF"),
        Alias(text="rf"),
        Alias(text="River Club", until=_DATE("2010-06-30")),
        Alias(text="The Front", since=_DATE("2015")),
        Alias(text="Front du fleuve", lang="fr"),
        Alias(text="River Front"),
    ),
    names=(Name(lang="ar", text="جبهة النهر"), Name(lang="fr", text="Le Front"), Name(lang="ku", text="Eniya Çem")),
)


def _words(groups: Sequence[Spellings]) -> list[tuple[str | None, list[str]]]:
    return [(group.language, [name.text for name in group.names]) for group in groups]


def test_spellings_are_by_language_each_once_and_without_the_name_itself() -> None:
    assert _words(spellings_of(_FRONT)) == [
        (None, ["RF", "River Club", "The Front"]),
        ("French", ["Front du fleuve", "Le Front"]),
        ("Arabic", ["جبهة النهر"]),
        ("Kurdish", ["Eniya Çem"]),
    ]


@pytest.mark.parametrize(
    ("date", "own"),
    [
        pytest.param("2009-01-01", ["RF", "River Club"], id="before a name ended"),
        pytest.param("2012", ["RF"], id="between two names"),
        pytest.param("2015-03", ["RF", "The Front"], id="after a name began"),
        pytest.param("2010", ["RF", "River Club"], id="in the year in which it ended"),
    ],
)
def test_card_has_the_names_of_its_date_and_one_of_each_language(date: str, own: list[str]) -> None:
    assert _words(spellings_on(_FRONT, _DATE(date))) == [
        (None, own),
        ("French", ["Front du fleuve"]),
        ("Arabic", ["جبهة النهر"]),
        ("Kurdish", ["Eniya Çem"]),
    ]


@pytest.mark.parametrize(("number", "at_once", "rarer"), [(0, 0, 0), (8, 8, 0), (9, 9, 0), (10, 8, 2), (40, 8, 32)])
def test_long_list_of_spellings_is_shortened(number: int, at_once: int, rarer: int) -> None:
    own = tuple(Spelling(f"n{n}", None, None) for n in range(number))
    groups = (Spellings(None, own), Spellings("Arabic", (Spelling("ن", "ar", None),))) if number else ()
    shown, rest = shortened(groups)
    assert sum(len(group.names) for group in shown if group.language is None) == at_once
    assert len(rest) == rarer
    assert [group.language for group in shown][-1:] == (["Arabic"] if number else [])


def test_body_names_what_its_marks_mean_or_may_mean() -> None:
    html = (
        '<a class="mention" data-entity="actors/a">A</a> <span class="mention" data-entity="places/b">B</span>'
        ' <span class="mention mention--ambiguous" data-candidates="actors/c places/d">C</span>'
    )
    assert named_in(html) == ["actors/a", "places/b", "actors/c", "places/d"]


@pytest.mark.parametrize(("date", "line"), [("2009-05-01", "A club"), ("2012-05-01", "A party")])
def test_article_has_a_card_for_each_name(
    date: str, line: str, make_article: MakeArticle, compose: Compose, draw: Draw
) -> None:
    article = make_article(f"{date[:4]}/{date}-a", [("met.", "actors/front"), ("left.", "actors/front")])
    (sheet,) = [sheet for sheet in compose([article], [_FRONT]) if sheet.article]
    _, _, end = draw(sheet).partition('class="na-cards"')
    assert end.count("data-card=") == 1
    card = end.partition('data-card="actors/front"')[2].partition("</div>")[0]
    assert f"<p>{line}</p>" in card
    assert '<bdi lang="ar">جبهة النهر</bdi>' in card
    assert ">party</span>" in card


def test_cards_of_two_articles_are_each_of_its_date(make_article: MakeArticle, compose: Compose, draw: Draw) -> None:
    """What is kept from one article to the next must not carry a line that holds for a time."""
    articles = [make_article(f"{year}/{year}-01-01-a", [("met.", "actors/front")]) for year in (2009, 2012, 2009 - 1)]
    drawn = [draw(sheet) for sheet in compose(articles, [_FRONT]) if sheet.article]
    assert [("<p>A club</p>" in html, "<p>A party</p>" in html) for html in drawn] == [
        (True, False),
        (True, False),
        (False, True),
    ]


def test_entity_has_cards_of_what_its_own_text_names(compose: Compose, draw: Draw) -> None:
    other = Actor(id=EntityId("actors/guard"), path="docs/actors/guard.md", name="Guard")
    body = '<p>Not the <a class="mention" data-entity="actors/front" href="../front/">Front</a>.</p>'
    (sheet,) = [s for s in compose([], [_FRONT, other], bodies={other.id: body}) if s.entity == other.id]
    assert 'data-card="actors/front"' in draw(sheet)
