"""All pages of a site that the archive gives: where each is, and how its view is composed."""

from collections.abc import Iterator, Mapping
from functools import partial

from news_archive.archive import ArchiveIndex
from news_archive.model import ArticleId, EntityId
from news_archive.pages.addresses import Addresses, PagePath, article_path
from news_archive.pages.articles import compose_article
from news_archive.pages.entities import compose_entity_sheets
from news_archive.pages.home import compose_home
from news_archive.pages.links import Links
from news_archive.pages.lists import compose_lists
from news_archive.pages.sheet import Introduction, Sheet

__all__ = ["Introduction", "Sheet", "compose_sheets"]


def compose_sheets(
    index: ArchiveIndex,
    addresses: Addresses,
    site_name: str,
    entity_bodies: Mapping[EntityId, str],
    introductions: Mapping[PagePath, Introduction],
) -> Iterator[Sheet]:
    """Every page, in a fixed order. `entity_bodies` and `introductions` are HTML, sanitised and marked."""
    links = Links(index, addresses)
    positions: Mapping[ArticleId, int] = {id_: number for number, id_ in enumerate(index.articles)}
    yield compose_home(links, site_name, introductions)
    for id_, annotated in index.articles.items():
        article = annotated.article
        path = article_path(article)
        yield Sheet(
            path=path,
            title=article.title,
            description=article.description,
            template="article.html",
            compose=partial(compose_article, links, id_, path, positions),
            article=id_,
        )
    yield from compose_entity_sheets(links, entity_bodies)
    yield from compose_lists(links, introductions)
