"""Composes the network: which actors articles name together, as a picture and as a table."""

from collections.abc import Mapping
from dataclasses import dataclass
from functools import partial

from news_archive.archive.network import Network, draw_out, find_pairs
from news_archive.model import Entity, EntityId, Kind
from news_archive.pages.addresses import NETWORK, PagePath
from news_archive.pages.charts.network import Line, Node, draw_network
from news_archive.pages.links import Links
from news_archive.pages.network_views import NetworkView, PairLine
from news_archive.pages.sheet import Introduction, Sheet

_TITLE = "Network"


@dataclass(frozen=True, slots=True)
class _Picture:
    actors: int
    lines: int
    width: int
    radius: float


_WIDE = _Picture(60, 200, 1000, 20)
_NARROW = _Picture(24, 70, 360, 14)
"""A phone's width; the fewer the actors, the less the labels push them about."""
_ROWS = 40
_LONG = 14
"""A longer name stands in the picture as its acronym, where it has one."""


def compose_network(links: Links, introductions: Mapping[PagePath, Introduction]) -> Sheet:
    introduction = introductions.get(NETWORK, Introduction(None, ""))
    title = introduction.title or _TITLE
    return Sheet(
        path=NETWORK,
        title=title,
        template="network.html",
        compose=partial(_compose, links, title, introduction.html),
        is_list=True,
    )


def _compose(links: Links, title: str, introduction: str) -> NetworkView:
    index = links.index
    pairs = find_pairs(index, Kind.ACTOR)
    root = links.addresses.to_root(NETWORK)
    wide, narrow = (draw_out(index, pairs, picture.actors, picture.lines) for picture in (_WIDE, _NARROW))
    return NetworkView(
        root=root,
        heading=title,
        introduction=introduction,
        wide=_draw(links, root, wide, _WIDE),
        narrow=_draw(links, root, narrow, _NARROW),
        note=_note(min((pair.articles for pair in wide.pairs), default=0)),
        pairs=tuple(
            PairLine(
                one=links.entity(pair.one),
                other=links.entity(pair.other),
                articles=pair.articles,
                found=links.naming_both(pair.one, pair.other),
                first=pair.first,
                last=pair.last,
            )
            for pair in pairs[:_ROWS]
        ),
        total=len(pairs),
    )


def _note(least: int) -> str:
    shared = "a shared article" if least == 1 else f"at least {least} shared articles"
    return f"The picture has those named most, and of each the strongest ties, with {shared}; on a phone it has fewer."


def _draw(links: Links, root: str, network: Network, picture: _Picture) -> str:
    if not network.pairs:
        return ""
    numbers = {entity: number for number, (entity, _) in enumerate(network.articles)}
    return draw_network(
        [_node(links, root, entity, articles) for entity, articles in network.articles],
        [Line(one=numbers[p.one], other=numbers[p.other], articles=p.articles) for p in network.pairs],
        picture.width,
        picture.radius,
    )


def _node(links: Links, root: str, id_: EntityId, articles: int) -> Node:
    link = links.entity(id_)
    return Node(
        label=short_name(links.index.entities[id_]), name=link.name, address=root + link.address, articles=articles
    )


def short_name(entity: Entity) -> str:
    """The name; of a long one the first acronym among its aliases that is always true."""
    if len(entity.name) > _LONG:
        for alias in entity.aliases:
            is_acronym = alias.text.isalpha() and alias.text.isupper() and 2 <= len(alias.text) <= 6
            if is_acronym and not alias.since and not alias.until:
                return alias.text
    return entity.name
