"""What a shell may complete: the ids and files of an archive, told by the names of files alone.

A shell asks at every press of a key, so nothing of the engine is imported, and no file but mkdocs.yml is read.
"""

import re
from collections.abc import Iterator
from pathlib import Path

import click
from click.shell_completion import CompletionItem

from news_archive.model import Kind, folder_of

_FOLDER = r"""{}\s*:\s*["']?([^\s"',{{}}#]+)"""


def complete_article(
    context: click.Context,
    parameter: click.Parameter,  # noqa: ARG001  # click's signature
    incomplete: str,
) -> list[CompletionItem]:
    """Ids of articles that begin so; files where a folder is typed first."""
    return _beginning(incomplete, list(_articles(_config_file(context))))


def complete_page(
    context: click.Context,
    parameter: click.Parameter,  # noqa: ARG001  # click's signature
    incomplete: str,
) -> list[CompletionItem]:
    """The same, of entities as well."""
    config_file = _config_file(context)
    return _beginning(incomplete, [*_entities(config_file), *_articles(config_file)])


def complete_file(
    context: click.Context,
    parameter: click.Parameter,  # noqa: ARG001  # click's signature
    incomplete: str,
) -> list[CompletionItem]:
    """Files of articles and entities."""
    config_file = _config_file(context)
    files = [path for path, _ in (*_entities(config_file), *_articles(config_file))]
    return [CompletionItem(path) for path in sorted(files) if path.startswith(incomplete)]


def _config_file(context: click.Context) -> Path:
    return Path(context.params.get("config_file") or "mkdocs.yml")


def _beginning(incomplete: str, known: list[tuple[str, str]]) -> list[CompletionItem]:
    """Ids, or files where what is typed is the beginning of one; else ids whose last part begins so."""
    ids = sorted(id_ for _, id_ in known if id_.startswith(incomplete))
    files = sorted(path for path, _ in known if incomplete and path.startswith(incomplete))
    last = sorted(id_ for _, id_ in known if id_.rpartition("/")[2].startswith(incomplete))
    return [CompletionItem(word) for word in (ids or files or last)]


def _articles(config_file: Path) -> Iterator[tuple[str, str]]:
    """Path and id of each."""
    folder = _said(config_file, "articles_dir", "articles")
    for path in _markdown(config_file.parent, folder):
        yield path, path.removeprefix(f"{folder}/").removesuffix(".md")


def _entities(config_file: Path) -> Iterator[tuple[str, str]]:
    docs = _said(config_file, "docs_dir", "docs")
    for kind in Kind:
        for path in _markdown(config_file.parent, f"{docs}/{folder_of(kind)}"):
            if not path.endswith(("/index.md", "/README.md")):
                yield path, path.removeprefix(f"{docs}/").removesuffix(".md")


def _said(config_file: Path, option: str, default: str) -> str:
    try:
        found = re.search(rf"^[^#\n]*\b{_FOLDER.format(option)}", config_file.read_text("utf-8"), re.MULTILINE)
    except (OSError, UnicodeDecodeError):
        return default
    return found[1].rstrip("/").removeprefix("./") if found else default


def _markdown(root: Path, folder: str) -> Iterator[str]:
    for file in (root / folder).rglob("*.md"):
        if not file.name.startswith("."):
            yield file.relative_to(root).as_posix()
