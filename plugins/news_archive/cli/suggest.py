"""The command `suggest`: names in the texts that no page lists, and what to type for each."""

import json
import sys
from collections.abc import Sequence
from dataclasses import replace
from pathlib import Path
from typing import TYPE_CHECKING

import click

from news_archive.cli.desk import article_called, config_option, readable_desk
from news_archive.cli.output import INPUT_OUTPUT_PROBLEM, styled

if TYPE_CHECKING:
    from news_archive.build import ReadArchive
    from news_archive.checks.suggesting.suggestions import Suggestion
    from news_archive.mkdocs_plugin import Desk


@click.command(short_help="Show the names in the texts that no page lists.")
@click.argument("articles", nargs=-1)
@click.option("--limit", type=click.IntRange(min=0), default=20, show_default=True, help="Of each sort; 0 for all.")
@click.option(
    "--format",
    "format_",
    type=click.Choice(["text", "json"]),
    default="text",
    show_default=True,
    help="For people, or for a program.",
)
@click.option("--write", "ids", multiple=True, metavar="ID", help="Create the page of a name, e.g. actors/red-cross.")
@config_option
def suggest(articles: tuple[str, ...], limit: int, format_: str, ids: tuple[str, ...], config_file: Path) -> None:
    """Show the proper names that no page lists, and the line that would make them links.

    With ARTICLES, files or parts of their paths, only the names that stand in them. Drafts count as well. First come other names of known
    entities: other spellings, acronyms, short and longer names, each with the line for the entity's `aliases`. Then
    names that no page covers, each with what it seems to be, a sentence that has it, and the command that begins its
    page. All of it is for an editor to judge; nothing is changed without --write, and no file that is there.

    English texts only: names are told by their capitals, so Arabic script gives none.

    \b
    With --format json, an array of all suggestions; fields: text, spellings, kind, alias_of, id, because, articles,
    times, contexts [{article, path, line, before, name, after}], path, paste.

    \b
    Examples:
        news-archive suggest
        news-archive suggest 2016-08-19-truce
        news-archive suggest --write actors/red-cross --write places/utrecht
    """
    from news_archive.build import annotate_archive
    from news_archive.checks.suggesting.suggested import suggestion_as_record, suggestions_as_text
    from news_archive.checks.suggesting.suggestions import suggest as suggest_names

    desk = readable_desk(config_file)
    wanted = {article_called(desk, article).id for article in articles}
    annotated = annotate_archive(_with_drafts(desk.archive), desk.workshop).articles
    entities = desk.archive.library.entities
    found = suggest_names(annotated, entities, desk.archive.gazetteer)
    if ids:
        _write(ids, found, desk)
        return
    if wanted:
        found = tuple(suggestion for suggestion in found if not wanted.isdisjoint(suggestion.articles))
    if format_ == "json":
        click.echo(json.dumps([suggestion_as_record(one) for one in found], ensure_ascii=False, indent=2))
        return
    for line in suggestions_as_text(found, entities, limit, lambda text: styled(text, bold=True)):
        click.echo(line)


def _with_drafts(archive: "ReadArchive") -> "ReadArchive":
    """The archive with its drafts among the articles: before it is published is when an article's names are wanted."""
    articles = (*archive.library.articles, *archive.drafts)
    loaded = replace(archive.loaded, library=replace(archive.library, articles=articles))
    return replace(archive, loaded=loaded, drafts=())


def _write(ids: Sequence[str], found: "Sequence[Suggestion]", desk: "Desk") -> None:
    """Creates the pages; all ids are looked at before the first is written."""
    from news_archive.checks.suggesting.suggested import suggestion_of
    from news_archive.content.new_files import NewFileError, new_file
    from news_archive.content.writing import FileExistsAlreadyError, WriteError, write_new

    places = desk.settings.places
    try:
        chosen = [suggestion_of(id_, found, desk.archive.library.entities) for id_ in dict.fromkeys(ids)]
        files = [new_file(one.kind, one.fields, one.slug, places) for one in chosen]
        for file in files:
            write_new(places.root, file.path, file.text)
            click.echo(file.path)
            for line, field in file.to_fill:
                click.echo(f"Fill in line {line}: {field}", err=True)
    except (LookupError, NewFileError, FileExistsAlreadyError) as error:
        raise click.UsageError(error.args[0]) from error
    except WriteError as error:
        click.echo(str(error), err=True)
        sys.exit(INPUT_OUTPUT_PROBLEM)
    click.echo("Then: news-archive check, and `news-archive suggest` for what is left.", err=True)
