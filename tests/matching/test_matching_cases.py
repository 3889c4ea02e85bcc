"""The table of what is linked and what is not."""

from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest
import yaml

from news_archive.matching import Names
from news_archive.model import Ambiguity, Mention, PartialDate

# The table's rows are what YAML gives.
Row = dict[str, Any]
Found = list[tuple[str, str | list[str], str]]


def _rows() -> Iterator[Any]:
    table = yaml.safe_load((Path(__file__).parent / "cases.yaml").read_text("utf-8"))
    for group, rows in table["groups"].items():
        for row in rows:
            yield pytest.param(row, id=f"{group}: {row['note']}")


def _found(findings: Names) -> Found:
    """Surface, entity or entities, and kind of reason, in the order of the text."""
    names: list[Mention | Ambiguity] = sorted([*findings.mentions, *findings.ambiguities], key=lambda name: name.span)
    return [
        (name.text, name.entity if isinstance(name, Mention) else list(name.candidates), str(name.reason.kind))
        for name in names
    ]


@pytest.mark.parametrize("row", list(_rows()))
def test_names_are_linked_as_the_table_says(row: Row, find: Any) -> None:
    date = PartialDate.parse(row["date"]) if "date" in row else None
    found = _found(find(row["text"], date=date, rulings=row.get("rulings")))
    expected = row["names"]
    assert [[surface, entity] for surface, entity, _ in found] == [name[:2] for name in expected]
    for (_, _, reason), name in zip(found, expected, strict=True):
        assert name[2:] in ([], [reason])


def test_table_tells_each_case_apart() -> None:
    """A text is listed once for each date and ruling, so that no case contradicts another."""
    ids = [(row["text"], row.get("date"), str(row.get("rulings"))) for parameter in _rows() for row in parameter.values]
    assert len(ids) >= 120
    assert len(set(ids)) == len(ids)
