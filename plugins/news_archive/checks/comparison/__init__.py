"""What a change does to all annotations: the difference of two states of an archive, and how it is told."""

from news_archive.checks.comparison.acknowledgement import ACKNOWLEDGED, acknowledgement, digest_of_changes
from news_archive.checks.comparison.as_json import as_json
from news_archive.checks.comparison.as_markdown import as_markdown
from news_archive.checks.comparison.as_text import as_text
from news_archive.checks.comparison.comparing import Edition, compare
from news_archive.checks.comparison.difference import Change, Difference, State

__all__ = [
    "ACKNOWLEDGED",
    "Change",
    "Difference",
    "Edition",
    "State",
    "acknowledgement",
    "as_json",
    "as_markdown",
    "as_text",
    "compare",
    "digest_of_changes",
]
