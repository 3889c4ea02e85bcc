"""Names in their sentences, as other pages quote them."""

from collections.abc import Callable

import pytest
from hypothesis import given
from hypothesis import strategies as st

from news_archive.archive import Passage, passages_of
from news_archive.model import AnnotatedArticle

Annotated = Callable[..., AnnotatedArticle]


def _shown(passage: Passage) -> str:
    """The quote, with names in brackets."""
    return "".join(f"[{text}]" if is_name else text for text, is_name in passage.parts)


@pytest.mark.parametrize(
    ("block", "quotes"),
    [
        pytest.param("It fell. The [YPG|actors/ypg] left. It rose.", ["The [YPG] left."], id="the sentence alone"),
        pytest.param("[YPG|actors/ypg]", ["[YPG]"], id="a name alone"),
        pytest.param("[YPG|actors/ypg] left.", ["[YPG] left."], id="a name at the beginning"),
        pytest.param("So said the [YPG|actors/ypg]", ["So said the [YPG]"], id="a name at the end"),
        pytest.param(
            "The [YPG|actors/ypg] and the [units|actors/ypg] left.",
            ["The [YPG] and the [units] left."],
            id="one entity twice in a sentence",
        ),
        pytest.param(
            "The [YPG|actors/ypg] left [Manbij|places/manbij].",
            ["The [YPG] left Manbij.", "The YPG left [Manbij]."],
            id="two entities in a sentence",
        ),
        pytest.param(
            "The [YPG|actors/ypg] left. The [YPG|actors/ypg] won.",
            ["The [YPG] left.", "The [YPG] won."],
            id="two sentences",
        ),
        pytest.param("The\n  [Free\nArmy|actors/fsa]\tleft\n.", ["The [Free Army] left ."], id="white space is folded"),
        pytest.param("The  [YPG|actors/ypg] left.", ["The [YPG] left."], id="two spaces are one"),
        pytest.param(
            "[YPG|actors/ypg]\n[units|actors/ypg] left.", ["[YPG] [units] left."], id="a line's end between two names"
        ),
        pytest.param("See \ufffc the [YPG|actors/ypg]\ufffc.", ["See the [YPG]."], id="pictures leave nothing"),
        pytest.param("The [U.S.|actors/us] left. It won.", ["The [U.S.] left."], id="a name with periods"),
        pytest.param("He told [Yahoo! News|actors/yahoo] so.", ["He told [Yahoo! News]"], id="a name over an end"),
    ],
)
def test_passage_is_the_sentence_with_its_names_marked(block: str, quotes: list[str], annotated: Annotated) -> None:
    assert [_shown(passage) for passage in passages_of(annotated(block))] == quotes


def test_passage_leads_to_the_first_mark_in_its_sentence(annotated: Annotated) -> None:
    article = annotated("[YPG|actors/ypg] left. [YPG|actors/ypg] and [YPG|actors/ypg].", "The [YPG|actors/ypg].")
    assert [(p.entity, p.article, p.anchor, p.mentions) for p in passages_of(article)] == [
        ("actors/ypg", "2016/a", "m-actors-ypg-1", 1),
        ("actors/ypg", "2016/a", "m-actors-ypg-2", 2),
        ("actors/ypg", "2016/a", "m-actors-ypg-4", 1),
    ]


@pytest.mark.parametrize(
    ("before", "after", "is_cut_before", "is_cut_after"),
    [
        pytest.param(10, 10, False, False, id="a short sentence"),
        pytest.param(300, 300, True, True, id="a long sentence on both sides"),
        pytest.param(0, 300, False, True, id="a long sentence after the name"),
        pytest.param(300, 0, True, False, id="a long sentence before the name"),
        pytest.param(40, 5, False, False, id="a name late in a sentence that is not long"),
        pytest.param(300, 10, True, False, id="a little after the name stays"),
    ],
)
def test_long_sentence_is_cut_at_words_around_the_name(
    before: int,
    after: int,
    is_cut_before: bool,  # noqa: FBT001  # a table's column
    is_cut_after: bool,  # noqa: FBT001  # as above
    annotated: Annotated,
) -> None:
    (passage,) = passages_of(annotated("word " * before + "[YPG|actors/ypg]" + " word" * after))
    quote = _shown(passage)
    assert quote.startswith("… word") is is_cut_before
    assert quote.endswith("word …") is is_cut_after
    assert "[YPG]" in quote
    assert set(quote.split()) <= {"word", "[YPG]", "…"}
    assert len(quote) < 400


def test_long_words_are_not_cut(annotated: Annotated) -> None:
    """As in an address, or in a script that has no spaces."""
    long = "w" * 400
    passages = list(passages_of(annotated(f"It fell. {long}-[YPG|actors/ypg]", f"[YPG|actors/ypg]-{long}")))
    assert _shown(passages[0]).removeprefix("… ") == f"{long}-[YPG]"
    assert _shown(passages[1]) == f"[YPG]-{long}"


def test_name_beyond_the_cut_is_counted_and_not_quoted(annotated: Annotated) -> None:
    (passage,) = passages_of(annotated("[YPG|actors/ypg] " + "word " * 100 + "[units|actors/ypg]"))
    assert passage.mentions == 2
    assert [part.text for part in passage.parts if part.is_name] == ["YPG"]


pieces = st.sampled_from(
    [
        "word ",
        "Word. ",
        " and ",
        "\n",
        "\u00a0",
        "\ufffc",
        "! ",
        "[YPG|actors/ypg]",
        "[Free\nArmy|actors/fsa]",
        "x " * 90,
    ]
)


@given(blocks=st.lists(st.lists(pieces, max_size=12).map("".join), max_size=3))
def test_parts_join_to_words_of_the_article(blocks: list[str], annotated: Annotated) -> None:
    article = annotated(*blocks)
    passages = list(passages_of(article))
    assert sum(passage.mentions for passage in passages) == len(article.mentions)
    by_anchor = {mention.anchor: mention for mention in article.mentions}
    for passage in passages:
        first = by_anchor[passage.anchor]
        assert first.entity == passage.entity
        names = [part.text for part in passage.parts if part.is_name]
        assert names[0] == " ".join(first.text.split())
        quote = "".join(part.text for part in passage.parts)
        assert quote == quote.strip()
        text = article.texts[first.span.block].replace("\ufffc", "")
        assert " ".join(quote.removeprefix("… ").removesuffix(" …").split()) in " ".join(text.split())
