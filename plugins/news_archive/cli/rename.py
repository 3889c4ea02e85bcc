"""The command `rename`: another name for an entity or an article, wherever it is named."""

import sys
from pathlib import Path
from typing import TYPE_CHECKING

import click

from news_archive.cli.desk import config_option, readable_desk
from news_archive.cli.known_files import complete_page
from news_archive.cli.output import INPUT_OUTPUT_PROBLEM

if TYPE_CHECKING:
    from news_archive.build.renaming import Renaming
    from news_archive.model import Kind


@click.command(short_help="Give an article, actor, place or term another id.")
@click.argument("old", shell_complete=complete_page)
@click.argument("new", shell_complete=complete_page)
@click.option("--dry-run", is_flag=True, help="Show what would change, and change nothing.")
@config_option
def rename(old: str, new: str, config_file: Path, *, dry_run: bool) -> None:
    """Give an entity or an article another name: its file, every reference and every link to it.

    OLD and NEW are ids or files; a NEW without a folder stays in OLD's. The old address leads to the new one.
    Prints each line that changes. All is changed, or nothing.

    \b
    Examples:
        news-archive rename actors/red-cross actors/icrc --dry-run
        news-archive rename 2016/2016-08-19-truce 2016/2016-08-20-truce
    """
    from news_archive.build.move import RenameError
    from news_archive.build.renaming import plan_renaming
    from news_archive.content.changes import write_changes
    from news_archive.content.writing import WriteError

    desk = readable_desk(config_file)
    try:
        renaming = plan_renaming(desk.archive, desk.settings, old, new)
        if not dry_run:
            write_changes(desk.settings.places.root, renaming.changes)
    except RenameError as error:
        raise click.UsageError(str(error)) from error
    except WriteError as error:
        click.echo(str(error), err=True)
        sys.exit(INPUT_OUTPUT_PROBLEM)
    except OSError as error:
        click.echo(f"{error.filename}: the file can't be read ({error.strerror}). Nothing was changed", err=True)
        sys.exit(INPUT_OUTPUT_PROBLEM)
    _show(renaming)
    _tell(renaming, config_file, is_dry=dry_run)


def _show(renaming: "Renaming") -> None:
    """The file that moves, and each line that changes, as `file:line: old → new`."""
    from news_archive.model import printable

    move = renaming.move
    click.echo(f"{move.owner.path} → {move.new_path}")
    for line in renaming.lines:
        path = move.new_path if line.path == move.owner.path else line.path
        what = f"{line.before} → {line.after}" if line.before else f"+ {line.after.strip()}"
        click.echo(printable(f"{path}:{line.line}: {what}"))


def _tell(renaming: "Renaming", config_file: Path, *, is_dry: bool) -> None:
    """What is left to do, and what is not as usual."""
    from news_archive.build.renaming import lines_naming

    move, files = renaming.move, len(renaming.changes)
    for line in lines_naming(config_file.read_text(encoding="utf-8-sig"), move):
        click.echo(f"{config_file}:{line}: change {move.source} to {move.new_source} yourself", err=True)
    if not renaming.redirect and move.page != move.new_page:
        why = "it has characters that a redirect can't have"
        if getattr(move.owner, "draft", False):
            why = "it was never published"
        elif move.page.casefold() == move.new_page.casefold():
            why = "to some file systems they are the same"
        click.echo(f"The old address does not lead to the new one: {why}.", err=True)
    _tell_of_another_kind(renaming)
    done = "would change. Nothing is written yet." if is_dry else "changed. Next: news-archive check --strict"
    click.echo(f"{files} file{'' if files == 1 else 's'} {done}", err=True)
    if not is_dry:
        click.echo("To see it in git as a rename: git add -A && git diff --cached -M", err=True)


def _tell_of_another_kind(renaming: "Renaming") -> None:
    from news_archive.content import FIELDS
    from news_archive.model import EntityId, kind_of

    if not renaming.move.entity:
        return
    before, after = kind_of(renaming.move.entity), kind_of(EntityId(renaming.move.new_id))
    if before is not after:
        own = [f"`{name}`" for name in FIELDS[after].model_fields if name not in FIELDS[before].model_fields]
        advice = f"; fields of {_a(after)} alone: {', '.join(own)}" if own else ""
        click.echo(f"{_a(before).capitalize()} becomes {_a(after)}{advice}. See whether its `type` fits.", err=True)


def _a(kind: "Kind") -> str:
    return f"an {kind}" if kind.startswith("a") else f"a {kind}"
