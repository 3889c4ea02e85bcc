"""Which of several entities of one name a text means, by what else it names."""

from collections.abc import Mapping

import pytest

from news_archive.matching.profiles import Profile, profiles_of
from news_archive.matching.rules.evidence import kilometres, named_otherwise, nearest_place, tied
from news_archive.model import Actor, Entity, EntityId, Place, Relation

E = EntityId


def _place(
    id_: str,
    *part_of: str,
    at: tuple[float, float] | None = None,
    type_: str = "city",
    see: tuple[EntityId, ...] = (),
) -> Place:
    wholes = tuple(map(EntityId, part_of))
    return Place(id=E(id_), path="", name=id_, type=type_, part_of=wholes, coordinates=at, see_also=see)


def _profiles(*entities: Entity) -> Mapping[EntityId, Profile]:
    return profiles_of({entity.id: entity for entity in entities})


@pytest.mark.parametrize(
    ("certain", "named"),
    [
        pytest.param({"a", "x"}, "a", id="one is named"),
        pytest.param({"a", "b"}, None, id="both are named"),
        pytest.param({"x"}, None, id="none is named"),
        pytest.param(set(), None, id="nothing is named"),
    ],
)
def test_full_name_of_one_tells(certain: set[EntityId], named: str | None) -> None:
    assert named_otherwise((E("a"), E("b")), certain) == named


# Two towns called Florence, and what lies about them.
TIES = _profiles(
    _place("places/florence-it", "places/tuscany"),
    _place("places/florence-us", "places/alabama", see=(E("places/tower"),)),
    _place("places/tuscany", "places/italy"),
    _place("places/alabama", "places/us"),
    _place("places/italy", "places/earth"),
    _place("places/us", "places/earth"),
    _place("places/earth"),
    _place("places/siena", "places/tuscany"),
    _place("places/oslo", "places/earth"),
    _place("places/uffizi", "places/florence-it"),
    _place("places/tower"),
    Actor(
        id=E("actors/council"), path="", name="Council", relations=(Relation(type="sits in", to=E("places/florence-it")),)
    ),
)  # fmt: skip  # a table reads by its columns


@pytest.mark.parametrize(
    ("certain", "found"),
    [
        pytest.param({"places/tuscany"}, ("places/florence-it", "places/tuscany"), id="its whole"),
        pytest.param({"places/italy"}, ("places/florence-it", "places/italy"), id="the whole of its whole"),
        pytest.param({"places/uffizi"}, ("places/florence-it", "places/uffizi"), id="its part"),
        pytest.param({"places/siena"}, ("places/florence-it", "places/siena"), id="another part of its whole"),
        pytest.param({"actors/council"}, ("places/florence-it", "actors/council"), id="a relation to it"),
        pytest.param({"places/tower"}, ("places/florence-us", "places/tower"), id="what it says to see"),
        pytest.param({"places/earth"}, None, id="a whole of both"),
        pytest.param({"places/oslo"}, None, id="another part of a whole of both"),
        pytest.param({"places/italy", "places/us"}, None, id="both are tied"),
        pytest.param({"places/nowhere"}, None, id="an entity that is not listed"),
        pytest.param(set(), None, id="nothing is named"),
        pytest.param(
            {"places/italy", "places/oslo", "places/tuscany"},
            ("places/florence-it", "places/italy"),
            id="of several ties the first by id",
        ),
    ],
)
def test_tie_to_another_entity_of_the_text_tells(certain: set[EntityId], found: tuple[str, str] | None) -> None:
    assert tied((E("places/florence-it"), E("places/florence-us")), certain, TIES) == found


def test_rivals_are_no_evidence_for_each_other() -> None:
    """A city is tied to the province of its name; that is no news."""
    profiles = _profiles(_place("places/utrecht", "places/utrecht-province"), _place("places/utrecht-province"))
    rivals = (E("places/utrecht"), E("places/utrecht-province"))
    assert tied(rivals, {E("places/utrecht-province")}, profiles) is None


ITALY, ALABAMA = (43.77, 11.26), (34.80, -87.68)
NEAR_ITALY = _place("places/pisa", at=(43.72, 10.40))


@pytest.mark.parametrize(
    ("rivals", "others", "found"),
    [
        pytest.param((ITALY, ALABAMA), [NEAR_ITALY], ("places/a", "places/pisa"), id="the nearer one"),
        pytest.param((ALABAMA, ITALY), [NEAR_ITALY], ("places/b", "places/pisa"), id="the order says nothing"),
        pytest.param(
            (ITALY, ALABAMA),
            [_place("places/memphis", at=(35.1, -90.0)), _place("places/oslo", at=(59.9, 10.7))],
            ("places/b", "places/memphis"),
            id="by the nearest other place",
        ),
        pytest.param((ITALY, ALABAMA), [], None, id="no other place"),
        pytest.param((ITALY, ALABAMA), [_place("places/pisa")], None, id="another place without coordinates"),
        pytest.param(
            (ITALY, ALABAMA), [_place("places/italy", at=(43.0, 12.0), type_="country")], None, id="a country's middle"
        ),
        pytest.param((ITALY, None), [NEAR_ITALY], None, id="a rival without coordinates"),
        pytest.param((ITALY, ALABAMA), [_place("places/iceland", at=(64.0, -40.0))], None, id="about as far from both"),
        pytest.param(
            ((43.0, 11.0), (43.0, 11.5)),
            [_place("places/here", at=(43.0, 11.0))],
            None,
            id="rivals too near to each other",
        ),
        pytest.param(
            ((43.0, 11.0), (43.0, 12.0)),
            [_place("places/here", at=(43.0, 11.0))],
            ("places/a", "places/here"),
            id="rivals far enough from each other",
        ),
        pytest.param(
            ((43.0, 11.0), (43.0, 15.0)), [_place("places/here", at=(43.0, 12.2))], None, id="not three times as near"
        ),
        pytest.param(
            ((43.0, 11.0), (43.0, 15.0)),
            [_place("places/here", at=(43.0, 11.8))],
            ("places/a", "places/here"),
            id="three times as near",
        ),
    ],
)
def test_place_much_nearer_to_the_others_is_meant(
    rivals: tuple[tuple[float, float] | None, ...], others: list[Place], found: tuple[str, str] | None
) -> None:
    claiming = [_place(f"places/{letter}", at=at) for letter, at in zip("ab", rivals, strict=True)]
    certain = [place.id for place in others]
    assert nearest_place([place.id for place in claiming], certain, _profiles(*claiming, *others)) == found


def test_place_is_no_anchor_for_itself() -> None:
    claiming = [_place("places/a", at=ITALY), _place("places/b", at=ALABAMA)]
    assert nearest_place([p.id for p in claiming], {E("places/a")}, _profiles(*claiming)) is None


@pytest.mark.parametrize(
    ("one", "other", "distance"),
    [
        pytest.param((46.2, 6.1), (46.2, 6.1), 0, id="the same point"),
        pytest.param((0.0, 0.0), (90.0, 0.0), 10_007.5, id="from the equator to the pole"),
        pytest.param((0.0, -90.0), (0.0, 90.0), 20_015.1, id="half the equator"),
        pytest.param((0.0, 179.5), (0.0, -179.5), 111.2, id="across the date line"),
        pytest.param((60.0, 10.0), (60.0, 12.0), 111.2, id="degrees of longitude shrink towards the pole"),
        pytest.param((46.20, 6.15), (59.91, 10.75), 1_560, id="Geneva to Oslo"),
    ],
)
def test_distance_in_kilometres(one: tuple[float, float], other: tuple[float, float], distance: float) -> None:
    assert kilometres(one, other) == pytest.approx(distance, rel=0.01)
    assert kilometres(other, one) == pytest.approx(distance, rel=0.01)
