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
        left, top, right, bottom = box
        if left < 2 or top < 2 or right > self._edge.right - 2 or bottom > self._edge.bottom - 2:
            return False
        # Spelled out: of a map's time, most goes here.
        for cell in _cells(box):
            for taken in self._cells.get(cell, ()):
                if taken[0] < right and left < taken[2] and taken[1] < bottom and top < taken[3]:
                    return False
        return True


def _cells(box: Box) -> Iterable[tuple[int, int]]:
    left, top = int(box.left) // _CELL, int(box.top) // _CELL
    right, bottom = int(box.right) // _CELL, int(box.bottom) // _CELL
    if left == right and top == bottom:
        return ((left, top),)
    return [(x, y) for x in range(left, right + 1) for y in range(top, bottom + 1)]
