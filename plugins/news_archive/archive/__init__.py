"""Gathers what was found in all articles: who is named where, with whom, and when. Knows no HTML."""

from news_archive.archive.chronology import THIN, Chronology, Stretch, trace
from news_archive.archive.coverage import Coverage, Month, Unit, month_of, stretch_of, year_of
from news_archive.archive.index import ArchiveIndex, Companion, Presence, build_index
from news_archive.archive.likeness import NEAR_SAME, pairs_alike, resemblance, shingles
from news_archive.archive.passages import Part, Passage, passages_of
from news_archive.archive.related import Related, related_articles
from news_archive.archive.sentences import sentences

__all__ = [
    "NEAR_SAME",
    "THIN",
    "ArchiveIndex",
    "Chronology",
    "Companion",
    "Coverage",
    "Month",
    "Part",
    "Passage",
    "Presence",
    "Related",
    "Stretch",
    "Unit",
    "build_index",
    "month_of",
    "pairs_alike",
    "passages_of",
    "related_articles",
    "resemblance",
    "sentences",
    "shingles",
    "stretch_of",
    "trace",
    "year_of",
]
