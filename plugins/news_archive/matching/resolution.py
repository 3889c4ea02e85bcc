"""Decides what each candidate means: an editor's ruling, else the one entity that bore the name at that time.

What stays open is an `Ambiguity`, never a guess. Further evidence (short forms, cue words, context) has its
place between the date and the ambiguity.
"""

from collections import Counter
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass

from news_archive.matching.candidates import Candidate
from news_archive.matching.forms import Form, Origin
from news_archive.model import Ambiguity, EntityId, Mention, PartialDate, Reason, ReasonKind, Span


@dataclass(frozen=True, slots=True)
class Names:
    """The names of one text, in its order."""

    mentions: tuple[Mention, ...]
    ambiguities: tuple[Ambiguity, ...]


@dataclass(frozen=True, slots=True)
class _Decision:
    candidate: Candidate
    entities: tuple[EntityId, ...]
    """None: no link. One: a mention. More: an ambiguity."""
    reason: Reason


def resolve(
    candidates: Sequence[Candidate],
    date: PartialDate | None,
    author_links: Iterable[tuple[Span, str, EntityId]] = (),
    excluding: EntityId | None = None,
) -> Names:
    """Mentions and ambiguities of a text.

    `candidates` come in the order of the text, the longest first, as `find_candidates` gives them; `date` is the
    article's (None: any time); `author_links` are links to entities' pages, which always count; `excluding` is
    the entity whose own page the text stands on.
    """
    decisions = [decision for candidate in _longest(candidates) if (decision := _decide(candidate, date))]
    linked = [
        _Decision(Candidate(span, text, text, ()), (entity,), Reason(ReasonKind.AUTHOR_LINK, text))
        for span, text, entity in author_links
    ]
    mentions: list[Mention] = []
    ambiguities: list[Ambiguity] = []
    seen: Counter[str] = Counter()
    for decision in sorted([*decisions, *linked], key=lambda d: d.candidate.span):
        span, text = decision.candidate.span, decision.candidate.text
        if excluding in decision.entities:
            continue
        if len(decision.entities) == 1:
            entity = decision.entities[0]
            seen[entity] += 1
            mentions.append(
                Mention(span, text, entity, decision.reason, f"m-{entity.replace('/', '-')}-{seen[entity]}")
            )
        else:
            seen[""] += 1
            ambiguities.append(Ambiguity(span, text, decision.entities, decision.reason, f"m-undecided-{seen['']}"))
    return Names(tuple(mentions), tuple(ambiguities))


def _longest(candidates: Iterable[Candidate]) -> Iterator[Candidate]:
    """Leftmost, then longest; a ruling before a listed name of the same length."""
    block, end = -1, 0
    for candidate in candidates:
        span = candidate.span
        if span.block != block:
            block, end = span.block, 0
        if span.start >= end:
            end = span.end
            yield candidate


def _decide(candidate: Candidate, date: PartialDate | None) -> _Decision | None:
    if ruling := candidate.ruling:
        if ruling.entity is None:
            return None
        return _Decision(candidate, (ruling.entity,), Reason(ReasonKind.RULING, ruling.text))
    if any(form.origin is Origin.NOT for form in candidate.forms):
        return None
    forms = candidate.forms
    if len(forms) == 1 and forms[0].since is None and forms[0].until is None:
        kind = ReasonKind.NAME if forms[0].text == candidate.surface else ReasonKind.CASE
        return _Decision(candidate, (forms[0].entity,), Reason(kind, forms[0].text))
    valid = tuple(form for form in forms if date is None or form.is_valid_on(date))
    entities = tuple(sorted({form.entity for form in valid}))
    if not entities:
        return None
    return _Decision(candidate, entities, _reason(candidate, forms, valid))


def _reason(candidate: Candidate, forms: Sequence[Form], valid: Sequence[Form]) -> Reason:
    if len({form.entity for form in valid}) > 1:
        return Reason(ReasonKind.CLAIMED, valid[0].text)
    if {form.entity for form in forms} != {form.entity for form in valid}:
        return Reason(ReasonKind.DATE, valid[0].text)
    as_listed = [form for form in valid if form.text == candidate.surface]
    return Reason(ReasonKind.NAME, as_listed[0].text) if as_listed else Reason(ReasonKind.CASE, valid[0].text)
