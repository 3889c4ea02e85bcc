"""What spaCy does: find listed phrases in a sequence of words, and, with a model, persons in a text.

The only file that knows spaCy, which takes more than a second to import: it is imported when there is text to match
and not before. No `Doc` leaves this file.
"""

import hashlib
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from functools import cached_property
from importlib.metadata import PackageNotFoundError, version
from pathlib import Path
from typing import TYPE_CHECKING, Protocol

if TYPE_CHECKING:
    from spacy.language import Language

_PERSON = frozenset({"PERSON", "PER"})
"""What models call persons: those of English, and those of most other languages."""


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


@dataclass(frozen=True)
class LanguageModel:
    """A statistical model that tells persons from places. Optional: without one nothing but the rules decides."""

    name: str
    """Of an installed package, or the folder of a model."""
    version: str
    """Part of what an annotation depends on."""

    @cached_property
    def _pipeline(self) -> "Language":
        import spacy

        return spacy.load(self.name)

    def persons(self, text: str) -> Sequence[tuple[int, int]]:
        """Start and end of each person's name in a text, by the model's lights."""
        return [(e.start_char, e.end_char) for e in self._pipeline(text).ents if e.label_ in _PERSON]


def language_model(name: str) -> LanguageModel | None:
    """The model of this name, not loaded yet; None where it is not installed."""
    folder = Path(name)
    if (folder / "meta.json").is_file():
        return LanguageModel(name, _digest_of(folder))
    try:
        return LanguageModel(name, version(name.replace("_", "-")))
    except (PackageNotFoundError, ValueError):
        return None


def _digest_of(folder: Path) -> str:
    """Of all files of a model: one that is trained anew keeps its version."""
    made = hashlib.blake2b(digest_size=16)
    for path in sorted(path for path in folder.rglob("*") if path.is_file()):
        made.update(f"{path.relative_to(folder).as_posix()}\0".encode())
        made.update(path.read_bytes())
    return made.hexdigest()
