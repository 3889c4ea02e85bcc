"""How a finding is shown, in which order, and what it never lets through to a terminal."""

import pytest

from news_archive.model import Finding, Severity, has_errors
from news_archive.model.finding import printable


def _finding(
    path: str = "articles/flood.md",
    line: int | None = 4,
    field: str | None = "date",
    message: str = "is missing",
    severity: Severity = Severity.ERROR,
) -> Finding:
    return Finding(rule="rule", severity=severity, path=path, message=message, line=line, field=field)


@pytest.mark.parametrize(
    ("finding", "text"),
    [
        pytest.param(_finding(), "articles/flood.md:4: date: is missing", id="line and field"),
        pytest.param(_finding(field=None), "articles/flood.md:4: is missing", id="line"),
        pytest.param(_finding(line=None), "articles/flood.md: date: is missing", id="field"),
        pytest.param(_finding(line=None, field=None), "articles/flood.md: is missing", id="file"),
        pytest.param(
            _finding(message="'\x1b[2Jgone' is wrong"),
            "articles/flood.md:4: date: '\\x1b[2Jgone' is wrong",
            id="terminal escape in a message",
        ),
        pytest.param(
            _finding(path="articles/a\nb\udcff.md", field=None),
            "articles/a\\nb\\udcff.md:4: is missing",
            id="line end and stray byte in a path",
        ),
        pytest.param(
            _finding(field="da\u202ete"), "articles/flood.md:4: da\\u202ete: is missing", id="turned text in a field"
        ),
    ],
)
def test_a_finding_says_file_line_field_and_message(finding: Finding, text: str) -> None:
    assert str(finding) == text


def test_findings_are_ordered_by_file_line_field_and_message() -> None:
    ordered = [
        _finding("articles/a.md", None, "title", "z"),
        _finding("articles/a.md", 2, "title", "z"),
        _finding("articles/a.md", 10, None, "z"),
        _finding("articles/a.md", 10, "date", "b"),
        _finding("articles/a.md", 10, "title", "a"),
        _finding("articles/a.md", 10, "title", "b"),
        _finding("articles/b.md", 1, "date", "a"),
    ]
    backwards = list(reversed(ordered))
    assert sorted(backwards, key=lambda finding: finding.key) == ordered


@pytest.mark.parametrize(
    ("severities", "expected"),
    [
        pytest.param([], False, id="none"),
        pytest.param([Severity.WARNING, Severity.INFO], False, id="warnings"),
        pytest.param([Severity.INFO, Severity.ERROR], True, id="an error among others"),
    ],
)
def test_only_errors_count_as_errors(severities: list[Severity], expected: bool) -> None:  # noqa: FBT001  # a table
    assert has_errors(_finding(severity=severity) for severity in severities) is expected


@pytest.mark.parametrize(
    ("text", "shown"),
    [
        pytest.param("Hasakah – “Kobanî” 50 °C", "Hasakah – “Kobanî” 50 °C", id="letters and signs stay"),
        pytest.param("الحسكة", "الحسكة", id="Arabic stays"),
        pytest.param("a\tb\r\nc", "a\\tb\\r\\nc", id="tab and line ends"),
        pytest.param("\x00\x07\x7f\x9b", "\\x00\\x07\\x7f\\x9b", id="control characters"),
        pytest.param("\u202eabc\u2069", "\\u202eabc\\u2069", id="direction overrides"),
        pytest.param("\ud800 \udcff", "\\ud800 \\udcff", id="lone surrogates"),
        pytest.param("\u200b\ufeff", "\\u200b\\ufeff", id="invisible characters"),
        pytest.param("\U000e0041", "\\U000e0041", id="tags beyond the first plane"),
    ],
)
def test_what_cannot_be_printed_is_escaped(text: str, shown: str) -> None:
    assert printable(text) == shown
    assert printable(text).encode()
