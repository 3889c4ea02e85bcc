"""Sparing plain text the search for inline markup changes nothing."""

from hypothesis import given
from hypothesis import strategies as st
from markdown import Markdown

from news_archive.build import Converter

_EXTENSIONS = ["abbr", "attr_list", "def_list", "footnotes", "md_in_html", "tables", "toc"]
_PIECES = st.sampled_from(
    [
        "word ",
        "*em* ",
        "__strong__",
        "`code`",
        "[a](b.md)",
        "![p](p.png)",
        "<b>x</b>",
        "&amp;",
        "a & b",
        "  \n",
        "\n",
        "\n\n",
        "- item\n",
        "> quote\n",
        "# Head\n",
        "\\*",
        "<https://example.org>",
        "[^1]",
        "\n[^1]: note\n",
        "a_b_c",
        "* ",
        "| a | b |\n|--|--|\n",
        "*[HTML]: x\n",
        "HTML",
        "{: .c }",
        "Kobanê ",
        "\u00a0",
    ]
)


@given(st.lists(_PIECES | st.text(max_size=6), max_size=12).map("".join))
def test_conversion_is_that_of_python_markdown(text: str) -> None:
    assert Converter(_EXTENSIONS, {}).convert(text) == Markdown(extensions=_EXTENSIONS).convert(text)
