"""Findings as programs read them: JSON, workflow commands of GitHub, and SARIF."""

import json
from collections import Counter
from collections.abc import Callable, Iterator, Sequence
from urllib.parse import quote

from news_archive.checks.rules import RULES
from news_archive.model import Finding, Severity, printable

_WORDS = {Severity.ERROR: "error", Severity.WARNING: "warning", Severity.INFO: "note"}
"""As the site's settings call them, and SARIF too (2.1.0, section 3.27.10)."""
_COMMANDS = {Severity.ERROR: "error", Severity.WARNING: "warning", Severity.INFO: "notice"}

Where = Callable[[str], str]
"""From a path relative to the project to the path that a reading program needs."""


def as_json(findings: Sequence[Finding]) -> str:
    """One document: the findings in their order, and how many there are of each weight."""
    counts = Counter(finding.severity for finding in findings)
    rows = [
        {
            "rule": finding.rule,
            "severity": _WORDS[finding.severity],
            "file": printable(finding.path),
            "line": finding.line,
            "field": finding.field,
            "message": printable(finding.message),
        }
        for finding in findings
    ]
    document = {"findings": rows, "counts": {word: counts[severity] for severity, word in _WORDS.items()}}
    return json.dumps(document, ensure_ascii=False, indent=2)


def as_github(findings: Sequence[Finding], where: Where) -> Iterator[str]:
    """A workflow command for each finding, as GitHub's documentation of these has them.

    A percent sign and line ends are escaped everywhere, colons and commas in the properties.
    """
    for finding in findings:
        properties = {"file": where(finding.path), "line": finding.line, "title": finding.rule}
        given = ",".join(f"{name}={_property(str(value))}" for name, value in properties.items() if value is not None)
        yield f"::{_COMMANDS[finding.severity]} {given}::{_data(_sentence(finding))}"


def as_sarif(findings: Sequence[Finding], where: Where, version: str) -> str:
    """A log of one run (OASIS SARIF 2.1.0) with all rules; files are relative to the folder of the run."""
    ids = list(RULES)
    rules = [
        {
            "id": rule.id,
            "shortDescription": {"text": rule.finds},
            "help": {"text": rule.advice},
            "defaultConfiguration": {"level": _WORDS[rule.severity]},
        }
        for rule in RULES.values()
    ]
    results = [
        {
            "ruleId": finding.rule,
            "ruleIndex": ids.index(finding.rule),
            "level": _WORDS[finding.severity],
            "message": {"text": _sentence(finding)},
            "locations": [_location(where(finding.path), finding.line)],
            **(
                {"relatedLocations": [_location(where(path), None) for path in finding.others]}
                if finding.others
                else {}
            ),
        }
        for finding in findings
    ]
    driver = {"name": "news-archive", "version": version, "rules": rules}
    run = {"tool": {"driver": driver}, "columnKind": "unicodeCodePoints", "results": results}
    log = {"$schema": "https://json.schemastore.org/sarif-2.1.0.json", "version": "2.1.0", "runs": [run]}
    return json.dumps(log, ensure_ascii=False, indent=2)


def _location(path: str, line: int | None) -> dict[str, object]:
    place: dict[str, object] = {"artifactLocation": {"uri": quote(printable(path)), "uriBaseId": "%SRCROOT%"}}
    if line:
        place["region"] = {"startLine": line}
    return {"physicalLocation": place}


def _sentence(finding: Finding) -> str:
    return printable(f"{finding.field}: {finding.message}" if finding.field else finding.message)


def _data(text: str) -> str:
    return text.replace("%", "%25").replace("\r", "%0D").replace("\n", "%0A")


def _property(text: str) -> str:
    return _data(text).replace(":", "%3A").replace(",", "%2C")
