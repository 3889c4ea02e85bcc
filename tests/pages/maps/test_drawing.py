"""What is drawn: links with names, nothing over another, the same bytes every time."""

import gzip
import re
from collections.abc import Sequence
from dataclasses import replace
from itertools import combinations
from math import hypot
from xml.etree import ElementTree as ET

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from news_archive.model import EntityId
from news_archive.pages.maps.courses import Line, Lines, line_through
from news_archive.pages.maps.drawing import Course, Spot, draw_in
from news_archive.pages.maps.letters import Box, text_width
from news_archive.pages.maps.projection import PHONE, SMALL, WIDE, MapSize, frame_around

_SIZES = [WIDE, PHONE, SMALL]
_MOVED = re.compile(r"translate\((\S+) (\S+)\)")


def _spot(name: str, latitude: float, longitude: float, weight: int = 1, *, is_here: bool = False) -> Spot:
    label = f"{name}, {weight} articles"
    return Spot(
        name=name,
        latitude=latitude,
        longitude=longitude,
        address=f"../{name.lower()}/",
        label=label,
        weight=weight,
        is_here=is_here,
    )


_GENEVA = _spot("Geneva", 46.20, 6.14, 4)
_LYON = _spot("Lyon", 45.76, 4.84)
_RHONE = line_through(EntityId("places/rhone"), "Rhône", ((47.6, 5.0), (46.2, 6.14), (45.0, 5.2), (44.0, 4.8)))
_AREAS = {
    "Switzerland": (46.8, 8.2, 1.0),
    "Norway": (69.6, 19.0, 1.5),
    "Indonesia": (-6.5, 107.0, 2.0),
    "Aegean": (37.5, 26.0, 2.0),
}


def _many(area: str, count: int) -> list[Spot]:
    """Places scattered over an area, always the same ones."""
    latitude, longitude, spread = _AREAS[area]
    return [
        _spot(
            f"Place {n * n}",
            latitude + spread * ((n * 37) % 101 / 50 - 1),
            longitude + spread * ((n * 61) % 97 / 48 - 1),
            1 + (n * 13) % 17,
        )
        for n in range(count)
    ]


def _draw(
    spots: Sequence[Spot], lines: Sequence[Line] = (), *, size: MapSize, address: str = "../rhone/", title: str = "Map"
) -> str:
    """A map around all these places."""
    frame = frame_around([spot.position for spot in spots], size)
    on_map = Lines(lines).on(frame)
    courses = [
        Course(name=line.name, drawn=on_map.drawn(line), names=on_map.names(line), address=address)
        for line in on_map.longest
    ]
    return draw_in(frame, spots, courses, title)


def _meet(one: Box, other: Box) -> bool:
    return one.left < other.right and other.left < one.right and one.top < other.bottom and other.top < one.bottom


def _boxes(svg: str, size: MapSize) -> list[Box]:
    """Where the names of places stand."""
    boxes = []
    for link in ET.fromstring(svg).iter("a"):  # noqa: S314  # our own drawing
        text = link.find("text")
        if link.get("class") == "na-spot" and text is not None and text.text:
            moved = _MOVED.search(link.get("transform", ""))
            assert moved is not None
            width = text_width(text.text, size.text)
            share = {"start": 0.0, "middle": 0.5, "end": 1.0}[text.get("text-anchor", "start")]
            x, y = float(moved[1]) + float(text.get("x", 0)), float(moved[2]) + float(text.get("y", 0))
            left, top = x - share * width, y - size.text * 0.85
            boxes.append(Box(left, top, left + width, top + size.text * 1.1))
    return boxes


@pytest.mark.parametrize("size", _SIZES)
def test_every_place_is_a_named_link(size: MapSize) -> None:
    svg = ET.fromstring(_draw([_GENEVA, _LYON], size=size, title="Places & more"))  # noqa: S314  # our own
    assert (svg.get("role"), svg.get("aria-label")) == ("group", "Places & more")
    links = [(a.get("href"), a.get("aria-label"), [text.text for text in a.iter("text")]) for a in svg.iter("a")]
    assert links == [
        ("../geneva/", "Geneva, 4 articles", ["Geneva"]),
        ("../lyon/", "Lyon, 1 articles", ["Lyon"]),
    ]


@pytest.mark.parametrize("size", _SIZES)
def test_circle_can_be_hit_by_a_finger_and_its_area_is_the_weight(size: MapSize) -> None:
    svg = ET.fromstring(_draw([_GENEVA, _LYON], size=size))  # noqa: S314  # our own
    radii = [[float(circle.get("r", 0)) for circle in a.iter("circle")] for a in svg.iter("a")]
    assert all(touch * 2 >= 24 for touch, _ in radii)
    assert radii[0][1] ** 2 == pytest.approx(4 * radii[1][1] ** 2, rel=0.1)


def test_place_that_the_map_is_about_has_a_ring() -> None:
    here = _spot("Geneva", 46.2, 6.14, 2, is_here=True)
    svg = _draw([here, _LYON], size=SMALL)
    assert svg.count('class="na-ring"') == 1
    assert svg.index('aria-current="true"') < svg.index("Lyon")


def test_names_are_escaped() -> None:
    spot = Spot(
        name='<b>"&', latitude=46.2, longitude=6.1, address='?a=1&b="', label="""<i>'"&""", weight=1, is_here=False
    )
    line = replace(_RHONE, name="<u>")
    svg = _draw([spot, _LYON], [line], size=WIDE, address='"&', title='"<')
    assert "&lt;u&gt;</text>" in svg
    ET.fromstring(svg)  # noqa: S314  # our own
    assert not re.search(r"<[biu]>", svg)


@pytest.mark.parametrize("size", _SIZES)
def test_map_says_borders_countries_and_scale(size: MapSize) -> None:
    svg = _draw([_GENEVA], size=size)
    assert 'class="na-border"' in svg
    assert {"SWITZERLAND", "FRANCE"} <= set(re.findall(r">([A-Z]+)</text>", svg))
    assert re.search(r">\d+ km</text>", svg)


@pytest.mark.parametrize("size", _SIZES)
def test_course_is_a_line_with_its_name_once(size: MapSize) -> None:
    svg = _draw([_GENEVA, _LYON], [_RHONE], size=size)
    assert svg.count("Rhône") == 1
    assert '<a href="../rhone/"><text' in svg
    assert "Rhône" not in _draw([_spot("Suva", -18.14, 178.44)], [_RHONE], size=size)


def test_course_without_room_for_a_name_says_it_to_who_points_at_it() -> None:
    frame = frame_around([_GENEVA.position], SMALL)
    on_map = Lines([_RHONE]).on(frame)
    course = Course(name="Rhône", drawn=on_map.drawn(_RHONE), names=(), address="../rhone/")
    svg = draw_in(frame, [_GENEVA], [course], "Map")
    assert "<title>Rhône</title></path>" in svg
    assert ">Rhône</text>" not in svg


@pytest.mark.parametrize("size", _SIZES)
@pytest.mark.parametrize("area", _AREAS)
def test_drawing_is_well_formed_and_the_same_every_time(area: str, size: MapSize) -> None:
    spots = _many(area, 30)
    svg = _draw(spots, [_RHONE], size=size)
    ET.fromstring(svg)  # noqa: S314  # our own
    assert svg == _draw(spots[::-1], [_RHONE], size=size)
    assert not re.search(r"\sstyle=|\son\w+=|<style|<script|<use|\bid=|nan|inf\b", svg)
    assert not re.search(r"\d\.\d\d", svg), "more than one decimal"


@pytest.mark.parametrize("area", _AREAS)
@pytest.mark.parametrize(("size", "count", "most"), [(SMALL, 8, 3000), (PHONE, 100, 8000), (WIDE, 100, 8000)])
def test_maps_are_light(area: str, size: MapSize, count: int, most: int) -> None:
    svg = _draw(_many(area, count), size=size)
    assert len(gzip.compress(svg.encode())) <= most


_near = st.builds(
    _spot,
    st.text("abcdefgh ABCÖع中", min_size=1, max_size=18).filter(str.strip),
    st.floats(45.5, 47.5),
    st.floats(5, 9),
    st.integers(0, 50),
)


@settings(max_examples=40, deadline=None)
@given(st.lists(_near, min_size=1, max_size=40), st.sampled_from(_SIZES))
def test_names_of_places_never_meet_and_stay_on_the_map(spots: list[Spot], size: MapSize) -> None:
    boxes = _boxes(draw_in(frame_around([s.position for s in spots], size), spots, [], "Map"), size)
    # Positions are printed in tenths.
    small = [Box(b.left + 0.2, b.top + 0.2, b.right - 0.2, b.bottom - 0.2) for b in boxes]
    assert not [pair for pair in combinations(small, 2) if _meet(*pair)]
    assert all(b.left >= 0 and b.top >= 0 and b.right <= size.width and b.bottom <= size.height for b in small)


def test_name_that_fits_nowhere_is_left_out_and_its_circle_stays() -> None:
    spots = [_spot(f"Quarter number {n} of a large town", 46.2, 6.14, 20 - n) for n in range(20)]
    svg = _draw(spots, size=SMALL)
    assert svg.count('class="na-spot"') == 20
    named = svg.count(">Quarter number")
    assert 1 <= svg.count("</text></a>") < 20
    assert svg.count("<title>") + svg.count("</text></a>") == 20
    assert named == 20


_CIRCLE = re.compile(r'translate\((\S+) (\S+)\)">(?:<title>[^<]*</title>)?<circle class="na-touch" r="([^"]+)"')


@pytest.mark.parametrize("size", _SIZES, ids=["wide", "phone", "small"])
@pytest.mark.parametrize("area", sorted(_AREAS))
def test_no_circle_is_under_what_opens_another_place(area: str, size: MapSize) -> None:
    """Also for places that are almost, or exactly, in one spot."""
    spots = [*_many(area, 60), *_many(area, 12), *(replace(s, latitude=s.latitude + 0.01) for s in _many(area, 12))]
    circles = [tuple(map(float, found)) for found in _CIRCLE.findall(_draw(spots, size=size))]
    assert len(circles) > 60
    covered = [
        (one, other)
        for one, other in combinations(circles, 2)
        if hypot(one[0] - other[0], one[1] - other[1]) < max(one[2], other[2]) - 0.2
    ]
    assert covered == []
