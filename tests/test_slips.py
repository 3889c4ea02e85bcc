"""Slips of somebody new: each is answered with what to type."""

import os
import subprocess
import sys
from pathlib import Path

import pytest
from click.testing import CliRunner

from news_archive.cli import main

_COMMAND = Path(sys.executable).parent / "news-archive"


def _run(folder: Path, *arguments: str) -> subprocess.CompletedProcess[str]:
    environment = {**os.environ, "NO_COLOR": "1", "NO_MKDOCS_2_WARNING": "1"}
    return subprocess.run(
        [_COMMAND, *arguments], cwd=folder, env=environment, capture_output=True, text=True, check=False
    )


@pytest.mark.parametrize(
    ("typed", "told"),
    [
        (["check", "-strict"], "No such option '-strict'. Did you mean --strict?"),
        (["check", "-format", "json"], "No such option '-format'. Did you mean --format?"),
        (["new", "actor", "X", "-type=person"], "No such option '-type'. Did you mean --type?"),
        (["check", "--stric"], "--strict"),
        (["new", "actor", "Red", "Cross"], 'Put the title in quotes: news-archive new actor "Red Cross"'),
        (["serve"], "No such command 'serve'. `make serve` shows the archive"),
        (["help"], "No such command 'help'. `news-archive -h` lists all commands"),
        (["chekc"], "check"),
    ],
    ids=" ".join,
)
def test_a_slip_is_answered_with_what_to_type(small_site: Path, typed: list[str], told: str) -> None:
    result = _run(small_site, *typed)
    assert (result.returncode, result.stdout) == (2, "")
    assert told in result.stderr.partition("Error: ")[2]
    assert not (small_site / "docs/actors/red.md").exists()


def test_a_word_that_is_no_option_is_told_as_it_is(small_site: Path) -> None:
    assert "Did you mean" not in _run(small_site, "check", "-x").stderr


@pytest.mark.parametrize("command", ["check", "build", "suggest"])
def test_below_an_archive_the_way_to_it_is_told(small_site: Path, command: str) -> None:
    result = _run(small_site / "articles/2020", command)
    assert (result.returncode, result.stdout) == (2, "")
    assert f"here is no archive, for there is no mkdocs.yml. It lies in {small_site}; go there: cd ../.." in (
        result.stderr
    )


def test_far_from_an_archive_the_option_is_told(tmp_path: Path) -> None:
    assert "Go to its folder, or name it: -f FOLDER/mkdocs.yml" in _run(tmp_path, "check").stderr


def test_the_list_of_commands_has_whole_sentences_on_a_narrow_screen() -> None:
    listed = CliRunner().invoke(main, ["-h"], terminal_width=80).stdout.partition("Commands:\n")[2].splitlines()
    assert len(listed) == len(main.commands)
    assert [line for line in listed if not line.endswith(".") or line.endswith("...")] == []
