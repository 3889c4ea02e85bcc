"""Which of several entities of one name a text means, by what else it names. Where nothing tells, nothing is guessed.

In the order of their strength: the full name of one of them; what they are part of and tied to; for places, how near
they lie to the text's other places (the strongest rule for places on two corpora: 4 to 6 points of F1).
"""

from collections.abc import Collection
from math import asin, cos, radians, sin, sqrt

from news_archive.matching.profiles import Profiles
from news_archive.model import EntityId

_EARTH_RADIUS_KM = 6371
_NEARER = 3
"""How many times nearer one place must lie than the next for its nearness to tell."""
_APART_KM = 50
"""Two places nearer to each other than this can't be told apart by distance."""


def named_otherwise(rivals: Collection[EntityId], certain: Collection[EntityId]) -> EntityId | None:
    """The one rival that the text names by a name of its own; None where it names none, or several."""
    named = [rival for rival in rivals if rival in certain]
    return named[0] if len(named) == 1 else None


def tied(
    rivals: Collection[EntityId], certain: Collection[EntityId], profiles: Profiles
) -> tuple[EntityId, EntityId] | None:
    """The one rival that is tied to an entity of the text, and that entity; None where none is, or several are.

    Ties are parts and wholes, relations, and a common whole that is no whole of all rivals.
    """
    common = frozenset.intersection(*(profiles[rival].wholes for rival in rivals)) if rivals else frozenset()
    found: dict[EntityId, EntityId] = {}
    for rival in rivals:
        mine = profiles[rival]
        for other in sorted(certain):
            theirs = profiles.get(other)
            if theirs is None or other in rivals or other in common:
                continue
            shared = (mine.wholes & theirs.wholes) - common
            if other in mine.near or other in mine.wholes or shared:
                found[rival] = other
                break
    return next(iter(found.items())) if len(found) == 1 else None


def nearest_place(
    rivals: Collection[EntityId], certain: Collection[EntityId], profiles: Profiles
) -> tuple[EntityId, EntityId] | None:
    """The rival that lies much nearer to a place of the text than any other rival, and that place."""
    anchors = [
        (other, point)
        for other in sorted(certain)
        # The middle of a country is near to nothing in particular.
        if other in profiles
        and (point := profiles[other].where)
        and other not in rivals
        and profiles[other].type != "country"
    ]
    if not anchors:
        return None
    distances: list[tuple[float, EntityId, EntityId]] = []
    for rival in rivals:
        here = profiles[rival].where
        if here is None:
            return None
        distances.append(min((kilometres(here, point), rival, other) for other, point in anchors))
    distances.sort()
    (best, rival, anchor), (second, _, _) = distances[0], distances[1]
    return (rival, anchor) if second > _APART_KM and best * _NEARER < second else None


def kilometres(one: tuple[float, float], other: tuple[float, float]) -> float:
    """Great-circle distance of two points, given as latitude and longitude in degrees."""
    (lat1, lon1), (lat2, lon2) = (tuple(map(radians, point)) for point in (one, other))
    half = sin((lat2 - lat1) / 2) ** 2 + cos(lat1) * cos(lat2) * sin((lon2 - lon1) / 2) ** 2
    return 2 * _EARTH_RADIUS_KM * asin(sqrt(half))
