"""Random bodies with names in them, and the entities that bear the names."""

from collections.abc import Callable

import pytest

from news_archive.build import LinkPolicy, SiteLinks
from news_archive.build.annotate import AnnotatedBody, Annotator, article_body
from news_archive.matching import build_gazetteer
from news_archive.model import Alias, Article, ArticleId, Entity, EntityId, PartialDate
from news_archive.pages import Addresses

Annotate = Callable[[str], AnnotatedBody]
_ALIASES = {
    "actors/free-army": ("Free Army", "Free Syrian Army"),
    "actors/ypg": ("YPG", "People's Protection Units"),
    "actors/fund": ("Smith & Sons",),
    "actors/jeff-davis": ("Davis",),
    "actors/susan-davis": ("Davis",),
    "places/kobani": ("Koban\u00ea", "al-Bab"),
    "glossary/barrel-bomb": ("barrel bomb",),
}


def _entity(id_: str, aliases: tuple[str, ...]) -> Entity:
    """An entity whose own name stands in no text."""
    return Entity(
        id=EntityId(id_), path=f"docs/{id_}.md", name=f"Xx {id_}", aliases=tuple(Alias(text=a) for a in aliases)
    )


@pytest.fixture(scope="session")
def annotate() -> Annotate:
    """Annotates the converted body of an article."""
    site_links = SiteLinks({f"{id_}.md": f"{id_}/" for id_ in _ALIASES}, "docs")
    gazetteer = build_gazetteer(_entity(id_, aliases) for id_, aliases in _ALIASES.items())
    annotator = Annotator(gazetteer, Addresses(), LinkPolicy.FIRST_PER_SECTION, site_links)
    article = Article(
        id=ArticleId("2016/flood"),
        path="articles/2016/flood.md",
        title="Flood",
        date=PartialDate.parse("2016-08-19"),
        source="Paper",
        slug="flood",
    )
    body = article_body(article)
    return lambda html: annotator.annotate(body, annotator.read_body(body, html))
