"""The door for people: `news-archive check`, `build` and `schema`. Thin; the stages decide."""

import json
import os
import sys
from pathlib import Path

import click

from news_archive import __version__
from news_archive.content import json_schema
from news_archive.model import Finding, Kind, Severity, has_errors

_COLOURS = {Severity.ERROR: "red", Severity.WARNING: "yellow", Severity.INFO: "blue"}
_CONTENT_PROBLEM = 1
_INPUT_OUTPUT_PROBLEM = 3
_config_option = click.option(
    "-f",
    "--config-file",
    type=click.Path(exists=True, dir_okay=False, path_type=Path),
    default="mkdocs.yml",
    show_default=True,
    help="Settings of the site.",
)


@click.group(context_settings={"help_option_names": ["-h", "--help"]})
@click.version_option(__version__, prog_name="news-archive")
def main() -> None:
    """Keep an annotated news archive.

    Exit codes: 0 all is well, 1 a problem in the content, 2 wrong use, 3 a file can't be read or written.
    """


@main.command()
@_config_option
@click.option("--strict", is_flag=True, help="Fail at warnings too.")
def check(config_file: Path, *, strict: bool) -> None:
    """Check all articles and entities, without building the site.

    \b
    Example:
        news-archive check --strict
    """
    from news_archive.build import read_archive  # spares `--help` and `schema` the import of all stages
    from news_archive.mkdocs_plugin import load_settings

    archive = read_archive(load_settings(config_file))
    _show(archive.findings)
    articles, entities = len(archive.library.articles), len(archive.library.entities)
    numbers = {severity: sum(f.severity is severity for f in archive.findings) for severity in Severity}
    click.echo(
        f"{articles} articles and {entities} entities: "
        f"{numbers[Severity.ERROR]} errors, {numbers[Severity.WARNING]} warnings",
        err=True,
    )
    if has_errors(archive.findings) or (strict and numbers[Severity.WARNING]):
        sys.exit(_CONTENT_PROBLEM)


@main.command()
@_config_option
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
            if not build_site(config_file, staging, strict=strict):
                click.echo(f"{live}: left as it was", err=True)
                sys.exit(_CONTENT_PROBLEM)
        click.echo(f"{live}: {sum(1 for _ in live.rglob('*.html'))} pages", err=True)
    except OSError as error:
        click.echo(f"{error.filename or 'the site'}: {error.strerror}. The last good site is untouched.", err=True)
        sys.exit(_INPUT_OUTPUT_PROBLEM)


@main.command()
@click.argument("kind", type=click.Choice(["article", *(kind.value for kind in Kind)]))
def schema(kind: str) -> None:
    """Print the JSON Schema of the front matter of an article, actor, place or term.

    \b
    Example:
        news-archive schema place > place.schema.json
    """
    click.echo(json.dumps(json_schema(None if kind == "article" else Kind(kind)), indent=2, ensure_ascii=False))


def _show(findings: tuple[Finding, ...]) -> None:
    is_plain = "NO_COLOR" in os.environ
    for finding in findings:
        label = (
            finding.severity.upper()
            if is_plain
            else click.style(finding.severity.upper(), fg=_COLOURS[finding.severity])
        )
        click.echo(f"{label} {finding}")
