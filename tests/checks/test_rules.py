"""The registry is closed: what a finding can name stands in it, and nothing else does."""

import ast
from collections.abc import Iterator
from importlib import import_module
from pathlib import Path

import pytest

import news_archive
from news_archive.checks import RULES, Rule, RuleChoiceError, Severities, severities_of
from news_archive.model import Finding, Severity

_PACKAGE = Path(news_archive.__file__).parent


def _texts(node: ast.expr) -> set[str]:
    return {n.value for n in ast.walk(node) if isinstance(n, ast.Constant) and isinstance(n.value, str)}


def _made_in(tree: ast.Module) -> Iterator[str]:
    """The rules of all findings that a module makes: as written, or as handed to a function that has a `rule`."""
    functions = [node for node in ast.walk(tree) if isinstance(node, ast.FunctionDef)]
    makers = {
        function.name: names.index("rule") - ("self" in names)
        for function in functions
        if "rule" in (names := [argument.arg for argument in function.args.args])
    }
    for call in ast.walk(tree):
        if not isinstance(call, ast.Call):
            continue
        name = call.func.id if isinstance(call.func, ast.Name) else getattr(call.func, "attr", "")
        if name == "Finding":
            value = next(keyword.value for keyword in call.keywords if keyword.arg == "rule")
            choices = [value.body, value.orelse] if isinstance(value, ast.IfExp) else [value]
            for choice in choices:
                yield from _texts(choice)
        elif name in makers and len(call.args) > makers[name]:
            yield from _texts(call.args[makers[name]])


def test_every_rule_of_the_package_is_registered_and_every_registered_rule_is_used() -> None:
    made = {
        rule
        for path in _PACKAGE.rglob("*.py")
        for rule in _made_in(ast.parse(path.read_text("utf-8")))
        if not rule.startswith(("actors/", "places/"))
    }
    assert made == set(RULES)


@pytest.mark.parametrize("rule", RULES.values(), ids=lambda rule: rule.id)
def test_a_rule_says_in_one_sentence_each_what_it_finds_and_what_to_do(rule: Rule) -> None:
    for sentence in (rule.finds, rule.advice):
        assert sentence.endswith(".")
        assert 10 < len(sentence) < 120
    assert rule.id == rule.id.lower()
    assert not (rule.is_for_the_desk and rule.severity is not Severity.INFO)


def test_the_review_looks_for_every_rule_that_is_for_the_desk() -> None:
    # The package has a function of the module's name.
    checks = import_module("news_archive.checks.review")._CHECKS  # noqa: SLF001  # its table is what is held to the registry
    looked_for = [rule for rules, _ in checks for rule in rules]
    assert sorted(looked_for) == sorted(rule.id for rule in RULES.values() if rule.is_for_the_desk)


def _finding(rule: str, line: int | None = 3) -> Finding:
    return Finding(rule=rule, severity=RULES[rule].severity, path="articles/a.md", message="M", line=line)


@pytest.mark.parametrize(
    ("value", "severity"),
    [
        pytest.param("note", "info", id="a note"),
        pytest.param("warning", "warning", id="a warning"),
        pytest.param("error", "error", id="an error"),
        pytest.param("off", None, id="off, in quotes"),
        pytest.param(False, None, id="off, which is a truth value to YAML"),
    ],
)
@pytest.mark.parametrize("rule", ["unused-entity", "claimed-twice"])
def test_a_site_says_how_much_a_rule_weighs(rule: str, value: object, severity: str | None) -> None:
    weighed = severities_of({rule: value}).weigh([_finding(rule), _finding("model")])
    assert [f.severity for f in weighed if f.rule == rule] == ([severity] if severity else [])
    assert [f.severity for f in weighed if f.rule == "model"] == ["warning"]


@pytest.mark.parametrize(
    ("typed", "message"),
    [
        ({"unused-entities": "off"}, "there is no rule 'unused-entities'. Did you mean unused-entity?"),
        ({"xyzzy": "off"}, "there is no rule 'xyzzy'. There are address, also-a-word, "),
        ({"unused-entity": "warn"}, "unused-entity: 'warn' is no weight of a rule. Did you mean warning?"),
        ({"unused-entity": True}, "unused-entity: 'True' is no weight of a rule. There are off, note, warning, error"),
        ({"unused-entity": None}, "unused-entity: 'None' is no weight"),
        ({"missing-field": "warning"}, "'missing-field' stands for what a site can't be built with"),
        ({"cycle": False}, "'cycle' stands for what a site can't be built with, so it stays an error"),
    ],
)
def test_what_can_not_be_chosen_is_an_error_that_says_what_to_write(typed: dict[object, object], message: str) -> None:
    with pytest.raises(RuleChoiceError) as told:
        severities_of(typed)
    assert message in str(told.value)


def test_only_advice_that_is_raised_is_for_builds_too() -> None:
    chosen = severities_of(
        {"unused-entity": "warning", "near-duplicate": "note", "no-origin": "off", "claimed-twice": "error"}
    )
    assert chosen.raised == {"unused-entity"}
    assert not chosen.is_on("no-origin")
    assert chosen.is_on("near-duplicate")


def test_findings_are_shown_once_by_file_and_line_and_each_has_a_line_but_where_there_is_no_file() -> None:
    folder = Finding(rule="folder", severity=Severity.ERROR, path="articles", message="M")
    findings = [_finding("model", 9), _finding("file", None), _finding("model", 9), folder, _finding("model")]
    shown = Severities().weigh(findings)
    assert [(f.path, f.line) for f in shown] == [
        ("articles", None),
        ("articles/a.md", 1),
        ("articles/a.md", 3),
        ("articles/a.md", 9),
    ]
