"""Advice on files: what an article's is called and where it lies, and texts beside articles that are no article."""

import posixpath
import shlex
from collections.abc import Collection, Iterable, Iterator
from urllib.parse import unquote

from news_archive.content.typed_links import typed_links
from news_archive.model import Article, Entity, Finding, PartialDate, Severity, latin_slug


def check_file_names(articles: Iterable[Article]) -> Iterator[Finding]:
    """Notes on articles that lie in no folder of a year, or whose file has a name that makes a poor address."""
    for article in articles:
        folder, _, name = article.id.rpartition("/")
        is_plain = not any(sign.isspace() or sign.isupper() for sign in name)
        if folder and is_plain:
            continue
        slug = latin_slug(name) or latin_slug(article.title) or "name"
        better = f"{folder}/{slug}" if folder else f"{article.date.year:04}/{_dated(slug, article.date)}"
        if not folder:
            what = "the file lies beside the folders of the years"
        else:
            what = "the file's name has capitals or spaces, and so has the page's address"
        yield _note(
            "file-name",
            article.path,
            f"{what}. Type: news-archive rename {shlex.quote(article.id)} {shlex.quote(better)}",
        )


def _dated(slug: str, date: PartialDate) -> str:
    """A name that begins with the date, as `new` gives it."""
    return slug if slug.startswith(f"{date.year:04}") else f"{date.iso}-{slug}"


def check_loose_texts(
    articles: Collection[Article], entities: Iterable[Entity], media: Iterable[str]
) -> Iterator[Finding]:
    """Notes on plain texts directly beside articles to which no article or entity links: most often one not imported.

    `media` are the files beside the articles, relative to the project. A link to any file of the name counts.
    """
    texts = [path for path in media if path.lower().endswith(".txt")]
    if not texts:
        return
    folders = {posixpath.dirname(article.path) for article in articles}
    bodies = [*(article.body for article in articles), *(entity.body for entity in entities)]
    linked = {posixpath.basename(unquote(link.target)) for body in bodies for link in typed_links(body)}
    for path in texts:
        if posixpath.dirname(path) in folders and posixpath.basename(path) not in linked:
            message = (
                "this file is published as it is, and no article links to it. If it is an article, type: "
                f"news-archive import {shlex.quote(path)}, and then delete it"
            )
            yield _note("loose-text", path, message)


def _note(rule: str, path: str, message: str) -> Finding:
    return Finding(rule=rule, severity=Severity.INFO, path=path, message=message)
