"""What is in the archive already is known by its address or its words."""

import random

import pytest

from news_archive.content.web_addresses import same_address
from news_archive.importing.duplicates import Known, find_repeats

_WORDS = [f"word{number}" for number in range(900)]


def _body(seed: int) -> str:
    return " ".join(random.Random(seed).choices(_WORDS, k=300))  # noqa: S311  # any words will do


def _known(where: str, body: str, url: str | None = None, title: str = "T") -> Known:
    return Known(where=where, title=title, url=url, body=body)


@pytest.mark.parametrize(
    ("one", "other", "is_same"),
    [
        ("https://e.example/a", "http://www.e.example/a/", True),
        ("https://e.example/a#top", "https://E.example/a?utm_source=x&fbclid=1", True),
        ("https://e.example/a?id=1&utm_campaign=x", "https://e.example/a?id=1", True),
        ("https://e.example:443/a", "https://e.example/a", True),
        ("https://e.example/a?id=1", "https://e.example/a?id=2", False),
        ("https://e.example/a", "https://e.example/A", False),
        ("https://e.example/a", "https://f.example/a", False),
        ("https://e.example:8080/a", "https://e.example/a", False),
    ],
)
def test_addresses_that_lead_to_one_page(one: str, other: str, is_same: bool) -> None:  # noqa: FBT001  # a column of the table
    assert (same_address(one) == same_address(other)) is is_same


def test_repeats_are_told_with_the_file_and_the_reason() -> None:
    archive = [_known("articles/a.md", _body(1), "https://e.example/a"), _known("articles/b.md", _body(2))]
    new = [
        _known("1.txt", _body(3), "http://www.e.example/a/"),
        _known("2.txt", f"{_body(2)} and more", title="Other"),
        _known("3.txt", _body(4)),
        _known("4.txt", _body(4), "https://e.example/4"),
        _known("5.txt", _body(5)),
    ]
    repeats = find_repeats(new, archive)
    assert set(repeats) == {0, 1, 3}
    assert repeats[0] == "articles/a.md has the same address, http://www.e.example/a/"
    assert repeats[1].endswith("% those of articles/b.md")
    assert repeats[3] == "its words are 100% those of 3.txt"


def test_one_text_three_times_is_kept_once() -> None:
    new = [_known(f"{number}.txt", _body(1)) for number in range(3)]
    assert set(find_repeats(new, [])) == {1, 2}


def test_what_is_not_imported_keeps_no_other_out() -> None:
    archive = [_known("articles/a.md", _body(1), "https://e.example/a")]
    new = [_known("1.txt", _body(2), "https://e.example/a"), _known("2.txt", _body(2))]
    assert set(find_repeats(new, archive)) == {0}


def test_what_is_like_a_repeat_but_unlike_the_archive_is_kept() -> None:
    words = _body(1).split()
    less, least = " ".join([*words[:240], *_body(2).split()[:60]]), " ".join([*words[60:240], *_body(2).split()[:60]])
    new = [_known("1.txt", less), _known("2.txt", f"{least} {' '.join(_body(3).split()[:30])}")]
    assert set(find_repeats(new, [_known("articles/a.md", _body(1))])) == {0}


def test_short_texts_are_the_same_only_with_their_title() -> None:
    new = [_known("1.txt", "No comment.", title="One"), _known("2.txt", "No comment.", title="Another headline of it")]
    assert find_repeats(new, []) == {}
    assert find_repeats([new[0], new[0]], []) != {}


def test_links_do_not_make_texts_differ() -> None:
    words = _body(1).split()
    linked = " ".join(f"[{word}](https://e.example/{at})" if at % 4 == 0 else word for at, word in enumerate(words))
    assert find_repeats([_known("1.txt", linked)], [_known("a.md", _body(1))]) != {}
