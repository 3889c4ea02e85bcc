"""Advice on names in the texts that no entity lists: those that recur, and those that are spelt nearly as a listed one."""

import re
from collections.abc import Iterator, Mapping, Sequence

from news_archive.checks.suggesting.suggestions import Suggestion, line_of, suggest
from news_archive.matching import Gazetteer
from news_archive.model import AnnotatedArticle, Article, Entity, EntityId, Finding, Severity

_MANY = 3
"""Articles in which a name stands that is worth a page; as many as `suggest` shows contexts."""


def check_unlinked(
    articles: Sequence[AnnotatedArticle], entities: Mapping[EntityId, Entity], gazetteer: Gazetteer
) -> Iterator[Finding]:
    """Notes on proper names in three or more articles that no entity covers (one each, where it stands first), and on
    likely misspellings (one for each article), in the order of `suggest`.
    """
    by_id = {annotated.article.id: annotated.article for annotated in articles}
    for suggestion in suggest(articles, entities, gazetteer):
        holding = [by_id[id_] for id_ in suggestion.articles]
        if suggestion.alias_of and suggestion.is_misspelling:
            entity = entities[suggestion.alias_of]
            yield from (_misspelling(suggestion, entity, article) for article in holding)
        elif not suggestion.alias_of and len(holding) >= _MANY:
            yield _unlinked(suggestion, holding)


def _misspelling(suggestion: Suggestion, entity: Entity, article: Article) -> Finding:
    listed = re.search(r"'(.*)'", suggestion.because)
    like = f" ('{listed[1]}')" if listed and listed[1] != entity.name else ""
    line = entity.field_lines.get("aliases")
    return Finding(
        rule="likely-misspelling",
        severity=Severity.INFO,
        path=article.path,
        line=line_of(article, suggestion.spellings),
        message=f"'{suggestion.text}' is spelt nearly as {entity.name}{like}, and not listed. If it is the same, add "
        f"`{suggestion.paste}` to `aliases` in {entity.path}{f':{line}' if line else ''}; a slip of your own, mend. "
        f"If it is somebody or something else, leave it, or give it a page of its own",
        others=(entity.path,),
    )


def _unlinked(suggestion: Suggestion, holding: Sequence[Article]) -> Finding:
    what = f" (probably {_A_KIND[suggestion.kind]}: {suggestion.because})" if suggestion.kind else ""
    page = f"write {suggestion.path}" if suggestion.path else "write a page for it"
    return Finding(
        rule="unlinked-name",
        severity=Severity.INFO,
        path=holding[0].path,
        line=line_of(holding[0], suggestion.spellings),
        message=f"'{suggestion.text}' stands in {len(holding)} articles and no page lists it{what}. To link it, {page}, "
        f"or add it to the `aliases` of the page that it belongs to; `news-archive suggest` shows both",
    )


_A_KIND = {"actor": "an actor", "place": "a place", "term": "a term"}
