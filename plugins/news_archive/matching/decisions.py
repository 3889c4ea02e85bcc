"""What the words beside a name decide, without the rest of the text."""

from collections.abc import Iterable, Iterator, Sequence
from typing import NamedTuple

from news_archive.matching.candidates import Candidate
from news_archive.matching.closeness import Closeness
from news_archive.matching.forms import Form, Origin
from news_archive.matching.gazetteer import Reading
from news_archive.matching.profiles import Profile, Profiles
from news_archive.matching.rules.acronyms import other_meaning
from news_archive.matching.rules.given_names import begins_sentence, given_name_before
from news_archive.matching.rules.longer_names import longer_name, other_thing
from news_archive.matching.rules.persons import goes_on, is_anybody, is_surely_placed, is_told_apart
from news_archive.model import EntityId, PartialDate, Reason, ReasonKind

_KINDS = {
    Closeness.LISTED: ReasonKind.NAME,
    Closeness.CASE: ReasonKind.CASE,
    Closeness.SPELLING: ReasonKind.SPELLING,
    Closeness.TRANSLITERATION: ReasonKind.TRANSLITERATION,
}


class Decision(NamedTuple):
    """What a candidate means: none, one or several entities, and why."""

    candidate: Candidate
    entities: tuple[EntityId, ...]
    """None: no link. One: a mention. More: an ambiguity. Sorted."""
    reason: Reason
    suspects: tuple[EntityId, ...] = ()
    """Without a link: whose form it is."""


def longest(candidates: Iterable[Candidate]) -> Iterator[Candidate]:
    """Those that overlap none before them: leftmost, then longest; a ruling before a listed name of the same length."""
    block, end = -1, 0
    for candidate in candidates:
        span = candidate.span
        if span.block != block:
            block, end = span.block, 0
        if span.start >= end:
            end = span.end
            yield candidate


def decide_alone(candidate: Candidate, date: PartialDate | None, profiles: Profiles, *, is_english: bool) -> Decision:
    """What an editor's ruling, its free readings, the date and the words beside it make of a candidate."""
    if ruling := candidate.ruling:
        reason = Reason(ReasonKind.RULING, ruling.text)
        return Decision(candidate, () if ruling.entity is None else (ruling.entity,), reason)
    readings = candidate.readings
    first = readings[0].form
    if len(readings) == 1 and first.origin is not Origin.NOT and not first.is_dated:
        valid: Sequence[Reading] = readings
        entities: tuple[EntityId, ...] = (first.entity,)
    else:
        free = [reading for reading in readings if reading.form.origin.is_free]
        if not_phrase := next((r.form for r in free if r.form.origin is Origin.NOT), None):
            return refused(candidate, ReasonKind.NOT, not_phrase.text, [not_phrase])
        valid = [r for r in free if date is None or r.form.is_valid_on(date)]
        if not valid:
            return refused(candidate, ReasonKind.DATE, free[0].form.text, [r.form for r in free])
        entities = tuple(sorted({r.form.entity for r in valid}))
        first = valid[0].form
    if is_english and (against := _against(candidate, first, profiles[first.entity])):
        return refused(candidate, against[0], first.text, [r.form for r in valid], against[1])
    return Decision(candidate, entities, _reason(readings, valid))


def without_ordinary_words(decided: Sequence[Decision]) -> list[Decision]:
    """Takes back transliterations of one word that only ever begin a sentence, where every word has a capital.

    Of 236,000 English words twenty sound like one of 261 names: a sentence may begin with Remedy and mean no town of such a sound.
    """
    doubtful = [d for d in decided if d.reason.kind is ReasonKind.TRANSLITERATION and _is_one_word(d)]
    # A cell of a table with the name alone is no sentence.
    inside = {d.candidate.surface for d in doubtful if not begins_sentence(d.candidate.before) or not d.candidate.after}
    taken_back = {d.candidate.span for d in doubtful if d.candidate.surface not in inside}
    return [
        refused(d.candidate, ReasonKind.TRANSLITERATION, d.reason.form, [d.candidate.readings[0].form])
        if d.candidate.span in taken_back
        else d
        for d in decided
    ]


def _is_one_word(decision: Decision) -> bool:
    surface = decision.candidate.surface
    return surface.isalpha() and not surface.isupper()


def refused(candidate: Candidate, kind: ReasonKind, form: str, forms: Iterable[Form], evidence: str = "") -> Decision:
    """No link, and whose form it would have been."""
    return Decision(candidate, (), Reason(kind, form, evidence), tuple(sorted({form.entity for form in forms})))


def _against(candidate: Candidate, form: Form, profile: Profile) -> tuple[ReasonKind, str] | None:
    """What the words beside a name say against it."""
    before, surface, after = candidate.before, candidate.surface, candidate.after
    is_acronym = form.is_acronym
    # In a headline in capitals every word looks like a name's.
    if (is_acronym or not surface.isupper()) and (
        longer := longer_name(before, surface, after, profile, is_acronym=is_acronym)
    ):
        return ReasonKind.LONGER_NAME, longer
    if is_acronym:
        return _against_acronym(candidate, profile)
    if _is_common_noun(candidate, form):
        return ReasonKind.ANYBODY, before.split()[-1]
    return _against_short_name(candidate, form, profile) if profile.is_person else None


def _against_acronym(candidate: Candidate, profile: Profile) -> tuple[ReasonKind, str] | None:
    if thing := other_thing(candidate.before, candidate.surface, candidate.after, profile):
        return ReasonKind.OTHER_MEANING, thing
    if meaning := other_meaning(candidate.before, candidate.surface, candidate.after, profile.words):
        return (ReasonKind.EXPLAINED if meaning.is_lasting else ReasonKind.OTHER_MEANING), meaning.words
    return None


def _against_short_name(candidate: Candidate, form: Form, profile: Profile) -> tuple[ReasonKind, str] | None:
    is_short = " " not in form.text or form.origin is Origin.COMPOUND_SURNAME
    if is_short and candidate.readings[0].closeness > Closeness.CASE and is_surely_placed(candidate.before):
        # `at Al Hadi` is somewhere, though al-Hadi is somebody.
        return ReasonKind.ANYBODY, candidate.before.split()[-1]
    return against_person(candidate, profile.words, is_short=is_short)


def _is_common_noun(candidate: Candidate, form: Form) -> bool:
    """Whether a name of several words has lost a capital after an indefinite article: `an islamic state`."""
    surface = candidate.surface
    if " " not in surface or sum(map(str.isupper, surface)) >= sum(map(str.isupper, form.text)):
        return False
    return candidate.before.lower().endswith((" a ", " an ", " any ", " no ", " every "))


def against_person(candidate: Candidate, own_words: frozenset[str], *, is_short: bool) -> tuple[ReasonKind, str] | None:
    """What the words beside a person's name say against its being the one who is listed."""
    before, after = candidate.before, candidate.after
    if suffix := goes_on(after):
        return ReasonKind.OTHER_PERSON, f"{candidate.surface}{suffix}"
    if not is_short:
        is_other = is_told_apart(before, after)
        return (ReasonKind.OTHER_PERSON, f"the {candidate.surface} who") if is_other else None
    if given := given_name_before(before, own_words):
        return ReasonKind.OTHER_PERSON, f"{given} {candidate.surface}"
    if is_anybody(before, after):
        return ReasonKind.ANYBODY, f"{before.split()[-1]} {candidate.surface}"
    return None


def _reason(readings: Sequence[Reading], valid: Sequence[Reading]) -> Reason:
    first = valid[0]
    if len(readings) == 1:
        return _plain_reason(first)
    if len({reading.form.entity for reading in valid}) > 1:
        return Reason(ReasonKind.CLAIMED, first.form.text)
    others = {r.form.entity for r in readings if r.form.origin.is_free and r.closeness == first.closeness}
    if others != {first.form.entity}:
        return Reason(ReasonKind.DATE, first.form.text)
    return _plain_reason(first)


def _plain_reason(reading: Reading) -> Reason:
    kind = ReasonKind.PLURAL if reading.form.origin is Origin.PLURAL else _KINDS[reading.closeness]
    return Reason(kind, reading.form.text)
