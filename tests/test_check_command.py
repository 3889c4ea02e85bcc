"""The command `check`: which files it tells of, in which format, and that a build tells the same."""

import json
import os
import re
import subprocess
import sys
from collections.abc import Mapping
from pathlib import Path

import pytest

_SETTINGS = "site_name: Small\ntheme: {{name: material, font: false}}\nplugins:\n  - news-archive: {}\n"
_QUIET = "{rules: {unused-entity: off, no-origin: off, missing-rights: off}}"
_HEAD = "---\ntitle: T\ndate: 2020-01-02\nsource: S\n"
_ENTITY = "---\nname: Kite Group\ndescription: D\n"


def _run(folder: Path, *arguments: str | Path) -> subprocess.CompletedProcess[str]:
    command = [Path(sys.executable).parent / "news-archive", "check", *arguments]
    environment = {**os.environ, "NO_COLOR": "1"}
    return subprocess.run(command, cwd=folder, env=environment, capture_output=True, text=True, check=False, timeout=60)


def _write(site: Path, files: Mapping[str, str], options: str = _QUIET) -> Path:
    for path, text in {"mkdocs.yml": _SETTINGS.format(options), **files}.items():
        (site / path).parent.mkdir(parents=True, exist_ok=True)
        (site / path).write_text(text, encoding="utf-8")
    return site


_TWO_FAULTS = {
    "articles/2020/a.md": f"{_HEAD}tagz: x\n---\n\nThe YPG left.\n",
    "articles/2020/b.md": f"{_HEAD}autor: x\n---\n\nThe SDF left.\n",
}


@pytest.mark.parametrize(
    ("folder", "typed"),
    [
        pytest.param(".", "articles/2020/a.md", id="from the project"),
        pytest.param(".", "./articles/2020/a.md", id="with a dot before it"),
        pytest.param(".", "docs/../articles//2020/a.md", id="in a roundabout way"),
        pytest.param("articles/2020", "a.md", id="from its own folder"),
        pytest.param("docs", "../articles/2020/a.md", id="from another folder"),
    ],
)
def test_a_file_is_named_as_an_editor_types_it(small_site: Path, folder: str, typed: str) -> None:
    site = _write(small_site, _TWO_FAULTS)
    for path in (Path(typed), (site / folder / typed)):
        result = _run(site / folder, "-f", site / "mkdocs.yml", path)
        assert result.stdout.splitlines() == [
            "WARNING articles/2020/a.md:5: tagz: there is no such field, so it is not used. Did you mean `tags`?"
        ]
        assert (result.returncode, result.stderr) == (0, "1 warning\n")


def test_several_files_may_be_named_and_one_without_a_fault_is_silent(small_site: Path) -> None:
    site = _write(small_site, _TWO_FAULTS)
    both = _run(site, "--strict", "articles/2020/a.md", "articles/2020/b.md")
    assert (both.returncode, len(both.stdout.splitlines())) == (1, 2)
    none = _run(site, "--strict", "articles/2020/raid.md", "docs/index.md", "mkdocs.yml")
    assert (none.returncode, none.stdout, none.stderr) == (0, "", "")


def test_a_clash_is_told_for_either_file(small_site: Path) -> None:
    site = _write(small_site, {"docs/actors/sdu.md": "---\nname: SDU\ndescription: D\naliases: [SDF]\n---\n"})
    first, second = (_run(site, path).stdout for path in ("docs/actors/sdf.md", "docs/actors/sdu.md"))
    assert first == second
    assert first.startswith("WARNING docs/actors/sdf.md:2: name: 'SDF' is also a name of actors/sdu (")


def test_errors_of_other_files_do_not_fail_the_check_of_one(small_site: Path) -> None:
    site = _write(small_site, {"articles/2020/a.md": "---\ntitle: T\n---\n"})
    result = _run(site, "articles/2020/raid.md")
    assert (result.returncode, result.stdout) == (0, "")
    assert result.stderr == "Names and links are checked when the archive has no errors.\n"


@pytest.mark.parametrize(
    ("typed", "message"),
    [
        ("articles/2020/riad.md", "Did you mean articles/2020/raid.md?"),
        ("README.md", "'README.md' is no file of the archive. Its files lie in articles/ and docs/"),
        ("articles/2020", "'articles/2020' is a folder. Name its files, e.g. articles/2020/*.md"),
        ("/etc/hosts", "'/etc/hosts' is no file of the archive"),
    ],
)
def test_a_path_that_is_not_in_the_archive_is_wrong_use(small_site: Path, typed: str, message: str) -> None:
    (small_site / "README.md").write_text("Read me.\n")
    result = _run(small_site, typed)
    assert (result.returncode, result.stdout) == (2, "")
    assert message in result.stderr


def test_json_is_one_document_also_where_nothing_is_wrong(small_site: Path) -> None:
    site = _write(small_site, {})
    assert json.loads(_run(site, "--format", "json").stdout)["findings"] == []
    _write(site, _TWO_FAULTS)
    result = _run(site, "--format", "json", "--strict")
    document = json.loads(result.stdout)
    assert (result.returncode, result.stderr) == (1, "")
    assert document["counts"] == {"error": 0, "warning": 2, "note": 0}
    assert [(f["rule"], f["file"], f["line"]) for f in document["findings"]] == [
        ("unknown-field", "articles/2020/a.md", 5),
        ("unknown-field", "articles/2020/b.md", 5),
    ]


def test_workflows_and_programs_get_paths_from_where_they_run(small_site: Path) -> None:
    site = _write(small_site, _TWO_FAULTS)
    arguments = ("-f", site / "mkdocs.yml", "--format")
    command = _run(site.parent, *arguments, "github").stdout.splitlines()[0]
    assert command.startswith(f"::warning file={site.name}/articles/2020/a.md,line=5,title=unknown-field::tagz: ")
    log = json.loads(_run(site.parent, *arguments, "sarif").stdout)
    place = log["runs"][0]["results"][0]["locations"][0]["physicalLocation"]
    assert place["artifactLocation"]["uri"] == f"{site.name}/articles/2020/a.md"


@pytest.mark.parametrize(
    ("options", "message"),
    [
        ("{rules: {unused-entities: off}}", "mkdocs.yml: rules: there is no rule 'unused-entities'. Did you mean"),
        ("{rules: {unused-entity: of}}", "mkdocs.yml: rules: unused-entity: 'of' is no weight of a rule. Did you mean off?"),
        ("{rules: {cycle: note}}", "mkdocs.yml: rules: 'cycle' stands for what a site can't be built with"),
        ("{naming_policy: {no: yes}}", "Write both as text, in quotes"),
        ("{naming_policy: {liberated: 1}}", "mkdocs.yml: naming_policy: 'liberated: 1' is no word"),
    ],
)  # fmt: skip
def test_what_the_settings_can_not_say_is_told(small_site: Path, options: str, message: str) -> None:
    result = _run(_write(small_site, {}, options))
    assert result.returncode == 1
    assert message in result.stderr
    assert "Traceback" not in result.stderr


_ARCHIVES = {
    "warnings": (
        _QUIET,
        {
            **_TWO_FAULTS,
            "articles/2019/2019-01-01-old.md": f"{_HEAD}updated: 2018\nretrieved: 2017\nurl: https://a.example/\n"
            "archived_url: https://a.example/\nmentions: {Nobody: none}\n---\n\n[a](b.md) ![b](http://x.example/p.png)\n",
            "docs/actors/k.md": "---\nname: SDF\naliases: [K, '20', May]\nsee_also: [k, k, ypg, ypg]\n---\n",
            "docs/people/jo.md": "---\nname: Jo\ndemonyms: x\n---\n",
            "docs/places/New.MD": "x",
        },
    ),
    "errors": (
        _QUIET,
        {
            "articles/2020/a.md": "---\ndate: never\nsource: S\ntagz: x\n---\n",
            "articles/2020/b.md": "---\ntitle: [\n---\n",
            "docs/actors/k.md": f"{_ENTITY}part_of: k\n---\n",
            "docs/actors/l.md": f"{_ENTITY}part_of: nobody\n---\n",
            "docs/run.js": "x",
        },
    ),
    "rules that were raised, lowered and switched off": (
        (
            "{rules: {unused-entity: warning, no-origin: error, missing-rights: off, unknown-field: note, undecided-name: "
            "warning, removed-html: error, claimed-twice: off, repeated-name: warning}, naming_policy: {dawn: morning}}"
        ),
        {
            **_TWO_FAULTS,
            "articles/2020/c.md": f"{_HEAD}draft: true\n---\n\nThe SDF came. <script>x</script>\n",
            "docs/actors/k.md": f"{_ENTITY}aliases: [SDF, Kite Group]\n---\n\nAt dawn.\n",
        },
    ),
    "settings": (
        "{rules: {unused-entity: off}, model: no_such_model}",
        {"articles/2020/c.md": f"{_HEAD}draft: true\ntagz: x\n---\n\n[a](b.md)\n"},
    ),
}


def _told(lines: str, pattern: str) -> set[tuple[str, ...]]:
    return {found.groups() for found in re.finditer(pattern, lines, re.MULTILINE)}


@pytest.mark.parametrize(("options", "files"), _ARCHIVES.values(), ids=_ARCHIVES)
def test_a_build_tells_the_same_errors_and_warnings_as_the_check(
    small_site: Path, options: str, files: Mapping[str, str]
) -> None:
    site = _write(small_site, files, options)
    checked = _run(site)
    built = subprocess.run(
        [sys.executable, "-m", "mkdocs", "build"], cwd=site, env={**os.environ, "NO_COLOR": "1"},
        capture_output=True, text=True, check=False,
    )  # fmt: skip
    in_build = _told(built.stderr, r"^(ERROR|WARNING) +-  news_archive: (.*)$")
    in_check = _told(checked.stdout, r"^(ERROR|WARNING) (.*)$")
    assert in_build == in_check
    assert len(in_check) >= 3
    assert (built.returncode != 0) == (checked.returncode != 0)


@pytest.mark.skipif(sys.platform != "linux", reason="other systems refuse such a name")
@pytest.mark.parametrize("folder", ["docs", "articles/2020"])
def test_file_name_that_is_not_utf_8_is_told(small_site: Path, folder: str) -> None:
    (small_site / folder / os.fsdecode(b"bad\xff.md")).write_text("# Page\n")
    result = _run(_write(small_site, {}))
    assert (result.returncode, result.stderr) == (
        1,
        "1 error\nNames and links are checked when the archive has no errors.\n",
    )
    assert "the file's name is not UTF-8" in result.stdout


def test_links_that_lead_in_circles_are_told_and_not_followed(small_site: Path) -> None:
    for name in ("one", "two"):
        (small_site / "docs" / name).symlink_to(".")
    result = _run(_write(small_site, {}))
    assert "docs/one: this is a symbolic link" in result.stdout
    assert result.returncode == 1
