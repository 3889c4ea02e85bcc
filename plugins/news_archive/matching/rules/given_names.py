"""Given names and titles beside a name: whether they make somebody else of it, or a person of a place.

`Susan Walter` is not Jeff Walter, and `Captain Florence Walter` is no town.
"""

import re
from collections.abc import Iterable, Sequence

from news_archive.matching.english import (
    ABBREVIATED_TITLES,
    FEATURES,
    NAMED_OF,
    NAMES_LIKE_PARTICIPLES,
    NO_GIVEN_NAME,
    TITLES,
)
from news_archive.matching.spelling import letters

_PARTICLE = r"(?:(?:[Aa]l|[Ee]l|[Dd]e|[Vv]on|[Vv]an|[Bb]in|[Ii]bn|[Aa]bu)[- ])?"
_WORD_BEFORE = re.compile(rf"([^\s\0]+)[ \n]{_PARTICLE}$")
_INITIALS_BEFORE = re.compile(rf"(\w[\w'-]+)[ \n]((?:[A-Z]\.[ \n]?)+){_PARTICLE}$")
NEAR = 60
"""How far before a name its given names and titles may stand, in characters."""
_INITIALS_ALONE = re.compile(rf"(?:^|[.!?:;][\"'”’)]*[ \n]|[\n(\"“])((?:[A-Z]\.[ \n]?)+){_PARTICLE}$")
NEXT_WORD = re.compile(r"[ \n]([\w'-]+)")
ENDS_SENTENCE = re.compile(r"[.!?;:][\"'”’)\]*]*\s+[\"'“‘(\[*]*$|^[\s\"'“‘(\[*–—-]*$|[\0\n][\"'“‘(\[]*$")
_TOLD_AFTER = re.compile(r",[ \n]([^,.;:]{1,60})")
_OPENING = "\"'“‘([*—–"
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
_COMPOUNDED = frozenset("backed led held aligned allied born based educated trained controlled run wide".split())
# Endings of words that begin a sentence and are nobody's given name: Backing Walter, Embattled Walter, Only Walter.
_NO_NAME_ENDINGS = ("ing", "ed", "ntly", "edly", "ally")


def begins_sentence(before: str) -> bool:
    """Whether a sentence begins after this text."""
    return bool(ENDS_SENTENCE.search(before[-NEAR:]))


def given_name_before(before: str, surname_words: frozenset[str]) -> str | None:
    """The given name of somebody else right before a surname; None where there is none.

    `surname_words` are the words, as letters, of the names of the surname's listed bearer: these are his own.
    """
    before = before[-NEAR:]
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
    is_first_word = ENDS_SENTENCE.search(lead) is not None and _may_begin_sentence(word)
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
    found = _WORD_BEFORE.search(before[-NEAR:])
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


def is_followed_by_name(after: str) -> bool:
    """Whether a capitalised word follows, so that the name is the given name, or part of a longer name."""
    following = NEXT_WORD.match(after)
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
    lead = before[-NEAR:].split()
    if lead and lead[-1] in ("is", "was", "as") and lead[-2:-1] == ["name"]:
        return surface
    if lead and lead[-1] in ("called", "named") and _CHILD_CALLED.search(before[-NEAR:]):
        return surface
    if lead and lead[-1].lstrip(_OPENING)[:1].isupper() and (given := _as_surname(before[-NEAR:], after)):
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
    is_first_word = ENDS_SENTENCE.search(lead) is not None and _may_begin_sentence(word)
    return word if is_person and not is_first_word else None


def full_name_with_initial(before: str, given_names: Iterable[str]) -> str | None:
    """The given name and initials before a surname, if the name without the initials is the person's own.

    `Joseph F. ` before `Walter`, where Joseph Walter is listed: house styles differ on initials.
    """
    found = _INITIALS_BEFORE.search(before)
    return found[0] if found and found[1] in given_names else None
