"""What kind of entity a proper name stands for, by its own words and by those beside it. None where nothing says."""

import re
from collections import Counter
from collections.abc import Iterable, Iterator
from typing import NamedTuple

from news_archive.checks.suggesting.name_words import (
    BEFORE_PERSONS,
    BEFORE_PLACES,
    FEATURES,
    HEADS,
    ORGANISATIONS,
    SAID,
    SHIPS,
    WRITINGS_AND_EVENTS,
)
from news_archive.matching.english import PLACE_TYPES
from news_archive.model import Kind

_PLACE_WORDS = "|".join(
    sorted(
        frozenset().union(*PLACE_TYPES)
        | {
            "area",
            "countryside",
            "outskirts",
            "square",
            "street",
            "mosque",
            "bridge",
            "prison",
            "oilfield",
            "oilfields",
        }
    )
)
_LAST_WORD = re.compile(r"([\w'-]+)\.?[ \n]$")
_TITLE_AND_OFFICE = re.compile(r"\b([\w-]+)[ \n](?:of|for)[ \n](?:the[ \n])?(?:[A-Z]\w+[ \n]){1,3}$")
_TITLE_IN_APPOSITION = re.compile(r"\b([\w-]+)(?:[ \n](?:of|for|to|in)[ \n][\w ]{3,25})?,[ \n]$")
_OF_PLACE = re.compile(
    rf"\b({_PLACE_WORDS}|towns|villages|cities|residents|outskirts)[ \n]of[ \n](?:the[ \n])?$", re.IGNORECASE
)
_OF_BODY = re.compile(
    r"\b(members?|fighters?|leaders?|commanders?|spokes(?:man|woman|person)|head|founder)[ \n](?:of|for)[ \n](?:the[ \n])?$",
    re.IGNORECASE,
)
_PLACE_AFTER = re.compile(rf"[ \n]({_PLACE_WORDS})\b(?![ \n]of\b)")
_BODY_AFTER = re.compile(
    r"(?:[ \n]|-)(fighters?|forces|militants?|commanders?|troops|members?|units?|militia|rebels|spokes(?:man|woman|person)|officials?|led|backed|held|affiliated)\b"
)
_ACT_AFTER = re.compile(r",?[ \n]([a-z]+)\b")
_LIFE_AFTER = re.compile(
    r",[ \n](?:\d\d,|an?[ \n][\w -]{0,20}(?:spokes|leader|commander|minister|director|analyst|resident|activist|head))|,[ \n]who\b"
)
_PERSON, _PLACE, _BODY, _THING = "person", "place", "body", "thing"
_KINDS = {_PERSON: Kind.ACTOR, _PLACE: Kind.PLACE, _BODY: Kind.ACTOR, _THING: Kind.TERM}
_DESIGNATION = re.compile(r"[A-Z][A-Za-z]{0,3}-?\d+\w?")
_SHORTEST_FULL_NAME, _LONGEST_FULL_NAME = 2, 4


class Guess(NamedTuple):
    """A kind, and what speaks for it."""

    kind: Kind | None
    type: str | None
    """What the entity's page may give as `type`: `person` or nothing."""
    because: str
    """As a clause: `the word 'Council' in its name`; empty where nothing speaks."""


_UNKNOWN = Guess(None, None, "")


def guess_kind(name: str, places: Iterable[tuple[str, str]]) -> Guess:
    """The kind of a name from the words before and after it, wherever it stands."""
    by_name = _by_own_words(name)
    votes: Counter[str] = Counter()
    reasons: dict[str, str] = {}
    for before, after in places:
        for sort, weight, reason in _signs(name, before, after):
            votes[sort] += weight
            reasons.setdefault(sort, reason)
    if by_name.kind is not None:
        return by_name
    ranked = votes.most_common(2)
    if not ranked or (len(ranked) > 1 and ranked[0][1] == ranked[1][1]):
        return _UNKNOWN
    sort = ranked[0][0]
    return Guess(_KINDS[sort], "person" if sort == _PERSON else None, reasons[sort])


def _by_own_words(name: str) -> Guess:
    words = [word for word in re.split(r"[ -]", name) if word[:1].isupper()]
    if words[:1] and words[0].isupper() and words[0].lower() in SHIPS:
        return Guess(Kind.TERM, None, f"'{words[0]}' before a ship's name")
    if len(words) < _SHORTEST_FULL_NAME and not name[-1].isdigit():
        return _UNKNOWN
    head = re.split(r" (?:of|for) ", name)[0].split()[-1]
    for word in dict.fromkeys((head.lower(), words[-1].lower(), words[0].lower())):
        for known, kind in ((WRITINGS_AND_EVENTS, Kind.TERM), (ORGANISATIONS, Kind.ACTOR), (FEATURES, Kind.PLACE)):
            if word in known:
                return Guess(kind, None, f"the word '{word.capitalize()}' in its name")
    return _UNKNOWN


def _signs(name: str, before: str, after: str) -> Iterator[tuple[str, int, str]]:
    """What the words beside a name vote for, with a weight and the reason."""
    has_head = not HEADS.isdisjoint(name.lower().split()) or before.endswith("the ")
    is_full = _SHORTEST_FULL_NAME <= len(name.split()) <= _LONGEST_FULL_NAME and not name.isupper() and not has_head
    yield from _signs_before(name, before)
    if found := _PLACE_AFTER.match(after):
        yield _PLACE, 3, f"'{found[1]}' after it"
    elif not _DESIGNATION.fullmatch(name) and (found := _BODY_AFTER.match(after)):
        yield _BODY, 2, f"'{found[1]}' after it"
    if is_full and (life := _LIFE_AFTER.match(after)):
        yield _PERSON, 2, f"'{' '.join(life[0].strip(', ').split()[:3])}' after it"
    act = _ACT_AFTER.match(after)
    if act and act[1] in SAID:
        yield _PERSON if is_full else _BODY, 2, f"'{act[1]}' after it"
    if _DESIGNATION.fullmatch(name):
        yield _THING, 1, "a name of letters and digits"


def _signs_before(name: str, before: str) -> Iterator[tuple[str, int, str]]:
    last = _LAST_WORD.search(before)
    word = last[1].lower() if last else ""
    titled = _TITLE_AND_OFFICE.search(before) or _TITLE_IN_APPOSITION.search(before)
    if last and word in BEFORE_PERSONS and not name.isupper():
        yield _PERSON, 3, f"the title '{last[1]}' before it"
    elif titled and titled[1].lower() in BEFORE_PERSONS and not name.isupper():
        yield _PERSON, 3, f"the title '{titled[1]}' before it"
    if found := _OF_PLACE.search(before):
        yield _PLACE, 3, f"'{found[1]} of' before it"
    elif word in BEFORE_PLACES and not name.isupper():
        yield _PLACE, 1, f"'{word}' before it"
    if found := _OF_BODY.search(before):
        yield _BODY, 2, f"'{found[1]} of' before it"
    if name.startswith("Abu ") or " bin " in name or " ibn " in name:
        yield _PERSON, 1, "the form of the name"
    if word == "the" and name.isupper():
        yield _BODY, 1, "'the' before an acronym"
