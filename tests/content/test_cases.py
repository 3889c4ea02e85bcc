"""Every case of the tables: the files are written, loaded, and all that is found is compared."""

import re
import shutil
from collections.abc import Callable, Iterator, Mapping
from pathlib import Path
from typing import Any

import pytest
import yaml

from news_archive.content import Places, load

# The tables' rows are what YAML gives.
Row = dict[str, Any]
Write = Callable[[Mapping[str, object]], Path]

_ARTICLE = "---\ntitle: T\ndate: 2020-01-02\nsource: S\n{}\n---\n\nText.\n"
_ENTITY = "---\nname: K\ndescription: D\n{}\n---\n"
_SHORT = {
    "article": ("articles/2020/k.md", _ARTICLE),
    "body": ("articles/2020/k.md", "---\ntitle: T\ndate: 2020-01-02\nsource: S\n---\n\n{}\n"),
    "actor": ("docs/actors/k.md", _ENTITY),
    "place": ("docs/places/k.md", _ENTITY),
    "term": ("docs/glossary/k.md", _ENTITY),
}
# Words of the libraries beneath mean nothing to an editor.
_INTERNALS = re.compile(r"is wrong \(|Input should|instance of|Value error|pydantic|Traceback|NoneType")


def _rows() -> Iterator[Any]:
    for table in ("cases.yaml", "field_cases.yaml", "reference_cases.yaml"):
        groups = yaml.safe_load((Path(__file__).parent / table).read_text("utf-8"))
        for group, rows in groups.items():
            for row in rows:
                yield pytest.param(row, id=f"{group}: {row['case']}")


def _files(row: Row) -> dict[str, object]:
    short = {path: frame.format(row[key]) for key, (path, frame) in _SHORT.items() if key in row}
    return {**short, **row.get("files", {})}


@pytest.mark.parametrize("row", list(_rows()))
def test_each_file_gets_the_findings_of_the_table_and_no_others(row: Row, write_beside: Write) -> None:
    root = write_beside(_files(row))
    if "without" in row:
        shutil.rmtree(root / row["without"])

    findings = load(Places(root=root)).findings

    found = [(f.severity, f"{f.path}:{f.line}" if f.line else f.path, f.field) for f in findings]
    assert found == [(severity, where, field) for severity, where, field, _ in row["finds"]], list(map(str, findings))
    for finding, (_, _, _, message) in zip(findings, row["finds"], strict=True):
        assert re.search(message, finding.message)
        assert not _INTERNALS.search(finding.message)
        assert str(finding).isprintable()
