"""The documentation tells of every field, rule, option, command and make target that there is.

Tables that the code could write are written by it: they stand between `<!-- made: … -->` and `<!-- /made -->`, and are made
anew with `--golden-write` (`make golden`).
"""

import re
from collections.abc import Iterable, Iterator, Mapping
from pathlib import Path

import click
import pytest

from news_archive.checks.rules import RULES, Rule
from news_archive.cli import main
from news_archive.content import FIELDS, ArticleFields, Fields
from news_archive.mkdocs_plugin import ArchiveConfig
from news_archive.model import Kind, Severity

_PROJECT = Path(__file__).resolve().parents[1]
_EDITORS = _PROJECT / "docs/editors"
_README = (_PROJECT / "README.md").read_text(encoding="utf-8")
_MADE = re.compile(r"<!-- made: (?P<what>.*?) -->\n(?P<table>.*?)<!-- /made -->", re.DOTALL)


def _fields(declared: type[Fields]) -> Iterator[str]:
    yield "| field | what it is |"
    yield "|---|---|"
    for name, field in declared.model_fields.items():
        star = " *" if field.is_required() else ""
        yield f"| `{field.alias or name}`{star} | {field.description} |"


def _rules(rules: Iterable[Rule]) -> Iterator[str]:
    yield "| rule | what it finds | what to do |"
    yield "|---|---|---|"
    for rule in rules:
        yield f"| `{rule.id}` | {rule.finds} | {rule.advice} |"


def _options(command: click.Command) -> Iterator[str]:
    yield "| option | what it does |"
    yield "|---|---|"
    for option in command.params:
        # Every command has it; it is told once, above all of them.
        if isinstance(option, click.Option) and option.name != "config_file":
            value = "" if option.is_flag else f" {_value(option)}"
            yield f"| `{', '.join(option.opts)}{value}` | {str(option.help).replace('<', '&lt;')} |"


def _value(option: click.Option) -> str:
    if isinstance(option.type, click.Choice):
        return "/".join(map(str, option.type.choices))
    return option.metavar or str(option.name).strip("_").upper()


def _has_options(command: click.Command) -> bool:
    return len(list(_options(command))) > 2


_TABLES: Mapping[str, tuple[str, ...]] = {
    "fields of articles": tuple(_fields(ArticleFields)),
    "fields of actors, places and terms": tuple(_fields(FIELDS[Kind.PLACE])),
    "errors": tuple(_rules(rule for rule in RULES.values() if rule.severity is Severity.ERROR)),
    "warnings": tuple(_rules(rule for rule in RULES.values() if rule.severity is Severity.WARNING)),
    "notes": tuple(
        _rules(rule for rule in RULES.values() if rule.severity is Severity.INFO and not rule.is_for_the_desk)
    ),
    "advice": tuple(_rules(rule for rule in RULES.values() if rule.is_for_the_desk)),
    **{
        f"options of {name}": tuple(_options(command))
        for name, command in main.commands.items()
        if _has_options(command)
    },
}


def _with_tables(text: str) -> str:
    """The page with its tables as the code has them. A table of something that is gone goes."""

    def made(found: re.Match[str]) -> str:
        lines = "\n".join(_TABLES.get(found["what"], ()))
        return f"<!-- made: {found['what']} -->\n\n{lines}\n\n<!-- /made -->"

    return _MADE.sub(made, text)


@pytest.mark.parametrize("page", sorted(_EDITORS.glob("*.md")), ids=lambda page: page.stem)
def test_tables_are_as_the_code_has_them(page: Path, pytestconfig: pytest.Config) -> None:
    text = page.read_text(encoding="utf-8")
    if pytestconfig.getoption("golden_write"):
        page.write_text(_with_tables(text), encoding="utf-8")
    else:
        assert text == _with_tables(text)


def test_every_table_stands_on_a_page() -> None:
    pages = "".join(page.read_text(encoding="utf-8") for page in _EDITORS.glob("*.md"))
    assert {found["what"] for found in _MADE.finditer(pages)} == set(_TABLES)


def test_no_rule_is_in_two_tables_or_in_none() -> None:
    told = [line for what in ("errors", "warnings", "notes", "advice") for line in _TABLES[what][2:]]
    assert len(told) == len(set(told)) == len(RULES)


def test_a_field_that_only_places_have_is_named_as_such() -> None:
    text = (_EDITORS / "fields.md").read_text(encoding="utf-8")
    only = FIELDS[Kind.PLACE].model_fields.keys() - FIELDS[Kind.ACTOR].model_fields.keys()
    assert f"{' and '.join(f'`{name}`' for name in sorted(only))} are for places only" in text
    assert FIELDS[Kind.ACTOR].model_fields.keys() == FIELDS[Kind.TERM].model_fields.keys()


@pytest.mark.parametrize("name", sorted(main.commands))
def test_every_command_is_told_with_an_example(name: str) -> None:
    text = (_EDITORS / "commands.md").read_text(encoding="utf-8")
    found = re.search(rf"^## {name}$(.*?)(?=^## |\Z)", text, re.MULTILINE | re.DOTALL)
    assert found, f"docs/editors/commands.md has no part `## {name}`"
    assert re.search(rf"^(eval \"\$\()?news-archive {name}\b", found[1], re.MULTILINE)
    assert f"made: options of {name} " in found[1] or not _has_options(main.commands[name])
    assert re.search(rf"^\| `news-archive {name}\b", _README, re.MULTILINE)


@pytest.mark.parametrize(("name", "command"), sorted(main.commands.items()))
def test_every_option_of_a_command_says_what_it_does(name: str, command: click.Command) -> None:
    silent = [option.name for option in command.params if isinstance(option, click.Option) and not option.help]
    assert silent == [], f"news-archive {name} -h"


def test_no_page_tells_of_a_command_that_is_not() -> None:
    pages = "".join(page.read_text(encoding="utf-8") for page in _EDITORS.glob("*.md"))
    told = [
        *re.findall(r"`news-archive ([a-z]+)", _README + pages),
        *re.findall(r"^news-archive ([a-z]+)", pages, re.MULTILINE),
    ]
    assert set(told) <= set(main.commands)


def test_every_option_is_in_the_readme() -> None:
    for name in vars(ArchiveConfig):
        if not name.startswith("_"):
            assert f"{name}: " in _README or f"{name}:\n" in _README


def test_the_readme_tells_of_every_make_target() -> None:
    targets = re.findall(r"^([a-z]+):", (_PROJECT / "Makefile").read_text(encoding="utf-8"), re.MULTILINE)
    assert set(re.findall(r"^\| `make ([a-z]+)", _README, re.MULTILINE)) == set(targets)


@pytest.mark.parametrize("name", ["README.md", "CONTRIBUTING.md", "ARCHITECTURE.md", "CHANGELOG.md"])
def test_links_between_files_lead_somewhere(name: str) -> None:
    """Those of the site's pages are checked when it is built."""
    targets = re.findall(r"\]\((?!\w+:)([^)#\s]+)", (_PROJECT / name).read_text(encoding="utf-8"))
    assert [target for target in targets if not (_PROJECT / target).exists()] == []
