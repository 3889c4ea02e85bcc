"""Names of places by the words beside them, in lists too: `the provinces of Utrecht and Zeeland`."""

from collections.abc import Sequence
from itertools import pairwise

from news_archive.matching.candidates import Candidate, Found
from news_archive.matching.decisions import Decision
from news_archive.matching.overlap import Decided
from news_archive.matching.profiles import Profiles
from news_archive.matching.rules import place_types
from news_archive.model import EntityId, Kind, Reason, ReasonKind, Span, kind_of


def with_cues(found: Found, decided: Sequence[Decision], profiles: Profiles) -> list[Decision]:
    """The decisions, places by their cues, and places that are none without a cue."""
    decisions = {decision.candidate.span: decision for decision in decided}
    taken = Decided(decided)
    places = [
        c
        for c in found.candidates
        if not c.ruling
        and any(kind_of(r.form.entity) is Kind.PLACE for r in c.readings)
        and (c.span in decisions or not taken.overlaps(c.span))
    ]
    for run in _runs(found, places):
        if (cue := place_types.cue_before(run[0].before)) is None:
            cue = place_types.cue_after(run[-1].after, is_list=len(run) > 1)
        if cue is None:
            continue
        for candidate in run:
            meant = _of_group(candidate, cue[0], profiles)
            if meant is not None and _is_open(candidate, decisions.get(candidate.span), meant):
                reason = Reason(ReasonKind.CUE, candidate.readings[0].form.text, cue[1])
                decisions[candidate.span] = Decision(candidate, (meant,), reason)
    return [decisions[span] for span in sorted(decisions)]


def _of_group(candidate: Candidate, group: int, profiles: Profiles) -> EntityId | None:
    """The one entity of a type that a candidate may mean."""
    entities = {r.form.entity for r in candidate.readings if group in profiles[r.form.entity].groups}
    return next(iter(entities)) if len(entities) == 1 else None


def _is_open(candidate: Candidate, decision: Decision | None, meant: EntityId) -> bool:
    """Whether a cue has something to decide: the place has no meaning yet, or another one of several."""
    if decision is None:
        return True
    if decision.candidate.ruling:
        return False
    is_shared = len({reading.form.entity for reading in candidate.readings}) > 1
    return bool(decision.entities) and is_shared and decision.entities != (meant,)


def _runs(found: Found, places: Sequence[Candidate]) -> list[list[Candidate]]:
    """The places of a text in runs: those of one list together, others alone."""
    apart = [place for at, place in enumerate(places) if at == 0 or not _overlap(places[at - 1].span, place.span)]
    runs: list[list[Candidate]] = [[place] for place in apart[:1]]
    for one, other in pairwise(apart):
        between = found.blocks[one.span.block].text[one.span.end : other.span.start]
        if one.span.block == other.span.block and place_types.are_listed(between):
            runs[-1].append(other)
        else:
            runs.append([other])
    return runs


def _overlap(one: Span, other: Span) -> bool:
    return one.block == other.block and other.start < one.end
