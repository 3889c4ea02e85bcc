"""The command `schema`: the fields of front matter for editing programs."""

import json

import click

from news_archive.model import Kind


@click.command(short_help="Print the fields of front matter as JSON Schema.")
@click.argument("kind", type=click.Choice(["article", *(kind.value for kind in Kind)]))
def schema(kind: str) -> None:
    """Print the JSON Schema of the front matter of an article, actor, place or term.

    \b
    Example:
        news-archive schema place > place.schema.json
    """
    from news_archive.content import json_schema  # spares `--help` and completion the import of all fields

    click.echo(json.dumps(json_schema(None if kind == "article" else Kind(kind)), indent=2, ensure_ascii=False))
