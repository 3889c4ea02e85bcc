"""Mercator's projection, and which part of the world a map shows.

Positions are (latitude, longitude) in decimal degrees, WGS 84. "Flat degrees" are Mercator's: east is the
longitude, north the stretched latitude, so that both have one scale at every place.
A frame is one of a fixed set, by quarters of doublings in scale and by cells of a grid, so that maps of neighbouring
places have the same frame and share what is drawn beneath their places.
"""

from collections.abc import Sequence
from dataclasses import dataclass
from itertools import pairwise
from math import asinh, atan, cos, degrees, floor, log2, radians, sinh, tan

FARTHEST = 84.0
"""Degrees of latitude, north and south, beyond which nothing is told apart: the projection has no poles."""
KM_PER_DEGREE = 111.32
"""Of a great circle."""
_LEAST_KM = 400
"""What a map shows at least, across its shorter side."""
_CELLS = 8
"""Parts of a map's width and height by which frames are moved against each other."""

Position = tuple[float, float]


@dataclass(frozen=True, slots=True, kw_only=True)
class MapSize:
    """The units of a map's drawing; one is about a pixel where it is shown in its usual width."""

    width: int
    height: int
    text: float
    """The height of letters, from line to line less leading."""
    padding: int
    """What is kept free beside the outermost places, for their circles and names."""


WIDE = MapSize(width=960, height=600, text=14, padding=48)
"""For columns of 860 pixels and more."""
PHONE = MapSize(width=360, height=360, text=14, padding=26)
"""For a telephone held upright."""
SMALL = MapSize(width=360, height=270, text=14, padding=26)
"""Beside or beneath an article."""


def flat_north(latitude: float) -> float:
    """The latitude as Mercator stretches it, in flat degrees."""
    return degrees(asinh(tan(radians(max(-FARTHEST, min(FARTHEST, latitude))))))


def latitude_of(north: float) -> float:
    """The latitude of a stretched one; the inverse of `flat_north`."""
    return degrees(atan(sinh(radians(north))))


@dataclass(frozen=True, slots=True, kw_only=True)
class Frame:
    """A part of the world, and how it is drawn."""

    size: MapSize
    zoom: int
    """Quarters of a doubling: the scale is two to the power of a quarter of it."""
    column: int
    row: int
    """Where the centre is, in cells from longitude and latitude zero; a cell is an eighth of the map."""

    @property
    def scale(self) -> float:
        """Units of the drawing to a flat degree."""
        return _scale(self.zoom)

    @property
    def centre(self) -> tuple[float, float]:
        """East and north in flat degrees."""
        size = self.size
        return self.column * size.width / _CELLS / self.scale, self.row * size.height / _CELLS / self.scale

    def place(self, latitude: float, longitude: float) -> tuple[float, float]:
        """Where a position is drawn: x to the right, y downwards. May be beyond the map's edges."""
        east, north = self.centre
        way = (longitude - east + 180) % 360 - 180
        size, scale = self.size, self.scale
        return size.width / 2 + way * scale, size.height / 2 - (flat_north(latitude) - north) * scale

    def holds(self, latitude: float, longitude: float, margin: float = 8) -> bool:
        """Whether a position is on the map, at least `margin` units from its edges."""
        x, y = self.place(latitude, longitude)
        size = self.size
        return margin <= x <= size.width - margin and margin <= y <= size.height - margin

    @property
    def km_per_unit(self) -> float:
        """At the map's centre."""
        return KM_PER_DEGREE * cos(radians(latitude_of(self.centre[1]))) / self.scale


def frame_around(positions: Sequence[Position], size: MapSize) -> Frame:
    """The closest frame of the set that shows all positions. ValueError where there is none."""
    if not positions:
        raise ValueError("A map of no place has no frame")
    west, span = _stretch([longitude for _, longitude in positions])
    norths = [flat_north(latitude) for latitude, _ in positions]
    south, north = min(norths), max(norths)
    # The middle moves by up to half a cell to the grid, on either side.
    width = size.width * (1 - 1 / _CELLS) - 2 * size.padding
    height = size.height * (1 - 1 / _CELLS) - 2 * size.padding
    middle = latitude_of((south + north) / 2)
    closest = min(size.width, size.height) * KM_PER_DEGREE * cos(radians(middle)) / _LEAST_KM
    scales = [closest, *(room / need for room, need in ((width, span), (height, north - south)) if need)]
    # The rounding in the division above must not push a place over the edge.
    zoom = floor(4 * log2(min(scales)) + 1e-9)
    cell_x, cell_y = size.width / _CELLS / _scale(zoom), size.height / _CELLS / _scale(zoom)
    east = (west + span / 2 + 180) % 360 - 180
    return Frame(size=size, zoom=zoom, column=round(east / cell_x), row=round((south + north) / 2 / cell_y))


def _scale(zoom: int) -> float:
    return float(2 ** (zoom / 4))


def _stretch(longitudes: Sequence[float]) -> tuple[float, float]:
    """The western end and the width of the shortest stretch that has all longitudes: all but the largest gap."""
    ordered = sorted({longitude % 360 for longitude in longitudes})
    gaps = [(later - earlier, later % 360) for earlier, later in pairwise([*ordered, ordered[0] + 360])]
    gap, west = max(gaps, key=lambda item: (item[0], -item[1]))
    return west, max(0.0, 360 - gap)
