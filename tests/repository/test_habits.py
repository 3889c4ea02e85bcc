"""The files for hosts of repositories and for editing programs: valid, up to date, and true."""

import json
import re
import subprocess
import sys
from collections.abc import Iterator, Mapping
from pathlib import Path
from typing import Any

import pytest
import yaml

from news_archive.content import Places, load
from news_archive.model import Finding, Severity

_PROJECT = Path(__file__).resolve().parents[2]
_FORMS = sorted(path for path in (_PROJECT / ".github/ISSUE_TEMPLATE").glob("*.yml") if path.name != "config.yml")
_WORKFLOWS = sorted((_PROJECT / ".github/workflows").glob("*.yml"))


def _text(path: str) -> str:
    return (_PROJECT / path).read_text(encoding="utf-8")


@pytest.mark.parametrize(
    ("schema", "files"),
    [
        ("vendor.github-workflows", _WORKFLOWS),
        ("custom.github-workflows-require-timeout", _WORKFLOWS),
        ("vendor.gitlab-ci", [_PROJECT / ".gitlab-ci.yml"]),
        ("vendor.dependabot", [_PROJECT / ".github/dependabot.yml"]),
        ("vendor.github-issue-forms", _FORMS),
        ("vendor.github-issue-config", [_PROJECT / ".github/ISSUE_TEMPLATE/config.yml"]),
    ],
    ids=lambda value: value if isinstance(value, str) else None,
)
def test_the_file_fits_its_schema(schema: str, files: list[Path], tmp_path: Path) -> None:
    def check(paths: list[Path]) -> int:
        command = [sys.executable, "-m", "check_jsonschema", "--builtin-schema", schema, *map(str, paths)]
        return subprocess.run(command, capture_output=True, check=False).returncode

    assert files
    assert check(files) == 0
    wrong = tmp_path / "wrong.yml"
    wrong.write_text("updates: 1\njobs: 1\nbody: 1\nstages: 1\nblank_issues_enabled: 1\n", encoding="utf-8")
    assert check([wrong]) == 1


def test_new_versions_wait_some_days() -> None:
    updates = yaml.safe_load(_text(".github/dependabot.yml"))["updates"]
    assert {update["package-ecosystem"] for update in updates} == {"github-actions", "npm"}
    assert all(update["cooldown"]["default-days"] >= 7 for update in updates)
    folders = [folder for update in updates for folder in update.get("directories", ())]
    assert sorted(folders) == sorted(
        f"/{path.parent.relative_to(_PROJECT)}"
        for top in ("tests", "ci")
        for path in (_PROJECT / top).glob("*/package-lock.json")
    )


def _hooks() -> Iterator[Mapping[str, Any]]:  # YAML is what it is: a tree of anything
    for repository in yaml.safe_load(_text(".pre-commit-config.yaml"))["repos"]:
        assert repository["repo"] == "local", "a hook from elsewhere would be downloaded"
        yield from repository["hooks"]


@pytest.mark.parametrize("hook", list(_hooks()), ids=lambda hook: hook["id"])
def test_a_hook_is_a_program_of_the_project(hook: Mapping[str, Any]) -> None:
    program = hook["entry"].split()[0]
    assert hook["language"] == "system"
    assert program.startswith(".venv/bin/")
    assert (Path(sys.executable).parent / Path(program).name).exists()


def test_the_hook_for_texts_takes_articles_and_pages() -> None:
    pattern = next(hook["files"] for hook in _hooks() if hook["id"] == "archive")
    assert re.search(pattern, "articles/2016/2016-08-19-hasakah.md")
    assert re.search(pattern, "docs/actors/ypg.md")
    assert not re.search(pattern, "tests/gold/articles/t16-arabic.md")
    assert not re.search(pattern, "README.md")


@pytest.mark.parametrize("hook", ["archive", "help-for-editing-programs"])
def test_a_hook_runs_as_it_is_written(hook: str, small_site: Path) -> None:
    found = next(item for item in _hooks() if item["id"] == hook)
    program, *arguments = found["entry"].split()
    files = ["articles/2020/raid.md"] if found.get("pass_filenames", True) else []
    command = [str(Path(sys.executable).parent / Path(program).name), *arguments, *files]
    folder = small_site if files else _PROJECT
    result = subprocess.run(command, cwd=folder, capture_output=True, text=True, check=False)
    assert result.returncode == 0, result.stdout + result.stderr


_CODE = """
.ci .github .gitlab-ci.yml .pre-commit-config.yaml .vscode Makefile bench ci mkdocs.yml overrides plugins pyproject.toml
requirements-dev.lock requirements.lock tests
""".split()
_TEXTS = """
.acknowledged .editorconfig .gitattributes .gitignore ARCHITECTURE.md CHANGELOG.md CONTRIBUTING.md LICENSE LICENSE-CONTENT.md README.md
articles docs
""".split()


def test_every_path_of_code_has_an_owner() -> None:
    """A new file at the top is code or text; whoever adds it says which."""
    owned = re.findall(r"^/(\S+?)/?\s+@", _text(".github/CODEOWNERS.sample"), re.MULTILINE)
    assert {path for path in _CODE if not any(Path(path).match(pattern) for pattern in owned)} == set()
    listed = subprocess.run(
        ["git", "ls-files", "--cached", "--others", "--exclude-standard"],  # noqa: S607  # the system's git
        cwd=_PROJECT,
        capture_output=True,
        text=True,
        check=False,
    ).stdout.split()
    assert {path.partition("/")[0] for path in listed} - {*_CODE, *_TEXTS} == set()


def test_content_holds_no_links_pipes_or_sockets() -> None:
    for folder in ("articles", "docs"):
        odd = [
            path
            for path in (_PROJECT / folder).rglob("*")
            if path.is_symlink() or not (path.is_file() or path.is_dir())
        ]
        assert odd == []


def test_the_help_for_editing_programs_is_as_the_fields_are_declared() -> None:
    command = [sys.executable, "ci/editing_help.py", "--check"]
    result = subprocess.run(command, cwd=_PROJECT, capture_output=True, text=True, check=False)
    assert result.returncode == 0, result.stderr


def test_each_snippet_is_front_matter_as_it_is_read(tmp_path: Path) -> None:
    for name, snippet in json.loads(_text(".vscode/front-matter.code-snippets")).items():
        typed = re.sub(r"\$\{\d+:([^}]*)\}", r"\1", "\n".join(snippet["body"]))
        typed = re.sub(r"\$\d+", "x", typed)
        path = tmp_path / "articles/2020/k.md"
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_text(typed if typed.startswith("---") else f"---\n{typed}\n---\n", encoding="utf-8")
        (tmp_path / "docs").mkdir(exist_ok=True)
        rules = {finding.rule for finding in load(Places(root=tmp_path)).findings}
        assert "front-matter" not in rules, name
        if name == "new article":
            assert rules == set()


def test_a_note_to_a_language_server_in_the_front_matter_is_let_be(tmp_path: Path) -> None:
    """Programs that look for a schema in the file itself find it in a comment."""
    (tmp_path / "docs").mkdir()
    path = tmp_path / "articles/k.md"
    path.parent.mkdir()
    note = "# yaml-language-server: $schema=../.vscode/schemas/article.json"
    path.write_text(f"---\n{note}\ntitle: T\ndate: 2020\nsource: S\n---\n", encoding="utf-8")
    assert load(Places(root=tmp_path)).findings == ()


def test_the_editing_program_finds_each_problem_at_its_place() -> None:
    matchers = json.loads(_text(".vscode/tasks.json"))["tasks"][0]["problemMatcher"]
    lines, files = (re.compile(matcher["pattern"]["regexp"]) for matcher in matchers)
    where = {"rule": "date", "severity": Severity.ERROR, "path": "articles/2016/a.md", "message": "is wrong: no"}
    at_line = lines.fullmatch(f"ERROR {Finding(**where, line=3, field='date')}")  # type: ignore[arg-type]  # one table for two
    assert at_line
    assert at_line.groups() == ("ERROR", "articles/2016/a.md", "3", "date: is wrong: no")
    of_file = f"ERROR {Finding(**where)}"  # type: ignore[arg-type]  # as above
    assert not lines.fullmatch(of_file)
    matched = files.fullmatch(of_file)
    assert matched
    assert matched.groups() == ("ERROR", "articles/2016/a.md", "is wrong: no")


def test_the_schemas_are_named_for_the_folders_of_their_files() -> None:
    schemas = json.loads(_text(".vscode/settings.json"))["yaml.schemas"]
    assert all((_PROJECT / path).exists() for path in schemas)
    assert all((_PROJECT / pattern.partition("/**")[0]).is_dir() for pattern in schemas.values())


def test_pictures_for_editors_are_small_and_shown() -> None:
    pages = "".join(page.read_text(encoding="utf-8") for page in (_PROJECT / "docs/editors").glob("*.md"))
    pictures = sorted((_PROJECT / "docs/assets/editors").iterdir())
    assert pictures
    assert [picture.name for picture in pictures if picture.stat().st_size > 150_000] == []
    assert [picture.name for picture in pictures if f"assets/editors/{picture.name})" not in pages] == []
