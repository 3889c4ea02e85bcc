"""Composes the pages of actors, places and terms, with every mention in context.

A page holds passages of at most `_PAGE_BYTES`. An entity with more has a page for each year, and a year with more
has several; so no page grows with the archive.
"""

from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from functools import partial
from itertools import groupby

from news_archive.archive import Passage
from news_archive.model import Entity, EntityId, Place
from news_archive.pages.addresses import PagePath, entity_path, list_path
from news_archive.pages.balance import source_balance
from news_archive.pages.cards import Cards, named_in, undecided_in
from news_archive.pages.charts.months import entity_months
from news_archive.pages.entity_views import EntityView, MentionsView, RelationLine, YearOfMentions
from news_archive.pages.links import LIST_TITLES, Links, tally
from news_archive.pages.locators import entity_map, in_words
from news_archive.pages.quoting import Filters, filters_of, quoted_by_article
from news_archive.pages.roll_up import roll_up
from news_archive.pages.sheet import Sheet
from news_archive.pages.spellings import shortened, spellings_of
from news_archive.pages.views import PageLink
from news_archive.pages.words import validity

# With the theme's 15 kB, a page stays below 200 kB.
_PAGE_BYTES = 160_000
_PASSAGE_BYTES = 350
"""About what a passage's markup and address take."""
_COMPANIONS = 16
_PARTS = 200
_UNDECIDED = 20


@dataclass(frozen=True, slots=True)
class _YearPart:
    """The passages of a year that share a page."""

    label: str
    path: PagePath
    passages: Sequence[Passage]


def compose_entity_sheets(links: Links, cards: Cards, bodies: Mapping[EntityId, str]) -> Iterator[Sheet]:
    """The page of each entity, followed by the pages of its years where it needs them."""
    for id_, entity in links.index.entities.items():
        parts = _split(links, id_)
        path = entity_path(id_)
        yield Sheet(
            path=path,
            title=entity.name,
            description=entity.description or None,
            template="entity.html",
            compose=partial(_compose_entity, links, cards, entity, bodies.get(id_, ""), parts),
            entity=id_,
        )
        for part in parts:
            yield Sheet(
                path=part.path,
                title=f"{entity.name}: mentions {part.label}",
                template="mentions.html",
                compose=partial(_compose_mentions, links, id_, part, parts),
                is_list=True,
            )


def _split(links: Links, id_: EntityId) -> tuple[_YearPart, ...]:
    """The pages of an entity's years; none where its own page can hold all mentions."""
    passages = links.index.passages.get(id_, ())
    if sum(_size(links, passage) for passage in passages) <= _PAGE_BYTES:
        return ()
    parts: list[_YearPart] = []
    for year, in_year in groupby(passages, key=lambda p: links.index.article(p.article).date.year):
        chunks = _chunks(links, in_year)
        for number, chunk in enumerate(chunks, 1):
            label = f"{year}" if len(chunks) == 1 else f"{year}, part {number} of {len(chunks)}"
            # An id has no underscore, so no entity's page can be here.
            name = f"year_{year}" if number == 1 else f"year_{year}_{number}"
            parts.append(_YearPart(label, PagePath(f"{id_}/{name}"), chunk))
    return tuple(parts)


def _chunks(links: Links, passages: Iterable[Passage]) -> list[list[Passage]]:
    """Passages in their order, on as many pages as they need."""
    chunks: list[list[Passage]] = [[]]
    size = 0
    for passage in passages:
        size += _size(links, passage)
        if size > _PAGE_BYTES and chunks[-1]:
            chunks.append([])
            size = _size(links, passage)
        chunks[-1].append(passage)
    return chunks


def _size(links: Links, passage: Passage) -> int:
    """About how many bytes a passage takes in a page."""
    return _PASSAGE_BYTES + links.bytes_of(passage.article) + sum(_bytes(text) for text, _ in passage.parts)


def _bytes(text: str) -> int:
    return len(text) if text.isascii() else len(text.encode())


def _compose_entity(links: Links, cards: Cards, entity: Entity, body: str, parts: Sequence[_YearPart]) -> EntityView:
    index = links.index
    passages = index.passages.get(entity.id, ())
    root = links.addresses.to_root(entity_path(entity.id))
    filters = filters_of(links, () if parts else passages)
    companions = index.companions(entity.id)
    if parts:
        years = [_year(links, root, part, links.addresses.of(part.path)) for part in parts]
    else:
        grouped = groupby(passages, key=lambda p: index.article(p.article).date.year)
        here = entity_path(entity.id)
        years = [
            _year(links, root, _YearPart(str(year), here, list(group)), filters=filters) for year, group in grouped
        ]
    spellings, rarer = shortened(spellings_of(entity))
    return EntityView(
        root=root,
        up=_up(links, entity),
        link=links.entity(entity.id),
        body=body,
        spellings=spellings,
        rarer_spellings=rarer,
        wholes=links.entities(entity.part_of),
        parts=links.entities(index.parts.get(entity.id, ())[:_PARTS]),
        relations=tuple(
            RelationLine(type=r.type, to=links.entity(r.to), period=validity(r.since, r.until), source=r.source)
            for r in entity.relations
            if r.to in index.entities
        ),
        see_also=links.entities(id_ for id_ in entity.see_also if id_ in index.entities),
        country=entity.country,
        coordinates=in_words(entity.coordinates) if isinstance(entity, Place) and entity.coordinates else None,
        website=entity.website,
        wikidata=entity.wikidata,
        tally=tally(index.presence.get(entity.id)),
        months=entity_months(index, entity.id),
        years=years,
        filters=filters.shown,
        undecided=tuple(links.article(id_) for id_ in reversed(index.undecided.get(entity.id, ())))[:_UNDECIDED],
        roll_up=roll_up(links, entity.id),
        balance=source_balance(links, entity.id),
        map=entity_map(links, entity.id, root, companions),
        companions=links.by_kind(((c.entity, c.articles) for c in companions), _COMPANIONS, together_with=entity.id),
        cards=cards.groups(named_in(body), None),
        undecided_names=undecided_in(links, body),
    )


def _compose_mentions(links: Links, id_: EntityId, part: _YearPart, parts: Sequence[_YearPart]) -> MentionsView:
    root = links.addresses.to_root(part.path)
    filters = filters_of(links, part.passages)
    link = links.entity(id_)
    return MentionsView(
        root=root,
        up=(*_up(links, links.index.entities[id_]), PageLink(label=link.name, address=link.address)),
        link=link,
        year=_year(links, root, part, filters=filters),
        pages=tuple(
            PageLink(
                label=p.label,
                address=links.addresses.of(p.path),
                count=sum(passage.mentions for passage in p.passages),
                is_here=p.path == part.path,
            )
            for p in parts
        ),
        filters=filters.shown,
    )


def _up(links: Links, entity: Entity) -> tuple[PageLink, ...]:
    return (PageLink(label=LIST_TITLES[entity.kind], address=links.addresses.of(list_path(entity.kind))),)


def _year(
    links: Links, root: str, part: _YearPart, address: str | None = None, *, filters: Filters | None = None
) -> YearOfMentions:
    """A year; its passages are quoted where `filters` are given, else they have a page of their own."""
    return YearOfMentions(
        label=part.label,
        mentions=sum(passage.mentions for passage in part.passages),
        articles=len({passage.article for passage in part.passages}),
        address=address,
        quoted=quoted_by_article(links, root, part.passages, filters) if filters else (),
    )
