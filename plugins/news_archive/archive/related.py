"""Earlier and later articles on the same actors and places, with the shared names as the reason.

For each article it looks at its most telling names (those in the fewest articles) and, in each name's
chronology, at the nearest few before and after. So the cost of an article does not grow with the archive.
"""

from bisect import bisect_left
from collections.abc import Mapping
from dataclasses import dataclass
from math import log

from news_archive.archive.index import ArchiveIndex
from news_archive.model import ArticleId, EntityId, Kind, kind_of

_NAMES = 6
_NEAREST = 4


@dataclass(frozen=True, slots=True)
class Related:
    article: ArticleId
    shared: tuple[EntityId, ...]
    """Actors and places that both name, the most telling first."""


def related_articles(
    index: ArchiveIndex, id_: ArticleId, positions: Mapping[ArticleId, int], most: int
) -> tuple[tuple[Related, ...], tuple[Related, ...]]:
    """At most `most` earlier and later articles, each by date; `positions` numbers all articles by date."""
    names = sorted(
        (entity for entity in index.named_in[id_] if kind_of(entity) is not Kind.TERM),
        key=lambda entity: (len(index.articles_of[entity]), entity),
    )[:_NAMES]
    here = positions[id_]
    shared: dict[int, list[EntityId]] = {}
    scores: dict[int, int] = {}
    for entity in names:
        ids = index.articles_of[entity]
        weight = round(1_000_000 * log((1 + len(positions)) / len(ids)))
        at = bisect_left(ids, here, key=positions.__getitem__)
        for other in (*ids[max(0, at - _NEAREST) : at], *ids[at + 1 : at + 1 + _NEAREST]):
            where = positions[other]
            shared.setdefault(where, []).append(entity)
            # Whole millionths: the order of additions must not decide between equals.
            scores[where] = scores.get(where, 0) + weight
    order = list(positions)

    def best(candidates: list[int]) -> tuple[Related, ...]:
        nearest = sorted(candidates, key=lambda where: (-scores[where], abs(where - here)))[:most]
        return tuple(Related(order[where], tuple(shared[where])) for where in sorted(nearest))

    return best([where for where in scores if where < here]), best([where for where in scores if where > here])
