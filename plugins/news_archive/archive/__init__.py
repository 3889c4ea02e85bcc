"""Gathers what was found in all articles: who is named where, with whom, and when. Knows no HTML."""

from news_archive.archive.index import ArchiveIndex, Companion, Presence, build_index
from news_archive.archive.passages import Part, Passage, passages_of
from news_archive.archive.related import Related, related_articles

__all__ = [
    "ArchiveIndex",
    "Companion",
    "Part",
    "Passage",
    "Presence",
    "Related",
    "build_index",
    "passages_of",
    "related_articles",
]
