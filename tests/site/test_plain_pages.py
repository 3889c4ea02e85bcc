"""Plain pages of a built site: what their front matter may say to the theme, and that a search finds them."""

import gzip
import json
import os
import re
from collections.abc import Callable
from pathlib import Path

import pytest
from mkdocs.commands.build import build as mkdocs_build
from mkdocs.config import load_config

from news_archive.mkdocs_plugin import build_site

Build = Callable[..., str]
_EVIL = '\'"><meta http-equiv="refresh" content="0;url=https://evil.example"><i z="\''


@pytest.fixture
def about(small_site: Path) -> Build:
    """Builds the small site with this front matter on its page `about`; the page's HTML."""

    def build(front_matter: str, *, strict: bool = True) -> str:
        (small_site / "docs/about.md").write_text(f"---\n{front_matter}\n---\n# Heading\n\nA zebra.\n", "utf-8")
        assert build_site(small_site / "mkdocs.yml", small_site / "site", strict=strict)
        return (small_site / "site/about/index.html").read_text("utf-8")

    return build


def _found(site: Path) -> dict[str, str]:
    """Title of every page that a search finds, by address."""
    pytest.importorskip("pagefind")  # an optional package: a site may do without a search
    fragments = (json.loads(gzip.decompress(file.read_bytes())[12:]) for file in (site / "pagefind/fragment").iterdir())
    return {fragment["url"]: fragment["meta"]["title"] for fragment in fragments}


@pytest.mark.parametrize(
    "front_matter",
    [
        *(
            f"{field}: {_EVIL}"
            for field in ("title", "description", "author", "published", "style", "status", "subtitle", "robots")
        ),
        *(f"{field}: [a, {_EVIL}]" for field in ("title", "description", "author", "published", "status", "tags")),
        f"title: {{{_EVIL}: {_EVIL}}}",
        f"status: {{a: [{_EVIL}]}}",
        f"git_revision_date_localized: {_EVIL}",
    ],
)
def test_front_matter_puts_nothing_into_the_page(small_site: Path, about: Build, front_matter: str) -> None:
    about(front_matter)
    for file in (small_site / "site").rglob("*.html"):
        html = file.read_text("utf-8")
        assert '<meta http-equiv="refresh"' not in html, file
        assert '<i z="' not in html, file
        assert "evil.example" not in "".join(re.findall(r"<link[^>]*>", html)), file


@pytest.mark.parametrize(
    ("front_matter", "title"),
    [
        ("title: Tom & <b>Al</b>", "Tom &amp; &lt;b&gt;Al&lt;/b&gt;"),
        ("title: [Tom, <b>]", "Tom, &lt;b&gt;"),
        ("title: 2016-08-19", "2016-08-19"),
        ("title: 0", "0"),
        ("title:", "Heading"),
        ("title: ''", "Heading"),
        ("title: []", "Heading"),
        ("icon: material/home\nhide: [toc]\nsearch: {boost: 2}", "Heading"),
    ],
)
def test_title_of_any_kind_is_shown_as_text(small_site: Path, about: Build, front_matter: str, title: str) -> None:
    html = about(front_matter)
    assert f"<title>{title} - Small</title>" in html
    assert f'<meta property="og:title" content="{title}">' in html
    assert "A zebra." in html
    found = _found(small_site / "site")["/about/"]
    assert found.replace("&", "&amp;").replace("<", "&lt;").replace(">", "&gt;") == title


@pytest.mark.parametrize(
    ("front_matter", "field"),
    [
        ("search: true", "search"),
        ("search: [a]", "search"),
        ("template: 3", "template"),
        ("icon: [a]", "icon"),
        ("icon: material/none-such", "icon"),
        ("template: none-such.html", "template"),
        ("template: ../theme/main.html", "template"),
        ("template:", "template"),
        ("hide: 3", "hide"),
    ],
)
def test_field_that_the_theme_cannot_use_is_told_and_left_out(
    small_site: Path, about: Build, caplog: pytest.LogCaptureFixture, front_matter: str, field: str
) -> None:
    assert "A zebra." in about(front_matter, strict=False)
    assert f"about.md: the theme can't use this '{field}'. Write e.g. {field}: " in caplog.text
    assert "/about/" in _found(small_site / "site")


def test_page_that_asks_for_it_is_not_found(small_site: Path, about: Build) -> None:
    about("search: {exclude: true}")
    assert "/about/" not in _found(small_site / "site")


def test_only_articles_tell_when_they_were_published(small_site: Path, about: Build) -> None:
    html = about("published: 2020-01-02\nstyle: own.css")
    assert "article:published_time" not in html
    assert 'content="article"' not in html
    assert "own.css" not in html
    article = (small_site / "site/articles/2020/raid/index.html").read_text("utf-8")
    assert '<meta property="article:published_time" content="2020-01-02">' in article


def test_title_of_a_lists_own_page_may_be_of_any_kind(small_site: Path) -> None:
    (small_site / "docs/actors/index.md").write_text(f"---\ntitle: [Who, {_EVIL}]\n---\nWords.\n", "utf-8")
    assert build_site(small_site / "mkdocs.yml", small_site / "site", strict=True)
    html = (small_site / "site/actors/index.html").read_text("utf-8")
    assert "<title>Who, &#34;&gt;&lt;meta" in html


def test_dirty_build_finds_the_same_pages(small_site: Path, about: Build) -> None:
    """Although no file has changed since the build before."""
    about("title: About")
    site = small_site / "site"
    before = {file.relative_to(site): file.read_bytes() for file in site.rglob("*.html")}
    assert "/about/" in _found(site)
    # So that MkDocs takes no file for a new one.
    for file in (small_site / "docs").rglob("*.md"):
        os.utime(file, (0, 0))
    config = load_config(str(small_site / "mkdocs.yml"), site_dir=str(site))
    config.plugins.on_startup(command="build", dirty=True)
    mkdocs_build(config, dirty=True)
    assert "/about/" in _found(site)
    assert {file.relative_to(site) for file in site.rglob("*.html")} == set(before)
