"""The command `new`: a file for an article, actor, place or term."""

import sys
from collections.abc import Iterable, Mapping
from pathlib import Path

import click

from news_archive.cli.desk import config_option, desk_of
from news_archive.cli.output import INPUT_OUTPUT_PROBLEM
from news_archive.model import Entity, Kind

_OPTIONS = {
    True: ("date", "source", "url", "lang", "description", "draft"),
    False: ("type", "description"),
}
"""Fields that can be given to an article (True), and to an entity."""


@click.command(short_help="Write the file of a new article, actor, place or term.")
@click.argument("kind", type=click.Choice(["article", *(kind.value for kind in Kind)]))
@click.argument("title", nargs=-1, required=True, metavar="TITLE")
@click.option("--date", help="Of an article: when its source published it, such as 2016-08-19.")
@click.option("--source", help="Of an article: the outlet.")
@click.option("--url", help="Of an article: the address of the original.")
@click.option("--lang", help="Of an article: the language of its text, such as en.")
@click.option("--draft", is_flag=True, help="Of an article: show it in `make serve` only.")
@click.option("--type", "type_", help="Of an actor, place or term: such as person or city.")
@click.option("--description", help="One line that says what it is.")
@click.option("--slug", default="", help="The file's name, where the title gives none that is right.")
@config_option
def new(kind: str, title: tuple[str, ...], slug: str, config_file: Path, *, draft: bool, **options: str | None) -> None:
    """Write a file for a new article, actor, place or term, and print its path.

    TITLE is the headline, or the name that readers see. What is not known yet stands in the file as a field marked
    "Fill in"; every other field stands there as a comment that says what it is for.

    \b
    Examples:
        news-archive new article "Truce holds" --date 2016-08-19 --source "Daily Paper"
        news-archive new actor "Red Cross" --type organisation
    """
    from news_archive.content.new_files import NewFileError, new_file
    from news_archive.content.writing import FileExistsAlreadyError, WriteError, write_new

    if len(title) > 1:
        raise click.UsageError(f'Put the title in quotes: news-archive new {kind} "{" ".join(title)}"')
    entity_kind = None if kind == "article" else Kind(kind)
    desk = desk_of(config_file)
    given = {"name" if entity_kind else "title": title[0], **_given(kind, options, draft=draft)}
    try:
        file = new_file(entity_kind, given, slug, desk.settings.places)
        write_new(desk.settings.places.root, file.path, file.text)
    except (NewFileError, FileExistsAlreadyError) as error:
        raise click.UsageError(str(error)) from error
    except WriteError as error:
        click.echo(str(error), err=True)
        sys.exit(INPUT_OUTPUT_PROBLEM)
    click.echo(file.path)
    if entity_kind:
        _tell_of_near_names(title[0], desk.archive.library.entities.values())
    for line, field in file.to_fill:
        click.echo(f"Fill in line {line}: {field}", err=True)
    if not entity_kind and not given.get("date"):
        name = file.path.rpartition("/")[2].removesuffix(".md")
        click.echo(f"When the date is there: news-archive rename {name} 2016/2016-08-19-{name}", err=True)
    click.echo(f"Then: news-archive check {file.path}", err=True)
    click.echo("Then look at it in the browser (`make serve`, if it is not running).", err=True)


def _given(kind: str, options: Mapping[str, str | None], *, draft: bool) -> dict[str, str | bool]:
    """The fields that the options say; an end for one that files of this kind don't have."""
    given: dict[str, str | bool] = {name.rstrip("_"): text for name, text in options.items() if text is not None}
    if draft:
        given["draft"] = True
    wrong = [name for name in given if name not in _OPTIONS[kind == "article"]]
    if wrong:
        what = "an article" if kind == "article" else f"{'an' if kind == 'actor' else 'a'} {kind}"
        known = ", ".join(f"--{name}" for name in _OPTIONS[kind == "article"])
        raise click.UsageError(f"{what} has no field `{wrong[0]}`. Leave out --{wrong[0]}; there are {known}")
    return given


def _tell_of_near_names(name: str, entities: Iterable[Entity]) -> None:
    from news_archive.checks import named_nearly

    for near in named_nearly(name, entities):
        click.echo(
            f"{near.entity.path} has the name '{near.name}'. If it is the same, delete the new file, and add "
            f"'{name}' to the `aliases` there.",
            err=True,
        )
