"""The archive of a site as commands have it, and builds as MkDocs itself makes them."""

import logging
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass, replace
from pathlib import Path

from mkdocs.commands.build import build as mkdocs_build
from mkdocs.config import load_config
from mkdocs.config.defaults import MkDocsConfig
from mkdocs.exceptions import Abort, ConfigurationError, MkDocsException
from mkdocs.structure.files import Files, get_files

from news_archive.build import Converter, ReadArchive, Settings, SiteLinks, Workshop, read_archive, workshop_for
from news_archive.build.search_index import ShowIndexing
from news_archive.content.files import is_utf_8
from news_archive.mkdocs_plugin.hooks import NewsArchivePlugin
from news_archive.mkdocs_plugin.problems import log


@dataclass(frozen=True, slots=True)
class Desk:
    """An archive as commands have it: read, and ready to be annotated."""

    settings: Settings
    archive: ReadArchive
    workshop: Workshop


class SiteError(Exception):
    """A site's settings can't be used. The message says why, for an editor."""


def open_desk(config_file: Path, cache: Path | None = None) -> Desk:
    """The archive of a site's mkdocs.yml; `cache` is where what was made is kept, if not beside it. Raises SiteError."""
    try:
        return _open_desk(load_config(str(config_file)), config_file, cache)
    except MkDocsException as error:
        raise SiteError(str(error)) from error


def _open_desk(config: MkDocsConfig, config_file: Path, cache: Path | None) -> Desk:
    plugin = config.plugins.get("news-archive")
    if not isinstance(plugin, NewsArchivePlugin):
        raise SiteError(f"{config_file}: the plugin is not in use. Write `plugins: [news-archive]`")
    config.plugins.on_startup(command="build", dirty=False)
    config = config.plugins.on_config(config)
    if cache:
        plugin.settings = replace(plugin.settings, cache=cache)
    plugin.archive = read_archive(plugin.settings)
    addresses = plugin.addresses(plugin.on_files(_files_of(config, plugin.archive), config=config))
    site_links = SiteLinks(addresses, plugin.settings.places.docs)
    converter = Converter(config.markdown_extensions, config.mdx_configs)
    return Desk(plugin.settings, plugin.archive, workshop_for(plugin.archive, plugin.settings, converter, site_links))


def _files_of(config: MkDocsConfig, archive: ReadArchive) -> Files:
    """The files of the docs folder, without what can have no address. Reading told of all that is left out."""
    # MkDocs follows symbolic links, without an end where one leads to a folder above it.
    root = Path(config.config_file_path).parent
    if any((root / finding.path).is_symlink() for finding in archive.findings):
        return Files([])
    return Files([file for file in get_files(config) if is_utf_8(file.src_uri)])


def site_dir_of(config_file: Path) -> Path:
    """Where a site's mkdocs.yml says that the built site goes."""
    return Path(load_config(str(config_file)).site_dir)


def build_site(config_file: Path, site_dir: Path, *, strict: bool, show_indexing: ShowIndexing = iter) -> bool:
    """Build a site into a folder, as `mkdocs build` does; whether it went well. Problems go to the log.

    `show_indexing` is handed the documents that the search's program is about to read, and passes each on.
    """
    with logging_to_stderr():
        try:
            config = load_config(str(config_file), site_dir=str(site_dir), strict=strict or None)
            config.plugins.on_startup(command="build", dirty=False)
            if isinstance(plugin := config.plugins.get("news-archive"), NewsArchivePlugin):
                plugin.show_indexing = show_indexing
            try:
                mkdocs_build(config)
            finally:
                config.plugins.on_shutdown()
        except (Abort, ConfigurationError) as error:
            log.error(str(error))  # an editor's problem has no traceback
            return False
    return True


@contextmanager
def logging_to_stderr() -> Iterator[None]:
    """Shows what MkDocs warns of while a build runs; its reports of progress would name the staging folder."""
    handler = logging.StreamHandler()
    handler.setFormatter(logging.Formatter("%(levelname)s %(message)s"))
    handler.addFilter(lambda record: record.levelno >= logging.WARNING or record.name == log.logger.name)
    logger = logging.getLogger("mkdocs")
    logger.addHandler(handler)
    logger.setLevel(logging.INFO)
    try:
        yield
    finally:
        logger.removeHandler(handler)
