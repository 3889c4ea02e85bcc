"""Places far from what they are part of, measured by the other parts or by the type of the whole."""

import pytest

from news_archive.checks.places import check_places
from news_archive.model import EntityId, Place

_NEAR = [(52.1, 5.1), (52.2, 5.3), (52.0, 5.0), (52.3, 5.2)]


def _place(name: str, type_: str = "town", where: tuple[float, float] | None = None, whole: str | None = None) -> Place:
    part_of = (EntityId(f"places/{whole}"),) if whole else ()
    return Place(
        id=EntityId(f"places/{name}"), path=f"docs/places/{name}.md", name=name, type=type_, coordinates=where,
        part_of=part_of, field_lines={"coordinates": 7},
    )  # fmt: skip


def _told(whole: Place, where: tuple[float, float], others: list[tuple[float, float]]) -> list[str]:
    parts = [_place(f"p{number}", "town", point, "whole") for number, point in enumerate(others)]
    places = [whole, _place("new", "town", where, "whole"), *parts]
    return [str(f) for f in check_places({place.id: place for place in places}) if f.rule == "far-from-parent"]


@pytest.mark.parametrize(
    ("type_", "middle", "where", "others", "words"),
    [
        pytest.param("country", (52.1, 5.2), (42.1, 5.2), _NEAR, "1,112 km from whole", id="beyond the other parts"),
        pytest.param("country", None, (42.1, 5.2), _NEAR, "km from whole", id="a whole without a point"),
        pytest.param(
            "province", (52.1, 5.2), (5.2, 52.1), [], "swapped it would be 0 km", id="the two numbers swapped"
        ),
        pytest.param("city", (52.1, 5.2), (50.1, 5.2), [], "a city reaches no farther than 150 km", id="by the type"),
    ],
)
def test_a_place_far_from_its_whole_is_told_with_the_reason(
    type_: str,
    middle: tuple[float, float] | None,
    where: tuple[float, float],
    others: list[tuple[float, float]],
    words: str,
) -> None:
    (told,) = _told(_place("whole", type_, middle), where, others)
    assert told.startswith("docs/places/new.md:7: coordinates: new lies ")
    assert words in told


@pytest.mark.parametrize(
    ("type_", "middle", "where", "others"),
    [
        pytest.param("country", (52.1, 5.2), (52.4, 5.2), _NEAR, id="among the others"),
        pytest.param("country", (52.1, 5.2), (52.5, 5.2), [(52.1, 5.2)] * 4, id="less than 50 km, however near the others"),
        pytest.param("country", (52.1, 5.2), (12.2, -69.0), _NEAR[:2], id="a country of which too few parts are listed"),
        pytest.param("region", None, (12.2, -69.0), _NEAR[:2], id="a whole without a point and with few parts"),
        pytest.param("country", (60.0, 100.0), (43.1, 131.9), [(55.7, 37.6), (59.9, 30.3), (54.7, 20.5)], id="a wide country"),
    ],
)  # fmt: skip
def test_a_place_that_may_well_be_there_is_not_told(
    type_: str, middle: tuple[float, float] | None, where: tuple[float, float], others: list[tuple[float, float]]
) -> None:
    assert _told(_place("whole", type_, middle), where, others) == []


@pytest.mark.parametrize(("type_", "times"), [("town", 1), ("river", 1), ("country", 0), ("Region", 0), ("sea", 0)])
def test_only_places_that_a_point_can_stand_for_need_one(type_: str, times: int) -> None:
    place = _place("new", type_)
    assert len([f for f in check_places({place.id: place}) if f.rule == "missing-coordinates"]) == times
