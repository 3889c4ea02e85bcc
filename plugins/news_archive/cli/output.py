"""What commands print, and how they end."""

import os

import click

from news_archive.model import Finding, Severity

CONTENT_PROBLEM = 1
"""Exit code: something in the archive is wrong."""
INPUT_OUTPUT_PROBLEM = 3
"""Exit code: a file can't be read or written."""

_COLOURS = {Severity.ERROR: "red", Severity.WARNING: "yellow", Severity.INFO: "blue"}


def styled(text: str, *, bold: bool) -> str:
    return text if "NO_COLOR" in os.environ else click.style(text, bold=bold)


def show(findings: tuple[Finding, ...], *, err: bool = False) -> None:
    """Print findings, one a line; `err`: as talk beside a result."""
    is_plain = "NO_COLOR" in os.environ
    for finding in findings:
        label = (
            finding.severity.upper()
            if is_plain
            else click.style(finding.severity.upper(), fg=_COLOURS[finding.severity])
        )
        click.echo(f"{label} {finding}", err=err)
