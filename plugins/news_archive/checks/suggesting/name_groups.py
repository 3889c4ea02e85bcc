"""The unlisted names of an archive, those that are one name's spellings together."""

from collections import Counter, defaultdict
from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass
from functools import cached_property

from news_archive.checks.suggesting.kinds import Guess, guess_kind
from news_archive.checks.suggesting.name_words import HEADS
from news_archive.checks.suggesting.proper_names import ProperName, bare, is_acronym, ordinary_words, proper_names
from news_archive.matching import fold_text
from news_archive.matching.spelling import MAY_BE_ARTICLE, letters, sound
from news_archive.model import AnnotatedArticle, ArticleId, EntityId, Kind

_LONGEST_PERSON = 4
"""Words of a person's full name."""
_BRACKET = 3
"""Characters between a name and the acronym in brackets after it."""

Occurrence = tuple[AnnotatedArticle, ProperName]
NamesOf = Callable[[AnnotatedArticle, frozenset[str]], tuple[ProperName, ...]]
"""Reads the proper names of an article as `proper_names` does; one that remembers makes a server's next build faster."""


@dataclass(frozen=True)
class NameGroup:
    """One name with all its occurrences, in the order of the articles and of their texts."""

    occurrences: Sequence[Occurrence]

    @cached_property
    def spellings(self) -> tuple[str, ...]:
        """As texts have them, the commonest first; of equals the longest."""
        times = Counter(name.text for _, name in self.occurrences)
        return tuple(sorted(times, key=lambda text: (-times[text], -len(text), text)))

    @cached_property
    def text(self) -> str:
        """The commonest of the fullest names that articles call it by."""
        times = Counter(name.whole for _, name in self.occurrences)
        words = max((len(text.split()) for text in times), default=1)
        fullest = [text for text in times if len(text.split()) > 1 or words == 1]
        return min(fullest, key=lambda text: (-times[text], -len(text), text))

    @cached_property
    def explains(self) -> tuple[EntityId, str] | None:
        """The entity whose linked acronym stands in brackets after the name, and the acronym; None where none does."""
        for annotated, name in self.occurrences:
            if not name.acronym:
                continue
            for mention in annotated.mentions:
                is_after = 0 < mention.span.start - name.span.end <= _BRACKET
                if mention.span.block == name.span.block and is_after and fold_text(mention.text) == name.acronym:
                    return mention.entity, name.acronym
        return None

    @cached_property
    def articles(self) -> tuple[ArticleId, ...]:
        return tuple(sorted({annotated.article.id for annotated, _ in self.occurrences}))

    @cached_property
    def guess(self) -> Guess:
        """What kind of entity it names."""
        return guess_kind(self.text, [(name.before, name.after) for _, name in self.occurrences])


def name_groups(articles: Sequence[AnnotatedArticle], names_of: NamesOf = proper_names) -> list[NameGroup]:
    """The names that nothing covers, by name; in the order of their first occurrence.

    Spellings that sound alike are one name, so are GENEVA and Geneva, an acronym and the one name that texts explain it by, and a surname
    and the one person of it that articles name in full.
    """
    ordinary = ordinary_words(articles)
    by_key: dict[str, list[Occurrence]] = defaultdict(list)
    explained: dict[str, set[str]] = defaultdict(set)
    for annotated in articles:
        for name in names_of(annotated, ordinary):
            key = _key(name.whole)
            by_key[key].append((annotated, name))
            if name.acronym:
                explained[_key(name.acronym)].add(key)
    groups = {key: NameGroup(found) for key, found in by_key.items()}
    owners = {key: min(fulls) for key, fulls in explained.items() if len(fulls) == 1}
    owners |= {key: sound(key.lower()) for key in groups if key.isupper() and sound(key.lower()) in groups}
    owners |= _owners_of_surnames(groups)
    merged: dict[str, list[Occurrence]] = defaultdict(list)
    for key, found in by_key.items():
        owner = owners.get(key, key)
        merged[owner if owner in by_key else key] += found
    return [NameGroup(sorted(found, key=_place)) for found in merged.values()]


def _place(occurrence: Occurrence) -> tuple[object, ...]:
    annotated, name = occurrence
    return annotated.article.id, name.span


def _key(name: str) -> str:
    """The same for names that sound alike; acronyms by their letters alone."""
    if is_acronym(name):
        return name.replace(".", "")
    return " ".join(sound(word) for word in letters(name).split() if word not in MAY_BE_ARTICLE) or name


def _owners_of_surnames(groups: Mapping[str, NameGroup]) -> dict[str, str]:
    """The key of the full name for the key of each surname that one person alone has."""
    bearers: dict[str, list[str]] = defaultdict(list)
    for key, group in groups.items():
        words = group.text.split()
        if 1 < len(words) <= _LONGEST_PERSON and not {word.lower() for word in words} & HEADS:
            bearers[_key(bare(words[-1]))].append(key)
    return {
        surname: keys[0]
        for surname, keys in bearers.items()
        if surname in groups
        and len(keys) == 1
        and groups[keys[0]].guess.type == "person"
        and groups[surname].guess.kind in (None, Kind.ACTOR)
    }
