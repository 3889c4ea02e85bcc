"""How much room a text takes, and which boxes are still free. Widths are estimates on the safe side."""

from collections.abc import Iterable
from typing import NamedTuple
from unicodedata import combining, east_asian_width

COUNTRY_SPACING = 1.5
"""Units between the letters of a country's name."""
_WIDTHS = {letter: width for letters, width in [
    ("ijlI.,:;'|!", 0.3), (" ftr()-’/", 0.39), ("mwMW@—", 0.95), ("ABCDEFGHJKLNOPQRSTUVXYZ&%", 0.74),
] for letter in letters}  # fmt: skip
_OTHER = 0.6
_WHOLE = 1.05
"""Of scripts whose signs fill a square."""
_CELL = 40


class Box(NamedTuple):
    left: float
    top: float
    right: float
    bottom: float

    def meets(self, other: "Box") -> bool:
        return (
            self.left < other.right and other.left < self.right and self.top < other.bottom and other.top < self.bottom
        )


def text_width(text: str, height: float, spacing: float = 0) -> float:
    """About how wide a text is in a sans serif of this height, in the height's units."""
    return sum(_width(letter) * height + spacing for letter in text)


def _width(letter: str) -> float:
    if letter in _WIDTHS:
        return _WIDTHS[letter]
    if combining(letter):
        return 0
    return _WHOLE if east_asian_width(letter) in "WF" else _OTHER


class Room:
    """The boxes that are taken on a map. Found by cells of a grid, so that a question costs the same on a full map."""

    def __init__(self, width: float, height: float) -> None:
        self._edge = Box(0, 0, width, height)
        self._cells: dict[tuple[int, int], list[Box]] = {}

    def take(self, box: Box) -> None:
        for cell in _cells(box):
            self._cells.setdefault(cell, []).append(box)

    def is_free(self, box: Box) -> bool:
        """Whether a box is on the map and meets none that is taken."""
        edge = self._edge
        if box.left < 2 or box.top < 2 or box.right > edge.right - 2 or box.bottom > edge.bottom - 2:
            return False
        return not any(box.meets(other) for cell in _cells(box) for other in self._cells.get(cell, ()))


def _cells(box: Box) -> Iterable[tuple[int, int]]:
    rows = range(int(box.top) // _CELL, int(box.bottom) // _CELL + 1)
    return [(x, y) for x in range(int(box.left) // _CELL, int(box.right) // _CELL + 1) for y in rows]
