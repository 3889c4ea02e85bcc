"""What people type by mistake, and what to type instead."""

from collections.abc import Iterable

import click

_HINTS = {
    "add": "`news-archive new` writes a new file, `news-archive import` makes articles of texts from elsewhere",
    "create": "`news-archive new` writes a new file",
    "help": "`news-archive -h` lists all commands, and `news-archive new -h` tells of one",
    "move": "`news-archive rename` moves a file and mends what leads to it",
    "mv": "`news-archive rename` moves a file and mends what leads to it",
    "preview": "`make serve` shows the archive",
    "publish": "`news-archive build` makes the site",
    "serve": "`make serve` shows the archive",
    "start": "`make serve` shows the archive",
    "version": "`news-archive --version` tells it",
}
"""Of words that are no commands here."""


class Commands(click.Group):
    """The commands, with advice for slips that click does not know."""

    def resolve_command(
        self, ctx: click.Context, args: list[str]
    ) -> tuple[str | None, click.Command | None, list[str]]:
        if args[0] in _HINTS and self.get_command(ctx, args[0]) is None and not ctx.resilient_parsing:
            raise click.UsageError(f"No such command '{args[0]}'. {_HINTS[args[0]]}", ctx)
        return super().resolve_command(ctx, args)

    def parse_args(self, ctx: click.Context, args: list[str]) -> list[str]:
        ctx.meta[_TYPED] = tuple(args)
        return super().parse_args(ctx, args)

    def invoke(self, ctx: click.Context) -> object:
        try:
            return super().invoke(ctx)
        except click.UsageError as error:
            if error.ctx and (meant := _with_a_hyphen_more(error.ctx, ctx.meta[_TYPED])):
                raise click.UsageError(f"No such option '{meant[1:]}'. Did you mean {meant}?", error.ctx) from error
            raise


_TYPED = f"{__name__}.typed"


def _with_a_hyphen_more(context: click.Context, typed: Iterable[str]) -> str | None:
    """The option that was typed as `-strict`, which click reads as the letters s, t, r, …; None if none was."""
    options = {name for parameter in context.command.get_params(context) for name in parameter.opts}
    words = (word.partition("=")[0] for word in typed)
    return next((f"-{word}" for word in words if f"-{word}" in options and word not in options), None)
