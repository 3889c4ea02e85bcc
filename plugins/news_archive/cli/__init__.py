"""The door for people: the commands of `news-archive`. Thin; the stages decide.

One command a file. What only some commands need is imported inside them, so that `--help` and completion are quick.
"""

import click

from news_archive import __version__
from news_archive.cli.annotations import annotations
from news_archive.cli.build import build
from news_archive.cli.check import check
from news_archive.cli.evaluate import evaluate
from news_archive.cli.explain import explain
from news_archive.cli.schema import schema


@click.group(context_settings={"help_option_names": ["-h", "--help"]})
@click.version_option(__version__, prog_name="news-archive")
def main() -> None:
    """Keep an annotated news archive.

    Exit codes: 0 all is well, 1 a problem in the content, 2 wrong use, 3 a file can't be read or written.
    """


for _command in (annotations, build, check, evaluate, explain, schema):
    main.add_command(_command)
