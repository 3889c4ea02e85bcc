"""The command as people run it: what it prints, how it ends, and what it leaves on the disk."""

import json
import os
import re
import subprocess
import sys
from pathlib import Path

import pytest

from news_archive import __version__
from news_archive.cli import main

_COMMAND = Path(sys.executable).parent / "news-archive"
_BROKEN = "---\ntitle: T\ndate: 2020-02-30\nsource: S\n---\n"
_REMARKABLE = "---\ntitle: T\ndate: 2020-01-02\nsource: S\ntagz: x\n---\n"
_BROKEN_LINE = (
    "ERROR articles/2020/k.md:3: date: '2020-02-30' is not a date (no 30 February 2020). "
    "Write a date such as 2016-08-19, 2016-08 or 2016"
)
_REMARKED_LINE = "WARNING articles/2020/k.md:5: tagz: there is no such field, so it is not used. Did you mean `tags`?"


def _run(folder: Path, *arguments: str) -> subprocess.CompletedProcess[str]:
    environment = {**os.environ, "NO_COLOR": "1", "NO_MKDOCS_2_WARNING": "1"}
    return subprocess.run(
        [_COMMAND, *arguments], cwd=folder, env=environment, capture_output=True, text=True, check=False
    )


def _write_article(site: Path, text: str) -> None:
    (site / "articles/2020/k.md").write_text(text)


def _without_notes(printed: str) -> str:
    return "".join(line for line in printed.splitlines(keepends=True) if not line.startswith("INFO "))


def _sites(folder: Path) -> list[str]:
    """What a build left beside the sources: whole sites, and rests of them."""
    return sorted(path.name for path in folder.iterdir() if "site" in path.name)


def test_an_archive_without_a_fault_passes_the_check(small_site: Path) -> None:
    (small_site / "mkdocs.yml").write_text(
        "site_name: Small\ntheme: {name: material, font: false}\n"
        "plugins: [{news-archive: {rules: {no-origin: off, missing-rights: off, unused-entity: off}}}]\n"
    )
    result = _run(small_site, "check", "--strict")
    assert (result.returncode, result.stdout, result.stderr) == (0, "", "")
    assert not (small_site / "site").exists()


def test_an_error_fails_the_check_and_says_where_it_is(small_site: Path) -> None:
    _write_article(small_site, _BROKEN)
    result = _run(small_site, "check")
    assert (result.returncode, result.stdout) == (1, f"{_BROKEN_LINE}\n")
    assert "1 error\n" in result.stderr


@pytest.mark.parametrize(("arguments", "code"), [((), 0), (("--strict",), 1)], ids=["lenient", "strict"])
def test_a_warning_fails_a_strict_check_only(small_site: Path, arguments: tuple[str, ...], code: int) -> None:
    _write_article(small_site, _REMARKABLE)
    result = _run(small_site, "check", *arguments)
    assert (result.returncode, _without_notes(result.stdout)) == (code, f"{_REMARKED_LINE}\n")
    assert result.stderr.startswith("1 warning, ")


def test_the_check_reads_the_site_that_it_is_told(small_site: Path, tmp_path_factory: pytest.TempPathFactory) -> None:
    _write_article(small_site, _BROKEN)
    elsewhere = tmp_path_factory.mktemp("elsewhere")
    result = _run(elsewhere, "check", "--config-file", str(small_site / "mkdocs.yml"))
    assert (result.returncode, result.stdout) == (1, f"{_BROKEN_LINE}\n")


@pytest.mark.parametrize(
    "arguments",
    [
        pytest.param(["chekc"], id="no such command"),
        pytest.param(["check", "--stric"], id="no such option"),
        pytest.param(["check", "-f", "nowhere.yml"], id="no such settings"),
        pytest.param(["build", "-f", "docs"], id="a folder for settings"),
        pytest.param(["schema", "person"], id="no such kind"),
        pytest.param(["schema"], id="no kind"),
    ],
)
def test_wrong_use_ends_with_2_and_a_usage(small_site: Path, arguments: list[str]) -> None:
    result = _run(small_site, *arguments)
    assert (result.returncode, result.stdout) == (2, "")
    assert result.stderr.startswith("Usage: news-archive")
    assert "Error: " in result.stderr


@pytest.mark.parametrize("command", ["check", "build"])
def test_broken_settings_are_told_without_a_traceback(small_site: Path, command: str) -> None:
    (small_site / "mkdocs.yml").write_text("site_name: [Small\n")
    result = _run(small_site, command)
    assert result.returncode == 1
    assert "mkdocs.yml" in result.stderr
    assert "Traceback" not in result.stderr


@pytest.mark.parametrize(
    ("kind", "own"), [("article", "mentions"), ("actor", "part_of"), ("place", "coordinates"), ("term", "see_also")]
)
def test_a_schema_is_printed_as_json(tmp_path: Path, kind: str, own: str) -> None:
    result = _run(tmp_path, "schema", kind)
    assert (result.returncode, result.stderr) == (0, "")
    assert own in json.loads(result.stdout)["properties"]


def test_the_help_lists_every_command_and_exit_code(tmp_path: Path) -> None:
    result = _run(tmp_path, "--help")
    assert result.returncode == 0
    listed = result.stdout.partition("Commands:\n")[2]
    assert {line.split()[0] for line in listed.splitlines() if line} == set(main.commands)
    assert "0 all is well, 1 a problem in the content, 2 wrong use, 3 a file can't" in " ".join(result.stdout.split())


@pytest.mark.parametrize("command", sorted(main.commands))
def test_the_help_of_a_command_says_what_it_does_and_shows_it(tmp_path: Path, command: str) -> None:
    result = _run(tmp_path, command, "-h")
    assert result.returncode == 0
    # On a line of its own, ready to be copied.
    assert re.search(rf"^ *Examples?:\n +news-archive {command}\b", result.stdout, re.MULTILINE)


def test_the_version_is_printed(tmp_path: Path) -> None:
    assert _run(tmp_path, "--version").stdout == f"news-archive, version {__version__}\n"


def test_a_build_takes_the_place_of_the_old_site_whole(small_site: Path) -> None:
    (small_site / "site").mkdir()
    (small_site / "site/old-page.html").write_text("old")
    result = _run(small_site, "build", "--strict")
    assert result.returncode == 0, result.stderr
    assert "left at dawn" in (small_site / "site/articles/2020/raid/index.html").read_text()
    assert not (small_site / "site/old-page.html").exists()
    assert _sites(small_site) == ["site"]


def test_a_build_goes_where_it_is_told(small_site: Path) -> None:
    assert _run(small_site, "build", "--site-dir", "public/html").returncode == 0
    assert (small_site / "public/html/actors/ypg/index.html").is_file()
    assert not (small_site / "site").exists()


@pytest.mark.parametrize(
    ("article", "arguments", "line"),
    [
        pytest.param(_BROKEN, (), _BROKEN_LINE.removeprefix("ERROR "), id="an error"),
        pytest.param(_REMARKABLE, ("--strict",), _REMARKED_LINE.removeprefix("WARNING "), id="a warning, strictly"),
    ],
)
def test_a_build_that_fails_leaves_the_last_good_site(
    small_site: Path, article: str, arguments: tuple[str, ...], line: str
) -> None:
    (small_site / "site").mkdir()
    (small_site / "site/index.html").write_text("the last good site")
    _write_article(small_site, article)
    result = _run(small_site, "build", *arguments)
    assert result.returncode == 1
    assert line in result.stderr
    assert "Traceback" not in result.stderr
    assert [path.name for path in (small_site / "site").iterdir()] == ["index.html"]
    assert (small_site / "site/index.html").read_text() == "the last good site"
    assert _sites(small_site) == ["site"]


def test_a_site_that_was_moved_aside_when_a_build_was_killed_comes_back(small_site: Path) -> None:
    """The next run puts it back, and takes away what the killed one left, even if it fails itself."""
    (small_site / ".site.old").mkdir()
    (small_site / ".site.old/index.html").write_text("the last good site")
    (small_site / ".site.new-killed").mkdir()
    _write_article(small_site, _BROKEN)
    assert _run(small_site, "build").returncode == 1
    assert (small_site / "site/index.html").read_text() == "the last good site"
    assert _sites(small_site) == ["site"]


def test_a_folder_that_cannot_be_written_ends_with_3(small_site: Path) -> None:
    (small_site / "taken").write_text("a file")
    result = _run(small_site, "build", "-d", "taken/site")
    assert result.returncode == 3
    assert result.stderr.strip().endswith("The last good site is untouched.")
    assert "taken" in result.stderr
    assert "Traceback" not in result.stderr
