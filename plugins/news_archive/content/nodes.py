"""YAML as text that knows its line. Nothing is guessed: `NO`, `12:30` and `007` stay as typed.

Anchors, aliases, tags and duplicate keys are refused: they are mistakes or attacks in front matter.
"""

from collections.abc import Iterator
from dataclasses import dataclass

import yaml

from news_archive.content.broken_yaml import Broken, explain

_MAX_DEPTH = 20


@dataclass(frozen=True, slots=True)
class Place:
    """Where something stands in a file."""

    path: str
    line: int
    """From 1."""


@dataclass(frozen=True, slots=True)
class Scalar:
    text: str | None
    """None for a key with nothing behind it."""
    at: Place
    span: tuple[int, int]
    """Where it begins and ends in the text that was parsed, its quotes included: characters from 0."""
    style: str | None
    """The quote around it, `|` or `>`; None for plain text."""


@dataclass(frozen=True, slots=True)
class Sequence:
    items: tuple["Node", ...]
    at: Place
    start: int
    """Where it begins in the text that was parsed: characters from 0."""
    is_flow: bool
    """Whether it is written in brackets."""


@dataclass(frozen=True, slots=True)
class Mapping:
    items: dict[str, "Node"]
    keys: dict[str, Place]
    at: Place


Node = Scalar | Sequence | Mapping
Plain = str | None | list["Plain"] | dict[str, "Plain"]


class NodeError(ValueError):
    """The YAML can't be used. `str()` says why and what to do; `line` counts from 1 in the file."""

    def __init__(self, message: str, line: int, field: str | None = None) -> None:
        super().__init__(message)
        self.line = line
        self.field = field


def parse(text: str, path: str, first_line: int) -> Node:
    """The one YAML document in `text`, whose first line is line `first_line` of the file. Raises NodeError."""
    try:
        events = yaml.parse(text, Loader=yaml.CSafeLoader)
        builder = _Builder(events, path, first_line)
        return builder.document()
    except yaml.MarkedYAMLError as error:
        # A bracket or quote that is never closed, or a line without a colon, is told where it begins.
        begins = any(word in (error.context or "") for word in ("flow", "quoted", "simple key"))
        mark = (error.context_mark if begins else None) or error.problem_mark or error.context_mark
        raise NodeError(_explain(error, text), first_line + (mark.line if mark else 0)) from error
    except yaml.reader.ReaderError as error:
        # LibYAML counts bytes, and gives the character as a number.
        before = text.encode()[: error.position] if isinstance(error.position, int) else b""
        character = error.character if isinstance(error.character, int) else ord(str(error.character))
        raise NodeError(
            f"the character U+{character:04X} is not allowed here. Delete it", first_line + before.count(b"\n")
        ) from error


def _explain(error: yaml.MarkedYAMLError, text: str) -> str:
    stops = error.problem_mark or error.context_mark
    begins = error.context_mark or stops
    broken = Broken(
        problem=error.problem or "",
        context=error.context or "",
        lines=text.split("\n"),
        begins=(begins.line, begins.column) if begins else (0, 0),
        stops=(stops.line, stops.column) if stops else (0, 0),
    )
    return explain(broken)


class _Builder:
    """Turns parser events into nodes; state is the position in the stream."""

    def __init__(self, events: Iterator[yaml.Event], path: str, first_line: int) -> None:
        self.events = events
        self.path = path
        self.first_line = first_line

    def at(self, event: yaml.Event) -> Place:
        return Place(self.path, self.first_line + (event.start_mark.line if event.start_mark else 0))

    def document(self) -> Node:
        root: Node = Mapping({}, {}, Place(self.path, self.first_line))
        is_first = True
        for event in self.events:
            if isinstance(event, yaml.DocumentStartEvent) and not is_first:
                raise NodeError("there is a second document. Write one block of fields", self.at(event).line)
            if isinstance(
                event, (yaml.StreamStartEvent, yaml.StreamEndEvent, yaml.DocumentStartEvent, yaml.DocumentEndEvent)
            ):
                continue
            root, is_first = self.node(event, 0), False
        return root

    def node(self, event: yaml.Event, depth: int) -> Node:
        at = self.at(event)
        if depth > _MAX_DEPTH:
            raise NodeError(f"lists are nested more than {_MAX_DEPTH} deep. Write plain fields", at.line)
        if isinstance(event, yaml.AliasEvent):
            raise NodeError(
                f"*{event.anchor} refers to an anchor; anchors are not allowed. Write the text out", at.line
            )
        if not isinstance(event, (yaml.ScalarEvent, yaml.SequenceStartEvent, yaml.MappingStartEvent)):
            raise NodeError("it can't be read here. Write one `field: text` a line", at.line)
        if event.anchor:
            raise NodeError(f"&{event.anchor} is an anchor; anchors are not allowed. Put the text in quotes", at.line)
        if event.tag and not (isinstance(event, yaml.ScalarEvent) and event.implicit[1] and event.tag == "!"):
            raise NodeError(f"{event.tag} is a tag; tags are not allowed. Put the text in quotes", at.line)
        if isinstance(event, yaml.ScalarEvent):
            text = None if event.value == "" and not event.style else event.value
            return Scalar(text, at, (_offset(event.start_mark), _offset(event.end_mark)), event.style or None)
        if isinstance(event, yaml.SequenceStartEvent):
            return Sequence(tuple(self.sequence(depth)), at, _offset(event.start_mark), bool(event.flow_style))
        return self.mapping(at, depth)

    def sequence(self, depth: int) -> Iterator[Node]:
        for event in self.events:
            if isinstance(event, yaml.SequenceEndEvent):
                return
            yield self.node(event, depth + 1)

    def mapping(self, at: Place, depth: int) -> Mapping:
        items: dict[str, Node] = {}
        keys: dict[str, Place] = {}
        for event in self.events:
            if isinstance(event, yaml.MappingEndEvent):
                break
            key = self.node(event, depth + 1)
            if not isinstance(key, Scalar) or key.text is None:
                raise NodeError("a field has no plain name. Write `field: text`", key.at.line)
            if key.text in items:
                raise NodeError(
                    f"the field stands twice, first on line {keys[key.text].line}. Delete one of the two",
                    key.at.line,
                    key.text,
                )
            items[key.text] = self.node(next(self.events), depth + 1)
            keys[key.text] = key.at
        return Mapping(items, keys, at)


def _offset(mark: object) -> int:
    """Characters from the text's beginning: of LibYAML's marks, for which PyYAML's types say that there may be none."""
    return int(getattr(mark, "index", 0))


def plain(node: Node) -> Plain:
    """The node without its places: text, lists and dicts."""
    match node:
        case Scalar():
            return node.text
        case Sequence():
            return [plain(item) for item in node.items]
        case Mapping():
            return {key: plain(item) for key, item in node.items.items()}


def place_of(node: Node, location: tuple[int | str, ...]) -> Place:
    """Where the value at `location` (keys and indexes from the root) stands, as exactly as is known."""
    at = node.at
    for step in location:
        match node:
            case Mapping() if step in node.items:
                # A value on the line after its key is still found by its own line; a nested one by its key's.
                at = node.keys[str(step)]
                node = node.items[str(step)]
            case Sequence() if isinstance(step, int) and step < len(node.items):
                node = node.items[step]
                at = node.at
            case _:
                break
    return at
