"""What templates see of maps."""

from collections.abc import Sequence
from dataclasses import dataclass

from news_archive.model import PartialDate
from news_archive.pages.views import EntityLink, PageLink


@dataclass(frozen=True, slots=True, kw_only=True)
class MapRow:
    """A place in the table under a map."""

    place: EntityLink
    number: int
    """Mentions, or articles, as the map's `unit` says."""
    position: str
    """`46.20° N, 6.14° E`; empty for a line without coordinates."""
    note: str
    """Why no circle stands for it, such as `an area`; else empty."""
    first: PartialDate | None = None
    last: PartialDate | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class MapView:
    root: str
    svg: str
    """Trusted HTML."""
    narrow: str
    """The same for phones; empty where one drawing serves all."""
    caption: str
    outside: Sequence[EntityLink]
    """Places that are too far away for this map, those with most articles first; not all where they are many."""
    more_outside: int
    unit: str
    """The heading of the numbers: `Mentions`, `Shared articles`, `Articles`."""
    rows: Sequence[MapRow]
    """Places that the map is made from, also those that it does not show; by number, not all where they are many."""
    left_out: int
    """Such places that the table has no room for."""
    places: PageLink
    """The list of all places."""


@dataclass(frozen=True, slots=True, kw_only=True)
class UnmappedLine:
    """A place without coordinates."""

    place: EntityLink
    articles: int


@dataclass(frozen=True, slots=True, kw_only=True)
class MapPageView:
    root: str
    heading: str
    introduction: str
    """HTML of the site's own text for this page; empty where it has none."""
    years: Sequence[PageLink]
    map: MapView | None
    """None where no article names a place with coordinates."""
    left_out: int
    """Places that neither the map's table nor the list of `unmapped` has room for."""
    places: PageLink
    """The list of all places."""
    unmapped: Sequence[UnmappedLine]
