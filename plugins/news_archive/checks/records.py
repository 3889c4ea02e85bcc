"""Annotations as plain values, for `news-archive annotations`. Part of the contract with other tools."""

from collections.abc import Iterator

from news_archive.model import Ambiguity, AnnotatedArticle, Mention


def as_records(annotated: AnnotatedArticle) -> Iterator[dict[str, object]]:
    """Every mention and undecided name of an article, in the order of its text, made of JSON's types."""
    names: list[Mention | Ambiguity] = sorted([*annotated.mentions, *annotated.ambiguities], key=lambda name: name.span)
    for name in names:
        meaning = {"entity": name.entity} if isinstance(name, Mention) else {"candidates": list(name.candidates)}
        yield {
            "article": annotated.article.id,
            "block": name.span.block,
            "start": name.span.start,
            "end": name.span.end,
            "text": name.text,
            **meaning,
            "reason": {"kind": name.reason.kind, "form": name.reason.form, "evidence": name.reason.evidence},
            "anchor": name.anchor,
        }
