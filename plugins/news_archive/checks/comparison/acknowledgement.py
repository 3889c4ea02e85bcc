"""How a change says that its effects are meant: a file with the digest of exactly these effects.

Another effect has another digest and needs another file, so nobody acknowledges what nobody saw. One file for each, so
that two changes never touch the same file.
"""

import hashlib
import json

from news_archive.checks.comparison.difference import Difference, NameChange, Side, State
from news_archive.checks.comparison.wording import counted

ACKNOWLEDGED = ".acknowledged"
"""The folder of these files, beside mkdocs.yml."""


def digest_of_changes(difference: Difference) -> str:
    """Twelve hexadecimal digits that tell these changed names from all others; the same on every machine."""
    articles = [article for article in difference.articles if article.state is not State.CREATED]
    told = json.dumps([_told(name) for article in articles for name in article.names], ensure_ascii=False)
    return hashlib.sha256(told.encode("utf-8", "surrogatepass")).hexdigest()[:12]


def acknowledgement(difference: Difference) -> str:
    """The text of the file: what was acknowledged, for whoever reads it in a review."""
    articles = sum(bool(article.names) for article in difference.articles if article.state is not State.CREATED)
    return f"Meant: {counted(difference.counted, 'changed name')} in {counted(articles, 'article')}.\n"


def _told(name: NameChange) -> list[object]:
    return [name.article, name.change, name.text, _meant(name.before), _meant(name.after)]


def _meant(side: Side | None) -> list[str]:
    return [*side.meant] if side else []
