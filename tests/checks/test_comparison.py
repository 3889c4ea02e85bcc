"""What becomes of names when an archive changes, from annotations made by hand."""

import json
import re
from collections.abc import Mapping
from dataclasses import replace
from html import escape, unescape

import markdown
import pytest

from news_archive.checks.comparison import (
    Change,
    Difference,
    Edition,
    State,
    as_json,
    as_markdown,
    as_text,
    compare,
    digest_of_changes,
)
from news_archive.model import (
    Ambiguity,
    AnnotatedArticle,
    Article,
    ArticleId,
    EntityId,
    Mention,
    PartialDate,
    Reason,
    ReasonKind,
    Span,
)

_TEXT = "Before dawn Walter left. Then Walter met Moor."
_REASON = Reason(ReasonKind.NAME, "Walter")


def _article(text: str, names: Mapping[int, str], id_: str = "2020/a", title: str = "A") -> AnnotatedArticle:
    """An article with `Walter` marked at these places, as one entity or several (parted by spaces)."""
    mentions, ambiguities = [], []
    for start, meant in sorted(names.items()):
        span, ids = Span(0, start, start + 6), tuple(map(EntityId, meant.split()))
        if len(ids) == 1:
            mentions.append(Mention(span, text[start : start + 6], ids[0], _REASON, f"m-{start}"))
        else:
            ambiguities.append(Ambiguity(span, text[start : start + 6], ids, _REASON, f"m-{start}"))
    article = Article(
        id=ArticleId(id_),
        path=f"articles/{id_}.md",
        title=title,
        date=PartialDate.parse("2020"),
        source="S",
        slug="a",
        body=text,
    )
    return AnnotatedArticle(article, "", (text,), tuple(mentions), tuple(ambiguities))


def _edition(*articles: AnnotatedArticle, pages: str = "", redirects: Mapping[str, str] | None = None) -> Edition:
    return Edition(articles=articles, pages=frozenset(pages.split()), redirects=redirects or {})


def _difference(before: Mapping[int, str], after: Mapping[int, str], later: str = _TEXT) -> Difference:
    return compare(_edition(_article(_TEXT, before)), _edition(_article(later, after)))


@pytest.mark.parametrize(
    ("before", "after", "change"),
    [
        ({}, {12: "actors/w"}, Change.ADDED),
        ({12: "actors/w"}, {}, Change.REMOVED),
        ({12: "actors/w"}, {12: "actors/v"}, Change.RETARGETED),
        ({12: "actors/w"}, {12: "actors/v actors/w"}, Change.UNDECIDED),
        ({}, {12: "actors/v actors/w"}, Change.UNDECIDED),
        ({12: "actors/v actors/w"}, {12: "actors/w"}, Change.DECIDED),
        ({12: "actors/v actors/w"}, {12: "actors/u actors/w"}, Change.RECONSIDERED),
        ({12: "actors/v actors/w"}, {}, Change.REMOVED),
    ],
)
def test_each_kind_of_change_is_told(before: Mapping[int, str], after: Mapping[int, str], change: Change) -> None:
    (name,) = _difference(before, after).names
    assert (name.change, name.text) == (change, "Walter")
    assert name.before is not None
    assert name.after is not None
    assert name.before.sentence == name.after.sentence == "Before dawn [Walter] left."


def test_name_of_more_words_is_one_change() -> None:
    text = "Today Captain Walter left."
    before, after = _article(text, {14: "actors/w"}), _article(text, {})
    longer = Mention(Span(0, 6, 20), "Captain Walter", EntityId("actors/w"), _REASON, "m")
    (name,) = compare(_edition(before), _edition(replace(after, mentions=(longer,)))).names
    assert (name.change, name.text) == (Change.RESIZED, "Captain Walter")
    assert name.before is not None
    assert name.after is not None
    assert (name.before.sentence, name.after.sentence) == (
        "Today Captain [Walter] left.",
        "Today [Captain Walter] left.",
    )


def test_what_stays_is_not_told() -> None:
    both = {12: "actors/w", 30: "actors/v actors/w"}
    assert _difference(both, both) == Difference(articles=(), created=(), removed=(), redirected=())


def test_words_that_move_with_their_text_are_no_change() -> None:
    moved = _difference({12: "actors/w"}, {17: "actors/w"}, "Long before dawn Walter left. Then Walter met Moor.")
    assert moved.articles == ()


def test_rewritten_sentence_is_shown_before_and_after() -> None:
    (name,) = _difference({}, {17: "actors/w"}, "Long before dawn Walter left. Then Walter met Moor.").names
    assert name.before is not None
    assert name.after is not None
    assert (name.before.sentence, name.after.sentence) == (
        "Before dawn [Walter] left.",
        "Long before dawn [Walter] left.",
    )


def test_name_whose_words_are_gone_has_no_later_side() -> None:
    (name,) = _difference({12: "actors/w"}, {}, "Nobody came.").names
    assert (name.change, name.after) == (Change.REMOVED, None)


@pytest.mark.parametrize(
    ("before", "after", "state", "counted"),
    [
        (None, _article(_TEXT, {12: "actors/w"}), State.CREATED, 0),
        (_article(_TEXT, {12: "actors/w"}), None, State.DELETED, 1),
        (_article(_TEXT, {}), _article(_TEXT, {12: "actors/w"}), State.UNTOUCHED, 1),
        (_article(_TEXT, {}), _article(_TEXT, {12: "actors/w"}, title="B"), State.EDITED, 1),
    ],
)
def test_limit_counts_names_of_articles_that_were_there(
    before: AnnotatedArticle | None, after: AnnotatedArticle | None, state: State, counted: int
) -> None:
    difference = compare(_edition(*filter(None, [before])), _edition(*filter(None, [after])))
    assert [article.state for article in difference.articles] == [state]
    assert (len(difference.names), difference.counted) == (1, counted)


def test_article_of_another_name_is_the_same_article() -> None:
    before, after = _article(_TEXT, {12: "actors/w"}), _article(_TEXT, {12: "actors/w", 30: "actors/v"}, "2021/b")
    (changes,) = compare(_edition(before), _edition(after)).articles
    assert (changes.article, changes.state) == ("2021/b", State.EDITED)
    assert [name.change for name in changes.names] == [Change.ADDED]


def test_pages_come_go_and_lead_on() -> None:
    before = _edition(pages="actors/old actors/gone actors/same", redirects={"x": "actors/same"})
    after = _edition(pages="actors/new actors/same", redirects={"actors/old": "actors/new", "x": "actors/same"})
    difference = compare(before, after)
    assert (difference.created, difference.removed) == (("actors/new",), ("actors/gone",))
    assert difference.redirected == (("actors/old", "actors/new"),)


def test_digest_is_that_of_the_effects_and_not_of_the_words_around() -> None:
    one = _difference({}, {12: "actors/w"})
    elsewhere = _difference({}, {17: "actors/w"}, "Long before dawn Walter left. Then Walter met Moor.")
    other = _difference({}, {12: "actors/v"})
    assert digest_of_changes(one) == digest_of_changes(elsewhere)
    assert digest_of_changes(one) != digest_of_changes(other)


def test_text_tells_all() -> None:
    assert as_text(_difference({30: "actors/w"}, {12: "actors/v actors/w"})).splitlines() == [
        "2 names in 1 article (1 of them not edited): 1 no longer marked, 1 now undecided.",
        "",
        "articles/2020/a.md (not edited)",
        "  ? Walter: nothing → actors/v or actors/w",
        "      Before dawn [Walter] left.",
        "      because several bear 'Walter', and nothing in the text decides between them",
        "  - Walter: actors/w → nothing",
        "      Then [Walter] met Moor.",
        "      was marked because it is listed as 'Walter'",
    ]


def test_text_sums_up_a_new_article() -> None:
    after = _edition(_article(_TEXT, {12: "actors/w", 30: "actors/w"}))
    assert as_text(compare(_edition(), after)).splitlines()[2:] == [
        "articles/2020/a.md (new article)",
        "  + Walter: nothing → actors/w (2 times)",
    ]


def test_nothing_is_told_as_nothing() -> None:
    assert as_text(compare(_edition(), _edition())) == "Nothing changes for readers."


def test_json_is_read_back_and_has_every_name() -> None:
    document = json.loads(as_json(_difference({}, {12: "actors/w"}), "a" * 40, "working tree"))
    (article,) = document["articles"]
    assert (document["before"], document["after"], document["changes"]) == ("a" * 40, "working tree", 1)
    assert article["names"] == [
        {
            "change": "added",
            "text": "Walter",
            "before": {"sentence": "Before dawn [Walter] left.", "meant": [], "because": ""},
            "after": {
                "sentence": "Before dawn [Walter] left.",
                "meant": ["actors/w"],
                "because": "it is listed as 'Walter'",
            },
        }
    ]


@pytest.mark.parametrize(
    "title",
    ["<img src=x>", "[a](javascript:b)", "@somebody", "**bold**", "line\nbreak", "#12", "</summary><script>"],
)
def test_markdown_shows_strangers_words_and_obeys_none(title: str) -> None:
    after = _article(_TEXT, {12: "actors/w"}, title=title)
    shown = as_markdown(compare(_edition(_article(_TEXT, {})), _edition(after)))
    html = markdown.markdown(shown, extensions=["md_in_html"])
    summary = html.partition("<summary>")[2].partition("</summary>")[0]
    assert "<" not in summary.replace("<!-- -->", "")
    assert not re.search(r"[@#]\w", summary)
    assert unescape(summary.replace("<!-- -->", "")).startswith(title.replace("\n", "\\n"))


@pytest.mark.parametrize(
    "words", ["<b>x</b>", "[a](b)", "*a* _b_ `c`", "# a", "1. a", "https://a.example", "a\\b", "&lt;"]
)
def test_markdown_shows_a_sentence_as_it_stands(words: str) -> None:
    text = f"Walter saw {words} there."
    after = _edition(_article(text, {0: "actors/w"}))
    shown = as_markdown(compare(_edition(_article(text, {})), after))
    line = next(line for line in shown.splitlines() if line.startswith("  * "))
    html = markdown.markdown(line.removeprefix("  * ")).replace("<!-- -->", "")
    assert html == f"<p>{escape('[Walter]' + text[6:], quote=False)}</p>"


def test_markdown_puts_articles_that_nobody_edited_first() -> None:
    before = _edition(_article(_TEXT, {}, "2020/a", "Edited"), _article(_TEXT, {}, "2020/b", "Untouched"))
    after = _edition(
        _article(_TEXT + " More.", {12: "actors/w"}, "2020/a", "Edited"),
        _article(_TEXT, {12: "actors/w"}, "2020/b", "Untouched"),
    )
    shown = as_markdown(compare(before, after))
    assert shown.index("Untouched") < shown.index("Edited")
