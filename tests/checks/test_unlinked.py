"""Notes of `check` on names that no page lists, and on names that are spelt nearly as a listed one."""

from dataclasses import replace

import pytest

from news_archive.checks.suggesting.unlinked import check_unlinked
from news_archive.matching import build_gazetteer, find_names, spacy_search
from news_archive.model import (
    Alias,
    AnnotatedArticle,
    Article,
    ArticleId,
    Block,
    EntityId,
    Finding,
    PartialDate,
    Place,
    Severity,
)

_DATE = PartialDate.parse("2016")
_QAMISHLI = Place(
    id=EntityId("places/qamishli"),
    path="docs/places/qamishli.md",
    name="Qamishli",
    aliases=(Alias(text="al-Qamishli"),),
    field_lines={"name": 2, "aliases": 4},
)


def _findings(*bodies: str, known: tuple[Place, ...] = (_QAMISHLI,)) -> list[Finding]:
    gazetteer = build_gazetteer(known)
    search = spacy_search(gazetteer.phrases)
    articles = []
    for number, body in enumerate(bodies):
        article = Article(
            id=ArticleId(f"a{number}"), path=f"articles/a{number}.md", title="T", date=_DATE, source="S",
            slug=f"a{number}", body=body, body_line=6,
        )  # fmt: skip
        names = find_names([Block(body, 0)], gazetteer, search, date=_DATE)
        articles.append(AnnotatedArticle(article, "", (body,), names.mentions, names.ambiguities, names.unlinked))
    return list(check_unlinked(articles, {entity.id: entity for entity in known}, gazetteer))


def test_a_near_spelling_is_told_with_both_ways_out() -> None:
    (finding,) = _findings("It rained.\nThey fled from\nQamishili in time.")
    assert (finding.rule, finding.severity) == ("likely-misspelling", Severity.INFO)
    assert (finding.path, finding.line, finding.others) == ("articles/a0.md", 8, ("docs/places/qamishli.md",))
    assert finding.message == (
        "'Qamishili' is spelt nearly as Qamishli, and not listed. If it is the same, add `- Qamishili` to `aliases` in "
        "docs/places/qamishli.md:4; a slip of your own, mend. If it is somebody or something else, leave it, or give it "
        "a page of its own"
    )


def test_a_misspelling_is_told_for_each_article() -> None:
    found = _findings("They fled from Qamishili.", "They saw Qamishili.", "They saw Qamishli.")
    assert [(f.rule, f.path) for f in found] == [
        ("likely-misspelling", "articles/a0.md"),
        ("likely-misspelling", "articles/a1.md"),
    ]


@pytest.mark.parametrize(
    "text",
    [
        pytest.param("They fled from Qamishli.", id="the listed name"),
        pytest.param("They fled from al Qamishli.", id="a spelling that is linked"),
        pytest.param("They fled from Hamishli.", id="another first consonant"),
        pytest.param("They met Ms Qamishila.", id="a person with a name like a place"),
        pytest.param("They saw the Qamishli Council.", id="a longer name"),
    ],
)
def test_other_names_are_no_misspellings(text: str) -> None:
    assert _findings(text) == []


def test_a_listed_spelling_is_no_misspelling() -> None:
    known = replace(_QAMISHLI, aliases=(*_QAMISHLI.aliases, Alias(text="Qamishili")))
    assert _findings("They fled from Qamishili.", known=(known,)) == []


def test_a_name_in_three_articles_is_told_once_where_it_stands_first() -> None:
    (finding,) = _findings("It rained.\n\nThey met in Bern.", "They left Bern.", "They saw Bern.")
    assert (finding.rule, finding.severity, finding.path, finding.line) == (
        "unlinked-name",
        Severity.INFO,
        "articles/a0.md",
        8,
    )
    assert finding.message == (
        "'Bern' stands in 3 articles and no page lists it (probably a place: 'in' before it). To link it, write "
        "docs/places/bern.md, or add it to the `aliases` of the page that it belongs to; `news-archive suggest` shows both"
    )


def test_a_name_in_two_articles_is_not_told() -> None:
    assert _findings("They saw Bern and Bern.", "They saw Bern.") == []
