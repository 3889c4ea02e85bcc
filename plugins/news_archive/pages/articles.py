"""Composes the page of an article."""

from collections.abc import Iterable, Mapping, Sequence

from news_archive.archive import Related, related_articles
from news_archive.model import Ambiguity, ArticleId, EntityId, PartialDate
from news_archive.pages.addresses import ARTICLES, PagePath, year_path
from news_archive.pages.article_views import ArticleView, CorrectionNote, ReferenceNote, RelatedLink, UndecidedName
from news_archive.pages.cards import Cards
from news_archive.pages.links import Links
from news_archive.pages.locators import article_map
from news_archive.pages.views import ArticleLink, PageLink
from news_archive.pages.words import direction, period

_RELATED = 4
"""Earlier articles, and as many later ones."""


def compose_article(
    links: Links, cards: Cards, id_: ArticleId, path: PagePath, positions: Mapping[ArticleId, int]
) -> ArticleView:
    """The view of an article; `positions` numbers all articles by date."""
    annotated = links.index.articles[id_]
    article = annotated.article
    counts = links.index.named_in[id_]
    anchors: dict[EntityId, str] = {}
    for mention in annotated.mentions:
        anchors.setdefault(mention.entity, mention.anchor)
    undecided = first_of_each(annotated.ambiguities)
    named = sorted(counts.items(), key=lambda item: -item[1])
    possible = [candidate for ambiguity in undecided for candidate in ambiguity.candidates]
    earlier, later = related_articles(links.index, id_, positions, _RELATED)
    address, root = links.addresses.of(path), links.addresses.to_root(path)
    return ArticleView(
        root=root,
        id=id_,
        up=(
            PageLink(label="Articles", address=links.addresses.of(ARTICLES)),
            PageLink(label=str(article.date.year), address=links.addresses.of(year_path(article.date.year))),
        ),
        link=links.article(id_),
        page_url=f"{links.site.url.rstrip('/')}/{address}" if links.site.url else None,
        site_name=links.site.name,
        body=annotated.html,
        author=article.author,
        url=article.url,
        archived_url=article.archived_url,
        genre=article.genre,
        dateline=article.dateline,
        updated=article.updated,
        covers=period(article.covers) if article.covers else None,
        retrieved=article.retrieved,
        rights=article.rights,
        tags=article.tags,
        direction=direction(article.lang),
        corrections=tuple(CorrectionNote(date=c.date, text=c.text) for c in article.corrections),
        references=tuple(
            ReferenceNote(publisher=r.publisher, title=r.title, date=_unsaid(r.date, r.title), url=r.url)
            for r in article.references
        ),
        named=links.by_kind(named, anchors=anchors),
        undecided=tuple(
            UndecidedName(
                text=a.text, anchor=a.anchor, ids=" ".join(a.candidates), candidates=links.entities(a.candidates)
            )
            for a in undecided
        ),
        cards=cards.groups([*(entity for entity, _ in named), *possible], article.date),
        map=article_map(links, id_, root),
        earlier=_related(links, earlier),
        later=_related(links, later),
        previous=_neighbour(links, positions[id_] - 1),
        next=_neighbour(links, positions[id_] + 1),
    )


def first_of_each(ambiguities: Iterable[Ambiguity]) -> list[Ambiguity]:
    """Where each undecided name stands first."""
    first: dict[tuple[str, tuple[EntityId, ...]], Ambiguity] = {}
    for ambiguity in ambiguities:
        first.setdefault((ambiguity.text, ambiguity.candidates), ambiguity)
    return list(first.values())


def _neighbour(links: Links, position: int) -> ArticleLink | None:
    """The article at a place in the order of time; None before the first and after the last."""
    return links.article(links.in_time[position]) if 0 <= position < len(links.in_time) else None


def _unsaid(date: PartialDate | None, title: str) -> PartialDate | None:
    """The date of a document, unless its title says it: `Daily reporting, August 2016`."""
    return None if date is None or date.in_words in title else date


def _related(links: Links, related: Sequence[Related]) -> tuple[RelatedLink, ...]:
    return tuple(RelatedLink(article=links.article(r.article), shared=links.entities(r.shared[:3])) for r in related)
