"""What editors are shown of names that no page lists."""

import pytest

from news_archive.checks.suggesting.known_names import KnownNames, distance
from news_archive.checks.suggesting.suggestions import Suggestion, in_article, suggest, suggestions_by_article
from news_archive.matching import build_gazetteer, find_names, spacy_search
from news_archive.model import (
    Actor,
    Alias,
    AnnotatedArticle,
    Article,
    ArticleId,
    Block,
    Entity,
    EntityId,
    Kind,
    PartialDate,
    Place,
    Term,
)

_DATE = PartialDate.parse("2016")


def _aliases(*texts: str) -> tuple[Alias, ...]:
    return tuple(Alias(text=text) for text in texts)


def _known(id_: str, name: str, *aliases: str, type_: str | None = None) -> Entity:
    sort: type[Entity] = {"actors": Actor, "places": Place, "glossary": Term}[id_.partition("/")[0]]
    return sort(id=EntityId(id_), path=f"docs/{id_}.md", name=name, type=type_, aliases=_aliases(*aliases))


_KNOWN = (
    _known("places/qamishli", "Qamishli", "al-Qamishli", type_="city"),
    _known("places/medina", "Medina", type_="city"),
    _known("actors/red-cross", "Red Cross of Utrecht", type_="organisation"),
    _known("actors/union", "Democratic Union Party", "DUP", type_="party"),
    _known("actors/malta", "Malta", type_="state"),
    _known("actors/walter", "Pieter Jan Walter", type_="person"),
    _known("glossary/resolution", "Resolution of Geneva"),
    _known("glossary/s-400", "S-400"),
)


def _suggest(*bodies: str, known: tuple[Entity, ...] = ()) -> tuple[Suggestion, ...]:
    return suggest(_articles(*bodies, known=known), {e.id: e for e in known}, build_gazetteer(known))


def _articles(*bodies: str, known: tuple[Entity, ...] = ()) -> list[AnnotatedArticle]:
    gazetteer = build_gazetteer(known)
    search = spacy_search(gazetteer.phrases)
    found = []
    for number, body in enumerate(bodies):
        article = Article(
            id=ArticleId(f"a{number}"), path=f"articles/a{number}.md", title="T", date=_DATE, source="S",
            slug=f"a{number}", body=body, body_line=6,
        )  # fmt: skip
        texts = tuple(body.split("\n\n"))
        names = find_names([Block(text, 0) for text in texts], gazetteer, search, date=_DATE)
        found.append(AnnotatedArticle(article, "", texts, names.mentions, names.ambiguities, names.unlinked))
    return found


@pytest.mark.parametrize(
    ("text", "name", "entity"),
    [
        pytest.param("They fled from Qamishili.", "Qamishili", "places/qamishli", id="a letter more"),
        pytest.param("They fled from Qamihsli.", "Qamihsli", "places/qamishli", id="two letters swapped"),
        pytest.param("They fled from Kameshlo.", "Kameshlo", "places/qamishli", id="the same consonants"),
        pytest.param("They fled from Medinai.", None, None, id="who comes from the place"),
        pytest.param("They fled from Madain.", None, None, id="the same consonants and other vowels"),
        pytest.param("They fled from Gamishli.", None, None, id="another first consonant"),
        pytest.param("It was the RCU again.", "RCU", "actors/red-cross", id="a name's initials"),
        pytest.param("It was the RCX again.", None, None, id="no name's initials"),
        pytest.param("They saw the DUPs.", None, None, id="an acronym in the plural"),
        pytest.param("They shot an S400 down.", "S400", "glossary/s-400", id="another hyphen"),
        pytest.param(
            "They met the Democratic Union Party Council.", None, None, id="another body named after a listed one"
        ),
        pytest.param(
            "They left the Republic of Malta.", "Republic of Malta", "actors/malta", id="the long name of a state"
        ),
        pytest.param("They met the Malta Council.", None, None, id="a body of a state"),
        pytest.param(
            "Here spoke Pieter Walter.", "Pieter Walter", "actors/walter", id="a person without a middle name"
        ),
        pytest.param("Here spoke Mr Walter.", "Walter", "actors/walter", id="a person's surname alone"),
        pytest.param("Here spoke Ann Walter.", None, None, id="somebody else of the surname"),
        pytest.param(
            "They met the Democratic Unionist Party (DUP).",
            "Democratic Unionist Party",
            "actors/union",
            id="explained by an acronym",
        ),
    ],
)
def test_other_names_of_known_entities(text: str, name: str | None, entity: str | None) -> None:
    found = [(s.text, s.alias_of) for s in _suggest(text, known=_KNOWN) if s.alias_of]
    assert found == ([(name, entity)] if name else [])


def test_an_acronym_that_texts_give_a_known_entity() -> None:
    found = _suggest("They met the Red Cross of Utrecht (RCU). The RCU left.", known=_KNOWN)
    assert [(s.text, s.alias_of, s.times, s.paste) for s in found] == [("RCU", "actors/red-cross", 2, "- RCU")]


def test_listed_names_are_never_suggested() -> None:
    """Nor are those that are told in headings, or linked to nobody for a reason."""
    assert _suggest("The DUP left Qamishli for Medina.\n\nWho is in old Medina", known=_KNOWN) == ()


def test_spellings_of_one_name_are_one_suggestion() -> None:
    found = _suggest(
        "They fled from Hudaida.", "They fled from Hodeida and Hodeida.", "The Dutch Rifle Guild (DRG) left."
    )
    assert [(s.text, s.spellings, s.articles, s.times) for s in found] == [
        ("Hodeida", ("Hodeida", "Hudaida"), ("a0", "a1"), 3),
        ("Dutch Rifle Guild", ("Dutch Rifle Guild", "DRG"), ("a2",), 2),
    ]


def test_a_name_in_capitals_is_the_same_name() -> None:
    assert [s.spellings for s in _suggest("GENEVA (S) - They met.", "They left Geneva.")] == [("GENEVA", "Geneva")]


def test_a_surname_in_another_article_belongs_to_the_one_person_of_it() -> None:
    found = _suggest("They met President Ann Walter.", "They met President Walter.")
    assert [(s.text, s.spellings, s.articles) for s in found] == [
        ("Ann Walter", ("Ann Walter", "Walter"), ("a0", "a1"))
    ]


def test_known_entities_come_first_then_names_by_number_of_articles() -> None:
    bodies = ("They left Geneva.", "They left Geneva and Bern and Bern.", "They left Qamishili and Lyon.")
    assert [s.text for s in _suggest(*bodies, known=_KNOWN)] == ["Qamishili", "Geneva", "Bern", "Lyon"]


@pytest.mark.parametrize(
    ("text", "kind", "because"),
    [
        pytest.param("They met President Walter.", Kind.ACTOR, "the title 'President' before it", id="a title"),
        pytest.param("They met the mayor of Bern, Ann Walter.", Kind.ACTOR, "the title 'mayor' before it", id="an office"),
        pytest.param("Here Ann Walter said no.", Kind.ACTOR, "'said' after it", id="somebody who speaks"),
        pytest.param("They saw the town of Bern.", Kind.PLACE, "'town of' before it", id="`town of`"),
        pytest.param("They saw Bern province.", Kind.PLACE, "'province' after it", id="a type of place"),
        pytest.param("They met in Bern.", Kind.PLACE, "'in' before it", id="a preposition of place"),
        pytest.param("They saw Bern fighters.", Kind.ACTOR, "'fighters' after it", id="a military word"),
        pytest.param("They saw the Bern Council.", Kind.ACTOR, "the word 'Council' in its name", id="a body's head"),
        pytest.param("They began Operation Bern Star.", Kind.TERM, "the word 'Operation' in its name", id="an operation"),
        pytest.param("They saw Lake Bern.", Kind.PLACE, "the word 'Lake' in its name", id="a lake"),
        pytest.param("They saw the HMS Bern.", Kind.TERM, "'HMS' before a ship's name", id="a ship"),
        pytest.param("They shot an F-16 down.", Kind.TERM, "a name of letters and digits", id="a designation"),
        pytest.param("They saw Bern.", None, "", id="nothing beside it"),
        pytest.param("The Blue House said no.", Kind.ACTOR, "'said' after it", id="a house that speaks"),
        pytest.param("They met in Bern. They saw Bern fighters and Bern.", Kind.ACTOR, "'fighters' after it", id="the stronger"),
    ],
)  # fmt: skip
def test_the_kind_of_a_new_entity_and_what_speaks_for_it(text: str, kind: Kind | None, because: str) -> None:
    found = _suggest(text)[0]
    assert (found.kind, found.because) == (kind, because)


def test_a_new_person_has_a_stub_without_the_surname() -> None:
    found = _suggest("They met President Ann Walter. Then Walter left.")[0]
    assert found.path == "docs/actors/ann-walter.md"
    assert found.id == "actors/ann-walter"
    assert found.paste == "---\nname: Ann Walter\ntype: person\n---\n"


def test_a_name_without_a_kind_has_no_id_and_no_file() -> None:
    found = _suggest("They saw Bern.")[0]
    assert (found.id, found.path, found.paste, found.slug) == (None, "", "", "bern")


def test_contexts_are_of_different_articles_with_their_lines() -> None:
    bodies = ["It rained.\n\nThey saw old\nBern there. Bern was wet."] + ["They saw Bern."] * 3
    contexts = _suggest(*bodies)[0].contexts
    assert [(c.path, c.line, str(c)) for c in contexts] == [
        ("articles/a0.md", 9, "They saw old [Bern] there."),
        ("articles/a1.md", 6, "They saw [Bern]."),
        ("articles/a2.md", 6, "They saw [Bern]."),
    ]


def test_a_long_sentence_is_cut_beside_the_name() -> None:
    context = _suggest(f"They {'went on and ' * 40}saw Bern {'and went on ' * 40}there.")[0].contexts[0]
    assert str(context).startswith("… ")
    assert str(context).endswith(" …")
    assert len(str(context)) < 260


def test_each_article_has_its_own_sentence_and_count_of_a_suggestion() -> None:
    articles = _articles(
        "They saw Bern.", "They saw Lyon and Bern.", "To Bern.", "To Bern.", "Old Bern fell. So did Bern."
    )
    found = suggest(articles, {}, build_gazetteer(()))
    by_article = suggestions_by_article(found)
    here = [in_article(annotated, by_article[annotated.article.id]) for annotated in articles]
    assert [[one.suggestion.text for one in each] for each in here] == [["Bern"], ["Bern", "Lyon"], *[["Bern"]] * 3]
    assert [(one.times, one.number, str(one.context)) for one in (here[0][0], here[4][0])] == [
        (1, 5, "They saw [Bern]."),
        (2, 5, "Old [Bern] fell."),
    ]
    assert in_article(articles[0], found) == here[0]


@pytest.mark.parametrize(
    ("one", "other", "letters"),
    [("bern", "bern", 0), ("bern", "berne", 1), ("bern", "bren", 1), ("bern", "born", 1), ("bern", "lyon", 3)],
)
def test_distance_counts_letters_to_change(one: str, other: str, letters: int) -> None:
    assert distance(one, other) == distance(other, one) == letters


@pytest.mark.parametrize(
    ("name", "entity"),
    [
        pytest.param("Resolution for the Geneva", "glossary/resolution", id="other small words"),
        pytest.param("Kurdish Democratic Union Party", "actors/union", id="a nation before a listed name"),
        pytest.param("Democratic Union Party group", "actors/union", id="`group` after a listed name"),
        pytest.param("Democratic Union Party Office", None, id="a body of a listed body"),
        pytest.param("Federal Republic of Malta", "actors/malta", id="the long name of a state"),
        pytest.param("Malta Government", None, id="what belongs to a state"),
        pytest.param("Government of Malta", None, id="who governs a state"),
        pytest.param("Islamic State of Malta", None, id="a movement named after a state"),
    ],
)
def test_longer_names_of_known_entities(name: str, entity: str | None) -> None:
    likeness = KnownNames(build_gazetteer(_KNOWN)).like(name, None)
    assert (likeness.entity if likeness else None) == entity


def test_a_name_that_may_be_two_entities_is_neither() -> None:
    known = (_known("places/a", "Hamrana"), _known("places/b", "Hamrane"))
    assert KnownNames(build_gazetteer(known)).like("Hamrani", None) is None


def test_a_kind_that_the_text_shows_excludes_others() -> None:
    known = KnownNames(build_gazetteer(_KNOWN))
    likeness = known.like("Qamishili", Kind.PLACE)
    assert likeness is not None
    assert likeness.entity == "places/qamishli"
    assert known.like("Qamishili", Kind.ACTOR) is None
