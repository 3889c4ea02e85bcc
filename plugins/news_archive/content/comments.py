"""Texts of front matter that YAML cuts off at a `#`, which begins a comment: `title: Bridge #1 reopened` is `Bridge`."""

import re
from collections.abc import Iterator

from news_archive.content.nodes import Mapping, Node, Scalar, Sequence
from news_archive.model import Finding, Severity

# A comment that is meant has a space behind its sign, as all those that we write ourselves.
_CUT_OFF = re.compile(r"[ \t]+#[^\s#][^\n]*")


def check_comments(fields: Mapping, parsed: str, path: str) -> Iterator[Finding]:
    """A warning for each plain text that goes on behind a `#`; `parsed` is the text that the fields were read from."""
    for name, node in fields.items.items():
        for scalar in _plain_texts(node):
            if found := _CUT_OFF.match(parsed, scalar.span[1]):
                whole = f"{scalar.text}{found[0].rstrip()}"
                yield Finding(
                    rule="cut-off",
                    severity=Severity.WARNING,
                    path=path,
                    line=scalar.at.line,
                    field=name,
                    message=f"'{found[0].strip()}' is not read, for # begins a comment. Put the whole text in quotes: "
                    f"'{whole}'. For a comment, write a space behind the #",
                )


def _plain_texts(node: Node) -> Iterator[Scalar]:
    match node:
        case Scalar():
            if node.style is None and node.text:
                yield node
        case Sequence():
            for item in node.items:
                yield from _plain_texts(item)
        case Mapping():
            for item in node.items.values():
                yield from _plain_texts(item)
