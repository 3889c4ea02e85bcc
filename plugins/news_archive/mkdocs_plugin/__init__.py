"""The door to MkDocs, the only room that knows it: hooks, the site's settings, and builds for the commands."""

from news_archive.mkdocs_plugin.desk import Desk, SiteError, build_site, open_desk, site_dir_of
from news_archive.mkdocs_plugin.editions import State, two_states
from news_archive.mkdocs_plugin.hooks import NewsArchivePlugin
from news_archive.mkdocs_plugin.options import ArchiveConfig

__all__ = [
    "ArchiveConfig",
    "Desk",
    "NewsArchivePlugin",
    "SiteError",
    "State",
    "build_site",
    "open_desk",
    "site_dir_of",
    "two_states",
]
