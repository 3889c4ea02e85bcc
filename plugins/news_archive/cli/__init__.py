"""The door for people: the commands of `news-archive`. Thin; the stages decide.

One command a file. What only some commands need is imported inside them, so that `--help` and completion are quick.
"""

import gc

import click

from news_archive import __version__
from news_archive.cli.annotations import annotations
from news_archive.cli.build import build
from news_archive.cli.check import check
from news_archive.cli.completion import completion
from news_archive.cli.diff import diff
from news_archive.cli.evaluate import evaluate
from news_archive.cli.explain import explain
from news_archive.cli.importing import import_
from news_archive.cli.new import new
from news_archive.cli.rename import rename
from news_archive.cli.schema import schema
from news_archive.cli.slips import Commands
from news_archive.cli.suggest import suggest


@click.group(cls=Commands, context_settings={"help_option_names": ["-h", "--help"]})
@click.version_option(__version__, prog_name="news-archive")
def main() -> None:
    """Keep an annotated news archive.

    Exit codes: 0 all is well, 1 a problem in the content, 2 wrong use, 3 a file can't be read or written.
    """
    # What a command makes lives until it ends. To look through it for garbage again and again takes a tenth of its time.
    gc.set_threshold(_MADE_BETWEEN_COLLECTIONS)


_MADE_BETWEEN_COLLECTIONS = 200_000


for _command in (annotations, build, check, completion, diff, evaluate, explain, import_, new, rename, schema, suggest):
    main.add_command(_command)
