"""Names of persons by what the rest of a text says: surnames after full names, namesakes, relatives."""

from collections import defaultdict
from collections.abc import Callable, Collection, Iterator, Sequence
from dataclasses import dataclass, field

from news_archive.matching.candidates import Candidate, Found
from news_archive.matching.decisions import Decision, against_person, refused
from news_archive.matching.derived import surname_of
from news_archive.matching.forms import Form, Origin
from news_archive.matching.overlap import Decided
from news_archive.matching.profiles import Profiles
from news_archive.matching.rules import given_names, persons
from news_archive.matching.rules.persons import Bearer
from news_archive.matching.spelling import letters, sound
from news_archive.model import EntityId, Kind, Reason, ReasonKind, Span

_PERSONAL = frozenset({Origin.SURNAME, Origin.GIVEN_NAME})
_SAY_LITTLE = frozenset(
    {"mr", "mrs", "ms", "miss", "dr", "professor", "leader", "member", "chief", "brother", "sister", "father"}
)


def surname_key(text: str) -> str:
    """What spellings of one surname share, particles and article left out."""
    return sound(letters(text).rpartition(" ")[2])


def without_namesakes(decided: Sequence[Decision], profiles: Profiles) -> list[Decision]:
    """Takes back links to places and bodies where the text speaks of a person with such a given name."""
    starts = {decision.candidate.span[:2] for decision in decided}
    people: dict[str, str] = {}
    kept: list[Decision] = []
    for decision in decided:
        candidate = decision.candidate
        if _may_be_given_name(decision):
            form = candidate.readings[0].form
            person = None
            if (candidate.span.block, candidate.span.end + 1) not in starts:
                person = given_names.as_given_name(candidate.before, candidate.surface, candidate.after)
            if person:
                people.setdefault(candidate.surface, person)
            elif profiles[form.entity].kind is Kind.PLACE and _may_be_somebody(candidate):
                person = people.get(candidate.surface)
            if person:
                kept.append(refused(candidate, ReasonKind.OTHER_PERSON, form.text, [form], person))
                continue
        kept.append(decision)
    return kept


def _may_be_somebody(candidate: Candidate) -> bool:
    """Whether a name of a place stands without what only places have: a preposition, `the`."""
    return not persons.is_placed(candidate.before) and not candidate.before.endswith("the ")


def without_persons(
    found: Found,
    decided: Sequence[Decision],
    profiles: Profiles,
    persons_in: Callable[[str], Sequence[tuple[int, int]]],
) -> list[Decision]:
    """Takes back links to places and bodies that a language model takes for a part of a person's name.

    A model's word on a single name is not enough: it has seen few of the towns that an archive lists, and takes
    many of them for people.
    """
    longer: dict[Span, str] = {}
    doubtful = [d for d in decided if _may_be_given_name(d) and not _is_person(d, profiles)]
    for number in sorted({d.candidate.span.block for d in doubtful}):
        text = found.blocks[number].text
        for start, end in persons_in(text):
            for decision in doubtful:
                span = decision.candidate.span
                is_within = span.block == number and start <= span.start and span.end <= end
                if is_within and end - start > span.end - span.start:
                    longer[span] = text[start:end]
    return [
        refused(d.candidate, ReasonKind.MODEL, d.reason.form, [d.candidate.readings[0].form], longer[d.candidate.span])
        if d.candidate.span in longer
        else d
        for d in decided
    ]


def _may_be_given_name(decision: Decision) -> bool:
    candidate = decision.candidate
    if len(decision.entities) != 1 or candidate.ruling or " " in candidate.surface:
        return False
    return not candidate.readings[0].form.is_acronym


def without_strangers(decided: Sequence[Decision], profiles: Profiles) -> list[Decision]:
    """Takes back links of listed surnames where the text has introduced somebody else of that name, and no other.

    Where an adjective compares two who are named, as in `the elder Walter`, the name is undecided.
    """
    in_full: dict[str, set[EntityId]] = defaultdict(set)
    for decision in decided:
        if _is_person(decision, profiles) and (surname := surname_of(decision.candidate.surface)):
            in_full[surname_key(surname)].add(decision.entities[0])
    strangers: dict[str, str] = {}
    known: set[str] = set()
    last_named: set[str] = set()
    kept: list[Decision] = []
    for decision in decided:
        candidate = decision.candidate
        if _names_stranger(decision):
            strangers[surname_key(candidate.surface)] = decision.reason.evidence
            last_named.discard(surname_key(candidate.surface))
        if not _is_person(decision, profiles) or candidate.ruling:
            kept.append(decision)
            continue
        key = surname_key(candidate.surface)
        is_short = surname_of(candidate.surface) is None
        roles = profiles[decision.entities[0]].roles
        stranger = strangers.get(key) if key not in known or _has_another_title(candidate, roles) else None
        if key in last_named and key in known:
            stranger = None
        changed = _doubted(decision, in_full[key], stranger) if is_short else None
        if changed is None:
            known.add(key)
            if not is_short:
                last_named.add(key)
        kept.append(changed or decision)
    return kept


def _names_stranger(decision: Decision) -> bool:
    """Whether a name was refused because somebody else's given name stands before it."""
    is_other = decision.reason.kind is ReasonKind.OTHER_PERSON
    return is_other and decision.reason.evidence.endswith(decision.candidate.surface)


def _has_another_title(candidate: Candidate, roles: Collection[str]) -> bool:
    """Whether a title stands before a name that the listed bearer's description does not give."""
    title = given_names.title_before(candidate.before)
    return bool(title) and title not in roles


def _doubted(decision: Decision, in_full: Collection[EntityId], stranger: str | None) -> Decision | None:
    """What becomes of a listed surname that may mean another bearer; None where it means the one who lists it.

    `in_full` are the listed bearers whom the text names in full; `stranger` is somebody else whom it may mean.
    """
    candidate = decision.candidate
    form = candidate.readings[0].form
    if stranger:
        return refused(candidate, ReasonKind.OTHER_PERSON, form.text, [form], stranger)
    rivals = {*in_full, form.entity}
    if len(rivals) > 1 and persons.is_compared(candidate.before):
        reason = Reason(ReasonKind.CLAIMED, form.text, candidate.before.split()[-1])
        return Decision(candidate, tuple(sorted(rivals)), reason)
    return None


def _is_person(decision: Decision, profiles: Profiles) -> bool:
    return len(decision.entities) == 1 and profiles[decision.entities[0]].is_person


# Who is named to say that somebody else is no relative of his is not who the text goes on about.
_RELATION = ("relation to ", "related to ", "relation of ", "relative of ")


@dataclass(frozen=True, slots=True)
class _Introduced:
    """Whom a text names in full, by surname, in the order of the text."""

    bearers: dict[str, list[Bearer]] = field(default_factory=lambda: defaultdict(list))
    listed: set[EntityId] = field(default_factory=set)


def names_with_titles(found: Found, decided: Sequence[Decision], profiles: Profiles) -> Iterator[Decision]:
    """Surnames after a title that the description of one listed bearer gives: `Foreign Minister Walter`.

    Only these count in a text that does not name the person in full, and introduces nobody of that surname.
    """
    titled = [
        (candidate, title)
        for candidate in found.candidates
        if any(reading.form.origin is Origin.SURNAME for reading in candidate.readings)
        and (title := given_names.title_before(candidate.before))
        and title not in _SAY_LITTLE
        and not candidate.ruling
    ]
    if not titled:
        return
    taken = Decided(decided)
    introduced = {surname_key(decision.candidate.surface) for decision in decided}
    for candidate, title in titled:
        forms = [r.form for r in candidate.readings if r.form.origin is Origin.SURNAME]
        bearers = {form.entity for form in forms if title in profiles[form.entity].roles}
        is_free = not taken.holds(candidate.span) and surname_key(candidate.surface) not in introduced
        if is_free and len(bearers) == 1 and not given_names.is_followed_by_name(candidate.after):
            yield Decision(candidate, tuple(bearers), Reason(ReasonKind.TITLE, forms[0].text, title))


def names_with_initials(found: Found, profiles: Profiles) -> Iterator[Decision]:
    """Full names that the text prints with a middle initial: `Joseph F. Walter` for Joseph Walter.

    A listed form with another initial is another person; so are two of one name whom the text tells apart by initials.
    """
    by_name: dict[str, list[tuple[str, Candidate, Form]]] = defaultdict(list)
    for candidate in found.candidates:
        if candidate.ruling or candidate.before[-2:-1] != ".":
            continue
        for form in (reading.form for reading in candidate.readings):
            given = profiles[form.entity].given_names if form.origin is Origin.SURNAME else frozenset()
            if lead := given_names.full_name_with_initial(candidate.before, given):
                whole = found.widened(candidate, len(lead))
                by_name[f"{lead.split()[0]} {candidate.surface}"].append((lead, whole, form))
                break
    for same in by_name.values():
        is_shared = len({lead for lead, _, _ in same}) > 1
        for lead, candidate, form in same:
            own = profiles[form.entity].initials
            if is_shared or (own and own.isdisjoint(lead.split())):
                yield refused(candidate, ReasonKind.OTHER_PERSON, form.text, [form], candidate.surface)
            else:
                yield Decision(candidate, (form.entity,), Reason(ReasonKind.FULL_NAME, form.text))


def short_names_of_persons(
    found: Found,
    bound: Sequence[Candidate],
    certain: Sequence[Decision],
    ruled_out: Sequence[Candidate],
    profiles: Profiles,
) -> Iterator[Decision]:
    """Surnames and given names of persons whom the text names in full.

    `bound` are candidates that may mean somebody only so; `certain` what is decided; `ruled_out` are names of several
    words that the editor took the link from: they may be somebody else's.
    """
    introduced = _introduced(certain, profiles)
    for ruled in ruled_out:
        introduced.bearers[surname_key(ruled.surface)].append(Bearer(ruled.span, None, ruled.surface, frozenset()))
    waiting: list[tuple[Candidate, list[Form]]] = []
    for candidate in bound if introduced.listed else ():
        readings = candidate.readings
        forms = [r.form for r in readings if r.form.origin in _PERSONAL and r.form.entity in introduced.listed]
        if not forms:
            continue
        if beside := _beside_name(candidate, forms, profiles):
            yield beside
            if _names_stranger(beside):
                introduced.bearers[surname_key(candidate.surface)].append(_stranger(candidate, beside.reason.evidence))
        else:
            waiting.append((candidate, forms))
    texts = [block.text for block in found.blocks]
    in_order = {key: _in_order(bearers) for key, bearers in introduced.bearers.items()}
    for candidate, forms in waiting:
        if any(form.origin is Origin.SURNAME for form in forms):
            yield from _surname(candidate, forms, in_order.get(surname_key(candidate.surface), ()), texts)
        elif len({form.entity for form in forms}) == 1:
            yield Decision(candidate, (forms[0].entity,), Reason(ReasonKind.GIVEN_NAME, forms[0].text))


def _in_order(bearers: Sequence[Bearer]) -> Sequence[Bearer]:
    """Bearers in the order of the text; where all are one person, each set of titles once."""
    ordered = sorted(bearers, key=lambda bearer: bearer.span)
    if len({bearer.entity or bearer.name for bearer in ordered}) > 1:
        return ordered
    return list({bearer.titles: bearer for bearer in reversed(ordered)}.values())[::-1]


def _introduced(certain: Sequence[Decision], profiles: Profiles) -> _Introduced:
    introduced = _Introduced()
    for decision in certain:
        candidate, entity = decision.candidate, decision.entities[0]
        if profiles[entity].is_person and (surname := surname_of(candidate.surface)):
            if candidate.before.endswith(_RELATION):
                continue
            introduced.listed.add(entity)
            titles = given_names.titles_around(candidate.before, candidate.after)
            introduced.bearers[surname_key(surname)].append(Bearer(candidate.span, entity, candidate.surface, titles))
    return introduced


def _beside_name(candidate: Candidate, forms: Sequence[Form], profiles: Profiles) -> Decision | None:
    """What the words right beside a short name decide."""
    words = frozenset().union(*(profiles[form.entity].words for form in forms))
    if persons.is_surely_placed(candidate.before) or persons.is_introduced_as_unknown(candidate.before):
        evidence = candidate.before.split()[-1]
        return refused(candidate, ReasonKind.ANYBODY, forms[0].text, forms, evidence)
    if against := against_person(candidate, words, is_short=True):
        return refused(candidate, against[0], forms[0].text, forms, against[1])
    if given_names.is_followed_by_name(candidate.after) or not persons.acts_as_person(
        candidate.surface, candidate.before, candidate.after
    ):
        return refused(candidate, ReasonKind.LONGER_NAME, forms[0].text, forms)
    return None


def _stranger(candidate: Candidate, name: str) -> Bearer:
    """Somebody who is not listed; `name` is the given name and the surname."""
    lead = candidate.before[: len(candidate.before) - len(name) + len(candidate.surface)]
    return Bearer(candidate.span, None, name, given_names.titles_around(lead, candidate.after))


def _surname(
    candidate: Candidate, forms: Sequence[Form], bearers: Sequence[Bearer], texts: Sequence[str]
) -> Iterator[Decision]:
    meant = persons.bearers_of(candidate.span, candidate.before, bearers, texts)
    listed = sorted({bearer.entity for bearer in meant if bearer.entity is not None})
    strangers = [bearer.name for bearer in meant if bearer.entity is None]
    if strangers:
        yield refused(candidate, ReasonKind.SURNAME, forms[0].text, forms, strangers[-1])
    elif len(listed) == 1:
        yield Decision(candidate, (listed[0],), Reason(ReasonKind.SURNAME, forms[0].text, meant[-1].name))
    elif listed:
        yield Decision(candidate, tuple(listed), Reason(ReasonKind.CLAIMED, forms[0].text))
