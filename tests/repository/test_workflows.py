"""What runs on a host of repositories may be started by anybody. These are the rules that make that safe.

Each rule is a function that yields what breaks it. All hold for the files of this repository, and each is shown to find
its fault in a sample that has it.
"""

import copy
import re
from collections.abc import Callable, Iterator, Mapping
from pathlib import Path
from typing import Any

import pytest
import yaml

_PROJECT = Path(__file__).resolve().parents[2]
_WORKFLOWS = sorted((_PROJECT / ".github/workflows").glob("*.yml"))
_PINNED = re.compile(r"[\w-]+/[\w./-]+@[0-9a-f]{40}")
_MAKEFILE = (_PROJECT / "Makefile").read_text(encoding="utf-8")

# YAML is what it is: a tree of anything.
Tree = Mapping[Any, Any]
Rule = Callable[[Tree, str], Iterator[str]]


def _read(text: str) -> Tree:
    """The workflow; its key `on` is a truth to YAML 1.1, and is called `on` here."""
    tree: dict[Any, Any] = yaml.safe_load(text)
    return {"on" if key is True else key: value for key, value in tree.items()}


def _steps(workflow: Tree) -> Iterator[Tree]:
    for job in workflow["jobs"].values():
        yield from job["steps"]


def _scripts(workflow: Tree) -> Iterator[str]:
    yield from (step["run"] for step in _steps(workflow) if "run" in step)


def _uses(workflow: Tree, action: str) -> list[Tree]:
    return [step for step in _steps(workflow) if step.get("uses", "").startswith(f"{action}@")]


def _triggers(workflow: Tree) -> set[str]:
    on = workflow["on"]
    return {on} if isinstance(on, str) else set(on)


def _publishes(job: Tree) -> bool:
    return "write" in job.get("permissions", {}).values()


def only_pull_requests_and_the_main_branch_start_it(workflow: Tree, _: str) -> Iterator[str]:
    yield from _triggers(workflow) - {"pull_request", "push"}
    if "push" in _triggers(workflow) and workflow["on"]["push"] != {"branches": ["main"]}:
        yield "pushes to any branch"


def it_may_read_only(workflow: Tree, _: str) -> Iterator[str]:
    if workflow.get("permissions") != {"contents": "read"}:
        yield "permissions of the workflow"
    for name, job in workflow["jobs"].items():
        if "permissions" not in job:
            continue
        if job["permissions"] != {"pages": "write", "id-token": "write"}:
            yield f"permissions of {name}"
        if "pull_request" in _triggers(workflow):
            yield f"{name} may write for a pull request"


def what_publishes_runs_no_code_of_the_repository(workflow: Tree, _: str) -> Iterator[str]:
    for name, job in workflow["jobs"].items():
        if _publishes(job):
            if job.get("environment", {}).get("name") != "github-pages":
                yield f"environment of {name}"
            if any("run" in step for step in job["steps"]) or _uses({"jobs": {name: job}}, "actions/checkout"):
                yield f"{name} runs code"
            if "make build" not in [step.get("run") for step in workflow["jobs"][job["needs"]]["steps"]]:
                yield f"{name} publishes what was not built here"


def a_publication_is_never_cut_off(workflow: Tree, _: str) -> Iterator[str]:
    if "group" not in workflow.get("concurrency", {}):
        yield "no concurrency group"
    elif any(map(_publishes, workflow["jobs"].values())) and workflow["concurrency"].get("cancel-in-progress", False):
        yield "cancels a publication"


def no_secret_is_named(_: Tree, text: str) -> Iterator[str]:
    yield from re.findall(r"secrets\s*[.\[]\S*|secrets: inherit", text)


def actions_are_pinned_by_commit(workflow: Tree, text: str) -> Iterator[str]:
    for step in _steps(workflow):
        if "uses" in step:
            if not _PINNED.fullmatch(step["uses"]):
                yield step["uses"]
            elif not re.search(re.escape(step["uses"]) + r"  # v\d+\.\d+\.\d+$", text, re.MULTILINE):
                yield f"{step['uses']} without its version"


def checkout_leaves_no_credentials(workflow: Tree, text: str) -> Iterator[str]:
    for step in _uses(workflow, "actions/checkout"):
        if step.get("with", {}).get("persist-credentials") is not False:
            yield "credentials stay"
    for major in re.findall(r"actions/checkout@\w+  # v(\d+)", text):
        # Older ones check out a fork's code where they should not.
        if int(major) < 7:
            yield f"checkout v{major}"


def no_expression_stands_in_a_script(workflow: Tree, _: str) -> Iterator[str]:
    # A title or branch would be read as shell. What a script needs comes by `env`, quoted.
    yield from (found for script in _scripts(workflow) for found in re.findall(r"\$\{\{.*?\}\}", script))


def nothing_is_kept_between_runs(workflow: Tree, text: str) -> Iterator[str]:
    yield from re.findall(r"actions/(?:cache|download-artifact)\S*", text)
    yield from ("cache of a set-up" for step in _steps(workflow) if "cache" in step.get("with", {}))


def every_job_ends(workflow: Tree, _: str) -> Iterator[str]:
    for name, job in workflow["jobs"].items():
        # All tests, those in a browser too, take longer than a build.
        if job.get("timeout-minutes", 360) > (30 if name == "code" else 15):
            yield name


def nothing_is_quiet(workflow: Tree, _: str) -> Iterator[str]:
    # MkDocs hides its warnings then, and --strict may let them pass.
    yield from (found for script in _scripts(workflow) for found in re.findall(r"(?<!\S)(?:-q|--quiet)(?!\S)", script))


def the_makefile_installs(workflow: Tree, _: str) -> Iterator[str]:
    yield from (script for script in _scripts(workflow) if re.search(r"\b(pip|uv|npm|curl|wget)\b", script))


_RULES: tuple[Rule, ...] = (
    only_pull_requests_and_the_main_branch_start_it,
    it_may_read_only,
    what_publishes_runs_no_code_of_the_repository,
    a_publication_is_never_cut_off,
    no_secret_is_named,
    actions_are_pinned_by_commit,
    checkout_leaves_no_credentials,
    no_expression_stands_in_a_script,
    nothing_is_kept_between_runs,
    every_job_ends,
    nothing_is_quiet,
    the_makefile_installs,
)

_SHA = "0123456789abcdef0123456789abcdef01234567"
_RIGHT = f"""
on: {{push: {{branches: [main]}}}}
permissions: {{contents: read}}
concurrency: {{group: pages, cancel-in-progress: false}}
jobs:
  build:
    timeout-minutes: 15
    steps:
      - uses: actions/checkout@{_SHA}  # v7.0.0
        with: {{persist-credentials: false}}
      - run: make build
  deploy:
    needs: build
    timeout-minutes: 15
    permissions: {{pages: write, id-token: write}}
    environment: {{name: github-pages}}
    steps:
      - uses: actions/deploy-pages@{_SHA}  # v5.0.0
"""

_FAULTS: tuple[tuple[Rule, str, str], ...] = (
    (only_pull_requests_and_the_main_branch_start_it, "push: {branches: [main]}", "pull_request_target:"),
    (only_pull_requests_and_the_main_branch_start_it, "push: {branches: [main]}", "workflow_run:"),
    (only_pull_requests_and_the_main_branch_start_it, "branches: [main]", "branches: ['**']"),
    (it_may_read_only, "contents: read", "contents: write"),
    (it_may_read_only, "permissions: {contents: read}", ""),
    (it_may_read_only, "pages: write, id-token: write", "pages: write, id-token: write, contents: write"),
    (it_may_read_only, "push: {branches: [main]}", "pull_request:"),
    (what_publishes_runs_no_code_of_the_repository, "name: github-pages", "name: elsewhere"),
    (what_publishes_runs_no_code_of_the_repository, "run: make build", "run: unzip artifact.zip"),
    (what_publishes_runs_no_code_of_the_repository, "deploy-pages@", "checkout@"),
    (a_publication_is_never_cut_off, "cancel-in-progress: false", "cancel-in-progress: true"),
    (a_publication_is_never_cut_off, "concurrency:", "elsewhere:"),
    (no_secret_is_named, "run: make build", "run: make build\n        env: {T: '${{ secrets.TOKEN }}'}"),
    (actions_are_pinned_by_commit, _SHA, "v7"),
    (actions_are_pinned_by_commit, _SHA, _SHA[:39]),
    (actions_are_pinned_by_commit, "  # v7.0.0", ""),
    (checkout_leaves_no_credentials, "persist-credentials: false", "persist-credentials: true"),
    (checkout_leaves_no_credentials, "with: {persist-credentials: false}", "with: {}"),
    (checkout_leaves_no_credentials, "# v7.0.0", "# v6.9.9"),
    (no_expression_stands_in_a_script, "make build", "echo ${{ github.event.pull_request.title }}"),
    (nothing_is_kept_between_runs, "actions/checkout", "actions/cache"),
    (nothing_is_kept_between_runs, "actions/deploy-pages", "actions/download-artifact"),
    (nothing_is_kept_between_runs, "persist-credentials: false", "cache: pip"),
    (every_job_ends, "timeout-minutes: 15", ""),
    (every_job_ends, "timeout-minutes: 15", "timeout-minutes: 16"),
    (nothing_is_quiet, "make build", "mkdocs build -q --strict"),
    (nothing_is_quiet, "make build", "mkdocs build --quiet"),
    (the_makefile_installs, "make build", "pip install mkdocs"),
)


@pytest.mark.parametrize("rule", _RULES, ids=lambda rule: rule.__name__)
@pytest.mark.parametrize("path", _WORKFLOWS, ids=lambda path: path.name)
def test_the_rule_holds(path: Path, rule: Rule) -> None:
    text = path.read_text(encoding="utf-8")
    assert list(rule(_read(text), text)) == []


@pytest.mark.parametrize(("rule", "old", "new"), _FAULTS)
def test_the_rule_finds_its_fault(rule: Rule, old: str, new: str) -> None:
    assert list(rule(_read(_RIGHT), _RIGHT)) == []
    assert old in _RIGHT
    wrong = _RIGHT.replace(old, new)
    assert list(rule(_read(wrong), wrong))


def test_every_rule_is_shown_to_find_a_fault() -> None:
    assert {rule for rule, _, _ in _FAULTS} == set(_RULES)


def _unsafe_installs(makefile: str) -> list[str]:
    """Commands that install what no hash holds. The project itself is installed without dependencies."""
    commands = [line for line in makefile.splitlines() if " pip install " in line]
    locked, own = ("--require-hashes", "--only-binary :all:"), ("--no-deps", "--no-build-isolation", " -e .")
    return [
        line for line in commands if not all(part in line for part in locked) and not all(part in line for part in own)
    ]


def test_all_that_is_installed_is_held_by_a_hash() -> None:
    assert _unsafe_installs(_MAKEFILE) == []
    assert _unsafe_installs("\tpython -m pip install -r requirements.lock")
    assert "pip check" in _MAKEFILE


def test_a_pull_request_is_compared_with_its_base() -> None:
    """The difference needs the base's commit, which a shallow clone does not have."""
    workflow = _read((_PROJECT / ".github/workflows/check.yml").read_text(encoding="utf-8"))
    assert _triggers(workflow) == {"pull_request"}
    steps = workflow["jobs"]["archive"]["steps"]
    assert any("diff" in step.get("run", "") for step in steps)
    assert steps[0]["with"]["fetch-depth"] == 0
    gitlab = yaml.safe_load((_PROJECT / ".gitlab-ci.yml").read_text(encoding="utf-8"))
    assert gitlab["archive"]["variables"]["GIT_DEPTH"] == "0"


def _gitlab_faults(pipeline: Tree) -> Iterator[str]:
    jobs = {name: job for name, job in pipeline.items() if isinstance(job, dict) and "script" in job}
    if "cache" in pipeline or any("cache" in job for job in jobs.values()):
        yield "cache"
    for name, job in jobs.items():
        if int(re.sub(r" minutes$", "", job.get("timeout", "60 minutes"))) > (30 if name == "code" else 15):
            yield f"{name} does not end"
        if (name == "pages") != ("MERGE_REQUEST" not in str(job["rules"]).upper().replace(" ", "_")):
            yield f"{name} runs for the wrong event"
        if re.search(r"(?<!\S)(-q|--quiet)(?!\S)", " ".join(job["script"])):
            yield f"{name} is quiet"


def test_the_same_rules_hold_for_gitlab() -> None:
    pipeline = yaml.safe_load((_PROJECT / ".gitlab-ci.yml").read_text(encoding="utf-8"))
    assert list(_gitlab_faults(pipeline)) == []
    for job, key, value in [
        ("archive", "cache", {"paths": [".venv"]}),
        ("archive", "timeout", "90 minutes"),
        ("pages", "rules", [{"if": '$CI_PIPELINE_SOURCE == "merge_request_event"'}]),
        ("archive", "rules", [{"if": "$CI_COMMIT_BRANCH"}]),
        ("archive", "script", ["mkdocs build -q"]),
    ]:
        wrong = copy.deepcopy(pipeline)
        wrong[job][key] = value
        assert list(_gitlab_faults(wrong)), (job, key)
