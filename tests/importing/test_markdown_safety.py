"""Of somebody else's Markdown nothing is left that could act in a browser, even before the site's own cleaning."""

import re
from collections.abc import Callable

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from news_archive.build import Converter
from news_archive.importing.markdown_safety import made_safe

_PIECES = (
    *(
        "<script>",
        "</script>",
        "<script ",
        "<style>",
        "</style>",
        "<!--",
        "-->",
        "<img src=x onerror=y>",
        "<b onclick=x()>",
        "</b>",
    ),
    *(
        "<div>",
        "</div>",
        "<p onclick=x>",
        "<svg onload=x>",
        "<iframe src=x>",
        "<a href=javascript:x()>",
        "</a>",
        "<",
        ">",
        "/>",
    ),
    *(
        "[a](javascript:x)",
        "[a](",
        "javascript:x",
        ")",
        "[a]: javascript:x",
        "\n[a]: ",
        "[a]",
        "![a](x)",
        "![",
        "](",
        "[",
        "]",
    ),
    *(
        "`",
        "``",
        "```",
        "\n```\n",
        "\n~~~\n",
        "\\",
        "*",
        "_",
        "{: onclick=x }",
        "{ onclick=x }",
        "{:",
        "}",
        "&lt;",
        "&#106;avascript:x",
    ),
    *(
        "<javascript:x>",
        "<https://e.example/>",
        "<https://e.example/",
        "[a](https://e.example/)",
        "scr",
        "ipt>",
        "on",
        "word",
        " ",
        "\n",
        "\n\n",
    ),
    *(
        "    ",
        "- ",
        "> ",
        "# ",
        "?>",
        "<?php",
        "<!DOCTYPE x>",
        "<![CDATA[",
        "]]>",
        "'",
        '"',
        "=",
        "(",
        "\t",
    ),
)
_ACTIVE = re.compile(
    r"<(?:script|style|iframe|svg|img|object|div|b)\b|<[a-z][^>]*\son\w+=|<[a-z][^>]*=\"javascript:", re.IGNORECASE
)
_CODE = re.compile(r"<code.*?</code>", re.DOTALL)


@pytest.fixture(scope="module")
def converted() -> Callable[[str], str]:
    """HTML as it is before the site cleans it."""
    return Converter(("tables", "fenced_code", "attr_list", "footnotes", "abbr", "def_list"), {}).convert


@given(pieces=st.lists(st.sampled_from(_PIECES), max_size=14))
@settings(max_examples=500)
def test_nothing_active_is_left(converted: Callable[[str], str], pieces: list[str]) -> None:
    safe, _ = made_safe("".join(pieces))
    assert not _ACTIVE.search(_CODE.sub("", converted(safe))), safe
