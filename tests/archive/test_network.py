"""Who is named together, against counting by hand, and the part of it that a picture holds."""

from collections.abc import Callable
from itertools import combinations
from random import Random

import pytest

from news_archive.archive import ArchiveIndex, build_index
from news_archive.archive.network import draw_out, find_pairs
from news_archive.model import AnnotatedArticle, Entity, EntityId, Kind

Annotated = Callable[..., AnnotatedArticle]
Naming = Callable[[list[set[str]]], ArchiveIndex]


@pytest.fixture
def naming(annotated: Annotated) -> Naming:
    """An archive of an article a month, each with the names of those in it."""

    def build(articles: list[set[str]]) -> ArchiveIndex:
        names = sorted(set().union(*articles, {"actors/nobody"}))
        return build_index(
            [
                annotated(
                    " ".join(f"[x|{name}]" for name in sorted(named)),
                    id_=f"a{number:03}",
                    date=f"{2010 + number // 12}-{number % 12 + 1:02}",
                )
                for number, named in enumerate(articles)
            ],
            {EntityId(name): Entity(id=EntityId(name), path="", name=name) for name in names},
        )

    return build


def test_pairs_are_those_that_counting_finds(naming: Naming) -> None:
    random = Random(1)  # noqa: S311  # no secret: the same articles in every run
    names = [f"actors/{letter}" for letter in "abcdefghijkl"] + ["places/x", "glossary/y"]
    articles = [set(random.sample(names, random.randint(0, 6))) for _ in range(80)]
    index = naming(articles)
    pairs = find_pairs(index, Kind.ACTOR)
    expected = {}
    for one, other in combinations(names[:12], 2):
        together = [f"a{number:03}" for number, named in enumerate(articles) if {one, other} <= named]
        if together:
            dates = [index.articles[id_].article.date.text for id_ in sorted(index.articles) if id_ in together]
            expected[one, other] = (len(together), dates[0], dates[-1])
    assert {(p.one, p.other): (p.articles, p.first.text, p.last.text) for p in pairs} == expected
    assert list(pairs) == sorted(pairs, key=lambda p: (-p.articles, p.one, p.other))


def test_order_of_reading_changes_nothing(annotated: Annotated) -> None:
    texts = ["[x|actors/b] [x|actors/a]", "[x|actors/a] [x|actors/c]", "[x|actors/c] [x|actors/b]"]
    articles = [annotated(text, id_=f"a{number}") for number, text in enumerate(texts)]
    entities = {EntityId(f"actors/{n}"): Entity(id=EntityId(f"actors/{n}"), path="", name=n) for n in "abc"}
    one, other = build_index(articles, entities), build_index(articles[::-1], entities)
    assert find_pairs(one, Kind.ACTOR) == find_pairs(other, Kind.ACTOR)
    assert draw_out(one, find_pairs(one, Kind.ACTOR), 9, 9) == draw_out(other, find_pairs(other, Kind.ACTOR), 9, 9)


def _circle(size: int, times: int) -> list[set[str]]:
    """Each with the next, so many times."""
    return [{f"actors/n{n}", f"actors/n{(n + 1) % size}"} for n in range(size) for _ in range(times)]


@pytest.mark.parametrize(
    ("articles", "least"),
    [
        pytest.param([*_circle(12, 2), {"actors/z1", "actors/z2"}], 2, id="one shared article is chance"),
        pytest.param([*_circle(5, 2), {"actors/z1", "actors/z2"}], 1, id="in a small archive it counts"),
    ],
)
def test_a_pair_needs_two_articles_in_all_but_small_archives(
    articles: list[set[str]], least: int, naming: Naming
) -> None:
    index = naming(articles)
    network = draw_out(index, find_pairs(index, Kind.ACTOR), 60, 200)
    assert min(pair.articles for pair in network.pairs) == least
    assert ("actors/z1" in dict(network.articles)) is (least == 1)


def test_a_picture_holds_only_so_many_and_nobody_alone(naming: Naming) -> None:
    index = naming([*_circle(30, 2), *_circle(10, 3), {"actors/alone"}, {"actors/alone"}, {"actors/alone"}])
    network = draw_out(index, find_pairs(index, Kind.ACTOR), 8, 20)
    shown = dict(network.articles)
    assert len(shown) <= 8
    assert "actors/alone" not in shown
    assert {entity for pair in network.pairs for entity in (pair.one, pair.other)} == set(shown)
    assert list(network.articles) == sorted(network.articles, key=lambda item: (-item[1], item[0]))


def test_everybody_keeps_the_strongest_tie_before_others_get_their_second(naming: Naming) -> None:
    crowd = [{f"actors/n{n}" for n in range(6)}] * 5
    outsider = [{"actors/n0", "actors/out"}] * 2
    index = naming(crowd + outsider)
    network = draw_out(index, find_pairs(index, Kind.ACTOR), 60, 6)
    assert "actors/out" in dict(network.articles)
    assert len(network.pairs) == 6
