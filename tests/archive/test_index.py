"""The index of an archive: counts, dates, companions and related articles."""

from collections.abc import Callable, Iterable, Mapping

import pytest

from news_archive.archive import ArchiveIndex, Companion, Related, build_index, related_articles
from news_archive.model import AnnotatedArticle, ArticleId, Entity, EntityId

Annotated = Callable[..., AnnotatedArticle]
YPG, SDF, MANBIJ, BOMB, WHOLE = map(
    EntityId, ("actors/ypg", "actors/sdf", "places/manbij", "glossary/barrel-bomb", "actors/whole")
)


def _entities() -> Mapping[EntityId, Entity]:
    parts = {YPG: (WHOLE,), SDF: (WHOLE,)}
    return {
        id_: Entity(id=id_, path=f"docs/{id_}.md", name=id_, part_of=parts.get(id_, ()))
        for id_ in sorted((YPG, SDF, MANBIJ, BOMB, WHOLE))
    }


@pytest.fixture
def articles(annotated: Annotated) -> list[AnnotatedArticle]:
    return [
        annotated("[x|actors/sdf].", id_="c", date="2017"),
        annotated("[x|actors/ypg] [x|actors/ypg]. [x|places/manbij].", id_="b", date="2016-08-19"),
        annotated("[x|actors/sdf] [x|actors/ypg].", id_="a", date="2016-08-19"),
        annotated("Nobody.", id_="e", date="2015-01-01"),
        annotated("[x|places/manbij] [x|actors/ypg].", id_="d", date="2016-08"),
    ]


@pytest.fixture
def index(articles: list[AnnotatedArticle]) -> ArchiveIndex:
    return build_index(articles, _entities())


def test_articles_are_ordered_by_date_and_then_by_id(index: ArchiveIndex) -> None:
    """A month or a year begins on its first day."""
    assert list(index.articles) == ["e", "d", "a", "b", "c"]
    assert index.article(ArticleId("a")).date.text == "2016-08-19"


def test_index_counts_mentions_by_article_and_entity(index: ArchiveIndex) -> None:
    assert index.named_in[ArticleId("b")] == {YPG: 2, MANBIJ: 1}
    assert list(index.named_in[ArticleId("d")]) == [MANBIJ, YPG]
    assert index.named_in[ArticleId("e")] == {}
    assert index.articles_of == {YPG: ("d", "a", "b"), SDF: ("a", "c"), MANBIJ: ("d", "b")}


def test_index_tells_how_often_and_when_an_entity_is_named(index: ArchiveIndex) -> None:
    presence = index.presence[YPG]
    assert (presence.mentions, presence.articles) == (4, 3)
    assert (presence.first.text, presence.last.text) == ("2016-08", "2016-08-19")
    assert BOMB not in index.presence
    assert BOMB in index.entities


def test_index_keeps_passages_by_date(index: ArchiveIndex) -> None:
    assert [(p.article, p.mentions) for p in index.passages[YPG]] == [("d", 1), ("a", 1), ("b", 2)]


def test_index_knows_the_parts_of_a_whole(index: ArchiveIndex) -> None:
    assert index.parts == {WHOLE: (SDF, YPG)}


def test_order_of_reading_changes_nothing(articles: list[AnnotatedArticle], index: ArchiveIndex) -> None:
    other = build_index(articles[::-1], _entities())
    assert other == index
    assert [list(part) for part in (other.articles, other.articles_of, other.passages, other.presence)] == [
        list(part) for part in (index.articles, index.articles_of, index.passages, index.presence)
    ]


def test_companions_are_ordered_by_shared_articles_and_then_by_id(index: ArchiveIndex) -> None:
    assert index.companions(YPG) == [Companion(MANBIJ, 2), Companion(SDF, 1)]
    assert index.companions(SDF) == [Companion(YPG, 1)]
    assert index.companions(BOMB) == []


def _related(index: ArchiveIndex, id_: str, most: int = 4) -> tuple[list[str], list[str]]:
    positions = {article: number for number, article in enumerate(index.articles)}
    earlier, later = related_articles(index, ArticleId(id_), positions, most)

    def shown(related: Iterable[Related]) -> list[str]:
        return [f"{r.article} {' '.join(r.shared)}" for r in related]

    return shown(earlier), shown(later)


def test_related_articles_come_by_date_with_the_names_that_they_share(index: ArchiveIndex) -> None:
    """The name of the fewest articles first."""
    assert _related(index, "a") == (["d actors/ypg"], ["b actors/ypg", "c actors/sdf"])
    assert _related(index, "b") == (["d places/manbij actors/ypg", "a actors/ypg"], [])
    assert _related(index, "e") == ([], [])


def test_terms_alone_relate_nothing(annotated: Annotated) -> None:
    articles = [annotated("[x|glossary/barrel-bomb]", id_=f"a{n}", date=f"201{n}") for n in range(3)]
    assert _related(build_index(articles, _entities()), "a1") == ([], [])


def test_related_articles_are_few_however_large_the_archive(annotated: Annotated) -> None:
    """The nearest in time, of those that share as much."""
    articles = [annotated("[x|actors/ypg]", id_=f"a{n}", date=f"20{n}-01-01") for n in range(10, 40)]
    earlier, later = _related(build_index(articles, _entities()), "a25", most=2)
    assert earlier == ["a23 actors/ypg", "a24 actors/ypg"]
    assert later == ["a26 actors/ypg", "a27 actors/ypg"]


def test_rare_name_relates_more_than_a_common_one(annotated: Annotated) -> None:
    common = [annotated("[x|actors/ypg]", id_=f"a{n}", date=f"20{n}-01-01") for n in range(10, 20)]
    rare = annotated("[x|places/manbij]", id_="rare", date="2005")
    here = annotated("[x|places/manbij] [x|actors/ypg]", id_="here", date="2020")
    earlier, _ = _related(build_index([*common, rare, here], _entities()), "here", most=1)
    assert earlier == ["rare places/manbij"]
