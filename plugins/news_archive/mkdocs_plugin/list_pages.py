"""Pages that list what the archive has: every site has them, whether it has files for them or not."""

from collections.abc import Callable, Iterator, Mapping

from mkdocs.config.defaults import MkDocsConfig
from mkdocs.structure.files import File, Files, InclusionLevel
from mkdocs.structure.pages import Page
from mkdocs.utils import nest_paths

from news_archive.annotation import sanitise
from news_archive.mkdocs_plugin.archive_pages import ArchivePage, nav_titles
from news_archive.mkdocs_plugin.front_matter import in_words
from news_archive.pages import Introduction, PagePath
from news_archive.pages.addresses import LIST_PAGES


def add_list_pages(files: Files, config: MkDocsConfig, add: Callable[[PagePath, File], ArchivePage]) -> None:
    """A page for each list, made by `add`, and a menu of them where the site has none of its own."""
    titles = dict(nav_titles(config.nav))
    own_pages = [
        file.src_uri
        for file in files.documentation_pages()
        if file.inclusion is InclusionLevel.INCLUDED
        and file.src_uri.replace("README", "index").removesuffix(".md") not in LIST_PAGES
    ]
    in_menu = []
    for path in LIST_PAGES:
        # MkDocs takes README.md for a folder's own page too.
        names = (f"{path}.md", f"{path.removesuffix('index')}README.md")
        listing = next((found for name in names if (found := files.get_file_from_path(name))), None)
        if listing is None:
            listing = File.generated(config, f"{path}.md", content="", inclusion=InclusionLevel.NOT_IN_NAV)
            files.append(listing)
        add(path, listing).nav_title = titles.get(f"{path}.md")
        in_menu.append(listing.src_uri)
    if config.nav is None:
        config.nav = [*in_menu, *nest_paths(sorted(own_pages))]  # type: ignore[no-untyped-call]  # MkDocs types it in part


def introductions(
    pages: Mapping[PagePath, ArchivePage], config: MkDocsConfig, files: Files
) -> Iterator[tuple[PagePath, Introduction]]:
    """The site's own text for list pages. A page with a template of its own stays the site's."""
    for path in LIST_PAGES:
        page = pages[path]
        if page.file.generated_by:
            yield path, Introduction(None, "")
            continue
        Page.read_source(page, config)
        if "template" in page.meta:
            continue
        Page.render(page, config, files)
        html = sanitise(page.content or "").html
        yield path, Introduction.of(html, in_words(page.meta.get("title")))
