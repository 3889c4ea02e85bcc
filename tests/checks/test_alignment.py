"""Where a name of one text stands in a later version of it."""

import random
import time

import pytest

from news_archive.checks.comparison.alignment import align
from news_archive.model import Span

_TEXT = ("Walter left Utrecht.", "He came to Geneva with Walter.")


def _words(texts: tuple[str, ...], span: Span | None) -> tuple[int, str] | None:
    return None if span is None else (span.block, texts[span.block][span.start : span.end])


@pytest.mark.parametrize(
    ("later", "block", "word", "expected"),
    [
        pytest.param(_TEXT, 0, "Walter", (0, "Walter"), id="an unchanged text"),
        pytest.param(("New.", *_TEXT), 1, "Geneva", (2, "Geneva"), id="a paragraph before"),
        pytest.param(("Early Walter left Utrecht.", _TEXT[1]), 0, "Utrecht", (0, "Utrecht"), id="a word before"),
        pytest.param((" ".join(_TEXT),), 1, "Geneva", (0, "Geneva"), id="paragraphs joined"),
        pytest.param(("Walter left", "Utrecht.", _TEXT[1]), 0, "Utrecht", (1, "Utrecht"), id="a paragraph split"),
        pytest.param(("Nobody left.", _TEXT[1]), 0, "Utrecht", None, id="the words are gone"),
        pytest.param((_TEXT[1],), 0, "Walter", None, id="the paragraph is gone"),
        pytest.param((), 0, "Walter", None, id="all is gone"),
    ],
)
def test_words_are_found_again(later: tuple[str, ...], block: int, word: str, expected: tuple[int, str] | None) -> None:
    start = _TEXT[block].index(word)
    assert _words(later, align(_TEXT, later)(Span(block, start, start + len(word)))) == expected


def test_second_of_two_equal_names_stays_the_second() -> None:
    earlier, later = ("Walter met Walter.",), ("Then Walter met Walter.",)
    assert align(earlier, later)(Span(0, 11, 17)) == Span(0, 16, 22)


def test_long_text_that_was_rewritten_is_compared_within_seconds() -> None:
    chance = random.Random(1)  # noqa: S311  # words, no secret
    words = [f"word{number}" for number in range(3000)]
    earlier, later = ((" ".join(chance.choices(words, k=8000)),) for _ in range(2))
    begin = time.monotonic()
    align(earlier, later)(Span(0, 0, 5))
    assert time.monotonic() - begin < 5
