"""What the template of the editor's lens sees: the names of one article, and what would change what they mean.

The lens stands on the pages of articles while a site is served to its editor; a published page has none.
"""

from collections.abc import Sequence
from dataclasses import dataclass

from news_archive.pages.views import PageLink


@dataclass(frozen=True, slots=True, kw_only=True)
class LensFinding:
    """What the checks say of the article's file."""

    severity: str
    line: int | None
    field: str | None
    message: str


@dataclass(frozen=True, slots=True, kw_only=True)
class LensChange:
    """A line to paste, and what it would do."""

    purpose: str
    """Such as `to link it to Dutch Red Cross`."""
    line: str
    place: str
    """The file that the line goes into, and where in it."""


@dataclass(frozen=True, slots=True, kw_only=True)
class LensName:
    """One name of the article with one outcome, however often it stands there."""

    text: str
    spellings: Sequence[str]
    """All by which the text may have it, with plain apostrophes, hyphens and spaces."""
    times: int
    context: str
    """Where it stands first, with the name in square brackets; empty where that is not known."""
    verdict: str
    why: str
    listed: str
    """File and line that list the form by which it is linked; else empty."""
    pages: Sequence[PageLink]
    """Whom it means or may mean."""
    changes: Sequence[LensChange]
    advice: str
    """What to do where there is no line to paste; else empty."""
    marks: str
    """The ids of its marks in the text, parted by spaces; empty where it has none and is found by its words."""


@dataclass(frozen=True, slots=True, kw_only=True)
class LensGroup:
    state: str
    """`unlisted`, `undecided`, `unlinked` or `linked`: what the style sheet tells apart."""
    heading: str
    about: str
    """One sentence on what these names have in common."""
    names: Sequence[LensName]
    is_open: bool
    """Whether the names are shown at once: not those that need nothing."""


@dataclass(frozen=True, slots=True, kw_only=True)
class LensView:
    root: str
    path: str
    """The article's file."""
    is_draft: bool
    findings: Sequence[LensFinding]
    groups: Sequence[LensGroup]
    """Those that have names; first what an editor may want to do something about."""
    to_settle: int
    """How many names are not linked, undecided or not listed."""
