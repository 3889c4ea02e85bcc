"""Advice on where places are: those that no map can show, and those far from what they are part of."""

from collections import defaultdict
from collections.abc import Iterator, Mapping, Sequence
from statistics import median

from news_archive.matching.rules.evidence import kilometres
from news_archive.model import Entity, EntityId, Finding, Place, Severity

Point = tuple[float, float]
"""Latitude and longitude in decimal degrees."""

_WITHOUT_A_POINT = frozenset({"country", "state", "continent", "region", "ocean", "sea", "desert"})
"""Types of places so large, or with so vague a border, that one point would say nothing of where they are."""
_REACH_KM = {
    **dict.fromkeys(("city", "town", "village", "camp", "neighbourhood", "district", "subdistrict", "county"), 150),
    **dict.fromkeys(("governorate", "province"), 600),
}
"""By the type of the whole, how far its parts may be from its middle where too few of them tell: generous, for a
mistake in coordinates (a sign, the two numbers swapped, a place of the same name) is most often thousands of km."""
_TELLING = 3
"""So many other parts tell how far a whole reaches."""
_STRETCH = 3
"""So many times as far as the others a part may be."""
_LEAST_KM = 50
_LEAST_KM_OF_LARGE = 400
"""The same in a country, where the places that news names first lie close together."""


def check_places(entities: Mapping[EntityId, Entity]) -> Iterator[Finding]:
    """Notes on places without a point, and on those that lie far from what they are part of."""
    places = {id_: entity for id_, entity in entities.items() if isinstance(entity, Place)}
    parts: dict[EntityId, list[Place]] = defaultdict(list)
    for place in places.values():
        if not _points(place) and (place.type or "").lower() not in _WITHOUT_A_POINT:
            message = "is missing, so no map shows this place. Write [latitude, longitude], or give a `line`"
            yield _note("missing-coordinates", place, message)
        for whole in place.part_of:
            if whole in places and _points(place):
                parts[whole].append(place)
    for whole_id, siblings in sorted(parts.items()):
        for place in siblings:
            yield from _check_distance(place, places[whole_id], [other for other in siblings if other is not place])


def _check_distance(place: Place, whole: Place, others: Sequence[Place]) -> Iterator[Finding]:
    middle = _points(whole)
    if not middle and len(others) >= _TELLING:
        firsts = [_points(other)[0] for other in others]
        middle = [(median(latitude for latitude, _ in firsts), median(longitude for _, longitude in firsts))]
    if not middle:
        return
    distances = sorted(_distance(_points(other), middle) for other in others)
    if len(others) >= _TELLING:
        # The farthest of many may be wrong itself.
        reach = distances[-2] if len(others) > _TELLING else distances[-1]
        least = _LEAST_KM_OF_LARGE if (whole.type or "").lower() in _WITHOUT_A_POINT else _LEAST_KM
        limit, told = max(_STRETCH * reach, least), f"most of its {len(others)} other parts within {reach:,.0f} km"
    elif (kind := (whole.type or "").lower()) in _REACH_KM:
        limit, told = _REACH_KM[kind], f"a {kind} reaches no farther than {_REACH_KM[kind]} km"
    else:
        return
    km = _distance(_points(place), middle)
    if km > limit:
        swapped = _distance([(b, a) for a, b in _points(place) if abs(b) <= 90], middle)
        hint = f". With the two numbers swapped it would be {swapped:,.0f} km" if swapped <= limit else ""
        message = (
            f"{place.name} lies {km:,.0f} km from {whole.name} ({whole.id}), which it is part of; {told}{hint}. "
            "Check `coordinates` and `part_of`"
        )
        yield _note("far-from-parent", place, message, (whole.path,))


def _points(place: Place) -> list[Point]:
    return [place.coordinates] if place.coordinates else list(place.line)


def _distance(some: Sequence[Point], others: Sequence[Point]) -> float:
    """In km, between the nearest two; endless where there are none."""
    return min((kilometres(one, other) for one in some for other in others), default=float("inf"))


def _note(rule: str, place: Place, message: str, others: tuple[str, ...] = ()) -> Finding:
    field = "coordinates" if place.coordinates or not place.line else "line"
    return Finding(
        rule=rule,
        severity=Severity.INFO,
        path=place.path,
        line=place.field_lines.get(field),
        field=field,
        message=message,
        others=others,
    )
