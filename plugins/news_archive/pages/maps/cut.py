"""Shapes in flat degrees, cut to a map and turned into units of its drawing."""

from collections.abc import Iterable

import shapely
from shapely.affinity import affine_transform
from shapely.geometry.base import BaseGeometry

from news_archive.pages.maps.projection import Frame

_BEYOND = 4
"""Units that shapes reach over the map's edges, so that no edge is drawn as a coast."""


def turns(frame: Frame) -> Iterable[int]:
    """How many turns round the world to the east parts of the map can be; a shape may go on beyond 180."""
    east, _ = frame.centre
    half = frame.size.width / 2 / frame.scale
    return range(round((east - half) / 360) - 1, round((east + half) / 360) + 2)


def window(frame: Frame, turn: int) -> tuple[float, float, float, float]:
    """The map's edges in flat degrees, as those see it who went round the world: west, south, east, north."""
    east, north = frame.centre
    x = (frame.size.width / 2 + _BEYOND) / frame.scale
    y = (frame.size.height / 2 + _BEYOND) / frame.scale
    return east - 360 * turn - x, north - y, east - 360 * turn + x, north + y


def cut(frame: Frame, shapes: Iterable[BaseGeometry], turn: int) -> list[BaseGeometry]:
    """The parts of shapes that are on the map, in units of the drawing; those that are not are left out."""
    east, north = frame.centre
    scale = frame.scale
    matrix = [
        *(scale, 0, 0, -scale),
        frame.size.width / 2 - (east - 360 * turn) * scale,
        frame.size.height / 2 + north * scale,
    ]
    edges = window(frame, turn)
    parts = (shapely.clip_by_rect(shape, *edges) for shape in shapes)
    return [affine_transform(part, matrix) for part in parts if not part.is_empty]
