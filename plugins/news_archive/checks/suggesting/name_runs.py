"""Runs of capitalised words that may be proper names, with what is no part of them taken off.

English only. Arabic and other scripts without capitals have no such runs, so nothing is found in them.
"""

import re
from collections.abc import Collection, Iterator, Sequence
from typing import NamedTuple

from news_archive.checks.suggesting.name_words import (
    ABBREVIATED,
    DATES,
    HEADS,
    INNER,
    NAMES_LIKE_TITLES,
    ORGANISATIONS,
    OWNERS,
    PEOPLES,
    PERSONAL_TITLES,
    PORTFOLIOS,
    TITLE_MODIFIERS,
    is_people,
)
from news_archive.matching.english import FUNCTION_WORDS

_CAPITAL = "".join(chr(c) for c in (*range(0x41, 0x530), *range(0x1E00, 0x2000)) if chr(c).isupper())
_ARTICLE = "(?:[AaEeU]l|[Aa](?:sh|[dnrstz])|[Ee][sz])"
_MAY_BEGIN = r"(?=[A-Zae\d\u0080-\u1fff])"
"""Spares nearly all letters of a text what follows."""
# In this order: U.S.; initials and Lt.; al-Hadi, O'Neill, Ki-moon, R&D; 17th before a name.
_WORD = re.compile(
    rf"{_MAY_BEGIN}(?<![\w@#/\\.-])(?:(?:[{_CAPITAL}]\.){{2,}}(?!\w)"
    rf"|(?:[{_CAPITAL}]|{'|'.join(sorted(word.capitalize() for word in ABBREVIATED))})\.(?=\s)"
    rf"|(?:{_ARTICLE}-\s?)?[{_CAPITAL}]\w*(?:(?:'(?![sS]\b)|-|&)\w+)*"
    rf"|\d+(?:st|nd|rd|th)(?=\s[{_CAPITAL}]))"
)
_INNER = "|".join(sorted(INNER, key=lambda word: (-len(word), word)))
_GAP = re.compile(
    rf"(?P<owner>'s?)?[ \n\t]+(?:(?P<inner>(?:{_INNER})(?:[ \n](?:the|al|el))?)[ \n]+)?|[ ]?&[ ]|[ ][\"“(][\w. -]{{1,15}}[\"”)][ ]"
)
_NUMBER = re.compile(r"[ \n]\d{1,4}(?![\w.,:/-]*\d)(?!\w)")
_NUMBERED = frozenset(
    "brigade division regiment battalion resolution highway route force base group camp sector unit".split()
)
_MADE_ADJECTIVE = re.compile(
    r"-(?:\w*ed|led|held|run|born|era|wide|style|like|free|built|made|based|backed|friendly|related|dominated)$"
)
_WEB_SIGNS = ("://", "www.", "@", ".com", ".org", ".net", ".gov", ".mil", ".int", ".info", ".co.")
_WEB = re.compile(r"(?:https?://|www\.)\S+|\S+@\S+|\b[\w-]+\.(?:com|org|net|gov|mil|int|info|co\.\w\w)\b\S*")
_NICKNAME = re.compile(rf"(?<=\w )[\"“(][\w.-]{{1,15}}[\"”)](?= [{_CAPITAL}])")
_OPENING = "\"“”„«»'([*–—•- \n\t"
_ENDS_SENTENCE = ".!?…:;•*\n\ufffc"
_LONGEST_OPENING = 6
_LINKING = frozenset({"of", "for"})
_OF_SEVERAL = ORGANISATIONS - {"republic", "kingdom", "emirate", "union", "army", "administration", "regime"}
"""Bodies that are named after several things: the Ministry of Trade and Industry, but the Republic of Malta and Italy."""


class Word(NamedTuple):
    """A capitalised word, and how it hangs together with the one before it."""

    text: str
    lower: str
    """In lower case, without a period."""
    start: int
    end: int
    inner: str
    """The words in lower case before it that may belong to the name: `of the`; empty where it follows directly."""
    is_joined: bool
    """Whether only such words stand between it and the one before."""
    is_initial: bool
    """Whether it begins a sentence, where any word has a capital."""


Run = list[Word]


def runs(text: str) -> Iterator[Run]:
    """The capitalised words of a folded text that may belong together, in order; function words end a run."""
    if any(sign in text for sign in _WEB_SIGNS):
        text = _WEB.sub(_blank, text)
    if any(sign in text for sign in '"“('):
        text = _NICKNAME.sub(_blank, text)
    run: Run = []
    for found in _WORD.finditer(text):
        if not run and found[0].lower() in FUNCTION_WORDS and not found[0][1:].isupper():
            continue  # spares the many first words of sentences what follows
        word = _read_word(text, found, run[-1] if run else None)
        is_joined = word.is_joined
        if run and not is_joined:
            yield run
            run = []
        if _is_no_part(word):
            if run:
                yield run
            run = []
            continue
        run.append(word)
        if word.end < found.end():
            yield run
            run = []
    if run:
        yield run


def _blank(found: re.Match[str]) -> str:
    return " " * len(found[0])


def _read_word(text: str, found: re.Match[str], before: Word | None) -> Word:
    start, end = found.span()
    gap = _GAP.fullmatch(text, before.end, start) if before else None
    # After a possessive another name begins, unless it is one of those within names: People's Party.
    is_joined = gap is not None and (not gap["owner"] or (before is not None and before.lower in OWNERS))
    if "-" in found[0] and (cut := _MADE_ADJECTIVE.search(found[0])):
        end = start + cut.start()
    return Word(
        text[start:end],
        text[start:end].lower().rstrip("."),
        start,
        end,
        inner=" ".join((gap["inner"] or "").split()) if gap and is_joined else "",
        is_joined=is_joined,
        is_initial=not is_joined and _begins_sentence(text, start),
    )


def _is_no_part(word: Word) -> bool:
    return (
        word.lower in DATES
        or word.lower.removesuffix("s") in DATES
        or (word.lower in FUNCTION_WORDS and not word.text[1:].isupper())
    )


def _begins_sentence(text: str, start: int) -> bool:
    before = text[max(0, start - _LONGEST_OPENING) : start].rstrip(_OPENING)
    opening = text[start - (start - max(0, start - _LONGEST_OPENING) - len(before)) : start]
    if not before:
        return start <= _LONGEST_OPENING
    if "\n" in opening and "\n\n" in opening:
        return True
    # A quotation within a sentence begins one of its own after a comma or a colon only.
    return before[-1] in _ENDS_SENTENCE or (before[-1] == "," and any(c in opening for c in '"“«'))


def names_of_run(run: Run, ordinary: Collection[str]) -> Iterator[Run]:
    """The names in a run: without titles, without what only a sentence's beginning capitalises, cut where two meet.

    `ordinary`: words seen in lower case.
    """
    run = _without_beginning(run, ordinary)
    for part in _cut_at_particles(run):
        yield from _without_titles(part)


def _without_beginning(run: Run, ordinary: Collection[str]) -> Run:
    """Drops a sentence's first word where it is an ordinary one that makes no name with the next."""
    if not run or not run[0].is_initial:
        return run
    first, rest = run[0].lower, run[1:]
    if first not in ordinary and not _is_participle(first):
        return run
    if not rest or is_people(first) or first in PERSONAL_TITLES or first in TITLE_MODIFIERS:
        return run
    if rest[0].inner:
        return run if first in HEADS and rest[0].inner.split()[0] in _LINKING else rest
    return run if rest[0].lower in HEADS else rest


def _is_participle(word: str) -> bool:
    return word.endswith(("ing", "ly")) and len(word) > 5


def _cut_at_particles(run: Run) -> Iterator[Run]:
    """Cuts where `and`, `of` or `for` joins two names and not the words of one."""
    part: Run = []
    for at, word in enumerate(run):
        if part and word.inner and not _joins(part, word, run[at:]):
            yield part
            part = []
        part.append(word)
    if part:
        yield part


def _joins(part: Sequence[Word], word: Word, rest: Sequence[Word]) -> bool:
    """Whether the small words before a word join it to the words of one name before them."""
    match word.inner.split()[0]:
        case "and":
            of_what = next((at for at, one in enumerate(part) if one.inner.split()[:1] in (["of"], ["for"])), 0)
            if of_what:
                return part[of_what - 1].lower in _OF_SEVERAL
            closes = any(one.lower in ORGANISATIONS for one in rest[1:3] if not one.inner)
            is_single = len(part) == 1 and not part[0].text.isupper() and not is_people(part[0].lower)
            return closes and is_single
        case "the":
            return False
        case "for":
            has_head = any(one.lower in ORGANISATIONS for one in part) or part[-1].lower in PERSONAL_TITLES
            # `Friends for Peace`: a common noun in the plural.
            return has_head or (len(part) == 1 and part[0].text.endswith("s") and not part[0].text.isupper())
        case "of":
            is_head = part[-1].lower in HEADS or part[-1].lower in PERSONAL_TITLES
            return is_head or (len(part) == 1 and word.inner == "of" and not part[0].text.isupper())
        case _:
            return not part[-1].text.isupper() or len(part[-1].text) == 1


def _without_titles(run: Run) -> Iterator[Run]:
    """Parts a run at its titles: what stands before them, and the person after them."""
    last = _last_title(run)
    if last is None:
        yield from _trimmed(run)
        return
    start = last
    while start > 0 and (
        run[start - 1].lower in TITLE_MODIFIERS
        or run[start - 1].lower in PERSONAL_TITLES
        or is_people(run[start - 1].lower)
    ):
        start -= 1
    yield from _trimmed(run[:start])
    rest = run[last + 1 :]
    if rest and rest[0].inner.split()[:1] in (["of"], ["for"], ["to"]):
        at = 0
        while at < len(rest) and rest[at].lower in PORTFOLIOS:
            at += 1
        rest = rest[at:]
    yield from _without_titles(rest)


def _last_title(run: Run) -> int | None:
    """The last of the first titles in a run; None where the word is the head of a longer name."""
    for at, word in enumerate(run):
        if word.lower not in PERSONAL_TITLES:
            continue
        after = run[at + 1] if at + 1 < len(run) else None
        if at > 0 and word.lower in NAMES_LIKE_TITLES and not _may_precede_title(run[at - 1]):
            continue
        # `Court of Justice`, `Justice and Peace Party`
        is_object = word.inner.split()[:1] in (["of"], ["for"])
        if is_object or (after is not None and after.inner.startswith("and")):
            continue
        if after is not None and not after.inner and after.lower in HEADS and after.lower not in PERSONAL_TITLES:
            continue
        last = at
        while last + 1 < len(run) and run[last + 1].lower in PERSONAL_TITLES and not run[last + 1].inner:
            last += 1
        return last
    return None


def _may_precede_title(word: Word) -> bool:
    return (
        word.lower in PERSONAL_TITLES or word.lower in TITLE_MODIFIERS or is_people(word.lower) or word.text.isupper()
    )


def _trimmed(run: Run) -> Iterator[Run]:
    """A run without nations before and after it that are no part of the name; nothing where only such words are left."""
    while run and run[-1].lower in PEOPLES and not run[-1].inner:
        run = run[:-1]
    # `Dutch F-16`: the nation is no part of what letters and digits designate.
    while len(run) > 1 and is_people(run[0].lower) and any(c.isdigit() for c in run[1].text):
        run = run[1:]
    if run and not all(is_people(word.lower) for word in run):
        yield run


def with_number(text: str, run: Run) -> int:
    """Where a run's name ends: after the number that follows a numbered body, as in Highway 4."""
    number = _NUMBER.match(text, run[-1].end) if run[-1].lower in _NUMBERED else None
    return number.end() if number else run[-1].end
