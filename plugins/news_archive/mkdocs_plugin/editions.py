"""Two states of an archive, annotated by the engine as it is now: what git has at a commit, and what lies in the folder."""

import sys
import tempfile
from concurrent.futures import ProcessPoolExecutor
from dataclasses import dataclass
from multiprocessing import get_context
from pathlib import Path

from news_archive.annotation import TextChangedError
from news_archive.build import annotate_archive
from news_archive.build.edition import edition_of
from news_archive.build.history import HistoryError, write_commit
from news_archive.checks.comparison import Edition
from news_archive.mkdocs_plugin.desk import SiteError, open_desk
from news_archive.model import Finding, Severity


@dataclass(frozen=True, slots=True)
class State:
    """An archive in one state, and the errors of files that are left out of it."""

    edition: Edition
    errors: tuple[Finding, ...]


def two_states(config_file: Path, base: str, head: str) -> tuple[State, State]:
    """The archive at a commit, and at another one or, where `head` is empty, as its folder has it.

    Raises SiteError, HistoryError. Where a process can be copied safely, the two are read side by side.
    """
    if sys.platform != "linux":
        return state_at(config_file, base), _later(config_file, head)
    with ProcessPoolExecutor(max_workers=1, mp_context=get_context("fork")) as pool:
        earlier = pool.submit(state_at, config_file, base)
        later = _later(config_file, head)
        return earlier.result(), later


def _later(config_file: Path, head: str) -> State:
    return state_at(config_file, head) if head else state_now(config_file)


def state_now(config_file: Path, cache: Path | None = None) -> State:
    """The archive as its folder has it. Raises SiteError."""
    desk = open_desk(config_file, cache)
    try:
        archive = annotate_archive(desk.archive, desk.workshop)
    except TextChangedError as error:
        raise SiteError(f"{error}. This is a defect of news-archive; please report it with the article") from error
    errors = tuple(f for f in (*desk.archive.findings, *archive.findings) if f.severity is Severity.ERROR)
    return State(edition_of(desk.archive, archive, desk.settings), errors)


def state_at(config_file: Path, commit: str) -> State:
    """The archive as git has it at a commit, with the cache of the folder. Raises SiteError, HistoryError.

    The settings are those of that commit too; where they are code (hooks, plugins), it runs.
    """
    folder = config_file.resolve().parent
    with tempfile.TemporaryDirectory(prefix="news-archive-") as name:
        there = write_commit(folder, commit, Path(name))
        if not (there / config_file.name).is_file():
            raise HistoryError(f"the commit {commit[:10]} has no {config_file.name}, so there is no archive to compare")
        return state_now(there / config_file.name, cache=folder / ".cache" / "news-archive")
