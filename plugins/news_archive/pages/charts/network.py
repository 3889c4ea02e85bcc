"""The network as SVG: a circle and a label for each entity, each a link, and lines between those named together."""

from collections.abc import Sequence
from dataclasses import dataclass
from html import escape
from math import sqrt

from news_archive.pages.charts.layout import Box, Layout, lay_out
from news_archive.pages.words import plural

_LETTER = 7.4
"""Pixels that a letter of the label takes at most on average; measured with wide capitals in 13 pixels."""
_LINE = 15
_LONGEST = 18
"""Letters of a line of a label, unless one word is longer."""
_GAP = 4
_LEAST = 5.0
"""Radius."""
_STEPS = 4
"""Widths of lines; one path each."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Node:
    label: str
    name: str
    """In full, for those who don't see the picture or wonder what the label stands for."""
    address: str
    """From the page."""
    articles: int


@dataclass(frozen=True, slots=True, kw_only=True)
class Line:
    one: int
    other: int
    """Numbers of nodes."""
    articles: int


def draw_network(nodes: Sequence[Node], lines: Sequence[Line], width: int, largest: float) -> str:
    """SVG of this width, with circles of at most this radius; the same for the same nodes and lines in the same order."""
    most = max(node.articles for node in nodes)
    radii = [round(max(_LEAST, largest * sqrt(node.articles / most)), 1) for node in nodes]
    labels = [wrap(node.label) for node in nodes]
    boxes = [_box(label, radius) for label, radius in zip(labels, radii, strict=True)]
    # By the part of their articles that two share: by number, the most named would all pull each other into the middle.
    pulls = {(at.one, at.other): at.articles / sqrt(nodes[at.one].articles * nodes[at.other].articles) for at in lines}
    layout = lay_out(boxes, pulls, width)
    drawn = "".join(
        f'<a class="na-node" href="{escape(node.address)}" aria-label="{escape(spoken)}"><title>{escape(spoken)}</title>'
        f'<circle cx="{x:g}" cy="{y:g}" r="{radius:g}"/>{_text(label, x, y + radius)}</a>'
        for node, label, radius, (x, y), spoken in zip(
            nodes, labels, radii, layout.places, map(_say, nodes), strict=True
        )
    )
    return (
        f'<svg class="na-network" role="group" aria-label="{len(nodes)} actors, joined where articles name both"'
        f' viewBox="0 0 {layout.width:g} {layout.height:g}">{_lines(lines, layout)}{drawn}</svg>'
    )


def _say(node: Node) -> str:
    """The node in words. They begin with the label, for those who speak to their computer say what they see."""
    name = node.name if node.name == node.label else f"{node.label}, {node.name}"
    return f"{name}, {plural(node.articles, 'article')}"


def wrap(label: str) -> list[str]:
    """A label in lines of about equal length, cut at spaces."""
    lines = [""]
    target = max(_LONGEST * 0.6, len(label) / max(1, -(-len(label) // _LONGEST)))
    for word in label.split():
        if lines[-1] and len(lines[-1]) + 1 + len(word) > max(target + 2, 1):
            lines.append(word)
        else:
            lines[-1] = f"{lines[-1]} {word}".strip()
    return lines


def _box(label: Sequence[str], radius: float) -> Box:
    half = max(radius, max(map(len, label)) * _LETTER / 2) + _GAP
    return Box(left=half, right=half, up=radius + _GAP, down=radius + _LINE * len(label) + _GAP)


def _text(label: Sequence[str], x: float, top: float) -> str:
    first = f'<text x="{x:g}" y="{top + _LINE - 2:g}">'
    if len(label) == 1:
        return f"{first}{escape(label[0])}</text>"
    lines = "".join(
        f'<tspan x="{x:g}" dy="{_LINE if number else 0}">{escape(line)} </tspan>' for number, line in enumerate(label)
    )
    return f"{first}{lines}</text>"


def _lines(lines: Sequence[Line], layout: Layout) -> str:
    """The weakest lie below."""
    if not lines:
        return ""
    most = max(line.articles for line in lines)
    paths = [""] * _STEPS
    for line in lines:
        (x1, y1), (x2, y2) = layout.places[line.one], layout.places[line.other]
        step = min(_STEPS - 1, int(_STEPS * sqrt((line.articles - 1) / most)))
        paths[step] += f"M{x1:g} {y1:g}L{x2:g} {y2:g}"
    return "".join(f'<path class="na-tie na-tie-{step}" d="{path}"/>' for step, path in enumerate(paths) if path)
