"""Annotated articles written as text: a name stands in brackets, with what it means."""

import re
from collections.abc import Callable

import pytest

from news_archive.model import (
    AnnotatedArticle,
    Article,
    ArticleId,
    EntityId,
    Mention,
    PartialDate,
    Reason,
    ReasonKind,
    Span,
)

Annotated = Callable[..., AnnotatedArticle]
_NAME = re.compile(r"\[([^|\]]+)\|([^\]]+)\]", re.DOTALL)


@pytest.fixture(scope="session")
def annotated() -> Annotated:
    """An article of the given blocks, in which `[the units|actors/ypg]` is a name and what it means."""

    def build(*blocks: str, id_: str = "2016/a", date: str = "2016-08-19") -> AnnotatedArticle:
        texts: list[str] = []
        mentions: list[Mention] = []
        seen: dict[str, int] = {}
        for number, written in enumerate(blocks):
            text, at = "", 0
            for name in _NAME.finditer(written):
                text += written[at : name.start()]
                seen[name[2]] = seen.get(name[2], 0) + 1
                mentions.append(
                    Mention(
                        Span(number, len(text), len(text) + len(name[1])),
                        name[1],
                        EntityId(name[2]),
                        Reason(ReasonKind.NAME, name[1]),
                        f"m-{name[2].replace('/', '-')}-{seen[name[2]]}",
                    )
                )
                text += name[1]
                at = name.end()
            texts.append(text + written[at:])
        article = Article(
            id=ArticleId(id_),
            path=f"articles/{id_}.md",
            title=id_,
            date=PartialDate.parse(date),
            source="Paper",
            slug=id_.rpartition("/")[2],
        )
        return AnnotatedArticle(article, "", tuple(texts), tuple(mentions), ())

    return build
