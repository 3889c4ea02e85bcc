"""How evenly the archive's sources write of an entity: a reader should know whose words make up a page."""

from collections import Counter

from news_archive.model import EntityId
from news_archive.pages.entity_views import SourceBalance, SourceShare
from news_archive.pages.links import Links
from news_archive.pages.words import language_name

_LARGEST = 3
_ONE_SIDED = 0.6
"""The share of one source above which readers are told."""
_FEW = 5
"""With fewer articles any share is chance."""


def source_balance(links: Links, id_: EntityId) -> SourceBalance | None:
    """The sources of the articles that name an entity; None where none does."""
    ids = links.index.articles_of.get(id_, ())
    if not ids:
        return None
    articles = [links.index.article(article) for article in ids]
    counts = sorted(Counter(a.source for a in articles).items(), key=lambda item: (-item[1], item[0]))
    languages = sorted({language_name(a.lang or links.site.lang) for a in articles})
    return SourceBalance(
        articles=len(articles),
        sources=len(counts),
        shares=tuple(
            SourceShare(
                name=source,
                address=links.addresses.of(links.source_paths[source]),
                articles=count,
                percent=round(100 * count / len(articles)),
            )
            for source, count in counts[:_LARGEST]
        ),
        languages=languages if languages != [language_name(links.site.lang)] else (),
        is_one_sided=len(articles) >= _FEW and counts[0][1] > _ONE_SIDED * len(articles),
    )
