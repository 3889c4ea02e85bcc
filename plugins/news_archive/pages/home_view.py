"""What the template of the home page sees."""

from collections.abc import Sequence
from dataclasses import dataclass

from news_archive.pages.map_views import MapView
from news_archive.pages.views import ArticleLink, KindGroup, PageLink


@dataclass(frozen=True, slots=True, kw_only=True)
class HomeView:
    root: str
    heading: str
    introduction: str
    articles: int
    actors: int
    places: int
    terms: int
    articles_address: str
    search_address: str
    map: MapView | None
    map_address: str
    latest: Sequence[ArticleLink]
    most_named: Sequence[KindGroup]
    list_addresses: Sequence[PageLink]
    years: Sequence[PageLink]
