"""The index of a site's search, made when all pages are written."""

from collections.abc import Sequence
from pathlib import Path

from mkdocs.exceptions import PluginError

from news_archive.build import Settings
from news_archive.build.search_index import MISSING, SearchError, ShowIndexing, index_site, is_installed
from news_archive.mkdocs_plugin.problems import log
from news_archive.pages import SearchEntry


def index_pages(entries: Sequence[SearchEntry], site_dir: Path, settings: Settings, show: ShowIndexing) -> None:
    """Write the index, or say in the log why there is none. Raises PluginError."""
    if not is_installed():
        log.info(MISSING)
        return
    cache = settings.cache / "search" if settings.cache else None
    try:
        size = index_site(entries, site_dir, settings.site.lang, cache, show)
    except SearchError as error:
        raise PluginError(f"{error}. Without Pagefind a site can be built too: pip uninstall pagefind") from error
    log.info("%s pages can be searched; the index has %.1f MB", len(entries), size / 1_000_000)
