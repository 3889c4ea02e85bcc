"""Makes the map's data from Natural Earth's countries at 1:10m, once; the result is kept with the code.

    world_borders.py countries-10m.json

The input is a TopoJSON topology with an object `countries`, whose arcs two neighbours share. Arcs are simplified,
never polygons, so that neighbours still share them. What is written, and how it is read: `pages/maps/world.py`.
"""

import gzip
import json
import re
import sys
from collections import Counter
from collections.abc import Iterator
from pathlib import Path

import numpy as np
import numpy.typing as npt
import shapely

TARGET = Path(__file__).parents[1] / "plugins/news_archive/pages/maps/world.json.gz"
TOLERANCE = 0.01
"""Degrees; half a pixel on the closest map is about 0.004."""
STEP = 0.002
"""Degrees between two positions that the file can tell apart."""
SMALLEST = 0.0004
"""Square degrees, about 2 km by 2 km: smaller islands are left out, unless they are all that a country has."""
# The source shortens names for its own maps.
WORDS = {
    "Is": "Islands", "Rep": "Republic", "Dem": "Democratic", "Herz": "Herzegovina", "Fr": "French", "Br": "British",
    "Eq": "Equatorial", "St": "Saint", "Ter": "Territory", "I": "Island",
    "Vin": "Vincent", "Gren": "the Grenadines", "Barb": "Barbuda", "Geo": "Georgia",
}  # fmt: skip
COMPASS = {"N": "Northern", "S": "South", "W": "Western"}
NAMES = {"Dem. Rep. Congo": "DR Congo", "Congo": "Republic of the Congo", "Macedonia": "North Macedonia"}

Points = npt.NDArray[np.int64]
Polygon = list[list[int]]


def main(source: Path) -> None:
    topology = json.loads(source.read_text("utf-8"))
    arcs = [_absolute(arc, topology["transform"]) for arc in topology["arcs"]]
    countries = {
        _name(shape["properties"]["name"]): list(_polygons(shape))
        for shape in topology["objects"]["countries"]["geometries"]
    }
    countries = {name: _without_islets(polygons, arcs) for name, polygons in sorted(countries.items())}
    small = _simplified(arcs, countries)
    data = _packed(small, countries)
    text = json.dumps(data, ensure_ascii=False, separators=(",", ":"))
    with TARGET.open("wb") as file, gzip.GzipFile("", "wb", 9, file, mtime=0) as packed:
        packed.write(text.encode())
    print(f"{len(countries)} countries, {sum(map(len, small))} points, {TARGET.stat().st_size:,} bytes")


def _absolute(arc: list[list[int]], transform: dict[str, list[float]]) -> npt.NDArray[np.float64]:
    """An arc in degrees; one that crosses the antimeridian goes on beyond 180."""
    points: npt.NDArray[np.float64] = np.cumsum(np.array(arc), axis=0) * transform["scale"] + transform["translate"]
    points[:, 0] = np.unwrap(points[:, 0], period=360)
    return points


def _name(short: str) -> str:
    if short in NAMES:
        return NAMES[short]
    name = re.sub(r"^([NSW])\. ", lambda m: f"{COMPASS[m[1]]} ", short)
    return re.sub(r"\b([A-Z][a-z]*)\.", lambda m: WORDS.get(m[1], m[0]), name)


def _polygons(shape: dict[str, object]) -> Iterator[Polygon]:
    match shape:
        case {"type": "Polygon", "arcs": list(rings)}:
            yield rings
        case {"type": "MultiPolygon", "arcs": list(polygons)}:
            yield from polygons


def _ring(
    arcs: list[npt.NDArray[np.float64]] | list[Points], numbers: list[int], turn: float = 360
) -> npt.NDArray[np.float64]:
    """A ring's points; `turn` is once round the world, in the arcs' unit."""
    parts = [arcs[n] if n >= 0 else arcs[~n][::-1] for n in numbers]
    points = np.concatenate([*(part[:-1] for part in parts), parts[-1][-1:]]).astype(float)
    points[:, 0] = np.unwrap(points[:, 0], period=turn)
    return points


def _without_islets(polygons: list[Polygon], arcs: list[npt.NDArray[np.float64]]) -> list[Polygon]:
    outlines = [_ring(arcs, polygon[0]) for polygon in polygons]
    areas = [shapely.Polygon(outline).area if len(outline) > 3 else 0.0 for outline in outlines]
    least = min(SMALLEST, max(areas))
    return [polygon for polygon, area in zip(polygons, areas, strict=True) if area >= least]


def _simplified(arcs: list[npt.NDArray[np.float64]], countries: dict[str, list[Polygon]]) -> list[Points]:
    """Every arc in steps of `STEP`; where a polygon would cross itself, the arcs that meet there are simplified less."""
    polygons = [polygon for of_country in countries.values() for polygon in of_country]
    tolerances = [TOLERANCE] * len(arcs)
    small = [_thinned(arc, TOLERANCE) for arc in arcs]
    while polygons:
        crossings = {n for polygon in polygons for n in _crossing(small, polygon) if tolerances[n] > 0}
        for n in crossings:
            tolerances[n] = tolerances[n] / 2 if tolerances[n] > TOLERANCE / 8 else 0
            small[n] = _thinned(arcs[n], tolerances[n])
        polygons = [polygon for polygon in polygons if crossings & {_number(n) for ring in polygon for n in ring}]
    return small


def _number(n: int) -> int:
    """The arc that a ring means; one that it runs backwards is given as its complement."""
    return n if n >= 0 else ~n


def _crossing(arcs: list[Points], polygon: Polygon) -> list[int]:
    """The arcs that meet where a polygon crosses or touches itself; all, where it is no polygon any longer."""
    numbers = [_number(n) for ring in polygon for n in ring]
    rings = [_ring(arcs, ring, 360 / STEP) for ring in polygon]
    if any(len(ring) < 4 for ring in rings):
        return numbers
    if abs(rings[0][0, 0] - rings[0][-1, 0]) > 1:
        return []  # round a pole, so it has no area on a plane
    reason = shapely.is_valid_reason(shapely.Polygon(rings[0], rings[1:]))
    place = re.search(r"\[(\S+) (\S+)\]", reason)
    if place is None:
        return []
    where = shapely.Point(float(place[1]), float(place[2]))
    turns = (shapely.Point(where.x + turn / STEP, where.y) for turn in (-360, 0, 360))
    near = shapely.union_all(list(turns)).buffer(2)
    return [n for n in numbers if shapely.LineString(arcs[n]).intersects(near)]


def _thinned(arc: npt.NDArray[np.float64], tolerance: float) -> Points:
    line = shapely.simplify(shapely.LineString(arc), tolerance, preserve_topology=False)
    steps = np.rint(shapely.get_coordinates(line) / STEP).astype(np.int64)
    moved = np.any(np.diff(steps, axis=0) != 0, axis=1)
    return steps[np.concatenate([[True], moved])] if moved.any() else steps[:2]


def _packed(arcs: list[Points], countries: dict[str, list[Polygon]]) -> dict[str, object]:
    """What the file says; arcs that no country uses any longer are gone."""
    uses = Counter(_number(n) for polygons in countries.values() for p in polygons for ring in p for n in ring)
    kept = sorted(uses)
    new = {old: number for number, old in enumerate(kept)}
    points = np.concatenate([arcs[n] for n in kept])
    moves = np.diff(points, axis=0, prepend=0)
    return {
        "step": STEP,
        "lengths": [len(arcs[n]) for n in kept],
        "east": moves[:, 0].tolist(),
        "north": moves[:, 1].tolist(),
        "borders": [new[n] for n in kept if uses[n] > 1],
        "countries": {
            name: [[[new[n] if n >= 0 else ~new[~n] for n in ring] for ring in polygon] for polygon in polygons]
            for name, polygons in countries.items()
        },
    }


if __name__ == "__main__":
    main(Path(sys.argv[1]))
