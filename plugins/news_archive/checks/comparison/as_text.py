"""A difference for a terminal."""

from collections.abc import Iterator

from news_archive.checks.comparison.difference import Difference
from news_archive.checks.comparison.wording import (
    SIGNS,
    WHOLE,
    headline,
    meanings,
    reason_of,
    sentences_of,
    state_of,
    summed_up,
)
from news_archive.model.finding import printable


def as_text(difference: Difference) -> str:
    """All of it: pages, then articles, and below each its names in the order of its text."""
    return "\n".join(printable(line) for line in _lines(difference))


def _lines(difference: Difference) -> Iterator[str]:
    yield headline(difference)
    pages = [f"+ page {page}" for page in difference.created]
    pages += [f"- page {page}" for page in difference.removed]
    pages += [f"> page {old} now leads to {new}" for old, new in difference.redirected]
    if pages:
        yield ""
        yield from pages
    for article in difference.articles:
        if not article.names:
            continue
        yield ""
        yield f"{article.path} ({state_of(article)})"
        if article.state in WHOLE:
            yield from (f"  {line}" for line in summed_up(article))
            continue
        for name in article.names:
            yield f"  {SIGNS[name.change]} {name.text}: {meanings(name)}"
            for which, sentence in sentences_of(name):
                yield f"      {which + ':':7} {sentence}" if which != "in" else f"      {sentence}"
            if reason := reason_of(name):
                yield f"      {reason}"
