"""Short names of bodies: `the Council` after the full name, `the coalition` by a description that an alias gives."""

import re
from bisect import bisect_left
from collections.abc import Sequence
from dataclasses import dataclass

from news_archive.matching.english import DEMONYMS, NO_GIVEN_NAME, OF_THE_KIND, SHARED_ACTS
from news_archive.model import EntityId, Span

_THE = re.compile(r"\b[Tt]he[ \n]$")
_WORD_BEFORE = re.compile(r"([\w'-]+)[ \n]$")
_NEXT_WORD = re.compile(r"[ \n]([\w-]+)")
# A clause or a phrase that says which one: `the coalition that …`, `the alliance of farmers`, `the coalition talks`.
_OF_OTHERS = re.compile(
    r"[ \n](?:(?:of|for|that|led by|between|government|cabinet|talks|agreement|deal|parties|treaty)\b|[A-Z]\w+[ \n](?:for|of)\b)"
)
_COMPOUND = re.compile(r"-(?:led|backed|held|trained|controlled|run)\b")
_ADJECTIVE_ENDINGS = ("ish", "ian", "ese", "-led", "wing", "-backed")


@dataclass(frozen=True, slots=True)
class Antecedent:
    """Where a text names a body that a noun may refer back to."""

    span: Span
    entity: EntityId | None
    """None: a body that is not listed, such as `a Saudi-led coalition`."""
    name: str


def is_definite(before: str) -> bool:
    """Whether `the` stands right before a noun."""
    return bool(_THE.search(before))


def names_other(before: str, after: str) -> bool:
    """Whether the words beside a common noun speak of another than the known body: `a coalition of parties`."""
    if _OF_OTHERS.match(after):
        return True
    found = _WORD_BEFORE.search(before)
    if not found:
        return False
    word = found[1]
    lower = word.lower()
    if lower in OF_THE_KIND or word.endswith(("'s", "s'")):
        return not _is_attribute(word, after)
    if lower in DEMONYMS or lower.endswith(_ADJECTIVE_ENDINGS):
        return True
    return word[0].isupper() and lower not in NO_GIVEN_NAME and not _begins_sentence(before[: found.start(1)])


def _is_attribute(word: str, after: str) -> bool:
    """Whether `a coalition airstrike`: the noun belongs to the next one, and so does the article."""
    following = _NEXT_WORD.match(after)
    return word.lower() in ("a", "an", "another", "any", "every", "no") and bool(
        following and following[1].lower() in SHARED_ACTS
    )


def is_bare_name(surface: str, before: str, after: str) -> bool:
    """Whether a noun without `the` stands as a name: `Coalition strikes`, `said coalition officials`."""
    following = _NEXT_WORD.match(after)
    if (following and following[1].lower() in SHARED_ACTS) or _COMPOUND.match(after):
        return True
    return surface[:1].isupper() and not _begins_sentence(before)


def _begins_sentence(before: str) -> bool:
    return not before.strip() or bool(re.search(r"[.!?:]['\"”’)]*\s+['\"“‘(]*$|\n$", before))


def last_before(at: Span, antecedents: Sequence[Antecedent]) -> Antecedent | None:
    """The body that was named last before a place; `antecedents` are in the order of the text."""
    number = bisect_left(antecedents, at, key=lambda antecedent: antecedent.span)
    return antecedents[number - 1] if number else None
