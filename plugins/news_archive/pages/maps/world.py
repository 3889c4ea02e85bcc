"""The borders of the world, read once from `world.json.gz` when the first map is drawn.

The file is JSON. Its lines ("arcs") are those that two neighbours share, and coasts:

step        degrees of one unit
lengths     the number of points of each arc
east, north all points of all arcs in their order, each as the way from the point before it, in units
borders     the numbers of the arcs that two countries share
countries   name -> polygons, each a list of rings, each a list of arcs; `~n` is arc n backwards

Everything here is in "flat degrees": longitude, and latitude as Mercator's projection stretches it.
"""

import gzip
import json
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from functools import cache
from pathlib import Path
from typing import TypedDict

import numpy as np
import numpy.typing as npt
import shapely

from news_archive.pages.maps.projection import FARTHEST, flat_north

_FILE = Path(__file__).with_name("world.json.gz")

_TOLERANCES = (0.15, 0.05, 0.015)
"""Flat degrees by which lines are thinned for maps of half the world, of a continent, and of large countries."""

Points = npt.NDArray[np.float64]
Geometries = Sequence[shapely.Geometry]


class _Packed(TypedDict):
    step: float
    lengths: list[int]
    east: list[int]
    north: list[int]
    borders: list[int]
    countries: dict[str, list[list[list[int]]]]


@dataclass(frozen=True, slots=True)
class World:
    polygons: Sequence[shapely.Polygon]
    """Those that cross the antimeridian go on beyond 180."""
    names: Sequence[str]
    """The country of each polygon."""
    borders: Sequence[shapely.LineString]
    """Lines that two countries share; not coasts."""
    polygon_tree: shapely.STRtree
    border_tree: shapely.STRtree

    def country_at(self, latitude: float, longitude: float) -> str | None:
        """The country that a position is in; None at sea."""
        points = [shapely.Point(longitude + turn, flat_north(latitude)) for turn in (0, 360, -360)]
        found = sorted(int(n) for p in points for n in self.polygon_tree.query(p, predicate="intersects"))
        return self.names[found[0]] if found else None


def the_world(scale: float = 1000) -> World:
    """The world in the detail that a map of `scale` units to a flat degree can show."""
    return _world(next((tolerance for tolerance in _TOLERANCES if tolerance <= 0.4 / scale), 0.0))


@cache
def country_names() -> frozenset[str]:
    """Of all countries, also of those that are too small for the file."""
    return frozenset(_packed()["countries"])


@cache
def _packed() -> _Packed:
    packed: _Packed = json.loads(gzip.decompress(_FILE.read_bytes()))
    return packed


@cache
def _world(tolerance: float) -> World:
    """Unpacked, and thinned by `tolerance` flat degrees; takes about a quarter of a second, once."""
    packed = _packed()
    arcs = _unpack(packed)
    if tolerance:
        # Arcs and not polygons, so that neighbours keep their common border.
        arcs = [shapely.get_coordinates(shapely.LineString(arc).simplify(tolerance)) for arc in arcs]
    polygons: list[shapely.Polygon] = []
    names: list[str] = []
    for name, of_country in packed["countries"].items():
        for rings in of_country:
            shell, *holes = (_ring(arcs, ring) for ring in rings)
            if len(shell) > 3:
                polygons.append(shapely.Polygon(shell, [_beside(hole, shell) for hole in holes if len(hole) > 3]))
                names.append(name)
    borders = [shapely.LineString(arcs[n]) for n in packed["borders"]]
    return World(polygons, names, borders, shapely.STRtree(polygons), shapely.STRtree(borders))


def _unpack(packed: _Packed) -> list[Points]:
    """Each arc as an array of points."""
    points = np.column_stack((np.cumsum(packed["east"]), np.cumsum(packed["north"]))) * packed["step"]
    latitudes = np.radians(np.clip(points[:, 1], -FARTHEST, FARTHEST))
    points[:, 1] = np.degrees(np.arcsinh(np.tan(latitudes)))
    return np.split(points, np.cumsum(packed["lengths"])[:-1])


def _ring(arcs: Sequence[Points], numbers: Sequence[int]) -> Points:
    parts = [arcs[n] if n >= 0 else arcs[~n][::-1] for n in numbers]
    points = np.concatenate([*(part[:-1] for part in parts), parts[-1][-1:]])
    # Whole turns, and none for most: those stay exactly where the neighbours have them.
    turns = np.cumsum(np.round(np.diff(points[:, 0], prepend=points[0, 0]) / 360))
    points[:, 0] -= 360 * (turns - np.round(np.median(turns)))
    if abs(points[0, 0] - points[-1, 0]) > 180:
        # A land round a pole: closed along the map's lower edge.
        edge = flat_north(-FARTHEST)
        points = np.concatenate([points, [[points[-1, 0], edge], [points[0, 0], edge], points[0]]])
    return points


def _beside(hole: Points, shell: Points) -> Points:
    """A hole on the same turn round the world as its shell."""
    turns = round((shell[:, 0].mean() - hole[0, 0]) / 360)
    beside: Points = hole + np.array([360 * turns, 0])
    return beside


def names_of(world: World, numbers: Sequence[int]) -> Mapping[str, list[shapely.Polygon]]:
    """Polygons by country, in alphabetical order."""
    by_name: dict[str, list[shapely.Polygon]] = {}
    for n in sorted(numbers):
        by_name.setdefault(world.names[n], []).append(world.polygons[n])
    return by_name
