"""What lies beneath the places of a map: land, borders, and where the names of countries can stand.

Drawn once for a frame and kept, for neighbouring articles share frames. Clipping and simplifying is shapely's.
"""

from collections.abc import Sequence
from dataclasses import dataclass
from functools import lru_cache
from math import hypot

import numpy as np
import shapely
from shapely.affinity import affine_transform
from shapely.geometry.base import BaseGeometry

from news_archive.pages.maps.cut import cut, turns, window
from news_archive.pages.maps.letters import COUNTRY_SPACING, Box, text_width
from news_archive.pages.maps.outlines import path_data
from news_archive.pages.maps.projection import Frame
from news_archive.pages.maps.world import names_of, the_world

_TOLERANCE = 0.5
_COARSEST = 4.0
_SMALLEST = 6.0
"""Times the tolerance, in square units: smaller islands are not seen."""
_WORLD = 4.0
"""Units to a degree below which borders are left out: there they would be most of what one sees."""
_SPECK = 1.0
"""Square units of an island that is not even joined with its neighbours."""
_SHORTEST = 3.0
_LEAST_PER_POINT = 4
"""Characters that the way to a point takes, as a rule."""
_MOST = 3500
"""Characters of land and borders on any map, and one more for so many square units; three take about a byte as sent."""
_AREA_PER_CHARACTER = 70
_GRID = (36, 28)
"""Points at which a country's name is tried, across and down."""
_CHOICES = 6


@dataclass(frozen=True, slots=True, kw_only=True)
class CountryName:
    name: str
    """In capitals."""
    boxes: Sequence[Box]
    """Where it can stand, the best first; inside the country's visible part."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Ground:
    land: str
    """Path data; empty at sea."""
    borders: str
    names: Sequence[CountryName]
    """Of countries whose visible part has room for it; the largest part first."""


@lru_cache(maxsize=1024)
def ground_of(frame: Frame) -> Ground:
    """The ground of a frame."""
    world = the_world(frame.scale)
    countries: dict[str, list[BaseGeometry]] = {}
    borders: list[BaseGeometry] = []
    for turn in turns(frame):
        edges = shapely.box(*window(frame, turn))
        for name, polygons in names_of(world, world.polygon_tree.query(edges).tolist()).items():
            # The window of the tree is around the shape's bounds only: some shapes are not on the map.
            if parts := cut(frame, polygons, turn):
                countries.setdefault(name, []).extend(parts)
        borders += cut(frame, (world.borders[n] for n in sorted(world.border_tree.query(edges).tolist())), turn)
    sound = [_sound(part) for parts in countries.values() for part in parts if part.area >= _SPECK]
    seen = _merged(borders) if frame.scale >= _WORLD else shapely.MultiLineString()
    drawn_land, drawn_borders = _thinned(frame, shapely.union_all(sound), seen)
    return Ground(land=drawn_land, borders=drawn_borders, names=_names(frame, countries))


def _merged(lines: Sequence[BaseGeometry]) -> BaseGeometry:
    """Lines joined where they meet end to end, so that dashes run on."""
    flat = [part for line in lines for part in shapely.get_parts(line) if isinstance(part, shapely.LineString)]
    return shapely.line_merge(shapely.MultiLineString(flat))


def _thinned(frame: Frame, land: BaseGeometry, borders: BaseGeometry) -> tuple[str, str]:
    """Path data of both, thinned until they are short enough: a coast of skerries has more than can be seen.

    Thinned after the union: neighbours that are thinned each for itself would leave gaps.
    """
    most = _MOST + frame.size.width * frame.size.height // _AREA_PER_CHARACTER
    tolerance = _TOLERANCE
    while True:
        land, borders = shapely.simplify(land, tolerance), shapely.simplify(borders, tolerance)
        areas = [p for p in shapely.get_parts(land) if isinstance(p, shapely.Polygon)]
        seen = shapely.MultiPolygon([p for p in areas if p.area >= _SMALLEST * tolerance])
        lines = shapely.MultiLineString([p for p in shapely.get_parts(borders) if p.length >= _SHORTEST])
        points = shapely.get_num_coordinates(seen) + shapely.get_num_coordinates(lines)
        if tolerance >= _COARSEST or points * _LEAST_PER_POINT <= most:
            drawn = path_data(seen), path_data(lines)
            if tolerance >= _COARSEST or sum(map(len, drawn)) <= most:
                return drawn
        tolerance *= 1.5


def _sound(shape: BaseGeometry) -> BaseGeometry:
    """A shape that can be joined with others; cutting can leave one that touches itself."""
    return shape if shape.is_valid else shapely.make_valid(shape)


def _names(frame: Frame, countries: dict[str, list[BaseGeometry]]) -> tuple[CountryName, ...]:
    found: list[tuple[float, CountryName]] = []
    for name, parts in countries.items():
        largest = max(parts, key=lambda part: part.area)
        boxes = _boxes(frame, name.upper(), _sound(largest))
        if boxes:
            found.append((largest.area, CountryName(name=name.upper(), boxes=boxes)))
    return tuple(name for _, name in sorted(found, key=lambda item: (-item[0], item[1].name)))


def _boxes(frame: Frame, text: str, shape: BaseGeometry) -> tuple[Box, ...]:
    """Where a text can stand in a shape: those with most room first, and far from one another.

    The shape is stretched upwards until the text would be a square in it. Then the distance to the outline says
    whether an ellipse of the text's width and height has room.
    """
    size = frame.size
    width, height = text_width(text, size.text, COUNTRY_SPACING), size.text * 1.3
    left, top, right, bottom = shape.bounds
    if right - left < width or bottom - top < height:
        return ()
    stretch = width / height
    tall = shapely.clip_by_rect(shape, 8, 8, size.width - 8, size.height - 8)
    tall = affine_transform(shapely.simplify(tall, 1), [1, 0, 0, stretch, 0, 0])
    if tall.is_empty:
        return ()
    xs, ys = np.meshgrid(np.linspace(0, size.width, _GRID[0]), np.linspace(0, size.height * stretch, _GRID[1]))
    inside = shapely.contains_xy(tall, xs.ravel(), ys.ravel())
    points = np.column_stack((xs.ravel()[inside], ys.ravel()[inside]))
    rooms = np.round(shapely.distance(tall.boundary, shapely.points(points)), 1).tolist()
    order = sorted((-room, n) for n, room in enumerate(rooms) if room >= width / 2)
    places: list[tuple[float, float]] = []
    for _, n in order:
        x, y = round(float(points[n, 0]), 1), round(float(points[n, 1]) / stretch, 1)
        if all(hypot((x - a) / width, (y - b) / height) >= 1 for a, b in places):
            places.append((x, y))
        if len(places) == _CHOICES:
            break
    return tuple(Box(x - width / 2, y - height / 2, x + width / 2, y + height / 2) for x, y in places)
