"""Words that the archive's own voice does not use: where they are told, and where they are somebody else's."""

import pytest

from news_archive.checks import check_policy
from news_archive.model import Actor, Alias, Article, ArticleId, Entity, EntityId, Library, PartialDate, Reference

_POLICY = {
    "Byzantium": "Istanbul",
    "liberated": "taken",
    "Front": "Front for the Sea",
    "the  Sublime Porte": "the court",
}


def _entity(body: str = "", name: str = "Walter", *aliases: str) -> Entity:
    return Actor(
        id=EntityId("actors/walter"),
        path="docs/actors/walter.md",
        name=name,
        aliases=tuple(Alias(text=alias) for alias in aliases),
        body=body,
        body_line=9,
    )


def _told(entity: Entity) -> list[tuple[int | None, str | None]]:
    return [(f.line, f.field) for f in check_policy(Library((), {entity.id: entity}), _POLICY)]


@pytest.mark.parametrize(
    ("body", "lines"),
    [
        pytest.param("In Byzantium.", [9], id="as written"),
        pytest.param("In BYZANTIUM\nand\nbyzantium.", [9, 11], id="in any case, each use"),
        pytest.param("It was *liberated*, (liberated).", [9, 9], id="beside markup and brackets"),
        pytest.param("Said the Sublime\nPorte.", [9], id="words on two lines"),
        pytest.param("[liberated](town.md)", [9], id="the words of a link"),
        pytest.param("It's liberated, and the town's people too.", [9], id="between apostrophes"),
        pytest.param('He said "no. \n\nIt was liberated, he said "yes".', [11], id="after a quotation that never ends"),
    ],
)
def test_a_word_in_the_archives_own_voice_is_told_with_its_line(body: str, lines: list[int]) -> None:
    assert _told(_entity(body)) == [(line, None) for line in lines]


@pytest.mark.parametrize(
    "body",
    [
        pytest.param("Byzantiums and unliberated.", id="parts of words"),
        pytest.param('They called it "liberated" and “taken, or\nliberated” and «liberated» and „liberated“.', id="quoted"),
        pytest.param("They called it ‘liberated’ or 'liberated'.", id="in single quotation marks"),
        pytest.param("> It was liberated.\n\nThey said.", id="a quotation set off"),
        pytest.param("`liberated`\n\n```\nliberated\n```\n", id="code"),
        pytest.param("[there](https://x.example/liberated) and [here][1]\n\n[1]: liberated.md", id="targets of links"),
        pytest.param('<a title="liberated">here</a> <!-- liberated -->', id="HTML"),
        pytest.param("The Front for the Sea came.", id="what is to be written, with the word in it"),
    ],
)  # fmt: skip
def test_what_others_say_and_what_is_no_prose_is_not_told(body: str) -> None:
    assert _told(_entity(body)) == []


def test_a_word_within_a_listed_longer_name_belongs_to_that_name() -> None:
    assert _told(_entity("The Byzantium Trust met in Byzantium.", "Byzantium Trust")) == [(9, None)]
    assert _told(_entity("Byzantium it was called.", "Istanbul", "Byzantium")) == [(9, None)]


def test_a_forbidden_name_of_an_entity_is_told_and_its_aliases_are_free() -> None:
    assert _told(_entity("", "Byzantium", "Byzantium")) == [(None, "name")]


@pytest.mark.parametrize(
    ("references", "fields"), [((), []), ((Reference(publisher="P", title="R"),), ["title", None])]
)
def test_the_words_of_an_article_are_the_archives_only_if_it_has_references(
    references: tuple[Reference, ...], fields: list[str | None]
) -> None:
    article = Article(
        id=ArticleId("2016/a"), path="articles/2016/a.md", title="Byzantium", date=PartialDate.parse("2016"), source="S",
        slug="a", body="In Byzantium.", references=references,
    )  # fmt: skip
    assert [f.field for f in check_policy(Library((article,), {}), _POLICY)] == fields
