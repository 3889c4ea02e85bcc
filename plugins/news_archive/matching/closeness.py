"""How close a text is to a form: as listed, in other capitals, in another spelling, or another transliteration."""

from enum import IntEnum

from news_archive.matching.forms import Form, Origin
from news_archive.matching.spelling import MAY_BE_ARTICLE, WORDS_LIKE_ARTICLES, letters, sound, undoubled
from news_archive.model import Case

_SHORTEST_TRANSLITERATED = 5
_SHORTEST_UNDOUBLED = 4
_SHORTEST_WITHOUT_ARTICLE = 5
_SHORTEST_IN_CAPITALS = 4


class Closeness(IntEnum):
    """Smaller is closer."""

    LISTED = 0
    CASE = 1
    SPELLING = 2
    """Accents, apostrophes, periods, hyphen or space, the article before an Arabic name."""
    TRANSLITERATION = 3
    """Letters that transliterations vary: only for names that are transliterated, never for acronyms, terms, short
    words, or names in lower case."""


def closeness_of(form: Form, surface: str) -> Closeness | None:
    """How close a folded text is to the form; None where it is none of its spellings."""
    if surface == form.text:
        return Closeness.LISTED
    if surface.lower() == form.text.lower():
        return Closeness.CASE if form.agrees_with(surface) else None
    if form.case is Case.EXACT or _has_loose_hyphen(surface) != _has_loose_hyphen(form.text):
        return None
    if form.is_acronym:
        return Closeness.SPELLING if _is_same_acronym(form.text, surface) else None
    return _closeness_of_spelling(form, surface) if _same_capitals(form, surface) else None


def _closeness_of_spelling(form: Form, surface: str) -> Closeness | None:
    if " " in surface and surface.partition(" ")[0].lower() in WORDS_LIKE_ARTICLES and not surface.isupper():
        return None
    mine, theirs = form.letters.split(), letters(surface).split()
    if "".join(mine) == "".join(theirs):
        return Closeness.SPELLING
    mine, theirs, lacks_article = _without_articles(mine, theirs, surface)
    if lacks_article and len("".join(theirs)) < _SHORTEST_WITHOUT_ARTICLE:
        return None
    if mine == theirs:
        return Closeness.SPELLING
    may_vary = form.is_transliterated and form.origin is not Origin.NOT and not surface.islower()
    return Closeness.TRANSLITERATION if may_vary and _sound_alike(mine, theirs) else None


def _sound_alike(mine: list[str], theirs: list[str]) -> bool:
    if [undoubled(word) for word in mine] == [undoubled(word) for word in theirs]:
        shortest = _SHORTEST_UNDOUBLED
    elif [sound(word) for word in mine] == [sound(word) for word in theirs]:
        shortest = _SHORTEST_TRANSLITERATED
    else:
        return False
    return min(len("".join(mine)), len("".join(theirs))) >= shortest


def _is_same_acronym(form: str, surface: str) -> bool:
    """`UN` and `U.N.`; every capital as written."""
    return form.replace(".", "") == surface.replace(".", "") and not ("." in surface and "." not in surface[:-1])


def _without_articles(mine: list[str], theirs: list[str], surface: str) -> tuple[list[str], list[str], bool]:
    """The words of both without articles, and whether the text lacks one that the form begins with."""
    has_article = len(theirs) > 1 and _is_printed_article(theirs[0], surface)
    should_have = len(mine) > 1 and mine[0] in MAY_BE_ARTICLE
    if has_article:
        theirs = theirs[1:]
    if should_have:
        mine = mine[1:]

    def inner(words: list[str]) -> list[str]:
        return [word for at, word in enumerate(words) if at == 0 or word not in MAY_BE_ARTICLE]

    return inner(mine), inner(theirs), should_have and not has_article


def _is_printed_article(word: str, surface: str) -> bool:
    """Whether a text begins with the article as it is printed: ar-Rutba, Ar Rutba, al Rutba; not `at Rutba`."""
    if word not in MAY_BE_ARTICLE:
        return False
    following = surface[len(word) : len(word) + 1]
    return following == "-" or (word not in WORDS_LIKE_ARTICLES and (surface[0].isupper() or word in ("al", "el")))


def _has_loose_hyphen(text: str) -> bool:
    return "- " in text or " -" in text


def _same_capitals(form: Form, surface: str) -> bool:
    """Whether the words that differ in spelling begin with capitals where the form's do, or all is in capitals."""
    if form.case is Case.ANY or form.text.lower() == form.text.upper():
        return True
    if surface.isupper():
        return len(form.letters) >= _SHORTEST_IN_CAPITALS
    if form.text.islower():
        return surface[1:].islower() or surface.istitle()
    if surface.islower():
        return False
    # The last word bears the name in every form with an article or a particle before it.
    words = [word for word in surface.replace("-", " ").split() if word.lower() not in MAY_BE_ARTICLE]
    has_inner = any(c.isupper() for word in form.text.replace("-", " ").split() for c in word[1:])
    return bool(words) and words[0][:1].isupper() and all(has_inner or w[1:].islower() or len(w) == 1 for w in words)
