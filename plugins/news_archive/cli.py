"""The door for people: the commands of `news-archive`. Thin; the stages decide."""

import difflib
import json
import os
import sys
from collections.abc import Collection, Iterator, Sequence
from pathlib import Path
from typing import TYPE_CHECKING

import click

from news_archive import __version__
from news_archive.content import json_schema
from news_archive.model import Article, Finding, Kind, Label, Severity, has_errors

if TYPE_CHECKING:
    from news_archive.build.search_index import Document
    from news_archive.mkdocs_plugin import Desk

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
    from news_archive.build import annotate_archive  # spares `--help` and `schema` the import of all stages

    desk = _desk(config_file)
    archive, findings = desk.archive, desk.archive.findings
    if not has_errors(findings):
        findings = (*findings, *annotate_archive(archive, desk.workshop).findings)
    _show(findings)
    articles, entities = len(archive.library.articles), len(archive.library.entities)
    numbers = {severity: sum(f.severity is severity for f in findings) for severity in Severity}
    click.echo(
        f"{articles} articles and {entities} entities: "
        f"{numbers[Severity.ERROR]} errors, {numbers[Severity.WARNING]} warnings"
        + (f", {numbers[Severity.INFO]} notes" if numbers[Severity.INFO] else ""),
        err=True,
    )
    if has_errors(findings) or (strict and numbers[Severity.WARNING]):
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
            if not build_site(config_file, staging, strict=strict, show_indexing=_show_indexing):
                click.echo(f"{live}: left as it was", err=True)
                sys.exit(_CONTENT_PROBLEM)
        click.echo(f"{live}: {sum(1 for _ in live.rglob('*.html'))} pages", err=True)
    except OSError as error:
        click.echo(f"{error.filename or 'the site'}: {error.strerror}. The last good site is untouched.", err=True)
        sys.exit(_INPUT_OUTPUT_PROBLEM)


@main.command()
@click.argument("article")
@click.argument("name", required=False)
@_config_option
def explain(article: str, name: str | None, config_file: Path) -> None:
    """Tell why names of ARTICLE are linked, undecided or not linked, and what to type to change that.

    ARTICLE is a file, or a part of its path that no other has. With NAME only names that contain it.

    \b
    Examples:
        news-archive explain articles/2016/2016-08-19-truce.md
        news-archive explain 2016-08-19 Walter
    """
    from news_archive.build.annotate import article_body
    from news_archive.checks import explain as explain_names
    from news_archive.checks import explain_absence

    desk = _readable_desk(config_file)
    found = _article(desk, article)
    blocks, names = desk.workshop.names_in(article_body(found))
    entities = desk.archive.library.entities
    explained = explain_names(found, [block.text for block in blocks], names, entities, name)
    for item in explained:
        times = f" ({item.times} times)" if item.times > 1 else ""
        click.echo(f"{_styled(item.text, bold=True)}{times}: {item.verdict}")
        click.echo(f"    {item.context}")
        click.echo(f"    because {item.why}")
        click.echo(f"    {item.advice}\n")
    if explained:
        click.echo("A ruling holds for every occurrence as printed. A link of your own decides one place.")
    elif name:
        click.echo(explain_absence(found, blocks, desk.archive.gazetteer, entities, name))
    else:
        click.echo(f"{found.path} has no listed name in the text that readers see.")


@main.command()
@click.argument("articles", nargs=-1)
@_config_option
def annotations(articles: tuple[str, ...], config_file: Path) -> None:
    """Print every mention and every undecided name as JSON, one a line.

    With ARTICLES, files or parts of their paths, only theirs.

    \b
    Fields: article, block (paragraph, from 0), start, end (characters of the block's text, end excluded), text,
    entity or candidates, reason {kind, form, evidence}, anchor (the id of the mark in the page).

    \b
    Example:
        news-archive annotations > annotations.jsonl
    """
    from news_archive.build import annotate_archive
    from news_archive.checks import as_records

    desk = _readable_desk(config_file)
    wanted = {_article(desk, article).id for article in articles}
    for annotated in annotate_archive(desk.archive, desk.workshop).articles:
        if not wanted or annotated.article.id in wanted:
            for record in as_records(annotated):
                click.echo(json.dumps(record, ensure_ascii=False))


@main.command()
@click.argument("gold", type=click.Path(exists=True, dir_okay=False, path_type=Path))
@_config_option
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
        _show(tuple(findings))
        sys.exit(_CONTENT_PROBLEM)
    desk = _readable_desk(config_file)
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
        sys.exit(_CONTENT_PROBLEM)


@main.command()
@click.argument("kind", type=click.Choice(["article", *(kind.value for kind in Kind)]))
def schema(kind: str) -> None:
    """Print the JSON Schema of the front matter of an article, actor, place or term.

    \b
    Example:
        news-archive schema place > place.schema.json
    """
    click.echo(json.dumps(json_schema(None if kind == "article" else Kind(kind)), indent=2, ensure_ascii=False))


def _desk(config_file: Path) -> "Desk":
    """The archive, or an end with why the site can't be used."""
    from news_archive.mkdocs_plugin import SiteError, open_desk

    try:
        desk = open_desk(config_file)
    except SiteError as error:
        raise click.ClickException(str(error)) from error
    return desk


def _readable_desk(config_file: Path) -> "Desk":
    """As `_desk`, or an end with the errors of its files."""
    desk = _desk(config_file)
    if has_errors(desk.archive.findings):
        _show(tuple(finding for finding in desk.archive.findings if finding.severity is Severity.ERROR))
        sys.exit(_CONTENT_PROBLEM)
    return desk


def _article(desk: "Desk", typed: str) -> Article:
    """The article of a path or an id, or of a part of one that only it has."""
    articles = desk.archive.library.articles
    wanted = typed.removeprefix("./").removesuffix(".md")
    found = [a for a in articles if a.path.removesuffix(".md").endswith(wanted) or typed.endswith(f"/{a.path}")]
    found = found or [a for a in articles if wanted in a.id]
    if len(found) == 1:
        return found[0]
    if found:
        raise click.UsageError(f"'{typed}' may be {', '.join(a.path for a in found[:5])}. Write more of the path")
    near = difflib.get_close_matches(wanted, [a.id for a in articles], n=1, cutoff=0.4)
    raise click.UsageError(f"there is no article '{typed}'." + (f" Did you mean {near[0]}?" if near else ""))


def _styled(text: str, *, bold: bool) -> str:
    return text if "NO_COLOR" in os.environ else click.style(text, bold=bold)


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


def _show_indexing(documents: Sequence["Document"]) -> Iterator["Document"]:
    """Passes documents on, with a bar on a terminal."""
    bar = click.progressbar(documents, label="Indexing", file=sys.stderr, hidden=not sys.stderr.isatty())
    with bar:
        yield from bar


def _show(findings: tuple[Finding, ...]) -> None:
    is_plain = "NO_COLOR" in os.environ
    for finding in findings:
        label = (
            finding.severity.upper()
            if is_plain
            else click.style(finding.severity.upper(), fg=_COLOURS[finding.severity])
        )
        click.echo(f"{label} {finding}")
