"""All pages of a site that the archive gives: where each is, and how its view is composed."""

from collections.abc import Iterator, Mapping
from dataclasses import replace
from functools import partial

from news_archive.archive import ArchiveIndex
from news_archive.model import ArticleId, EntityId
from news_archive.pages.addresses import Addresses, PagePath, article_path
from news_archive.pages.articles import compose_article
from news_archive.pages.cards import Cards
from news_archive.pages.entities import compose_entity_sheets
from news_archive.pages.home import compose_home
from news_archive.pages.links import Links, Site
from news_archive.pages.lists import compose_lists
from news_archive.pages.map_pages import compose_maps
from news_archive.pages.network import compose_network
from news_archive.pages.search import compose_search
from news_archive.pages.search_entries import SearchEntries
from news_archive.pages.sheet import Introduction, Sheet
from news_archive.pages.timeline import compose_timeline

__all__ = ["Introduction", "Sheet", "compose_sheets"]


def compose_sheets(
    index: ArchiveIndex,
    addresses: Addresses,
    site: Site,
    entity_bodies: Mapping[EntityId, str],
    introductions: Mapping[PagePath, Introduction],
) -> Iterator[Sheet]:
    """Every page, in a fixed order. `entity_bodies` and `introductions` are HTML, sanitised and marked."""
    links = Links(index, addresses, site)
    cards = Cards(links)
    entries = SearchEntries(index, addresses)
    positions: Mapping[ArticleId, int] = {id_: number for number, id_ in enumerate(index.articles)}
    yield compose_home(links, introductions)
    for id_, annotated in index.articles.items():
        article = annotated.article
        path = article_path(article)
        yield Sheet(
            path=path,
            title=article.title,
            description=article.description,
            template="article.html",
            compose=partial(compose_article, links, cards, id_, path, positions),
            article=id_,
            entry=partial(entries.of_article, id_),
        )
    for sheet in compose_entity_sheets(links, cards, entity_bodies):
        if sheet.entity:
            body = entity_bodies.get(sheet.entity, "")
            yield replace(sheet, entry=partial(entries.of_entity, sheet.entity, body))
        else:
            yield sheet
    yield from compose_lists(links, introductions)
    yield from compose_maps(links, introductions)
    yield from compose_timeline(links, introductions)
    yield compose_network(links, introductions)
    yield compose_search(links, introductions)
