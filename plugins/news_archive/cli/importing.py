"""The command `import`: texts from elsewhere become articles."""

import sys
from collections.abc import Iterator, Mapping, Sequence
from contextlib import contextmanager
from pathlib import Path
from typing import TYPE_CHECKING

import click

from news_archive.cli.desk import config_option, desk_of
from news_archive.cli.output import CONTENT_PROBLEM, INPUT_OUTPUT_PROBLEM, show, styled

if TYPE_CHECKING:
    from news_archive.importing import NewArticle
    from news_archive.mkdocs_plugin import Desk

_MANY = 5
"""Files from which on a terminal shows how far the run is."""


@click.command("import", short_help="Make articles of texts, saved web pages or JSON lines.")
@click.argument("files", nargs=-1, required=True)
@click.option("--title", help="Headline. Of one text.")
@click.option("--date", help="When its source published it, such as 2016-08-19, 2016-08 or 2016.")
@click.option("--source", help="The outlet.")
@click.option("--url", help="Address of the original. Of one text.")
@click.option("--author", help="Byline.")
@click.option("--lang", help="Language of the text, such as en.")
@click.option("--rights", help="Who holds the rights, and the licence.")
@click.option("--draft", is_flag=True, help="Show them in `make serve` only.")
@click.option("--again", is_flag=True, help="Import also what the archive has already, or nearly.")
@config_option
def import_(files: Sequence[str], config_file: Path, *, draft: bool, again: bool, **options: str | None) -> None:
    """Make articles of texts from elsewhere, and print the paths of the new files.

    FILES are plain text (.txt), Markdown (.md), saved web pages (.html), JSON lines (.jsonl: title, date, source, text),
    or folders of such files. The words are kept as they stood; scripts and pictures are left out. An option counts for
    all FILES, and more than what a file says. What is there already is not imported again. If a file has an error,
    nothing is imported.

    \b
    Examples:
        news-archive import saved-page.html
        news-archive import truce.txt --date 2016-08-19 --source "Daily Paper"
        news-archive import incoming/ --source "Daily Paper" --draft
    """
    desk = desk_of(config_file)
    given: dict[str, str | bool] = {name: text for name, text in options.items() if text is not None}
    if draft:
        given["draft"] = True
    articles = _read(desk, files, given)
    new, repeated = (list(articles), 0) if again else _without_repeats(desk, articles)
    _write(desk, new)
    _tell_the_end(new, repeated)
    if not new:
        sys.exit(CONTENT_PROBLEM)


def _read(desk: "Desk", files: Sequence[str], given: Mapping[str, str | bool]) -> "tuple[NewArticle, ...]":
    """All articles, or an end with all that is wrong."""
    from news_archive.build.words_shown import words_shown
    from news_archive.importing import SeveralTextsError, find_files, take_in

    def shown(body: str) -> list[str] | None:
        return words_shown(desk.workshop.converter, body)

    found, errors = find_files(files)
    for path, why in found.left_out:
        click.echo(f"{path}: left out: {why}", err=True)
    try:
        with _shown_progress(found.files) as names:
            intake = take_in(names, errors, given, desk.settings.places, shown)
    except SeveralTextsError as error:
        raise click.UsageError(str(error)) from error
    if intake.findings:
        show(intake.findings, err=True)
        rest = f" Of the rest, {number} can be imported." if (number := len(intake.articles)) else ""
        click.echo(f"Nothing was imported: mend this, or leave these files out.{rest}", err=True)
        sys.exit(INPUT_OUTPUT_PROBLEM if intake.is_unreadable else CONTENT_PROBLEM)
    if not intake.articles:
        raise click.UsageError(f"there is no file to import in {', '.join(files)}")
    return intake.articles


@contextmanager
def _shown_progress(files: Sequence[str]) -> "Iterator[Iterator[str]]":
    if len(files) < _MANY or not sys.stderr.isatty():
        yield iter(files)
    else:
        with click.progressbar(files, label="Reading", file=sys.stderr) as shown:
            yield iter(shown)


def _without_repeats(desk: "Desk", articles: "Sequence[NewArticle]") -> "tuple[list[NewArticle], int]":
    """Those that the archive and this run do not have yet, and the number of the others, which are told."""
    from news_archive.importing import repeats_in

    repeats = repeats_in(articles, (*desk.archive.library.articles, *desk.archive.drafts))
    for number, why in sorted(repeats.items()):
        click.echo(f"{articles[number].incoming.where}: not imported, for {why}", err=True)
    return [article for number, article in enumerate(articles) if number not in repeats], len(repeats)


def _write(desk: "Desk", articles: "Sequence[NewArticle]") -> None:
    """Write all files, or none: what was written before one fails is taken away again."""
    from news_archive.content.writing import WriteError, write_new
    from news_archive.importing import path_of

    places = desk.settings.places
    known = (*desk.archive.library.articles, *desk.archive.drafts)
    taken = {f"{article.path.rpartition('/')[0]}/{article.slug}.md".lower() for article in known}
    written: list[str] = []
    try:
        for article in articles:
            path = path_of(article, places, taken)
            write_new(places.root, path, article.text)
            taken.add(path.lower())
            written.append(path)
    except WriteError as error:
        for path in written:
            (places.root / path).unlink()
        click.echo(str(error), err=True)
        click.echo("Nothing was imported.", err=True)
        sys.exit(INPUT_OUTPUT_PROBLEM)
    for path, article in zip(written, articles, strict=True):
        click.echo(path)
        _tell_of(path, article)


def _tell_of(path: str, article: "NewArticle") -> None:
    """What the file is made of, for its editor to look at."""
    click.echo(styled(f"{article.incoming.where} → {path}", bold=True), err=True)
    for name, proposal in article.fields.items():
        if not proposal.because.startswith("--"):
            click.echo(f"  {name}: {proposal.value} ({proposal.because})", err=True)
    for note in article.notes:
        click.echo(f"  {note}", err=True)


def _tell_the_end(new: "Sequence[NewArticle]", repeated: int) -> None:
    counts = f"{len(new)} imported" + (f", {repeated} not, for they are there already" if repeated else "")
    click.echo(counts + (" (--again imports them all the same)" if repeated else ""), err=True)
    if new:
        click.echo("Then: news-archive check", err=True)
        click.echo("Then look at them in the browser (`make serve`, if it is not running).", err=True)
