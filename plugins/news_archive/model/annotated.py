"""What the engine makes of an article: its visible text, and the names found in it."""

from dataclasses import dataclass
from enum import StrEnum
from typing import NamedTuple

from news_archive.model.article import Article
from news_archive.model.ids import EntityId


class ReasonKind(StrEnum):
    """Why a name is linked, undecided or not linked. The values are part of what `annotations` prints."""

    NAME = "name"
    """The entity's name or an alias, as listed."""
    CASE = "case"
    """A listed form in other capitals."""
    SPELLING = "spelling"
    """A listed form but for accents, apostrophes, hyphens, periods or the Arabic article."""
    TRANSLITERATION = "transliteration"
    """A listed form in another transliteration, and no other entity's."""
    PLURAL = "plural"
    """The plural of a listed term."""
    RULING = "ruling"
    """The article's front matter says so."""
    AUTHOR_LINK = "author link"
    """The author links to the entity's page."""
    DATE = "date"
    """Several entities bear the name; only one bore it at the article's date. Not linked: nobody did."""
    ACRONYM = "acronym introduced here"
    """The text gives the acronym in brackets beside the full name."""
    FULL_NAME = "full name with an initial"
    """A listed full name with a middle initial."""
    SURNAME = "surname after full name"
    """The person is named in full in the same text. Not linked: the person is not, or somebody else is nearer."""
    TITLE = "title and surname"
    """A surname after a title that the person's description gives."""
    GIVEN_NAME = "given name after full name"
    SHORT_NAME = "short name after full name"
    """The body is named in full in the same text."""
    DESCRIPTION = "description"
    """A common noun that an alias gives to the entity, and the text speaks of no other."""
    CUE = "cue word"
    """A word beside the name says what kind of place it is."""
    NAMED_HERE = "named otherwise here"
    """Of several entities of the name, the text names this one by another name too."""
    CONTEXT = "context"
    """Of several entities of the name, this one is tied to another that the text names."""
    NEARNESS = "nearness"
    """Of several places of the name, this one lies near others of the text."""
    CLAIMED = "claimed by several"
    """Several entities bear the name and nothing decides between them."""
    NOT = "somebody else's name"
    """Not linked: a phrase of an entity's `not`."""
    LONGER_NAME = "part of a longer name"
    """Not linked: the name belongs to a longer one that is not listed."""
    OTHER_PERSON = "another person"
    """Not linked: somebody else of this surname."""
    OTHER_MEANING = "something else here"
    """Not linked: the sentence uses the acronym or designation for something else."""
    EXPLAINED = "explained as something else"
    """Not linked: the text says what else the acronym stands for, here and from here on."""
    ANYBODY = "nobody in particular"
    """Not linked: the words around it say that no certain bearer is meant."""
    MODEL = "language model"
    """Not linked: the language model takes it for something of another kind."""


@dataclass(frozen=True, slots=True)
class Reason:
    """Why a name is linked, or why it is not."""

    kind: ReasonKind
    form: str
    """The listed form, or the words of the ruling, that decided."""
    evidence: str = ""
    """The words of the text, or the id of the entity, that decided besides; empty where none did."""


class Span(NamedTuple):
    """A stretch of one block's text, `end` excluded; offsets count code points."""

    block: int
    start: int
    end: int


@dataclass(frozen=True, slots=True)
class Block:
    """The visible text of one paragraph, list item, cell …, headings included."""

    text: str
    section: int
    """0 before the first heading, then counted up by every heading."""
    is_closed: bool = False
    """True for headings, code and generated captions: nothing in it may be marked."""
    closed: tuple[tuple[int, int], ...] = ()
    """Stretches in which nothing may be marked: links, code, images."""


@dataclass(frozen=True, slots=True)
class Mention:
    """A name in an article, and the entity that it means."""

    span: Span
    text: str
    """The words as the article has them, not normalised."""
    entity: EntityId
    reason: Reason
    anchor: str
    """The id of the mark, unique in the article and stable while earlier mentions of the entity stay."""


@dataclass(frozen=True, slots=True)
class Ambiguity:
    """A name that may mean one of several entities. Never a guess."""

    span: Span
    text: str
    candidates: tuple[EntityId, ...]
    """Sorted; two or more."""
    reason: Reason
    anchor: str


@dataclass(frozen=True, slots=True)
class Unlinked:
    """A listed form in an article that is not linked, and why."""

    span: Span
    text: str
    candidates: tuple[EntityId, ...]
    """Whose form it is; sorted."""
    reason: Reason


@dataclass(frozen=True, slots=True)
class AnnotatedArticle:
    """An article with everything that depends on it and the listed names alone."""

    article: Article
    html: str
    """The body with its marks."""
    texts: tuple[str, ...]
    """Of its blocks, by number."""
    mentions: tuple[Mention, ...]
    """In the order of the text."""
    ambiguities: tuple[Ambiguity, ...]
    unlinked: tuple[Unlinked, ...] = ()
    """Listed names that were found and not linked, for editors who ask why."""
