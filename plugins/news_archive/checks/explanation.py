"""Why each name of an article is linked, undecided or not linked, and which line would change that."""

import difflib
import re
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from typing import Literal

from news_archive.matching import Gazetteer, Names, Origin, fold_text, skeleton
from news_archive.model import (
    Ambiguity,
    Article,
    Block,
    Entity,
    EntityId,
    Mention,
    Reason,
    ReasonKind,
    Unlinked,
)

_AROUND = 40
_SUGGESTIONS = 3
_CONSONANTS = 4
"""Fewer of them are shared by too many names."""

_WHY = {
    ReasonKind.NAME: "it is listed as '{form}'",
    ReasonKind.CASE: "it is '{form}' in other capitals",
    ReasonKind.SPELLING: "it is '{form}' but for accents, apostrophes, hyphens, periods or the article",
    ReasonKind.TRANSLITERATION: "it is '{form}' in another transliteration, and nobody else's name",
    ReasonKind.PLURAL: "it is the plural of a listed term",
    ReasonKind.RULING: "the front matter rules so",
    ReasonKind.AUTHOR_LINK: "the author links to the page",
    ReasonKind.DATE: "of those who list '{form}' only this one bore it at the article's date",
    ReasonKind.ACRONYM: "the text introduces the acronym beside '{evidence}'",
    ReasonKind.FULL_NAME: "it is the full name with an initial",
    ReasonKind.SURNAME: "it is the surname, and the text names '{evidence}' in full",
    ReasonKind.TITLE: "it is the surname, and the description says '{evidence}' too",
    ReasonKind.GIVEN_NAME: "it is the given name, and the text names the person in full",
    ReasonKind.SHORT_NAME: "the text names '{evidence}' in full before it",
    ReasonKind.DESCRIPTION: "an alias describes it so, and the text speaks of no other before",
    ReasonKind.CUE: "the word '{evidence}' beside it says so",
    ReasonKind.NAMED_HERE: "several bear the name, and the text names this one by another name too",
    ReasonKind.CONTEXT: "several bear the name, and this one is tied to {evidence}, which the text names",
    ReasonKind.NEARNESS: "several places bear the name, and this one lies near {evidence}, which the text names",
}
_WHY_NOT = {
    ReasonKind.RULING: "the front matter rules so",
    ReasonKind.DATE: "nobody bore '{form}' at the article's date",
    ReasonKind.NOT: "'{form}' is listed under `not`",
    ReasonKind.LONGER_NAME: "it is part of a longer name that is not listed: '{evidence}'",
    ReasonKind.OTHER_PERSON: "it is somebody else: '{evidence}'",
    ReasonKind.SURNAME: "the nearest of that name before it is somebody who is not listed: '{evidence}'",
    ReasonKind.EXPLAINED: "the text says that it stands for '{evidence}'",
    ReasonKind.OTHER_MEANING: "here it means '{evidence}'",
    ReasonKind.DESCRIPTION: "the text spoke of another one before: '{evidence}'",
    ReasonKind.TRANSLITERATION: "it may be a spelling of '{form}', but it only ever begins a sentence here, as any word may",
    ReasonKind.ANYBODY: "'{evidence}' before it says that nobody in particular is meant",
    ReasonKind.MODEL: "the language model takes it for a part of a person's name: '{evidence}'",
}


@dataclass(frozen=True, slots=True)
class Change:
    """What would give a name another outcome."""

    advice: str
    """What to type, and where, as a sentence."""
    lines: tuple[tuple[str, str], ...] = ()
    """Each outcome that there may be, an entity's id or `none`, with the line to paste; empty where there is no line."""
    place: str = ""
    """Where the line goes; empty where there is none."""
    listed: str = ""
    """File and line that list the form by which a name is linked; empty where no line does."""


@dataclass(frozen=True, slots=True)
class Explained:
    """One name of an article with one outcome, however often it stands there."""

    text: str
    """As printed."""
    times: int
    context: str
    """Where it stands first, with the name in square brackets."""
    outcome: Literal["linked", "undecided", "unlinked"]
    verdict: str
    """Such as `linked to Dutch Red Cross (actors/red-cross)`."""
    why: str
    change: Change
    entities: tuple[EntityId, ...]
    """Whom it means or may mean."""
    anchors: tuple[str, ...]
    """The ids of its marks, in the order of the text; none for what is not linked."""


def explain(
    article: Article, texts: Sequence[str], names: Names, entities: Mapping[EntityId, Entity], wanted: str | None = None
) -> list[Explained]:
    """The names of an article in its order; only those that contain `wanted`, if it is given."""
    found: list[Mention | Ambiguity | Unlinked] = sorted(
        [*names.mentions, *names.ambiguities, *names.unlinked], key=lambda name: name.span
    )
    needle = fold_text(wanted).lower() if wanted else ""
    groups: dict[tuple[object, ...], list[Mention | Ambiguity | Unlinked]] = {}
    for name in found:
        text = fold_text(name.text)
        if needle in text.lower():
            groups.setdefault((text, type(name).__name__, _entities(name), name.reason), []).append(name)
    return [
        Explained(
            text=key[0] if isinstance(key[0], str) else "",
            times=len(group),
            context=_context(texts[group[0].span.block], group[0].span.start, group[0].span.end),
            outcome=_outcome(group[0]),
            verdict=_verdict(group[0], entities),
            why=why(group[0]),
            change=_change(group[0], entities, article),
            entities=_entities(group[0]),
            anchors=tuple(name.anchor for name in group if not isinstance(name, Unlinked)),
        )
        for key, group in groups.items()
    ]


def explain_absence(
    article: Article, blocks: Iterable[Block], gazetteer: Gazetteer, entities: Mapping[EntityId, Entity], wanted: str
) -> str:
    """Why a name is not among those found, and what would make it so."""
    folded = fold_text(wanted)
    holding = [block for block in blocks if folded.lower() in fold_text(block.text).lower()]
    if not holding:
        return f"'{wanted}' is not in the text of the article."
    if not any(_is_open(block, folded) for block in holding):
        return f"'{wanted}' stands in headings, code or links only, where nothing is linked."
    short = sorted({form.entity for form in gazetteer.dependent_forms(folded)})
    if short:
        whose = " or ".join(f"{entities[id_].name} ({id_})" for id_ in short)
        ruling = _ruling(article, folded, short[0])
        return f"'{wanted}' is a short name of {whose}, whom the text does not name in full. To link it, {ruling}"
    lines = [f"'{wanted}' is in the text, and no entity lists it."]
    for form_text, id_ in _nearest(folded, gazetteer) if folded[:1].isupper() else ():
        entity = entities[id_]
        lines.append(f"If it is {entity.name} ('{form_text}'): add `- {wanted}` to `aliases` in {entity.path}")
    lines.append(
        f"For this article only, {_ruling(article, folded, 'actors/…')}, with the id of the page that it means"
    )
    return "\n".join(lines)


def _is_open(block: Block, folded: str) -> bool:
    """Whether a name stands in a block where it may be marked."""
    text = block.text
    for start, end in block.closed:
        text = text[:start] + " " * (end - start) + text[end:]
    return not block.is_closed and folded.lower() in fold_text(text).lower()


def _nearest(text: str, gazetteer: Gazetteer) -> Iterator[tuple[str, EntityId]]:
    """Listed forms that the text may be a spelling of: those of the same consonants, then those of similar letters."""
    declared = [form for form in gazetteer.declared if form.origin is not Origin.NOT and not form.is_acronym]
    own = skeleton(text)
    alike = [form for form in declared if len(own) >= _CONSONANTS and skeleton(form.text) == own]
    close = set(difflib.get_close_matches(text, sorted({form.text for form in declared}), n=_SUGGESTIONS, cutoff=0.8))
    seen: set[EntityId] = set()
    for form in (*alike, *(form for form in declared if form.text in close)):
        if form.entity not in seen and len(seen) < _SUGGESTIONS:
            seen.add(form.entity)
            yield form.text, form.entity


def _entities(name: Mention | Ambiguity | Unlinked) -> tuple[EntityId, ...]:
    return (name.entity,) if isinstance(name, Mention) else name.candidates


def _outcome(name: Mention | Ambiguity | Unlinked) -> Literal["linked", "undecided", "unlinked"]:
    return "linked" if isinstance(name, Mention) else "undecided" if isinstance(name, Ambiguity) else "unlinked"


def _context(text: str, start: int, end: int) -> str:
    before, after = text[max(0, start - _AROUND) : start], text[end : end + _AROUND]
    return " ".join(f"…{before}[{text[start:end]}]{after}…".replace("\ufffc", "").split())


def _verdict(name: Mention | Ambiguity | Unlinked, entities: Mapping[EntityId, Entity]) -> str:
    listed = " or ".join(f"{entities[id_].name} ({id_})" for id_ in _entities(name) if id_ in entities)
    if isinstance(name, Mention):
        return f"linked to {listed}"
    if isinstance(name, Ambiguity):
        return f"undecided: {listed}"
    return f"not linked to {listed}" if listed else "not linked"


def why(name: Mention | Ambiguity | Unlinked) -> str:
    """The reason in words, without a full stop: `it is listed as 'WHO'`."""
    reason = name.reason
    if isinstance(name, Ambiguity):
        return f"several bear '{reason.form}', and nothing in the text decides between them"
    known = _WHY if isinstance(name, Mention) else _WHY_NOT
    return known.get(reason.kind, str(reason.kind)).format(form=reason.form, evidence=_plain(reason))


def _plain(reason: Reason) -> str:
    return re.sub(r"\s+", " ", reason.evidence)


def _change(name: Mention | Ambiguity | Unlinked, entities: Mapping[EntityId, Entity], article: Article) -> Change:
    printed = fold_text(name.text)
    if name.reason.kind is ReasonKind.RULING:
        return Change(f"To take the ruling back, delete it: {article.path}:{article.field_lines.get('mentions', 1)}")
    if name.reason.kind is ReasonKind.AUTHOR_LINK:
        return Change(f"If that is wrong, mend the link in the text ({article.path})")
    if isinstance(name, Mention):
        advice = f"If that is wrong, {_ruling(article, printed, 'none')}"
        line = entities[name.entity].alias_lines.get(name.reason.form) if name.entity in entities else None
        listed = f"{entities[name.entity].path}:{line}" if line else ""
        advice = f"{advice}. The form is listed in {listed}" if listed else advice
        return replace(_rulings(advice, article, printed, ("none",)), listed=listed)
    ids = _entities(name)
    if isinstance(name, Ambiguity):
        advice = f"To decide, {_ruling(article, printed, ids[0])}, or with {' or '.join((*ids[1:], 'none'))}"
        return _rulings(advice, article, printed, (*ids, "none"))
    meanings = ids or ("actors/…",)
    return _rulings(f"To link it, {_ruling(article, printed, meanings[0])}", article, printed, meanings)


def _rulings(advice: str, article: Article, printed: str, meanings: Iterable[str]) -> Change:
    lines = tuple((meaning, _ruling_line(article, printed, meaning)) for meaning in meanings)
    return Change(advice, lines, _ruling_place(article))


def _ruling(article: Article, printed: str, meaning: str) -> str:
    """The line that rules on a name, and where it goes, as a part of a sentence."""
    if line := article.field_lines.get("mentions"):
        return f"add `{_ruling_line(article, printed, meaning)}` to `mentions` ({article.path}:{line})"
    line = max(1, article.body_line - 1)
    return f"add the line `{_ruling_line(article, printed, meaning)}` to the front matter ({article.path}, before line {line})"


def _ruling_line(article: Article, printed: str, meaning: str) -> str:
    ruling = f"{_quoted(printed)}: {meaning}"
    return ruling if "mentions" in article.field_lines else f"mentions: {{{ruling}}}"


def _ruling_place(article: Article) -> str:
    """Where a line that rules on a name goes."""
    if line := article.field_lines.get("mentions"):
        return f"{article.path}:{line}, in the field mentions"
    return f"{article.path}, front matter, before line {max(1, article.body_line - 1)}"


def _quoted(text: str) -> str:
    """A text as a YAML key: in quotes where it would be read as something else."""
    if re.fullmatch(r"[^\W\d_][\w .'-]*", text) and text.lower() not in {
        "yes",
        "no",
        "on",
        "off",
        "null",
        "true",
        "false",
    }:
        return text
    return '"' + text.replace("\\", "\\\\").replace('"', '\\"') + '"'
