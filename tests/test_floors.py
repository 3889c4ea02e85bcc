"""The rooms stand on floors: an import points down, and each third party has the rooms that may know it."""

import ast
import os
import subprocess
import sys
from collections.abc import Iterator
from pathlib import Path

import pytest

import news_archive

_PACKAGE = Path(news_archive.__file__).parent
_FLOORS = {
    "model": 0,
    "content": 1,
    "matching": 1,
    "annotation": 1,
    "archive": 1,
    "pages": 2,
    "checks": 2,
    "importing": 2,
    "build": 3,
    "mkdocs_plugin": 4,
    "cli": 4,
}
# The command builds sites, and only the other door knows how MkDocs does that.
_SAME_FLOOR = {("cli", "mkdocs_plugin")}
_MODULES = sorted(path.relative_to(_PACKAGE).as_posix() for path in _PACKAGE.rglob("*.py"))

_KNOW_MKDOCS = (
    "archive_pages",
    "desk",
    "drawn_once",
    "further_files",
    "hooks",
    "lens",
    "list_pages",
    "options",
    "problems",
    "searched",
    "serving",
)


def _imports(module: str) -> Iterator[str]:
    """Dotted names of all that a module imports, inside functions as well."""
    for node in ast.walk(ast.parse((_PACKAGE / module).read_text("utf-8"))):
        if isinstance(node, ast.Import):
            yield from (alias.name for alias in node.names)
        elif isinstance(node, ast.ImportFrom):
            assert node.level == 0, f"{module}:{node.lineno} is relative, so it says no floor"
            yield from (f"{node.module}.{alias.name}" for alias in node.names)


def _room(module: str) -> str:
    return module.partition("/")[0].removesuffix(".py")


def _importers(library: str) -> list[str]:
    return [module for module in _MODULES if library in {name.partition(".")[0] for name in _imports(module)}]


def test_every_room_has_a_floor() -> None:
    assert {_room(module) for module in _MODULES} == {*_FLOORS, "__init__"}


@pytest.mark.parametrize("module", [module for module in _MODULES if module != "__init__.py"])
def test_imports_point_down(module: str) -> None:
    own = _room(module)
    for name in _imports(module):
        package, _, inner = name.partition(".")
        other = inner.partition(".")[0]
        if package != "news_archive" or other not in _FLOORS or other == own or (own, other) in _SAME_FLOOR:
            continue
        assert _FLOORS[other] < _FLOORS[own], f"{module} imports {name}"


def test_the_package_itself_imports_nothing() -> None:
    assert list(_imports("__init__.py")) == []


@pytest.mark.parametrize("module", [module for module in _MODULES if _room(module) == "model"])
def test_the_model_needs_the_standard_library_only(module: str) -> None:
    for name in _imports(module):
        assert name.partition(".")[0] in sys.stdlib_module_names or name.startswith("news_archive.model.")


@pytest.mark.parametrize(
    ("library", "modules"),
    [
        ("mkdocs", [f"mkdocs_plugin/{name}.py" for name in _KNOW_MKDOCS]),
        ("spacy", ["matching/spacy_engine.py"]),
        ("jinja2", ["mkdocs_plugin/hooks.py", "pages/drawing.py"]),
        ("yaml", ["content/nodes.py", "content/writing.py"]),
        ("networkx", ["pages/charts/layout.py"]),
        ("shapely", [f"pages/maps/{name}.py" for name in ("courses", "cut", "ground", "outlines", "world")]),
        ("pagefind", ["build/search_index.py"]),
        ("trafilatura", ["importing/web_page.py"]),
    ],
)
def test_a_library_is_known_to_few_modules(library: str, modules: list[str]) -> None:
    assert _importers(library) == modules


def test_only_the_commands_know_the_command_lines_library() -> None:
    assert {_room(module) for module in _importers("click")} == {"cli"}


def test_the_model_loads_without_any_third_party() -> None:
    """In a fresh interpreter, whatever the interpreter itself loads at its start."""
    program = (
        "import sys\nbefore = set(sys.modules)\nimport news_archive.model\n"
        "print(*sorted({name.partition('.')[0] for name in set(sys.modules) - before}))"
    )
    result = subprocess.run([sys.executable, "-c", program], capture_output=True, text=True, check=True)
    loaded = set(result.stdout.split())
    assert "news_archive" in loaded
    assert loaded - sys.stdlib_module_names == {"news_archive"}


@pytest.mark.parametrize("command", ["check", "build"])
def test_spacy_is_imported_for_texts_that_changed_only(
    small_site: Path, tmp_path_factory: pytest.TempPathFactory, command: str
) -> None:
    """An editor waits for it more than a second; a module of spaCy's name that fails shows who imports it."""
    trap = tmp_path_factory.mktemp("trap")
    (trap / "spacy.py").write_text("raise SystemExit('spaCy was imported')\n")

    def run(**environment: str) -> subprocess.CompletedProcess[str]:
        return subprocess.run(
            [Path(sys.executable).parent / "news-archive", command],
            cwd=small_site,
            env={**os.environ, **environment},
            capture_output=True,
            text=True,
            check=False,
        )

    assert "spaCy was imported" in run(PYTHONPATH=str(trap)).stderr
    assert run().returncode == 0
    again = run(PYTHONPATH=str(trap))
    assert again.returncode == 0, again.stderr
