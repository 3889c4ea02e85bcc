"""Makes spellings that readers take for the same one equal, and remembers where each character came from.

Apostrophes, hyphens and spaces have many code points; accents may be separate characters; soft hyphens
and zero-width spaces are invisible. All offsets that leave this room are those of the author's text.
"""

import unicodedata
from collections.abc import Sequence
from dataclasses import dataclass

_SAME_LENGTH = str.maketrans(
    {
        **dict.fromkeys("\u2018\u2019\u201b\u02bc\u02bb\u02b9\u00b4\u0060\u2032\uff07", "'"),
        **dict.fromkeys("\u2010\u2011\u2012\u2013\u2014\u2015\u2212", "-"),
        **dict.fromkeys(
            "\u00a0\u2000\u2001\u2002\u2003\u2004\u2005\u2006\u2007\u2008\u2009\u200a\u202f\u205f\u3000", " "
        ),
    }
)
_INVISIBLE = frozenset("\u00ad\u200b\u2060\ufeff\u200e\u200f")


@dataclass(frozen=True, slots=True)
class Folded:
    """Folded text, and where each of its characters begins and ends in the original."""

    text: str
    starts: Sequence[int]
    ends: Sequence[int]


def fold(text: str) -> Folded:
    """The text with one code point for each apostrophe, hyphen, space and accented letter."""
    same = text.translate(_SAME_LENGTH)
    if same.isascii() or (_INVISIBLE.isdisjoint(same) and unicodedata.is_normalized("NFC", same)):
        return Folded(same, range(len(same)), range(1, len(same) + 1))
    return _fold_slowly(same)


def fold_text(text: str) -> str:
    """As `fold`, without the offsets, and with every run of white space as one space."""
    return " ".join(fold(text).text.split())


def _fold_slowly(text: str) -> Folded:
    """Composes cluster by cluster, so that each character can name where it came from."""
    out: list[str] = []
    starts: list[int] = []
    ends: list[int] = []
    at = 0
    while at < len(text):
        end = at + 1
        while end < len(text) and unicodedata.combining(text[end]):
            end += 1
        if text[at] not in _INVISIBLE:
            composed = unicodedata.normalize("NFC", text[at:end])
            out.append(composed)
            starts.extend([at] * len(composed))
            ends.extend([end] * len(composed))
        at = end
    return Folded("".join(out), starts, ends)
