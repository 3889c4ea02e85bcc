"""Completion in a shell: the script, and what it is told at a press of the tab key."""

import os
import shutil
import subprocess
import sys
import time
from pathlib import Path

import pytest

_COMMAND = Path(sys.executable).parent / "news-archive"
_LONGEST = 0.5
"""Seconds until a shell must be answered."""


def _completed(folder: Path, words: str) -> list[str]:
    """What bash is told for a command line whose last word is not finished."""
    environment = {
        **os.environ,
        "COMP_WORDS": words,
        "COMP_CWORD": str(words.count(" ")),
        "_NEWS_ARCHIVE_COMPLETE": "bash_complete",
    }
    result = subprocess.run([_COMMAND], cwd=folder, env=environment, capture_output=True, text=True, check=True)
    return [line.partition(",")[2] for line in result.stdout.splitlines() if line]


@pytest.fixture
def site(small_site: Path) -> Path:
    (small_site / "docs/actors/index.md").write_text("# Actors\n")
    (small_site / "articles/2020/2020-01-03-truce.md").write_text("")
    (small_site / "articles/2020/.#raid.md").write_text("")
    return small_site


@pytest.mark.parametrize(
    ("words", "completed"),
    [
        ("news-archive ren", ["rename"]),
        ("news-archive explain 2020/r", ["2020/raid"]),
        ("news-archive explain 2020/", ["2020/2020-01-03-truce", "2020/raid"]),
        ("news-archive explain articles/2020/r", ["articles/2020/raid.md"]),
        ("news-archive explain rai", ["2020/raid"]),
        ("news-archive explain 2020/x", []),
        ("news-archive annotations 2020/raid 2020/2", ["2020/2020-01-03-truce"]),
        ("news-archive rename act", ["actors/sdf", "actors/ypg"]),
        ("news-archive rename docs/actors/y", ["docs/actors/ypg.md"]),
        ("news-archive rename yp", ["actors/ypg"]),
        ("news-archive rename actors/ypg actors/s", ["actors/sdf"]),
        ("news-archive check docs/a", ["docs/actors/sdf.md", "docs/actors/ypg.md"]),
        ("news-archive check art", ["articles/2020/2020-01-03-truce.md", "articles/2020/raid.md"]),
        ("news-archive new a", ["article", "actor"]),
    ],
)
def test_ids_and_files_are_completed(site: Path, words: str, completed: list[str]) -> None:
    assert _completed(site, words) == completed


def test_folders_of_the_site_are_known(site: Path) -> None:
    (site / "docs").rename(site / "pages")
    (site / "articles").rename(site / "news")
    (site / "mkdocs.yml").write_text("docs_dir: 'pages'\nplugins: [{news-archive: {articles_dir: ./news/}}]\n")
    assert _completed(site, "news-archive check n") == ["news/2020/2020-01-03-truce.md", "news/2020/raid.md"]
    assert _completed(site, "news-archive rename actors/y") == ["actors/ypg"]


def test_settings_that_are_named_are_those_of_the_site(site: Path) -> None:
    assert _completed(site.parent, f"news-archive rename -f {site}/mkdocs.yml actors/y") == ["actors/ypg"]


def test_folder_without_a_site_has_nothing_to_complete(tmp_path: Path) -> None:
    assert _completed(tmp_path, "news-archive rename act") == []


def test_answer_comes_at_once_and_imports_no_engine(
    site: Path, tmp_path_factory: pytest.TempPathFactory, monkeypatch: pytest.MonkeyPatch
) -> None:
    """Modules of these names that fail show who imports them. The quickest of three runs is what the machine can do."""
    trap = tmp_path_factory.mktemp("trap")
    for name in ("pydantic", "yaml", "mkdocs", "spacy"):
        (trap / f"{name}.py").write_text("raise SystemExit('imported')\n")
    for number in range(2_000):
        (site / f"articles/2020/article-{number}.md").write_text("")
    monkeypatch.setenv("PYTHONPATH", str(trap))
    times = []
    for _ in range(3):
        begun = time.perf_counter()
        assert len(_completed(site, "news-archive explain 2020/a")) == 2_000
        times.append(time.perf_counter() - begun)
    assert min(times) < _LONGEST


@pytest.mark.parametrize("shell", ["bash", "zsh", "fish"])
def test_script_is_one_that_the_shell_can_read(shell: str, tmp_path: Path) -> None:
    result = subprocess.run([_COMMAND, "completion", shell], cwd=tmp_path, capture_output=True, text=True, check=False)
    assert result.returncode == 0
    assert "_NEWS_ARCHIVE_COMPLETE" in result.stdout
    if program := shutil.which(shell):
        subprocess.run([program, "-n"], input=result.stdout, text=True, check=True)
