"""What each template sees: one frozen value, complete in itself.

Addresses are below the site's root; `root` on each view leads there from its page.
"""

from collections.abc import Sequence
from dataclasses import dataclass
from typing import NamedTuple

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


@dataclass(frozen=True, slots=True, kw_only=True)
class EntityLink:
    """An entity as lists show it."""

    name: str
    address: str
    kind: Kind
    description: str
    type: str | None


class Counted(NamedTuple):
    """An entity with a number: its mentions, or the articles that it shares with another."""

    name: str
    address: str
    number: int
    anchor: str
    """The first mark, where the count is of one article's mentions; else empty."""
    preview: str = ""
    """What the entity was at the article's date, where the count is of one article's mentions."""


@dataclass(frozen=True, slots=True, kw_only=True)
class KindGroup:
    kind: Kind
    items: Sequence[Counted]


@dataclass(frozen=True, slots=True, kw_only=True)
class RelatedLink:
    article: ArticleLink
    shared: Sequence[EntityLink]


@dataclass(frozen=True, slots=True, kw_only=True)
class UndecidedName:
    text: str
    anchor: str
    candidates: Sequence[EntityLink]


@dataclass(frozen=True, slots=True, kw_only=True)
class CorrectionNote:
    date: PartialDate
    text: str


@dataclass(frozen=True, slots=True, kw_only=True)
class ReferenceNote:
    publisher: str
    title: str
    date: PartialDate | None
    url: str | None


@dataclass(frozen=True, slots=True, kw_only=True)
class ArticleView:
    root: str
    id: str
    link: ArticleLink
    body: str
    """HTML, sanitised and marked."""
    author: str | None
    url: str | None
    archived_url: str | None
    genre: str | None
    dateline: str | None
    updated: PartialDate | None
    covers: str | None
    retrieved: PartialDate | None
    rights: str | None
    tags: Sequence[str]
    direction: str | None
    """`rtl` where the article's language is written so."""
    corrections: Sequence[CorrectionNote]
    references: Sequence[ReferenceNote]
    named: Sequence[KindGroup]
    undecided: Sequence[UndecidedName]
    earlier: Sequence[RelatedLink]
    later: Sequence[RelatedLink]


@dataclass(frozen=True, slots=True, kw_only=True)
class OtherName:
    text: str
    lang: str | None
    language: str | None
    """In words, for readers."""
    validity: str | None
    """Such as `until July 2016`."""


@dataclass(frozen=True, slots=True, kw_only=True)
class RelationLine:
    type: str
    to: EntityLink
    period: str | None
    source: str | None


class Quoted(NamedTuple):
    """What one article says of an entity."""

    article: ArticleLink
    address: str
    """Of the first mark in the article, from the page that shows this."""
    quotes: Sequence[str]
    """HTML: sentences in which the name is marked and leads to its mark in the article."""


@dataclass(frozen=True, slots=True, kw_only=True)
class YearOfMentions:
    label: str
    mentions: int
    articles: int
    address: str | None
    """Of the year's own page, where the entity has too many mentions for one."""
    quoted: Sequence[Quoted]


@dataclass(frozen=True, slots=True, kw_only=True)
class Tally:
    """How often and when an entity is named."""

    mentions: int
    articles: int
    first: PartialDate
    last: PartialDate


@dataclass(frozen=True, slots=True, kw_only=True)
class EntityView:
    root: str
    link: EntityLink
    body: str
    """HTML, sanitised and marked; empty where the editor wrote none."""
    other_names: Sequence[OtherName]
    wholes: Sequence[EntityLink]
    parts: Sequence[EntityLink]
    relations: Sequence[RelationLine]
    see_also: Sequence[EntityLink]
    country: str | None
    coordinates: tuple[float, float] | None
    website: str | None
    wikidata: str | None
    tally: Tally | None
    """None where no article names it."""
    years: Sequence[YearOfMentions]
    companions: Sequence[KindGroup]


@dataclass(frozen=True, slots=True, kw_only=True)
class MentionsView:
    """One year of an entity with many mentions, or a part of such a year."""

    root: str
    link: EntityLink
    year: YearOfMentions
    pages: Sequence["PageLink"]


@dataclass(frozen=True, slots=True, kw_only=True)
class PageLink:
    label: str
    address: str
    count: int
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
    heading: str
    total: int
    introduction: str
    pages: Sequence[PageLink]
    """Years, or the parts of a long year."""
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


@dataclass(frozen=True, slots=True, kw_only=True)
class HomeView:
    root: str
    site_name: str
    introduction: str
    articles: int
    actors: int
    places: int
    terms: int
    articles_address: str
    latest: Sequence[ArticleLink]
    most_named: Sequence[KindGroup]
    list_addresses: Sequence[PageLink]
    years: Sequence[PageLink]


View = ArticleView | EntityView | MentionsView | EntityListView | ArticleListView | SourceListView | HomeView
