"""What spellings of one name have in common: its letters, and how transliterations sound.

`letters` sets aside what news leaves out or adds by house style: capitals, accents, apostrophes, the periods of
abbreviations, and whether words are joined by a hyphen or a space. `sound` sets aside, besides, what differs
between transliterations of one name from Arabic, Kurdish, Persian or Turkish: doubled letters, which of two vowel
letters stands for one vowel, a silent h at the end. The pairs are those that a count over 921 English documents
on one war found for one place each; a coarser key (consonants only) joined different places there.
"""

import re
import unicodedata
from functools import lru_cache

_NO_ACCENT = str.maketrans(
    {
        "ı": "i",
        "ł": "l",
        "ø": "o",
        "đ": "d",
        "ð": "d",
        "æ": "ae",
        "œ": "oe",
        "ß": "ss",
        # Arabic script: letters that writers leave undotted or unmarked, and the stretching mark.
        "ى": "ي",
        "ی": "ي",
        "ک": "ك",
        "ة": "ه",
        "ـ": "",
        "\u200c": "",
        "\u200d": "",
    }
)
# Words of names of bodies that British and American English spell apart.
_AMERICAN = {
    "defence": "defense",
    "centre": "center",
    "labour": "labor",
    "programme": "program",
    "organisation": "organization",
    "mobilisation": "mobilization",
    "liberalisation": "liberalization",
    "organisations": "organizations",
}
_LEFT_OUT = str.maketrans({"'": None, ".": None, "-": " ", "_": None})

# Emphatic d and the gh of Arabic are written with h or without; sh is ch in French spelling and one letter with a tail
# in Turkish and Kurdish; vowels vary in pairs.
_PAIRS = (
    ("ee", "i"),
    ("oo", "u"),
    ("ou", "u"),
    ("aw", "u"),
    ("ae", "ai"),
    ("dh", "d"),
    ("gh", "g"),
    ("sh", "s"),
    ("ch", "s"),
    ("mb", "nb"),
)
_SAME_SOUND = str.maketrans("oyeq", "uiak")

# The definite article before a name, in the spellings of English news. Before some consonants its `l` is said,
# and often written, as that consonant: ash-Shihr, ar-Rutba. (The fourteen "sun letters" of Arabic.)
_PLAIN_ARTICLES = frozenset({"al", "el", "ul"})
_SUN_LETTERS = ("sh", "th", "dh", "t", "d", "r", "z", "s", "n")
_ASSIMILATED = {vowel + letter: letter for vowel in "ae" for letter in _SUN_LETTERS}
# Of these, words of English; before a space they are no article.
WORDS_LIKE_ARTICLES = frozenset({"an", "as", "at", "ad", "en", "es", "et", "er", "ed"})
MAY_BE_ARTICLE = _PLAIN_ARTICLES | _ASSIMILATED.keys()
"""Every word that `is_article` can be true of."""
ARTICLE = "al"
"""What stands for every spelling of the article in a key."""


def letters(text: str) -> str:
    """A folded text in lower case, its words parted by single spaces: `Sana'a`, `Zürich`, `U.S.` -> sanaa, zurich, us."""
    text = text.lower()
    if not text.isascii():
        decomposed = unicodedata.normalize("NFKD", text)
        text = "".join(c for c in decomposed if not unicodedata.combining(c)).translate(_NO_ACCENT)
    return " ".join(_AMERICAN.get(word, word) for word in text.translate(_LEFT_OUT).split())


def undoubled(word: str) -> str:
    """A word of letters without doubled consonants and a silent h at its end: mukallah, jiddah -> mukala, jida."""
    single = re.sub(r"([^aeiou])\1+", r"\1", word)
    return single[:-1] if single.endswith(("ah", "eh")) and len(single) > 3 else single


@lru_cache(maxsize=65536)
def sound(word: str) -> str:
    """A key for one word of letters that its transliterations share: hodeida, hudaida -> hudaida."""
    if not (word.isascii() and word.isalpha()):
        return word
    for one, other in _PAIRS:
        word = word.replace(one, other)
    return undoubled(re.sub(r"(.)\1+", r"\1", word.translate(_SAME_SOUND)))


def skeleton(text: str) -> str:
    """The consonants of a name, the coarsest key: for suggesting aliases, never for linking, for it joins Medina to Madain."""
    words = [word for word in letters(text).split() if word not in MAY_BE_ARTICLE]
    return undoubled("".join(re.sub("[aeiouywh]", "", sound(word)) for word in words))


def is_article(word: str, following: str, *, is_joined: bool) -> bool:
    """Whether a word in lower case is the article of the word after it: al Hadi, ar Rutba, but not at Hadi.

    `is_joined`: a hyphen stands between them.
    """
    if word in _PLAIN_ARTICLES:
        return True
    if not is_joined and word in WORDS_LIKE_ARTICLES:
        return False
    letter = _ASSIMILATED.get(word)
    return letter is not None and following.startswith(letter)
