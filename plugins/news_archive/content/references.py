"""References from one file to an entity: full ids, or the last part alone where only one entity has it."""

import difflib
import re
from collections import defaultdict
from collections.abc import Iterable, Iterator
from collections.abc import Mapping as MappingOf
from dataclasses import dataclass

from news_archive.content.nodes import Mapping, Node, Scalar, Sequence, plain
from news_archive.model import EntityId, Finding, Severity, latin_slug

_ID = re.compile(r"[^\s/\\.][^\s\\]*")


@dataclass(frozen=True, slots=True)
class Unresolved:
    """A reference that leads nowhere, or to several."""

    advice: str
    """What is wrong and what to type instead."""


class References:
    """All ids there are, looked up by what editors type."""

    def __init__(self, ids: Iterable[EntityId]) -> None:
        self._ids = frozenset(ids)
        self._by_last: dict[str, list[EntityId]] = defaultdict(list)
        for id_ in sorted(self._ids):
            self._by_last[id_.rpartition("/")[2]].append(id_)

    def resolve(self, typed: str) -> EntityId | Unresolved:
        """The id that was meant."""
        if typed in self._ids:
            return EntityId(typed)
        short = self._by_last.get(typed, [])
        if len(short) == 1:
            return short[0]
        if short:
            return Unresolved(f"'{typed}' may be {' or '.join(short)}. Write the one that is meant")
        is_like_an_id = bool(_ID.fullmatch(typed))
        what = f"there is no '{typed}'" if is_like_an_id else f"'{typed}' is not the id of an actor, place or term"
        if meant := self._named(typed) or self._near(typed):
            return Unresolved(f"{what}. Did you mean {' or '.join(meant)}?")
        advice = "Add a file for it, or delete the reference" if is_like_an_id else "Write it as in actors/red-cross"
        return Unresolved(f"{what}. {advice}")

    def _named(self, typed: str) -> list[EntityId]:
        """The ids that a name would have as a file, or as a path with its folder."""
        parts = [latin_slug(part) for part in typed.split("/")]
        whole = EntityId("/".join(parts))
        return [whole] if whole in self._ids else self._by_last.get(parts[-1], [])

    def _near(self, typed: str) -> list[EntityId]:
        """The ids that are spelt nearly so."""
        near = difflib.get_close_matches(typed.lower(), [*sorted(self._ids), *self._by_last], n=1, cutoff=0.6)
        return [id_ for found in near for id_ in self._by_last.get(found, [EntityId(found)])]


def reference_nodes(fields: Mapping) -> Iterator[Scalar]:
    """Everything in a file's fields that refers to an entity, rulings included; `none` refers to nothing."""
    yield from (node for _, node, _ in _typed(fields) if node.text)
    mentions = fields.items.get("mentions")
    for meant in mentions.items.values() if isinstance(mentions, Mapping) else ():
        if isinstance(meant, Scalar) and meant.text and meant.text.strip() != "none":
            yield meant


def check_references(fields: Mapping, references: References) -> Iterator[Finding]:
    """Errors for references that lead nowhere, also where other fields of the file are wrong."""
    for field, node, _ in _typed(fields):
        yield from _check(field, node, references)
    mentions = fields.items.get("mentions")
    for name, meant in mentions.items.items() if isinstance(mentions, Mapping) else ():
        if not (isinstance(meant, Scalar) and meant.text == "none"):
            yield from _check("mentions", meant, references, f"{name}: ", "For no link write none")


def check_repetition(fields: Mapping, references: References, own: EntityId | None) -> Iterator[Finding]:
    """Warnings for what is referred to twice in one field, and for references of an entity to itself."""
    seen: dict[tuple[object, ...], int] = {}
    for field, node, statement in _typed(fields):
        target = references.resolve(node.text.strip()) if node.text else Unresolved("")
        if isinstance(target, Unresolved):
            continue
        # That something is part of itself is an error already: see `find_cycles`.
        if target == own and field != "part_of":
            yield _warning("self-reference", field, node, f"'{node.text}' is this page itself. Delete it")
        if first := seen.get((field, target, *statement)):
            message = f"'{node.text}' stands twice, first on line {first}. Delete one of the two"
            yield _warning("duplicate-reference", field, node, message)
        seen.setdefault((field, target, *statement), node.at.line)
    sources = fields.items.get("references")
    for entry in sources.items if isinstance(sources, Sequence) else ():
        if first := seen.get(key := ("references", str(plain(entry)))):
            message = f"the same source stands twice, first on line {first}. Delete one of the two"
            yield _warning("duplicate-reference", "references", entry, message)
        seen.setdefault(key, entry.at.line)


def _typed(fields: Mapping) -> Iterator[tuple[str, Scalar, tuple[object, ...]]]:
    """Each reference of an entity as typed: its field, and what else makes it a statement of its own."""
    for field in ("part_of", "see_also"):
        node = fields.items.get(field)
        for entry in node.items if isinstance(node, Sequence) else (node,):
            if isinstance(entry, Scalar):
                yield field, entry, ()
    relations = fields.items.get("relations")
    for relation in relations.items if isinstance(relations, Sequence) else ():
        if isinstance(relation, Mapping) and isinstance(target := relation.items.get("to"), Scalar):
            rest = {key: plain(value) for key, value in relation.items.items() if key not in ("to", "source")}
            yield "relations", target, (str(sorted(rest.items(), key=str)),)


def _warning(rule: str, field: str, node: Node, message: str) -> Finding:
    return Finding(
        rule=rule, severity=Severity.WARNING, path=node.at.path, line=node.at.line, field=field, message=message
    )


def _check(
    field: str, node: Node | None, references: References, before: str = "", after: str = ""
) -> Iterator[Finding]:
    if not isinstance(node, Scalar) or not node.text or not node.text.strip().isprintable():
        return  # wrong in another way, which validation tells
    answer = references.resolve(node.text.strip())
    if isinstance(answer, Unresolved):
        end = "" if not after else " " if answer.advice.endswith("?") else ". "
        yield Finding(
            rule="unknown-reference",
            severity=Severity.ERROR,
            path=node.at.path,
            line=node.at.line,
            field=field,
            message=f"{before}{answer.advice}{end}{after}",
        )


def find_cycles(parents: MappingOf[EntityId, tuple[EntityId, ...]]) -> Iterator[tuple[EntityId, ...]]:
    """Each loop once, as ids in order, beginning with the smallest."""
    done: set[EntityId] = set()
    for root in sorted(parents):
        trail: list[EntityId] = []
        on_trail: set[EntityId] = set()
        stack: list[tuple[EntityId, Iterator[EntityId]]] = []
        if root in done:
            continue
        stack.append((root, iter(parents.get(root, ()))))
        trail.append(root)
        on_trail.add(root)
        while stack:
            here, rest = stack[-1]
            parent = next(rest, None)
            if parent is None:
                stack.pop()
                trail.pop()
                on_trail.discard(here)
                done.add(here)
            elif parent in on_trail:
                loop = trail[trail.index(parent) :]
                start = loop.index(min(loop))
                yield tuple(loop[start:] + loop[:start])
            elif parent not in done:
                stack.append((parent, iter(parents.get(parent, ()))))
                trail.append(parent)
                on_trail.add(parent)
