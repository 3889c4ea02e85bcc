"""Keys by which words of a text and words of listed forms meet, whatever their spelling.

A key is coarse: `closeness` decides afterwards whether the text is a spelling of the form. What some languages join
to a name (Arabic prepositions, Kurdish case endings) is set aside here, and stays outside the name.
"""

from collections.abc import Collection, Sequence
from typing import NamedTuple

from news_archive.matching.spelling import ARTICLE, MAY_BE_ARTICLE, is_article, letters, sound
from news_archive.matching.tokens import tokenize

SEPARATORS = frozenset("-'")
"""Between the words of a name these say nothing, nor does white space."""

# Arabic: and, then; by, to, like. Two may stand together; before the article, `to` swallows its first letter.
_CONJUNCTIONS = ("", "و", "ف")
_PREPOSITIONS = ("", "ب", "ل", "ك")
_TO_THE = "لل"
_ARABIC_ARTICLE = "ال"
# Kurmanji: oblique and construct endings (Thackston, Kurmanji Kurdish, sections 4 to 12), with the y between vowels.
_KURMANJI_ENDINGS = (
    "yên", "yan", "yê", "ya", "yî", "yeke", "yekî", "eke", "ekê", "ekî", "ên", "an", "ê", "a", "î", "ye", "e",
)  # fmt: skip  # one a line hides which belong together
_SHORTEST_STEM = 3


class Trim(NamedTuple):
    """What of a word is not the name's."""

    front: int
    """Characters before the name."""
    back: int
    """Characters after it."""
    restored: str
    """What the name lost in joining, to be put before it for comparison."""


def key_words(text: str) -> tuple[str, ...]:
    """The keys of a folded form's words, in order."""
    tokens = tokenize(text.lower())
    keys: list[str] = []
    for at, token in enumerate(tokens):
        if token.isspace() or token in SEPARATORS:
            continue
        following = tokens[at + 2] if at + 2 < len(tokens) else ""
        if token in MAY_BE_ARTICLE and is_article(
            token, letters(following), is_joined=tokens[at + 1 : at + 2] == ["-"]
        ):
            keys.append(ARTICLE)
        else:
            keys.append(sound(letters(token)) or token)
    return tuple(keys)


class WordKeys(dict[str, str]):
    """The key of any word in lower case; empty for words that no form has. Remembers what it was asked.

    Words that may be articles have a key in any case: whether they are shows in the word after them.
    """

    def __init__(self, phrases: Collection[tuple[str, ...]], language: str) -> None:
        super().__init__()
        self.trims: dict[str, Trim] = {}
        """For words that hold more than a name's."""
        self._known = frozenset(word for phrase in phrases for word in phrase)
        self.first = frozenset(phrase[0] for phrase in phrases)
        """The keys of words that names begin with."""
        self._language = language

    def __missing__(self, word: str) -> str:
        key = sound(letters(word)) or word
        if key not in self._known:
            key = ARTICLE if word in MAY_BE_ARTICLE else self._trimmed(word)
        elif key not in self.first:
            # A word from the middle of a longer name, unless a name begins in it.
            key = self._trimmed(word, self.first) or key
        self[word] = key
        return key

    def _trimmed(self, word: str, wanted: frozenset[str] | None = None) -> str:
        for stem, trim in _stems(word, self._language):
            key = sound(letters(stem))
            if key and key in (wanted or self._known):
                self.trims[word] = trim
                return key
        return ""


def _stems(word: str, language: str) -> Sequence[tuple[str, Trim]]:
    match language:
        case "ar":
            return _arabic_stems(word)
        case "ku" | "kmr":
            return _kurmanji_stems(word)
        case _:
            return ()


def _arabic_stems(word: str) -> list[tuple[str, Trim]]:
    found: list[tuple[str, Trim]] = []
    for conjunction in _CONJUNCTIONS:
        if not word.startswith(conjunction):
            continue
        rest = word[len(conjunction) :]
        if rest.startswith(_TO_THE):
            found.append((f"{_ARABIC_ARTICLE}{rest[2:]}", Trim(len(conjunction) + 1, 0, _ARABIC_ARTICLE[0])))
        found += [
            (rest[len(preposition) :], Trim(len(conjunction) + len(preposition), 0, ""))
            for preposition in _PREPOSITIONS
            if rest.startswith(preposition) and len(rest) - len(preposition) >= _SHORTEST_STEM
        ]
    return found


def _kurmanji_stems(word: str) -> list[tuple[str, Trim]]:
    stems = [(word[: -len(ending)].rstrip("'"), ending) for ending in _KURMANJI_ENDINGS if word.endswith(ending)]
    return [(stem, Trim(0, len(word) - len(stem), "")) for stem, _ in stems if len(stem) >= _SHORTEST_STEM]
