"""What a change does to an archive, as frozen values in a fixed order."""

from dataclasses import dataclass
from enum import StrEnum

from news_archive.model import ArticleId, EntityId


class Change(StrEnum):
    """What happens to a name in an article."""

    ADDED = "added"
    """It was not marked, and now means an entity."""
    REMOVED = "removed"
    """It was marked, and is no more: another meaning, or its words are gone."""
    RETARGETED = "retargeted"
    """It means another entity."""
    UNDECIDED = "undecided"
    """It may now mean several, and is not linked."""
    DECIDED = "decided"
    """It was undecided, and now means one."""
    RECONSIDERED = "reconsidered"
    """It is undecided between others than before."""
    RESIZED = "resized"
    """It means the same, and more or fewer words of the text are its name."""


class State(StrEnum):
    """What the change does to the article's own file."""

    UNTOUCHED = "untouched"
    EDITED = "edited"
    """Or it has another name."""
    CREATED = "created"
    """Or it is no draft any more."""
    DELETED = "deleted"
    """Or it is a draft now."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Side:
    """A name before or after the change."""

    sentence: str
    """With the name in square brackets, on one line."""
    meant: tuple[EntityId, ...]
    """One: it means this; several: it may mean these; none: it is not marked."""
    because: str = ""
    """Why, in words; empty where nothing is marked."""


@dataclass(frozen=True, slots=True, kw_only=True)
class NameChange:
    """One name whose meaning changes."""

    article: ArticleId
    path: str
    """The article's file."""
    change: Change
    text: str
    """As printed."""
    before: Side | None
    """None: the text did not have these words."""
    after: Side | None
    """None: the text has these words no more."""


@dataclass(frozen=True, slots=True, kw_only=True)
class ArticleChanges:
    """The names of one article that change, in the order of its text."""

    article: ArticleId
    path: str
    title: str
    state: State
    names: tuple[NameChange, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class Difference:
    """All that differs between two states of an archive."""

    articles: tuple[ArticleChanges, ...]
    """Those with changed names, and those created or deleted; by id."""
    created: tuple[str, ...]
    """Paths of pages that there were not, sorted; without the lists that follow from them."""
    removed: tuple[str, ...]
    """Paths of pages that are gone, and nothing leads on from them."""
    redirected: tuple[tuple[str, str], ...]
    """Old path, and where it leads now."""

    @property
    def names(self) -> tuple[NameChange, ...]:
        return tuple(name for article in self.articles for name in article.names)

    @property
    def counted(self) -> int:
        """Changed names that a limit counts: all but those of new articles, which no reader could know otherwise."""
        return sum(len(article.names) for article in self.articles if article.state is not State.CREATED)
