"""References from one file to an entity: full ids, or the last part alone where only one entity has it."""

import difflib
from collections import defaultdict
from collections.abc import Iterable, Iterator
from collections.abc import Mapping as MappingOf
from dataclasses import dataclass

from news_archive.content.fields import REFERENCE
from news_archive.content.nodes import Mapping, Node, Scalar, Sequence
from news_archive.model import EntityId, Finding, Severity


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
            return Unresolved(f"'{typed}' may be {' or '.join(short)}. Write the one that is meant.")
        near = difflib.get_close_matches(typed.lower(), [*sorted(self._ids), *self._by_last], n=1, cutoff=0.6)
        advice = f"Did you mean {near[0]}?" if near else "Add a file for it, or delete the reference."
        return Unresolved(f"there is no '{typed}'. {advice}")


def check_references(fields: Mapping, references: References) -> Iterator[Finding]:
    """Errors for references that lead nowhere, also where other fields of the file are wrong."""
    for field in ("part_of", "see_also"):
        node = fields.items.get(field)
        for entry in node.items if isinstance(node, Sequence) else (node,):
            yield from _check(field, entry, references)
    relations = fields.items.get("relations")
    for relation in relations.items if isinstance(relations, Sequence) else ():
        if isinstance(relation, Mapping):
            yield from _check("relations", relation.items.get("to"), references)
    mentions = fields.items.get("mentions")
    for name, meant in mentions.items.items() if isinstance(mentions, Mapping) else ():
        if not (isinstance(meant, Scalar) and meant.text == "none"):
            yield from _check("mentions", meant, references, f"{name}: ", " For no link write none")


def _check(
    field: str, node: Node | None, references: References, before: str = "", after: str = ""
) -> Iterator[Finding]:
    if not isinstance(node, Scalar) or not node.text or not REFERENCE.fullmatch(node.text.strip()):
        return  # wrong in another way, which validation tells
    answer = references.resolve(node.text.strip())
    if isinstance(answer, Unresolved):
        yield Finding(
            rule=field,
            severity=Severity.ERROR,
            path=node.at.path,
            line=node.at.line,
            field=field,
            message=f"{before}{answer.advice}{after}",
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
