"""The command `check`: what is wrong in the archive."""

import sys
from pathlib import Path

import click

from news_archive.cli.desk import config_option, desk_of
from news_archive.cli.output import CONTENT_PROBLEM, show
from news_archive.model import Severity, has_errors


@click.command()
@config_option
@click.option("--strict", is_flag=True, help="Fail at warnings too.")
def check(config_file: Path, *, strict: bool) -> None:
    """Check all articles and entities, without building the site.

    \b
    Example:
        news-archive check --strict
    """
    from news_archive.build import annotate_archive  # spares `--help` and `schema` the import of all stages

    desk = desk_of(config_file)
    archive, findings = desk.archive, desk.archive.findings
    if not has_errors(findings):
        findings = (*findings, *annotate_archive(archive, desk.workshop).findings)
    show(findings)
    articles, entities = len(archive.library.articles), len(archive.library.entities)
    numbers = {severity: sum(f.severity is severity for f in findings) for severity in Severity}
    click.echo(
        f"{articles} articles and {entities} entities: "
        f"{numbers[Severity.ERROR]} errors, {numbers[Severity.WARNING]} warnings"
        + (f", {numbers[Severity.INFO]} notes" if numbers[Severity.INFO] else ""),
        err=True,
    )
    if has_errors(findings) or (strict and numbers[Severity.WARNING]):
        sys.exit(CONTENT_PROBLEM)
