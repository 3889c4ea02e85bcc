"""What readers get: frozen views, and the templates that show them. Reads no archive files; a template looks nothing up."""

from news_archive.pages.addresses import Addresses, PagePath
from news_archive.pages.assets import SCRIPT, STYLE, script, style
from news_archive.pages.drawing import THEME, Drawing
from news_archive.pages.links import Site
from news_archive.pages.search import SEARCH_ASSETS
from news_archive.pages.search_entries import SearchEntry, entry_of_page
from news_archive.pages.sheets import Introduction, Sheet, compose_sheets

__all__ = [
    "SCRIPT",
    "SEARCH_ASSETS",
    "STYLE",
    "THEME",
    "Addresses",
    "Drawing",
    "Introduction",
    "PagePath",
    "SearchEntry",
    "Sheet",
    "Site",
    "compose_sheets",
    "entry_of_page",
    "script",
    "style",
]
