"""What readers get: frozen views, and the templates that show them. Reads no archive files; a template looks nothing up."""

from news_archive.pages.addresses import Addresses, PagePath
from news_archive.pages.drawing import ASSETS, THEME, Drawing
from news_archive.pages.sheets import Introduction, Sheet, compose_sheets

__all__ = [
    "ASSETS",
    "THEME",
    "Addresses",
    "Drawing",
    "Introduction",
    "PagePath",
    "Sheet",
    "compose_sheets",
]
