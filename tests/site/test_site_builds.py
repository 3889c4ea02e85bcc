"""How builds behave: the same bytes each time, an end where a template loses text, a search, a server."""

import gzip
import json
import shutil
import subprocess
from collections.abc import Callable
from pathlib import Path

import pytest
from mkdocs.config import load_config
from mkdocs.livereload import LiveReloadServer

from news_archive.mkdocs_plugin import NewsArchivePlugin
from news_archive.mkdocs_plugin import build_site as build_in_process


def _files(site: Path) -> dict[str, bytes]:
    return {file.relative_to(site).as_posix(): file.read_bytes() for file in site.rglob("*") if file.is_file()}


def test_two_builds_give_the_same_bytes(build_site: Callable[[str, int], Path]) -> None:
    """In another folder, and with sets in another order."""
    one, other = _files(build_site("directories", 1)), _files(build_site("directories", 2))
    assert sorted(one) == sorted(other)
    assert [path for path in one if one[path] != other[path]] == []


def _edit(project: Path) -> None:
    """An editor renames an entity, gives another one a name, and mends an article."""
    ypg, dam = project / "docs/actors/ypg.md", project / "docs/places/tabqa-dam.md"
    ypg.write_text(ypg.read_text("utf-8").replace("People's Protection Units", "Protection Units"), "utf-8")
    dam.write_text(dam.read_text("utf-8").replace("A dam", "A dam\naliases: [the city]"), "utf-8")
    article = project / "articles/2017/2017-05-10-dam.md"
    article.write_text(article.read_text("utf-8").replace("It held.", "The YPG held it."), "utf-8")
    (project / "docs/glossary/barrel-bomb.md").unlink()


def test_build_after_changes_gives_the_same_bytes_as_a_first_build(
    project: Path, tmp_path_factory: pytest.TempPathFactory, build: Callable[[Path], Path]
) -> None:
    """Whatever was kept of the build before."""
    build(project)
    other = tmp_path_factory.mktemp("other")
    shutil.copytree(project, other, dirs_exist_ok=True, ignore=shutil.ignore_patterns(".*", "site"))
    _edit(project)
    _edit(other)
    later, first = _files(build(project)), _files(build(other))
    assert sorted(later) == sorted(first)
    assert [path for path in later if later[path] != first[path]] == []
    assert b"The YPG held it" not in later["articles/2017/2017-05-10-dam/index.html"]
    assert b"m-actors-ypg-1" in later["articles/2017/2017-05-10-dam/index.html"]


def test_template_that_changes_the_text_ends_the_build(lossy_build: subprocess.CompletedProcess[str]) -> None:
    assert lossy_build.returncode != 0
    assert "the template news-archive/article.html changes or leaves out the text of" in lossy_build.stderr
    assert "articles/2017/2017-05-10-dam.md" in lossy_build.stderr
    assert "Traceback" not in lossy_build.stderr


def test_search_finds_articles_and_entities_but_no_lists(site: Path) -> None:
    texts = {}
    for file in (site / "pagefind/fragment").iterdir():
        entry = json.loads(gzip.decompress(file.read_bytes()).removeprefix(b"pagefind_dcd"))
        assert (site / entry["url"].removeprefix("/")).exists()
        texts[entry["url"].removeprefix("/").removesuffix("/").removesuffix(".html")] = entry
    assert "articles/2017/2017-05-10-dam" in texts
    assert {"actors/sdf", "about"} <= set(texts)
    assert not {"actors", "actors/index", "sources/other-paper", "articles/2016", "articles/2016/index"} & set(texts)


def test_site_without_pagefind_is_built_and_says_what_to_type(
    project: Path, monkeypatch: pytest.MonkeyPatch, caplog: pytest.LogCaptureFixture
) -> None:
    """In a strict build as well: it is a note and no warning."""
    monkeypatch.setattr("news_archive.mkdocs_plugin.searched.is_installed", lambda: False)
    with caplog.at_level("INFO", logger="mkdocs"):
        assert build_in_process(project / "mkdocs.yml", project / "site", strict=True)
    notes = [record for record in caplog.records if "news-archive[search]" in record.getMessage()]
    assert [record.levelname for record in notes] == ["INFO"]
    assert not (project / "site/pagefind").exists()
    assert (project / "site/search/index.html").is_file()


def test_failing_pagefind_ends_the_build_without_a_traceback(
    project: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    monkeypatch.setenv("PAGEFIND_BINARY_PATH", str(project / "nowhere"))
    assert not build_in_process(project / "mkdocs.yml", project / "site", strict=False)
    said = capsys.readouterr().err
    assert "can't be run: No such file or directory" in said
    assert "Traceback" not in said


class _Server(LiveReloadServer):
    """A server that serves nothing and notes what it should watch."""

    def __init__(self) -> None:
        self.watched: list[str] = []
        self.root = "nowhere"

    def watch(self, path: str, func: None = None, *, recursive: bool = True) -> None:  # noqa: ARG002  # the server's own signature
        self.watched.append(path)


def test_server_watches_the_articles(project: Path) -> None:
    config = load_config(str(project / "mkdocs.yml"))
    plugin = config.plugins["news-archive"]
    assert isinstance(plugin, NewsArchivePlugin)
    plugin.on_config(config)
    server = _Server()
    assert plugin.on_serve(server, config=config, builder=lambda: None) is server
    assert server.watched == [str(project / "articles")]
