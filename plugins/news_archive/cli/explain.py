"""The command `explain`: why names of an article are linked or not."""

from pathlib import Path

import click

from news_archive.cli.desk import article_called, config_option, readable_desk
from news_archive.cli.known_files import complete_article
from news_archive.cli.output import styled


@click.command(short_help="Tell why names are linked or not, and what to type.")
@click.argument("article", shell_complete=complete_article)
@click.argument("name", required=False)
@config_option
def explain(article: str, name: str | None, config_file: Path) -> None:
    """Tell why names of ARTICLE are linked, undecided or not linked, and what to type to change that.

    ARTICLE is a file, a title or a part of one that no other has, or the address of the page. With NAME only names that contain it.

    \b
    Examples:
        news-archive explain articles/2016/2016-08-19-truce.md
        news-archive explain 2016-08-19 Walter
        news-archive explain "Truce holds"
    """
    from news_archive.build.annotate import article_body
    from news_archive.checks import explain as explain_names
    from news_archive.checks import explain_absence

    desk = readable_desk(config_file)
    found = article_called(desk, article)
    blocks, names = desk.workshop.names_in(article_body(found))
    entities = desk.archive.library.entities
    explained = explain_names(found, [block.text for block in blocks], names, entities, name)
    for item in explained:
        times = f" ({item.times} times)" if item.times > 1 else ""
        click.echo(f"{styled(item.text, bold=True)}{times}: {item.verdict}")
        click.echo(f"    {item.context}")
        click.echo(f"    because {item.why}")
        click.echo(f"    {item.change.advice}\n")
    if explained:
        click.echo("A ruling holds for every occurrence as printed. A link of your own decides one place.")
    elif name:
        click.echo(explain_absence(found, blocks, desk.archive.gazetteer, entities, name))
    else:
        click.echo(f"{found.path} has no listed name in the text that readers see.")
