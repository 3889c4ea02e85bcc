"""Which part of the listed names a text's annotation can depend on: the key under which it is kept names only that.

A change of one alias then makes anew only the texts that contain its words. What a decision may ask is:

* the key of each of the text's words, whether names begin with it, and what is joined to the name in it;
* the forms that these keys can spell, whole: a form with a word that the text lacks can't stand there;
* the entities of these forms, and those that the editor rules on or links to: their facts; and of the words of their
  names those that some word of the text resembles (`rules.acronyms` compares beginnings, `given_names` whole words).
"""

import re
from collections import defaultdict
from collections.abc import Callable, Iterable, Mapping, Sequence
from collections.abc import Set as AbstractSet
from dataclasses import dataclass
from functools import cached_property, lru_cache

from news_archive.matching.candidates import open_words
from news_archive.matching.gazetteer import Gazetteer
from news_archive.matching.keys import WordKeys
from news_archive.matching.profiles import Profile
from news_archive.matching.rules.acronyms import ALIKE
from news_archive.matching.spelling import ARTICLE, MAY_BE_ARTICLE, letters
from news_archive.model import Block, EntityId


def words_of(blocks: Sequence[Block]) -> str:
    """The distinct words of a text in lower case, where names may stand; sorted, parted by spaces."""
    return " ".join(sorted(word for word in open_words(blocks) if not word.isspace()))


@dataclass(frozen=True)
class Relevance:
    """Digests of the parts of a gazetteer that texts depend on. Works each part's digest out once."""

    gazetteer: Gazetteer
    digest: Callable[..., str]
    """Makes a short text of values whose `repr` tells them apart."""

    def to_text(self, words: str, language: str, others: Iterable[EntityId] = ()) -> str:
        """All that the annotation of a text of these words can depend on, digested.

        `words` come from `words_of`; `others` are entities that the text names by rulings and links.
        """
        keys = self.gazetteer.keys_for(language)
        listed = words.split(" ")
        known = [(word, key) for word, key in zip(listed, map(keys.__getitem__, listed), strict=True) if key]
        spelt = {key for _, key in known}
        if any(word in MAY_BE_ARTICLE for word, _ in known):
            spelt.add(ARTICLE)
        phrases = [phrase for key in sorted(spelt & self._by_first.keys()) for phrase in self._spelt(key, spelt)]
        forms = self.gazetteer.forms
        entities = {form.entity for phrase in phrases for form in forms[phrase]}.union(others)
        profiles = self.gazetteer.profiles
        beginnings = frozenset[str]().union(*map(_beginnings, listed))
        return self.digest(
            [(word, key, key in keys.first, _trim(keys, word)) for word, key in known],
            [self._digest_of_forms(phrase) for phrase in phrases],
            [(id_, *self._seen(id_, profiles[id_], beginnings)) for id_ in sorted(entities & profiles.keys())],
        )

    def _spelt(self, first: str, spelt: set[str]) -> list[tuple[str, ...]]:
        return [phrase for phrase in self._by_first[first] if spelt.issuperset(phrase)]

    @cached_property
    def _by_first(self) -> Mapping[str, Sequence[tuple[str, ...]]]:
        by_first: dict[str, list[tuple[str, ...]]] = defaultdict(list)
        for phrase in self.gazetteer.phrases:
            by_first[phrase[0]].append(phrase)
        return by_first

    @cached_property
    def _digests(self) -> dict[object, str]:
        return {}

    def _digest_of_forms(self, phrase: tuple[str, ...]) -> str:
        known = self._digests.get(phrase)
        if known is None:
            known = self._digests[phrase] = self.digest(phrase, self.gazetteer.forms[phrase])
        return known

    def _seen(self, id_: EntityId, profile: Profile, beginnings: AbstractSet[str]) -> tuple[object, ...]:
        """What a text can tell of an entity: its facts, and the words of its names that are like the text's."""
        known = self._digests.get(id_)
        if known is None:
            kinds = (profile.is_person, profile.is_countable, sorted(profile.groups), sorted(profile.things))
            facts = (*profile.facts, *kinds, sorted(profile.initials))
            known = self._digests[id_] = self.digest(facts)
        words = sorted(word for word in profile.words if word[:ALIKE] in beginnings)
        given = sorted(name for name in profile.given_names if not beginnings.isdisjoint(_beginnings(name)))
        return known, words, given


@lru_cache(maxsize=65536)
def _beginnings(word: str) -> frozenset[str]:
    return frozenset(letters(part)[:ALIKE] for part in (word, *re.findall(r"\w+", word)))


def _trim(keys: WordKeys, word: str) -> object:
    return tuple(keys.trims[word]) if word in keys.trims else None
