"""How the course of a river, a road or a border runs across a map, and where its name can stand along it."""

from dataclasses import dataclass
from functools import lru_cache
from itertools import pairwise
from math import atan2, ceil, cos, degrees, hypot, sin

import shapely

from news_archive.pages.maps.letters import Box, text_width
from news_archive.pages.maps.outlines import path_data
from news_archive.pages.maps.projection import Frame, Position

_STEPS = 5
"""Pieces of a curve between two points that the editor gave."""
_STRAIGHT = 0.93
"""How much of a name's width the way as the crow flies must be, where the name stands."""
_CHOICES = 24
_PITCH = 12
"""Units between the points by which other names keep off the line."""


@dataclass(frozen=True, slots=True, kw_only=True)
class CourseName:
    """Where a name can stand: its middle, its turn in degrees clockwise, and the room that it takes."""

    x: float
    y: float
    turn: float
    boxes: tuple[Box, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class DrawnCourse:
    line: str
    """Path data."""
    names: tuple[CourseName, ...]
    """Where the name can stand, the best first."""
    beads: tuple[Box, ...]
    """Small boxes along the line."""


@lru_cache(maxsize=4096)
def course_on(frame: Frame, name: str, points: tuple[Position, ...]) -> DrawnCourse | None:
    """The part of a course that is on the map; None where nothing is."""
    size = frame.size
    if len(points) < 2:
        return None
    curve = shapely.LineString(_curve(_placed(frame, points)))
    parts = shapely.clip_by_rect(curve, -4, -4, size.width + 4, size.height + 4)
    if parts.is_empty or parts.length < size.text:
        return None
    parts = shapely.simplify(parts, 0.4)
    lines = [line for line in shapely.get_parts(parts) if isinstance(line, shapely.LineString)]
    beads = (line.interpolate(along) for line in lines for along in range(0, ceil(line.length), _PITCH))
    return DrawnCourse(
        line=path_data(parts),
        names=_names(frame, name, max(lines, key=lambda line: line.length)),
        beads=tuple(Box(p.x - 2, p.y - 2, p.x + 2, p.y + 2) for p in beads),
    )


def _placed(frame: Frame, points: tuple[Position, ...]) -> list[tuple[float, float]]:
    """In units of the drawing; a course that leaves the map on one side does not come back on the other."""
    x, y = frame.place(*points[0])
    placed = [(x, y)]
    for (_, before), (latitude, longitude) in pairwise(points):
        x += ((longitude - before + 180) % 360 - 180) * frame.scale
        placed.append((x, frame.place(latitude, longitude)[1]))
    return placed


def _curve(points: list[tuple[float, float]]) -> list[tuple[float, float]]:
    """A smooth line through all points (Catmull and Rom's)."""
    ends = [points[0], *points, points[-1]]
    curve: list[tuple[float, float]] = []
    for a, b, c, d in zip(ends, ends[1:], ends[2:], ends[3:], strict=False):
        for step in range(_STEPS):
            t = step / _STEPS
            curve.append((_between(t, a[0], b[0], c[0], d[0]), _between(t, a[1], b[1], c[1], d[1])))
    return [*curve, points[-1]]


def _between(t: float, a: float, b: float, c: float, d: float) -> float:
    return b + t * (c - a + t * (2 * a - 5 * b + 4 * c - d + t * (3 * (b - c) + d - a))) / 2


def _names(frame: Frame, name: str, line: shapely.LineString) -> tuple[CourseName, ...]:
    """Where the line is straight enough for its name; nearest to the map's middle first."""
    size = frame.size
    width = text_width(name, size.text)
    found: list[tuple[float, CourseName]] = []
    begin = 0.0
    while begin + width <= line.length:
        a, b = line.interpolate(begin), line.interpolate(begin + width)
        begin += max(10, width / 3)
        left, right = sorted([(a.x, a.y), (b.x, b.y)])
        if hypot(right[0] - left[0], right[1] - left[1]) < width * _STRAIGHT:
            continue
        turn = atan2(right[1] - left[1], right[0] - left[0])
        # Above the line, so that it runs beneath the letters and not through them.
        x = (left[0] + right[0]) / 2 + sin(turn) * size.text * 0.7
        y = (left[1] + right[1]) / 2 - cos(turn) * size.text * 0.7
        place = CourseName(
            x=round(x, 1), y=round(y, 1), turn=round(degrees(turn)), boxes=_boxes(x, y, turn, width, size.text)
        )
        found.append((hypot(x - size.width / 2, y - size.height / 2), place))
    return tuple(place for _, place in sorted(found, key=lambda item: (item[0], item[1].x))[:_CHOICES])


def _boxes(x: float, y: float, turn: float, width: float, height: float) -> tuple[Box, ...]:
    """Small boxes along a turned text, for one around it would take far too much."""
    count = ceil(width / height) if abs(degrees(turn)) > 5 else 1
    half_width = width / count / 2 if count == 1 else height / 2
    middles = ((n + 0.5) / count * width - width / 2 for n in range(count))
    return tuple(
        Box(cx - half_width, cy - height / 2, cx + half_width, cy + height / 2)
        for cx, cy in ((x + cos(turn) * along, y + sin(turn) * along) for along in middles)
    )
