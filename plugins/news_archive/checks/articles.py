"""Rules about articles."""

from collections.abc import Iterable, Iterator
from datetime import date

from news_archive.model import Article, Finding, Severity


def check_articles(articles: Iterable[Article], today: date) -> Iterator[Finding]:
    """A date after today is most often a typing error; pieces under embargo have one too, so it is a warning."""
    for article in articles:
        if article.date.first > today:
            yield Finding(
                rule="future-date",
                severity=Severity.WARNING,
                path=article.path,
                line=article.field_lines.get("date"),
                field="date",
                message=f"{article.date.text} is after today ({today.isoformat()}). Check the year",
            )
