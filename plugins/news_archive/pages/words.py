"""Words and orders that several pages share: names of languages, periods, alphabetical order, distinct slugs."""

import re
import unicodedata
from collections.abc import Iterable
from functools import lru_cache

from babel import Locale, UnknownLocaleError

from news_archive.model import PartialDate, Period, slug


@lru_cache(maxsize=256)
def _locale(lang: str) -> Locale | None:
    try:
        return Locale.parse(lang, sep="-")
    except (UnknownLocaleError, ValueError):
        return None


def language_name(lang: str) -> str:
    """The English name of a language, from CLDR; its code where CLDR has none."""
    locale = _locale(lang)
    return (locale.get_display_name("en") if locale else None) or lang


def direction(lang: str | None) -> str | None:
    """`rtl` for languages written from right to left, by CLDR; else None."""
    locale = _locale(lang) if lang else None
    return "rtl" if locale and locale.text_direction == "rtl" else None


def validity(since: PartialDate | None, until: PartialDate | None) -> str | None:
    """A period for readers; None for one without bounds."""
    if since and until:
        return f"{since.in_words} to {until.in_words}"
    if since:
        return f"from {since.in_words}"
    return f"until {until.in_words}" if until else None


def period(covers: Period) -> str:
    """The days that an article tells of, for readers."""
    if covers.first == covers.last:
        return covers.first.in_words
    return f"{covers.first.in_words} to {covers.last.in_words}"


def plural(count: int, noun: str) -> str:
    """`1 article`, `2 articles`, `1,200 articles`."""
    return f"{count:,} {noun}" if count == 1 else f"{count:,} {noun}s"


def sort_key(name: str) -> tuple[str, str]:
    """Alphabetical order without regard to case, accents and leading punctuation."""
    plain = "".join(c for c in unicodedata.normalize("NFKD", name) if not unicodedata.combining(c))
    return (re.sub(r"^\W+", "", plain.casefold()), name)


def letter_of(name: str) -> str:
    """The heading of a name in an alphabetical list: its first letter, or 0–9."""
    first = sort_key(name)[0][:1].upper()
    return first if first.isalpha() else "0–9"


def distinct_slugs(texts: Iterable[str], taken: Iterable[str] = ()) -> dict[str, str]:
    """A slug for each text, no two the same and none of those taken: `paper`, `paper-2` …, in alphabetical order."""
    used = set(taken)
    slugs: dict[str, str] = {}
    for text in sorted(set(texts)):
        base = slug(text)
        number = 1
        while (distinct := base if number == 1 else f"{base}-{number}") in used:
            number += 1
        used.add(distinct)
        slugs[text] = distinct
    return slugs
