"""Which known entity a name that nobody lists may belong to: another spelling, an acronym, a short or a longer name.

It suggests to an editor and never links: the keys here join names of different bearers too.
"""

from collections import defaultdict
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from functools import cached_property
from typing import NamedTuple

from news_archive.checks.suggesting.name_words import ORGANISATIONS, is_people
from news_archive.checks.suggesting.proper_names import is_acronym
from news_archive.matching import Form, Gazetteer, Origin, fold_text, skeleton
from news_archive.matching.keys import key_words
from news_archive.matching.spelling import MAY_BE_ARTICLE, letters, sound
from news_archive.model import EntityId, Kind, kind_of

_SHORTEST_LIKE = 5
"""Letters; shorter names are like too many."""
_TWO_LETTERS_FROM = 9
"""Letters from which on two may differ: of a shorter name they are too large a part."""
_LONGEST_STRETCH = 3
"""How many letters may differ between two names of the same consonants."""
_SHORTEST_SKELETON = 3
_SHORTEST_ACRONYM = 3
_VOWELS = frozenset("aiu")
"""Of `sound`, which has no others."""
_SHORTEST_LISTED = 2
"""Words of a listed name that may stand inside a longer one."""
_OF_STATES = frozenset("republic kingdom emirate federation state city town".split())
"""Not province or government: these are others than what they are named after."""
_STYLES_OF_STATES = frozenset("federal islamic arab democratic people's peoples hashemite socialist united".split())
_SMALL = frozenset({"of", "the", "and", "for", "in"})
_NAMES = frozenset({Origin.NAME, Origin.ALIAS, Origin.OTHER_LANGUAGE})


class Likeness(NamedTuple):
    """A known entity whose name a text may be."""

    entity: EntityId
    listed: str
    """The listed form that it is like."""
    because: str
    """As a clause: `another spelling of 'Utrecht'`."""
    is_spelling: bool
    """Whether it differs by letters only."""


@dataclass(frozen=True)
class KnownNames:
    """The listed names of an archive, by what unlisted ones may share with them."""

    gazetteer: Gazetteer

    @cached_property
    def _forms(self) -> tuple[Form, ...]:
        return tuple(form for form in self.gazetteer.declared if form.origin in _NAMES and form.text.isprintable())

    @cached_property
    def listed(self) -> frozenset[str]:
        """Every declared form, as letters."""
        return frozenset(form.letters for form in self.gazetteer.declared)

    @cached_property
    def _by_skeleton(self) -> Mapping[str, tuple[Form, ...]]:
        return _grouped((skeleton(form.text), form) for form in self._forms if _may_vary(form))

    @cached_property
    def _by_shortened(self) -> Mapping[str, tuple[Form, ...]]:
        """Forms by their letters with one letter left out, and with none: two names one letter apart share a key."""
        return _grouped(
            (key, form) for form in self._forms if _may_vary(form) for key in _shortened(_joined(form.text))
        )

    @cached_property
    def _by_initials(self) -> Mapping[str, tuple[Form, ...]]:
        return _grouped((_initials(form.text), form) for form in self._forms if form.text.count(" ") > 1)

    @cached_property
    def _by_words(self) -> Mapping[str, tuple[Form, ...]]:
        return _grouped((form.letters, form) for form in self._forms)

    @cached_property
    def _persons(self) -> Mapping[str, tuple[Form, ...]]:
        """Full names of persons by the sound of the first and the last word."""
        return _grouped(
            (_first_and_last(form.text), form)
            for form in self._forms
            if self.gazetteer.profiles[form.entity].is_person and " " in form.text
        )

    @cached_property
    def _by_chief_words(self) -> Mapping[str, tuple[Form, ...]]:
        return _grouped((_chief_words(form.text), form) for form in self._forms if len(_chief_words(form.text)) > 1)

    def is_listed(self, name: str) -> bool:
        """Whether the name is a listed form, or one of the spellings by which the engine knows a form."""
        text = fold_text(name)
        words = key_words(text)
        readings = self.gazetteer.readings_of(words, text) if words in self.gazetteer.forms else ()
        return any(reading.form.origin.is_free for reading in readings) or letters(text) in self.listed

    def like(self, name: str, kind: Kind | None) -> Likeness | None:
        """The one known entity that a name may mean; None where there is none, or several.

        A kind that the text shows excludes entities of others.
        """
        for likenesses in (
            self._same_words(name),
            self._spellings(name),
            self._acronyms(name),
            self._dependent(name),
            self._longer(name),
            self._fuller_persons(name),
        ):
            found = {one.entity: one for one in reversed(likenesses) if _agree(kind, one.entity)}
            if len(found) == 1:
                return next(iter(found.values()))
            if found:
                return None
        return None

    def _same_words(self, name: str) -> list[Likeness]:
        """Listed names that differ by hyphens, spaces, capitals and small words only: Su24, `in Geneva` for `of Geneva`."""
        return [
            Likeness(form.entity, form.text, f"another way to write '{form.text}'", is_spelling=True)
            for form in self._by_chief_words.get(_chief_words(name), ())
            if " " in name or any(c.isdigit() for c in name) or name.count("-") != form.text.count("-")
        ]

    def _spellings(self, name: str) -> list[Likeness]:
        """Listed names of the same consonants and nearly the same letters, or one letter apart."""
        own = _joined(name)
        if is_acronym(name) or len(own) < _SHORTEST_LIKE:
            return []
        consonants = skeleton(name)
        same = self._by_skeleton.get(consonants, ()) if len(consonants) >= _SHORTEST_SKELETON else ()
        near = [form for key in sorted(_shortened(own)) for form in self._by_shortened.get(key, ())]
        found: dict[Form, int] = {}
        for form in (*same, *near):
            apart = distance(own, _joined(form.text))
            allowed = 2 if len(own) >= _TWO_LETTERS_FROM else 1
            if form in same:
                allowed = min(_LONGEST_STRETCH, len(own) * 2 // 5)
            is_alike = _begin_alike(own, form.text) and not _is_from(own, _joined(form.text))
            if 0 < apart <= allowed and form.text.count(" ") == name.count(" ") and is_alike:
                found[form] = apart
        least = min(found.values(), default=0)
        return [
            Likeness(form.entity, form.text, f"another spelling of '{form.text}'", is_spelling=True)
            for form, apart in found.items()
            if apart == least
        ]

    def _acronyms(self, name: str) -> list[Likeness]:
        plain = name.replace(".", "")
        if not is_acronym(name) or len(plain) < _SHORTEST_ACRONYM:
            return []
        return [
            Likeness(form.entity, form.text, f"the initials of '{form.text}'", is_spelling=False)
            for form in self._by_initials.get(plain.lower(), ())
        ]

    def _dependent(self, name: str) -> list[Likeness]:
        return [
            Likeness(form.entity, form.text, f"{_SHORT_FORMS[form.origin]} of an entity", is_spelling=False)
            for form in self.gazetteer.dependent_forms(fold_text(name))
            if form.origin in _SHORT_FORMS and (" " in name) is (form.origin is Origin.SHORT_NAME)
        ]

    def _longer(self, name: str) -> list[Likeness]:
        """Listed names that a longer one holds, if what it adds names nobody else."""
        words = letters(name).split()
        found: list[Likeness] = []
        for start in range(len(words)):
            for end in range(start + 1, len(words) + 1):
                rest = [word for word in (*words[:start], *words[end:]) if word not in _SMALL]
                if not rest or not _adds_nothing(words[:start], words[end:], end - start):
                    continue
                found += [
                    Likeness(form.entity, form.text, f"it holds the listed name '{form.text}'", is_spelling=False)
                    for form in self._by_words.get(" ".join(words[start:end]), ())
                    if not form.text.islower()
                ]
        return found

    def _fuller_persons(self, name: str) -> list[Likeness]:
        if " " not in name or any(word.lower() in ORGANISATIONS for word in name.split()):
            return []
        return [
            Likeness(form.entity, form.text, f"the first and last name of '{form.text}'", is_spelling=False)
            for form in self._persons.get(_first_and_last(name), ())
        ]


_SHORT_FORMS = {
    Origin.SURNAME: "the surname",
    Origin.SHORT_NAME: "the short name",
}


def distance(one: str, other: str) -> int:
    """Letters to change, add, leave out or swap with their neighbour to make one text of another."""
    before: list[int] = []
    above = list(range(len(other) + 1))
    for at, letter in enumerate(one, start=1):
        row = [at]
        for to, sought in enumerate(other, start=1):
            cost = min(above[to] + 1, row[to - 1] + 1, above[to - 1] + (letter != sought))
            if at > 1 and to > 1 and letter == other[to - 2] and one[at - 2] == sought:
                cost = min(cost, before[to - 2] + 1)
            row.append(cost)
        before, above = above, row
    return above[-1]


def _agree(kind: Kind | None, entity: EntityId) -> bool:
    return kind is None or kind is kind_of(entity)


def _grouped(pairs: Iterator[tuple[str, Form]]) -> dict[str, tuple[Form, ...]]:
    grouped: dict[str, dict[Form, None]] = defaultdict(dict)
    for key, form in pairs:
        grouped[key][form] = None
    return {key: tuple(forms) for key, forms in grouped.items()}


def _may_vary(form: Form) -> bool:
    is_name = not form.is_acronym and form.text[:1].isascii() and not form.text.islower()
    return is_name and (kind_of(form.entity) is not Kind.TERM or " " in form.text)


def _joined(text: str) -> str:
    """Its letters without articles and spaces."""
    return "".join(word for word in letters(text).split() if word not in MAY_BE_ARTICLE)


def _shortened(text: str) -> set[str]:
    return {text, *(text[:at] + text[at + 1 :] for at in range(len(text)))}


def _begin_alike(own: str, form: str) -> bool:
    """Whether two names begin with the same sound, or both with a vowel: another consonant makes another name."""
    one, other = sound(own)[:1], sound(_joined(form))[:1]
    return one == other or (one in _VOWELS and other in _VOWELS)


def _is_from(one: str, other: str) -> bool:
    """Whether one name is made of the other by the ending that names people after places: Tunis, al-Tunisi."""
    short, long = sorted((sound(one), sound(other)), key=len)
    return f"{short}i" == long


def _initials(text: str) -> str:
    return "".join(word[0] for word in letters(text).split() if word not in _SMALL)


def _chief_words(text: str) -> str:
    """Its letters without articles, small words and what parts the others."""
    return "".join(word for word in letters(text).split() if word not in _SMALL and word not in MAY_BE_ARTICLE)


def _first_and_last(name: str) -> str:
    """The sound of a person's first and last name; `Abu Omar` is one."""
    words = [word for word in letters(name).split() if word not in MAY_BE_ARTICLE]
    first = words[:2] if words[:1] in (["abu"], ["umm"], ["bin"], ["ibn"]) else words[:1]
    return " ".join(map(sound, (*first, *words[-1:])))


def _adds_nothing(before: Sequence[str], after: Sequence[str], held: int) -> bool:
    """Whether the further words of a longer name leave its bearer the same: a nation before it, or `Republic of`."""
    further = [word for word in before if word not in _SMALL]
    if any(word != "group" for word in after):
        return False
    if held >= _SHORTEST_LISTED:
        return all(is_people(word) or word in _OF_STATES for word in further)
    # `Federal Republic of`, `State of`, but an Islamic State of somewhere is a movement.
    styles, types = further[:-1], further[-1:]
    if not types or types[0] not in _OF_STATES or before[-1] not in _SMALL:
        return False
    return not styles or (types[0] in ("republic", "kingdom") and all(word in _STYLES_OF_STATES for word in styles))
