"""Splits a file into its front matter and its body."""

from dataclasses import dataclass

from news_archive.content.nodes import Mapping, NodeError, Place, parse


@dataclass(frozen=True, slots=True)
class Document:
    """A Markdown file, taken apart."""

    fields: Mapping
    body: str
    body_line: int
    """The line of the file on which the body begins, from 1."""


def split(text: str, path: str) -> Document:
    """The front matter between the first `---` line and the next, and what follows. Raises NodeError."""
    lines = text.split("\n")
    if lines[0].rstrip() != "---":
        return Document(Mapping({}, {}, Place(path, 1)), text, 1)
    end = next((i for i, line in enumerate(lines[1:], 1) if line.rstrip() in ("---", "...")), None)
    if end is None:
        raise NodeError("the front matter is not closed. Write a line `---` after the last field", 1)
    root = parse("\n".join(lines[1:end]) + "\n", path, 2)
    if not isinstance(root, Mapping):
        raise NodeError("the front matter is no list of fields. Write one `field: text` a line", root.at.line)
    return Document(root, "\n".join(lines[end + 1 :]), end + 2)
