"""Composes the pages of actors, places and terms, with every mention in context.

A page holds passages of at most `_PAGE_BYTES`. An entity with more has a page for each year, and a year with more
has several; so no page grows with the archive.
"""

from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from functools import partial
from html import escape
from itertools import groupby

from news_archive.archive import Passage
from news_archive.model import Entity, EntityId, Place
from news_archive.pages.addresses import PagePath, entity_path
from news_archive.pages.links import Links, tally
from news_archive.pages.sheet import Sheet
from news_archive.pages.views import (
    ArticleLink,
    EntityView,
    MentionsView,
    OtherName,
    PageLink,
    Quoted,
    RelationLine,
    YearOfMentions,
)
from news_archive.pages.words import language_name, validity

# With the theme's 15 kB, a page stays below 200 kB.
_PAGE_BYTES = 160_000
_PASSAGE_BYTES = 350
"""About what a passage's markup and address take."""
_COMPANIONS = 16
_PARTS = 200


@dataclass(frozen=True, slots=True)
class _YearPart:
    """The passages of a year that share a page."""

    label: str
    path: PagePath
    passages: Sequence[Passage]


def compose_entity_sheets(links: Links, bodies: Mapping[EntityId, str]) -> Iterator[Sheet]:
    """The page of each entity, followed by the pages of its years where it needs them."""
    for id_, entity in links.index.entities.items():
        parts = _split(links, id_)
        path = entity_path(id_)
        yield Sheet(
            path=path,
            title=entity.name,
            description=entity.description or None,
            template="entity.html",
            compose=partial(_compose_entity, links, entity, bodies.get(id_, ""), parts),
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


def _compose_entity(links: Links, entity: Entity, body: str, parts: Sequence[_YearPart]) -> EntityView:
    index = links.index
    passages = index.passages.get(entity.id, ())
    root = links.addresses.to_root(entity_path(entity.id))
    if parts:
        years = [_year(links, root, part.label, part.passages, links.addresses.of(part.path)) for part in parts]
    else:
        grouped = groupby(passages, key=lambda p: index.article(p.article).date.year)
        years = [_year(links, root, str(year), list(in_year)) for year, in_year in grouped]
    return EntityView(
        root=root,
        link=links.entity(entity.id),
        body=body,
        other_names=_other_names(entity),
        wholes=links.entities(entity.part_of),
        parts=links.entities(index.parts.get(entity.id, ())[:_PARTS]),
        relations=tuple(
            RelationLine(type=r.type, to=links.entity(r.to), period=validity(r.since, r.until), source=r.source)
            for r in entity.relations
            if r.to in index.entities
        ),
        see_also=links.entities(id_ for id_ in entity.see_also if id_ in index.entities),
        country=entity.country,
        coordinates=entity.coordinates if isinstance(entity, Place) else None,
        website=entity.website,
        wikidata=entity.wikidata,
        tally=tally(index.presence.get(entity.id)),
        years=years,
        companions=links.by_kind(((c.entity, c.articles) for c in index.companions(entity.id)), _COMPANIONS),
    )


def _compose_mentions(links: Links, id_: EntityId, part: _YearPart, parts: Sequence[_YearPart]) -> MentionsView:
    root = links.addresses.to_root(part.path)
    return MentionsView(
        root=root,
        link=links.entity(id_),
        year=_year(links, root, part.label, part.passages, quote=True),
        pages=tuple(
            PageLink(
                label=p.label,
                address=links.addresses.of(p.path),
                count=sum(passage.mentions for passage in p.passages),
                is_here=p.path == part.path,
            )
            for p in parts
        ),
    )


def _year(
    links: Links, root: str, label: str, passages: Sequence[Passage], address: str | None = None, *, quote: bool = False
) -> YearOfMentions:
    """A year; its passages are quoted where it has no page of its own."""
    quoted = passages if quote or address is None else ()
    return YearOfMentions(
        label=label,
        mentions=sum(passage.mentions for passage in passages),
        articles=len({passage.article for passage in passages}),
        address=address,
        quoted=tuple(
            _quoted(root, links.article(id_), list(of_article))
            for id_, of_article in groupby(quoted, key=lambda p: p.article)
        ),
    )


def _quoted(root: str, article: ArticleLink, passages: Sequence[Passage]) -> Quoted:
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
    return Quoted(article, f"{root}{article.address}#{passages[0].anchor}", quotes)


def _other_names(entity: Entity) -> tuple[OtherName, ...]:
    """Aliases in the order declared, then names in other languages; each spelling once."""
    names = [
        OtherName(
            text=alias.text,
            lang=alias.lang,
            language=language_name(alias.lang) if alias.lang else None,
            validity=validity(alias.since, alias.until),
        )
        for alias in entity.aliases
    ]
    names += [
        OtherName(text=name.text, lang=name.lang, language=language_name(name.lang), validity=None)
        for name in entity.names
    ]
    by_text: dict[tuple[str, str | None], OtherName] = {}
    for name in names:
        key = (name.text.casefold(), name.validity)
        # A spelling stands once, whatever its capitals; if it has a language, that is told.
        if key not in by_text or (name.language and not by_text[key].language):
            by_text[key] = name
    return tuple(name for name in by_text.values() if name.text != entity.name)
