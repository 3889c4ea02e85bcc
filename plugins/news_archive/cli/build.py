"""The command `build`: the site, published whole or not at all."""

import sys
from collections.abc import Iterator, Sequence
from pathlib import Path
from typing import TYPE_CHECKING

import click

from news_archive.cli.desk import config_option
from news_archive.cli.output import CONTENT_PROBLEM, INPUT_OUTPUT_PROBLEM

if TYPE_CHECKING:
    from news_archive.build.search_index import Document


@click.command()
@config_option
@click.option("-d", "--site-dir", type=click.Path(file_okay=False, path_type=Path), help="Where the site goes.")
@click.option("--strict", is_flag=True, help="Fail at warnings too.")
def build(config_file: Path, site_dir: Path | None, *, strict: bool) -> None:
    """Build the site beside the live folder and swap it in whole.

    A build that fails or is killed leaves the last good site as it is.

    \b
    Example:
        news-archive build --strict
    """
    from news_archive.build.publish import publish
    from news_archive.mkdocs_plugin import build_site, site_dir_of

    live = site_dir or site_dir_of(config_file)
    try:
        with publish(live) as staging:
            if not build_site(config_file, staging, strict=strict, show_indexing=_show_indexing):
                click.echo(f"{live}: left as it was", err=True)
                sys.exit(CONTENT_PROBLEM)
        click.echo(f"{live}: {sum(1 for _ in live.rglob('*.html'))} pages", err=True)
    except OSError as error:
        click.echo(f"{error.filename or 'the site'}: {error.strerror}. The last good site is untouched.", err=True)
        sys.exit(INPUT_OUTPUT_PROBLEM)


def _show_indexing(documents: Sequence["Document"]) -> Iterator["Document"]:
    """Passes documents on, with a bar on a terminal."""
    bar = click.progressbar(documents, label="Indexing", file=sys.stderr, hidden=not sys.stderr.isatty())
    with bar:
        yield from bar
