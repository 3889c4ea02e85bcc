"""The order of stages: the only room that knows all others. Decides nothing about content."""

from news_archive.build.conversion import Converter
from news_archive.build.pipeline import (
    Archive,
    ReadArchive,
    annotate_archive,
    compose_archive,
    read_archive,
    review_archive,
    workshop_for,
)
from news_archive.build.redirects import Redirect, draw_redirect
from news_archive.build.settings import LinkPolicy, Settings
from news_archive.build.site_links import SiteLinks
from news_archive.build.workshop import Workshop

__all__ = [
    "Archive",
    "Converter",
    "LinkPolicy",
    "ReadArchive",
    "Redirect",
    "Settings",
    "SiteLinks",
    "Workshop",
    "annotate_archive",
    "compose_archive",
    "draw_redirect",
    "read_archive",
    "review_archive",
    "workshop_for",
]
