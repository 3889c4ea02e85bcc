"""What the engine makes of an article: its visible text, and the names found in it."""

from dataclasses import dataclass
from enum import StrEnum
from typing import NamedTuple

from news_archive.model.article import Article
from news_archive.model.ids import EntityId


class ReasonKind(StrEnum):
    NAME = "name"
    """The entity's name or an alias, as listed."""
    CASE = "case"
    """A listed form in other capitals."""
    RULING = "ruling"
    """The article's front matter says so."""
    DATE = "date"
    """Several entities bear the name; only one bore it at the article's date."""
    AUTHOR_LINK = "author link"
    """The author links to the entity's page."""
    CLAIMED = "claimed by several"
    """Several entities bear the name and nothing decides between them."""


@dataclass(frozen=True, slots=True)
class Reason:
    """Why a name is linked, or why it is not."""

    kind: ReasonKind
    form: str
    """The listed form, or the words of the ruling, that decided."""


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
