"""Texts that are one text with changes are found, and texts that share a phrase or a mould are not."""

import random
import subprocess
import sys
from itertools import combinations
from time import perf_counter

import pytest
from hypothesis import given
from hypothesis import strategies as st

from news_archive.archive import NEAR_SAME, pairs_alike, resemblance, shingles

_WORDS = [f"word{number}" for number in range(3_000)]


def _text(seed: int, length: int = 600) -> str:
    return " ".join(random.Random(seed).choices(_WORDS, k=length))  # noqa: S311  # any words will do


def _changed(text: str, every: int) -> str:
    """With every so manieth word another."""
    return " ".join("other" if at % every == every - 1 else word for at, word in enumerate(text.split()))


_AGENCY = " This report was sent by the agency and may not be printed again without its permission in writing."


@pytest.mark.parametrize(
    ("one", "other", "is_same"),
    [
        pytest.param(_text(1), _text(1), True, id="one text twice"),
        pytest.param("Truce holds\n\n" + _text(1), "Third day of truce\n\n" + _text(1), True, id="another headline"),
        pytest.param(_text(1), _changed(_text(1), 25), True, id="a word in 25 changed"),
        pytest.param(_text(1), _text(1) + " " + _text(2, 250), True, id="continued"),
        pytest.param(_text(1), _text(1).upper().replace(" ", "\n"), True, id="other capitals and lines"),
        pytest.param("“It’s over” — says the Élysée palace", "It's over, says the Elysee palace", True, id="marks"),
        pytest.param("Red Cross", "re\u00add\u200b cross", True, id="two words, one with invisible characters"),
        pytest.param(_text(1) + _AGENCY, _text(2) + _AGENCY, False, id="only a sentence of the agency's"),
        pytest.param(_text(1) + _text(3, 200), _text(2) + _text(3, 200), False, id="the same background at the end"),
        pytest.param(_text(1), _changed(_text(1), 5), False, id="every fifth word changed"),
        pytest.param(_text(1), " ".join(sorted(_text(1).split())), False, id="the same words in another order"),
        pytest.param("", "", False, id="no words"),
        pytest.param("...", "!!!", False, id="marks only"),
    ],
)
def test_near_same_texts(one: str, other: str, is_same: bool) -> None:  # noqa: FBT001  # a column of the table
    runs = {"one": shingles(one), "other": shingles(other)}
    found = pairs_alike(runs, NEAR_SAME)
    assert bool(found) is is_same
    assert (resemblance(runs["one"], runs["other"]) >= NEAR_SAME) is is_same


_RUNS = st.frozensets(st.integers(0, 12), max_size=10)


@given(st.lists(_RUNS, max_size=8), st.sampled_from([0.1, 0.3, 0.5, 0.6, 0.7, 0.9, 1.0]))
def test_pairs_are_those_that_looking_at_all_would_find(texts: list[frozenset[int]], at_least: float) -> None:
    expected = [
        (one, other, alike)
        for one, other in combinations(range(len(texts)), 2)
        if (alike := resemblance(texts[one], texts[other])) >= at_least
    ]
    expected.sort(key=lambda pair: (-pair[2], pair[0], pair[1]))
    assert pairs_alike(dict(enumerate(texts)), at_least) == expected


def test_many_texts_with_a_common_ending_take_no_longer_each() -> None:
    """Looked at in pairs, four times as many would take sixteen times as long."""

    def seconds(number: int) -> float:
        texts = {at: shingles(_text(at, 150) + _AGENCY * 2) for at in range(number)}
        began = perf_counter()
        assert pairs_alike(texts, NEAR_SAME) == []
        return perf_counter() - began

    assert seconds(1_600) < 9 * max(seconds(400), 0.005)


def test_runs_are_the_same_in_every_process() -> None:
    program = "from news_archive.archive import shingles; print(sorted(shingles('a b c d e f')))"
    shown = {
        subprocess.run([sys.executable, "-c", program], check=True, capture_output=True, text=True).stdout
        for _ in range(2)
    }
    assert shown == {f"{sorted(shingles('a b c d e f'))}\n"}
