"""All that was read: the input of every later stage."""

from collections.abc import Mapping
from dataclasses import dataclass

from news_archive.model.article import Article
from news_archive.model.entity import Entity
from news_archive.model.ids import EntityId


@dataclass(frozen=True, slots=True)
class Library:
    articles: tuple[Article, ...]
    """By date, then by id."""
    entities: Mapping[EntityId, Entity]
    """By id, sorted."""
