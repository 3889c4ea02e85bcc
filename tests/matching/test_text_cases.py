"""The table of what a whole text decides."""

from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest
import yaml

from news_archive.model import Ambiguity, Mention

# The table's rows are what YAML gives.
Row = dict[str, Any]


def _rows() -> Iterator[Any]:
    table = yaml.safe_load((Path(__file__).parent / "text_cases.yaml").read_text("utf-8"))
    for group, rows in table["groups"].items():
        for row in rows:
            yield pytest.param(row, id=f"{group}: {row['note']}")


@pytest.mark.parametrize("row", list(_rows()))
def test_text_decides_as_the_table_says(row: Row, find_in: Any) -> None:
    """Surface and entity of each name, the kind of reason where the row gives it, and what is not linked."""
    found = find_in(row)
    names: list[Mention | Ambiguity] = sorted([*found.mentions, *found.ambiguities], key=lambda name: name.span)
    shown = [
        [name.text, name.entity if isinstance(name, Mention) else list(name.candidates), str(name.reason.kind)]
        for name in names
    ]
    expected = row["names"]
    assert [name[:2] for name in shown] == [name[:2] for name in expected]
    assert [name[: len(given)] for name, given in zip(shown, expected, strict=True)] == expected
    if "unlinked" in row:
        assert [[name.text, str(name.reason.kind)] for name in found.unlinked] == row["unlinked"]


def test_table_of_texts_tells_each_case_apart() -> None:
    """A text is listed once for each date, language and ruling, and enough of them are dated."""
    rows: list[Row] = [row for parameter in _rows() for row in parameter.values]
    ids = [(str(row["text"]), row.get("date"), row.get("lang"), str(row.get("rulings"))) for row in rows]
    assert len(set(ids)) == len(ids) >= 200
    assert sum("date" in row for row in rows) >= 25
