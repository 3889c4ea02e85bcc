"""All forms of all entities, ready to be looked up."""

from collections import defaultdict
from collections.abc import Collection, Iterable, Mapping
from dataclasses import dataclass, field, replace
from functools import cached_property
from typing import NamedTuple

from news_archive.matching.closeness import Closeness, closeness_of
from news_archive.matching.derived import derived_forms
from news_archive.matching.forms import Form, Origin, declared_forms
from news_archive.matching.keys import WordKeys, key_words
from news_archive.matching.profiles import Profiles, profiles_of
from news_archive.matching.spelling import ARTICLE, MAY_BE_ARTICLE, skeleton
from news_archive.model import Entity, EntityId, Kind, kind_of

_ARABIC = range(0x0600, 0x0700)
_AFTER_LATIN = 0x0370


class Reading(NamedTuple):
    """What a stretch of text may mean."""

    form: Form
    closeness: Closeness


@dataclass(frozen=True)
class Gazetteer:
    """The listed names of an archive, and what follows from them. Its order says nothing of the entities' order."""

    declared: tuple[Form, ...]
    forms: Mapping[tuple[str, ...], tuple[Form, ...]]
    """Declared and derived, by the keys of their words."""
    profiles: Profiles
    _readings: dict[tuple[tuple[str, ...], str], tuple[Reading, ...]] = field(
        default_factory=dict, repr=False, compare=False
    )
    _keys: dict[str, WordKeys] = field(default_factory=dict, repr=False, compare=False)

    @cached_property
    def phrases(self) -> tuple[tuple[str, ...], ...]:
        """The keys of every form's words, sorted."""
        return tuple(self.forms)

    @cached_property
    def words(self) -> frozenset[str]:
        """Every key that is part of a phrase."""
        return frozenset(word for phrase in self.phrases for word in phrase)

    @cached_property
    def by_text(self) -> Mapping[str, tuple[Form, ...]]:
        """Declared forms by their text in lower case; several where entities share one."""
        grouped: dict[str, list[Form]] = defaultdict(list)
        for form in self.declared:
            grouped[form.text.lower()].append(form)
        return {text: tuple(forms) for text, forms in sorted(grouped.items())}

    def dependent_forms(self, text: str) -> list[Form]:
        """Forms that a folded text may be, if what it stands in licensed them: surnames, short names of bodies."""
        words = key_words(text)
        readings = self.readings_of(words, text) if words in self.forms else ()
        return [reading.form for reading in readings if not reading.form.origin.is_free]

    def keys_for(self, language: str) -> WordKeys:
        """Keys for the words of texts in a language, a BCP 47 tag."""
        primary = language.partition("-")[0]
        if primary not in self._keys:
            self._keys[primary] = WordKeys(self.phrases, primary)
        return self._keys[primary]

    def readings_of(self, words: tuple[str, ...], surface: str) -> tuple[Reading, ...]:
        """What a folded text with these keys may mean, by the closest forms; nothing where it is no form's spelling."""
        known = self._readings.get((words, surface))
        if known is None:
            known = self._readings[words, surface] = _closest(self.forms[words], surface)
        return known


def build_gazetteer(entities: Iterable[Entity]) -> Gazetteer:
    """The forms of the entities; their order does not matter."""
    by_id = {entity.id: entity for entity in sorted(entities, key=lambda entity: entity.id)}
    profiles = profiles_of(by_id)
    declared = [form for entity in by_id.values() for form in _marked(list(declared_forms(entity)))]
    grouped: dict[tuple[str, ...], set[Form]] = defaultdict(set)
    has_article = {form.entity for form in declared if _is_arabic(form)}
    derived = list(derived_forms(declared, profiles))
    described = {(form.entity, form.text) for form in derived if form.origin is Origin.DESCRIPTION}
    for form in (*(form for form in declared if not _is_description(form, described)), *derived):
        for words in _phrases(form, may_take_article=form.entity in has_article):
            grouped[words].add(form)
    forms = {words: tuple(sorted(grouped[words], key=_order)) for words in sorted(grouped)}
    return Gazetteer(tuple(sorted(declared, key=_order)), forms, profiles)


def _is_description(form: Form, described: Collection[tuple[EntityId, str]]) -> bool:
    """Whether an alias is a description, such as `the alliance` or `the Alliance`: its noun stands for it."""
    article, _, noun = form.text.partition(" ")
    return article == "the" and (form.entity, noun.lower()) in described


def _marked(forms: list[Form]) -> list[Form]:
    """An entity's forms, marked where they show that its name is transliterated.

    They show it by a script that is not Latin, by an Arabic article, or by two spellings with the same consonants. For
    other names a letter more or less makes another name: Essen is not Assen.
    """
    if kind_of(forms[0].entity) is Kind.TERM:
        return forms
    spellings: dict[str, str] = {}
    shows = any(_is_arabic(form) or not _is_latin(form.text) for form in forms)
    for form in forms:
        consonants = skeleton(form.text)
        if (
            not form.is_acronym
            and len(consonants) > 1
            and spellings.setdefault(consonants, form.letters) != form.letters
        ):
            shows = True
    return [replace(form, is_transliterated=True) for form in forms] if shows else forms


def _is_latin(text: str) -> bool:
    return all(ord(c) < _AFTER_LATIN for c in text if c.isalpha())


def _phrases(form: Form, *, may_take_article: bool) -> list[tuple[str, ...]]:
    """The sequences of keys by which a form is found: as it is, and with or without an article before it."""
    words = key_words(form.text)
    if not words:
        return []
    if form.is_acronym or form.origin is Origin.NOT or form.text.islower() or not form.text[:1].isascii():
        return [words]
    if words[0] == ARTICLE and len(words) > 1:
        return [words, words[1:]]
    return [words, (ARTICLE, *words)] if may_take_article and form.origin is not Origin.GIVEN_NAME else [words]


def _is_arabic(form: Form) -> bool:
    """Whether a form shows that its entity has an Arabic name: by its script, or by an article in it."""
    if any(ord(c) in _ARABIC for c in form.text):
        return True
    return any(
        word.lower() in MAY_BE_ARTICLE and dash for word, dash, _ in (w.partition("-") for w in form.text.split())
    )


def _closest(forms: Iterable[Form], surface: str) -> tuple[Reading, ...]:
    rated = [Reading(form, close) for form in forms if (close := closeness_of(form, surface)) is not None]
    free = [reading for reading in rated if reading.form.origin.is_free]
    bound = [reading for reading in rated if not reading.form.origin.is_free]
    nearest = min((reading.closeness for reading in free), default=Closeness.TRANSLITERATION)
    free = [reading for reading in free if reading.closeness == nearest]
    if nearest is Closeness.TRANSLITERATION and len({reading.form.entity for reading in free}) > 1:
        return ()
    named = {reading.form.entity for reading in free}
    best = max(min((reading.closeness for reading in bound), default=nearest), Closeness.CASE)
    kept = [r for r in bound if r.closeness <= best <= max(nearest, Closeness.CASE) and r.form.entity not in named]
    return (*free, *kept)


def _order(form: Form) -> tuple[object, ...]:
    since = form.since.iso if form.since else ""
    until = form.until.iso if form.until else ""
    return form.entity, list(Origin).index(form.origin), form.text, since, until, form.case
