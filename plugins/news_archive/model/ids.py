"""What names an article or an entity: its path without the suffix.

ArticleId   2016/2016-08-19-hasakah     articles/2016/2016-08-19-hasakah.md
EntityId    actors/red-cross                  docs/actors/red-cross.md
"""

import hashlib
import re
import unicodedata
from enum import StrEnum
from functools import cache
from typing import NewType

ArticleId = NewType("ArticleId", str)
EntityId = NewType("EntityId", str)


class Kind(StrEnum):
    """What an entity is. The value is what marks in the built HTML carry as `data-kind`."""

    ACTOR = "actor"
    PLACE = "place"
    TERM = "term"


_NOT_SLUG = re.compile(r"[^a-z0-9]+")
_FOLDERS = {Kind.ACTOR: "actors", Kind.PLACE: "places", Kind.TERM: "glossary"}
_KINDS = {folder: kind for kind, folder in _FOLDERS.items()}


def folder_of(kind: Kind) -> str:
    """The folder below `docs/` that holds the entities of this kind; also the first part of their ids."""
    return _FOLDERS[kind]


@cache
def kind_of(entity: EntityId) -> Kind:
    """The kind that an id's first folder says. KeyError for an id of no known folder."""
    return _KINDS[entity.partition("/")[0]]


def slug(text: str) -> str:
    """An address part made of a text; of a text without Latin letters, a short digest of it."""
    return latin_slug(text)[:80] or hashlib.blake2b(text.encode(), digest_size=6).hexdigest()


def latin_slug(text: str) -> str:
    """The Latin letters and digits of a text in small letters, hyphens between the words; empty where it has none."""
    plain = unicodedata.normalize("NFKD", text).encode("ascii", "ignore").decode().lower()
    return _NOT_SLUG.sub("-", plain).strip("-")
