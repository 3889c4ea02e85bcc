"""Articles and entities as lists show them, each made once for the whole site."""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from functools import cached_property
from urllib.parse import urlencode

from news_archive.archive import ArchiveIndex, Presence
from news_archive.model import ArticleId, EntityId, Kind, kind_of
from news_archive.pages.addresses import SEARCH, Addresses, article_path, entity_path, source_paths
from news_archive.pages.maps.places import MappedPlaces, mapped_places
from news_archive.pages.views import ArticleLink, Counted, EntityLink, KindGroup, Tally

LIST_TITLES = {Kind.ACTOR: "Actors", Kind.PLACE: "Places", Kind.TERM: "Glossary"}
"""What the list of each kind is called."""
_FACETS = {Kind.ACTOR: "actor", Kind.PLACE: "place", Kind.TERM: "term"}


@dataclass(frozen=True, slots=True, kw_only=True)
class Site:
    """The site that the pages belong to."""

    name: str
    url: str | None = None
    """Where its root is published, if it says so."""
    lang: str = "en"
    """BCP 47 tag of its own words, and of articles that say no other."""


class Links:
    """Looks up what a list says of an article, an entity or a source; keeps what it made."""

    def __init__(self, index: ArchiveIndex, addresses: Addresses, site: Site) -> None:
        self.index = index
        self.addresses = addresses
        self.site = site
        self.in_time = tuple(index.articles)
        self.position = {id_: position for position, id_ in enumerate(self.in_time)}
        self.source_paths = source_paths(a.article.source for a in index.articles.values())
        self._articles: dict[ArticleId, ArticleLink] = {}
        self._entities: dict[EntityId, EntityLink] = {}
        self._bytes: dict[ArticleId, int] = {}

    @cached_property
    def mapped(self) -> MappedPlaces:
        """Which places are points, areas and lines on maps."""
        return mapped_places(self.index)

    def article(self, id_: ArticleId) -> ArticleLink:
        if id_ not in self._articles:
            article = self.index.article(id_)
            self._articles[id_] = ArticleLink(
                title=article.title,
                address=self.addresses.of(article_path(article)),
                source=article.source,
                source_address=self.addresses.of(self.source_paths[article.source]),
                date=article.date,
                description=article.description,
                lang=article.lang,
                is_draft=article.draft,
            )
        return self._articles[id_]

    def bytes_of(self, id_: ArticleId) -> int:
        """About how many bytes an article's title and source take."""
        if id_ not in self._bytes:
            article = self.index.article(id_)
            self._bytes[id_] = len(article.title.encode()) + len(article.source.encode())
        return self._bytes[id_]

    def entity(self, id_: EntityId) -> EntityLink:
        if id_ not in self._entities:
            entity = self.index.entities[id_]
            self._entities[id_] = EntityLink(
                name=entity.name,
                address=self.addresses.of(entity_path(id_)),
                kind=entity.kind,
                description=entity.description,
                type=entity.type,
            )
        return self._entities[id_]

    def entities(self, ids: Iterable[EntityId]) -> tuple[EntityLink, ...]:
        return tuple(self.entity(id_) for id_ in ids)

    def naming_both(self, one: EntityId, other: EntityId) -> str:
        """The address of a search for the articles that name two entities. Parameters: `assets/search/query.js`."""
        kinds = [_FACETS[kind_of(id_)] for id_ in (one, other)]
        fields = [("kind", "Article"), *zip(kinds, (self.entity(one).name, self.entity(other).name), strict=True)]
        if kinds[0] == kinds[1]:
            fields.append(("all", kinds[0]))
        return f"{self.addresses.of(SEARCH)}?{urlencode(fields)}"

    def by_kind(
        self,
        counts: Iterable[tuple[EntityId, int]],
        most: int | None = None,
        anchors: Mapping[EntityId, str] | None = None,
        together_with: EntityId | None = None,
    ) -> tuple[KindGroup, ...]:
        """Counts in groups of kinds, in the order given; of each kind at most `most`. Empty kinds are left out.

        `anchors` are those of the article whose mentions are counted, `together_with` is the entity with which
        articles are shared.
        """
        groups: dict[Kind, list[Counted]] = {kind: [] for kind in Kind}
        for id_, count in counts:
            items = groups[kind_of(id_)]
            if most is None or len(items) < most:
                link = self.entity(id_)
                anchor = anchors[id_] if anchors else ""
                found = self.naming_both(together_with, id_) if together_with else ""
                items.append(Counted(id_, link.name, link.address, count, anchor, found))
        return tuple(KindGroup(kind=kind, items=tuple(items)) for kind, items in groups.items() if items)


def tally(presence: Presence | None) -> Tally | None:
    if not presence:
        return None
    return Tally(mentions=presence.mentions, articles=presence.articles, first=presence.first, last=presence.last)
