"""The forms in which a name may stand in a text: those that are declared, and those that follow from them.

The rules for capitals (`Case.AUTO`) follow how English-language news prints names; errors and gains were
counted on public corpora of news.

    acronym (WHO, U.S., DoD, M4)    as written or in capitals, with periods or without: `us` and `Who` are other words
    single name (Geneva)            as written, or ALL CAPS from four letters on
    several words (Dutch army)      as written; the first word as written and the others in any case
                                    (`Dutch Army`, `Utrecht province`); ALL CAPS
    lower-case term (barrel bomb)   also with a capital at its beginning, or at each word; ALL CAPS
    lower-case beginning (al-Hadi)  also with a capital at its beginning
"""

from collections.abc import Iterator
from dataclasses import dataclass
from enum import StrEnum
from functools import cached_property

from news_archive.matching.folding import fold_text
from news_archive.matching.spelling import letters
from news_archive.model import Case, Entity, EntityId, PartialDate

_SHORTEST_IN_CAPITALS = 4


class Origin(StrEnum):
    """Where a form comes from."""

    NAME = "name"
    ALIAS = "alias"
    OTHER_LANGUAGE = "names"
    DEMONYM = "demonym"
    NOT = "not"
    """A longer name of somebody else: it takes its words and links nothing."""
    PLURAL = "plural"
    """Of a term."""
    TYPED = "typed"
    """The bare name with another word for the same type: `Utrecht region` for Utrecht province."""
    BARE = "bare"
    """The name without its type: `Utrecht` for Utrecht province. Counts with a cue beside it only."""
    COMPOUND_SURNAME = "compound surname"
    """Such as `de Vries`: rare enough to mean its one listed bearer by itself."""
    SURNAME = "surname"
    """Counts for a person who is named in full in the same text, as do given names."""
    GIVEN_NAME = "given name"
    SHORT_NAME = "short name"
    """The head of a body's name, with a capital: `the Council`. Counts where the text has the full name."""
    DESCRIPTION = "description"
    """The noun of an alias such as `the alliance`. Counts where the text speaks of no other."""

    @property
    def is_free(self) -> bool:
        """Whether the form means its entity by itself, whatever else the text says."""
        return self not in _DEPENDENT


_DEPENDENT = frozenset({Origin.BARE, Origin.SURNAME, Origin.GIVEN_NAME, Origin.SHORT_NAME, Origin.DESCRIPTION})


@dataclass(frozen=True)
class Form:
    """One way in which an entity is called."""

    entity: EntityId
    text: str
    """Folded."""
    origin: Origin
    case: Case = Case.AUTO
    since: PartialDate | None = None
    until: PartialDate | None = None
    is_transliterated: bool = False
    """Whether its entity's name comes from another script, so that its spellings vary."""

    @cached_property
    def letters(self) -> str:
        """What spellings of the form have in common that differ by house style only."""
        return letters(self.text)

    @cached_property
    def is_acronym(self) -> bool:
        """One word that is written in capitals or with digits, such as WHO, U.S., DoD or M4."""
        return is_acronym(self.text)

    @cached_property
    def is_dated(self) -> bool:
        return self.since is not None or self.until is not None

    def is_valid_on(self, date: PartialDate) -> bool:
        """Whether the name was borne at some time that the date can mean."""
        if self.since and date.last < self.since.first:
            return False
        return not (self.until and self.until.last < date.first)

    def agrees_with(self, surface: str) -> bool:
        """Whether a text, folded and with the form's letters in order, is capitalised as the form may be."""
        if surface == self.text or self.case is Case.ANY:
            return True
        if self.case is Case.EXACT:
            return False
        if self.is_acronym:
            # DoD is DOD in houses that write acronyms in capitals.
            return surface.isupper() and sum(c.isupper() for c in self.text) > 1
        if self.origin is Origin.NOT:
            # `Russia Today` is not `Russia today`.
            return surface.isupper()
        return _may_be_capitalised(self.text, surface)


def declared_forms(entity: Entity) -> Iterator[Form]:
    """Every form that the entity declares, the name first."""
    yield Form(entity.id, fold_text(entity.name), Origin.NAME)
    for alias in entity.aliases:
        yield Form(entity.id, fold_text(alias.text), Origin.ALIAS, alias.case, alias.since, alias.until)
    for name in entity.names:
        yield Form(entity.id, fold_text(name.text), Origin.OTHER_LANGUAGE, since=name.since, until=name.until)
    for demonym in entity.demonyms:
        yield Form(entity.id, fold_text(demonym), Origin.DEMONYM)
    for phrase in entity.not_phrases:
        yield Form(entity.id, fold_text(phrase), Origin.NOT)


def is_acronym(text: str) -> bool:
    """Whether a form is one word with two capitals or a digit, so that its capitals are its spelling."""
    if " " in text:
        return False
    capitals = sum(c.isupper() for c in text)
    small = sum(c.islower() for c in text)
    has_digit = any(c.isdigit() for c in text)
    return has_digit or (capitals > 1 and (capitals >= small or not _has_parts(text)))


def _has_parts(text: str) -> bool:
    return "-" in text or "'" in text


def _may_be_capitalised(form: str, surface: str) -> bool:
    if surface.isupper():
        return " " in form or sum(c.isalpha() for c in form) >= _SHORTEST_IN_CAPITALS
    if surface[:1].upper() + surface[1:] == form[:1].upper() + form[1:]:
        # Al-Hadi at the beginning of a sentence, but never geneva for Geneva.
        return form[:1].islower()
    if form.islower():
        return all(word[:1].isupper() and not word[1:].isupper() for word in surface.split())
    first, _, _ = form.partition(" ")
    found, has_more, _ = surface.partition(" ")
    return bool(has_more) and (found == first or (first[:1].islower() and found == first[:1].upper() + first[1:]))
