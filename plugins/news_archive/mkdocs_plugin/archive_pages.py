"""Pages and files of the archive, as MkDocs knows them."""

import os
from collections.abc import Iterator
from pathlib import Path

from markupsafe import escape
from mkdocs.config.defaults import MkDocsConfig
from mkdocs.structure.files import File, Files, InclusionLevel
from mkdocs.structure.pages import Page

from news_archive.pages import PagePath, Sheet


class ArchivePage(Page):
    """A page that the archive gives: its content comes from a sheet, not from its file."""

    sheet: Sheet | None = None
    """None for an ordinary page, such as a home page with a template of its own."""
    nav_title: str | None = None
    """What the site's menu calls it. MkDocs would pass that on only to pages that it makes itself."""

    def become(self, sheet: Sheet, config: MkDocsConfig) -> None:
        """Show this sheet. Themes print titles unescaped, so they are escaped here, once."""
        self.sheet = sheet
        self.title = escape(self.nav_title or sheet.title)
        hidden = ["toc"]
        if "navigation.tabs" in config.theme.get("features", ()):
            hidden.append("navigation")
        self.meta = {"hide": hidden, "template": "news-archive-page.html"}
        if sheet.title != config.site_name:
            self.meta["title"] = escape(sheet.title)
        if sheet.description:
            self.meta["description"] = escape(sheet.description)
        if sheet.style:
            self.meta["style"] = sheet.style
        if sheet.is_list:
            self.meta["search"] = {"exclude": True}

    def read_source(self, config: MkDocsConfig) -> None:
        """An ordinary page's source; a sheet has none."""
        if self.sheet is None:
            super().read_source(config)
        else:
            self.markdown = ""

    def render(self, config: MkDocsConfig, files: Files) -> None:
        """An ordinary page's content; a sheet is drawn last, so that not all pages are in memory together."""
        if self.sheet is None:
            super().render(config, files)
        else:
            self.content = ""
            self.toc = []  # type: ignore[assignment]  # MkDocs' own placeholder for an empty table of contents


def article_file(source: Path, path: PagePath, config: MkDocsConfig) -> File:
    """An article as MkDocs knows it: at its page's path, with its own source."""
    name = f"{path}/index.html" if config.use_directory_urls else f"{path}.html"
    file = File(
        f"{path.rpartition('/')[0]}/{source.name}",
        src_dir=None,
        dest_dir=config.site_dir,
        use_directory_urls=config.use_directory_urls,
        dest_uri=name,
        inclusion=InclusionLevel.NOT_IN_NAV,
    )
    file.abs_src_path = str(source)
    file.edit_uri = os.path.relpath(source, config.docs_dir).replace(os.sep, "/")
    return file


def draw_always(file: File) -> None:
    """Have `--dirty` draw the file's page as well: it shows more than the file, whose age says nothing.

    A plain page shows the menu, and what a search finds of it is known only when it was read.
    """
    file.is_modified = lambda: True  # type: ignore[method-assign]  # MkDocs asks only this method


def is_template(config: MkDocsConfig, name: str) -> bool:
    """Whether there is a file of this name among the site's own templates and those of the theme."""
    return ".." not in name.split("/") and any(Path(folder, name).is_file() for folder in config.theme.dirs)


def nav_titles(nav: object) -> Iterator[tuple[str, str]]:
    """Source path and title of every page that the `nav` of mkdocs.yml names with a title."""
    if isinstance(nav, dict):
        for title, target in nav.items():
            if isinstance(target, str):
                yield target, title
            else:
                yield from nav_titles(target)
    elif isinstance(nav, list):
        for item in nav:
            yield from nav_titles(item)
