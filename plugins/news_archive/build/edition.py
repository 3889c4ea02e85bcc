"""An archive in one state, as two states are compared."""

from dataclasses import replace

from news_archive.build.pipeline import Archive, ReadArchive
from news_archive.build.settings import Settings
from news_archive.checks.comparison import Edition
from news_archive.pages.addresses import article_path, entity_path, source_paths


def edition_of(read: ReadArchive, archive: Archive, settings: Settings) -> Edition:
    """What the archive shows to readers, without the lists and parts that follow from it."""
    library = read.library
    pages = {str(article_path(article)) for article in library.articles}
    pages |= {str(entity_path(id_)) for id_ in library.entities}
    pages |= {str(path) for path in source_paths({article.source for article in library.articles}).values()}
    pages |= {path.removeprefix(f"{settings.places.docs}/").removesuffix(".md") for path in read.loaded.pages}
    redirects = {str(redirect.old): str(redirect.new) for redirect in read.redirects}
    # Names are compared, not their HTML: it need not be handed from one process to another.
    articles = tuple(replace(annotated, html="") for annotated in archive.articles)
    return Edition(articles=articles, pages=frozenset(pages), redirects=redirects)
