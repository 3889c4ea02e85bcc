"""The language of a text, where its letters or commonest words leave no doubt."""

import re
import unicodedata
from collections import Counter

_ENGLISH = frozenset("the of and to in a that was for on is with said by from at it as he were".split())
_SHARE = 0.2
"""Of English news, a third to two fifths of the words are these; of other languages in Latin letters under a tenth."""
# Letters of Persian, Kurdish, Urdu and Pashto that Arabic does not have.
_NOT_ARABIC = re.compile("[پچژگکیێۆەڕڵڤٹڈںےټډړښۍ]")
_OTHERS = {"ARABIC": "Arabic, Persian, Kurdish or Urdu", "CYRILLIC": "Russian, Ukrainian or another one"}


def language_of(text: str) -> tuple[str | None, str]:
    """The code of the language, or None and why it can't be told."""
    script = _script(text[:20_000])
    match script:
        case "LATIN":
            words = re.findall(r"[^\W\d_]+", text[:20_000].lower())
            is_english = sum(word in _ENGLISH for word in words) >= _SHARE * len(words)
            return ("en", "") if is_english else (None, "it does not look like English")
        case "HEBREW":
            return "he", ""
        case "GREEK":
            return "el", ""
        case "ARABIC" if not _NOT_ARABIC.search(text):
            return "ar", ""
        case "ARABIC" | "CYRILLIC":
            return None, f"its letters are those of {_OTHERS[script]}"
        case _:
            return None, "its letters say no language for sure"


def _script(text: str) -> str:
    """The first word of the Unicode names of most of its letters."""
    letters = Counter(c for c in text if c.isalpha())
    scripts: Counter[str] = Counter()
    for letter, times in letters.items():
        scripts[unicodedata.name(letter, "?").partition(" ")[0]] += times
    return scripts.most_common(1)[0][0] if scripts else ""
