"""The same text has the same names in every run: no order of a set, a file or a list shows in the result."""

import os
import subprocess
import sys
from pathlib import Path

import pytest

import news_archive

# Prints the names of every text of the table, entities and their aliases in an order that the seed shuffles.
_SCRIPT = """
import json, random, runpy, sys
from dataclasses import replace
from news_archive.matching import build_gazetteer, spacy_search

table, seed = sys.argv[1:]
tools = runpy.run_path(table)
entities, groups = tools["read_text_cases"]()
if seed != "as listed":
    shuffle = random.Random(seed)
    mixed = lambda values: tuple(shuffle.sample(values, len(values)))
    entities = [
        replace(e, aliases=mixed(e.aliases), names=mixed(e.names), part_of=mixed(e.part_of), relations=mixed(e.relations))
        for e in mixed(entities)
    ]
gazetteer = build_gazetteer(entities)
search = spacy_search(gazetteer.phrases)
for rows in groups.values():
    for row in rows:
        found = tools["find_in_row"](row, gazetteer, search)
        shown = [
            [[n.span, n.text, n.entity, n.anchor, n.reason.kind, n.reason.form, n.reason.evidence] for n in found.mentions],
            [[n.span, n.text, n.candidates, n.anchor, n.reason.kind, n.reason.form] for n in found.ambiguities],
            [[n.span, n.text, n.candidates, n.reason.kind, n.reason.form, n.reason.evidence] for n in found.unlinked],
        ]
        print(json.dumps([row["text"], shown]))
"""


def _names(hash_seed: int, order: str) -> list[str]:
    """One line of JSON for each text, from a fresh process."""
    room = Path(__file__).parent / "conftest.py"
    package = Path(news_archive.__file__).parents[1]
    environment = {**os.environ, "PYTHONHASHSEED": str(hash_seed), "PYTHONPATH": str(package)}
    run = subprocess.run(
        [sys.executable, "-c", _SCRIPT, str(room), order],
        capture_output=True,
        check=True,
        encoding="utf-8",
        env=environment,
    )
    return run.stdout.splitlines()


@pytest.fixture(scope="module")
def expected() -> list[str]:
    return _names(0, "as listed")


@pytest.mark.parametrize("hash_seed", [1, 2])
def test_hashes_do_not_show(hash_seed: int, expected: list[str]) -> None:
    assert _names(hash_seed, "as listed") == expected


@pytest.mark.parametrize("order", ["a", "b", "c"])
def test_order_of_entities_and_aliases_does_not_show(order: str, expected: list[str]) -> None:
    """With another order of hashes as well, so that the one can't make good what the other spoils."""
    assert _names(ord(order), order) == expected


def test_every_text_is_compared(expected: list[str]) -> None:
    assert len(expected) >= 200
    assert any("claimed by several" in line for line in expected)
