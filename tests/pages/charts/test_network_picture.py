"""The picture of the network: no label over another, the same picture for the same network, links with names."""

import gzip
import re
from collections.abc import Sequence
from itertools import combinations
from random import Random
from xml.etree import ElementTree as ET

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from news_archive.pages.charts.layout import Box, lay_out
from news_archive.pages.charts.network import Line, Node, draw_network, wrap

_WORDS = ("Council", "Red", "Cross", "Committee", "of", "WHO", "Utrecht", "International", "Walter", "Relief")


def _network(size: int, lines: int) -> tuple[list[Node], list[Line]]:
    random = Random(size)  # noqa: S311  # no secret: the same network in every run
    nodes = [
        Node(
            label=(name := " ".join(random.choices(_WORDS, k=random.randint(1, 4)))),
            name=name,
            address=f"../actors/n{number}/",
            articles=random.randint(1, 200),
        )
        for number in range(size)
    ]
    pairs = random.sample(list(combinations(range(size), 2)), lines)
    return nodes, [Line(one=one, other=other, articles=random.randint(1, 20)) for one, other in pairs]


def _overlaps(places: Sequence[tuple[float, float]], boxes: Sequence[Box]) -> list[tuple[int, int]]:
    found = []
    for one, other in combinations(range(len(boxes)), 2):
        (ax, ay), (bx, by), a, b = places[one], places[other], boxes[one], boxes[other]
        # Places are whole pixels, so that boxes may meet by one.
        across = min(ax + a.right, bx + b.right) - max(ax - a.left, bx - b.left)
        along = min(ay + a.down, by + b.down) - max(ay - a.up, by - b.up)
        if across > 2 and along > 2:
            found.append((one, other))
    return found


_BOXES = st.lists(
    st.builds(
        lambda half, up, down: Box(left=half, right=half, up=up, down=down),
        st.floats(8, 150),
        st.floats(8, 24),
        st.floats(20, 90),
    ),
    min_size=2,
    max_size=40,
)


@settings(max_examples=40, deadline=None)
@given(boxes=_BOXES, seed=st.integers(0, 1000), width=st.sampled_from([360, 1000]))
def test_no_box_is_over_another_or_out_of_the_picture(boxes: list[Box], seed: int, width: int) -> None:
    random = Random(seed)  # noqa: S311  # as above
    ties = {pair: random.random() for pair in combinations(range(len(boxes)), 2) if random.random() < 0.2}
    layout = lay_out(boxes, ties, width)
    assert _overlaps(layout.places, boxes) == []
    for (x, y), box in zip(layout.places, boxes, strict=True):
        assert x - box.left >= -1
        assert x + box.right <= width + 1
        assert y - box.up >= -1
        assert y + box.down <= layout.height + 1


def test_those_who_share_much_stand_nearer_than_those_who_share_nothing() -> None:
    """Two groups of four, all within a group tied, and one tie between them."""
    groups = [(0, 1, 2, 3), (4, 5, 6, 7)]
    ties = {pair: 1.0 for group in groups for pair in combinations(group, 2)} | {(0, 4): 0.2}
    places = lay_out([Box(left=9, right=9, up=9, down=9)] * 8, ties, 1000).places

    def mean(pairs: list[tuple[int, int]]) -> float:
        return sum(abs(complex(*places[a]) - complex(*places[b])) for a, b in pairs) / len(pairs)

    inner = [pair for group in groups for pair in combinations(group, 2)]
    assert mean(inner) < mean([pair for pair in combinations(range(8), 2) if pair not in inner]) / 2


@pytest.mark.parametrize(("size", "lines", "width"), [(2, 1, 360), (24, 70, 360), (60, 200, 1000)])
def test_picture_is_the_same_again_well_formed_and_small(size: int, lines: int, width: int) -> None:
    nodes, ties = _network(size, lines)
    svg = draw_network(nodes, ties, width, 20)
    assert draw_network(nodes, ties, width, 20) == svg
    assert len(gzip.compress(svg.encode(), 9)) <= 8192
    root = ET.fromstring(svg)  # noqa: S314  # our own
    assert not [element for element in root.iter() if {"style", "id"} & set(element.keys())]
    assert [(a.get("href"), a.get("aria-label")) for a in root.iter("a")] == [
        (node.address, f"{node.name}, {node.articles} article{'' if node.articles == 1 else 's'}") for node in nodes
    ]


def test_areas_of_circles_tell_articles() -> None:
    nodes = [Node(label=str(n), name=str(n), address="", articles=n) for n in (100, 25, 1)]
    svg = draw_network(nodes, [Line(one=0, other=1, articles=1), Line(one=1, other=2, articles=1)], 360, 20)
    assert [float(r) for r in re.findall(r' r="([\d.]+)"', svg)] == [20, 10, 5]


def test_stronger_lines_are_drawn_above_weaker_ones() -> None:
    nodes = [Node(label=str(n), name=str(n), address="", articles=9) for n in range(3)]
    svg = draw_network(nodes, [Line(one=0, other=1, articles=20), Line(one=1, other=2, articles=1)], 360, 20)
    assert re.findall(r'na-tie-(\d)" d="(M)', svg) == [("0", "M"), ("3", "M")]


def test_names_are_escaped() -> None:
    nodes = [Node(label='<b> & "c"', name="<i>", address='?a="&b', articles=1)] * 2
    svg = draw_network(nodes, [Line(one=0, other=1, articles=1)], 360, 20)
    root = ET.fromstring(svg)  # noqa: S314  # our own
    assert [a.get("href") for a in root.iter("a")] == ['?a="&b'] * 2
    assert "<b>" not in svg


@pytest.mark.parametrize(
    ("label", "name", "spoken"),
    [
        ("WHO", "World Health Organization", "WHO, World Health Organization, 1 article"),
        ("Utrecht", "Utrecht", "Utrecht, 1 article"),
    ],
)
def test_a_node_is_spoken_of_by_its_label_first(label: str, name: str, spoken: str) -> None:
    nodes = [Node(label=label, name=name, address="", articles=1)] * 2
    assert f'aria-label="{spoken}"' in draw_network(nodes, [Line(one=0, other=1, articles=1)], 360, 20)


@pytest.mark.parametrize(
    ("label", "lines"),
    [
        ("WHO", ["WHO"]),
        ("Red Cross", ["Red Cross"]),
        ("International Committee of the Red Cross", ["International", "Committee of", "the Red Cross"]),
        ("Rijkswaterstaatsbibliotheek", ["Rijkswaterstaatsbibliotheek"]),
        ("", [""]),
    ],
)
def test_long_labels_stand_in_several_lines(label: str, lines: list[str]) -> None:
    assert wrap(label) == lines
