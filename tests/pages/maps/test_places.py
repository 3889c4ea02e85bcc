"""Which places are points, areas and lines: by what the archive says of them, not by words for types."""

import pytest

from news_archive.archive import build_index
from news_archive.model import Actor, Entity, EntityId, Place
from news_archive.pages.maps.places import mapped_places


def _place(
    name: str,
    coordinates: tuple[float, float] | None = None,
    part_of: tuple[str, ...] = (),
    line: tuple[tuple[float, float], ...] = (),
) -> Place:
    return Place(
        id=EntityId(f"places/{name.lower()}"),
        path=f"docs/places/{name.lower()}.md",
        name=name,
        coordinates=coordinates,
        part_of=tuple(map(EntityId, part_of)),
        line=line,
    )


_ARVE = ((45.92, 6.87), (46.06, 6.57), (46.19, 6.13))


@pytest.mark.parametrize(
    ("entities", "points", "areas", "lines"),
    [
        ([_place("Geneva", (46.2, 6.14))], ["geneva"], [], []),
        ([_place("Nowhere")], [], [], []),
        ([_place("Canton", (46.2, 6.1)), _place("Versoix", (46.27, 6.15), ("places/canton",))], ["versoix", "canton"], [], []),
        ([_place("Vaud", (46.6, 6.5)), _place("Nyon", (46.38, 6.24), ("places/vaud",))], ["nyon"], ["vaud"], []),
        ([_place("Valley", (46.2, 6.14)), _place("Arve", None, ("places/valley",), _ARVE)], [], ["valley"], ["arve"]),
        ([_place("Switzerland", (46.8, 8.2))], [], ["switzerland"], []),
        ([_place("Switzerland", (52.09, 5.12))], ["switzerland"], [], []),
        ([_place("Region", (46.8, 8.2)), _place("Part", None, ("places/region",))], ["region"], [], []),
        ([_place("Arve", (46.19, 6.13), (), _ARVE)], [], [], ["arve"]),
        ([_place("Stub", (46.19, 6.13), (), _ARVE[:1])], ["stub"], [], []),
    ],
)  # fmt: skip
def test_places_are_sorted_by_what_they_are(
    entities: list[Place], points: list[str], areas: list[str], lines: list[str]
) -> None:
    """A town with a quarter stays a point; what has far parts, or is a country, is an area; a line is a line."""
    index = build_index([], {entity.id: entity for entity in sorted(entities, key=lambda e: e.id)})
    mapped = mapped_places(index)
    found = [[id_.removeprefix("places/") for id_ in group] for group in (mapped.points, mapped.areas, mapped.lines)]
    assert found == [sorted(points), areas, lines]


def test_actors_that_are_part_of_a_place_do_not_make_it_an_area() -> None:
    geneva = _place("Geneva", (46.2, 6.14))
    office = Actor(id=EntityId("actors/who"), path="docs/actors/who.md", name="WHO", part_of=(geneva.id,))
    entities: dict[EntityId, Entity] = {office.id: office, geneva.id: geneva}
    assert list(mapped_places(build_index([], entities)).points) == [geneva.id]
