"""Findings as programs read them."""

import json
from typing import Any

import jsonschema  # type: ignore[import-untyped]  # brings no types, and is called once
import pytest

from news_archive.checks.formats import as_github, as_json, as_sarif
from news_archive.checks.rules import RULES
from news_archive.model import Finding, Severity

_ERROR = Finding(
    rule="field", severity=Severity.ERROR, path="articles/2020/k.md", line=3, field="date", message="'x' is no date"
)
_NOTE = Finding(
    rule="near-duplicate",
    severity=Severity.INFO,
    path="articles/2020/50 %, all: über.md",
    line=7,
    message="100 % alike,\r\nsee: above\x07",
    others=("articles/2020/k.md",),
)
_FOLDER = Finding(rule="folder", severity=Severity.ERROR, path="articles", message="there is no such folder")

# What the standard demands of the parts that are written (OASIS SARIF 2.1.0, sections 3.13 to 3.30).
_LOCATION = {
    "type": "object",
    "required": ["physicalLocation"],
    "properties": {
        "physicalLocation": {
            "type": "object",
            "required": ["artifactLocation"],
            "additionalProperties": False,
            "properties": {
                "artifactLocation": {
                    "type": "object",
                    "required": ["uri"],
                    "properties": {
                        # A relative reference (RFC 3986): no scheme, no leading slash, nothing unescaped.
                        "uri": {"type": "string", "pattern": r"^(?!/)(?:[A-Za-z0-9._~/-]|%[0-9A-F]{2})+$"},
                        "uriBaseId": {"const": "%SRCROOT%"},
                    },
                },
                "region": {
                    "type": "object",
                    "required": ["startLine"],
                    "properties": {"startLine": {"type": "integer", "minimum": 1}},
                },
            },
        }
    },
}
_TEXT = {"type": "object", "required": ["text"], "properties": {"text": {"type": "string", "minLength": 1}}}
_LEVEL = {"enum": ["none", "note", "warning", "error"]}
_SARIF = {
    "type": "object",
    "required": ["version", "runs"],
    "properties": {
        "version": {"const": "2.1.0"},
        "runs": {
            "type": "array",
            "minItems": 1,
            "items": {
                "type": "object",
                "required": ["tool", "results"],
                "properties": {
                    "tool": {
                        "type": "object",
                        "required": ["driver"],
                        "properties": {
                            "driver": {
                                "type": "object",
                                "required": ["name", "rules"],
                                "properties": {
                                    "rules": {
                                        "type": "array",
                                        "uniqueItems": True,
                                        "items": {
                                            "type": "object",
                                            "required": ["id", "shortDescription", "help", "defaultConfiguration"],
                                            "properties": {
                                                "shortDescription": _TEXT,
                                                "help": _TEXT,
                                                "defaultConfiguration": {"properties": {"level": _LEVEL}},
                                            },
                                        },
                                    }
                                },
                            }
                        },
                    },
                    "results": {
                        "type": "array",
                        "items": {
                            "type": "object",
                            "required": ["ruleId", "ruleIndex", "level", "message", "locations"],
                            "properties": {
                                "level": _LEVEL,
                                "message": _TEXT,
                                "locations": {"type": "array", "minItems": 1, "items": _LOCATION},
                                "relatedLocations": {"type": "array", "items": _LOCATION},
                            },
                        },
                    },
                },
            },
        },
    },
}


def _sarif(*findings: Finding) -> Any:  # the shape is what the test is about
    return json.loads(as_sarif(findings, lambda path: path, "1.0"))


def test_json_has_every_finding_and_their_numbers() -> None:
    document = json.loads(as_json([_ERROR, _NOTE]))
    assert document["counts"] == {"error": 1, "warning": 0, "note": 1}
    assert document["findings"][0] == {
        "rule": "field",
        "severity": "error",
        "file": "articles/2020/k.md",
        "line": 3,
        "field": "date",
        "message": "'x' is no date",
    }
    assert document["findings"][1]["field"] is None


def test_json_of_nothing_is_a_document() -> None:
    assert json.loads(as_json([])) == {"findings": [], "counts": {"error": 0, "warning": 0, "note": 0}}


@pytest.mark.parametrize(
    ("finding", "line"),
    [
        pytest.param(_ERROR, "::error file=articles/2020/k.md,line=3,title=field::date: 'x' is no date", id="an error"),
        pytest.param(
            _NOTE,
            "::notice file=articles/2020/50 %25%2C all%3A über.md,line=7,title=near-duplicate"
            r"::100 %25 alike,\r\nsee: above\x07",
            id="signs that mean something to the program",
        ),
        pytest.param(_FOLDER, "::error file=articles,title=folder::there is no such folder", id="no line"),
    ],
)
def test_a_workflow_command_is_one_line_with_its_signs_escaped(finding: Finding, line: str) -> None:
    assert list(as_github([finding], lambda path: path)) == [line]


def test_a_workflow_command_names_the_file_from_where_the_workflow_runs() -> None:
    (line,) = as_github([_ERROR], lambda path: f"site/{path}")
    assert line.startswith("::error file=site/articles/2020/k.md,")


@pytest.mark.parametrize("findings", [(), (_ERROR,), (_ERROR, _NOTE, _FOLDER)], ids=["none", "one", "three"])
def test_sarif_has_the_shape_that_the_standard_demands(findings: tuple[Finding, ...]) -> None:
    log = _sarif(*findings)
    jsonschema.Draft202012Validator(_SARIF).validate(log)
    assert len(log["runs"][0]["results"]) == len(findings)


def test_sarif_says_of_each_result_its_rule_weight_file_and_line() -> None:
    run = _sarif(_ERROR, _NOTE)["runs"][0]
    rules = run["tool"]["driver"]["rules"]
    assert [rule["id"] for rule in rules] == list(RULES)
    for result, finding, level in zip(run["results"], (_ERROR, _NOTE), ("error", "note"), strict=True):
        assert rules[result["ruleIndex"]]["id"] == result["ruleId"] == finding.rule
        assert result["level"] == level
        assert result["locations"][0]["physicalLocation"]["region"] == {"startLine": finding.line}
    uri = run["results"][1]["locations"][0]["physicalLocation"]["artifactLocation"]["uri"]
    assert uri == "articles/2020/50%20%25%2C%20all%3A%20%C3%BCber.md"
    related = run["results"][1]["relatedLocations"][0]["physicalLocation"]["artifactLocation"]["uri"]
    assert related == "articles/2020/k.md"
