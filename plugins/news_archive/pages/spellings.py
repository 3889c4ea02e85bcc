"""The other names of an entity, by language, for readers."""

from collections.abc import Sequence
from typing import NamedTuple

from news_archive.model import Entity, PartialDate
from news_archive.pages.views import Spelling, Spellings
from news_archive.pages.words import language_name, validity

_OWN = 3
"""How many names without a language a card shows."""
_AT_ONCE = 8
"""How many of them an entity's page shows at once."""


class _Other(NamedTuple):
    text: str
    lang: str | None
    since: PartialDate | None
    until: PartialDate | None


def spellings_of(entity: Entity) -> tuple[Spellings, ...]:
    """All other names, each once: those without a language first, then by language as they are declared."""
    return _by_language(entity, _others(entity))


def shortened(groups: Sequence[Spellings]) -> tuple[tuple[Spellings, ...], tuple[Spelling, ...]]:
    """The groups with at most eight names without a language, and the further ones: lists of forms grow long."""
    own = groups[0].names if groups and groups[0].language is None else ()
    if len(own) <= _AT_ONCE + 1:
        return tuple(groups), ()
    return (Spellings(None, own[:_AT_ONCE]), *groups[1:]), tuple(own[_AT_ONCE:])


def spellings_on(entity: Entity, date: PartialDate) -> tuple[Spellings, ...]:
    """A few other names that were in use at a date, for a card: three without a language, and one of each language."""
    others = [name for name in _others(entity) if _holds(name, date)]
    return tuple(
        Spellings(language, tuple(n._replace(validity=None) for n in names[: 1 if language else _OWN]))
        for language, names in _by_language(entity, others)
    )


def _others(entity: Entity) -> list[_Other]:
    aliases = [_Other(a.text, a.lang, a.since, a.until) for a in entity.aliases]
    return aliases + [_Other(n.text, n.lang, n.since, n.until) for n in entity.names]


def _holds(name: _Other, date: PartialDate) -> bool:
    return (name.since is None or name.since.first <= date.last) and (
        name.until is None or date.first <= name.until.last
    )


def _by_language(entity: Entity, others: Sequence[_Other]) -> tuple[Spellings, ...]:
    by_text: dict[tuple[str, str | None], Spelling] = {}
    for name in others:
        spelling = Spelling(name.text, name.lang, validity(name.since, name.until))
        key = (name.text.casefold(), spelling.validity)
        # A spelling stands once, whatever its capitals; if it has a language, that is told.
        if key not in by_text or (name.lang and not by_text[key].lang):
            by_text[key] = spelling
    groups: dict[str | None, list[Spelling]] = {None: []}
    for spelling in by_text.values():
        if spelling.text != entity.name:
            groups.setdefault(spelling.lang and language_name(spelling.lang), []).append(spelling)
    return tuple(Spellings(language, tuple(names)) for language, names in groups.items() if names)
