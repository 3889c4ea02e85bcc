"""All forms of all entities, ready to be looked up."""

from collections import defaultdict
from collections.abc import Iterable, Mapping
from dataclasses import dataclass

from news_archive.matching.forms import Form, forms_of
from news_archive.matching.tokens import words_of
from news_archive.model import Entity


@dataclass(frozen=True, slots=True)
class Gazetteer:
    """The listed names of an archive."""

    forms: Mapping[str, tuple[Form, ...]]
    """By key; several where entities share a form or it is declared twice."""
    phrases: tuple[tuple[str, ...], ...]
    """The words of each key, sorted."""
    words: frozenset[str]
    """Every word that is part of a phrase."""


def build_gazetteer(entities: Iterable[Entity]) -> Gazetteer:
    """The forms of the entities; their order does not matter."""
    by_key: dict[str, list[Form]] = defaultdict(list)
    for entity in entities:
        for form in forms_of(entity):
            by_key[form.key].append(form)
    phrases = sorted({words for key in by_key if (words := words_of(key))})
    ordered = {key: tuple(sorted(by_key[key], key=lambda f: (f.entity, f.origin, f.text))) for key in sorted(by_key)}
    return Gazetteer(ordered, tuple(phrases), frozenset(word for phrase in phrases for word in phrase))
