"""The command `check`: what is wrong in the archive."""

import os
import sys
from collections.abc import Sequence
from pathlib import Path

import click

from news_archive import __version__
from news_archive.cli.desk import config_option, desk_of, path_in_archive
from news_archive.cli.known_files import complete_file
from news_archive.cli.output import CONTENT_PROBLEM, show
from news_archive.model import Finding, Severity, has_errors

_FORMATS = ("text", "json", "github", "sarif")


@click.command()
@click.argument("files", nargs=-1, type=click.Path(path_type=Path), shell_complete=complete_file)
@config_option
@click.option("--strict", is_flag=True, help="Fail at warnings too.")
@click.option(
    "--format",
    "format_",
    type=click.Choice(_FORMATS),
    default="text",
    show_default=True,
    help="text for people; json; github for the marks of a workflow; sarif for programs that show findings.",
)
def check(files: Sequence[Path], config_file: Path, format_: str, *, strict: bool) -> None:
    """Check all articles and entities, without building the site.

    Prints what is wrong, one finding a line, and nothing where nothing is. With FILES, only what is wrong with these;
    the whole archive is read all the same, for files depend on each other.

    \b
    Examples:
        news-archive check --strict
        news-archive check articles/2016/truce.md
        news-archive check --format sarif > findings.sarif
    """
    from news_archive.build import annotate_archive, review_archive  # spares `--help` the import of all stages

    desk = desk_of(config_file)
    wanted = {path_in_archive(desk, file) for file in files}
    findings = desk.archive.findings
    is_read = not has_errors(findings)
    if is_read:
        annotated = annotate_archive(desk.archive, desk.workshop)
        findings = (*findings, *annotated.findings, *review_archive(desk.archive, annotated))
        findings = desk.archive.severities.weigh(findings)
    if wanted:
        findings = tuple(f for f in findings if not wanted.isdisjoint((f.path, *f.others)))
    _print(findings, format_, desk.settings.places.root)
    if not is_read:
        click.echo("Names and links are checked when the archive has no errors.", err=True)
    if has_errors(findings) or (strict and any(f.severity is Severity.WARNING for f in findings)):
        sys.exit(CONTENT_PROBLEM)


def _print(findings: tuple[Finding, ...], format_: str, root: Path) -> None:
    from news_archive.checks.formats import as_github, as_json, as_sarif

    def from_here(path: str) -> str:
        """Relative to the folder in which the command runs, if the site lies below it: there a workflow looks."""
        here = os.path.relpath(root / path)
        return path if here.startswith("..") else here.replace(os.sep, "/")

    match format_:
        case "json":
            click.echo(as_json(findings))
        case "github":
            for line in as_github(findings, from_here):
                click.echo(line)
        case "sarif":
            click.echo(as_sarif(findings, from_here, __version__))
        case _:
            show(findings)
            if findings:
                _print_counts(findings)


def _print_counts(findings: tuple[Finding, ...]) -> None:
    words = {Severity.ERROR: "error", Severity.WARNING: "warning", Severity.INFO: "note"}
    numbers = {word: sum(f.severity is severity for f in findings) for severity, word in words.items()}
    told = [f"{number} {word}{'' if number == 1 else 's'}" for word, number in numbers.items() if number]
    click.echo(", ".join(told), err=True)
