"""The documentation tells of every field, option, command and make target that there is."""

import re
from pathlib import Path

import pytest

from news_archive.cli import main
from news_archive.content import FIELDS, ArticleFields, Fields
from news_archive.mkdocs_plugin import ArchiveConfig
from news_archive.model import Kind

_PROJECT = Path(__file__).resolve().parents[1]
_README = (_PROJECT / "README.md").read_text(encoding="utf-8")
_CONTRIBUTING = (_PROJECT / "CONTRIBUTING.md").read_text(encoding="utf-8")


@pytest.mark.parametrize("declared", [ArticleFields, FIELDS[Kind.PLACE]])
def test_every_field_stands_in_the_editors_table(declared: type[Fields]) -> None:
    for name, field in declared.model_fields.items():
        star = " *" if field.is_required() else ""
        assert f"| `{field.alias or name}`{star} | {field.description} |" in _CONTRIBUTING


def test_every_option_is_in_the_readme() -> None:
    for name in vars(ArchiveConfig):
        if not name.startswith("_"):
            assert f"{name}: " in _README


def test_every_command_is_in_the_readme_or_the_changelog() -> None:
    told = _README + (_PROJECT / "CHANGELOG.md").read_text(encoding="utf-8")
    for command in main.commands:
        assert f"`news-archive {command}" in told or f"`{command}`" in told


def test_every_make_target_of_the_readme_exists() -> None:
    targets = re.findall(r"^([a-z]+):", (_PROJECT / "Makefile").read_text(encoding="utf-8"), re.MULTILINE)
    assert set(re.findall(r"`make ([a-z]+)", _README)) <= set(targets)
