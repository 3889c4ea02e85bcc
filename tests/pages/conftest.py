"""Archives made in memory, their pages drawn, and a check that all links between these lead somewhere."""

import re
from collections.abc import Callable, Iterable, Mapping
from html import escape, unescape
from urllib.parse import unquote, urldefrag, urljoin

import pytest

from news_archive.archive import build_index
from news_archive.model import (
    AnnotatedArticle,
    Article,
    ArticleId,
    Entity,
    EntityId,
    Mention,
    PartialDate,
    Reason,
    ReasonKind,
    Span,
)
from news_archive.pages import Addresses, Drawing, Introduction, PagePath, Sheet, Site, compose_sheets

MakeArticle = Callable[..., AnnotatedArticle]
DrawAll = Callable[..., dict[str, str]]

_SITE = "https://site.invalid/"
_LINK = re.compile(r'<a\b[^>]*?\shref="([^"]*)"')
_ID = re.compile(r'\sid="([^"]*)"')


@pytest.fixture(scope="session")
def make_article() -> MakeArticle:
    """An article whose paragraphs each name the entities given, with marks in its body."""

    def make(id_: str, paragraphs: Iterable[tuple[str, str]], **fields: object) -> AnnotatedArticle:
        texts: list[str] = []
        mentions: list[Mention] = []
        html = ""
        seen: dict[str, int] = {}
        for number, (text, entity) in enumerate(paragraphs):
            seen[entity] = seen.get(entity, 0) + 1
            anchor = f"m-{entity.replace('/', '-')}-{seen[entity]}"
            texts.append(f"Name {text}")
            reason = Reason(ReasonKind.NAME, "Name")
            mentions.append(Mention(Span(number, 0, 4), "Name", EntityId(entity), reason, anchor))
            html += f'<p><span id="{anchor}">Name</span> {escape(text)}</p>'
        known: dict[str, object] = {
            "title": id_,
            "source": "Paper",
            "date": PartialDate.parse(id_.rpartition("/")[2][:10]),
            "slug": id_.rpartition("/")[2],
        }
        article = Article(id=ArticleId(id_), path=f"articles/{id_}.md", **(known | fields))  # type: ignore[arg-type]  # fields as the test gives them
        return AnnotatedArticle(article, html, tuple(texts), tuple(mentions), ())

    return make


@pytest.fixture(scope="session")
def compose() -> Callable[..., list[Sheet]]:
    """All sheets of an archive."""

    def sheets(
        articles: Iterable[AnnotatedArticle],
        entities: Iterable[Entity],
        addresses: Addresses | None = None,
        bodies: Mapping[EntityId, str] | None = None,
        introductions: Mapping[PagePath, Introduction] | None = None,
    ) -> list[Sheet]:
        index = build_index(articles, {entity.id: entity for entity in sorted(entities, key=lambda e: e.id)})
        return list(
            compose_sheets(index, addresses or Addresses(), Site(name="Site & all"), bodies or {}, introductions or {})
        )

    return sheets


@pytest.fixture(scope="session")
def draw() -> Callable[[Sheet], str]:
    drawing = Drawing()
    return lambda sheet: drawing.draw(sheet.template, sheet.compose())


@pytest.fixture(scope="session")
def dead_links(draw: Callable[[Sheet], str]) -> Callable[[Iterable[Sheet], Addresses], list[str]]:
    """All links of the drawn sheets that lead to no sheet, or to no id in it."""

    def find(sheets: Iterable[Sheet], addresses: Addresses) -> list[str]:
        drawn = {urljoin(_SITE, addresses.of(sheet.path)): draw(sheet) for sheet in sheets}
        ids = {address: set(_ID.findall(html)) for address, html in drawn.items()}
        dead = []
        for address, html in drawn.items():
            for link in map(unescape, _LINK.findall(html)):
                target, fragment = urldefrag(urljoin(address, link.partition("?")[0]))
                if target.startswith(_SITE) and (
                    target not in drawn or (fragment and unquote(fragment) not in ids[target])
                ):
                    dead.append(f"{address}: {link}")
        return dead

    return find
