"""What each template sees: one frozen value, complete in itself.

Addresses are below the site's root; `root` on each view leads there from its page.
"""

from collections.abc import Sequence
from dataclasses import dataclass
from typing import NamedTuple, Protocol

from news_archive.model import Kind, PartialDate


@dataclass(frozen=True, slots=True, kw_only=True)
class ArticleLink:
    """An article as lists show it."""

    title: str
    address: str
    source: str
    source_address: str
    date: PartialDate
    description: str | None
    lang: str | None
    is_draft: bool = False


@dataclass(frozen=True, slots=True, kw_only=True)
class EntityLink:
    """An entity as lists show it."""

    name: str
    address: str
    kind: Kind
    description: str
    type: str | None


class Spelling(NamedTuple):
    text: str
    lang: str | None
    validity: str | None
    """Such as `until July 2016`."""


class Spellings(NamedTuple):
    """The other names of an entity in one language."""

    language: str | None
    """In words; None for names that the editors gave no language."""
    names: Sequence[Spelling]


class Counted(NamedTuple):
    """An entity with a number: its mentions, or the articles that it shares with another."""

    id: str
    name: str
    address: str
    number: int
    anchor: str
    """The first mark, where the count is of one article's mentions; else empty."""
    found: str = ""
    """The address of a search for the articles, where the count is of those that name two; else empty."""


@dataclass(frozen=True, slots=True, kw_only=True)
class KindGroup:
    kind: Kind
    items: Sequence[Counted]


@dataclass(frozen=True, slots=True, kw_only=True)
class Tally:
    """How often and when an entity is named."""

    mentions: int
    articles: int
    first: PartialDate
    last: PartialDate


@dataclass(frozen=True, slots=True, kw_only=True)
class PageLink:
    label: str
    address: str
    count: int = 0
    is_here: bool = False


@dataclass(frozen=True, slots=True, kw_only=True)
class ListedEntity:
    entity: EntityLink
    tally: Tally | None


@dataclass(frozen=True, slots=True, kw_only=True)
class LetterGroup:
    letter: str
    items: Sequence[ListedEntity]


@dataclass(frozen=True, slots=True, kw_only=True)
class EntityListView:
    root: str
    kind: Kind
    heading: str
    introduction: str
    """HTML of the site's own text for this page; empty where it has none."""
    letters: Sequence[LetterGroup]
    pages: Sequence[PageLink]
    """The pages of the letters, where the list is too long for one."""


@dataclass(frozen=True, slots=True, kw_only=True)
class MonthGroup:
    label: str
    articles: Sequence[ArticleLink]


@dataclass(frozen=True, slots=True, kw_only=True)
class ArticleListView:
    root: str
    up: Sequence["PageLink"]
    """The list that holds this one; empty for the list of all articles."""
    heading: str
    total: int
    introduction: str
    years: Sequence[PageLink]
    """The lists of years; empty on the list of a source."""
    pages: Sequence[PageLink]
    """The parts of a long list."""
    months: Sequence[MonthGroup]


@dataclass(frozen=True, slots=True, kw_only=True)
class SourceLine:
    name: str
    address: str
    articles: int
    first: PartialDate
    last: PartialDate


@dataclass(frozen=True, slots=True, kw_only=True)
class SourceListView:
    root: str
    heading: str
    introduction: str
    total: int
    sources: Sequence[SourceLine]
    pages: Sequence[PageLink]


class View(Protocol):
    """What every template can rely on."""

    @property
    def root(self) -> str:
        """What leads from the page to the site's root, to be put before addresses."""
