"""The words that come in are the words that readers see, whatever they would mean in Markdown."""

from collections.abc import Callable

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from news_archive.annotation import visible_text
from news_archive.importing.as_markdown import markdown_of, plain_markdown_of
from news_archive.importing.escaping import cleaned
from news_archive.importing.incoming import LINE_BREAK, Block, BlockKind, Run, words_of
from news_archive.importing.plain_text import paragraphs

_LOOK_ALIKES = (
    *("*", "_", "**", "__", "***", "`", "```", "~~~", "~", "~~", "^", "==", "++", "^^", "$"),
    *(
        "#",
        "##",
        "# ",
        "1. ",
        "2) ",
        "\u0663. ",
        "- ",
        "+ ",
        "* ",
        "> ",
        ": ",
        ":   ",
        "    ",
        "\t",
        "---",
        "===",
        "***",
    ),
    *(
        "<b>",
        "</b>",
        "<script>",
        "<div>",
        "</div>",
        "<",
        ">",
        "<!--",
        "-->",
        "<?",
        "<!",
        "<http://e.example>",
        "<a@e.example>",
    ),
    *("&amp;", "&copy;", "&#42;", "&#x2a;", "&", ";", "AT&T", "\\", "\\*", "\\\\", "|", "|---|", "a | b", "--- | ---"),
    *(
        "[x](y)",
        "![x](y)",
        "[x][y]",
        "[x]",
        "[y]: http://e.example",
        "[^1]",
        "[^1]: ",
        "[TOC]",
        "[ ] ",
        "[[x]]",
        "](",
        "[",
        "]",
    ),
    *(
        "*[HTML]: ",
        "HTML",
        "{: .c }",
        "{ #x }",
        "{",
        "}",
        "!!! note",
        "??? x",
        "/// a",
        "::: x",
        "%%",
        "--8<-- 'x'",
        "{++x++}",
    ),
    *(
        ":smile:",
        "++ctrl++",
        "a_b_c",
        "http://e.example/a_b*c",
        "a@e.example",
        "title: x",
        "(c)",
        "...",
        "'",
        '"',
        "!",
        "(",
        ")",
    ),
    *(
        "\n",
        "\n",
        "\n\n",
        "\n\n",
        " ",
        " ",
        "  \n",
        "\r\n",
        "word",
        "Geneva",
        "1",
        "\u00a0",
        "\u200b",
        "\u2028",
        "\x0b",
        "\x1c",
    ),
    *("\x02", "\x03", "klzzwxh:0001", "wzxhzdk:0", "\u0627\u0644\u0633\u0644\u0627\u0645", "\u200f"),
)
_TEXTS = st.lists(st.sampled_from(_LOOK_ALIKES) | st.text(max_size=3), max_size=14).map("".join)


@given(_TEXTS)
@settings(max_examples=300)
def test_plain_text_shows_as_it_stood(show: Callable[[str], str], text: str) -> None:
    text, _ = cleaned(text.encode("utf-8", "ignore").decode())
    blocks = paragraphs(text.split("\n"))
    assert words_of(blocks) == text.split()
    assert visible_text(show(markdown_of(blocks))).split() == text.split()


_RUN = st.builds(
    Run,
    text=_TEXTS.map(lambda text: " ".join(cleaned(text.encode("utf-8", "ignore").decode())[0].split())),
    is_strong=st.booleans(),
    is_emphasis=st.booleans(),
    href=st.sampled_from(
        ["", "", "https://e.example/a_(b)*c?d=1&lt;=2", "javascript:alert(1)", "mailto:a@e.example", "/x"]
    ),
)
_RUNS = st.lists(_RUN | st.sampled_from([Run(text=LINE_BREAK), Run(text=" ")]), min_size=1, max_size=4).map(tuple)
_BLOCK = st.one_of(
    st.builds(Block, runs=_RUNS, is_quoted=st.booleans()),
    st.builds(Block, kind=st.just(BlockKind.HEADING), runs=_RUNS, level=st.integers(2, 6)),
    st.builds(Block, kind=st.sampled_from([BlockKind.ITEM, BlockKind.NUMBERED]), runs=_RUNS, is_quoted=st.booleans()),
)


@given(st.lists(_BLOCK, max_size=5))
@settings(max_examples=300)
def test_formatted_blocks_show_their_words(show: Callable[[str], str], blocks: list[Block]) -> None:
    """Emphasis that Markdown can't say is told by the command, which then writes plain paragraphs: these never fail."""
    assert visible_text(show(plain_markdown_of(blocks))).split() == words_of(blocks)


@pytest.mark.parametrize("word", ["Geneva", "(Geneva)", "“Geneva”", "Geneva,", "2018"])
@pytest.mark.parametrize("kind", list(BlockKind))
@pytest.mark.parametrize("is_quoted", [False, True])
def test_formatting_of_news_is_kept(
    show_here: Callable[[str], str],
    word: str,
    kind: BlockKind,
    is_quoted: bool,  # noqa: FBT001  # a column of the table
) -> None:
    runs = (
        Run(text="In "),
        Run(text=f"{word} ", is_strong=True),
        Run(text="today "),
        Run(text="it", is_emphasis=True),
        Run(text="s all"),
        Run(text=" * 1. # said", href="https://e.example/a_b(c)"),
        Run(text="."),
    )
    rows = ((runs, (Run(text="| x"),)), ((Run(text="1"),),)) if kind is BlockKind.TABLE else ()
    lead = Block(kind=BlockKind.ITEM, runs=(Run(text="first"),), is_quoted=is_quoted)
    leads = [lead] if kind in (BlockKind.MORE, BlockKind.ITEM) else []
    block = Block(
        kind=kind,
        runs=() if rows else runs,
        rows=rows,
        level=2 if kind is BlockKind.HEADING else 0,
        is_quoted=is_quoted,
    )
    body = markdown_of([*leads, block, Block(runs=(Run(text="The end."),))])
    assert visible_text(show_here(body)).split() == words_of([*leads, block, Block(runs=(Run(text="The end."),))])
    html = show_here(body)
    assert f"<strong>{word}</strong>" in html
    assert "<em>it</em>s" in html
    assert 'href="https://e.example/a_b%28c%29"' in html
    tags = {
        BlockKind.PARAGRAPH: "<p>In",
        BlockKind.HEADING: "<h2 ",
        BlockKind.ITEM: "<li>",
        BlockKind.NUMBERED: "<ol>",
        BlockKind.MORE: "<li>",
        BlockKind.TABLE: "<table>",
    }
    assert tags[kind] in html
    assert ("<blockquote>" in html) is is_quoted


@pytest.mark.parametrize(
    ("runs", "html"),
    [
        ((Run(text="a", is_strong=True), Run(text="b", is_strong=True)), "<p><strong>a</strong>b</p>"),
        ((Run(text="a", is_emphasis=True), Run(text="b", is_strong=True)), "<p><em>a</em>b</p>"),
        ((Run(text=" a ", is_emphasis=True), Run(text="b")), "<p><em>a</em> b</p>"),
        ((Run(text="a", is_emphasis=True, is_strong=True),), "<p><strong><em>a</em></strong></p>"),
        ((Run(text=" ", is_emphasis=True), Run(text="b")), "<p>b</p>"),
    ],
)
def test_emphasis_that_touches(show_here: Callable[[str], str], runs: tuple[Run, ...], html: str) -> None:
    assert show_here(markdown_of([Block(runs=runs)])) == html


def test_number_sign_at_the_end_of_a_heading_stays(show_here: Callable[[str], str]) -> None:
    heading = Block(kind=BlockKind.HEADING, level=3, runs=(Run(text="# Number 1 #"),))
    assert visible_text(show_here(markdown_of([heading]))) == "# Number 1 #"


def test_link_behind_an_exclamation_mark_is_no_picture(show_here: Callable[[str], str]) -> None:
    html = show_here(markdown_of([Block(runs=(Run(text="Look!"), Run(text="here", href="https://e.example/")))]))
    assert html == '<p>Look!<a href="https://e.example/">here</a></p>'


@pytest.mark.parametrize(
    "address",
    ["javascript:alert(1)", "data:text/html,x", "/x", "x.html", "http:", "//e.example", "http://[", "vbscript:x"],
)
def test_link_to_no_web_page_is_its_words(address: str) -> None:
    assert markdown_of([Block(runs=(Run(text="words", href=address),))]) == "words\n"


def test_table_that_lays_out_a_page_is_paragraphs(show_here: Callable[[str], str]) -> None:
    cells = tuple((Run(text=f"{word} " * 60),) for word in ("one", "two"))
    html = show_here(markdown_of([Block(kind=BlockKind.TABLE, rows=(cells,))]))
    assert html.count("<p>") == 2
    assert "<table" not in html
