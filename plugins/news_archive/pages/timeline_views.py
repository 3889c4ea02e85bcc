"""What the template of the timeline sees."""

from collections.abc import Sequence
from dataclasses import dataclass

from news_archive.model import Kind
from news_archive.pages.views import ArticleLink, EntityLink, PageLink


@dataclass(frozen=True, slots=True, kw_only=True)
class YearOfArticles:
    """A line of the table of articles by month."""

    year: int
    months: Sequence[int]
    """Twelve."""
    without_month: int
    total: int


@dataclass(frozen=True, slots=True, kw_only=True)
class ArticlesChart:
    caption: str
    svg: str
    """Trusted HTML."""
    notes: Sequence[str]
    years: Sequence[YearOfArticles]
    is_without_month: bool
    """Whether any article has no month."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Lane:
    entity: EntityLink
    svg: str
    """Trusted HTML."""
    by_year: Sequence[int]
    articles: int


@dataclass(frozen=True, slots=True, kw_only=True)
class LaneGroup:
    kind: Kind
    lanes: Sequence[Lane]


@dataclass(frozen=True, slots=True, kw_only=True)
class LanesChart:
    axis: str
    """The years; trusted HTML."""
    note: str
    years: Sequence[int]
    groups: Sequence[LaneGroup]


@dataclass(frozen=True, slots=True, kw_only=True)
class Named:
    entity: EntityLink
    articles: int


@dataclass(frozen=True, slots=True, kw_only=True)
class MonthLines:
    label: str
    address: str
    """Where the lists have the month."""
    articles: int
    actors: Sequence[Named]
    places: Sequence[Named]
    shown: Sequence[ArticleLink]
    more: int
    """Articles that are not shown here."""


@dataclass(frozen=True, slots=True, kw_only=True)
class YearLines:
    year: int
    months: Sequence[MonthLines]


@dataclass(frozen=True, slots=True, kw_only=True)
class TimelineView:
    root: str
    heading: str
    introduction: str
    """HTML of the site's own text for this page; empty where it has none."""
    total: int
    """Articles."""
    chart: ArticlesChart | None
    lanes: LanesChart | None
    pages: Sequence[PageLink]
    """The pages of the years, where the timeline is too long for one."""
    years: Sequence[YearLines]
