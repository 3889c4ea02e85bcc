"""What the templates of an actor's, a place's or a term's pages see."""

from collections.abc import Sequence
from dataclasses import dataclass
from typing import NamedTuple

from news_archive.pages.article_views import CardGroup, UndecidedName
from news_archive.pages.charts.months import MonthsView
from news_archive.pages.map_views import MapView
from news_archive.pages.views import (
    ArticleLink,
    EntityLink,
    KindGroup,
    ListedEntity,
    PageLink,
    Spelling,
    Spellings,
    Tally,
)


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
    filter: str
    """The class that the filter of its source names; empty where the source has no filter."""


@dataclass(frozen=True, slots=True, kw_only=True)
class YearOfMentions:
    label: str
    mentions: int
    articles: int
    address: str | None
    """Of the year's own page, where the entity has too many mentions for one."""
    quoted: Sequence[Quoted]


@dataclass(frozen=True, slots=True, kw_only=True)
class SourceFilter:
    """A source of the passages on the page, to show those of it alone: by an anchor, without a script."""

    source: str
    anchor: str
    name: str
    """The class of the filter and of its passages: `f1`, `f2` …; the style sheet knows twelve."""
    articles: int


@dataclass(frozen=True, slots=True, kw_only=True)
class SourceShare:
    name: str
    address: str
    articles: int
    percent: int
    """Of the articles that name the entity, rounded."""


@dataclass(frozen=True, slots=True, kw_only=True)
class SourceBalance:
    """Who publishes what the archive has on an entity."""

    articles: int
    sources: int
    shares: Sequence[SourceShare]
    """The largest, at most three."""
    languages: Sequence[str]
    """In words; empty where no article says its language, or all have the site's."""
    is_one_sided: bool
    """Whether one source has more than 60 % of at least five articles."""


@dataclass(frozen=True, slots=True, kw_only=True)
class RollUp:
    """A place and all its parts, taken together."""

    articles: int
    """That name the place or a part of it."""
    parts: Sequence[ListedEntity]
    """Those that are named, most articles first; not all where they are many."""
    more_parts: int
    """How many such parts are not listed."""
    latest: Sequence[ArticleLink]
    """Articles that name a part and not the place itself, the latest first; not all where they are many."""
    more: int
    """How many such articles are not listed."""


@dataclass(frozen=True, slots=True, kw_only=True)
class EntityView:
    root: str
    up: Sequence[PageLink]
    """The list that holds the entity."""
    link: EntityLink
    body: str
    """HTML, sanitised and marked; empty where the editor wrote none."""
    spellings: Sequence[Spellings]
    rarer_spellings: Sequence[Spelling]
    """Further names without a language, where they are many."""
    wholes: Sequence[EntityLink]
    parts: Sequence[EntityLink]
    relations: Sequence[RelationLine]
    see_also: Sequence[EntityLink]
    country: str | None
    coordinates: str | None
    """In words: `46.20° N, 6.14° E`."""
    website: str | None
    wikidata: str | None
    tally: Tally | None
    """None where no article names it."""
    months: MonthsView | None
    years: Sequence[YearOfMentions]
    filters: Sequence[SourceFilter]
    undecided: Sequence[ArticleLink]
    """Articles in which a name may mean this entity or another, the latest first."""
    roll_up: RollUp | None
    balance: SourceBalance | None
    map: MapView | None
    companions: Sequence[KindGroup]
    cards: Sequence[CardGroup]
    """Of what the entity's own text names."""
    undecided_names: Sequence[UndecidedName]
    """Names of the entity's own text that may mean several."""


@dataclass(frozen=True, slots=True, kw_only=True)
class MentionsView:
    """One year of an entity with many mentions, or a part of such a year."""

    root: str
    up: Sequence[PageLink]
    link: EntityLink
    year: YearOfMentions
    pages: Sequence[PageLink]
    filters: Sequence[SourceFilter]
