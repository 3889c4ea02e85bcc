"""Acronyms that the text itself explains: as a listed body's (whose acronym is not listed), or as something else.

An acronym belongs to the words before or after its brackets if its letters come in order in them, the first one at
the beginning of a word (Schwartz and Hearst, A Simple Algorithm for Identifying Abbreviation Definitions in
Biomedical Text, 2003).
"""

import re
from dataclasses import dataclass

from news_archive.matching.spelling import letters

_MINOR = "of|for|and|the|on|in|de|to|with|against|&"
# A run of capitalised words, as names of bodies are printed.
_RUN = re.compile(rf"[A-Z][\w'-]*(?:[ \n](?:(?:{_MINOR})[ \n]){{0,2}}[A-Z][\w'-]*)+")
_ENDS_SENTENCE = re.compile(r"[.;!?][\"')\]]*\s")
_IN_BRACKETS_AFTER = re.compile(r"(?:[ \n][a-z]+)?[ \n]\(([^()]{2,80})\)")
_OPENS_BRACKET = re.compile(r"([^()\n]{2,150})[ \n]\($")
_ACRONYM = re.compile(r"[A-Z][A-Za-z&-]{0,8}[A-Z]s?")
_BEFORE_BRACKET = re.compile(r"(?:^|[^\w])([A-Z][A-Za-z&-]{0,8}[A-Z])[ \n]\((?:the )?$")
_BRACKET_AND_ARTICLE = 5
_APPOSITION = re.compile(r",[ \n](?:the|our|a|an|its|their|or)[ \n]")
_MEANS = re.compile(
    r"[\"'”’]?[ \n](?:stands?|stood|is[ \n]short|was[ \n]short|means|meant)[ \n](?:for[ \n])?(?:(?:the|our|an?)[ \n])?"
)
_SHORTEST_IN_SENTENCE = 3
ALIKE = 4
"""Letters that two words must begin with to be forms of one: Africa, African."""


def stands_for(acronym: str, words: str) -> bool:
    """Whether an acronym can be made of words: every letter in order, the first at the beginning of a word."""
    short = [c for c in acronym.lower() if c.isalnum()]
    at = 0
    text = words.lower()
    at_beginnings = 0
    for number, letter in enumerate(short):
        while True:
            at = text.find(letter, at)
            if at < 0:
                return False
            if number > 0 or at == 0 or not text[at - 1].isalnum():
                break
            at += 1
        at_beginnings += at == 0 or not text[at - 1].isalnum()
        at += 1
    # `M` and `C` are somewhere in every long name: at least two letters must begin words.
    initials = "".join(word[0] for word in re.findall(r"\w+", text))
    return at_beginnings > 1 or _in_order(short, initials)


def _in_order(short: list[str], initials: str) -> bool:
    rest = iter(initials)
    return all(letter in rest for letter in short)


def introduced_after(after: str, name: str) -> str | None:
    """The acronym that brackets after a full name give it: `Dutch Red Cross (DRC)`."""
    found = _IN_BRACKETS_AFTER.match(after)
    if not found:
        return None
    first = re.split(r"[,;/]| or | and ", found[1])[0].strip().removeprefix("the ").strip("\"'“”")
    return first if _ACRONYM.fullmatch(first) and stands_for(first.rstrip("s"), name) else None


def introduced_before(before: str, name: str) -> str | None:
    """The acronym before the brackets in which a full name stands: `DRC (Dutch Red Cross`."""
    if "(" not in before[-_BRACKET_AND_ARTICLE:]:
        return None
    found = _BEFORE_BRACKET.search(before)
    return found[1] if found and stands_for(found[1], name) else None


def initials_of(run: str) -> str:
    """The first letters of a run's words, minor words left out, parts of compounds counted: Self-Defence -> sd."""
    words = [word for word in re.split(r"[ \n-]", run) if word and not re.fullmatch(_MINOR, word)]
    return "".join(word[0] for word in words).lower()


@dataclass(frozen=True, slots=True)
class Meaning:
    """What a text says that an acronym stands for."""

    words: str
    is_lasting: bool
    """Whether it goes for the text from there on; else for its sentence."""


def other_meaning(before: str, acronym: str, after: str, own_names: frozenset[str]) -> Meaning | None:
    """The unlisted long name that the text gives for an acronym; None where it gives none, or a listed one.

    `own_names` are the words, as letters, of the names of the acronym's listed owner. Explanations are brackets
    (`Dutch Road Council (DRC)`, `DRC (Dutch Road Council)`), appositions (`the DRC, our duty roster of cooks`),
    `stands for`, and a long name in capitals with the right initials in the same sentence.
    """
    bare = acronym.replace(".", "").lower()
    if before.endswith("(") and after[:1] in (")", ",", ";"):
        words = _spelling_out(before[:-1], bare, own_names)
        return Meaning(words, is_lasting=True) if words else None
    if explained := _IN_BRACKETS_AFTER.match(after):
        words = explained[1].removeprefix("the ").removeprefix("our ")
        if stands_for(bare, words) and (initials_of(words) == bare or _RUN.fullmatch(words)):
            return None if _is_own(words, bare, own_names) else Meaning(words, is_lasting=True)
    if (told := _APPOSITION.match(after) or _MEANS.match(after)) and (words := _first_words(after[told.end() :], bare)):
        return None if _is_own(words, bare, own_names) else Meaning(words, is_lasting=True)
    if len(bare) < _SHORTEST_IN_SENTENCE:
        return None
    left = _last_sentence(before)
    right = _ENDS_SENTENCE.split(after, maxsplit=1)[0]
    near = [(len(left) - run.end(), run[0]) for run in _RUN.finditer(left)]
    near += [(run.start(), run[0]) for run in _RUN.finditer(right)]
    for _, run in sorted(near):
        initials = initials_of(run)
        if initials.endswith(bare) or initials.startswith(bare):
            return None if _is_own(run, bare, own_names) else Meaning(run, is_lasting=False)
    return None


def _spelling_out(before: str, acronym: str, own_names: frozenset[str]) -> str | None:
    """The words before a bracket that the acronym in it abbreviates, unless they are its owner's."""
    runs = [run[0] for run in _RUN.finditer(before) if run.end() == len(before.rstrip())]
    if runs and stands_for(acronym, runs[-1]):
        return None if _is_own(runs[-1], acronym, own_names) else runs[-1]
    words = re.findall(r"[\w'-]+", _last_sentence(before))
    for count in range(len(acronym), min(len(words), len(acronym) + 3) + 1):
        lead = " ".join(words[-count:])
        if initials_of(lead) == acronym:
            return None if _is_own(lead, acronym, own_names) else lead
    return None


def _first_words(text: str, acronym: str) -> str | None:
    """The words at the beginning of a text whose initials are the acronym."""
    words = re.findall(r"[\w'-]+", _ENDS_SENTENCE.split(text + " ", maxsplit=1)[0])
    for count in range(len(acronym), min(len(words), len(acronym) + 3) + 1):
        lead = " ".join(words[:count])
        if initials_of(lead) == acronym and words[count - 1] not in _MINOR.split("|"):
            return lead
    return None


def _last_sentence(before: str) -> str:
    ends = [0, *(end.end() for end in _ENDS_SENTENCE.finditer(before))]
    return before[ends[-1] :]


def _is_own(run: str, acronym: str, own_names: frozenset[str]) -> bool:
    """Whether a long name is a spelling of the owner's: each word of it is a form of one of the owner's words.

    Only as many words as the acronym has letters are looked at: `Dutch-led` may stand before a name.
    """
    words = [letters(word) for word in re.findall(r"\w+", run) if not re.fullmatch(_MINOR, word)]
    initials = "".join(word[0] for word in words)
    told = words[: len(acronym)] if initials.startswith(acronym) else words[-len(acronym) :]
    return all(any(_are_alike(word, own) for own in own_names) for word in told)


def _are_alike(word: str, other: str) -> bool:
    if word == other:
        return True
    shared = 0
    for mine, theirs in zip(word, other, strict=False):
        if mine != theirs:
            break
        shared += 1
    return shared >= ALIKE and shared >= min(len(word), len(other)) - 1
