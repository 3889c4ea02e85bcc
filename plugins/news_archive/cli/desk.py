"""The archive that a command works on, and the articles in it as people name them."""

import difflib
import sys
from pathlib import Path
from typing import TYPE_CHECKING

import click

from news_archive.cli.output import CONTENT_PROBLEM, show
from news_archive.model import Article, Severity, has_errors

if TYPE_CHECKING:
    from news_archive.mkdocs_plugin import Desk

config_option = click.option(
    "-f",
    "--config-file",
    type=click.Path(exists=True, dir_okay=False, path_type=Path),
    default="mkdocs.yml",
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
    """The article of a path or an id, or of a part of one that only it has."""
    articles = desk.archive.library.articles
    wanted = typed.removeprefix("./").removesuffix(".md")
    found = [a for a in articles if a.path.removesuffix(".md").endswith(wanted) or typed.endswith(f"/{a.path}")]
    found = found or [a for a in articles if wanted in a.id]
    if len(found) == 1:
        return found[0]
    if found:
        raise click.UsageError(f"'{typed}' may be {', '.join(a.path for a in found[:5])}. Write more of the path")
    near = difflib.get_close_matches(wanted, [a.id for a in articles], n=1, cutoff=0.4)
    raise click.UsageError(f"there is no article '{typed}'." + (f" Did you mean {near[0]}?" if near else ""))
