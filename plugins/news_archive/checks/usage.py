"""Advice on entities that no article names."""

from collections.abc import Iterator, Mapping, Sequence

from news_archive.model import AnnotatedArticle, Entity, EntityId, Finding, Severity


def check_usage(articles: Sequence[AnnotatedArticle], entities: Mapping[EntityId, Entity]) -> Iterator[Finding]:
    """A note for each entity that is neither named nor among those that an undecided name may mean."""
    used = {mention.entity for annotated in articles for mention in annotated.mentions}
    used |= {id_ for annotated in articles for undecided in annotated.ambiguities for id_ in undecided.candidates}
    for entity in entities.values():
        if entity.id not in used:
            yield Finding(
                rule="unused-entity",
                severity=Severity.INFO,
                path=entity.path,
                line=entity.field_lines.get("name"),
                field="name",
                message=f"no article names {entity.name}. Check its spellings, or wait for an article",
            )
