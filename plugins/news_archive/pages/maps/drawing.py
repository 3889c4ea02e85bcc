"""Draws a map: an inline SVG whose places are links. Colours and letters come from the style sheet."""

from collections.abc import Sequence
from collections.abc import Set as AbstractSet
from dataclasses import dataclass, replace
from html import escape
from math import atan2, cos, degrees, floor, hypot, log10, pi, sin, sqrt

from news_archive.pages.maps.courses import CourseName, DrawnLine
from news_archive.pages.maps.ground import Ground, ground_of
from news_archive.pages.maps.letters import COUNTRY_SPACING, Box, Room, text_width
from news_archive.pages.maps.outlines import decimal
from news_archive.pages.maps.projection import Frame, MapSize, Position

_LARGEST = 0.025
"""The radius of the largest circle, of the map's shorter side: 15 units on a wide map, 9 on a phone's."""
_PER_ARTICLE = 4.0
"""The radius for one article, unless the largest would be too large."""
_SMALLEST = 3.0
_TOUCH = 15
"""Radius of what a finger can hit where no other place is near: 24 pixels across also on the narrowest telephone."""
_RING = 4.5
"""How far the ring is from the circle of the place that a map is about."""
_GAP = 4
_SCALE_BAR_KM = 4000
"""Maps higher than that have no scale bar: there the projection has no one scale."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Spot:
    """A place that is a point on the map."""

    name: str
    latitude: float
    longitude: float
    address: str
    """From the page that shows the map; printed as it is, but for escaping."""
    label: str
    """What a screen reader says of the link: `Utrecht, 4 articles`."""
    weight: int
    """Articles or mentions; the circle's area."""
    is_here: bool = False
    """Whether the map is about this place."""

    @property
    def position(self) -> Position:
        return self.latitude, self.longitude


@dataclass(frozen=True, slots=True, kw_only=True)
class Course:
    """A place that is a line, as it runs across the map."""

    name: str
    drawn: DrawnLine
    names: Sequence[CourseName]
    """Where its name can stand, the best first; empty for a line that is drawn without."""
    address: str
    """From the page that shows the map."""
    is_here: bool = False
    """Whether the map is about it."""


@dataclass(frozen=True, slots=True)
class _Circle:
    spot: Spot
    x: float
    y: float
    radius: float
    touch: float
    """Radius of what a finger hits: up to half the way to the next circle, so that each opens its own place."""

    def distance_to(self, other: "_Circle") -> float:
        return hypot(self.x - other.x, self.y - other.y)


def draw_in(frame: Frame, spots: Sequence[Spot], courses: Sequence[Course], title: str) -> str:
    """The places and courses that are in a frame, as an inline SVG of one line."""
    size = frame.size
    ground = ground_of(frame)
    shown = sorted((s for s in spots if frame.holds(*s.position)), key=lambda s: (not s.is_here, -s.weight, s.name))
    circles = _circles(frame, shown)
    room = Room(size.width, size.height)
    for circle in circles:
        room.take(_around(circle))
    bar = _scale_bar(frame, room)
    countries = _country_names(ground, size, room, frozenset().union(*(course.drawn.crossed for course in courses)))
    # What the map is about comes first, the other courses last: a town has one place, a river's name fits in many.
    heres = {n: _along(course, room) for n, course in enumerate(courses) if course.is_here}
    texts = [_place_name(circle, circles, size, room) for circle in circles]
    places = [heres[n] if n in heres else _along(course, room) for n, course in enumerate(courses)]
    lines, names = _courses(list(zip(courses, places, strict=True)), size)
    links = "".join(_link(circle, text) for circle, text in zip(circles, texts, strict=True))
    borders = f'<path class="na-border" d="{ground.borders}"/>' if ground.borders else ""
    return (
        f'<svg class="na-map" viewBox="0 0 {size.width} {size.height}" font-size="{size.text:g}" role="group"'
        f' aria-label="{escape(title)}"><rect class="na-sea" width="{size.width}" height="{size.height}"/>'
        f'<path class="na-land" d="{ground.land}"/>{borders}{lines}{countries}{bar}{names}{links}</svg>'
    )


def _circles(frame: Frame, spots: Sequence[Spot]) -> list[_Circle]:
    """The circles, the heaviest first; one that would cover a heavier one's middle is put beside it."""
    largest = min(frame.size.width, frame.size.height) * _LARGEST
    most = max((spot.weight for spot in spots), default=1)
    each = min(_PER_ARTICLE, largest / sqrt(max(most, 1)))
    placed: list[_Circle] = []
    for spot in spots:
        x, y = frame.place(*spot.position)
        radius = round(max(_SMALLEST, each * sqrt(spot.weight)), 1)
        placed.append(_beside(_Circle(spot, round(x, 1), round(y, 1), radius, radius), placed))
    return [replace(circle, touch=_touch(circle, placed)) for circle in placed]


def _beside(circle: _Circle, placed: Sequence[_Circle]) -> _Circle:
    """The circle where it is, or next to the first that it lies on: two places of one town stay two links."""
    under = next((other for other in placed if circle.distance_to(other) < max(other.radius, circle.radius)), None)
    if under is None:
        return circle
    way = under.radius + circle.radius
    start = atan2(circle.y - under.y, circle.x - under.x) if circle.distance_to(under) else pi / 4
    tries = [
        replace(circle, x=round(under.x + far * way * cos(turn), 1), y=round(under.y + far * way * sin(turn), 1))
        for far in (1, 2, 3)
        for turn in (start + step * pi / 4 for step in (0, 1, -1, 2, -2, 3, -3, 4))
    ]
    return next(
        (moved for moved in tries if all(moved.distance_to(other) >= other.radius for other in placed)), tries[0]
    )


def _touch(circle: _Circle, circles: Sequence[_Circle]) -> float:
    nearest = min((circle.distance_to(other) for other in circles if other is not circle), default=2.0 * _TOUCH)
    return round(max(circle.radius, min(_TOUCH, nearest / 2)), 1)


def _around(circle: _Circle) -> Box:
    # A name may come a little into the corners of the square around a circle.
    reach = circle.radius * 0.85 + (_RING if circle.spot.is_here else 0)
    return Box(circle.x - reach, circle.y - reach, circle.x + reach, circle.y + reach)


def _place_name(circle: _Circle, circles: Sequence[_Circle], size: MapSize, room: Room) -> str:
    """The name's text element, relative to the circle; empty where it fits nowhere beside its own circle alone."""
    # The name of the place that the map is about is bold.
    width = text_width(circle.spot.name, size.text) * (1.1 if circle.spot.is_here else 1)
    height = size.text * 1.1
    reach = circle.radius + _GAP + (_RING if circle.spot.is_here else 0)
    slant = reach * 0.75
    aside = size.text * 0.36
    above, below = -reach - size.text * 0.1, reach + size.text * 0.75
    others = [c for c in circles if c is not circle and abs(c.x - circle.x) < width + 40 and abs(c.y - circle.y) < 40]
    # The order that cartographers prefer (Imhof 1962): right, then above and below right, then the left.
    choices = (
        (reach, aside, "start"),
        (slant, above + reach - slant, "start"),
        (slant, below - reach + slant, "start"),
        (-reach, aside, "end"),
        (0.0, above, "middle"),
        (0.0, below, "middle"),
        (-slant, above + reach - slant, "end"),
        (-slant, below - reach + slant, "end"),
    )
    for x, y, anchor in choices:
        left = circle.x + x - {"start": 0.0, "middle": width / 2, "end": width}[anchor]
        top = circle.y + y - size.text * 0.85
        box = Box(left, top, left + width, top + height)
        if room.is_free(box) and _is_nearest(circle, box, others):
            room.take(box)
            where = "" if anchor == "start" else f' text-anchor="{anchor}"'
            return f'<text x="{_number(x)}" y="{_number(y)}"{where}>{escape(circle.spot.name)}</text>'
    return ""


def _is_nearest(circle: _Circle, box: Box, others: Sequence[_Circle]) -> bool:
    """Whether a name would be nearer to its own circle than to any other: else it would be read as the other's."""
    own = _gap(circle, box)
    return all(_gap(other, box) > own for other in others)


def _gap(circle: _Circle, box: Box) -> float:
    """How far the edge of a circle is from a box."""
    across = max(box.left - circle.x, 0.0, circle.x - box.right)
    down = max(box.top - circle.y, 0.0, circle.y - box.bottom)
    return hypot(across, down) - circle.radius


def _link(circle: _Circle, text: str) -> str:
    spot = circle.spot
    ring = f'<circle class="na-ring" r="{_number(circle.radius + _RING)}"/>' if spot.is_here else ""
    here = ' aria-current="true"' if spot.is_here else ""
    title = "" if text else f"<title>{escape(spot.label)}</title>"
    return (
        f'<a class="na-spot" href="{escape(spot.address)}" aria-label="{escape(spot.label)}"{here}'
        f' transform="translate({_number(circle.x)} {_number(circle.y)})">{title}<circle class="na-touch"'
        f' r="{_number(circle.touch)}"/>{ring}<circle r="{_number(circle.radius)}"/>{text}</a>'
    )


def _country_names(ground: Ground, size: MapSize, room: Room, crossed: AbstractSet[Box]) -> str:
    """Each country's name where it is free and on no course, or else where it is free, or not at all."""
    texts = []
    for country in ground.names:
        free = [box for box in country.boxes if room.is_free(box)]
        if free:
            box = next((box for box in free if box not in crossed), free[0])
            room.take(box)
            # Half a space to the right, for the last letter has one behind it.
            x, y = (box.left + box.right + COUNTRY_SPACING) / 2, (box.top + box.bottom) / 2 + size.text * 0.36
            texts.append(f'<text x="{_number(x)}" y="{_number(y)}">{escape(country.name)}</text>')
    return f'<g class="na-country">{"".join(texts)}</g>' if texts else ""


def _along(course: Course, room: Room) -> CourseName | None:
    """Where a course's name is free, if anywhere."""
    for name in course.names:
        if all(map(room.is_free, name.boxes())):
            for box in name.boxes():
                room.take(box)
            return name
    return None


def _courses(courses: Sequence[tuple[Course, CourseName | None]], size: MapSize) -> tuple[str, str]:
    """The lines, and their names, each once."""
    lines, names = [], []
    for course, place in courses:
        here = ' class="na-here"' if course.is_here else ""
        title = "" if place else f"<title>{escape(course.name)}</title>"
        path = f'<path{here} d="{course.drawn.path}"'
        lines.append(f"{path}>{title}</path>" if title else f"{path}/>")
        if place:
            turned = round(degrees(place.turn))
            turn = f" rotate({turned})" if turned else ""
            names.append(
                f'<a href="{escape(course.address)}"><text transform="translate({_number(place.x)} {_number(place.y)})'
                f'{turn}" y="{_number(size.text * 0.3)}">{escape(course.name)}</text></a>'
            )
    drawn_lines = f'<g class="na-course">{"".join(lines)}</g>' if lines else ""
    return drawn_lines, f'<g class="na-along">{"".join(names)}</g>' if names else ""


def _scale_bar(frame: Frame, room: Room) -> str:
    """A line of a round number of kilometres in a lower corner."""
    size = frame.size
    if frame.km_per_unit * size.height > _SCALE_BAR_KM:
        return ""
    most = frame.km_per_unit * size.width * 0.22
    power = 10 ** floor(log10(most))
    km = max(step * power for step in (1, 2, 5) if step * power <= most)
    length, text = km / frame.km_per_unit, f"{km:,} km"
    width, top = max(length, text_width(text, size.text)), size.height - 12 - size.text * 1.4
    for left in (12, size.width - 12 - width):
        box = Box(left - 2, top, left + width + 2, size.height - 8)
        if room.is_free(box):
            room.take(box)
            return (
                f'<g class="na-scale"><path d="M{_number(left)} {size.height - 12}h{_number(length)}"/>'
                f'<text x="{_number(left)}" y="{_number(size.height - 12 - size.text * 0.45)}">{text}</text></g>'
            )
    return ""


def _number(value: float) -> str:
    return decimal(round(value * 10))
