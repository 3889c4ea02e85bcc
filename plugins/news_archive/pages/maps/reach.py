"""Which places a map is fitted to, where one far away would make all others a single dot."""

from collections.abc import Sequence
from functools import lru_cache
from math import acos, cos, radians, sin
from typing import Protocol, TypeVar

_STRETCH = 1.5
"""How many times as far as these a place may be from the middle to be shown as well."""
_CLOSE_KM = 400
"""What is as near to the middle as that is shown in any case."""
_JUDGED = 24
"""How many places, the heaviest, decide where the middle is: the others weigh little, and each is compared with each."""
_EARTH_KM = 6371.0


class Weighed(Protocol):
    @property
    def position(self) -> tuple[float, float]:
        """Latitude and longitude in decimal degrees."""

    @property
    def weight(self) -> int: ...

    @property
    def is_here(self) -> bool: ...


AnyPlace = TypeVar("AnyPlace", bound=Weighed)


def nearest(places: Sequence[AnyPlace], share: float = 0.65) -> list[AnyPlace]:
    """The places that lie together, nearest to the middle first.

    The middle is the place from which the others, each with its weight, are least far, or the one that the map is
    about. Those nearest to it that hold this share of the weight are in, and what is not much farther away.
    """
    if not places:
        return []
    heres = [place for place in places if place.is_here]
    heaviest = sorted(places, key=lambda place: (-place.weight, place.position))[:_JUDGED]
    candidates = heres or heaviest
    middle = (
        candidates[0]
        if len(candidates) == 1
        else min(candidates, key=lambda place: (_total_km(place, heaviest), place.position))
    )
    ways = sorted(
        ((0.0 if place.is_here else distance_km(middle.position, place.position)), n) for n, place in enumerate(places)
    )
    total = sum(map(_weight, places))
    held, reach = 0, 0.0
    for km, n in ways:
        if held >= total * share and km > 0:
            break
        held += _weight(places[n])
        reach = km
    limit = max(reach * _STRETCH, _CLOSE_KM)
    return [places[n] for km, n in ways if km <= limit]


def _weight(place: Weighed) -> int:
    """The place that the map is about is on it anyhow; it must not outweigh the others."""
    return 0 if place.is_here else max(place.weight, 1)


def _total_km(place: Weighed, places: Sequence[Weighed]) -> float:
    return sum(max(other.weight, 1) * distance_km(place.position, other.position) for other in places)


def distance_km(one: tuple[float, float], other: tuple[float, float]) -> float:
    """The great circle between two positions, on a sphere."""
    if one == other:
        return 0.0
    (a, b, c), (x, y, z) = _direction(one), _direction(other)
    return _EARTH_KM * acos(max(-1.0, min(1.0, a * x + b * y + c * z)))


@lru_cache(maxsize=65_536)
def _direction(position: tuple[float, float]) -> tuple[float, float, float]:
    """A position as a vector of length 1: kept, for each place is measured against many."""
    latitude, longitude = map(radians, position)
    return cos(latitude) * cos(longitude), cos(latitude) * sin(longitude), sin(latitude)
