"""The real build on broken content: it stops, says where, and the site that was there before stays."""

import os
import re
import subprocess
import sys
from collections.abc import Mapping
from pathlib import Path

import pytest
import yaml

_HEAD = "---\ntitle: T\ndate: 2020-01-02\nsource: S\n"
_ENTITY = "---\nname: Kite Group\ndescription: D\n"


def _build(folder: Path, *arguments: str) -> subprocess.CompletedProcess[str]:
    """`mkdocs build` where a site lies already."""
    (folder / "site").mkdir()
    (folder / "site/index.html").write_text("the last good site")
    return subprocess.run(
        [sys.executable, "-m", "mkdocs", "build", *arguments],
        cwd=folder,
        env={**os.environ, "NO_COLOR": "1", "NO_MKDOCS_2_WARNING": "1"},
        capture_output=True,
        text=True,
        check=False,
    )


def _assert_refused(small_site: Path, result: subprocess.CompletedProcess[str], message: str) -> None:
    assert result.returncode == 1, result.stderr
    assert re.search(message, result.stderr), result.stderr
    assert "Traceback" not in result.stderr
    assert [path.name for path in (small_site / "site").iterdir()] == ["index.html"]
    assert (small_site / "site/index.html").read_text() == "the last good site"


@pytest.mark.parametrize(
    ("files", "message"),
    [
        pytest.param(
            {"articles/2020/k.md": f"{_HEAD}author: Jo: a reporter\n---\n"},
            r"articles/2020/k\.md:5: this line",
            id="broken YAML",
        ),
        pytest.param(
            {"articles/2020/k.md": "---\ndate: 2020\nsource: S\n---\n"},
            r"articles/2020/k\.md:2: title: is missing",
            id="missing title",
        ),
        pytest.param(
            {"articles/2020/k.md": "---\ntitle: T\ndate: 2016-02-30\nsource: S\n---\n"},
            r"articles/2020/k\.md:3: date: '2016-02-30' is not a date",
            id="30 February",
        ),
        pytest.param(
            {"articles/2020/k.md": f"{_HEAD}title: U\n---\n"},
            r"articles/2020/k\.md:5: title: .*first on line 2",
            id="duplicate key",
        ),
        pytest.param(
            {"docs/actors/k.md": f"{_ENTITY}part_of: sdff\n---\n"},
            r"docs/actors/k\.md:4: part_of: there is no 'sdff'\. Did you mean actors/sdf\?",
            id="unknown reference",
        ),
        pytest.param(
            {"docs/actors/k.md": f"{_ENTITY}part_of: l\n---\n", "docs/actors/l.md": f"{_ENTITY}part_of: k\n---\n"},
            r"docs/actors/k\.md:4: part_of: .*actors/k → actors/l → actors/k",
            id="cycle",
        ),
        pytest.param(
            {"docs/places/k.md": f"{_ENTITY}coordinates: [95, 37.1]\n---\n"},
            r"docs/places/k\.md:4: coordinates: latitude 95",
            id="latitude 95",
        ),
        pytest.param(
            {"articles/2020/k.md": f"{_HEAD}slug: raid\n---\n"},
            # The file that has the slug as its name comes later, and has no line to show.
            r"articles/2020/raid\.md:1: this page would have the same address as articles/2020/k\.md",
            id="slug that is another file's name",
        ),
        pytest.param(
            {"articles/2020/k.md": f"{_HEAD}slug: same\n---\n", "articles/2020/l.md": f"{_HEAD}slug: same\n---\n"},
            r"articles/2020/l\.md:5: slug: .*same address as articles/2020/k\.md",
            id="two files with one slug",
        ),
        pytest.param(
            {"articles/2020/k.md": f"{_HEAD}---\n\n\0\0\0\n"},
            r"articles/2020/k\.md:7: this is a binary file",
            id="binary file",
        ),
    ],
)
def test_broken_content_stops_the_build_and_leaves_the_last_site(
    small_site: Path, files: Mapping[str, str], message: str
) -> None:
    for path, text in files.items():
        (small_site / path).parent.mkdir(parents=True, exist_ok=True)
        (small_site / path).write_text(text, encoding="utf-8")
    _assert_refused(small_site, _build(small_site), message)


@pytest.mark.parametrize(
    ("files", "message"),
    [
        pytest.param(
            {"docs/articles/2020/raid.md": "# Another page\n"},
            r"articles/2020/raid\.md:1: .*the same address as docs/articles/2020/raid\.md",
            id="a plain page at an article's address",
        ),
        pytest.param(
            {"articles/2020.md": f"{_HEAD}---\n\nText.\n"},
            r"articles/2020\.md.*address",
            id="an article at the address of a year's list",
        ),
        pytest.param(
            {"articles/2020/k.md": f"{_HEAD}redirect_from: actors\n---\n"},
            r"articles/2020/k\.md:5: redirect_from: 'actors' is the address of",
            id="an old address that is a list's",
        ),
        pytest.param(
            {"articles/2020/k.md": f"{_HEAD}redirect_from: about\n---\n", "docs/about.md": "# About\n"},
            r"articles/2020/k\.md:5: redirect_from: 'about' is the address of",
            id="an old address that is a plain page's",
        ),
        pytest.param(
            {"articles/2020/k.md": f"{_HEAD}redirect_from: sitemap.xml\n---\n"},
            r"articles/2020/k\.md:5: redirect_from: ",
            id="an old address that is a file of the site",
        ),
        pytest.param(
            {"articles/2020/k.md": f"{_HEAD}redirect_from: assets/news-archive.css\n---\n"},
            r"articles/2020/k\.md:5: redirect_from: ",
            id="an old address that is the style sheet's",
        ),
        pytest.param(
            {"articles/2020/k.md": f"{_HEAD}redirect_from: maps/north.csv\n---\n", "docs/maps/north.csv": "x"},
            r"articles/2020/k\.md:5: redirect_from: ",
            id="an old address that is a document's",
        ),
        pytest.param(
            {"articles/2020/k.md": f"{_HEAD}mentions: {{'': none}}\n---\n\nText.\n"},
            r"articles/2020/k\.md:5: mentions: ",
            id="a ruling on nothing",
        ),
    ],
)
def test_pages_that_would_take_each_others_place_stop_the_build(
    small_site: Path, files: Mapping[str, str], message: str
) -> None:
    """Or one of them vanishes from the site without a word."""
    for path, text in files.items():
        (small_site / path).parent.mkdir(parents=True, exist_ok=True)
        (small_site / path).write_text(text, encoding="utf-8")
    _assert_refused(small_site, _build(small_site), message)


@pytest.mark.parametrize(
    "path", ["docs/pagefind/data.csv", "docs/pagefind/a/b.md", "docs/pagefind.md", "docs/PageFind/x.md"]
)
def test_file_in_the_place_of_the_searchs_index_stops_the_build(small_site: Path, path: str) -> None:
    """Or it would be gone from the site without a word."""
    pytest.importorskip("pagefind")  # an optional package: a site may do without a search
    (small_site / path).parent.mkdir(exist_ok=True, parents=True)
    (small_site / path).write_text("a,b\n")
    message = rf"{path}:1: the index of the search would take the place of this file.*\s+.*Rename"
    _assert_refused(small_site, _build(small_site), message)


@pytest.mark.parametrize(
    "theme",
    [None, "mkdocs", "readthedocs", {"name": None, "custom_dir": "docs"}],
    ids=["none", "mkdocs", "readthedocs", "own"],
)
def test_another_theme_stops_the_build(small_site: Path, theme: object) -> None:
    settings = {"site_name": "Small", "plugins": ["news-archive"]} | ({"theme": theme} if theme else {})
    (small_site / "mkdocs.yml").write_text(yaml.safe_dump(settings))
    _assert_refused(
        small_site, _build(small_site), r"mkdocs\.yml: theme: .*\s+.*Write theme: \{name: material, font: false\}"
    )


@pytest.mark.parametrize(
    ("options", "message"),
    [
        pytest.param(
            "articles_dir: ../elsewhere", r"mkdocs\.yml: articles_dir: '\.\./elsewhere' is not a folder", id="up"
        ),
        pytest.param("articles_dir: /srv/articles", r"mkdocs\.yml: articles_dir: ", id="absolute"),
        pytest.param("articles_dir: nowhere", r"nowhere: there is no such folder", id="missing"),
        pytest.param("artcles_dir: articles", r"mkdocs\.yml.*artcles_dir", id="misspelt"),
        pytest.param("link: sometimes", r"link.*first-per-section.*sometimes", id="no such choice"),
    ],
)
def test_wrong_settings_stop_the_build(small_site: Path, options: str, message: str) -> None:
    (small_site / "mkdocs.yml").write_text(
        f"site_name: Small\ntheme: material\nplugins: [{{news-archive: {{{options}}}}}]\n"
    )
    _assert_refused(small_site, _build(small_site, "--strict"), message)


def test_a_warning_stops_a_strict_build_only(small_site: Path) -> None:
    (small_site / "articles/2020/raid.md").write_text(f"{_HEAD}tagz: x\n---\n\nAt dawn.\n")
    message = r"WARNING +-  .*articles/2020/raid\.md:5: tagz: there is no such field"
    _assert_refused(small_site, _build(small_site, "--strict"), message)

    (small_site / "site/index.html").unlink()
    (small_site / "site").rmdir()
    lenient = _build(small_site)
    assert lenient.returncode == 0
    assert re.search(message, lenient.stderr)
    assert "At dawn." in (small_site / "site/articles/2020/raid/index.html").read_text()
