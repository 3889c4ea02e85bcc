"""Makes the maps of places that are named together: in an article, or with an actor, a place or a term."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from news_archive.archive import Companion
from news_archive.model import ArticleId, EntityId, Kind, PartialDate, kind_of
from news_archive.pages.addresses import list_path
from news_archive.pages.links import LIST_TITLES, Links
from news_archive.pages.map_views import MapRow, MapView
from news_archive.pages.maps.drawing import Course, Spot, draw_in
from news_archive.pages.maps.projection import SMALL, Frame, MapSize, Position, frame_around
from news_archive.pages.maps.reach import nearest
from news_archive.pages.views import PageLink

_MOST = 40
"""Places on the map of an actor, a place or a term."""
_OUTSIDE = 8
"""Names of places outside a map that stand beneath it."""
_ROWS = 60
"""Lines of a map's table."""
_LINES = 40
"""Rivers, roads and borders on a map; more would be all that one sees of it."""
_NAMED = 12
"""Lines with a name that stand on a map though nothing that it is made from names them: the longest."""
_FAR = "outside this map"
Dates = tuple[PartialDate, PartialDate]


@dataclass(frozen=True, slots=True, kw_only=True)
class Subject:
    """What a map is made for."""

    title: str
    """For screen readers; beneath the map as well."""
    unit: str
    """What is counted, in the singular: `mention`."""
    here: EntityId | None = None
    """The place that the map is about, and that it shows in any case."""
    sizes: tuple[MapSize, ...] = (SMALL,)
    """One, or the wide and the narrow."""
    most: int = _MOST
    """Circles."""
    share: float = 0.65
    """How much of the numbers must be on the map; places far from these are named beneath it."""
    rows: int = _ROWS
    """Lines of the table."""


def article_map(links: Links, id_: ArticleId, root: str) -> MapView | None:
    """The places that an article names; None where none of them has coordinates. `root` leads to the site's root."""
    counts = links.index.named_in[id_]
    return compose_map(links, root, counts, Subject(title="Places named in this article", unit="mention"))


def entity_map(links: Links, id_: EntityId, root: str, companions: Sequence[Companion] | None = None) -> MapView | None:
    """The places named in the same articles as an entity, and for a place itself and its parts.

    None where none has coordinates. `companions` are those of the index, if the caller has them already.
    """
    index, mapped = links.index, links.mapped
    shared = {c.entity: c.articles for c in (index.companions(id_) if companions is None else companions)}
    name = index.entities[id_].name
    is_mapped = id_ in mapped.points or id_ in mapped.areas or id_ in mapped.lines
    if not is_mapped:
        return compose_map(
            links, root, shared, Subject(title=f"Places named together with {name}", unit="shared article")
        )
    parts = dict.fromkeys(index.all_parts(id_), 0)
    title = f"{name} and the places named together with it"
    return compose_map(links, root, parts | shared, Subject(title=title, unit="shared article", here=id_))


def compose_map(
    links: Links,
    root: str,
    counts: Mapping[EntityId, int],
    subject: Subject,
    dates: Mapping[EntityId, Dates] | None = None,
) -> MapView | None:
    """The map of counted places and its table, in the order of numbers; None where there is nothing to draw.

    Areas and lines have no circle, unless nothing else is there. Lines that cross the map are drawn whoever names
    them. What is far from all others is outside.
    """
    mapped, here = links.mapped, subject.here
    ordered = sorted(
        (id_ for id_ in counts if kind_of(id_) is Kind.PLACE and id_ != here),
        key=lambda id_: (-counts[id_], links.index.entities[id_].name, id_),
    )
    placed = [id_ for id_ in ordered if mapped.is_placed(id_)]
    drawn = [id_ for id_ in placed if id_ in mapped.points][: subject.most]
    if here is not None and (here in mapped.points or not drawn):
        drawn.insert(0, here)
    if not drawn:
        drawn = placed[: subject.most]
    spots = {id_: spot for id_ in drawn if (spot := _spot(links, root, id_, counts.get(id_, 0), subject))}
    extent = _extent(links, here)
    near = [spot.position for spot in nearest(list(spots.values()), subject.share)] + extent
    if not near:
        return None
    frames = [frame_around(near, size) for size in subject.sizes]
    # The same places in each size, so that one table is true of all.
    shown = {id_: spot for id_, spot in spots.items() if all(frame.holds(*spot.position) for frame in frames)}
    lines = [id_ for id_ in ([here] if here else []) + placed if id_ in mapped.lines]
    svg, *narrow = (
        draw_in(frame, list(shown.values()), _courses(links, root, frame, lines, here), subject.title)
        for frame in frames
    )
    outside = [id_ for id_ in spots if id_ not in shown]
    return MapView(
        root=root,
        svg=svg,
        narrow=narrow[0] if narrow else "",
        caption=subject.title,
        outside=links.entities(outside[:_OUTSIDE]),
        more_outside=max(0, len(outside) - _OUTSIDE),
        unit=f"{subject.unit}s".capitalize(),
        rows=tuple(
            _row(links, id_, counts[id_], _note(links, id_, spots, shown), (dates or {}).get(id_))
            for id_ in placed[: subject.rows]
        ),
        left_out=max(0, len(placed) - subject.rows),
        places=PageLink(label=LIST_TITLES[Kind.PLACE], address=links.addresses.of(list_path(Kind.PLACE))),
    )


def _courses(links: Links, root: str, frame: Frame, named: Sequence[EntityId], here: EntityId | None) -> list[Course]:
    """The lines on a map: those named, which choose first where their names stand, then the longest."""
    on_map = links.mapped.drawn_lines.on(frame)
    first = {id_: line for id_ in named if (line := on_map.by_id.get(id_))}
    others = [line for line in on_map.longest if line.id not in first]
    chosen = [*first.values(), *others][:_LINES]
    return [
        Course(
            name=line.name,
            drawn=on_map.drawn(line),
            names=on_map.names(line) if n < len(first) + _NAMED else (),
            address=root + links.entity(line.id).address,
            is_here=line.id == here,
        )
        for n, line in enumerate(chosen)
    ]


def _spot(links: Links, root: str, id_: EntityId, number: int, subject: Subject) -> Spot | None:
    position = links.mapped.position_of(id_)
    if position is None:
        return None
    link = links.entity(id_)
    is_here = id_ == subject.here
    # A part that is never named together with its whole has no number.
    counted = f", {number:,} {subject.unit}{'' if number == 1 else 's'}" if number else ""
    return Spot(
        name=link.name,
        latitude=position[0],
        longitude=position[1],
        address=root + link.address,
        label=f"{link.name}, this place" if is_here else f"{link.name}{counted}",
        weight=number,
        is_here=is_here,
    )


def _extent(links: Links, here: EntityId | None) -> list[Position]:
    """What must be on the map whatever is named: all of a river that it is about."""
    place = links.mapped.lines.get(here) if here is not None else None
    return list(place.line) if place else []


def _row(links: Links, id_: EntityId, number: int, note: str, dates: Dates | None) -> MapRow:
    position = links.mapped.position_of(id_)
    first, last = dates or (None, None)
    return MapRow(
        place=links.entity(id_),
        number=number,
        position=in_words(position) if position else "",
        note=note,
        first=first,
        last=last,
    )


def _note(links: Links, id_: EntityId, drawn: Mapping[EntityId, Spot], shown: Mapping[EntityId, Spot]) -> str:
    """Why no circle stands for a place; empty where one does."""
    if id_ in shown:
        return ""
    if id_ in drawn:
        return _FAR
    return "a line" if id_ in links.mapped.lines else "an area" if id_ in links.mapped.areas else "not drawn"


def in_words(position: Position) -> str:
    """`46.20° N, 6.14° E`."""
    latitude, longitude = position
    return (
        f"{abs(latitude):.2f}° {'N' if latitude >= 0 else 'S'}, {abs(longitude):.2f}° {'E' if longitude >= 0 else 'W'}"
    )
