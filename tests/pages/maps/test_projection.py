"""Where positions are drawn, and which part of the world a map shows."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from news_archive.pages.maps.projection import (
    PHONE,
    SMALL,
    WIDE,
    MapSize,
    Position,
    flat_north,
    frame_around,
    latitude_of,
)

_GENEVA, _UTRECHT = (46.20, 6.14), (52.09, 5.12)
_SUVA, _APIA = (-18.14, 178.44), (-13.83, -171.77)
_TROMSO, _QUITO = (69.65, 18.96), (-0.18, -78.47)


@pytest.mark.parametrize(
    ("latitude", "north"),
    [
        (0.0, 0.0),
        (46.20, 52.21),
        (-46.20, -52.21),
        (69.65, 98.42),
        (78.22, 130.14),
        (84.0, 168.95),
        (90.0, 168.95),
        (-90.0, -168.95),
    ],
)
def test_latitudes_are_stretched_as_mercator_has_it(latitude: float, north: float) -> None:
    """By the formula ln(tan(45° + latitude / 2)); nothing is told apart beyond 84 degrees."""
    assert flat_north(latitude) == pytest.approx(north, abs=0.01)


@given(st.floats(-84, 84))
def test_stretching_can_be_undone(latitude: float) -> None:
    assert latitude_of(flat_north(latitude)) == pytest.approx(latitude)


@pytest.mark.parametrize("size", [WIDE, PHONE, SMALL])
@pytest.mark.parametrize("place", [_GENEVA, _SUVA, _TROMSO, _QUITO, (0.0, 180.0), (0.0, -180.0), (-77.85, 166.67)])
def test_single_place_is_near_the_middle_and_has_some_hundred_kilometres_around_it(
    place: Position, size: MapSize
) -> None:
    frame = frame_around([place], size)
    x, y = frame.place(*place)
    assert abs(x - size.width / 2) <= size.width / 16
    assert abs(y - size.height / 2) <= size.height / 16
    assert 380 <= frame.km_per_unit * min(size.width, size.height) <= 500


def test_places_on_both_sides_of_the_antimeridian_are_side_by_side() -> None:
    frame = frame_around([_SUVA, _APIA], SMALL)
    (suva, south), (apia, north) = frame.place(*_SUVA), frame.place(*_APIA)
    assert suva < apia
    assert south > north
    assert frame.km_per_unit * (apia - suva) == pytest.approx(1050, abs=60)


@pytest.mark.parametrize(
    ("place", "east_of_it", "north_of_it"),
    [
        (_GENEVA, (46.20, 7.14), (47.20, 6.14)),
        (_SUVA, (-18.14, -179.9), (-17.14, 178.44)),
        (_QUITO, (-0.18, -77.47), (0.82, -78.47)),
    ],
)
def test_east_is_right_and_north_is_up(place: Position, east_of_it: Position, north_of_it: Position) -> None:
    frame = frame_around([place], WIDE)
    assert frame.place(*east_of_it)[0] > frame.place(*place)[0]
    assert frame.place(*north_of_it)[1] < frame.place(*place)[1]


_positions = st.tuples(st.floats(-80, 80), st.floats(-180, 180))


@given(st.lists(_positions, min_size=1, max_size=12), st.sampled_from([WIDE, PHONE, SMALL]))
def test_every_place_is_on_its_map(places: list[Position], size: MapSize) -> None:
    frame = frame_around(places, size)
    assert all(frame.holds(*place) for place in places)


@given(st.lists(_positions, min_size=1, max_size=6))
def test_frame_does_not_depend_on_the_order_of_places(places: list[Position]) -> None:
    assert frame_around(places, WIDE) == frame_around(places[::-1], WIDE)


def test_neighbouring_places_share_a_frame() -> None:
    """So that what lies beneath them is drawn once."""
    frames = {frame_around([(46.20 + n / 1000, 6.14)], SMALL) for n in range(50)}
    assert len(frames) <= 2


def test_map_of_no_place_has_no_frame() -> None:
    with pytest.raises(ValueError, match="no frame"):
        frame_around([], WIDE)


def test_place_beyond_the_edge_is_not_held() -> None:
    frame = frame_around([_GENEVA], SMALL)
    assert not frame.holds(*_UTRECHT)
