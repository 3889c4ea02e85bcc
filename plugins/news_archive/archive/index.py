"""The index of an archive: mentions folded by entity. Always made anew from all articles."""

from collections import Counter, defaultdict
from collections.abc import Iterable, Mapping
from dataclasses import dataclass

from news_archive.archive.coverage import Coverage, cover
from news_archive.archive.passages import Passage, passages_of
from news_archive.model import AnnotatedArticle, Article, ArticleId, Entity, EntityId, PartialDate


@dataclass(frozen=True, slots=True)
class Presence:
    """How often, and from when to when, an entity is named."""

    mentions: int
    articles: int
    first: PartialDate
    last: PartialDate


@dataclass(frozen=True, slots=True)
class Companion:
    """An entity that is named in the same articles."""

    entity: EntityId
    articles: int


@dataclass(frozen=True, slots=True)
class ArchiveIndex:
    articles: Mapping[ArticleId, AnnotatedArticle]
    """By date, then id."""
    entities: Mapping[EntityId, Entity]
    """All of them, by id; also those that no article names."""
    named_in: Mapping[ArticleId, Mapping[EntityId, int]]
    """For each article, how often it names each entity; in the order of first mention."""
    articles_of: Mapping[EntityId, tuple[ArticleId, ...]]
    """For each entity that is named, its articles by date."""
    passages: Mapping[EntityId, tuple[Passage, ...]]
    presence: Mapping[EntityId, Presence]
    undecided: Mapping[EntityId, tuple[ArticleId, ...]]
    """For each entity that an undecided name may mean, those articles by date."""
    parts: Mapping[EntityId, tuple[EntityId, ...]]
    """What says that it is part of the entity, by id."""
    coverage: Coverage

    def companions(self, entity: EntityId) -> list[Companion]:
        """Who shares articles with the entity: most first, then by id."""
        counts: Counter[EntityId] = Counter()
        for article in self.articles_of.get(entity, ()):
            counts.update(self.named_in[article].keys())
        del counts[entity]
        return [Companion(other, n) for other, n in sorted(counts.items(), key=lambda item: (-item[1], item[0]))]

    def all_parts(self, entity: EntityId) -> list[EntityId]:
        """Its parts, their parts and so on, by id; not itself, also where parts lead round."""
        found: set[EntityId] = set()
        waiting = [entity]
        while waiting:
            further = set(self.parts.get(waiting.pop(), ())) - found - {entity}
            found |= further
            waiting += further
        return sorted(found)

    def article(self, id_: ArticleId) -> Article:
        return self.articles[id_].article


def build_index(articles: Iterable[AnnotatedArticle], entities: Mapping[EntityId, Entity]) -> ArchiveIndex:
    """Fold the articles; their order does not matter."""
    ordered = sorted(articles, key=lambda a: (a.article.date.first, a.article.id))
    named_in: dict[ArticleId, Mapping[EntityId, int]] = {}
    articles_of: dict[EntityId, list[ArticleId]] = defaultdict(list)
    passages: dict[EntityId, list[Passage]] = defaultdict(list)
    undecided: dict[EntityId, list[ArticleId]] = defaultdict(list)
    for annotated in ordered:
        id_ = annotated.article.id
        counts = Counter(mention.entity for mention in annotated.mentions)
        named_in[id_] = counts
        for entity in counts:
            articles_of[entity].append(id_)
        for candidate in dict.fromkeys(c for ambiguity in annotated.ambiguities for c in ambiguity.candidates):
            undecided[candidate].append(id_)
        for passage in passages_of(annotated):
            passages[passage.entity].append(passage)
    by_id = {annotated.article.id: annotated for annotated in ordered}
    return ArchiveIndex(
        articles=by_id,
        entities=entities,
        named_in=named_in,
        articles_of={entity: tuple(ids) for entity, ids in sorted(articles_of.items())},
        passages={entity: tuple(quoted) for entity, quoted in sorted(passages.items())},
        presence={
            entity: Presence(
                mentions=sum(named_in[id_][entity] for id_ in ids),
                articles=len(ids),
                first=by_id[ids[0]].article.date,
                last=by_id[ids[-1]].article.date,
            )
            for entity, ids in sorted(articles_of.items())
        },
        parts=_parts(entities),
        undecided={entity: tuple(ids) for entity, ids in sorted(undecided.items())},
        coverage=cover(annotated.article.date for annotated in ordered),
    )


def _parts(entities: Mapping[EntityId, Entity]) -> dict[EntityId, tuple[EntityId, ...]]:
    parts: dict[EntityId, list[EntityId]] = defaultdict(list)
    for entity in entities.values():
        for whole in entity.part_of:
            parts[whole].append(entity.id)
    return {whole: tuple(sorted(members)) for whole, members in parts.items()}
