"""Who is named together: pairs of entities, and the articles that name both."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from itertools import combinations

from news_archive.archive.index import ArchiveIndex
from news_archive.model import ArticleId, EntityId, Kind, PartialDate, kind_of

_FEW = 12
"""With fewer pairs than these that share two articles, an archive is small, and one shared article counts."""


@dataclass(frozen=True, slots=True)
class Pair:
    """Two entities that the same articles name. It says nothing of how they stand to each other."""

    one: EntityId
    other: EntityId
    """After `one` by id."""
    articles: int
    first: PartialDate
    last: PartialDate


@dataclass(frozen=True, slots=True)
class Network:
    articles: tuple[tuple[EntityId, int], ...]
    """Each entity that is in a pair, and the articles that name it; most first, then by id."""
    pairs: tuple[Pair, ...]
    """Strongest first, then by ids."""


def find_pairs(index: ArchiveIndex, kind: Kind) -> tuple[Pair, ...]:
    """All pairs of a kind: most shared articles first, then by ids."""
    shared: dict[tuple[EntityId, EntityId], list[ArticleId]] = {}
    for article, named in index.named_in.items():
        for pair in combinations(sorted(entity for entity in named if kind_of(entity) is kind), 2):
            shared.setdefault(pair, []).append(article)
    return tuple(
        Pair(one, other, len(ids), index.article(ids[0]).date, index.article(ids[-1]).date)
        for (one, other), ids in sorted(shared.items(), key=lambda item: (-len(item[1]), item[0]))
    )


def draw_out(index: ArchiveIndex, pairs: Iterable[Pair], most_entities: int, most_pairs: int) -> Network:
    """The part that a picture can hold: the entities of the most articles, and the strongest pairs among these.

    A pair has two shared articles at least, in a small archive one; who is in no pair is left out.
    """
    among = tuple(pairs)
    twice = tuple(pair for pair in among if pair.articles > 1)
    paired = twice if len(twice) >= _FEW else among
    ranked = sorted(
        {entity for pair in paired for entity in (pair.one, pair.other)},
        key=lambda entity: (-len(index.articles_of[entity]), entity),
    )
    chosen = set(ranked[:most_entities])
    among_chosen = tuple(pair for pair in paired if pair.one in chosen and pair.other in chosen)
    # Of equally strong pairs the one with whom fewer articles name tells more.
    telling = sorted(
        among_chosen,
        key=lambda p: (-p.articles, len(index.articles_of[p.one]) * len(index.articles_of[p.other]), p.one, p.other),
    )
    strongest = _strongest(telling, most_pairs)
    kept = tuple(pair for pair in among_chosen if pair in strongest)
    shown = {entity for pair in kept for entity in (pair.one, pair.other)}
    return Network(tuple((entity, len(index.articles_of[entity])) for entity in ranked if entity in shown), kept)


def _strongest(pairs: Sequence[Pair], most: int) -> set[Pair]:
    """The first pair of each entity, so that none is left out for those named everywhere; then the first."""
    seen: set[EntityId] = set()
    own: list[Pair] = []
    rest: list[Pair] = []
    for pair in pairs:
        (own if {pair.one, pair.other} - seen else rest).append(pair)
        seen |= {pair.one, pair.other}
    return set([*own, *rest][:most])
