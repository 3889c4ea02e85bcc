"""The rules that an editor is held to, beyond those that make a file readable."""

from collections.abc import Iterator
from datetime import date

from news_archive.checks.articles import check_articles
from news_archive.checks.evaluation import Count, Evaluation, Marked, Mistake, evaluate
from news_archive.checks.explanation import Change, Explained, explain, explain_absence
from news_archive.checks.figures import figures_as_markdown, figures_as_text, with_figures
from news_archive.checks.links import check_links
from news_archive.checks.names import check_names
from news_archive.checks.naming_policy import Policy, check_policy
from news_archive.checks.near_names import named_nearly
from news_archive.checks.records import as_records
from news_archive.checks.review import Reviewed, review
from news_archive.checks.rules import RULES, Rule
from news_archive.checks.severities import RuleChoiceError, Severities, severities_of
from news_archive.matching import Gazetteer
from news_archive.model import Finding, Library

__all__ = [
    "RULES",
    "Change",
    "Count",
    "Evaluation",
    "Explained",
    "Marked",
    "Mistake",
    "Policy",
    "Reviewed",
    "Rule",
    "RuleChoiceError",
    "Severities",
    "as_records",
    "check_library",
    "check_links",
    "check_policy",
    "evaluate",
    "explain",
    "explain_absence",
    "figures_as_markdown",
    "figures_as_text",
    "named_nearly",
    "review",
    "severities_of",
    "with_figures",
]


def check_library(library: Library, gazetteer: Gazetteer, today: date) -> Iterator[Finding]:
    """All findings of all rules, in no particular order."""
    yield from check_names(library.entities, gazetteer)
    yield from check_articles(library.articles, today)
