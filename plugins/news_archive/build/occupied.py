"""Which addresses of the site are taken, and by what, before a page is made."""

from collections.abc import Iterator

from news_archive.build.search_index import FOLDER
from news_archive.content import Loaded
from news_archive.model import Article, Entity, Finding, Severity
from news_archive.pages import Addresses, PagePath
from news_archive.pages.addresses import LIST_PAGES, article_path, entity_path, map_year_path, source_paths, year_path

# What MkDocs writes besides pages.
_OF_THE_HOST = ("404.html", "sitemap.xml", "sitemap.xml.gz", "assets")


def occupied_addresses(loaded: Loaded, addresses: Addresses, docs: str) -> dict[str, str]:
    """Address, without regard to case -> the file or list that has it; lists and plain pages only."""
    taken: dict[str, str] = {FOLDER: "the index of the search"}
    taken |= dict.fromkeys(_OF_THE_HOST, "MkDocs itself")
    taken |= {address_key(addresses, page): f"the list {page.removesuffix('/index')}" for page in LIST_PAGES}
    for year in {article.date.year for article in loaded.library.articles}:
        taken[address_key(addresses, year_path(year))] = f"the list of articles of {year}"
        taken[address_key(addresses, map_year_path(year))] = f"the map of {year}"
    for source, by_source in source_paths(article.source for article in loaded.library.articles).items():
        taken[address_key(addresses, by_source)] = f"the list of articles by {source}"
    for path in loaded.pages:
        plain = PagePath(path.removeprefix(f"{docs}/").removesuffix(".md"))
        if plain not in LIST_PAGES:
            taken[address_key(addresses, plain)] = path
    return taken


def check_addresses(loaded: Loaded, addresses: Addresses, docs: str) -> Iterator[Finding]:
    """Errors for articles and entities whose page would be written over another."""
    taken = occupied_addresses(loaded, addresses, docs)
    pages: list[tuple[PagePath, Article | Entity]] = [(article_path(a), a) for a in loaded.library.articles]
    pages += [(entity_path(entity.id), entity) for entity in loaded.library.entities.values()]
    for page, owner in pages:
        if rival := taken.get(address_key(addresses, page)):
            yield Finding(
                rule="address",
                severity=Severity.ERROR,
                path=owner.path,
                message=f"this page would have the same address as {rival}. Rename the file",
            )


def check_search_folder(loaded: Loaded, addresses: Addresses, docs: str) -> Iterator[Finding]:
    """Errors for files of the site where the search will write its index, for that folder is emptied first.

    Only for a site that has Pagefind.
    """
    for path in sorted((*loaded.pages, *loaded.docs_media)):
        below = path.removeprefix(f"{docs}/")
        address = address_key(addresses, PagePath(below.removesuffix(".md"))) if path in loaded.pages else below
        if address.casefold().split("/")[0] == FOLDER:
            yield Finding(
                rule="address",
                severity=Severity.ERROR,
                path=path,
                message=f"the index of the search would take the place of this file: it is written to {FOLDER}/. "
                "Rename the file or its folder",
            )


def address_key(addresses: Addresses, page: PagePath) -> str:
    """What two pages share that would be written to the same file, also where case does not count."""
    return addresses.of(page).casefold().rstrip("/")
