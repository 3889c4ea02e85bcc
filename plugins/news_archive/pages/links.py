"""Articles and entities as lists show them, each made once for the whole site."""

from collections.abc import Iterable, Mapping

from news_archive.archive import ArchiveIndex, Presence
from news_archive.model import ArticleId, EntityId, Kind, PartialDate, kind_of
from news_archive.pages.addresses import Addresses, article_path, entity_path, source_paths
from news_archive.pages.views import ArticleLink, Counted, EntityLink, KindGroup, Tally


class Links:
    """Looks up what a list says of an article, an entity or a source; keeps what it made."""

    def __init__(self, index: ArchiveIndex, addresses: Addresses) -> None:
        self.index = index
        self.addresses = addresses
        self.source_paths = source_paths(a.article.source for a in index.articles.values())
        self._articles: dict[ArticleId, ArticleLink] = {}
        self._entities: dict[EntityId, EntityLink] = {}
        self._bytes: dict[ArticleId, int] = {}

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

    def by_kind(
        self,
        counts: Iterable[tuple[EntityId, int]],
        most: int | None = None,
        anchors: Mapping[EntityId, str] | None = None,
        date: PartialDate | None = None,
    ) -> tuple[KindGroup, ...]:
        """Counts in groups of kinds, in the order given; of each kind at most `most`. Empty kinds are left out.

        `anchors` and `date` are those of the article whose mentions are counted.
        """
        groups: dict[Kind, list[Counted]] = {kind: [] for kind in Kind}
        for id_, count in counts:
            items = groups[kind_of(id_)]
            if most is None or len(items) < most:
                link = self.entity(id_)
                preview = self.index.entities[id_].described_on(date) if date else ""
                items.append(Counted(link.name, link.address, count, anchors[id_] if anchors else "", preview))
        return tuple(KindGroup(kind=kind, items=tuple(items)) for kind, items in groups.items() if items)


def tally(presence: Presence | None) -> Tally | None:
    if not presence:
        return None
    return Tally(mentions=presence.mentions, articles=presence.articles, first=presence.first, last=presence.last)
