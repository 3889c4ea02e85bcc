"""Every step of the workflows, run here as a host would run it: in a clone of a small archive, with the same shell.

The clone has the project's Makefile and this interpreter's environment as its own, so `make` has nothing to install. Steps
that check the code itself or run all tests are not run again: `.ci/run` is made of the very same targets.
"""

import os
import shutil
import subprocess
import sys
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from pathlib import Path

import pytest
import yaml

_PROJECT = Path(__file__).resolve().parents[2]
_PROVEN_BY_RUNNING_CI = frozenset({"make check", "make test"})
_NEEDS_A_NETWORK = frozenset(
    {"apt-get update", "apt-get install --yes --no-install-recommends chromium default-jre-headless npm"}
)
_ARTICLE = Path("articles/2020/raid.md")
_GIT, _BASH = (shutil.which(name) or name for name in ("git", "bash"))


@dataclass(frozen=True, slots=True, kw_only=True)
class Step:
    """What a host runs, and what it sets for it."""

    where: str
    script: str
    environment: Mapping[str, str]


def _github_steps() -> Iterator[Step]:
    for path in sorted((_PROJECT / ".github/workflows").glob("*.yml")):
        workflow = yaml.safe_load(path.read_text(encoding="utf-8"))
        assert workflow["defaults"]["run"]["shell"] == "bash"
        for name, job in workflow["jobs"].items():
            for step in job["steps"]:
                if "run" in step:
                    environment = workflow.get("env", {}) | job.get("env", {}) | step.get("env", {})
                    yield Step(where=f"{path.name} {name}", script=step["run"], environment=environment)


def _gitlab_steps() -> Iterator[Step]:
    pipeline = yaml.safe_load((_PROJECT / ".gitlab-ci.yml").read_text(encoding="utf-8"))
    for name, job in pipeline.items():
        if isinstance(job, dict) and "script" in job:
            for line in (*job.get("before_script", ()), *job["script"]):
                yield Step(where=f"gitlab {name}", script=line, environment=job.get("variables", {}))


_STEPS = (*_github_steps(), *_gitlab_steps())
_TO_RUN = [step for step in _STEPS if step.script not in _PROVEN_BY_RUNNING_CI | _NEEDS_A_NETWORK]


def _git(folder: Path, *words: str) -> str:
    identity = ["-c", "user.name=E", "-c", "user.email=e@example.org", "-c", "commit.gpgsign=false"]
    result = subprocess.run([_GIT, *identity, *words], cwd=folder, capture_output=True, text=True, check=True)
    return result.stdout.strip()


@pytest.fixture
def clone(small_site: Path) -> Path:
    """A merge, as a host checks it out: its first parent is the main branch, its second adds a sentence and an actor."""
    for name in ("Makefile", "requirements.lock", "requirements-dev.lock", "pyproject.toml", ".gitignore"):
        shutil.copy(_PROJECT / name, small_site / name)
    _git(small_site, "init", "--initial-branch=main")
    _commit(small_site, "Begin")
    _git(small_site, "switch", "--create=change")
    with (small_site / _ARTICLE).open("a", encoding="utf-8") as article:
        article.write("\nThe River Guard stayed.\n")
    (small_site / "docs/actors/river-guard.md").write_text(
        "---\nname: River Guard\ndescription: Police.\n---\n", "utf-8"
    )
    _commit(small_site, "Add the River Guard")
    _git(small_site, "switch", "main")
    _git(small_site, "merge", "--no-ff", "--message=Merge", "change")
    environment = small_site / ".venv"
    environment.mkdir()
    (environment / "bin").symlink_to(Path(sys.executable).parent)
    for stamp in ("runtime", "dev"):
        (environment / stamp).touch()
    (small_site / "host").mkdir()
    return small_site


def _commit(folder: Path, message: str) -> None:
    _git(folder, "add", ".")
    _git(folder, "commit", f"--message={message}")


def _run(step: Step, folder: Path) -> subprocess.CompletedProcess[str]:
    """The step in the shell that its host uses: the first line that fails ends it."""
    told = {
        "CI": "true",
        "GITHUB_STEP_SUMMARY": str(folder / "host/summary.md"),
        "CI_MERGE_REQUEST_DIFF_BASE_SHA": _git(folder, "rev-parse", "HEAD^1"),
    }
    return subprocess.run(
        [_BASH, "--noprofile", "--norc", "-eo", "pipefail", "-c", step.script],
        cwd=folder,
        env={**os.environ, **told, **step.environment},
        capture_output=True,
        text=True,
        check=False,
    )


def test_each_step_is_run_or_proven_otherwise() -> None:
    ci = (_PROJECT / ".ci/run").read_text(encoding="utf-8")
    assert all(step in ci for step in _PROVEN_BY_RUNNING_CI)
    assert {"make build", "make .venv/runtime"} <= {step.script for step in _TO_RUN}
    assert {step.script for step in _STEPS} >= _PROVEN_BY_RUNNING_CI | _NEEDS_A_NETWORK


_LEAVES = {
    "check.yml archive": ("host/summary.md", "River Guard"),
    "gitlab archive": ("annotation-diff.md", "River Guard"),
    "publish.yml build": ("site/index.html", "<html"),
    "gitlab pages": ("public/index.html", "<html"),
}
"""What is there when the steps of a job are through, and what is in it."""


@pytest.mark.parametrize("job", sorted({step.where for step in _TO_RUN}))
def test_the_steps_of_a_job_pass_one_after_the_other(job: str, clone: Path) -> None:
    for step in _TO_RUN:
        if step.where == job:
            result = _run(step, clone)
            assert result.returncode == 0, step.script + result.stdout + result.stderr
    path, part = _LEAVES[job]
    assert part in (clone / path).read_text(encoding="utf-8")


def _step(where: str, part: str) -> Step:
    return next(step for step in _TO_RUN if step.where == where and part in step.script)


def test_a_warning_fails_the_check_and_stands_at_its_line(clone: Path) -> None:
    text = (clone / _ARTICLE).read_text(encoding="utf-8")
    (clone / _ARTICLE).write_text(text.replace("source: S", "source: S\nsourec: S"), encoding="utf-8")
    result = _run(_step("check.yml archive", "check"), clone)
    assert result.returncode == 1
    assert f"::warning file={_ARTICLE},line=5" in result.stdout


def test_a_large_change_fails_and_is_shown_nevertheless(clone: Path) -> None:
    with (clone / _ARTICLE).open("a", encoding="utf-8") as article:
        article.writelines(f"\n## Day {day}\n\nThe River Guard stayed.\n" for day in range(60))
    _commit(clone, "Sixty days")
    result = _run(_step("check.yml archive", "diff"), clone)
    assert result.returncode == 1
    assert "River Guard" in (clone / "host/summary.md").read_text(encoding="utf-8")
