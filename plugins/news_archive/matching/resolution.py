"""Decides what each candidate means, or that nothing can be decided.

The order of evidence: the editor's ruling; a phrase that is somebody else; the longest form; whose name it was at the
article's date; the words beside the name (a longer name, another person, another meaning of an acronym); short forms
that a full name in the text licenses; cue words for the type of a place; for names of several entities, what else the
text names. What stays open is an `Ambiguity`, never a guess.
"""

from collections import Counter
from collections.abc import Collection, Iterable, Iterator, Sequence
from dataclasses import dataclass

from news_archive.matching.candidates import Candidate, Found, find_candidates
from news_archive.matching.cues import with_cues
from news_archive.matching.decisions import Decision, decide_alone, longest, without_ordinary_words
from news_archive.matching.gazetteer import Gazetteer
from news_archive.matching.organisations import introduced_acronyms, short_names_of_bodies, with_explained_acronyms
from news_archive.matching.overlap import Decided
from news_archive.matching.people import (
    names_with_initials,
    names_with_titles,
    short_names_of_persons,
    without_namesakes,
    without_persons,
    without_strangers,
)
from news_archive.matching.profiles import Profiles
from news_archive.matching.rules import evidence, given_names, persons
from news_archive.matching.spacy_engine import LanguageModel, PhraseSearch
from news_archive.model import (
    Ambiguity,
    Block,
    EntityId,
    Kind,
    Mention,
    PartialDate,
    Reason,
    ReasonKind,
    Ruling,
    Span,
    Unlinked,
)

AuthorLink = tuple[Span, str, EntityId]
"""Where the author links to an entity's page: the place, its words, the entity."""


@dataclass(frozen=True, slots=True)
class Names:
    """The names of one text, in its order."""

    mentions: tuple[Mention, ...]
    ambiguities: tuple[Ambiguity, ...]
    unlinked: tuple[Unlinked, ...] = ()
    """Names that were found and not linked, for those who ask why."""


def find_names(  # noqa: PLR0913  # all of it decides
    blocks: Sequence[Block],
    gazetteer: Gazetteer,
    search: PhraseSearch,
    *,
    date: PartialDate | None = None,
    rulings: Sequence[Ruling] = (),
    author_links: Iterable[AuthorLink] = (),
    excluding: EntityId | None = None,
    language: str = "en",
    model: LanguageModel | None = None,
) -> Names:
    """The names in a text, and what they mean.

    `date` is the article's (None: any time); `author_links` are links to entities' pages, which always count;
    `excluding` is the entity whose own page the text stands on; `language` is a BCP 47 tag;
    `model` may veto places and bodies that are persons' names here.
    """
    found = find_candidates(blocks, gazetteer, search, rulings, language)
    profiles = gazetteer.profiles
    is_english = language.partition("-")[0] == "en"
    if date is not None:
        found = found.valid_on(date)
    whole = [c for c in found.candidates if c.ruling or any(r.form.origin.is_free for r in c.readings)]
    alone = without_ordinary_words([decide_alone(c, date, profiles, is_english=is_english) for c in longest(whole)])
    if is_english:
        alone = without_strangers(without_namesakes(with_explained_acronyms(alone), profiles), profiles)
        alone = _merged(alone, names_with_initials(found, profiles), profiles)
        alone = _merged(alone, _short_forms(found, alone, profiles), profiles)
        alone = _merged(alone, names_with_titles(found, alone, profiles), profiles)
        alone = _merged(alone, introduced_acronyms(found, alone, profiles), profiles)
        alone = with_cues(found, alone, profiles)
    if model is not None:
        alone = without_persons(found, alone, profiles, model.persons)
    links = tuple(author_links)
    certain = {entity for decision in alone if len(decision.entities) == 1 for entity in decision.entities}
    certain |= {entity for _, _, entity in links}
    decided = [_by_evidence(decision, certain, profiles) for decision in alone]
    return _named(decided, links, excluding)


def _short_forms(found: Found, decided: Sequence[Decision], profiles: Profiles) -> Iterator[Decision]:
    """Decisions on candidates that mean somebody only because of what else the text names."""
    certain = [decision for decision in decided if len(decision.entities) == 1]
    taken = Decided(decided)
    bound = [
        candidate
        for candidate in found.candidates
        if candidate.ruling is None
        and any(not reading.form.origin.is_free for reading in candidate.readings)
        and not taken.is_inside_longer(candidate.span)
    ]
    ruled_out = [d.candidate for d in decided if d.candidate.ruling and not d.entities and " " in d.candidate.surface]
    yield from short_names_of_persons(found, bound, certain, ruled_out, profiles)
    yield from short_names_of_bodies(found, bound, certain, profiles)


def _merged(decided: Sequence[Decision], more: Iterable[Decision], profiles: Profiles) -> list[Decision]:
    """Both, without overlaps: leftmost, then longest; of one span the better founded."""
    found = list(more)
    if not found:
        return list(decided)
    by_span: dict[Span, Decision] = {decision.candidate.span: decision for decision in decided}
    for decision in found:
        rival = by_span.get(decision.candidate.span)
        by_span[decision.candidate.span] = decision if rival is None else _better(rival, decision, profiles)
    order = sorted(
        by_span.values(), key=lambda d: (d.candidate.span.block, d.candidate.span.start, -d.candidate.span.end)
    )
    kept: list[Decision] = []
    for decision in order:
        span = decision.candidate.span
        last = kept[-1] if kept else None
        if last is None or last.candidate.span.block != span.block or span.start >= last.candidate.span.end:
            kept.append(decision)
        elif not last.entities and last.reason.kind is ReasonKind.SURNAME and decision.entities:
            kept[-1] = decision
    return kept


def _better(one: Decision, other: Decision, profiles: Profiles) -> Decision:
    """Of two decisions on one span: a name by itself, and a short form that the text licenses."""
    if one.candidate.ruling or one.entities == other.entities or not other.entities:
        return one
    if other.reason.kind is ReasonKind.ACRONYM or not one.entities:
        return other
    # A surname that is listed means who lists it.
    if len(one.entities) > 1 or profiles[one.entities[0]].is_person:
        return one
    return _place_or_person(one, other)


def _place_or_person(one: Decision, other: Decision) -> Decision:
    """Of a place or body and a person of that surname: by the words beside the name, else undecided."""
    candidate = one.candidate
    if persons.is_placed(candidate.before):
        return one
    if given_names.title_before(candidate.before) or persons.is_speaking(candidate.after):
        return other
    entities = tuple(sorted({*one.entities, *other.entities}))
    return Decision(candidate, entities, Reason(ReasonKind.CLAIMED, one.reason.form, other.reason.evidence))


def _by_evidence(decision: Decision, certain: Collection[EntityId], profiles: Profiles) -> Decision:
    """A name of several entities, by what else the text names."""
    if (
        len(decision.entities) < 2
        or decision.reason.evidence
        or not all(entity in profiles for entity in decision.entities)
    ):
        return decision
    form = decision.reason.form
    rivals = decision.entities
    if (named := evidence.named_otherwise(rivals, certain)) is not None:
        return decision._replace(entities=(named,), reason=Reason(ReasonKind.NAMED_HERE, form))
    if (found := evidence.tied(rivals, certain, profiles)) is not None:
        return decision._replace(entities=(found[0],), reason=Reason(ReasonKind.CONTEXT, form, found[1]))
    if all(profiles[rival].kind is Kind.PLACE for rival in rivals) and (
        near := evidence.nearest_place(rivals, certain, profiles)
    ):
        return decision._replace(entities=(near[0],), reason=Reason(ReasonKind.NEARNESS, form, near[1]))
    return decision


def _named(decided: Sequence[Decision], links: Iterable[AuthorLink], excluding: EntityId | None) -> Names:
    by_author = [
        Decision(Candidate(span, text, text, (), "", ""), (entity,), Reason(ReasonKind.AUTHOR_LINK, text))
        for span, text, entity in links
    ]
    mentions: list[Mention] = []
    ambiguities: list[Ambiguity] = []
    unlinked: list[Unlinked] = []
    seen: Counter[str] = Counter()
    for decision in sorted([*decided, *by_author], key=lambda d: d.candidate.span):
        span, text = decision.candidate.span, decision.candidate.text
        if excluding in decision.entities:
            continue
        if not decision.entities:
            unlinked.append(Unlinked(span, text, decision.suspects, decision.reason))
        elif len(decision.entities) == 1:
            entity = decision.entities[0]
            seen[entity] += 1
            anchor = f"m-{entity.replace('/', '-')}-{seen[entity]}"
            mentions.append(Mention(span, text, entity, decision.reason, anchor))
        else:
            seen[""] += 1
            ambiguities.append(Ambiguity(span, text, decision.entities, decision.reason, f"m-undecided-{seen['']}"))
    return Names(tuple(mentions), tuple(ambiguities), tuple(unlinked))
