"""The archive that a command works on, and the articles in it as people name them."""

import difflib
import os
import sys
from collections.abc import Sequence
from pathlib import Path
from typing import TYPE_CHECKING
from urllib.parse import unquote, urlsplit

import click

from news_archive.cli.output import CONTENT_PROBLEM, show
from news_archive.model import Article, Severity, has_errors

if TYPE_CHECKING:
    from news_archive.mkdocs_plugin import Desk


class _ConfigFile(click.Path):
    """The settings of an archive; where there are none, the way to the folder above that has them."""

    def convert(
        self, value: str | os.PathLike[str], param: click.Parameter | None, ctx: click.Context | None
    ) -> str | bytes | os.PathLike[str]:
        if value == _CONFIG_FILE and not Path(_CONFIG_FILE).exists():
            raise click.UsageError(f"here is no archive, for there is no {_CONFIG_FILE}. {_way_to_an_archive()}", ctx)
        return super().convert(value, param, ctx)


def _way_to_an_archive() -> str:
    for steps, folder in enumerate(Path.cwd().parents, 1):
        if (folder / _CONFIG_FILE).is_file():
            return f"It lies in {folder}; go there: cd {'/'.join(['..'] * steps)}"
    return f"Go to its folder, or name it: -f FOLDER/{_CONFIG_FILE}"


_CONFIG_FILE = "mkdocs.yml"

config_option = click.option(
    "-f",
    "--config-file",
    type=_ConfigFile(exists=True, dir_okay=False, path_type=Path),
    default=_CONFIG_FILE,
    show_default=True,
    help="Settings of the site.",
)


def desk_of(config_file: Path) -> "Desk":
    """The archive, or an end with why the site can't be used."""
    from news_archive.mkdocs_plugin import SiteError, open_desk

    try:
        desk = open_desk(config_file)
    except SiteError as error:
        raise click.ClickException(str(error)) from error
    return desk


def readable_desk(config_file: Path) -> "Desk":
    """As `desk_of`, or an end with the errors of its files."""
    desk = desk_of(config_file)
    if has_errors(desk.archive.findings):
        show(tuple(finding for finding in desk.archive.findings if finding.severity is Severity.ERROR))
        sys.exit(CONTENT_PROBLEM)
    return desk


def article_called(desk: "Desk", typed: str) -> Article:
    """The article of a path, an id or a title, or of a part of one that only it has, or of its page's address.

    Drafts count as well.
    """
    articles = (*desk.archive.library.articles, *desk.archive.drafts)
    wanted = typed.removeprefix("./").removesuffix(".md")
    found = [a for a in articles if a.path.removesuffix(".md").endswith(wanted) or typed.endswith(f"/{a.path}")]
    found = found or [a for a in articles if wanted in a.id] or _articles_at(typed, articles)
    for is_so in (str.__eq__, str.__contains__):
        found = found or [a for a in articles if is_so(a.title.casefold(), typed.strip().casefold())]
    if len(found) == 1:
        return found[0]
    if found:
        raise click.UsageError(f"'{typed}' may be {', '.join(a.path for a in found[:5])}. Write more of the path")
    near = difflib.get_close_matches(wanted, [a.id for a in articles], n=1, cutoff=0.4)
    raise click.UsageError(f"there is no article '{typed}'." + (f" Did you mean {near[0]}?" if near else ""))


def _articles_at(typed: str, articles: Sequence[Article]) -> list[Article]:
    """Those whose page has that address, whatever the site; none if it is no address."""
    from news_archive.pages.addresses import article_path

    address = urlsplit(typed)
    page = unquote(address.path).removesuffix("/index.html").removesuffix(".html").strip("/")
    return [a for a in articles if address.scheme and f"/{page}".endswith(f"/{article_path(a)}")]


def path_in_archive(desk: "Desk", typed: Path) -> str:
    """A file of the archive as findings name it, from the path to it that somebody typed."""
    places = desk.settings.places
    # A project in a folder that is a link has two paths.
    ways = ((os.path.abspath, typed), (os.path.realpath, typed))
    for whole, path in ways:
        inside = os.path.relpath(whole(path), whole(places.root)).replace(os.sep, "/")
        is_known = inside == _CONFIG_FILE or inside.startswith((f"{places.articles}/", f"{places.docs}/"))
        if is_known and path.is_file():
            return inside
    if typed.is_dir():
        raise click.UsageError(f"'{typed}' is a folder. Name its files, e.g. {typed}/*.md")
    library = desk.archive.library
    known = sorted((*(a.path for a in library.articles), *(entity.path for entity in library.entities.values())))
    near = difflib.get_close_matches(str(typed), known, n=1)
    advice = f"Did you mean {near[0]}?" if near else f"Its files lie in {places.articles}/ and {places.docs}/"
    raise click.UsageError(f"'{typed}' is no file of the archive. {advice}")
