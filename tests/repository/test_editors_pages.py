"""The pages for editors tell the truth: their commands are run, and what they print is what the page shows.

In a page's source a comment before a block of code says what is done with it:

    <!-- run -->              the lines are run; where a block of `text` follows, it is what they print (… for any text)
    <!-- run: exit 1 -->      likewise, and they end with that exit code
    <!-- file: docs/a.md -->  the block is written to that file first
    <!-- not run: reason -->  for what would not end, or needs a network

The blocks of a page work on one copy of `examples.yaml`, in a repository of its own, one after the other. With
`--golden-write` (`make golden`) what is shown is written anew; review the difference.
"""

import os
import re
import shutil
import subprocess
import sys
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path

import pytest
import yaml

_PROJECT = Path(__file__).resolve().parents[2]
_PAGES = sorted((_PROJECT / "docs/editors").glob("*.md"))
_BLOCK = re.compile(
    r"(?:^<!-- (?P<mark>[^\n]*?) -->\n)?^```(?P<language>\w*)\n(?P<code>.*?)^```\n(?:\n```text\n(?P<shown>.*?)^```\n)?",
    re.MULTILINE | re.DOTALL,
)
_IDENTITY = {
    f"GIT_{role}_{part}": "editor@example.org" for role in ("AUTHOR", "COMMITTER") for part in ("NAME", "EMAIL")
}
_GIT, _BASH = (shutil.which(name) or name for name in ("git", "bash"))


@dataclass(frozen=True, slots=True, kw_only=True)
class Block:
    mark: str
    language: str
    code: str
    shown: str | None
    """What the page says is printed; None where it says nothing."""
    at: int
    """Where `shown` begins in the page; -1 where there is none."""


def _blocks(page: Path) -> Iterator[Block]:
    for found in _BLOCK.finditer(page.read_text(encoding="utf-8")):
        yield Block(
            mark=found["mark"] or "",
            language=found["language"],
            code=found["code"],
            shown=found["shown"],
            at=found.start("shown"),
        )


@pytest.fixture
def archive(tmp_path: Path) -> Path:
    """The folder of the small archive, all of it committed."""
    folder = tmp_path / "archive"
    for path, text in yaml.safe_load((Path(__file__).parent / "examples.yaml").read_text("utf-8")).items():
        (folder / path).parent.mkdir(parents=True, exist_ok=True)
        (folder / path).write_text(text, encoding="utf-8")
    (folder / ".gitignore").write_text("/.cache/\n/site/\n", encoding="utf-8")
    for words in (["init", "--initial-branch=main"], ["add", "."], ["commit", "--message=Begin"]):
        subprocess.run([_GIT, *words], cwd=folder, env=os.environ | _IDENTITY, capture_output=True, check=True)
    return folder


def _run(script: str, folder: Path) -> tuple[int, str]:
    """Exit code of the lines, and all that they print."""
    environment = {
        **{name: value for name, value in os.environ.items() if name != "GITHUB_ACTIONS"},
        **_IDENTITY,
        "PATH": f"{Path(sys.executable).parent}{os.pathsep}{os.environ['PATH']}",
        "NO_COLOR": "1",
        "NO_MKDOCS_2_WARNING": "1",
        "COLUMNS": "100",
        "SOURCE_DATE_EPOCH": "1790000000",
    }
    command = [_BASH, "--noprofile", "--norc", "-e", "-c", script]
    result = subprocess.run(
        command, cwd=folder, env=environment, stdout=subprocess.PIPE, stderr=subprocess.STDOUT, text=True, check=False
    )
    return result.returncode, result.stdout.replace(f"{folder}/", "").replace(str(folder), ".")


def _is_shown(shown: str, printed: str) -> bool:
    """Whether a page shows what is printed; `…` stands for any text, and spaces at ends of lines do not count."""
    pattern = ".*?".join(re.escape(part) for part in _trimmed(shown).split("…"))
    return bool(re.fullmatch(pattern, _trimmed(printed), re.DOTALL))


def _trimmed(text: str) -> str:
    return "\n".join(line.rstrip() for line in text.strip().splitlines())


@pytest.mark.parametrize("page", _PAGES, ids=lambda page: page.stem)
def test_commands_do_what_the_page_says(page: Path, archive: Path, pytestconfig: pytest.Config) -> None:
    anew: list[tuple[int, str, str]] = []
    for block in _blocks(page):
        if block.mark.startswith("file: "):
            path = archive / block.mark.removeprefix("file: ")
            path.parent.mkdir(parents=True, exist_ok=True)
            path.write_text(block.code, encoding="utf-8")
        elif block.mark == "run" or block.mark.startswith("run: "):
            code, printed = _run(block.code, archive)
            assert code == int(block.mark.partition("exit ")[2] or 0), f"{block.code}\n{printed}"
            if block.shown is not None and not _is_shown(block.shown, printed):
                anew.append((block.at, block.shown, _trimmed(printed) + "\n"))
    if pytestconfig.getoption("golden_write"):
        text = page.read_text(encoding="utf-8")
        for at, shown, printed in reversed(anew):
            text = text[:at] + printed + text[at + len(shown) :]
        page.write_text(text, encoding="utf-8")
    else:
        assert [(shown, printed) for _, shown, printed in anew] == []


@pytest.mark.parametrize("page", _PAGES, ids=lambda page: page.stem)
def test_every_command_says_whether_it_is_run(page: Path) -> None:
    marks = [block.mark for block in _blocks(page) if block.language == "sh"]
    assert all(re.match(r"run$|run: exit \d$|not run: \w", mark) for mark in marks), marks


@pytest.mark.parametrize(
    ("shown", "printed", "is_shown"),
    [
        ("one\ntwo\n", "one\ntwo\n", True),
        ("one\n…\nthree\n", "one\ntwo\nthree\n", True),
        ("one\n", "one\ntwo\n", False),
        ("a (.*) b\n", "a x b\n", False),
        ("one  \n", "one\n\n", True),
    ],
)
def test_what_is_shown_is_compared(shown: str, printed: str, is_shown: bool) -> None:  # noqa: FBT001  # a column of the table
    assert _is_shown(shown, printed) is is_shown


def test_the_example_archive_has_no_fault(archive: Path) -> None:
    assert _run("news-archive check --strict", archive)[0] == 0


def test_of_the_first_article_no_word_means_that_all_is_well(archive: Path) -> None:
    """Also in an archive whose folders give no fields to articles."""
    (archive / "articles/.meta.yml").unlink()
    written = next(b for b in _blocks(_PROJECT / "docs/editors/first-article.md") if b.mark.startswith("file: "))
    path = written.mark.removeprefix("file: ")
    (archive / path).write_text(written.code, encoding="utf-8")
    assert _run(f"news-archive check {path}", archive) == (0, "")


def test_every_page_is_in_the_menu() -> None:
    menu = (_PROJECT / "mkdocs.yml").read_text(encoding="utf-8")
    assert _PAGES
    assert [page.name for page in _PAGES if f"editors/{page.name}\n" not in menu] == []
