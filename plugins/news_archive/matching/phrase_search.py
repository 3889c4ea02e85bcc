"""Where listed phrases stand in a sequence of words. The only file that knows spaCy.

spaCy takes more than a second to import, so it is imported when there is text to match and not before.
No `Doc` leaves this file.
"""

from collections.abc import Iterable, Sequence
from typing import Protocol


class PhraseSearch(Protocol):
    """Every occurrence of every phrase, overlapping ones included, in no particular order."""

    def __call__(self, words: Sequence[str], /) -> Iterable[tuple[int, int]]:
        """Index of the first word of an occurrence, and of the word after its last."""


def spacy_search(phrases: Iterable[Sequence[str]]) -> PhraseSearch:
    """A search by spaCy's PhraseMatcher, over Docs that are made of ready words."""
    from spacy.matcher import PhraseMatcher
    from spacy.tokens import Doc
    from spacy.vocab import Vocab

    vocab = Vocab()
    matcher = PhraseMatcher(vocab, attr="ORTH")
    matcher.add("name", [Doc(vocab, words=list(phrase)) for phrase in phrases])

    def search(words: Sequence[str], /) -> Iterable[tuple[int, int]]:
        return [(start, end) for _, start, end in matcher(Doc(vocab, words=list(words)))]

    return search
