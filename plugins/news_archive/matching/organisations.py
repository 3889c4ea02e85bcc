"""Names of bodies by what the rest of a text says: short names, descriptions, acronyms that it introduces."""

import re
from collections import defaultdict
from collections.abc import Collection, Iterator, Sequence

from news_archive.matching.candidates import Candidate, Found
from news_archive.matching.decisions import Decision, refused
from news_archive.matching.forms import Form, Origin
from news_archive.matching.overlap import Decided
from news_archive.matching.profiles import Profiles
from news_archive.matching.rules import bodies
from news_archive.matching.rules.acronyms import introduced_after, introduced_before, other_meaning
from news_archive.matching.rules.bodies import Antecedent
from news_archive.matching.spelling import letters
from news_archive.model import Kind, Reason, ReasonKind, Span

_IN_A_PLACE = re.compile(r"(?:[ \n][a-z]+)?[ \n]in[ \n][A-Z]")
_BETWEEN_NAME_AND_BRACKET = 3


def with_explained_acronyms(decided: Sequence[Decision]) -> list[Decision]:
    """Takes back links of an acronym that the text explains as something else, until it names the listed body in full.

    Before the first explanation the acronym has the meaning that this gives it.
    """
    explained: dict[str, list[tuple[Span, str]]] = defaultdict(list)
    for decision in decided:
        if decision.reason.kind is ReasonKind.EXPLAINED:
            explained[decision.candidate.surface].append((decision.candidate.span, decision.reason.evidence))
    if not explained:
        return list(decided)
    return [
        _as_explained(decision, explained[decision.candidate.surface], decided)
        if decision.candidate.surface in explained and len(decision.entities) == 1 and not decision.candidate.ruling
        else decision
        for decision in decided
    ]


def _as_explained(decision: Decision, others: Sequence[tuple[Span, str]], decided: Sequence[Decision]) -> Decision:
    candidate = decision.candidate
    in_full = [
        (d.candidate.span, "") for d in decided if d.entities == decision.entities and not d.candidate.surface.isupper()
    ]
    events = sorted([*others, *in_full])
    preceding = [meaning for span, meaning in events if span <= candidate.span]
    meaning = preceding[-1] if preceding else events[0][1]
    if not meaning:
        return decision
    form = candidate.readings[0].form
    return refused(candidate, ReasonKind.EXPLAINED, form.text, [form], meaning)


def short_names_of_bodies(
    found: Found, bound: Sequence[Candidate], certain: Sequence[Decision], profiles: Profiles
) -> Iterator[Decision]:
    """`the Council` and `the coalition`, by the body of that noun that the text names last before."""
    by_noun: dict[str, list[Candidate]] = defaultdict(list)
    starts = {candidate.span[:2] for candidate in found.candidates}
    for candidate in _outermost(bound):
        if _forms(candidate, Origin.SHORT_NAME) or _forms(candidate, Origin.DESCRIPTION):
            by_noun[letters(candidate.surface).rpartition(" ")[2]].append(candidate)
    for noun, candidates in by_noun.items():
        others = [c for c in candidates if bodies.names_other(c.before, c.after) or _is_elsewhere(c, starts)]
        antecedents = [Antecedent(c.span, None, " ".join([*c.before.split()[-1:], c.surface])) for c in others]
        antecedents += [
            Antecedent(d.candidate.span, d.entities[0], d.candidate.surface)
            for d in certain
            if profiles[d.entities[0]].kind is Kind.ACTOR and noun in letters(d.candidate.surface).split()
        ]
        told_apart = {candidate.span for candidate in others}
        antecedents.sort(key=lambda antecedent: antecedent.span)
        for candidate in candidates:
            if candidate.span in told_apart:
                continue
            if described := _forms(candidate, Origin.DESCRIPTION):
                yield from _described(candidate, described, antecedents)
            else:
                yield from _short_name(candidate, _forms(candidate, Origin.SHORT_NAME), antecedents)


def _outermost(candidates: Sequence[Candidate]) -> Iterator[Candidate]:
    """Without those inside a longer one that stands after `the`: in `the Delta Council` nobody is the Council."""
    end = (-1, 0)
    for candidate in candidates:
        if (candidate.span.block, candidate.span.start) >= end:
            yield candidate
            if " " in candidate.surface and bodies.is_definite(candidate.before):
                end = (candidate.span.block, candidate.span.end)


def _is_elsewhere(candidate: Candidate, starts: Collection[tuple[int, int]]) -> bool:
    """Whether a place follows that is not listed: `the coalition in Oslo` is another one."""
    place = _IN_A_PLACE.match(candidate.after)
    return place is not None and (candidate.span.block, candidate.span.end + place.end() - 1) not in starts


def _forms(candidate: Candidate, origin: Origin) -> list[Form]:
    return [reading.form for reading in candidate.readings if reading.form.origin is origin]


def _described(candidate: Candidate, forms: Sequence[Form], antecedents: Sequence[Antecedent]) -> Iterator[Decision]:
    if not bodies.is_definite(candidate.before) and not bodies.is_bare_name(
        candidate.surface, candidate.before, candidate.after
    ):
        return
    last = bodies.last_before(candidate.span, antecedents)
    own = tuple(sorted({form.entity for form in forms}))
    is_elsewhere = last is not None and last.span.block != candidate.span.block
    if last is not None and last.entity is not None:
        yield Decision(candidate, (last.entity,), Reason(ReasonKind.DESCRIPTION, forms[0].text, last.name))
    elif last is None or (is_elsewhere and any(antecedent.entity in own for antecedent in antecedents)):
        yield Decision(candidate, own, Reason(ReasonKind.DESCRIPTION, forms[0].text))
    else:
        yield refused(candidate, ReasonKind.DESCRIPTION, forms[0].text, forms, last.name)


def _short_name(candidate: Candidate, forms: Sequence[Form], antecedents: Sequence[Antecedent]) -> Iterator[Decision]:
    last = bodies.last_before(candidate.span, antecedents)
    if last is None or last.entity is None or not bodies.is_definite(candidate.before):
        return
    if form := next((form for form in forms if form.entity == last.entity), None):
        yield Decision(candidate, (last.entity,), Reason(ReasonKind.SHORT_NAME, form.text, last.name))


def introduced_acronyms(found: Found, decided: Sequence[Decision], profiles: Profiles) -> Iterator[Decision]:
    """Acronyms that a text introduces beside a full name, wherever else they stand in it."""
    meant: dict[str, Decision] = {}
    for decision in decided:
        surface = decision.candidate.surface
        if len(decision.entities) != 1 or " " not in surface:
            continue
        profile = profiles[decision.entities[0]]
        if not profile.is_person and profile.kind is not Kind.PLACE:
            acronym = introduced_after(decision.candidate.after, surface)
            acronym = acronym or introduced_before(decision.candidate.before, surface)
            if acronym:
                meant.setdefault(acronym, decision)
    if not meant:
        return
    taken = Decided(decided)
    undecided = {d.candidate.span: d.entities for d in decided if len(d.entities) > 1}
    alternatives = "|".join(map(re.escape, sorted(meant, key=lambda acronym: (-len(acronym), acronym))))
    pattern = re.compile(rf"(?<![\w&])(?<![A-Z]-)(?:{alternatives})(?!\w)")
    for number, block in found.folded.items():
        for hit in pattern.finditer(block.text):
            source = meant[hit[0]]
            candidate = found.candidate_at(number, hit.start(), hit.end())
            is_first = _is_in_its_bracket(candidate.span, source.candidate.span)
            is_open = not taken.holds(candidate.span) or source.entities[0] in undecided.get(candidate.span, ())
            words = profiles[source.entities[0]].words
            if taken.is_inside_longer(candidate.span) or not (is_first or is_open):
                continue
            if is_first or not other_meaning(candidate.before, candidate.surface, candidate.after, words):
                reason = Reason(ReasonKind.ACRONYM, source.reason.form, source.candidate.surface)
                yield Decision(candidate, source.entities, reason)


def _is_in_its_bracket(acronym: Span, name: Span) -> bool:
    return acronym.block == name.block and abs(acronym.start - name.end) <= _BETWEEN_NAME_AND_BRACKET
