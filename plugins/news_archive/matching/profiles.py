"""What the rules must know of an entity besides its names."""

import re
from collections.abc import Mapping
from dataclasses import dataclass

from news_archive.matching.english import ABBREVIATED_TITLES, PLACE_TYPES, THINGS, TITLES
from news_archive.matching.folding import fold_text
from news_archive.matching.spelling import letters
from news_archive.model import Entity, EntityId, Kind, Place

# Of terms, these have no plural: there is one operation of a name, and one law.
_UNCOUNTABLE = frozenset(
    {"operation", "law", "agreement", "event", "process", "road", "highway", "treaty", "resolution"}
)


@dataclass(frozen=True, slots=True)
class Profile:
    """An entity, as far as it helps to tell whether a name means it."""

    kind: Kind
    type: str
    """In lower case; empty where the editor gave none."""
    is_person: bool
    is_countable: bool
    """Whether there are several of it: a weapon, not an operation."""
    groups: frozenset[int]
    """The groups of place types that it belongs to."""
    things: frozenset[int]
    """The kinds of things that its names and its type speak of."""
    words: frozenset[str]
    """Of all its names, as letters."""
    given_names: frozenset[str]
    """Of a person: the first words of full names."""
    roles: frozenset[str]
    """Of a person: the titles in the description, such as `minister`."""
    initials: frozenset[str]
    """Of a person: the middle initials in the listed names, with their periods."""
    wholes: frozenset[EntityId]
    """What it is part of, and what that is part of, and so on."""
    near: frozenset[EntityId]
    """What it is directly tied to: wholes, parts, relations both ways."""
    where: tuple[float, float] | None
    """Latitude and longitude in degrees."""

    @property
    def facts(self) -> tuple[object, ...]:
        """All that a decision can depend on besides the declared names, in a fixed order."""
        return self.kind, self.type, sorted(self.roles), sorted(self.wholes), sorted(self.near), self.where


Profiles = Mapping[EntityId, Profile]


def profiles_of(entities: Mapping[EntityId, Entity]) -> dict[EntityId, Profile]:
    """A profile for each entity."""
    near: dict[EntityId, set[EntityId]] = {id_: set() for id_ in entities}
    for entity in entities.values():
        for other in (*entity.part_of, *(relation.to for relation in entity.relations), *entity.see_also):
            near[entity.id].add(other)
            near.setdefault(other, set()).add(entity.id)
    return {id_: _profile(entity, entities, frozenset(near[id_])) for id_, entity in entities.items()}


def _profile(entity: Entity, entities: Mapping[EntityId, Entity], near: frozenset[EntityId]) -> Profile:
    type_ = (entity.type or "").lower()
    names = [
        fold_text(text) for text in (entity.name, *(a.text for a in entity.aliases), *(n.text for n in entity.names))
    ]
    spoken = {word for name in names for word in name.lower().split()} | set(type_.split())
    is_person = entity.kind is Kind.ACTOR and "person" in type_.split()
    description = " ".join((entity.description, *(dated.text for dated in entity.descriptions)))
    return Profile(
        kind=entity.kind,
        type=type_,
        is_person=is_person,
        is_countable=entity.kind is Kind.TERM and not (spoken & _UNCOUNTABLE or set(type_.split()) & _UNCOUNTABLE),
        groups=frozenset(n for n, group in enumerate(PLACE_TYPES) if group & set(type_.split())),
        things=frozenset(n for n, group in enumerate(THINGS) if group & spoken),
        words=frozenset(word for name in names for word in letters(name).split()),
        given_names=frozenset(name.split()[0] for name in names if " " in name) if is_person else frozenset(),
        roles=roles_in(description) if is_person else frozenset(),
        initials=frozenset(word for name in names for word in name.split()[1:-1] if word[1:] == "."),
        wholes=_wholes(entity, entities),
        near=near,
        where=entity.coordinates if isinstance(entity, Place) else None,
    )


def type_group(word: str) -> int | None:
    """The number of the group of place types that a word belongs to."""
    return next((number for number, group in enumerate(PLACE_TYPES) if word.lower() in group), None)


def roles_in(text: str) -> frozenset[str]:
    """The titles in a text, spelt out and in lower case."""
    words = re.findall(r"[\w-]+", text.lower())
    return frozenset(ABBREVIATED_TITLES.get(word, word) for word in words if word in TITLES)


def _wholes(entity: Entity, entities: Mapping[EntityId, Entity]) -> frozenset[EntityId]:
    found: set[EntityId] = set()
    waiting = list(entity.part_of)
    while waiting:
        whole = waiting.pop()
        if whole not in found and whole != entity.id:
            found.add(whole)
            if whole in entities:
                waiting += entities[whole].part_of
    return frozenset(found)
