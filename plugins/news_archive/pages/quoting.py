"""Mentions in context: an entity's passages, by article, and the filters that show those of one source."""

from collections import Counter
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from html import escape
from itertools import groupby

from news_archive.archive import Passage
from news_archive.pages.entity_views import Quoted, SourceFilter
from news_archive.pages.links import Links
from news_archive.pages.views import ArticleLink
from news_archive.pages.words import distinct_slugs

_FILTERS = 12
"""As many as the style sheet has rules for: a filter works by an anchor, without a script."""


@dataclass(frozen=True, slots=True)
class Filters:
    """The filters of a page."""

    shown: tuple[SourceFilter, ...]
    by_source: Mapping[str, str]
    """The class of each source that has a filter."""


def filters_of(links: Links, passages: Sequence[Passage]) -> Filters:
    """A filter for each of the sources with most articles; none where all passages are of one source."""
    articles = dict.fromkeys(passage.article for passage in passages)
    counts = Counter(links.index.article(id_).source for id_ in articles)
    if len(counts) < 2:
        return Filters((), {})
    most = sorted(counts.items(), key=lambda item: (-item[1], item[0]))[:_FILTERS]
    slugs = distinct_slugs(source for source, _ in most)
    shown = tuple(
        SourceFilter(source=source, anchor=f"na-source-{slugs[source]}", name=f"f{number}", articles=count)
        for number, (source, count) in enumerate(most, 1)
    )
    return Filters(shown, {filter_.source: filter_.name for filter_ in shown})


def quoted_by_article(links: Links, root: str, passages: Sequence[Passage], filters: Filters) -> tuple[Quoted, ...]:
    """The passages of each article together, in their order; `root` leads to the site's root from the page."""
    return tuple(
        _quoted(root, links.article(id_), list(of_article), filters)
        for id_, of_article in groupby(passages, key=lambda p: p.article)
    )


def _quoted(root: str, article: ArticleLink, passages: Sequence[Passage], filters: Filters) -> Quoted:
    """The passages of one article, drawn here: an archive has a hundred thousand, too many for template loops."""
    page = escape(root + article.address)
    quotes = []
    for passage in passages:
        mark = f'<a href="{page}#{passage.anchor}"><mark>'
        quotes.append(
            "".join(
                f"{mark}{escape(text, quote=False)}</mark></a>" if is_name else escape(text, quote=False)
                for text, is_name in passage.parts
            )
        )
    address = f"{root}{article.address}#{passages[0].anchor}"
    return Quoted(article, address, quotes, filters.by_source.get(article.source, ""))
