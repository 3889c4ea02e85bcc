"""The command `completion`: what a shell needs to complete commands, ids and files."""

import click
from click.shell_completion import get_completion_class

_SHELLS = ("bash", "zsh", "fish")


@click.command(short_help="Print what a shell needs to complete words by the tab key.")
@click.argument("shell", type=click.Choice(_SHELLS))
@click.pass_context
def completion(context: click.Context, shell: str) -> None:
    """Print the script that lets SHELL complete commands, options, ids and files with the tab key.

    \b
    Examples:
        news-archive completion fish > ~/.config/fish/completions/news-archive.fish
        eval "$(news-archive completion bash)"    (a line for ~/.bashrc)
        eval "$(news-archive completion zsh)"     (a line for ~/.zshrc, after compinit)
    """
    known = get_completion_class(shell)
    if known is None:
        raise click.ClickException(f"{shell} is not known")
    main = context.find_root().command
    click.echo(known(main, {}, "news-archive", "_NEWS_ARCHIVE_COMPLETE").source())
