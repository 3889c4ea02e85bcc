"""Which places a map is fitted to."""

import pytest

from news_archive.pages.maps.drawing import Spot
from news_archive.pages.maps.reach import distance_km, nearest

_PLACES = {
    "Geneva": (46.20, 6.14),
    "Lausanne": (46.52, 6.63),
    "Bern": (46.95, 7.45),
    "Lyon": (45.76, 4.84),
    "Utrecht": (52.09, 5.12),
    "Washington": (38.90, -77.04),
    "Suva": (-18.14, 178.44),
    "Apia": (-13.83, -171.77),
}


def _spots(weights: dict[str, int], here: str | None = None) -> list[Spot]:
    return [
        Spot(name=name, latitude=lat, longitude=lon, address="", label=name, weight=weights[name], is_here=name == here)
        for name, (lat, lon) in _PLACES.items()
        if name in weights
    ]


@pytest.mark.parametrize(
    ("weights", "here", "shown"),
    [
        ({}, None, set()),
        ({"Suva": 1}, None, {"Suva"}),
        ({"Geneva": 5, "Lausanne": 2, "Bern": 1, "Washington": 1}, None, {"Geneva", "Lausanne", "Bern"}),
        ({"Geneva": 1, "Lyon": 1, "Washington": 1}, None, {"Geneva", "Lyon"}),
        ({"Geneva": 1, "Washington": 1}, None, {"Geneva", "Washington"}),
        ({"Geneva": 9, "Bern": 1}, None, {"Geneva", "Bern"}),
        ({"Geneva": 20, "Lyon": 1, "Utrecht": 1}, None, {"Geneva", "Lyon"}),
        ({"Suva": 3, "Apia": 2}, None, {"Suva", "Apia"}),
        ({"Washington": 0, "Geneva": 9}, "Washington", {"Washington", "Geneva"}),
        ({"Geneva": 500, "Lausanne": 5, "Utrecht": 4}, "Geneva", {"Geneva", "Lausanne", "Utrecht"}),
        ({"Geneva": 0}, "Geneva", {"Geneva"}),
    ],
)
def test_far_places_of_little_weight_are_left_outside(
    weights: dict[str, int], here: str | None, shown: set[str]
) -> None:
    """What holds two thirds is in; so is what the map is about, though its own weight does not count."""
    assert {spot.name for spot in nearest(_spots(weights, here))} == shown


@pytest.mark.parametrize(
    ("one", "other", "km"),
    [("Geneva", "Lausanne", 52), ("Geneva", "Utrecht", 659), ("Suva", "Apia", 1150), ("Geneva", "Geneva", 0)],
)
def test_distances_are_those_of_great_circles(one: str, other: str, km: float) -> None:
    assert distance_km(_PLACES[one], _PLACES[other]) == pytest.approx(km, abs=5)
