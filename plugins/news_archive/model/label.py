"""What a person says that a name in an article means: the gold that annotation is scored against."""

from dataclasses import dataclass

from news_archive.model.ids import EntityId


@dataclass(frozen=True, slots=True, kw_only=True)
class Label:
    """One line of a gold file."""

    article: str
    """The article's id, or its last part."""
    text: str
    """The name as printed."""
    nth: int
    """Which occurrence of `text` in the article's visible text, from 1; parts of words count."""
    entity: EntityId | None
    """None: a link here would be wrong."""
    also: tuple[EntityId, ...] = ()
    """Other entities that are as right."""
    alternatives: tuple[str, ...] = ()
    """Other stretches around the same place that are as right."""
    category: str = "exact"
    """What makes it easy or hard to find; without an entity, why it is a trap."""
    is_elsewhere: bool = False
    """In a heading or code, where nothing is ever marked."""
    line: int = 0
    """In the gold file."""
