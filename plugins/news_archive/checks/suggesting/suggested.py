"""Suggestions as text for people and as values for programs."""

import difflib
from collections.abc import Callable, Iterator, Mapping, Sequence
from dataclasses import dataclass

from news_archive.checks.suggesting.suggestions import Suggestion, stub_fields
from news_archive.model import Entity, EntityId, Kind, folder_of, printable

Emphasis = Callable[[str], str]
"""Makes a heading or a name stand out."""

_FOLDERS = {folder_of(kind): kind for kind in Kind}
_SPELLINGS = 4
"""How many spellings are shown besides the name itself."""


def suggestions_as_text(
    suggestions: Sequence[Suggestion], entities: Mapping[EntityId, Entity], limit: int, emphasis: Emphasis = str
) -> Iterator[str]:
    """The lines for a terminal: names of known entities, then new ones, at most `limit` of each (0: all)."""
    known = [suggestion for suggestion in suggestions if suggestion.alias_of]
    new = [suggestion for suggestion in suggestions if not suggestion.alias_of]
    if not suggestions:
        yield "No suggestions: every proper name in the texts is on a page, as far as capital letters tell."
    for heading, group in (("Other names of known entities", known), ("Names that no page covers", new)):
        if not group:
            continue
        yield emphasis(f"{heading} ({len(group)})")
        for suggestion in group[: limit or None]:
            yield ""
            yield from _lines(suggestion, entities, emphasis)
        if limit and len(group) > limit:
            yield ""
            yield f"… and {len(group) - limit} more. To see them: --limit 0"
        yield ""


def _lines(suggestion: Suggestion, entities: Mapping[EntityId, Entity], emphasis: Emphasis) -> Iterator[str]:
    others = [text for text in suggestion.spellings if text != suggestion.text]
    also = f", also {', '.join(others[:_SPELLINGS])}{' …' if len(others) > _SPELLINGS else ''}" if others else ""
    yield f"{emphasis(suggestion.text)}{also}"
    number = len(suggestion.articles)
    yield f"  {_what(suggestion, entities)}; {number} article{'' if number == 1 else 's'}, {_times(suggestion.times)}"
    for context in suggestion.contexts[:1]:
        yield printable(f"  {context.path}:{context.line}: {context}")
    if suggestion.alias_of:
        line = entities[suggestion.alias_of].field_lines.get("aliases")
        where = f"{suggestion.path}:{line}, in `aliases`" if line else f"{suggestion.path}, in the front matter"
        yield f"  {where}:"
        yield f"    {suggestion.paste}" if line else f"    aliases: [{suggestion.paste.removeprefix('- ')}]"
    elif suggestion.id:
        yield f"  news-archive suggest --write {suggestion.id}"
    else:
        yield f"  news-archive suggest --write actors/{suggestion.slug}   (or places/…, glossary/…)"


def _times(times: int) -> str:
    return "once" if times == 1 else f"{times} times"


def _what(suggestion: Suggestion, entities: Mapping[EntityId, Entity]) -> str:
    if suggestion.alias_of:
        return f"{entities[suggestion.alias_of].name} ({suggestion.alias_of})? {_as_sentence(suggestion.because)}"
    if suggestion.kind is None:
        return "Actor, place or term? Nothing in the texts says"
    kind = "person" if suggestion.is_person else suggestion.kind.value
    return f"{kind.capitalize()}? {_as_sentence(suggestion.because)}"


def _as_sentence(clause: str) -> str:
    return f"{clause[:1].upper()}{clause[1:]}"


def suggestion_as_record(suggestion: Suggestion) -> dict[str, object]:
    """One suggestion, made of JSON's types."""
    return {
        "text": suggestion.text,
        "spellings": list(suggestion.spellings),
        "kind": suggestion.kind and suggestion.kind.value,
        "alias_of": suggestion.alias_of,
        "id": suggestion.id,
        "because": suggestion.because,
        "articles": list(suggestion.articles),
        "times": suggestion.times,
        "contexts": [
            {"article": c.article, "path": c.path, "line": c.line, "before": c.before, "name": c.name, "after": c.after}
            for c in suggestion.contexts
        ],
        "path": suggestion.path,
        "paste": suggestion.paste,
    }


@dataclass(frozen=True, slots=True, kw_only=True)
class Chosen:
    """A page that an editor wants of a suggestion."""

    kind: Kind
    slug: str
    fields: Mapping[str, str | Sequence[str]]


def suggestion_of(id_: str, suggestions: Sequence[Suggestion], entities: Mapping[EntityId, Entity]) -> Chosen:
    """The page of an id or a name that the suggestions propose; of a name without a kind the folder decides.

    Raises LookupError for another id; its message is for editors.
    """
    folder, _, name = id_.removesuffix(".md").partition("/")
    kind = _FOLDERS.get(folder)
    new = [suggestion for suggestion in suggestions if not suggestion.alias_of]
    if kind is None or not name:
        if named := _named(id_, suggestions):
            return suggestion_of(named, suggestions, entities)
        raise LookupError(f"'{id_}' is no id. Write one such as actors/red-cross, places/utrecht or glossary/ceasefire")
    if known := entities.get(EntityId(f"{folder}/{name}")):
        raise LookupError(f"{known.path} is there already, and stays as it is. Add the name to its `aliases`")
    for suggestion in new:
        if suggestion.slug == name:
            return Chosen(kind=kind, slug=name, fields=stub_fields(suggestion, kind))
    near = difflib.get_close_matches(name, sorted({suggestion.slug for suggestion in new}), n=1, cutoff=0.6)
    advice = f"Did you mean {folder}/{near[0]}?" if near else "`news-archive suggest --limit 0` shows all"
    raise LookupError(f"'{id_}' is no page that is suggested. {advice}")


def _named(typed: str, suggestions: Sequence[Suggestion]) -> str | None:
    """The id that is proposed for a name; None for what is no name here. Raises LookupError as `suggestion_of` does."""
    wanted = " ".join(typed.split()).casefold()
    for suggestion in suggestions:
        if wanted in {text.casefold() for text in (suggestion.text, *suggestion.spellings)}:
            if suggestion.alias_of:
                raise LookupError(
                    f"'{typed}' seems to be another name of {suggestion.alias_of}. Add it to the `aliases` of "
                    f'{suggestion.path}. For a page of its own: news-archive new actor "{suggestion.text}"'
                )
            if suggestion.id is None:
                slug = suggestion.slug
                raise LookupError(
                    f"nothing says what '{typed}' is. Write actors/{slug}, places/{slug} or glossary/{slug}"
                )
            return suggestion.id
    return None
