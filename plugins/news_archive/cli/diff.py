"""The command `diff`: what a change does to the annotation of the whole archive."""

import sys
from pathlib import Path
from typing import TYPE_CHECKING

import click

from news_archive.cli.desk import config_option
from news_archive.cli.output import CONTENT_PROBLEM, INPUT_OUTPUT_PROBLEM, show

if TYPE_CHECKING:
    from news_archive.checks.comparison import Difference


@click.command(short_help="Tell what a change does to the names of all articles.")
@click.argument("base")
@click.argument("head", required=False)
@config_option
@click.option(
    "--format",
    "shape",
    type=click.Choice(["text", "markdown", "json"]),
    default="text",
    show_default=True,
    help="For a terminal, the page of a pull request, or a program.",
)
@click.option(
    "--max",
    "limit",
    type=click.IntRange(min=0),
    metavar="N",
    help="Fail if more than N names change, unless the change acknowledges it. Names of new articles do not count.",
)
@click.option("--acknowledge", is_flag=True, help="Write the file by which a change says that its effects are meant.")
def diff(base: str, head: str | None, config_file: Path, shape: str, limit: int | None, *, acknowledge: bool) -> None:
    """Tell what changes for readers between BASE and HEAD, in all articles, those that nobody edited as well.

    BASE and HEAD are commits, branches or tags of git; without HEAD, the files as they lie in the folder. `main...` is
    the commit at which your branch left main. Printed are names that are newly marked (+), no longer marked (-), mean
    something else (>), are now undecided (?) or decided (!) or have more or fewer words (=), each with its sentence
    before and after, and pages that come and go. The same two commits always print the same.

    \b
    Examples:
        news-archive diff main...
        news-archive diff main... --format markdown --max 50
        news-archive diff v1.0 v1.1 --format json
    """
    from news_archive.build.history import HistoryError, commit_of
    from news_archive.checks.comparison import as_json, as_markdown, as_text, compare
    from news_archive.mkdocs_plugin import SiteError, two_states

    folder = config_file.resolve().parent
    try:
        first = commit_of(folder, base)
        second = commit_of(folder, head) if head else ""
        before, after = two_states(config_file, first, second)
    except (HistoryError, SiteError) as error:
        raise click.ClickException(str(error)) from error
    except OSError as error:
        click.echo(f"{error.filename or 'the archive'}: {error.strerror}", err=True)
        sys.exit(INPUT_OUTPUT_PROBLEM)
    if before.errors:
        click.echo(f"{base} has {len(before.errors)} errors; files with errors are compared as if not there", err=True)
    difference = compare(before.edition, after.edition)
    match shape:
        case "json":
            click.echo(as_json(difference, first, second or "working tree"))
        case "markdown":
            click.echo(as_markdown(difference), nl=False)
        case _:
            click.echo(as_text(difference))
    if after.errors:
        show(after.errors, err=True)
        sys.exit(CONTENT_PROBLEM)
    _hold_to(limit, difference, folder, acknowledge=acknowledge)


def _hold_to(limit: int | None, difference: "Difference", folder: Path, *, acknowledge: bool) -> None:
    """End with a content problem if more names change than allowed and nobody says that this is meant."""
    from news_archive.checks.comparison import ACKNOWLEDGED, acknowledgement, digest_of_changes
    from news_archive.content.writing import FileExistsAlreadyError, WriteError, write_new

    shown = f"{ACKNOWLEDGED}/{digest_of_changes(difference)}"
    if acknowledge and difference.counted:
        try:
            write_new(folder, shown, acknowledgement(difference))
            click.echo(f"{shown}: written. Commit it with your change", err=True)
        except FileExistsAlreadyError:
            click.echo(f"{shown} is there already", err=True)
        except WriteError as error:
            click.echo(str(error), err=True)
            sys.exit(INPUT_OUTPUT_PROBLEM)
    if limit is None or difference.counted <= limit:
        return
    number = difference.counted
    told = f"{number} name{' changes' if number == 1 else 's change'}, and {limit} may"
    if (folder / shown).is_file():
        click.echo(f"{told}; {shown} says that this is meant", err=True)
        return
    click.echo(
        f"{told}. If all of it is meant, say so: run `news-archive diff` with the same BASE and --acknowledge, and "
        f"commit the file {shown}",
        err=True,
    )
    sys.exit(CONTENT_PROBLEM)
