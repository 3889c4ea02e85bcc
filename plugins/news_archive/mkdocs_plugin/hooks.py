"""Hooks that hand the archive's stages what they need and MkDocs what they made. The walk of a build:

on_pre_build     read and check all files; with an error nothing is written
on_files         articles and entities become files outside the menu; list pages are added
on_nav           convert, annotate, gather, compose; further pages are added
on_page_content  plain pages are sanitised
on_page_context  each page is drawn from its view
on_post_page     last gate: an article's text must have come through its template whole; then the theme's
                 faults are mended and the page says what a browser may run
on_post_build    the search is indexed
"""

import gc
from collections.abc import Callable
from dataclasses import replace
from functools import partial
from html import unescape
from pathlib import Path
from urllib.parse import urlsplit

import jinja2
from markupsafe import escape
from mkdocs.config.defaults import MkDocsConfig
from mkdocs.exceptions import PluginError
from mkdocs.livereload import LiveReloadServer
from mkdocs.plugins import BasePlugin, CombinedEvent, event_priority
from mkdocs.structure.files import File, Files, InclusionLevel
from mkdocs.structure.nav import Navigation
from mkdocs.structure.pages import Page
from mkdocs.utils.templates import TemplateContext

from news_archive.annotation import TextChangedError, sanitise
from news_archive.build import (
    Converter,
    ReadArchive,
    Settings,
    SiteLinks,
    annotate_archive,
    compose_archive,
    read_archive,
    workshop_for,
)
from news_archive.build.csp import Policy, UnknownScriptError, template_files
from news_archive.build.search_index import ShowIndexing
from news_archive.build.theme_mends import mend
from news_archive.mkdocs_plugin.archive_pages import ArchivePage, article_file, draw_always, is_template
from news_archive.mkdocs_plugin.drawn_once import drawn_once_outside
from news_archive.mkdocs_plugin.front_matter import for_theme, is_searched, misfits
from news_archive.mkdocs_plugin.further_files import further_files
from news_archive.mkdocs_plugin.lens import Lens, lens_after, load_lens
from news_archive.mkdocs_plugin.list_pages import add_list_pages, introductions
from news_archive.mkdocs_plugin.options import (
    ArchiveConfig,
    check_theme,
    settings_of,
    unknown_options,
)
from news_archive.mkdocs_plugin.problems import log, stop_at_problems, tell_of_varying
from news_archive.mkdocs_plugin.searched import index_pages
from news_archive.mkdocs_plugin.serving import keeping_pages
from news_archive.pages import SCRIPT, STYLE, THEME, Drawing, PagePath, SearchEntry, entry_of_page
from news_archive.pages.addresses import LIST_PAGES, SEARCH, article_path, entity_path
from news_archive.pages.drawing import TEMPLATES


class NewsArchivePlugin(BasePlugin[ArchiveConfig]):  # type: ignore[no-untyped-call]  # MkDocs types its classes in part
    """Holds what one event found out for the next; every decision is in the stages."""

    settings: Settings
    archive: ReadArchive
    pages: dict[PagePath, ArchivePage]
    woven: dict[PagePath, str]
    drawing: Drawing
    is_serving: bool = False
    lens: Lens | None = None
    show_indexing: ShowIndexing = iter
    plain_pages: list[SearchEntry]
    """What a search finds of pages that are not the archive's."""
    policy: Policy
    in_nav: frozenset[str]
    """Sources of the pages in the site's menu."""

    def load_config(
        self, options: dict[str, object], config_file_path: str | None = None
    ) -> tuple[list[tuple[str, Exception]], list[tuple[str, str]]]:
        """As in MkDocs, but a misspelt option is an error: without its folder an archive would be empty."""
        errors, warnings = super().load_config(options, config_file_path)
        errors += unknown_options(options)
        return errors, warnings

    def on_startup(self, *, command: str, dirty: bool) -> None:
        """Note whether more builds will follow this one."""
        self.is_serving = command == "serve"

    def on_config(self, config: MkDocsConfig) -> MkDocsConfig:
        """Add the style sheet and the script; settle where files are."""
        self.settings = replace(settings_of(config, self.config), drafts=self.is_serving)
        check_theme(config)
        if STYLE not in config.extra_css:
            config.extra_css.insert(0, STYLE)
            config.extra_javascript.insert(0, SCRIPT)
        if self.is_serving:
            load_lens(config)
        # The theme's first script names what it remembers by this. The same on all pages, so that they may all have
        # the same policy.
        config.extra.setdefault("scope", urlsplit(config.site_url or "").path or "/")
        custom = config.theme.custom_dir
        # After the site's own templates and before the theme's, so that a site can override ours.
        config.theme.dirs.insert(1 if custom else 0, str(THEME))
        self.drawing = Drawing([Path(custom)] if custom else [])
        return config

    def on_pre_build(self, *, config: MkDocsConfig) -> None:
        """Read and check everything before MkDocs empties the site's folder."""
        # All that the stages make lives until the last page is written. Looking through it for garbage again
        # and again would take a tenth of the build, so that is put off, and what was made is then left out of it.
        gc.disable()
        self.archive = read_archive(self.settings)
        stop_at_problems(self.archive.findings, is_strict=config.strict)

    def on_files(self, files: Files, *, config: MkDocsConfig) -> Files:
        """Articles and entities outside the menu, and a page for each list."""
        self.pages = {}
        self.plain_pages = []
        for article in self.archive.library.articles:
            file = article_file(self.settings.places.root / article.path, article_path(article), config)
            files.append(file)
            self._add(article_path(article), file, config)
        for entity in self.archive.library.entities.values():
            # None where the site's own settings exclude it.
            if own := files.get_file_from_path(f"{entity.id}.md"):
                own.inclusion = InclusionLevel.NOT_IN_NAV
                self._add(entity_path(entity.id), own, config)
        add_list_pages(files, config, lambda path, file: self._add(path, file, config))
        for file in files.documentation_pages():
            draw_always(file)
        for further in further_files(self.archive, self.settings, config, with_lens=self.is_serving):
            files.append(further)
        return files

    def on_nav(self, nav: Navigation, *, config: MkDocsConfig, files: Files) -> Navigation:
        """Convert, annotate, gather and compose, before MkDocs draws anything."""
        converter = Converter(config.markdown_extensions, config.mdx_configs)
        site_links = SiteLinks(self.addresses(files), self.settings.places.docs)
        try:
            archive = annotate_archive(self.archive, workshop_for(self.archive, self.settings, converter, site_links))
        except TextChangedError as error:
            raise PluginError(
                f"{error}. This is a defect of news-archive; please report it with the article."
            ) from error
        stop_at_problems(archive.findings, is_strict=config.strict)
        made_of = (self.archive, archive, self.settings.addresses, self.drawing)
        self.lens = lens_after(self.lens, *made_of) if self.is_serving else None
        texts = dict(introductions(self.pages, config, files))
        published = {a.article.id: a.article.date.iso for a in archive.articles}
        self.woven = {article_path(a.article): a.html for a in archive.articles}
        for sheet in compose_archive(archive, self.archive.library, self.settings, texts):
            page = self.pages.get(sheet.path)
            if page is None and sheet.entity is None:
                level = InclusionLevel.NOT_IN_NAV
                file = File.generated(config, f"{sheet.path}.md", content="", inclusion=level)
                files.append(file)
                page = self._add(sheet.path, file, config)
            if page is not None and (sheet.path not in LIST_PAGES or sheet.path in texts):
                page.become(sheet, config)
                if sheet.article:
                    page.meta["published"] = published[sheet.article]
                # The menu shows a list as open on all pages below it: MkDocs tells the parents of the page that it draws.
                section = self.pages.get(PagePath(f"{sheet.path.partition('/')[0]}/index"))
                if section is not page and page.parent is None:
                    page.parent = section  # type: ignore[assignment]  # MkDocs thinks of sections only
        gc.freeze()
        if self.is_serving:
            gc.enable()
        self.in_nav = frozenset(page.file.src_uri for page in nav.pages)
        return nav

    def on_env(self, env: jinja2.Environment, *, config: MkDocsConfig, files: Files) -> jinja2.Environment:
        """What the page template draws once: parts that depend only on how deep a page lies."""
        env.globals["drawn_once"] = drawn_once_outside(self.in_nav)
        env.globals["search_address"] = self.settings.addresses.of(SEARCH)
        # The templates of the pages' content are not the theme's: they are looked at as well, as a site may have its own.
        folders = [*config.theme.dirs, str(TEMPLATES)]
        self.policy = Policy(template_files(folders), is_serving=self.is_serving)
        return env

    def on_page_content(self, html: str, *, page: Page, config: MkDocsConfig, files: Files) -> str:
        """Plain pages are content as well: sanitised, and their fields escaped for the theme."""
        if isinstance(page, ArchivePage) and page.sheet:
            return html
        for name, example in tuple(misfits(page.meta, partial(is_template, config))):
            log.warning("%s: the theme can't use this '%s'. Write e.g. %s: %s", page.file.src_uri, name, name, example)
            del page.meta[name]
        page.meta = for_theme(page.meta)
        if page.title and "title" not in page.meta and not page.is_homepage:
            page.meta["title"] = escape(unescape(page.title))
        clean = sanitise(html).html
        if is_searched(page.meta):
            address = "" if page.url in (".", "./") else page.url
            self.plain_pages.append(entry_of_page(address, unescape(page.title or config.site_name), clean))
        return clean

    @event_priority(100)
    def on_page_context(
        self, context: TemplateContext, *, page: Page, config: MkDocsConfig, nav: Navigation
    ) -> TemplateContext:
        """Draw the page; before other plugins, which may read its content."""
        if isinstance(page, ArchivePage) and page.sheet:
            try:
                page.content = self.drawing.draw(page.sheet.template, page.sheet.compose())
            except jinja2.TemplateError as error:
                raise PluginError(
                    f"{page.file.src_uri}: the template news-archive/{page.sheet.template} can't be drawn: {error}. "
                    "Compare it with the engine's own template of that name."
                ) from error
            if self.lens and page.sheet.article:
                page.content += self.lens.panel(page.sheet.article)
        return context

    def _keep_text(self, output: str, *, page: Page, config: MkDocsConfig) -> str:
        """Fail the build if a template lost or changed an article's text."""
        if isinstance(page, ArchivePage) and page.sheet and page.sheet.article:
            if self.woven[page.sheet.path] not in output:
                raise PluginError(
                    f"the template news-archive/{page.sheet.template} changes or leaves out the text of "
                    f"{page.file.src_uri}. Print `view.body` whole, inside the element with data-article."
                )
            page.content = ""
        return output

    @event_priority(-100)
    def _finish_page(self, output: str, *, page: Page, config: MkDocsConfig) -> str:
        """Mend what the theme has no template for, and say what may run; after all plugins that change the page."""
        return self._finished(output, page.file.src_uri)

    on_post_page = CombinedEvent(_keep_text, _finish_page)

    @event_priority(-100)
    def on_post_template(self, output_content: str, *, template_name: str, config: MkDocsConfig) -> str:
        """The same for pages that the theme gives, such as the one for addresses that lead nowhere."""
        return self._finished(output_content, template_name) if template_name.endswith(".html") else output_content

    def _finished(self, html: str, name: str) -> str:
        try:
            return self.policy.put_into(mend(html), name)
        except UnknownScriptError as error:
            raise PluginError(
                f"{name}: the page has an inline script that stands in no template and would be blocked: {error} … "
                "Put it into a file named in extra_javascript, or leave out the plugin that adds it."
            ) from error

    def on_post_build(self, *, config: MkDocsConfig) -> None:
        """Index the pages for the search; let go of this build, for a server that builds again.

        A build that is the process's last work is left to the system: to free it object by object takes a second.
        """
        tell_of_varying(self.policy.varying(), self.settings.places.root, config.theme.get("features", ()))
        sheets = (page.sheet for page in self.pages.values())
        entries = [*self.plain_pages, *(sheet.entry() for sheet in sheets if sheet and sheet.entry)]
        index_pages(entries, Path(config.site_dir), self.settings, self.show_indexing)
        self._let_go()

    def on_build_error(self, *, error: Exception) -> None:
        """As after a build that went well."""
        self._let_go()

    def _let_go(self) -> None:
        gc.enable()
        if self.is_serving:
            gc.unfreeze()

    def on_serve(
        self, server: LiveReloadServer, *, config: MkDocsConfig, builder: Callable[[], None]
    ) -> LiveReloadServer:
        """Rebuild when an article changes, and keep the pages while that fails; MkDocs itself watches the docs."""
        server.builder = keeping_pages(builder, Path(server.root))
        server.watch(str(self.settings.places.root / self.settings.places.articles))
        return server

    def addresses(self, files: Files) -> dict[str, str]:
        """The address of every file that authors may link to, by its path below the docs folder."""
        addresses = {file.src_uri: "" if file.url in (".", "./") else file.url for file in files}
        for article in self.archive.library.articles:
            addresses[f"articles/{article.id}.md"] = self.settings.addresses.of(article_path(article))
        return addresses

    def _add(self, path: PagePath, file: File, config: MkDocsConfig) -> ArchivePage:
        page = ArchivePage(None, file, config)
        draw_always(file)
        self.pages[path] = page
        return page
