"""Composes cards: what previews show, and what stands at the end of a page for who reads without them."""

import re
from collections.abc import Iterable
from html import unescape

from news_archive.model import Entity, EntityId, Kind, PartialDate, kind_of
from news_archive.pages.article_views import Card, CardGroup, UndecidedName
from news_archive.pages.links import Links
from news_archive.pages.spellings import spellings_of, spellings_on

# Marks as `annotation.weave` writes them. An author's text can't look like one: it has no tags of its own left.
_MARK = re.compile(r'<(?:a|span) [^>]*data-(?:entity|candidates)="[^>]*>')
_NAMED = re.compile(r' data-(?:entity|candidates)="([^"]*)"')
_UNDECIDED = re.compile(
    r'<span class="mention mention--ambiguous"[^>]*? data-candidates="([^"]*)"[^>]*>(.*?)</span>', re.DOTALL
)
_ID = re.compile(r' id="([^"]*)"')
_TODAY_OR_LATER = PartialDate.parse("9999")
"""Where no date is asked for: what holds now, or held last."""


class Cards:
    """Makes cards, and keeps those that are the same at any date."""

    def __init__(self, links: Links) -> None:
        self._links = links
        self._undated: dict[EntityId, Card] = {}

    def groups(self, ids: Iterable[EntityId], date: PartialDate | None) -> tuple[CardGroup, ...]:
        """Cards of entities as they were at a date, each once, by kind, otherwise in the order given."""
        cards: dict[Kind, list[Card]] = {kind: [] for kind in Kind}
        for id_ in dict.fromkeys(ids):
            if id_ in self._links.index.entities:
                cards[kind_of(id_)].append(self._card(id_, date))
        return tuple(CardGroup(kind=kind, cards=tuple(members)) for kind, members in cards.items() if members)

    def _card(self, id_: EntityId, date: PartialDate | None) -> Card:
        if id_ in self._undated:
            return self._undated[id_]
        entity = self._links.index.entities[id_]
        is_dated = _is_dated(entity)
        card = Card(
            id=id_,
            link=self._links.entity(id_),
            line=entity.described_on(date) if date else entity.description,
            spellings=spellings_on(entity, date or _TODAY_OR_LATER),
        )
        if not is_dated:
            self._undated[id_] = card
        return card


def named_in(html: str) -> list[EntityId]:
    """The entities that the marks of a body name or may name, in the order of the text."""
    marks = _MARK.findall(html)
    return [EntityId(id_) for mark in marks for ids in _NAMED.findall(mark) for id_ in ids.split(" ")]


def undecided_in(links: Links, html: str) -> tuple[UndecidedName, ...]:
    """The names of a body that may mean several, each where it stands first."""
    first: dict[str, UndecidedName] = {}
    for mark in _UNDECIDED.finditer(html):
        anchor = _ID.search(mark[0])
        first.setdefault(
            mark[1],
            UndecidedName(
                text=unescape(mark[2]),
                anchor=anchor[1] if anchor else "",
                ids=mark[1],
                candidates=links.entities(EntityId(id_) for id_ in mark[1].split(" ")),
            ),
        )
    return tuple(first.values())


def _is_dated(entity: Entity) -> bool:
    return bool(entity.descriptions) or any(name.validity for group in spellings_of(entity) for name in group.names)
