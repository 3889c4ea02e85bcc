"""A difference for the page of a pull request or a merge request."""

import re
from collections.abc import Iterator

from news_archive.checks.comparison.difference import ArticleChanges, Difference, NameChange, State
from news_archive.checks.comparison.wording import (
    WHOLE,
    counted,
    headline,
    meanings,
    reason_of,
    sentences_of,
    state_of,
    summed_up,
)
from news_archive.model.finding import printable

# A summary may have 1 MiB; a reviewer reads less. What is left out is said.
_MOST_NAMES = 300
_SPECIAL = re.compile(r"([\\`*_{}\[\]()+\-.!|~$])")


def as_markdown(difference: Difference) -> str:
    """A heading, what changes at a glance, then each article folded: those that the change does not edit come first."""
    return "\n".join(_lines(difference)) + "\n"


def _lines(difference: Difference) -> Iterator[str]:
    yield "## What this change does to the archive"
    yield ""
    yield headline(difference)
    pages = [f"* new page {_code(page)}" for page in difference.created]
    pages += [f"* page {_code(page)} is gone" for page in difference.removed]
    pages += [f"* {_code(old)} now leads to {_code(new)}" for old, new in difference.redirected]
    if pages:
        yield ""
        yield from pages
    changed = [article for article in difference.articles if article.names]
    left = _MOST_NAMES
    for article in sorted(changed, key=lambda article: (article.state is not State.UNTOUCHED, article.article)):
        if left <= 0:
            break
        yield from _article(article, left)
        left -= len(article.names)
    if left < 0:
        yield ""
        yield f"{counted(-left, 'more name')}: `news-archive diff` lists them all."


def _article(article: ArticleChanges, most: int) -> Iterator[str]:
    yield ""
    names = counted(len(article.names), "name")
    yield f"<details><summary>{_in_html(article.title)} ({state_of(article)}, {names})</summary>"
    yield ""
    yield f"{_code(article.path)}"
    yield ""
    if article.state in WHOLE:
        yield from (f"* {_plain(line)}" for line in summed_up(article)[:most])
    else:
        for name in article.names[:most]:
            yield from _name(name)
    yield ""
    yield "</details>"


def _name(name: NameChange) -> Iterator[str]:
    reason = reason_of(name)
    yield f"* **{_plain(name.text)}** {_plain(name.change)}: {_plain(meanings(name))}" + (
        f" ({_plain(reason)})" if reason else ""
    )
    for which, sentence in sentences_of(name):
        yield f"  * {'' if which == 'in' else which + ': '}{_plain(sentence)}"


def _plain(text: str) -> str:
    """Text that Markdown shows as it stands: it comes from strangers' files, and must draw, link and notify nothing."""
    return _split(_html(_SPECIAL.sub(r"\\\1", printable(text))))


def _in_html(text: str) -> str:
    """The same inside an HTML element, where Markdown knows no backslashes."""
    return _split(_html(printable(text)))


def _html(text: str) -> str:
    return text.replace("&", "&amp;").replace("<", "&lt;").replace(">", "&gt;")


def _split(text: str) -> str:
    # Hosts make links of @name, #12 and addresses in any text; an empty comment keeps the sign from what follows it.
    return re.sub(r"([@#](?=\w)|:(?=//))", r"\1<!-- -->", text)


def _code(text: str) -> str:
    return f"`{printable(text).replace('`', '')}`"
