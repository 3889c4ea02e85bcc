"""What a change does to the archive, as the command tells it, held against what clean builds really contain."""

import json
import os
import re
import subprocess
import sys
from collections import Counter
from pathlib import Path

import pytest

from news_archive.mkdocs_plugin import build_site

_COMMAND = Path(sys.executable).parent / "news-archive"
_WHO = {"GIT_AUTHOR_NAME": "E", "GIT_AUTHOR_EMAIL": "e@e.example", "GIT_COMMITTER_NAME": "E"}
_GIT = {**_WHO, "GIT_COMMITTER_EMAIL": "e@e.example", "GIT_CONFIG_GLOBAL": os.devnull, "LC_ALL": "C"}
_FILES = {
    ".gitignore": ".cache/\nsite/\n",
    "mkdocs.yml": "site_name: S\ntheme: {name: material, font: false}\nplugins: [news-archive]\n",
    "docs/index.md": "# Home\n",
    "docs/actors/rvg.md": "---\nname: River Guard\ndescription: Police\naliases: [RVG]\n---\n",
    "docs/actors/walter.md": "---\nname: Jeff Walter\ntype: person\ndescription: A captain\n---\n",
    "docs/places/bergen.md": "---\nname: Bergen\ntype: city\ndescription: A city\n---\n",
    "docs/places/delft.md": "---\nname: Delft\ntype: city\ndescription: A city\n---\n",
}
_TEXTS = [
    "The River Guard (RVG) left Bergen. Captain Walter stayed with the wardens.",
    "Jeff Walter spoke in Delft. Walter said that the wardens of the quay had gone to Bergen harbour.",
    "In Bergen harbour, ships waited. The Quay Company of Delft paid.",
    "Nothing happened in Leiden. The harbour was closed, the RVG said.\n\n## Bergen\n\nThe guard of the gate slept.",
    "Wardens, sailors and the Quay Company met. *Bergen* harbour and `Delft` were named.",
]


def _article(text: str) -> str:
    return f"---\ntitle: T\ndate: 2020-01-02\nsource: S\n---\n\n{text}\n"


def _git(folder: Path, *arguments: str) -> str:
    command = ["git", "-C", str(folder), "-c", "init.defaultBranch=main", *arguments]
    return subprocess.run(command, check=True, capture_output=True, text=True, env={**os.environ, **_GIT}).stdout


def _commit(folder: Path) -> str:
    _git(folder, "add", "--all")
    _git(folder, "commit", "--quiet", "--message", "change")
    return _git(folder, "rev-parse", "HEAD").strip()


def _run(folder: Path, *arguments: str) -> subprocess.CompletedProcess[str]:
    environment = {**os.environ, "NO_COLOR": "1", "NO_MKDOCS_2_WARNING": "1"}
    command = [str(_COMMAND), "diff", *arguments]
    return subprocess.run(command, cwd=folder, env=environment, capture_output=True, text=True, check=False)


@pytest.fixture
def archive(tmp_path: Path) -> Path:
    """A repository with one commit, tagged `base`."""
    texts = {f"articles/2020/2020-01-02-{number}.md": _article(text) for number, text in enumerate(_TEXTS)}
    for path, text in {**_FILES, **texts}.items():
        (tmp_path / path).parent.mkdir(parents=True, exist_ok=True)
        (tmp_path / path).write_text(text, encoding="utf-8")
    _git(tmp_path, "init", "--quiet")
    _commit(tmp_path)
    _git(tmp_path, "tag", "base")
    return tmp_path


def _built(folder: Path, out: Path) -> dict[str, str]:
    """The body of every article of a clean build, by the article's id."""
    assert build_site(folder / "mkdocs.yml", out, strict=False)
    pages = [page.read_text(encoding="utf-8") for page in sorted(out.glob("articles/2020/*/index.html"))]
    found = [re.search(r'data-article="([^"]+)"[^>]*>(.*?)</div>', page, re.DOTALL) for page in pages]
    return {body[1]: body[2] for body in found if body}


def _marks(html: str) -> Counter[tuple[str, str]]:
    """How often which words mean what, by the marks of a page."""
    return Counter(re.findall(r'data-(?:entity|candidates)="([^"]+)"[^>]*>([^<]+)<', re.sub("</?em>", "", html)))


@pytest.mark.parametrize(
    ("entity", "alias"),
    [
        ("actors/rvg", "wardens"),
        ("actors/rvg", "Quay Company"),
        ("places/bergen", "Bergen harbour"),
        ("actors/walter", "Delft"),
        ("places/delft", "Leiden"),
        ("actors/rvg", "Nobody of that name"),
        ("actors/rvg", "Walter"),
    ],
)
def test_alias_changes_exactly_the_articles_whose_pages_change(
    archive: Path, tmp_path_factory: pytest.TempPathFactory, entity: str, alias: str
) -> None:
    out = tmp_path_factory.mktemp("built")
    before = _built(archive, out / "before")
    path = archive / f"docs/{entity}.md"
    path.write_text(
        path.read_text().replace("\n---\n", f"\naliases: [RVG, {alias}]\n---\n").replace("aliases: [RVG]\n", "")
    )
    _commit(archive)
    for cache in archive.glob(".cache/**/*.sqlite"):
        cache.unlink()
    after = _built(archive, out / "after")
    assert len(before) == len(after) == len(_TEXTS)
    told = json.loads(_run(archive, "base", "HEAD", "--format", "json").stdout)
    assert {article["article"] for article in told["articles"]} == {id_ for id_ in before if before[id_] != after[id_]}
    for article in told["articles"]:
        old, new = (_marks(built[article["article"]]) for built in (before, after))
        sides = [name[side] for name in article["names"] for side in ("before", "after") if name[side]]
        assert sum(bool(side["meant"]) for side in sides) == (old - new).total() + (new - old).total()


def test_same_commits_print_the_same_bytes(archive: Path) -> None:
    (archive / "docs/places/delft.md").unlink()
    _commit(archive)
    shapes = ("text", "markdown", "json")
    first = [_run(archive, "base", "HEAD", "--format", shape).stdout for shape in shapes]
    (archive / "articles/2020/2020-01-02-0.md").write_text(_article("Not committed: Delft."))
    for cache in archive.glob(".cache/**/*.sqlite"):
        cache.unlink()
    assert [_run(archive, "base", "HEAD", "--format", shape).stdout for shape in shapes] == first
    assert all("places/delft" in told for told in first)


def test_files_as_they_lie_are_compared_without_a_second_commit(archive: Path) -> None:
    (archive / "articles/2020/2020-01-02-3.md").write_text(_article("The RVG left Delft."))
    told = _run(archive, "base")
    assert told.returncode == 0
    assert "articles/2020/2020-01-02-3.md (edited)" in told.stdout
    assert "+ Delft: nothing → places/delft" in told.stdout
    assert _git(archive, "status", "--short").split() == ["M", "articles/2020/2020-01-02-3.md"]


def test_branch_is_compared_with_where_it_left(archive: Path) -> None:
    _git(archive, "checkout", "--quiet", "-b", "mine")
    (archive / "docs/actors/sailors.md").write_text("---\nname: sailors\ndescription: D\n---\n")
    _commit(archive)
    _git(archive, "checkout", "--quiet", "main")
    (archive / "docs/places/delft.md").unlink()
    _commit(archive)
    _git(archive, "checkout", "--quiet", "mine")
    assert "Delft" not in _run(archive, "main...").stdout
    assert "sailors" in _run(archive, "main...").stdout
    assert "Delft" in _run(archive, "main").stdout


def test_limit_holds_until_the_change_acknowledges_its_effects(archive: Path) -> None:
    (archive / "docs/places/delft.md").unlink()
    assert _run(archive, "base", "--max", "1").returncode == 0
    refused = _run(archive, "base", "--max", "0")
    assert refused.returncode == 1
    assert "1 name changes, and 0 may" in refused.stderr
    assert "--acknowledge" in refused.stderr
    assert _run(archive, "base", "--acknowledge").returncode == 0
    (file,) = (archive / ".acknowledged").iterdir()
    assert file.read_text() == "Meant: 1 changed name in 1 article.\n"
    assert _run(archive, "base", "--max", "0").returncode == 0
    (archive / "docs/places/bergen.md").unlink()
    assert _run(archive, "base", "--max", "0").returncode == 1


def test_new_article_does_not_count(archive: Path) -> None:
    (archive / "articles/2020/2020-01-03-new.md").write_text(_article("Bergen, Delft and the RVG."))
    told = _run(archive, "base", "--max", "0")
    assert told.returncode == 0
    assert "+ page articles/2020/2020-01-03-new" in told.stdout
    assert "articles/2020/2020-01-03-new.md (new article)" in told.stdout


def test_files_with_errors_fail_and_are_named(archive: Path) -> None:
    (archive / "articles/2020/2020-01-02-0.md").write_text("---\ntitle: T\ndate: 2020-02-30\nsource: S\n---\n")
    told = _run(archive, "base")
    assert told.returncode == 1
    assert "ERROR articles/2020/2020-01-02-0.md:3: date" in told.stderr
    assert "Traceback" not in told.stderr


@pytest.mark.parametrize(
    ("arguments", "words"),
    [
        pytest.param(["nowhere"], "git knows no commit 'nowhere'", id="no such commit"),
        pytest.param(["base", "nowhere"], "git knows no commit 'nowhere'", id="no such second commit"),
        pytest.param(["--", "--upload-pack=x"], "is no commit", id="an option for git"),
        pytest.param([], "Missing argument 'BASE'", id="nothing"),
        pytest.param(["base", "--max", "-1"], "--max", id="a limit below nothing"),
    ],
)
def test_wrong_use_is_told_without_a_traceback(archive: Path, arguments: list[str], words: str) -> None:
    told = _run(archive, *arguments)
    assert told.returncode in (1, 2)
    assert words in told.stderr
    assert "Traceback" not in told.stderr


def test_folder_without_git_is_told(small_site: Path) -> None:
    told = _run(small_site, "main")
    assert told.returncode == 1
    assert "not a git repository" in told.stderr


def test_archive_below_the_repository_is_found(archive: Path) -> None:
    (archive / "deep").mkdir()
    for name in ("articles", "docs", "mkdocs.yml"):
        (archive / name).rename(archive / "deep" / name)
    first = _commit(archive)
    (archive / "deep/docs/places/delft.md").unlink()
    assert "Delft: places/delft → nothing" in _run(archive / "deep", first).stdout
    refused = _run(archive / "deep", "base")
    assert refused.returncode == 1
    assert "has no mkdocs.yml" in refused.stderr


def test_symbolic_links_of_a_commit_are_not_followed(archive: Path, tmp_path_factory: pytest.TempPathFactory) -> None:
    secret = tmp_path_factory.mktemp("secret") / "s.md"
    secret.write_text(_article("The RVG keeps secrets."))
    (archive / "articles/2020/link.md").symlink_to(secret)
    _commit(archive)
    told = _run(archive, "HEAD", "base")
    assert "secrets" not in told.stdout
    assert told.returncode == 0


@pytest.mark.parametrize("settings", ["docs_dir: ../docs\n", "INHERIT: ../mkdocs.yml\ndocs_dir: ../docs\n"])
def test_settings_may_name_files_above_their_folder(archive: Path, settings: str) -> None:
    (archive / "deep").mkdir()
    (archive / "articles").rename(archive / "deep/articles")
    own = "" if "INHERIT" in settings else _FILES["mkdocs.yml"]
    (archive / "deep/site.yml").write_text(own + settings)
    first = _commit(archive)
    (archive / "docs/places/delft.md").unlink()
    told = _run(archive, first, "-f", "deep/site.yml")
    assert "Delft: places/delft → nothing" in told.stdout, told.stderr


def test_article_that_is_called_otherwise_changes_no_names(archive: Path) -> None:
    (archive / "articles/2020/2020-01-02-0.md").rename(archive / "articles/2020/2020-01-02-renamed.md")
    told = _run(archive, "base", "--max", "0")
    assert told.returncode == 0
    assert told.stdout.splitlines() == [
        "No name in any article changes; 2 pages do.",
        "",
        "+ page articles/2020/2020-01-02-renamed",
        "- page articles/2020/2020-01-02-0",
    ]


def test_acknowledgement_is_not_written_through_a_link(archive: Path, tmp_path_factory: pytest.TempPathFactory) -> None:
    elsewhere = tmp_path_factory.mktemp("elsewhere")
    (archive / ".acknowledged").symlink_to(elsewhere)
    (archive / "docs/places/delft.md").unlink()
    told = _run(archive, "base", "--acknowledge")
    assert told.returncode == 3
    assert "'.acknowledged' is a symbolic link" in told.stderr
    assert list(elsewhere.iterdir()) == []


def test_file_that_git_lost_is_told(archive: Path) -> None:
    lost = _git(archive, "rev-parse", "HEAD:docs/places/delft.md").strip()
    (archive / ".git/objects" / lost[:2] / lost[2:]).unlink()
    told = _run(archive, "base")
    assert told.returncode == 1
    assert f"git has lost the file {lost}" in told.stderr
    assert "Traceback" not in told.stderr


def test_sides_without_a_common_commit_are_told(archive: Path) -> None:
    _git(archive, "checkout", "--quiet", "--orphan", "other")
    (archive / "docs/places/delft.md").unlink()
    _commit(archive)
    assert "no commit from which both sides of 'base...' come" in _run(archive, "base...").stderr
