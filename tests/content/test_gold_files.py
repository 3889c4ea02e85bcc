"""Gold files that contradict themselves."""

import json
from pathlib import Path

import pytest

from news_archive.content import read_gold


def _label(entity: str | None, **fields: object) -> dict[str, object]:
    return {"article": "a", "text": "Davis", "nth": 1, "entity": entity, **fields}


def _problems(folder: Path, *labels: dict[str, object]) -> list[str]:
    (folder / "gold.jsonl").write_text("".join(f"{json.dumps(label)}\n" for label in labels))
    return [str(finding) for finding in read_gold(folder / "gold.jsonl", "gold.jsonl")[1]]


@pytest.mark.parametrize("other", ["actors/susan-davis", None], ids=["another", "nobody"])
def test_two_labels_that_contradict_each_other_are_told_with_both_lines(tmp_path: Path, other: str | None) -> None:
    first, second = _label("actors/jeff-davis"), _label(other)
    (problem,) = _problems(tmp_path, first, _label("actors/x", text="X"), second)
    assert problem == (
        f"gold.jsonl:3: occurrence 1 of 'Davis' in a means {other or 'nobody'} here and actors/jeff-davis on line 1. "
        "Delete one of the two, or write `also`"
    )


def test_labels_of_other_places_and_repeated_ones_contradict_nothing(tmp_path: Path) -> None:
    jeff = "actors/jeff-davis"
    labels = [
        _label(jeff),
        _label(jeff),
        _label(None, nth=2),
        _label(None, article="b"),
        _label(None, region="heading"),
    ]
    assert _problems(tmp_path, *labels) == []
