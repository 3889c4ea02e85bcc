"""What the template of the network sees."""

from collections.abc import Sequence
from dataclasses import dataclass

from news_archive.model import PartialDate
from news_archive.pages.views import EntityLink


@dataclass(frozen=True, slots=True, kw_only=True)
class PairLine:
    one: EntityLink
    other: EntityLink
    articles: int
    found: str
    """The address of a search for the articles that name both."""
    first: PartialDate
    last: PartialDate


@dataclass(frozen=True, slots=True, kw_only=True)
class NetworkView:
    root: str
    heading: str
    introduction: str
    """HTML of the site's own text for this page; empty where it has none."""
    wide: str
    """The picture for wide screens; trusted HTML. Empty where no two actors share an article."""
    narrow: str
    """The same with fewer actors, for phones."""
    note: str
    pairs: Sequence[PairLine]
    """The strongest."""
    total: int
    """All pairs of the archive."""
