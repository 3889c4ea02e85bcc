"""The command `annotations`: every mention as JSON lines."""

import json
from pathlib import Path

import click

from news_archive.cli.desk import article_called, config_option, readable_desk
from news_archive.cli.known_files import complete_article


@click.command(short_help="Print every mention and undecided name as JSON lines.")
@click.argument("articles", nargs=-1, shell_complete=complete_article)
@config_option
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

    desk = readable_desk(config_file)
    called = [article_called(desk, article) for article in articles]
    if drafts := [article.path for article in called if article.draft]:
        raise click.UsageError(
            f"{drafts[0]} is a draft, and its mentions are not counted. Take out its line `draft: true`"
        )
    wanted = {article.id for article in called}
    for annotated in annotate_archive(desk.archive, desk.workshop).articles:
        if not wanted or annotated.article.id in wanted:
            for record in as_records(annotated):
                click.echo(json.dumps(record, ensure_ascii=False))
