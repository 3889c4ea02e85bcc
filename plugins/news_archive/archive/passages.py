"""Mentions in context: the sentences of an article that name an entity."""

from bisect import bisect_right
from collections.abc import Iterator
from dataclasses import dataclass
from itertools import pairwise
from typing import NamedTuple

from news_archive.archive.sentences import sentences
from news_archive.model import AnnotatedArticle, ArticleId, EntityId, Mention

_LONGEST = 360
_LEAD = 140
"""How much of a long sentence is kept before the name."""


class Part(NamedTuple):
    """A stretch of a quoted sentence."""

    text: str
    is_name: bool


@dataclass(frozen=True, slots=True)
class Passage:
    """One sentence, and the entity's name in it."""

    entity: EntityId
    article: ArticleId
    anchor: str
    """The mark of the first mention in the sentence."""
    parts: tuple[Part, ...]
    mentions: int


def passages_of(annotated: AnnotatedArticle) -> Iterator[Passage]:
    """One passage for each sentence and entity, in the order of the text."""
    by_block: dict[int, list[Mention]] = {}
    for mention in annotated.mentions:
        by_block.setdefault(mention.span.block, []).append(mention)
    for number, mentions in by_block.items():
        text = annotated.texts[number]
        bounds = sentences(text)
        starts = [start for start, _ in bounds]
        grouped: dict[tuple[int, EntityId], list[Mention]] = {}
        for mention in mentions:
            sentence = bisect_right(starts, mention.span.start) - 1
            grouped.setdefault((sentence, mention.entity), []).append(mention)
        for (sentence, entity), named in grouped.items():
            start, end = bounds[sentence]
            end = max(end, named[-1].span.end)
            yield Passage(entity, annotated.article.id, named[0].anchor, _quote(text, start, end, named), len(named))


def _quote(text: str, start: int, end: int, named: list[Mention]) -> tuple[Part, ...]:
    """The sentence, cut at words where it is long, white space folded, the name's own words marked."""
    before, after = "", ""
    if end - start > _LONGEST:
        first = named[0].span
        if first.start - start > _LEAD and (space := text.rfind(" ", start, first.start - _LEAD)) > 0:
            start, before = space + 1, "… "
        if end - start > _LONGEST:
            cut = text.find(" ", max(first.end, start + _LONGEST), end)
            if cut > 0:
                end, after = cut, " …"
    cut_points = [start]
    for mention in named:
        if mention.span.end <= end:
            cut_points += (mention.span.start, mention.span.end)
    cut_points.append(end)
    quoted = text[start:end]
    is_plain = quoted.isprintable() and "  " not in quoted and "\ufffc" not in quoted
    texts = [text[a:b] if is_plain else _on_one_line(text[a:b]) for a, b in pairwise(cut_points)]
    texts[0] = before + texts[0].lstrip()
    texts[-1] = texts[-1].rstrip() + after
    return tuple(Part(part, number % 2 == 1) for number, part in enumerate(texts) if part)


def _on_one_line(text: str) -> str:
    """White space folded, but kept at the ends, where it parts the name from its neighbours."""
    text = text.replace("\ufffc", "")
    if text.isspace():
        return " "
    inner = " ".join(text.split())
    return (" " if text[:1].isspace() else "") + inner + (" " if text[-1:].isspace() else "")
