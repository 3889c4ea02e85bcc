"""A place together with its parts: a province is named wherever one of its towns is."""

from heapq import nlargest

from news_archive.model import EntityId, Kind, kind_of
from news_archive.pages.entity_views import RollUp
from news_archive.pages.links import Links, tally
from news_archive.pages.views import ListedEntity

_PARTS = 60
_LATEST = 12


def roll_up(links: Links, id_: EntityId) -> RollUp | None:
    """What names a place or, at any depth, a part of it; None for what has no parts that are named."""
    if kind_of(id_) is not Kind.PLACE:
        return None
    index = links.index
    named = [part for part in index.all_parts(id_) if part in index.presence]
    if not named:
        return None
    own = set(index.articles_of.get(id_, ()))
    through_parts = {article for part in named for article in index.articles_of[part]} - own
    newest = nlargest(_LATEST, through_parts, key=links.position.__getitem__)
    named.sort(key=lambda part: (-index.presence[part].articles, part))
    return RollUp(
        articles=len(own) + len(through_parts),
        parts=tuple(
            ListedEntity(entity=links.entity(part), tally=tally(index.presence[part])) for part in named[:_PARTS]
        ),
        more_parts=max(0, len(named) - _PARTS),
        latest=tuple(links.article(article) for article in newest),
        more=len(through_parts) - len(newest),
    )
