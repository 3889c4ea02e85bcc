"""What is left out of a published site: drafts, and the pictures and documents that only they show."""

import posixpath
from collections.abc import Iterable, Iterator
from dataclasses import replace
from urllib.parse import quote, unquote

from news_archive.build.site_links import article_source
from news_archive.content import Loaded, Places
from news_archive.content.files import read_text
from news_archive.content.typed_links import typed_links
from news_archive.model import Article


def without_drafts(loaded: Loaded, places: Places) -> tuple[Loaded, tuple[Article, ...], tuple[str, ...]]:
    """What is published; the drafts; and the files beside articles that drafts link to and nothing else names.

    A file that no text links to is published, as it always is.
    """
    drafts = tuple(article for article in loaded.library.articles if article.draft)
    if not drafts:
        return loaded, (), ()
    published = tuple(article for article in loaded.library.articles if not article.draft)
    rest = replace(loaded, library=replace(loaded.library, articles=published))
    linked = _linked_media(drafts, loaded.media, places)
    if linked:
        texts = "\n".join(_texts(rest, places))
        linked = [path for path in linked if not any(name in texts for name in _as_typed(path))]
    return replace(rest, media=tuple(path for path in rest.media if path not in linked)), drafts, tuple(linked)


def _linked_media(drafts: Iterable[Article], media: Iterable[str], places: Places) -> list[str]:
    by_source = {f"articles/{path.removeprefix(f'{places.articles}/')}": path for path in media}
    found = set()
    for draft in drafts if by_source else ():
        folder = posixpath.dirname(article_source(draft))
        for link in typed_links(draft.body):
            target = posixpath.normpath(posixpath.join(folder, unquote(link.target)))
            if target in by_source:
                found.add(by_source[target])
    return sorted(found)


def _as_typed(path: str) -> tuple[str, str]:
    name = posixpath.basename(path)
    return name, quote(name)


def _texts(published: Loaded, places: Places) -> Iterator[str]:
    yield from (article.body for article in published.library.articles)
    yield from (entity.body for entity in published.library.entities.values())
    yield from (read_text(places.root, path)[0] for path in published.pages)
