"""Actors, places and glossary terms: whatever has a name that articles mention."""

from collections.abc import Mapping
from dataclasses import dataclass, field
from enum import StrEnum

from news_archive.model.dates import PartialDate
from news_archive.model.ids import EntityId, Kind, kind_of


class Case(StrEnum):
    """How an alias may be capitalised in a text."""

    AUTO = "auto"
    """By the rules for names: see `matching.forms`."""
    EXACT = "exact"
    """Only as written."""
    ANY = "any"
    """However it comes."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Alias:
    """A further name, possibly true for a time only."""

    text: str
    lang: str | None = None
    """BCP 47 tag; None where the archive's own language is meant."""
    since: PartialDate | None = None
    """The front matter calls it `from`."""
    until: PartialDate | None = None
    case: Case = Case.AUTO
    line: int | None = field(default=None, compare=False)
    """Of the file; None where the alias was not read from one."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Name:
    """The name in another language, possibly for a time only."""

    lang: str
    text: str
    since: PartialDate | None = None
    until: PartialDate | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class Description:
    """What an entity was at a time, in one line."""

    text: str
    since: PartialDate | None = None
    until: PartialDate | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class Relation:
    """A dated statement, read as `<this entity> <type> <to>`."""

    type: str
    to: EntityId
    since: PartialDate | None = None
    until: PartialDate | None = None
    source: str | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class Entity:
    """What actors, places and terms have in common."""

    id: EntityId
    path: str
    """The file, relative to the project, with forward slashes."""
    name: str
    description: str = ""
    """One line, for previews and lists; empty where the editor gave none."""
    descriptions: tuple[Description, ...] = ()
    """What it was at times for which `description` is not true."""
    type: str | None = None
    aliases: tuple[Alias, ...] = ()
    names: tuple[Name, ...] = ()
    not_phrases: tuple[str, ...] = ()
    """Longer names that contain one of ours and mean somebody else."""
    demonyms: tuple[str, ...] = ()
    part_of: tuple[EntityId, ...] = ()
    relations: tuple[Relation, ...] = ()
    see_also: tuple[EntityId, ...] = ()
    wikidata: str | None = None
    website: str | None = None
    country: str | None = None
    redirect_from: tuple[str, ...] = ()
    body: str = ""
    """Markdown, as written."""
    body_line: int = 1
    """The line of the file on which the body begins."""
    field_lines: Mapping[str, int] = field(default_factory=dict)
    """Where each field stands that the file has itself: name -> line."""
    alias_lines: Mapping[str, int] = field(default_factory=dict)
    """Where each form is declared: text -> line."""

    def described_on(self, date: PartialDate) -> str:
        """What the entity was at a date: the first dated line that covers it whole, else the undated one."""
        for line in self.descriptions:
            begun = line.since is None or line.since.first <= date.first
            if begun and (line.until is None or date.last <= line.until.last):
                return line.text
        return self.description

    @property
    def kind(self) -> Kind:
        return kind_of(self.id)


@dataclass(frozen=True, slots=True, kw_only=True)
class Actor(Entity):
    """A person, group, organisation, state or community that acts."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Place(Entity):
    """Somewhere on a map."""

    coordinates: tuple[float, float] | None = None
    """Latitude and longitude in decimal degrees, WGS 84."""
    line: tuple[tuple[float, float], ...] = ()
    """The course of a river, road or border, as latitude and longitude."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Term(Entity):
    """A word of the glossary: an operation, a weapon, an agreement, an expression."""
