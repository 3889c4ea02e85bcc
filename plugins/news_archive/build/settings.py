"""What a build is told. Nothing is read from the environment below this."""

from dataclasses import dataclass, field
from datetime import date
from enum import StrEnum
from pathlib import Path

from news_archive.checks import Policy, Severities
from news_archive.content import Places
from news_archive.pages import Addresses, Site


class LinkPolicy(StrEnum):
    """Which mentions of an entity are links; the others are marked and not linked."""

    FIRST_PER_SECTION = "first-per-section"
    """The first below each heading: readers come to the middle of a page by shared links."""
    FIRST = "first"
    ALL = "all"


@dataclass(frozen=True, slots=True, kw_only=True)
class Settings:
    places: Places
    addresses: Addresses
    link: LinkPolicy = LinkPolicy.FIRST_PER_SECTION
    today: date
    """For the rule against dates in the future; nothing that is built depends on it."""
    site: Site
    severities: Severities = field(default_factory=Severities)
    """What the site's `rules` say."""
    naming_policy: Policy = field(default_factory=dict)
    third_parties: tuple[str, ...] = ()
    """What the site's settings would have readers load from other hosts."""
    model: str = ""
    """Name or folder of a spaCy model; empty: none is used."""
    drafts: bool = False
    """Whether the site shows articles that are not published yet: only on an editor's own machine."""
    cache: Path | None = None
    """Folder for what need not be made again; None: everything is made anew."""
