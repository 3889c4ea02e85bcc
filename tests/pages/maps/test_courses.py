"""Which lines cross a map, and where their names can stand."""

import pytest

from news_archive.model import EntityId
from news_archive.pages.maps.courses import Line, Lines, line_through
from news_archive.pages.maps.projection import SMALL, Frame, Position, frame_around

_GENEVA = frame_around([(46.2, 6.14)], SMALL)
_SUVA = frame_around([(-18.14, 178.44), (-18.0, -178.5)], SMALL)


def _line(name: str, *points: Position) -> Line:
    return line_through(EntityId(f"places/{name}"), name, points)


_RHONE = _line("rhone", (46.4, 6.9), (46.2, 6.14), (45.7, 4.8))
_ARVE = _line("arve", (45.92, 6.87), (46.06, 6.57), (46.19, 6.13))
_AROUND = _line("around", (30.0, -5.0), (46.0, -30.0), (60.0, 10.0))
_RHINE = _line("rhine", (49.0, 8.3), (50.3, 7.6), (52.0, 4.1))
_TO_EAST = _line("to-east", (-18.0, 177.0), (-18.2, -178.0))
_TO_WEST = _line("to-west", (-18.0, -178.0), (-18.2, 178.0))


@pytest.mark.parametrize(
    ("frame", "lines", "names"),
    [
        (_GENEVA, [], []),
        (_GENEVA, [_ARVE, _RHONE], ["rhone", "arve"]),
        (_GENEVA, [_RHINE, _TO_EAST], []),
        # The corners of a line's bounds may be on a map that it goes past.
        (_GENEVA, [_AROUND, _ARVE], ["arve"]),
        (_SUVA, [_TO_EAST, _TO_WEST, _RHONE], ["to-east", "to-west"]),
    ],
)
def test_lines_that_cross_a_map_are_found_the_longest_first(frame: Frame, lines: list[Line], names: list[str]) -> None:
    found = Lines(lines).on(frame)
    assert [line.name for line in found.longest] == names
    assert sorted(found.by_id) == sorted(f"places/{name}" for name in names)


def test_lines_are_found_and_drawn_once_for_a_frame() -> None:
    lines = Lines([_ARVE, _RHONE])
    first, second = lines.on(_GENEVA), lines.on(frame_around([(46.2, 6.14)], SMALL))
    assert first is second
    assert first.drawn(_ARVE) is second.drawn(_ARVE)
    assert first.names(_ARVE) is second.names(_ARVE)


def test_line_over_180_degrees_is_drawn_in_one_piece() -> None:
    drawn = Lines([_TO_EAST]).on(_SUVA).drawn(_TO_EAST)
    assert drawn.path.count("M") == 1


def test_names_stand_along_the_line_and_on_the_map() -> None:
    names = Lines([_RHONE]).on(_GENEVA).names(_RHONE)
    assert names
    for name in names:
        assert all(0 < box.left < box.right < SMALL.width for box in name.boxes())
        assert all(0 < box.top < box.bottom < SMALL.height for box in name.boxes())
