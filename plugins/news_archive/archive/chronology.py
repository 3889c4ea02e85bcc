"""When an entity is named: mentions and articles by month, quarter or year, beside what the archive has of that time.

Without the latter a count misleads: nobody is named in a month of which the archive has no article.
"""

from collections import Counter
from dataclasses import dataclass
from typing import NamedTuple

from news_archive.archive.coverage import Month, Unit, month_of, stretch_of
from news_archive.archive.index import ArchiveIndex
from news_archive.model import EntityId

THIN = 3
"""A stretch with fewer articles is thin. Of one article or two the share that names an entity can only be none, half
or all: it tells which articles the archive happens to have, and of three it begins to tell more."""


class Stretch(NamedTuple):
    """A month, quarter or year."""

    first: Month
    mentions: int
    articles: int
    """Those that name the entity."""
    archive: int
    """All that the archive has."""

    @property
    def share(self) -> float:
        """The part of the archive's articles that names the entity, 0 to 1; 0 where it has none."""
        return self.articles / self.archive if self.archive else 0.0

    @property
    def is_thin(self) -> bool:
        return self.archive < THIN


@dataclass(frozen=True, slots=True)
class Chronology:
    unit: Unit
    stretches: tuple[Stretch, ...]
    """From the archive's first to its last, whether the entity is named in it or not. Articles without a month are
    in years only."""
    years: tuple[Stretch, ...]
    """The same by year; with articles that have no month."""
    without_month: tuple[tuple[int, int], ...]
    """Years, and how many articles of each name the entity and have no month."""


def trace(index: ArchiveIndex, entity: EntityId, unit: Unit) -> Chronology:
    """When the entity is named. All counts are 0 for one that no article names."""
    mentions: Counter[Month] = Counter()
    articles: Counter[Month] = Counter()
    mentions_by_year: Counter[Month] = Counter()
    articles_by_year: Counter[Month] = Counter()
    without_month: Counter[int] = Counter()
    for id_ in index.articles_of.get(entity, ()):
        date = index.article(id_).date
        named = index.named_in[id_][entity]
        year = Month(date.year * 12)
        mentions_by_year[year] += named
        articles_by_year[year] += 1
        month = month_of(date)
        if month is None:
            without_month[date.year] += 1
        else:
            stretch = stretch_of(month, unit)
            mentions[stretch] += named
            articles[stretch] += 1
    years = tuple(
        Stretch(first, mentions_by_year[first], articles_by_year[first], archive)
        for first, archive in index.coverage.by(Unit.YEAR).items()
    )
    if unit is Unit.YEAR:
        return Chronology(unit, years, years, ())
    stretches = tuple(
        Stretch(first, mentions[first], articles[first], archive) for first, archive in index.coverage.by(unit).items()
    )
    return Chronology(unit, stretches, years, tuple(sorted(without_month.items())))
