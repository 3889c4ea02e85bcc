"""Pages made to keep a parser busy end in a message, and soon."""

import re
from pathlib import Path
from time import perf_counter

import pytest

from news_archive.importing.incoming import Incoming
from news_archive.importing.problems import ReadError
from news_archive.importing.reading import read_file

_P = "<p>The ferry left the pier of Geneva at noon with forty passengers, says its captain.</p>"


@pytest.mark.parametrize(
    ("html", "said"),
    [
        pytest.param("<div>" * 50_000 + _P, "nests its elements 50,000 deep; 250 are allowed", id="deep"),
        pytest.param(_P + "<a " * 3_300_000, "thousands of tags are not closed", id="unclosed tags"),
        pytest.param(
            ">" * 2_000_000 + "<a " * 600_000, "thousands of tags are not closed", id="unclosed behind closed"
        ),
        pytest.param(_P + "<!--" * 2_000_000, "thousands of tags are not closed", id="unclosed comments"),
        pytest.param(_P * 40_000, "has 80,00\\d tags; 60,000 are allowed", id="many"),
        pytest.param("<p></p>", "no article was found", id="empty"),
    ],
)
def test_page_that_no_newspaper_makes_is_refused_soon(tmp_path: Path, html: str, said: str) -> None:
    path = tmp_path / "bomb.html"
    path.write_text(html)
    began = perf_counter()
    (came,) = read_file(str(path))
    assert isinstance(came, ReadError)
    assert perf_counter() - began < 20
    assert re.search(said, str(came)), came


def test_scripts_without_an_end_take_no_time(tmp_path: Path) -> None:
    path = tmp_path / "scripts.html"
    path.write_text(f"<title>T</title><article>{_P}</article>" + "<script>" * 1_000_000)
    began = perf_counter()
    (came,) = read_file(str(path))
    assert isinstance(came, Incoming), came
    assert perf_counter() - began < 20
