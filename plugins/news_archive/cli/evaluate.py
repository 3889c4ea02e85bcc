"""The command `evaluate`: the annotation scored against labels."""

import difflib
import sys
from collections.abc import Collection, Sequence
from pathlib import Path

import click

from news_archive.cli.desk import config_option, readable_desk
from news_archive.cli.output import CONTENT_PROBLEM, show
from news_archive.model import Label


@click.command(short_help="Score the links against names labelled by hand.")
@click.argument("gold", type=click.Path(exists=True, dir_okay=False, path_type=Path))
@config_option
@click.option("--mistakes", is_flag=True, help="List everything that is not as the gold has it.")
@click.option(
    "--write",
    type=click.Path(exists=True, dir_okay=False, path_type=Path),
    help="Put the figures into a Markdown page, between its lines <!-- figures --> and <!-- /figures -->.",
)
def evaluate(gold: Path, config_file: Path, write: Path | None, *, mistakes: bool) -> None:
    """Score the archive's annotation against GOLD: names labelled by hand, JSON lines as CONTRIBUTING tells.

    \b
    Example:
        news-archive evaluate gold.jsonl --mistakes
    """
    from news_archive.annotation import read_marked
    from news_archive.build import annotate_archive
    from news_archive.checks import Marked, figures_as_markdown, figures_as_text, with_figures
    from news_archive.checks import evaluate as score
    from news_archive.content import read_gold

    labels, findings = read_gold(gold, str(gold))
    if findings:
        show(tuple(findings))
        sys.exit(CONTENT_PROBLEM)
    desk = readable_desk(config_file)
    _check_labels(labels, desk.archive.library.entities, gold)
    annotated = annotate_archive(desk.archive, desk.workshop).articles
    marked: dict[str, Marked] = {
        a.article.id: (text.text, text.marks) for a in annotated for text in [read_marked(a.html)]
    }
    evaluation = score(labels, marked)
    for label in evaluation.unplaced:
        click.echo(f"ERROR {gold}:{label.line}: {_why_unplaced(label, marked)}", err=True)
    if mistakes:
        for mistake in evaluation.mistakes:
            click.echo(f"{mistake.what:7} {mistake.article}: {mistake.context} {mistake.entity} {mistake.category}")
    click.echo(figures_as_text(evaluation))
    if write:
        try:
            page = with_figures(write.read_text(encoding="utf-8"), figures_as_markdown(evaluation))
        except ValueError as error:
            raise click.ClickException(f"{write}: {error}. Add them where the figures should stand") from error
        write.write_text(page, encoding="utf-8")
    if evaluation.unplaced:
        sys.exit(CONTENT_PROBLEM)


def _check_labels(labels: Sequence[Label], known: Collection[str], gold: Path) -> None:
    """An end with the first label that names no entity, or where there are none."""
    for label in labels:
        for id_ in (label.entity, *label.also):
            if id_ and id_ not in known:
                near = difflib.get_close_matches(id_, known, n=1, cutoff=0.4)
                advice = f" Did you mean {near[0]}?" if near else ""
                raise click.ClickException(f"{gold}:{label.line}: there is no '{id_}'.{advice}")
    if not labels:
        raise click.ClickException(f"{gold}: has no labels. Write one JSON object a line, as CONTRIBUTING tells")


def _why_unplaced(label: Label, articles: Collection[str]) -> str:
    if any(id_ == label.article or id_.endswith(f"/{label.article}") for id_ in articles):
        return f"{label.article} has no occurrence {label.nth} of '{label.text}'"
    return f"{label.article} is no article's id, nor the last part of one"
