"""Rules about articles."""

import difflib
import re
from collections.abc import Iterable, Iterator
from datetime import date

from news_archive.checks.dates import check_dates
from news_archive.checks.origins import check_copies
from news_archive.matching import fold_text
from news_archive.model import Article, Finding, Severity

_MARKUP = re.compile(r"[*_`]|\\(?=\W)|<[^>]*>")


def check_articles(articles: Iterable[Article], today: date) -> Iterator[Finding]:
    """Dates that can't be right, addresses of copies that are none, and rulings that rule on nothing."""
    for article in articles:
        yield from check_dates(article, today)
        yield from check_copies(article)
        yield from _check_rulings(article)


def _check_rulings(article: Article) -> Iterator[Finding]:
    """A ruling on a name that the text does not have is most often a typing error."""
    if not article.rulings:
        return
    text = fold_text(_MARKUP.sub("", article.body))
    for ruling in article.rulings:
        if fold_text(ruling.text) not in text:
            near = difflib.get_close_matches(ruling.text, sorted(set(re.findall(r"\w+", text))), n=1)
            advice = f"Did you mean {near[0]}?" if near else "Write the name exactly as printed"
            yield Finding(
                rule="idle-ruling",
                severity=Severity.WARNING,
                path=article.path,
                line=ruling.line,
                field="mentions",
                message=f"'{ruling.text}' does not stand in the text. {advice}",
            )
