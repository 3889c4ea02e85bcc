"""What the archive gives a site besides pages."""

from collections.abc import Iterator

from mkdocs.config.defaults import MkDocsConfig
from mkdocs.structure.files import File

from news_archive.build import ReadArchive, Settings, draw_redirect
from news_archive.pages import SCRIPT, SEARCH_ASSETS, STYLE, script, style
from news_archive.pages.assets import LENS_ASSETS, LENS_PROBLEMS


def further_files(archive: ReadArchive, settings: Settings, config: MkDocsConfig, *, with_lens: bool) -> Iterator[File]:
    """Pictures and documents beside the articles, style sheets, scripts, and a page at each address that was left.

    The files of the editor's lens only where the site is served.
    """
    for media in archive.loaded.media:
        uri = f"articles/{media.removeprefix(settings.places.articles + '/')}"
        yield File.generated(config, uri, abs_src_path=str(settings.places.root / media))
    yield File.generated(config, STYLE, content=style())
    yield File.generated(config, SCRIPT, content=script())
    for name, path in {**SEARCH_ASSETS, **(LENS_ASSETS if with_lens else {})}.items():
        yield File.generated(config, name, abs_src_path=str(path))
    if with_lens:
        yield File.generated(config, LENS_PROBLEMS, content="")
    for redirect in archive.redirects:
        name = f"{redirect.old}/index.html" if config.use_directory_urls else f"{redirect.old}.html"
        yield File.generated(config, name, content=draw_redirect(redirect, settings.addresses, config.site_url))
