"""Whose surname or given name stands in a text.

A surname alone means the person of that name whom the text names in full nearest before it (headlines come first, so
else nearest after it). Never after another person's given name: `Susan Walter` is not Jeff Walter.
"""

import re
from collections.abc import Iterable, Sequence
from dataclasses import dataclass

from news_archive.matching.english import ACTS, FAITHFUL, FAITHS_AND_PEOPLES, SPEECH
from news_archive.matching.rules.given_names import ENDS_SENTENCE, NEAR, NEXT_WORD, title_before
from news_archive.model import EntityId, Span

# `the Walter-Smith talks` are between two.
_TWO_PARTIES = re.compile(
    r"-[A-Z][\w]+[ \n](?:summit|talks|deal|meeting|call|agreement|axis|alliance|relationship|pact|plan|dispute|feud)\b"
)
_SUFFIX = re.compile(
    r",? (?:Jr|Sr|II|III)\b| (?:&|and) (?:Sons|Co|Company|Partners|Brothers|Bros)\b|,? \(?no relation\b"
)
_SECOND_NAME = re.compile(r"-[^\W\d_a-z]\w*")
_WHICH = re.compile(r"\b(?:[Ww]hich|[Tt]he[ \n]other|[Aa]nother|[Aa]ny|[Ee]very|[Nn]o|[Nn]?[Ee]ither|[Aa]n?)[ \n]$")
_SENTENCE_END = re.compile(r"(?<!\b[A-Z])(?<!Mr)(?<!Dr)(?<!Gen)(?<!Col)(?<!Lt)(?<!Maj)(?<!Capt)[.!?;][\"'”’)\]]*\s")
_AS_ADJECTIVE = re.compile(
    r"\b(?:[Aa]n?|[Tt]he|[Ss]unni|[Ss]hia|[Ss]hiite|many|most|other|fellow|mostly|mainly|some|are|is|were|was|be|being|not)[ \n]$"
)
_NAMED = re.compile(r"\b(?:[Aa]n?|[Oo]ne|[Tt]he|[Ss]ome)[ \n](?:[\w-]+[ \n]){1,3}(?:named|called)[ \n]$")
_SURE_PLACE_BEFORE = re.compile(
    r"\b(?:[Ii]n|[Nn]ear|[Aa]t|[Aa]round|[Oo]utside|[Ii]nto|(?:town|city|village|district|province)[ \n]of)[ \n]$"
)
# Before `in` and `at` these go with persons: faith in Walter, anger at Walter.
_OF_FEELING = frozenset(
    "confidence trust faith belief believe believes believed interest interested disappointed out look looked looks angry"
    " anger aimed shouted laughed directed yelled jab swipe found saw see sees".split()
)
_THE_BEFORE = re.compile(r"\b[Tt]he[ \n]$")
_WHO_AFTER = re.compile(r"[ \n](?:who|that)\b")
_COMPARED = re.compile(r"\b(?:older|elder|eldest|younger|youngest|senior|junior|other|late|former)[ \n]$")
_PLACE_BEFORE = re.compile(
    r"\b(?:[Ii]n|[Ff]rom|[Nn]ear|[Aa]t|[Tt]owards?|[Aa]round|[Oo]utside|[Ii]nto|[Oo]f|[Nn]orth of|[Ss]outh of|[Ee]ast of|[Ww]est of|[Tt]hrough|[Aa]cross|between)[ \n]$"
)
_ASKING = frozenset(
    "say says said know knows knew ask asks asked tell tells told clear specify specified explain explained sure wonder"
    " guess see matter remember mean meant decide decided certain but".split()
)
_GENERAL_TITLES = frozenset({"mr", "mrs", "ms", "miss", "dr", "professor", "sir"})


@dataclass(frozen=True, slots=True)
class Bearer:
    """Where a text introduces somebody of a surname."""

    span: Span
    entity: EntityId | None
    """None: a person who is not listed."""
    name: str
    """As printed."""
    titles: frozenset[str]
    """In lower case, spelt out: before the name, and in what is said of the person right after it."""


def goes_on(after: str) -> str | None:
    """What makes a longer or another name of a surname before it: `Walter Jr.`, `Walter-Smith`; or None."""
    if suffix := _SUFFIX.match(after):
        return suffix[0]
    second = _SECOND_NAME.match(after)
    return second[0] if second and not _TWO_PARTIES.match(after) else None


def is_anybody(before: str, after: str) -> bool:
    """Whether the words around a surname say that it could be any bearer's: `which Walter?`, `another Walter.`"""
    found = _WHICH.search(before[-NEAR:])
    if not found:
        return False
    word = found[0].strip().lower()
    if word == "which":
        # `did not say which Walter`, but not `the plan which Walter made`.
        lead = before[-NEAR:][: found.start()]
        return ENDS_SENTENCE.search(lead) is not None or lead.split()[-1].lower() in _ASKING
    if word.startswith("the"):
        return True
    if word.endswith("either"):
        # `neither Walter`, but `neither Walter nor Smith`
        return not after[1:].startswith(("nor ", "or "))
    # `a Walter ally` is somebody of the one who is known.
    return not (after[:1] in (" ", "-", "'") and after[1:2].isalpha())


def acts_as_person(surname: str, before: str, after: str) -> bool:
    """Whether a surname that is also a word for people stands as a name: `Christian said`, but not `Christian towns`."""
    if surname.lower() not in FAITHS_AND_PEOPLES or title_before(before):
        return True
    following = NEXT_WORD.match(after)
    if following:
        word = following[1].lower()
        is_noun = word in FAITHFUL or following[1][:1].isupper() or (word.endswith("s") and word not in ACTS)
        if is_noun:
            return False
    return not _AS_ADJECTIVE.search(before)


def is_surely_placed(before: str) -> bool:
    """Whether a preposition stands right before a name that persons do not have: `in`, `near`, `outside`."""
    found = _SURE_PLACE_BEFORE.search(before[-NEAR:])
    return found is not None and not {word.lower() for word in before[-NEAR:].split()[-2:-1]} & _OF_FEELING


def is_introduced_as_unknown(before: str) -> bool:
    """Whether the text presents the bearer of a name as somebody new: `a cook named Walter`."""
    return bool(_NAMED.search(before[-NEAR:]))


def is_speaking(after: str) -> bool:
    """Whether a verb of speech or an auxiliary follows."""
    following = NEXT_WORD.match(after)
    return following is not None and following[1].lower() in SPEECH


def is_placed(before: str) -> bool:
    """Whether a preposition of place stands right before a name."""
    return bool(_PLACE_BEFORE.search(before))


def is_told_apart(before: str, after: str) -> bool:
    """Whether the text means another bearer of a full name: `the Jeff Walter who keeps bees`."""
    return bool(_THE_BEFORE.search(before[-NEAR:]) and _WHO_AFTER.match(after))


def is_compared(before: str) -> bool:
    """Whether an adjective tells two bearers of a name apart, by what the text does not say: `the older Walter`."""
    return bool(_COMPARED.search(before))


def bearers_of(at: Span, before: str, bearers: Sequence[Bearer], texts: Sequence[str]) -> Sequence[Bearer]:
    """Whom a surname alone may mean at a place, of those whom the text introduces: one, several, or nobody.

    `bearers` are in the order of the text; `texts` are its blocks.
    """
    title = title_before(before)
    bearers = _fitting(bearers, title) if title else bearers
    preceding = [bearer for bearer in bearers if bearer.span < at]
    if len(_persons(bearers)) == 1:
        return bearers[:1]
    is_unknown = bool(title) and not any(title in bearer.titles for bearer in bearers)
    if is_compared(before) or is_unknown or not preceding:
        return bearers
    nearest = preceding[-1]
    if nearest.entity is None:
        # Who is named in full is not named again in the same clause by the surname: that is the one before.
        earlier = [bearer for bearer in preceding if bearer.entity is not None]
        return earlier[-1:] if earlier and not title and _in_one_clause(nearest.span, at, texts) else [nearest]
    return [nearest] if nearest.span.block == at.block or len(_persons(preceding)) == 1 else preceding


def _fitting(bearers: Sequence[Bearer], title: str) -> Sequence[Bearer]:
    """Those whom a title may mean: `Captain Walter` can't be whom the text calls `Senator Susan Walter`."""
    same = [bearer for bearer in bearers if title in bearer.titles]
    return same or [b for b in bearers if not b.titles or title in _GENERAL_TITLES or b.titles <= _GENERAL_TITLES]


def _persons(bearers: Iterable[Bearer]) -> set[str]:
    return {bearer.entity or bearer.name for bearer in bearers}


def _in_one_clause(first: Span, second: Span, texts: Sequence[str]) -> bool:
    if first.block != second.block:
        return False
    between = texts[first.block][first.end : second.start]
    return not _SENTENCE_END.search(f"{between} ") and " and " not in between
