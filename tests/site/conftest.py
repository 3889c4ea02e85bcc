"""A small archive, built by the real command in each way in which sites differ."""

import os
import subprocess
import sys
from collections.abc import Callable, Mapping
from html.parser import HTMLParser
from pathlib import Path
from xml.etree.ElementTree import Element, TreeBuilder

import pytest
import yaml

_PICTURE = b"\x89PNG\r\n\x1a\n"
_OWN_TEMPLATE = """\
<section class="own"><h1>{{ view.link.title }}</h1>
<div data-article="{{ view.id }}">{{ html(view.body) }}</div></section>
"""
_LOSSY_TEMPLATE = '<div data-article="{{ view.id }}">{{ html(view.body | replace("Tabqa", "Tabka")) }}</div>'
_VARIANTS: Mapping[str, Mapping[str, object]] = {
    "directories": {},
    "files": {"use_directory_urls": False},
    "sub-path": {"site_url": "https://news.example/archive/north/"},
    "own-template": {"theme": {"name": "material", "font": False, "custom_dir": "overrides"}},
    "menu": {
        "theme": {
            "name": "material",
            "font": False,
            "features": ["navigation.tabs", "navigation.instant"],
            "palette": [{"scheme": "default", "toggle": {"icon": "material/brightness-7", "name": "Dark"}}],
        },
        "nav": [
            "index.md",
            *({name: f"{name.lower()}/index.md"} for name in ("Articles", "Actors", "Places", "Glossary", "Sources")),
            {"More": ["about.md"]},
        ],
    },
}
_VOID = {"area", "base", "br", "col", "embed", "hr", "img", "input", "link", "meta", "source", "track", "wbr"}


class _Tree(HTMLParser):
    """Builds the tree of a page."""

    def __init__(self) -> None:
        super().__init__(convert_charrefs=True)
        self.builder = TreeBuilder()
        self.builder.start("page", {})

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        self.builder.start(tag, {name: value or "" for name, value in attrs})
        if tag in _VOID:
            self.builder.end(tag)

    def handle_startendtag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        self.builder.start(tag, {name: value or "" for name, value in attrs})
        self.builder.end(tag)

    def handle_endtag(self, tag: str) -> None:
        if tag not in _VOID:
            self.builder.end(tag)

    def handle_data(self, data: str) -> None:
        self.builder.data(data)


def _tree(html: str) -> Element:
    parser = _Tree()
    parser.feed(html)
    parser.close()
    parser.builder.end("page")
    return parser.builder.close()


def _write(project: Path, **settings: object) -> None:
    """The archive of `archive.yaml`, with settings of its own."""
    here = Path(__file__).parent
    table = yaml.safe_load((here / "archive.yaml").read_text("utf-8"))
    for path, text in table["files"].items():
        target = project / path
        target.parent.mkdir(parents=True, exist_ok=True)
        target.write_text(text, "utf-8")
    (project / "articles/2016/bridge.png").write_bytes(_PICTURE)
    (project / "mkdocs.yml").write_text(yaml.safe_dump(table["settings"] | settings), "utf-8")


def _build(project: Path, seed: int) -> subprocess.CompletedProcess[str]:
    environment = os.environ | {
        "PYTHONHASHSEED": str(seed),
        "SOURCE_DATE_EPOCH": "1700000000",
        "NO_MKDOCS_2_WARNING": "1",
    }
    command = [sys.executable, "-m", "mkdocs", "build", "--strict"]
    return subprocess.run(command, cwd=project, env=environment, capture_output=True, text=True, check=False)


@pytest.fixture(scope="session")
def build_site(tmp_path_factory: pytest.TempPathFactory) -> Callable[[str, int], Path]:
    """Builds a variant of the archive in a folder of its own, with a seed for hashes; the folder of the site."""

    def build(variant: str, seed: int) -> Path:
        project = tmp_path_factory.mktemp(variant)
        _write(project, **_VARIANTS[variant])
        if variant == "own-template":
            template = project / "overrides/news-archive/article.html"
            template.parent.mkdir(parents=True)
            template.write_text(_OWN_TEMPLATE, "utf-8")
        result = _build(project, seed)
        assert result.returncode == 0, result.stderr
        return project / "site"

    return build


@pytest.fixture(scope="session", params=sorted(_VARIANTS))
def variant(request: pytest.FixtureRequest) -> str:
    """Each way in which the archive is built: its name."""
    return str(request.param)


@pytest.fixture(scope="session")
def site(variant: str, build_site: Callable[[str, int], Path]) -> Path:
    """The folder of the variant's site."""
    return build_site(variant, 0)


@pytest.fixture(scope="session")
def root(variant: str) -> str:
    """The path of the variant's `site_url`, with slashes at both ends."""
    return "/archive/north/" if variant == "sub-path" else "/"


@pytest.fixture(scope="session")
def pages(site: Path) -> Mapping[str, Element]:
    """Every page of the site by the path of its file."""
    return {f.relative_to(site).as_posix(): _tree(f.read_text("utf-8")) for f in sorted(site.rglob("*.html"))}


@pytest.fixture(scope="session")
def page(variant: str, pages: Mapping[str, Element]) -> Callable[[str], Element]:
    """A page by its path, such as `actors/ypg`."""

    def find(path: str) -> Element:
        is_file = variant == "files" or path.rpartition("/")[2] == "index"
        return pages[f"{path}.html" if is_file else f"{path}/index.html"]

    return find


@pytest.fixture
def lossy_build(tmp_path: Path) -> subprocess.CompletedProcess[str]:
    """A build whose own template changes the text of articles."""
    _write(tmp_path, theme={"name": "material", "font": False, "custom_dir": "overrides"})
    template = tmp_path / "overrides/news-archive/article.html"
    template.parent.mkdir(parents=True)
    template.write_text(_LOSSY_TEMPLATE, "utf-8")
    return _build(tmp_path, 0)


@pytest.fixture
def project(tmp_path: Path) -> Path:
    """The archive's files, not built."""
    _write(tmp_path)
    return tmp_path


@pytest.fixture
def build() -> Callable[[Path], Path]:
    """Builds a project; the folder of its site."""

    def run(project: Path) -> Path:
        result = _build(project, 0)
        assert result.returncode == 0, result.stderr
        return project / "site"

    return run
