"""A draft is read and checked like any article, shown to its editor, and leaves no trace in what is published."""

import json
import os
import re
import subprocess
import sys
from pathlib import Path

import pytest
from mkdocs.commands.build import build
from mkdocs.config import load_config

from news_archive.content import Places, load

_COMMAND = Path(sys.executable).parent / "news-archive"
_DRAFT = (
    "---\ntitle: Zeppelin over the lake\ndate: 2031-05-06\nsource: Zeppelin Weekly\nredirect_from: old/zeppelin\n"
    "draft: true\n---\n\nThe YPG saw it. SDF too. <script>zeppelin()</script>\n"
)


@pytest.fixture
def site(small_site: Path) -> Path:
    (small_site / "articles/2031").mkdir()
    (small_site / "articles/2031/zeppelin.md").write_text(_DRAFT)
    return small_site


def _run(folder: Path, *arguments: str) -> subprocess.CompletedProcess[str]:
    environment = {**os.environ, "NO_COLOR": "1", "NO_MKDOCS_2_WARNING": "1"}
    return subprocess.run(
        [_COMMAND, *arguments], cwd=folder, env=environment, capture_output=True, text=True, check=False
    )


def _pages(site: Path, command: str) -> dict[str, str]:
    """The files of a site that is built as `mkdocs build` or `mkdocs serve` does it."""
    config = load_config(str(site / "mkdocs.yml"), site_dir=str(site / command), strict=True)
    config.plugins.on_startup(command=command, dirty=False)  # type: ignore[arg-type]  # a literal type
    build(config)
    files = [file for file in (site / command).rglob("*") if file.is_file()]
    return {file.relative_to(site / command).as_posix(): file.read_bytes().decode("utf-8", "replace") for file in files}


def test_published_site_is_the_same_with_and_without_a_draft(site: Path) -> None:
    with_draft = _pages(site, "build")
    (site / "articles/2031/zeppelin.md").unlink()
    assert with_draft == _pages(site, "build")
    assert not [path for path, text in with_draft.items() if "zeppelin" in path or "zeppelin" in text.lower()]


def test_picture_that_only_a_draft_shows_is_not_published(site: Path) -> None:
    """One that another text shows as well, or that no text shows, is."""
    for name in ("secret.png", "shared.png", "unused.png"):
        (site / f"articles/2031/{name}").write_bytes(b"\x89PNG")
    pictures = "![a](secret.png) ![b](./shared.png) [first](index.md)\n"
    (site / "articles/2031/zeppelin.md").write_text(_DRAFT + pictures)
    (site / "docs/index.md").write_text("# Home\n\n![b](articles/2031/shared.png)\n")
    assert {path for path in _pages(site, "build") if path.endswith(".png") and "2031" in path} == {
        "articles/2031/shared.png",
        "articles/2031/unused.png",
    }
    assert "articles/2031/secret.png" in _pages(site, "serve")
    assert _run(site, "check", "--strict").returncode == 0


def test_draft_is_marked_on_its_page_and_in_lists_while_the_site_is_served(site: Path) -> None:
    pages = _pages(site, "serve")
    assert '<p class="na-draft">Draft: not published</p>' in pages["articles/2031/zeppelin/index.html"]
    assert (
        "na-draft" not in pages["articles/2031/index.html"].split("Zeppelin over the lake", 1)[0].split("<body", 1)[1]
    )
    for listed in ("articles/2031/index.html", "actors/ypg/index.html", "index.html", "articles/2020/raid/index.html"):
        assert 'Zeppelin over the lake</a> <strong class="na-draft">Draft</strong>' in pages[listed] or (
            'Zeppelin over the lake <strong class="na-draft">Draft</strong>' in pages[listed]
        ), listed
    assert "na-draft" not in pages["sources/s/index.html"].split("<body", 1)[1]
    assert "old/zeppelin/index.html" in pages


def test_draft_is_not_among_the_annotations(site: Path) -> None:
    records = [json.loads(line) for line in _run(site, "annotations").stdout.splitlines()]
    assert {record["article"] for record in records} == {"2020/raid"}
    asked = _run(site, "annotations", "zeppelin")
    assert asked.returncode == 2
    assert "articles/2031/zeppelin.md is a draft" in asked.stderr


def test_names_of_a_draft_are_explained(site: Path) -> None:
    explained = _run(site, "explain", "zeppelin", "YPG")
    assert explained.returncode == 0
    assert "linked to YPG (actors/ypg)" in explained.stdout


def test_problems_of_a_draft_are_told_by_check(site: Path) -> None:
    assert re.search(r"articles/2031/zeppelin\.md(:\d+)?: <script> was taken out", _run(site, "check").stdout)
    file = site / "articles/2031/zeppelin.md"
    file.write_text(_DRAFT.replace("draft: true", "draft: true\nlang: English"))
    told = _run(site, "check")
    assert "articles/2031/zeppelin.md:7: lang: 'English' is not a language" in told.stdout
    assert told.returncode == 1


def test_draft_may_bear_a_date_that_is_still_to_come(site: Path) -> None:
    assert "is after today" not in _run(site, "check").stdout
    file = site / "articles/2031/zeppelin.md"
    file.write_text(_DRAFT.replace("draft: true\n", ""))
    assert "2031-05-06 is after today" in _run(site, "check").stdout


@pytest.mark.parametrize(
    ("path", "line", "link"),
    [
        ("articles/2020/raid.md", 8, "../2031/zeppelin.md"),
        ("docs/actors/ypg.md", 6, "../articles/2031/zeppelin.md"),
    ],
)
def test_link_from_a_published_page_to_a_draft_is_told(site: Path, path: str, line: int, link: str) -> None:
    with (site / path).open("a") as file:
        file.write(f"Seen [before]({link}).\n")
    told = _run(site, "check", "--strict")
    assert f"WARNING {path}:{line}: the link {link} leads to a draft, which readers can't open" in told.stdout
    assert told.returncode == 1


def test_link_between_drafts_is_right(site: Path) -> None:
    (site / "articles/2031/second.md").write_text(
        _DRAFT.split("redirect_from", maxsplit=1)[0] + "draft: true\n---\n\n[A](zeppelin.md)\n"
    )
    assert _run(site, "check", "--strict").returncode == 0


@pytest.mark.parametrize("typed", ["yes", "True", "1", "[true]", '"no"'])
def test_draft_is_true_or_false_and_nothing_else(site: Path, typed: str) -> None:
    (site / "articles/2031/zeppelin.md").write_text(_DRAFT.replace("draft: true", f"draft: {typed}"))
    (finding,) = load(Places(root=site)).findings
    assert (finding.line, finding.field) == (6, "draft")
    assert "is neither true nor false. Write draft: true" in finding.message


@pytest.mark.parametrize(("typed", "is_draft"), [("true", True), ("false", False), ("'true'", True), ("", False)])
def test_draft_is_read(site: Path, typed: str, is_draft: bool) -> None:  # noqa: FBT001  # a column of the table
    (site / "articles/2031/zeppelin.md").write_text(_DRAFT.replace("draft: true", f"draft: {typed}"))
    assert [a.draft for a in load(Places(root=site)).library.articles] == [False, is_draft]


def test_folder_of_drafts_is_declared_once(site: Path) -> None:
    """An article's own `draft: false` overrules the folder."""
    (site / "articles/2020/.meta.yml").write_text("draft: true\n")
    (site / "articles/2020/open.md").write_text("---\ntitle: O\ndate: 2020-01-03\nsource: S\ndraft: false\n---\n")
    drafts = {a.id: a.draft for a in load(Places(root=site)).library.articles}
    assert drafts == {"2020/raid": True, "2020/open": False, "2031/zeppelin": True}
