"""Which places of an archive are points on a map, which are areas and which are lines."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from news_archive.archive import ArchiveIndex
from news_archive.model import EntityId, Place
from news_archive.pages.maps.courses import Lines, line_through
from news_archive.pages.maps.reach import distance_km
from news_archive.pages.maps.world import country_names, the_world

_PART_KM = 10
"""A town's quarter is nearer to it than that, so it stays a point; a region's towns are farther from its middle."""


@dataclass(frozen=True, slots=True, kw_only=True)
class MappedPlaces:
    points: Mapping[EntityId, Place]
    """Towns, villages, sites: what a circle can stand for."""
    areas: Mapping[EntityId, Place]
    """Countries and regions, with coordinates somewhere in them: a circle there would hide towns and say nothing."""
    lines: Mapping[EntityId, Place]
    """Rivers, roads, borders; those with coordinates and those without."""
    drawn_lines: Lines
    """The same, as they run across maps."""

    def position_of(self, id_: EntityId) -> tuple[float, float] | None:
        place = self.points.get(id_) or self.areas.get(id_) or self.lines.get(id_)
        return place.coordinates if place else None

    def is_placed(self, id_: EntityId) -> bool:
        """Whether it has coordinates or a line."""
        return id_ in self.points or id_ in self.areas or id_ in self.lines


def mapped_places(index: ArchiveIndex) -> MappedPlaces:
    """Every place with coordinates or a line, by id.

    A line is what has a `line`. An area is what has a part that is farther than `_PART_KM` from it, or has the name
    of the country that its coordinates are in.
    """
    points: dict[EntityId, Place] = {}
    areas: dict[EntityId, Place] = {}
    lines: dict[EntityId, Place] = {}
    for id_, entity in index.entities.items():
        match entity:
            case Place(line=(_, _, *_)):
                lines[id_] = entity
            case Place(coordinates=(_, _)):
                parts = [index.entities[part] for part in index.parts.get(id_, ()) if part in index.entities]
                (areas if _is_area(entity, parts) else points)[id_] = entity
    drawn = Lines(line_through(id_, place.name, place.line) for id_, place in lines.items())
    return MappedPlaces(points=points, areas=areas, lines=lines, drawn_lines=drawn)


def _is_area(place: Place, parts: Sequence[object]) -> bool:
    if place.coordinates is None:
        return False
    for part in parts:
        if isinstance(part, Place):
            positions = (*part.line, *((part.coordinates,) if part.coordinates else ()))
            if any(distance_km(place.coordinates, position) > _PART_KM for position in positions):
                return True
    return place.name in country_names() and the_world().country_at(*place.coordinates) == place.name
