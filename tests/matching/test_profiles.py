"""What the rules know of an entity besides its names."""

import pytest

from news_archive.matching.profiles import Profile, profiles_of, roles_in, type_group
from news_archive.model import Actor, Alias, Entity, EntityId, Kind, Place, Relation, Term

E = EntityId


def _profile(entity: Entity) -> Profile:
    return profiles_of({entity.id: entity})[entity.id]


def test_person_is_known_by_full_names() -> None:
    aliases = (Alias(text="J. F. Walter"), Alias(text="Walter"))
    person = _profile(Actor(id=E("actors/x"), path="", name="Jeff K. Wälter", type="Person", aliases=aliases))
    assert person.kind is Kind.ACTOR
    assert person.type == "person"
    assert person.is_person
    assert person.given_names == {"Jeff", "J."}
    assert person.initials == {"K.", "F."}
    assert person.words == {"jeff", "k", "walter", "j", "f"}


@pytest.mark.parametrize(
    ("text", "roles"),
    [
        pytest.param("Foreign minister of Norway", {"minister"}, id="a title"),
        pytest.param("Gen. and Gov.", {"general", "governor"}, id="abbreviated"),
        pytest.param("Co-chair", {"co-chair"}, id="with a hyphen"),
        pytest.param("Ministerial adviser", {"adviser"}, id="a title is a whole word"),
        pytest.param("A cook", set(), id="none"),
    ],
)
def test_roles_are_the_titles_of_a_description(text: str, roles: set[str]) -> None:
    assert roles_in(text) == roles


def test_only_persons_have_roles() -> None:
    person = Actor(id=E("actors/x"), path="", name="X", type="person", description="A minister")
    body = Actor(id=E("actors/x"), path="", name="X", type="ministry", description="Has a minister")
    assert _profile(person).roles == {"minister"}
    assert _profile(body).roles == frozenset()
    assert _profile(person).facts[1:] != _profile(body).facts[1:]


def test_body_has_no_given_names() -> None:
    body = _profile(Actor(id=E("actors/x"), path="", name="Dutch Red Cross"))
    assert (body.type, body.is_person, body.given_names) == ("", False, frozenset())
    assert (body.is_countable, body.groups, body.things, body.where) == (False, frozenset(), frozenset(), None)


@pytest.mark.parametrize(
    ("cls", "id_", "type_", "person"),
    [
        pytest.param(Actor, "actors/x", "person", True, id="a person"),
        pytest.param(Actor, "actors/x", "fictional person", True, id="a kind of person"),
        pytest.param(Actor, "actors/x", "organisation", False, id="a body"),
        pytest.param(Term, "glossary/x", "person", False, id="a word for people"),
    ],
)
def test_persons_are_actors_of_that_type(cls: type[Entity], id_: str, type_: str, *, person: bool) -> None:
    assert _profile(cls(id=E(id_), path="", name="Walter", type=type_)).is_person is person


@pytest.mark.parametrize(
    ("id_", "name", "type_", "countable"),
    [
        pytest.param("glossary/x", "barrel bomb", "weapon", True, id="a weapon"),
        pytest.param("glossary/x", "ceasefire", None, True, id="no type"),
        pytest.param("glossary/x", "Operation Dawn", None, False, id="an operation by its name"),
        pytest.param("glossary/x", "Dawn", "military operation", False, id="an operation by its type"),
        pytest.param("glossary/x", "Caesar", "law", False, id="a law"),
        pytest.param("actors/x", "militia", "group", False, id="only terms are counted"),
    ],
)
def test_some_terms_are_counted(id_: str, name: str, type_: str | None, *, countable: bool) -> None:
    cls: type[Entity] = Term if id_.startswith("glossary") else Actor
    assert _profile(cls(id=E(id_), path="", name=name, type=type_)).is_countable is countable


@pytest.mark.parametrize(
    ("type_", "groups"),
    [
        pytest.param("City", {type_group("city")}, id="a city"),
        pytest.param("military base", {type_group("base")}, id="one word of a type"),
        pytest.param("dam lake", {type_group("dam"), type_group("lake")}, id="two types"),
        pytest.param("country", set(), id="a type without cues"),
        pytest.param(None, set(), id="no type"),
    ],
)
def test_type_of_a_place_gives_its_groups(type_: str | None, groups: set[int]) -> None:
    assert _profile(Place(id=E("places/x"), path="", name="X", type=type_)).groups == groups


def test_kind_of_thing_is_told_by_type_and_names() -> None:
    road = Place(id=E("places/m4"), path="", name="M4", type="road")
    highway = Place(id=E("places/m4"), path="", name="M4", aliases=(Alias(text="M4 Highway"),))
    rifle = Term(id=E("glossary/m4"), path="", name="M4 rifle")
    assert _profile(road).things == _profile(highway).things != frozenset()
    assert _profile(rifle).things.isdisjoint(_profile(road).things)


def _place(id_: str, *part_of: str, see: tuple[str, ...] = (), to: tuple[str, ...] = ()) -> Place:
    return Place(
        id=E(id_),
        path="",
        name=id_,
        part_of=tuple(map(EntityId, part_of)),
        see_also=tuple(map(EntityId, see)),
        relations=tuple(Relation(type="borders", to=E(other)) for other in to),
    )


def test_wholes_go_all_the_way_up() -> None:
    """Wholes that are not listed count; a circle ends where it began."""
    places = [
        _place("places/street", "places/town"),
        _place("places/town", "places/province", "places/union"),
        _place("places/province", "places/country"),
        _place("places/country", "places/province"),
    ]
    profiles = profiles_of({place.id: place for place in places})
    assert profiles[E("places/street")].wholes == {"places/town", "places/province", "places/union", "places/country"}
    assert profiles[E("places/province")].wholes == {"places/country"}


def test_ties_are_direct_and_go_both_ways() -> None:
    places = [
        _place("places/a", "places/b", see=("places/c",), to=("places/d",)),
        _place("places/b", "places/e"),
        _place("places/c"),
        _place("places/d"),
        _place("places/e"),
    ]
    near = {id_: profile.near for id_, profile in profiles_of({place.id: place for place in places}).items()}
    assert near == {
        "places/a": {"places/b", "places/c", "places/d"},
        "places/b": {"places/a", "places/e"},
        "places/c": {"places/a"},
        "places/d": {"places/a"},
        "places/e": {"places/b"},
    }


def test_tie_to_an_entity_that_is_not_listed_makes_no_profile() -> None:
    assert list(profiles_of({E("places/a"): _place("places/a", "places/nowhere")})) == ["places/a"]


def test_coordinates_are_a_places() -> None:
    assert _profile(Place(id=E("places/x"), path="", name="Geneva", coordinates=(46.2, 6.1))).where == (46.2, 6.1)


@pytest.mark.parametrize(
    "other",
    [
        pytest.param(Place(id=E("places/x"), path="", name="X", type="city"), id="type"),
        pytest.param(Place(id=E("places/x"), path="", name="X", part_of=(E("places/y"),)), id="whole"),
        pytest.param(Place(id=E("places/x"), path="", name="X", see_also=(E("places/y"),)), id="tie"),
        pytest.param(Place(id=E("places/x"), path="", name="X", coordinates=(1.0, 2.0)), id="coordinates"),
    ],
)
def test_facts_tell_entities_apart_by_what_decisions_depend_on(other: Place) -> None:
    """The cache keeps decisions under them."""
    assert _profile(other).facts != _profile(Place(id=E("places/x"), path="", name="X")).facts
