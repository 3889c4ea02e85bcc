"""Entities that a new one may already be: theirs is nearly the same name."""

import re
from collections.abc import Iterable
from difflib import SequenceMatcher
from typing import NamedTuple

from news_archive.matching import fold_text, skeleton
from news_archive.model import Entity

_NO_LETTER = re.compile(r"\W+")
_NEARLY = 0.88
"""Of the letters of two names, how many stand in both in the same order: the Netherland and The Netherlands 0.97."""
_SHORTEST_SKELETON = 3


class NearName(NamedTuple):
    entity: Entity
    name: str
    """The name, alias or name in another language that is nearest."""


def named_nearly(name: str, entities: Iterable[Entity]) -> tuple[NearName, ...]:
    """Each entity with a name that differs little or by its transliteration, by id. Wrong ones may be among them."""
    folded, consonants = fold_text(name).lower(), skeleton(fold_text(name))
    found = []
    for entity in entities:
        names = (entity.name, *(alias.text for alias in entity.aliases), *(name.text for name in entity.names))
        near = next((text for text in names if _is_near(folded, consonants, fold_text(text))), None)
        if near is not None:
            found.append(NearName(entity, near))
    return tuple(sorted(found, key=lambda near: near.entity.id))


def _is_near(folded: str, consonants: str, other: str) -> bool:
    if _NO_LETTER.sub("", folded) == _NO_LETTER.sub("", other.lower()):
        return True
    if len(consonants) >= _SHORTEST_SKELETON and consonants == skeleton(other):
        return True
    matcher = SequenceMatcher(None, folded, other.lower(), autojunk=False)
    return matcher.real_quick_ratio() > _NEARLY and matcher.quick_ratio() > _NEARLY and matcher.ratio() > _NEARLY
