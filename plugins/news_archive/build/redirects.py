"""Pages at old addresses that lead to new ones. They only ever lead to pages of the same site."""

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from html import escape

from news_archive.build.csp import NOTHING
from news_archive.build.occupied import address_key
from news_archive.model import Article, Entity, Finding, Library, Severity
from news_archive.pages import Addresses, PagePath
from news_archive.pages.addresses import article_path, entity_path


@dataclass(frozen=True, slots=True)
class Redirect:
    """An old page, and the page that readers are led to."""

    old: PagePath
    new: PagePath


def find_redirects(
    library: Library, occupied: Mapping[str, str], addresses: Addresses
) -> tuple[tuple[Redirect, ...], tuple[Finding, ...]]:
    """All redirects by old path; a path that is in use or claimed twice is an error.

    `occupied` are the addresses of lists and plain pages: see `occupied.occupied_addresses`.
    """
    taken = dict(occupied)
    for page, owner in _pages(library):
        taken[address_key(addresses, page)] = owner.path
    redirects: list[Redirect] = []
    findings: list[Finding] = []
    for page, owner in _pages(library):
        for typed in owner.redirect_from:
            old = PagePath(typed.strip("/").removesuffix(".md").removesuffix(".html"))
            if rival := taken.get(address_key(addresses, old)) or occupied.get(old.casefold()):
                message = f"'{typed}' is the address of {rival} already. Delete it here"
                findings.append(
                    Finding(
                        rule="redirect",
                        severity=Severity.ERROR,
                        path=owner.path,
                        line=owner.field_lines.get("redirect_from"),
                        field="redirect_from",
                        message=message,
                    )
                )
            else:
                taken[address_key(addresses, old)] = owner.path
                redirects.append(Redirect(old, page))
    return tuple(sorted(redirects, key=lambda r: r.old)), tuple(findings)


def draw_redirect(redirect: Redirect, addresses: Addresses, site_url: str | None) -> str:
    """The HTML of the old page. Works without JavaScript, from a file and for search engines."""
    target = escape(addresses.to_root(redirect.old) + addresses.of(redirect.new))
    canonical = (
        f'<link rel="canonical" href="{escape(site_url.rstrip("/"))}/{escape(addresses.of(redirect.new))}">'
        if site_url
        else ""
    )
    return (
        f'<!doctype html><html lang="en"><head><meta charset="utf-8">{NOTHING}<title>This page has moved</title>{canonical}'
        f'<meta name="robots" content="noindex"><meta http-equiv="refresh" content="0; url={target}"></head>'
        f'<body><p>This page has moved: <a href="{target}">go to its new address</a>.</p></body></html>\n'
    )


def _pages(library: Library) -> Iterator[tuple[PagePath, Article | Entity]]:
    articles: Iterable[Article] = library.articles
    for article in articles:
        yield article_path(article), article
    for entity in library.entities.values():
        yield entity_path(entity.id), entity
