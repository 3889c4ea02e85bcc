"""HTML in, HTML out: cleans a converted body, reads off its visible text, and weaves marks into it.

What this room knows of an entity is an id, a kind and an address.
"""

from news_archive.annotation.links import rewrite_links
from news_archive.annotation.marked import MarkedText, read_marked
from news_archive.annotation.reading import Link, Reading, read
from news_archive.annotation.sanitise import Sanitised, sanitise
from news_archive.annotation.weaving import Mark, weave
from news_archive.annotation.wholeness import TextChangedError, check_text_unchanged, visible_text

__all__ = [
    "Link",
    "Mark",
    "MarkedText",
    "Reading",
    "Sanitised",
    "TextChangedError",
    "check_text_unchanged",
    "read",
    "read_marked",
    "rewrite_links",
    "sanitise",
    "visible_text",
    "weave",
]
