"""What the templates of an article's page see."""

from collections.abc import Sequence
from dataclasses import dataclass

from news_archive.model import Kind, PartialDate
from news_archive.pages.map_views import MapView
from news_archive.pages.views import ArticleLink, EntityLink, KindGroup, PageLink, Spellings


@dataclass(frozen=True, slots=True, kw_only=True)
class RelatedLink:
    article: ArticleLink
    shared: Sequence[EntityLink]


@dataclass(frozen=True, slots=True, kw_only=True)
class UndecidedName:
    text: str
    anchor: str
    ids: str
    """The candidates' ids as the mark has them, parted by spaces."""
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
class Card:
    """What a preview shows of an entity: as it was at the article's date."""

    id: str
    link: EntityLink
    line: str
    """Its description; empty where it has none."""
    spellings: Sequence[Spellings]


@dataclass(frozen=True, slots=True, kw_only=True)
class CardGroup:
    kind: Kind
    cards: Sequence[Card]


@dataclass(frozen=True, slots=True, kw_only=True)
class ArticleView:
    root: str
    id: str
    up: Sequence[PageLink]
    """The lists that hold the article, the widest first."""
    link: ArticleLink
    page_url: str | None
    """The page's own address, whole; None where the site has not said where it is."""
    site_name: str
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
    cards: Sequence[CardGroup]
    """Of all that is named, and of all that an undecided name may mean."""
    map: MapView | None
    """The places that the article names; None where none of them has a position."""
    earlier: Sequence[RelatedLink]
    later: Sequence[RelatedLink]
    previous: ArticleLink | None
    """The article before this one in time."""
    next: ArticleLink | None
