"""Where the nodes of a network stand: near those that they share most with, and no label over another.

First a spring layout, which is the same for the same network; then nodes with their labels, taken as boxes, are pushed
apart where they overlap.
"""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from math import sqrt

_ROUNDS = 150
"""Sixty nodes have enough with some twenty; crowds that never come apart are stacked at the end."""
_SEED = 4
"""Any will do. Another gives another picture of the same network."""
_ROOM = 2.6
"""Area of the picture, in areas of its boxes: lines must be seen between them."""
_FLATTEST, _HIGHEST = 0.4, 1.25
"""Heights in widths; the boxes may need more than the highest."""


@dataclass(frozen=True, slots=True)
class Box:
    """The room that a node takes with its label, around the middle of its circle; pixels."""

    left: float
    right: float
    up: float
    down: float


@dataclass(frozen=True, slots=True)
class Layout:
    places: tuple[tuple[float, float], ...]
    """The middle of each node's circle."""
    width: float
    height: float


def lay_out(boxes: Sequence[Box], ties: Mapping[tuple[int, int], float], width: float) -> Layout:
    """Places for nodes of these boxes, so that none overlaps another, on a picture of this width.

    `ties` are pairs of nodes by number, and how strongly each pulls. The picture is as high as it must be.
    """
    area = sum((box.left + box.right) * (box.up + box.down) for box in boxes)
    height = min(_HIGHEST * width, max(_FLATTEST * width, _ROOM * area / width))
    places = [
        [box.left + x * (width - box.left - box.right), box.up + y * (height - box.up - box.down)]
        for box, (x, y) in zip(boxes, _springs(len(boxes), ties), strict=True)
    ]
    for _ in range(_ROUNDS):
        if not _part(places, boxes):
            break
        for place, box in zip(places, boxes, strict=True):
            place[0] = min(max(place[0], box.left), width - box.right)
            place[1] = min(max(place[1], box.up), height - box.down)
    else:
        _stack(places, boxes)
    top = min(y - box.up for (_, y), box in zip(places, boxes, strict=True))
    bottom = max(y + box.down for (_, y), box in zip(places, boxes, strict=True))
    return Layout(tuple((round(x), round(y - top)) for x, y in places), width, round(bottom - top))


def _springs(nodes: int, ties: Mapping[tuple[int, int], float]) -> list[tuple[float, float]]:
    """Places from 0 to 1."""
    # Half of a second to import, and only a build that draws pages needs it.
    import networkx as nx

    graph: nx.Graph[int] = nx.Graph()
    graph.add_nodes_from(range(nodes))
    graph.add_weighted_edges_from((one, other, strength) for (one, other), strength in sorted(ties.items()))
    placed = nx.spring_layout(graph, seed=_SEED, iterations=200, k=2.2 / sqrt(nodes))
    return list(zip(*(_spread([float(placed[node][axis]) for node in range(nodes)]) for axis in (0, 1)), strict=True))


def _spread(values: Sequence[float]) -> list[float]:
    """Values from 0 to 1, half by size and half by rank: a few far out must not press all others into the middle."""
    low, high = min(values), max(values)
    if low == high:
        return [0.5] * len(values)
    ranks = {number: rank for rank, number in enumerate(sorted(range(len(values)), key=lambda n: (values[n], n)))}
    return [
        (value - low) / (high - low) / 2 + ranks[number] / (len(values) - 1) / 2 for number, value in enumerate(values)
    ]


def _part(places: list[list[float]], boxes: Sequence[Box]) -> bool:
    """Push apart those that overlap, half the way each and along the shorter way; whether there were any."""
    moved = False
    for one in range(len(boxes)):
        for other in range(one + 1, len(boxes)):
            a, b = boxes[one], boxes[other]
            (ax, ay), (bx, by) = places[one], places[other]
            across = min(ax + a.right - (bx - b.left), bx + b.right - (ax - a.left))
            along = min(ay + a.down - (by - b.up), by + b.down - (ay - a.up))
            if across <= 0.5 or along <= 0.5:
                continue
            moved = True
            if across < along:
                step = across / 2 + 0.5
                sign = 1 if ax + a.right - a.left > bx + b.right - b.left else -1
                places[one][0] += sign * step
                places[other][0] -= sign * step
            else:
                step = along / 2 + 0.5
                sign = 1 if ay + a.down - a.up > by + b.down - b.up else -1
                places[one][1] += sign * step
                places[other][1] -= sign * step
    return moved


def _stack(places: list[list[float]], boxes: Sequence[Box]) -> None:
    """From the top down, put each below those that it still overlaps: there is always room downwards."""
    done: list[int] = []
    for number in sorted(range(len(boxes)), key=lambda n: (places[n][1] - boxes[n].up, n)):
        place, box = places[number], boxes[number]
        for other in sorted(done, key=lambda n: (places[n][1] - boxes[n].up, n)):
            (x, y), there = places[other], boxes[other]
            beside = place[0] + box.right <= x - there.left or x + there.right <= place[0] - box.left
            if not beside and place[1] - box.up < y + there.down and y - there.up < place[1] + box.down:
                place[1] = y + there.down + box.up
        done.append(number)
