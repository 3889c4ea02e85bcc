"""A difference for other programs."""

import json
from dataclasses import asdict

from news_archive.checks.comparison.acknowledgement import digest_of_changes
from news_archive.checks.comparison.difference import Difference, NameChange, Side


def as_json(difference: Difference, before: str, after: str) -> str:
    """One JSON document, indented; `before` and `after` say which states were compared.

    {"before", "after", "changes", "counted", "digest", "pages": {"created", "removed", "redirected": [{"from", "to"}]},
    "articles": [{"article", "path", "title", "state", "names": [{"change", "text", "before", "after"}]}]}, where either
    side of a name is null or {"sentence", "meant", "because"}.
    """
    document = {
        "before": before,
        "after": after,
        "changes": len(difference.names),
        "counted": difference.counted,
        "digest": digest_of_changes(difference),
        "pages": {
            "created": difference.created,
            "removed": difference.removed,
            "redirected": [{"from": old, "to": new} for old, new in difference.redirected],
        },
        "articles": [
            {
                "article": article.article,
                "path": article.path,
                "title": article.title,
                "state": article.state,
                "names": [_name(name) for name in article.names],
            }
            for article in difference.articles
        ],
    }
    return json.dumps(document, indent=2, ensure_ascii=False)


def _name(name: NameChange) -> dict[str, object]:
    return {"change": name.change, "text": name.text, "before": _side(name.before), "after": _side(name.after)}


def _side(side: Side | None) -> dict[str, object] | None:
    return asdict(side) if side else None
