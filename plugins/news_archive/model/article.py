"""An article as its editor wrote it, before anything is found in it."""

from collections.abc import Mapping
from dataclasses import dataclass, field

from news_archive.model.dates import PartialDate
from news_archive.model.ids import ArticleId, EntityId


@dataclass(frozen=True, slots=True, kw_only=True)
class Correction:
    """A mend that was made after publication, told to readers."""

    date: PartialDate
    text: str


@dataclass(frozen=True, slots=True, kw_only=True)
class Reference:
    """What an article of the archive's own rests on."""

    publisher: str
    title: str
    date: PartialDate | None = None
    url: str | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class Period:
    """The days that an article tells of, both included."""

    first: PartialDate
    last: PartialDate


@dataclass(frozen=True, slots=True, kw_only=True)
class Ruling:
    """An editor's word on what a name means in this article."""

    text: str
    entity: EntityId | None
    """None: the name is not to be linked here."""
    line: int


@dataclass(frozen=True, slots=True, kw_only=True)
class Article:
    """One file of the articles folder."""

    id: ArticleId
    path: str
    """The file, relative to the project, with forward slashes."""
    title: str
    date: PartialDate
    """Publication by the source."""
    source: str
    """The outlet."""
    slug: str
    """The last part of the page's address."""
    url: str | None = None
    archived_url: str | None = None
    author: str | None = None
    lang: str | None = None
    description: str | None = None
    tags: tuple[str, ...] = ()
    genre: str | None = None
    dateline: str | None = None
    updated: PartialDate | None = None
    covers: Period | None = None
    retrieved: PartialDate | None = None
    rights: str | None = None
    corrections: tuple[Correction, ...] = ()
    references: tuple[Reference, ...] = ()
    redirect_from: tuple[str, ...] = ()
    draft: bool = False
    """Not published: shown to its editor while the site is served."""
    rulings: tuple[Ruling, ...] = ()
    body: str = ""
    """Markdown, as written."""
    body_line: int = 1
    """The line of the file on which the body begins."""
    field_lines: Mapping[str, int] = field(default_factory=dict)
    """Where each field stands that the file has itself: name -> line."""
