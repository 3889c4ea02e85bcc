"""Path data of lines and areas, as short as it can be: tenths of a unit, each point as the way from the last."""

from collections.abc import Iterable

import shapely


def path_data(geometry: shapely.Geometry) -> str:
    """What an SVG path's `d` says of lines and areas; what is neither is left out."""
    return "".join(_data(part) for part in _lines(geometry))


def _lines(geometry: shapely.Geometry) -> Iterable[tuple[list[tuple[float, float]], bool]]:
    """The points of every line and ring, and whether it is closed."""
    match geometry:
        case shapely.Polygon():
            yield from ((_points(ring), True) for ring in (geometry.exterior, *geometry.interiors) if ring.coords)
        case shapely.LineString():
            yield _points(geometry), False
        case shapely.MultiPolygon() | shapely.MultiLineString() | shapely.GeometryCollection():
            for part in geometry.geoms:
                yield from _lines(part)


def _points(line: shapely.LineString) -> list[tuple[float, float]]:
    return [(x, y) for x, y, *_ in line.coords]


def _data(line: tuple[list[tuple[float, float]], bool]) -> str:
    points, is_closed = line
    # Whole tenths: the ways add up to where the line is, however many there are.
    tenths = [(round(x * 10), round(y * 10)) for x, y in points]
    (left, top), *rest = tenths
    steps: list[str] = []
    x, y = left, top
    for to_x, to_y in rest[:-1] if is_closed else rest:
        if (to_x, to_y) != (x, y):
            steps.append(_pair(to_x - x, to_y - y))
            x, y = to_x, to_y
    if len(steps) < (2 if is_closed else 1):
        return ""
    ways = "".join(step if step.startswith("-") or not n else f" {step}" for n, step in enumerate(steps))
    return f"M{_pair(left, top)}l{ways}{'z' if is_closed else ''}"


def _pair(x: int, y: int) -> str:
    second = decimal(y)
    return decimal(x) + (second if second.startswith("-") else f" {second}")


def decimal(tenths: int) -> str:
    """A number of tenths as SVG reads it: `12.5`, `-.5`, `3`."""
    sign = "-" if tenths < 0 else ""
    whole, rest = divmod(abs(tenths), 10)
    if not rest:
        return f"{sign}{whole}" if whole else "0"
    return f"{sign}{whole or ''}.{rest}"
