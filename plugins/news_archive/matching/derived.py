"""Forms that follow from declared ones: plurals, types of places, surnames, short names of bodies.

An editor need not list them. Those of them that say little by themselves count only where the text licenses them.
"""

import re
from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import replace

from news_archive.matching.english import LARGE_BODIES, PLACE_TYPES, TITLES
from news_archive.matching.forms import Form, Origin
from news_archive.matching.profiles import Profiles, type_group
from news_archive.matching.spelling import MAY_BE_ARTICLE
from news_archive.model import Case, EntityId, Kind, kind_of

# Belong to the surname that follows them: Pieter de Vries, Abu Omar al-Hadi.
_EUROPEAN_PARTICLES = frozenset({"de", "del", "della", "di", "da", "du", "von", "van", "der", "den"})
_PARTICLES = MAY_BE_ARTICLE | _EUROPEAN_PARTICLES | {"bin", "ibn", "ben"}
_PREPOSITIONS = (" for ", " of ", " against ", " in ", " to ", " on ", " - ", " – ", ", ")
_PLURAL_BY_ES = ("s", "x", "z", "ch", "sh")
_GIVEN_IN_PARTS = re.compile(r"[A-Z]\w+-[a-z]\w+")
_LONGEST_SHORT_NAME = 3
_SHORTEST_SURNAME = 3

_EXTENDED = frozenset({Origin.NAME, Origin.ALIAS, Origin.OTHER_LANGUAGE})


def derived_forms(declared: Sequence[Form], profiles: Profiles) -> Iterator[Form]:
    """All forms that follow from the declared ones of an archive."""
    by_entity: dict[EntityId, list[Form]] = defaultdict(list)
    for form in declared:
        if form.origin in _EXTENDED and form.text.isprintable():
            by_entity[form.entity].append(form)
    shared = _shared_surnames(by_entity, profiles)
    for entity, forms in by_entity.items():
        profile = profiles[entity]
        if profile.is_person:
            yield from _names_of_person(forms, shared)
        elif profile.kind is Kind.ACTOR:
            yield from _names_of_body(forms)
        elif profile.kind is Kind.TERM and profile.is_countable:
            yield from _plurals(forms)
        yield from _descriptions(forms)
    yield from _typed(by_entity)


def _plurals(forms: Iterable[Form]) -> Iterator[Form]:
    for form in forms:
        if form.origin is Origin.OTHER_LANGUAGE or not form.text[-1:].isalnum():
            continue
        last = form.text.rpartition(" ")[2]
        # Proper names have no plural; common nouns, acronyms and designations do.
        if last.islower() and last[-1].isalpha():
            if last.endswith("s"):
                continue
            plural = (
                f"{form.text[:-1]}ies"
                if last.endswith("y") and last[-2:-1] not in "aeiou"
                else f"{form.text}es"
                if last.endswith(_PLURAL_BY_ES)
                else f"{form.text}s"
            )
            yield replace(form, text=plural, origin=Origin.PLURAL)
        elif form.is_acronym or " " not in form.text:
            yield replace(form, text=f"{form.text}s", origin=Origin.PLURAL, case=Case.EXACT)


def surname_of(name: str) -> str | None:
    """The last word of a full name, with its particles: `de Vries`, `al-Hadi`; None for a single word."""
    words = name.split()
    if len(words) < 2 or words[0].rstrip(".").lower() in TITLES:
        return None
    if _GIVEN_IN_PARTS.fullmatch(words[1]):
        # Ban Ki-moon, Moon Jae-in: the surname comes first.
        return words[0]
    start = len(words) - 1
    while start > 1 and words[start - 1].lower() in _PARTICLES:
        start -= 1
    return " ".join(words[start:])


def _without_particles(surname: str) -> str:
    last = surname.rpartition(" ")[2]
    head, hyphen, rest = last.partition("-")
    return rest if hyphen and head.lower() in MAY_BE_ARTICLE else last


def _shared_surnames(by_entity: Mapping[EntityId, Sequence[Form]], profiles: Profiles) -> frozenset[str]:
    """Surnames of several persons: their given names tell them apart, so news uses these alone."""
    bearers: dict[str, set[EntityId]] = defaultdict(set)
    for entity, forms in by_entity.items():
        if profiles[entity].is_person:
            for form in forms:
                if surname := surname_of(form.text):
                    bearers[_without_particles(surname).lower()].add(entity)
    return frozenset(surname for surname, who in bearers.items() if len(who) > 1)


def _names_of_person(forms: Sequence[Form], shared: frozenset[str]) -> Iterator[Form]:
    for form in forms:
        words = form.text.split()
        if words[0].rstrip(".").lower() in TITLES and len(words) == 2:
            # `General Walter` is listed, so he goes by `Walter`.
            yield replace(form, text=words[1], origin=Origin.GIVEN_NAME)
        surname = surname_of(form.text)
        if surname is None:
            continue
        bare = _without_particles(surname)
        if surname.partition(" ")[0].lower() in _EUROPEAN_PARTICLES:
            yield replace(form, text=surname[:1].upper() + surname[1:], origin=Origin.COMPOUND_SURNAME)
            yield replace(form, text=surname, origin=Origin.COMPOUND_SURNAME)
        for text in dict.fromkeys((surname, surname[:1].upper() + surname[1:], bare)):
            if len(text) >= _SHORTEST_SURNAME:
                yield replace(form, text=text, origin=Origin.SURNAME)
        # `Miguel Ortega` of Luis Miguel Ortega
        first_of_rest = len(words) - len(surname.split()) - 1
        if first_of_rest > 0:
            yield replace(form, text=" ".join(words[first_of_rest:]), origin=Origin.SURNAME)
        if bare.lower() in shared and words[0].isalpha() and len(words[0]) >= _SHORTEST_SURNAME:
            yield replace(form, text=words[0], origin=Origin.GIVEN_NAME)


def _names_of_body(forms: Iterable[Form]) -> Iterator[Form]:
    """`Observatory` of the Utrecht Observatory for Human Rights; counts after `the` only."""
    for form in forms:
        if form.origin is Origin.OTHER_LANGUAGE:
            continue
        head = form.text
        for preposition in _PREPOSITIONS:
            head = head.partition(preposition)[0]
        words = head.split()
        if len(words) > 1 and head != form.text and all(word[0].isupper() for word in words):
            yield replace(form, text=head, origin=Origin.SHORT_NAME)
        if (
            len(words) < 2
            or not words[-1][0].isupper()
            or words[-1].lower() in LARGE_BODIES
            or is_all_capitals(words[-1])
        ):
            continue
        for count in range(1, min(len(words), _LONGEST_SHORT_NAME + 1)):
            part = words[-count:]
            if part[0][0].isupper() and not is_all_capitals(part[0]):
                yield replace(form, text=" ".join(part), origin=Origin.SHORT_NAME)


def is_all_capitals(word: str) -> bool:
    return len(word) > 1 and word.isupper()


def _descriptions(forms: Iterable[Form]) -> Iterator[Form]:
    """`coalition` of an entity that lists the alias `the coalition`."""
    for form in forms:
        article, _, noun = form.text.partition(" ")
        if article == "the" and noun.isalpha() and noun.islower():
            yield replace(form, text=noun, origin=Origin.DESCRIPTION, case=Case.ANY)


def _typed(by_entity: Mapping[EntityId, Sequence[Form]]) -> Iterator[Form]:
    """For `Utrecht Province`: `Utrecht` where a cue says province, and every spelling that the town of Utrecht has."""
    bare_names: dict[str, set[EntityId]] = defaultdict(set)
    typed: dict[EntityId, int] = {}
    for entity, forms in by_entity.items():
        if kind_of(entity) is not Kind.PLACE:
            continue
        for form in forms:
            bare, _, last = form.text.rpartition(" ")
            group = type_group(last)
            if bare and group is not None and bare[-1].isalpha() and not _is_generic(bare):
                typed[entity] = group
                bare_names[_key(bare)].add(entity)
                yield from _of_type(form, bare, group)
    for entity, forms in by_entity.items():
        if kind_of(entity) is not Kind.PLACE or entity in typed:
            continue
        wholes = {whole for form in forms for whole in bare_names.get(_key(form.text), ())}
        for whole in sorted(wholes):
            for form in forms:
                if form.origin is not Origin.OTHER_LANGUAGE or form.text.isascii():
                    yield from _of_type(replace(form, entity=whole), form.text, typed[whole])


def _of_type(form: Form, bare: str, group: int) -> Iterator[Form]:
    yield replace(form, text=bare, origin=Origin.BARE)
    for word in sorted(PLACE_TYPES[group]):
        yield replace(form, text=f"{bare} {word}", origin=Origin.TYPED)


def _is_generic(bare: str) -> bool:
    return bare.islower()


def _key(text: str) -> str:
    return text.lower().replace("-", " ")
