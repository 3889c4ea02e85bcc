"""Whose surname or given name stands in a text.

A surname alone means the person of that name whom the text names in full nearest before it (headlines come first, so
else nearest after it). Never after another person's given name: `Susan Walter` is not Jeff Walter.
"""

import re
from collections.abc import Iterable, Sequence
from dataclasses import dataclass

from news_archive.matching.english import (
    ABBREVIATED_TITLES,
    ACTS,
    FAITHFUL,
    FAITHS_AND_PEOPLES,
    FEATURES,
    NAMED_OF,
    NAMES_LIKE_PARTICIPLES,
    NO_GIVEN_NAME,
    SPEECH,
    TITLES,
)
from news_archive.matching.spelling import letters
from news_archive.model import EntityId, Span

_PARTICLE = r"(?:(?:[Aa]l|[Ee]l|[Dd]e|[Vv]on|[Vv]an|[Bb]in|[Ii]bn|[Aa]bu)[- ])?"
_WORD_BEFORE = re.compile(rf"([^\s\0]+)[ \n]{_PARTICLE}$")
_INITIALS_BEFORE = re.compile(rf"(\w[\w'-]+)[ \n]((?:[A-Z]\.[ \n]?)+){_PARTICLE}$")
_NEAR = 60
"""How far before a name its given names and titles may stand, in characters."""
_INITIALS_ALONE = re.compile(rf"(?:^|[.!?:;][\"'”’)]*[ \n]|[\n(\"“])((?:[A-Z]\.[ \n]?)+){_PARTICLE}$")
# `the Walter-Smith talks` are between two.
_TWO_PARTIES = re.compile(
    r"-[A-Z][\w]+[ \n](?:summit|talks|deal|meeting|call|agreement|axis|alliance|relationship|pact|plan|dispute|feud)\b"
)
_SUFFIX = re.compile(
    r",? (?:Jr|Sr|II|III)\b| (?:&|and) (?:Sons|Co|Company|Partners|Brothers|Bros)\b|,? \(?no relation\b"
)
_SECOND_NAME = re.compile(r"-[^\W\d_a-z]\w*")
_NEXT_WORD = re.compile(r"[ \n]([\w'-]+)")
_WHICH = re.compile(r"\b(?:[Ww]hich|[Tt]he[ \n]other|[Aa]nother|[Aa]ny|[Ee]very|[Nn]o|[Nn]?[Ee]ither|[Aa]n?)[ \n]$")
_ENDS_SENTENCE = re.compile(r"[.!?;:][\"'”’)\]*]*\s+[\"'“‘(\[*]*$|^[\s\"'“‘(\[*–—-]*$|[\0\n][\"'“‘(\[]*$")
_SENTENCE_END = re.compile(r"(?<!\b[A-Z])(?<!Mr)(?<!Dr)(?<!Gen)(?<!Col)(?<!Lt)(?<!Maj)(?<!Capt)[.!?;][\"'”’)\]]*\s")
_AS_ADJECTIVE = re.compile(
    r"\b(?:[Aa]n?|[Tt]he|[Ss]unni|[Ss]hia|[Ss]hiite|many|most|other|fellow|mostly|mainly|some|are|is|were|was|be|being|not)[ \n]$"
)
_TOLD_AFTER = re.compile(r",[ \n]([^,.;:]{1,60})")
_NAMED = re.compile(r"\b(?:[Aa]n?|[Oo]ne|[Tt]he|[Ss]ome)[ \n](?:[\w-]+[ \n]){1,3}(?:named|called)[ \n]$")
_OPENING = "\"'“‘([*—–"
_SURE_PLACE_BEFORE = re.compile(
    r"\b(?:[Ii]n|[Nn]ear|[Aa]t|[Aa]round|[Oo]utside|[Ii]nto|(?:town|city|village|district|province)[ \n]of)[ \n]$"
)
# Before `in` and `at` these go with persons: faith in Walter, anger at Walter.
_OF_FEELING = frozenset(
    "confidence trust faith belief believe believes believed interest interested disappointed out look looked looks angry"
    " anger aimed shouted laughed directed yelled jab swipe found saw see sees".split()
)
_CHILD_CALLED = re.compile(
    r"\b(?:son|daughter|boy|girl|baby|child|wife|husband|dog|cat|horse)[ \n](?:is[ \n]|was[ \n])?(?:called|named)[ \n]$"
)
_TWO_NAMES = re.compile(r"[ \n]([A-Z][a-z]+(?:-[A-Z][a-z]+)?)(?![\w-])")
_SAID_BEFORE = re.compile(
    r"\b(?:Q:|said|says|told|asked|adds|added|(?:[Rr]eporting|[Ee]diting|[Ww]riting|[Ww]ritten|[Pp]hotos?"
    r"|[Pp]hotographs?|[Tt]ranslated|[Cc]ompiled|[Ii]llustrations?)[ \n]by)[ \n]$"
)
_TOLD_OF_PERSONS = re.compile(
    r",?[ \n](?:who|whose|said|says|told|adds|added|writes|wrote|himself|herself)\b"
    r"|,[ \n](?:an?|aged|[1-9][0-9]|his|her|takes|asks)\b"
)
_NO_SURNAMES = NO_GIVEN_NAME | NAMED_OF | FEATURES | {"police", "government", "court", "navy", "guard", "embassy"}
_QUALIFIERS = frozenset(
    "north south east west northern southern eastern western northeast northwest southeast southwest central upper lower"
    " old new greater rural inner outer islamic free great minor grand mount lake".split()
)
_ADJECTIVE_ENDINGS = ("ish", "ian", "ese", "ean", "can", "ic")
_IN_BEFORE = re.compile(r"\b(?:[Ii]n|[Aa]t)[ \n](?:[A-Z]\w+[ \n]){0,2}$")
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
_COMPOUNDED = frozenset("backed led held aligned allied born based educated trained controlled run wide".split())
_GENERAL_TITLES = frozenset({"mr", "mrs", "ms", "miss", "dr", "professor", "sir"})
# Endings of words that begin a sentence and are nobody's given name: Backing Walter, Embattled Walter, Only Walter.
_NO_NAME_ENDINGS = ("ing", "ed", "ntly", "edly", "ally")


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


def begins_sentence(before: str) -> bool:
    """Whether a sentence begins after this text."""
    return bool(_ENDS_SENTENCE.search(before[-_NEAR:]))


def given_name_before(before: str, surname_words: frozenset[str]) -> str | None:
    """The given name of somebody else right before a surname; None where there is none.

    `surname_words` are the words, as letters, of the names of the surname's listed bearer: these are his own.
    """
    before = before[-_NEAR:]
    if initials := _INITIALS_BEFORE.search(before):
        given, own = initials[1], letters(initials[1]) in surname_words
        if given[0].isupper() and given.lower() not in NO_GIVEN_NAME:
            return None if own else f"{given} {initials[2].strip()}"
        return None if given.lower() in TITLES else initials[2].strip()
    if (alone := _INITIALS_ALONE.search(before)) and not _is_title(before[: alone.start(1)].split()[-1:]):
        return alone[1].strip()
    found = _WORD_BEFORE.search(before)
    if not found:
        return None
    word = found[1].lstrip(_OPENING)
    lead = before[: found.start(1) + len(found[1]) - len(word)]
    is_given = looks_like_given_name(word) and letters(word) not in surname_words
    # `In Moscow Walter said`; `Backing Walter, they …`
    is_place = _IN_BEFORE.search(lead) is not None
    is_first_word = _ENDS_SENTENCE.search(lead) is not None and _may_begin_sentence(word)
    return word if is_given and not is_place and not is_first_word else None


def _is_title(words: Sequence[str]) -> bool:
    return bool(words) and words[0].rstrip(".").lower() in TITLES


def _may_begin_sentence(word: str) -> bool:
    """Whether a word that begins a sentence is a participle or an adverb rather than a name: Backing, Embattled."""
    word = word.lower()
    return word.endswith(_NO_NAME_ENDINGS) and word not in NAMES_LIKE_PARTICIPLES


def looks_like_given_name(word: str) -> bool:
    """Whether a capitalised word may be a given name, by its form: no title, no acronym, no word of every text."""
    is_word = word.replace("-", "").replace("'", "").isalpha() and not word.endswith(("'s", "'"))
    if not word[:1].isupper() or word.lower() in NO_GIVEN_NAME or not is_word:
        return False
    if word.isupper() and len(word) > 1:
        # An acronym, or a word of a headline.
        return False
    if TITLES & {*word.lower().split("-"), word.lower().removesuffix("s")}:
        return False
    # `Moscow-backed Walter`
    return "-" not in word or word.rpartition("-")[2].lower() not in _COMPOUNDED


def title_before(before: str) -> str:
    """The title right before a name, in lower case and spelt out; empty where there is none."""
    found = _WORD_BEFORE.search(before[-_NEAR:])
    if not found:
        return ""
    bare = found[1].lstrip(_OPENING).rstrip(".").lower()
    if bare in TITLES:
        return ABBREVIATED_TITLES.get(bare, bare)
    # Secretary-General, Presidents
    parts = [part for part in (*bare.split("-"), bare.removesuffix("s")) if part in TITLES]
    return parts[0] if parts else ""


def titles_around(before: str, after: str) -> frozenset[str]:
    """The titles of a person who is introduced: `Captain Walter`, `Walter, the navy captain`."""
    told = _TOLD_AFTER.match(after)
    words = told[1].lower().split() if told else []
    return frozenset(
        ABBREVIATED_TITLES.get(word, word) for word in (title_before(before), *words) if word.rstrip(".") in TITLES
    )


def goes_on(after: str) -> str | None:
    """What makes a longer or another name of a surname before it: `Walter Jr.`, `Walter-Smith`; or None."""
    if suffix := _SUFFIX.match(after):
        return suffix[0]
    second = _SECOND_NAME.match(after)
    return second[0] if second and not _TWO_PARTIES.match(after) else None


def is_anybody(before: str, after: str) -> bool:
    """Whether the words around a surname say that it could be any bearer's: `which Walter?`, `another Walter.`"""
    found = _WHICH.search(before[-_NEAR:])
    if not found:
        return False
    word = found[0].strip().lower()
    if word == "which":
        # `did not say which Walter`, but not `the plan which Walter made`.
        lead = before[-_NEAR:][: found.start()]
        return _ENDS_SENTENCE.search(lead) is not None or lead.split()[-1].lower() in _ASKING
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
    following = _NEXT_WORD.match(after)
    if following:
        word = following[1].lower()
        is_noun = word in FAITHFUL or following[1][:1].isupper() or (word.endswith("s") and word not in ACTS)
        if is_noun:
            return False
    return not _AS_ADJECTIVE.search(before)


def is_followed_by_name(after: str) -> bool:
    """Whether a capitalised word follows, so that the name is the given name, or part of a longer name."""
    following = _NEXT_WORD.match(after)
    if following is None or not following[1][:1].isupper():
        return False
    # In a headline in capitals every word has one.
    is_headline = len(following[1]) > 1 and following[1].isupper()
    return not is_headline and following[1].lower() not in NO_GIVEN_NAME


def as_given_name(before: str, surface: str, after: str) -> str | None:
    """The full name of a person whose given name is a place's: `Captain Florence Walter`; None where it is none.

    A capitalised word after a place is no sign of that (it costs 0.4 to 1 point of F1 on news of places). So a title,
    a verb of speech, or what is told of persons only must stand beside the two words.
    """
    lead = before[-_NEAR:].split()
    if lead and lead[-1] in ("is", "was", "as") and lead[-2:-1] == ["name"]:
        return surface
    if lead and lead[-1] in ("called", "named") and _CHILD_CALLED.search(before[-_NEAR:]):
        return surface
    if lead and lead[-1].lstrip(_OPENING)[:1].isupper() and (given := _as_surname(before[-_NEAR:], after)):
        return f"{given} {surface}"
    found = _TWO_NAMES.match(after) if after[1:2].isupper() else None
    if not found or found[1].lower() in _NO_SURNAMES or is_followed_by_name(after[found.end() :]):
        return None
    is_person = bool(
        title_before(before)
        or (lead and lead[-1].rstrip(",").lower() in TITLES)
        or _SAID_BEFORE.search(before)
        or _TOLD_OF_PERSONS.match(after[found.end() :])
    )
    return f"{surface} {found[1]}" if is_person else None


def _as_surname(before: str, after: str) -> str | None:
    """The given name before a place's or a body's name that is a person's surname: `editing by Anna Florence`."""
    found = _WORD_BEFORE.search(before)
    if not found or not looks_like_given_name(word := found[1].lstrip(_OPENING)) or word.lower() in _QUALIFIERS:
        return None
    if word.lower().endswith(_ADJECTIVE_ENDINGS):
        return None
    lead = before[: found.start(1)]
    is_person = title_before(lead) or _SAID_BEFORE.search(lead) or _TOLD_OF_PERSONS.match(after)
    is_first_word = _ENDS_SENTENCE.search(lead) is not None and _may_begin_sentence(word)
    return word if is_person and not is_first_word else None


def is_surely_placed(before: str) -> bool:
    """Whether a preposition stands right before a name that persons do not have: `in`, `near`, `outside`."""
    found = _SURE_PLACE_BEFORE.search(before[-_NEAR:])
    return found is not None and not {word.lower() for word in before[-_NEAR:].split()[-2:-1]} & _OF_FEELING


def is_introduced_as_unknown(before: str) -> bool:
    """Whether the text presents the bearer of a name as somebody new: `a cook named Walter`."""
    return bool(_NAMED.search(before[-_NEAR:]))


def is_speaking(after: str) -> bool:
    """Whether a verb of speech or an auxiliary follows."""
    following = _NEXT_WORD.match(after)
    return following is not None and following[1].lower() in SPEECH


def is_placed(before: str) -> bool:
    """Whether a preposition of place stands right before a name."""
    return bool(_PLACE_BEFORE.search(before))


def full_name_with_initial(before: str, given_names: Iterable[str]) -> str | None:
    """The given name and initials before a surname, if the name without the initials is the person's own.

    `Joseph F. ` before `Walter`, where Joseph Walter is listed: house styles differ on initials.
    """
    found = _INITIALS_BEFORE.search(before)
    return found[0] if found and found[1] in given_names else None


def is_told_apart(before: str, after: str) -> bool:
    """Whether the text means another bearer of a full name: `the Jeff Walter who keeps bees`."""
    return bool(_THE_BEFORE.search(before[-_NEAR:]) and _WHO_AFTER.match(after))


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
