"""How the course of a river, a road or a border runs across a map, and where its name can stand along it."""

from collections import Counter
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from functools import lru_cache
from itertools import pairwise
from math import atan2, ceil, cos, degrees, hypot, sin

import shapely

from news_archive.model import EntityId
from news_archive.pages.maps.cut import cut, turns, window
from news_archive.pages.maps.ground import ground_of
from news_archive.pages.maps.letters import Box, Room, text_width
from news_archive.pages.maps.outlines import path_data
from news_archive.pages.maps.projection import Frame, Position, flat_north

_STEPS = 5
"""Pieces of a curve between two points that the editor gave."""
_STRAIGHT = 0.93
"""How much of a name's width the way as the crow flies must be, where the name stands."""
_CHOICES = 8
_FRAMES = 1024
"""Frames whose lines are kept."""
_LEVEL = 5
"""Degrees up to which one box is enough for a text."""
_BESIDE = 2
"""Units from a line within which it runs through a text."""


@dataclass(frozen=True, slots=True, kw_only=True, eq=False)
class Line:
    """A place that is a line: a river, a road, a border."""

    id: EntityId
    name: str
    curve: shapely.LineString
    """Smooth, in flat degrees; goes on beyond 180."""


@dataclass(frozen=True, slots=True, kw_only=True)
class CourseName:
    """Where a name can stand."""

    x: float
    """Its middle."""
    y: float
    turn: float
    """Radians, clockwise."""
    width: float
    height: float

    def boxes(self) -> Iterator[Box]:
        """The room that it takes: small boxes along a turned text, for one around it would take far too much."""
        width, height = self.width, self.height
        is_turned = abs(degrees(self.turn)) > _LEVEL
        count = ceil(width / height) if is_turned else 1
        half_width = (height if is_turned else width) / 2
        x_step, y_step = cos(self.turn) * width / count, sin(self.turn) * width / count
        for n in range(count):
            x, y = self.x + x_step * (n + 0.5 - count / 2), self.y + y_step * (n + 0.5 - count / 2)
            yield Box(x - half_width, y - height / 2, x + half_width, y + height / 2)


@dataclass(frozen=True, slots=True, kw_only=True)
class DrawnLine:
    path: str
    """Path data."""
    crossed: frozenset[Box]
    """Where names of countries can stand that the line would run through."""


def line_through(id_: EntityId, name: str, points: Sequence[Position]) -> Line:
    """A smooth line through two points or more; one that crosses 180 degrees goes on beyond it."""
    easts = [points[0][1]]
    for (_, before), (_, longitude) in pairwise(points):
        easts.append(easts[-1] + (longitude - before + 180) % 360 - 180)
    norths = [flat_north(latitude) for latitude, _ in points]
    return Line(id=id_, name=name, curve=shapely.LineString(_curve(list(zip(easts, norths, strict=True)))))


class Lines:
    """The lines of an archive. Keeps which of them cross a map: neighbouring articles share frames."""

    def __init__(self, lines: Iterable[Line]) -> None:
        self._lines = tuple(lines)
        self._tree = shapely.STRtree([line.curve for line in self._lines])
        self.on = lru_cache(maxsize=_FRAMES)(self._on)

    def _on(self, frame: Frame) -> "LinesOnMap":
        lengths: Counter[Line] = Counter()
        for turn in turns(frame):
            edges = window(frame, turn)
            # The tree knows bounds only: some of these are not on the map.
            found = self._tree.query(shapely.box(*edges))
            cut_lines = shapely.clip_by_rect(self._tree.geometries[found], *edges)
            for n, length in zip(found.tolist(), shapely.length(cut_lines).tolist(), strict=True):
                lengths[self._lines[n]] += length * frame.scale
        return LinesOnMap(frame, lengths)


class LinesOnMap:
    """The lines that cross a map, each drawn when it is first asked for and then kept."""

    def __init__(self, frame: Frame, lengths: Mapping[Line, float]) -> None:
        """`lengths` are those of the lines' parts on the map, in units of the drawing; specks are left out."""
        self._frame = frame
        seen = [line for line, length in lengths.items() if length >= frame.size.text]
        self.longest = tuple(sorted(seen, key=lambda line: (-lengths[line], line.id)))
        """All of them, by what the map shows of them."""
        self.by_id = {line.id: line for line in self.longest}
        self._drawn: dict[Line, DrawnLine] = {}
        self._names: dict[Line, tuple[CourseName, ...]] = {}

    def drawn(self, line: Line) -> DrawnLine:
        if line not in self._drawn:
            self._drawn[line] = _draw(self._frame, line)
        return self._drawn[line]

    def names(self, line: Line) -> tuple[CourseName, ...]:
        """Where its name can stand, the best first."""
        if line not in self._names:
            longest = max(_parts(self._frame, line), key=lambda part: part.length)
            self._names[line] = _names(self._frame, line.name, longest)
        return self._names[line]


def _parts(frame: Frame, line: Line) -> list[shapely.LineString]:
    parts = (part for turn in turns(frame) for part in cut(frame, [line.curve], turn))
    flat = (each for part in parts for each in shapely.get_parts(shapely.simplify(part, 0.4)))
    return [part for part in flat if isinstance(part, shapely.LineString)]


def _draw(frame: Frame, line: Line) -> DrawnLine:
    parts = shapely.MultiLineString(_parts(frame, line))
    boxes = [box for country in ground_of(frame).names for box in country.boxes]
    meets = shapely.dwithin(parts, [shapely.box(*box) for box in boxes], _BESIDE)
    return DrawnLine(
        path=path_data(parts), crossed=frozenset(box for box, is_met in zip(boxes, meets, strict=True) if is_met)
    )


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
    # A name must not run over the map's edges.
    empty = Room(size.width, size.height)
    found: list[tuple[float, CourseName]] = []
    begin = 0.0
    while begin + width <= line.length:
        a, b = line.interpolate(begin), line.interpolate(begin + width)
        begin += max(10, width / 2)
        left, right = sorted([(a.x, a.y), (b.x, b.y)])
        if hypot(right[0] - left[0], right[1] - left[1]) < width * _STRAIGHT:
            continue
        turn = atan2(right[1] - left[1], right[0] - left[0])
        # Above the line, so that it runs beneath the letters and not through them.
        x = (left[0] + right[0]) / 2 + sin(turn) * size.text * 0.7
        y = (left[1] + right[1]) / 2 - cos(turn) * size.text * 0.7
        place = CourseName(x=x, y=y, turn=turn, width=width, height=size.text)
        if not all(map(empty.is_free, place.boxes())):
            continue
        found.append((hypot(x - size.width / 2, y - size.height / 2), place))
    return tuple(place for _, place in sorted(found, key=lambda item: (item[0], item[1].x))[:_CHOICES])
