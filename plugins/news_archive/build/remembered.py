"""An annotated body as JSON, for the cache, and back. Both ways must agree: a property test holds them to it."""

from typing import Any

from news_archive.build.annotate import AnnotatedBody
from news_archive.matching import Names
from news_archive.model import Ambiguity, EntityId, Finding, Mention, Reason, ReasonKind, Severity, Span, Unlinked

# What JSON holds is checked by the cache's digest: it is what `to_json` wrote.
Json = Any


def to_json(body: AnnotatedBody) -> Json:
    """All but the HTML, as lists in a fixed order, without what the rest tells."""
    return [
        body.text_digest,
        body.texts,
        [[*m.span, m.entity, *_reason(m.reason), m.anchor] for m in body.names.mentions],
        [[*a.span, a.candidates, *_reason(a.reason), a.anchor] for a in body.names.ambiguities],
        [[*u.span, u.candidates, *_reason(u.reason)] for u in body.names.unlinked],
        [[f.rule, f.severity, f.path, f.message, f.line, f.field] for f in body.findings],
    ]


def _reason(reason: Reason) -> tuple[str, str, str]:
    return reason.kind, reason.form, reason.evidence


def from_json(html: str, rest: Json) -> AnnotatedBody:
    """The body that `to_json` was given."""
    text_digest, texts, mentions, ambiguities, unlinked, findings = rest
    return AnnotatedBody(
        html,
        text_digest,
        tuple(texts),
        Names(
            tuple(
                Mention(
                    Span(block, start, end),
                    texts[block][start:end],
                    EntityId(entity),
                    Reason(ReasonKind(kind), form, evidence),
                    anchor,
                )
                for block, start, end, entity, kind, form, evidence, anchor in mentions
            ),
            tuple(
                Ambiguity(
                    Span(block, start, end),
                    texts[block][start:end],
                    tuple(map(EntityId, ids)),
                    Reason(ReasonKind(kind), form, evidence),
                    anchor,
                )
                for block, start, end, ids, kind, form, evidence, anchor in ambiguities
            ),
            tuple(
                Unlinked(
                    Span(block, start, end),
                    texts[block][start:end],
                    tuple(map(EntityId, ids)),
                    Reason(ReasonKind(kind), form, evidence),
                )
                for block, start, end, ids, kind, form, evidence in unlinked
            ),
        ),
        tuple(
            Finding(rule=rule, severity=Severity(severity), path=path, message=message, line=line, field=field)
            for rule, severity, path, message, line, field in findings
        ),
    )


def ids_from_json(rest: Json) -> list[EntityId]:
    """The entities that a text links to, as they were kept beside its words."""
    return [EntityId(id_) for id_ in rest]
