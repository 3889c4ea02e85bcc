"""Which proper names a sentence has, by the rules of English."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from news_archive.checks.suggesting.proper_names import ordinary_words, proper_names
from news_archive.matching import build_gazetteer, find_names, fold_text, spacy_search
from news_archive.model import (
    Actor,
    AnnotatedArticle,
    Article,
    ArticleId,
    Block,
    Entity,
    EntityId,
    PartialDate,
    Place,
)

_DATE = PartialDate.parse("2016")


def annotated(
    *texts: str, html: str = "", lang: str | None = None, entities: tuple[Entity, ...] = ()
) -> AnnotatedArticle:
    """An article of these paragraphs, with the names of the entities marked."""
    gazetteer = build_gazetteer(entities)
    names = find_names([Block(text, 0) for text in texts], gazetteer, spacy_search(gazetteer.phrases), date=_DATE)
    article = Article(
        id=ArticleId("a"), path="articles/a.md", title="T", date=_DATE, source="S", slug="a", lang=lang,
        body="\n\n".join(texts), body_line=6,
    )  # fmt: skip
    return AnnotatedArticle(article, html, texts, names.mentions, names.ambiguities, names.unlinked)


def _names(article: AnnotatedArticle) -> list[str]:
    return [name.text for name in proper_names(article, ordinary_words([article]))]


@pytest.mark.parametrize(
    ("text", "names"),
    [
        pytest.param("On Mondays the Prime Minister and President Walter met.", ["Walter"], id="two titles"),
        pytest.param("They went to Utrecht and Geneva.", ["Utrecht", "Geneva"], id="two places that `and` joins"),
        pytest.param("They read of the Bank of Utrecht.", ["Bank of Utrecht"], id="`of` inside a name"),
        pytest.param(
            "He led the Ministry of Trade and Industry.", ["Ministry of Trade and Industry"], id="`and` inside a name"
        ),
        pytest.param("It was the Trade and Customs Office.", ["Trade and Customs Office"], id="`and` before a head"),
        pytest.param(
            "She joined the Dutch Observatory for Human Rights.",
            ["Dutch Observatory for Human Rights"],
            id="`for` inside a name",
        ),
        pytest.param("They heard Pieter de Vries.", ["Pieter de Vries"], id="a particle of a surname"),
        pytest.param("Here spoke John F. Walter.", ["John F. Walter"], id="an initial"),
        pytest.param("They saw Lt. Gen. Stephen Walter.", ["Stephen Walter"], id="titles with periods"),
        pytest.param("There was Col. John \u201cJ.D.\u201d Walter.", ["John \u201cJ.D.\u201d Walter"], id="a nickname in quotes"),
        pytest.param("We met Foreign Secretary Ann Walter.", ["Ann Walter"], id="a title of two words"),
        pytest.param("We met Secretary of State Ann Walter.", ["Ann Walter"], id="a title with an office"),
        pytest.param("We met the Prime Minister and the Foreign Secretary.", [], id="titles alone"),
        pytest.param("We met Abu Walid Sheikh Omar there.", ["Abu Walid Sheikh Omar"], id="a title inside a name"),
        pytest.param("It fell on Monday, 3 March, in Utrecht.", ["Utrecht"], id="days and months"),
        pytest.param("The Dutch and the Syrians spoke English.", [], id="nations and languages"),
        pytest.param("It was the Dutch Army.", ["Dutch Army"], id="a nation in the name of a body"),
        pytest.param("It was a Dutch F-16.", ["F-16"], id="a nation before a thing"),
        pytest.param("They fled to Ras al-Ain and Deir ez-Zor.", ["Ras al-Ain", "Deir ez-Zor"], id="inner articles"),
        pytest.param("They fled to al-Bab and al Rutba.", ["al-Bab", "al Rutba"], id="an article before the name"),
        pytest.param("They met Ban Ki-moon.", ["Ban Ki-moon"], id="a hyphen inside a name"),
        pytest.param("The Geneva-based group and the WHO-led mission left.", ["Geneva", "WHO"], id="a made adjective"),
        pytest.param("In the U.S. they met.", ["U.S."], id="periods inside an acronym"),
        pytest.param("It was Geneva's Red Cross Museum.", ["Geneva", "Red Cross Museum"], id="after a possessive"),
        pytest.param("It was the People's Action Party.", ["People's Action Party"], id="a possessive inside a name"),
        pytest.param("They took Highway 4 and left.", ["Highway 4"], id="a number that belongs to a name"),
        pytest.param("The 17th Rifle Division left.", ["17th Rifle Division"], id="an ordinal that belongs to a name"),
        pytest.param("See www.Example.org and mail Walter@Example.org now.", [], id="addresses"),
        pytest.param("He read chapter II and saw TV.", [], id="numerals and everyday acronyms"),
    ],
)  # fmt: skip
def test_names_of_a_sentence(text: str, names: list[str]) -> None:
    assert _names(annotated(text)) == names


@pytest.mark.parametrize(
    ("texts", "names"),
    [
        pytest.param(["Rain fell. The rain stopped."], [], id="an ordinary word"),
        pytest.param(["Meanwhile it rained."], [], id="a word never seen otherwise"),
        pytest.param(
            ["Utrecht fell. They had seen Utrecht."], ["Utrecht", "Utrecht"], id="a name seen in mid-sentence"
        ),
        pytest.param(["Attribution is hard."], [], id="a word before a form of `to be`"),
        pytest.param(["Walter said no."], ["Walter"], id="somebody who speaks"),
        pytest.param(
            ["Residents of Utrecht fled; many residents stayed."], ["Utrecht"], id="an ordinary word with `of`"
        ),
        pytest.param(["Ministry of Trade said no to a ministry."], ["Ministry of Trade"], id="a body's head with `of`"),
        pytest.param(["He said: \u201cRain is near.\u201d The rain came."], [], id="a quotation's beginning"),
    ],
)
def test_first_words_of_sentences(texts: list[str], names: list[str]) -> None:
    assert _names(annotated(*texts)) == names


@pytest.mark.parametrize(
    "headline",
    [
        pytest.param("Dutch Army Retakes Town After Heavy Fighting", id="title case"),
        pytest.param("FOR IMMEDIATE RELEASE", id="capitals"),
    ],
)
def test_a_headline_in_capitals_gives_no_names(headline: str) -> None:
    assert _names(annotated(headline, "It rained in Utrecht.")) == ["Utrecht"]


def test_a_quoted_headline_gives_no_names() -> None:
    assert _names(annotated("They printed \u201cDutch Army Retakes Town After Fighting\u201d in Utrecht.")) == [
        "Utrecht"
    ]


def test_code_is_left_out_and_a_link_counts() -> None:
    texts = ("They ran Walter in Utrecht with Pieter.",)
    html = '<p>They ran <code>Walter</code> in <a href="x">Utrecht</a> with Pieter.</p>'
    assert _names(annotated(*texts, html=html)) == ["Utrecht", "Pieter"]


def test_a_heading_written_like_a_sentence_counts() -> None:
    html = "<h2>The siege of old Utrecht</h2><p>It rained <code>x</code>.</p>"
    assert _names(annotated("The siege of old Utrecht", "It rained x.", html=html)) == ["Utrecht"]


@pytest.mark.parametrize("lang", ["ar", "fr"])
def test_texts_in_other_languages_are_not_read(lang: str) -> None:
    assert _names(annotated("They went to Utrecht.", lang=lang)) == []


def test_arabic_script_gives_no_names() -> None:
    assert _names(annotated("وصل الوفد إلى جنيف")) == []


_UTRECHT = Place(id=EntityId("places/utrecht"), path="docs/places/utrecht.md", name="Utrecht")
_WALTER = Actor(id=EntityId("actors/walter"), path="docs/actors/walter.md", name="Pieter Walter", type="person")


@pytest.mark.parametrize(
    ("text", "names"),
    [
        pytest.param("They went to Utrecht and Geneva.", ["Geneva"], id="a mention is covered"),
        pytest.param("They saw the Utrecht Military Council.", ["Utrecht Military Council"], id="a longer name is not"),
        pytest.param("They saw Utrecht President Ann Walter.", ["Ann Walter"], id="the person after a listed place"),
        pytest.param("Pieter Walter came. They saw Walter.", [], id="a surname that is linked"),
    ],
)
def test_what_mentions_cover(text: str, names: list[str]) -> None:
    assert _names(annotated(text, entities=(_UTRECHT, _WALTER))) == names


@pytest.mark.parametrize(
    ("text", "whole"),
    [
        pytest.param("They saw Ann Walter. Later Walter left.", "Ann Walter", id="a surname"),
        pytest.param("They saw Abu Omar al-Hadi. Later Hadi left.", "Abu Omar al-Hadi", id="a surname without article"),
        pytest.param(
            "They saw the Dutch Rifle Guild (DRG). Later DRG left.", "Dutch Rifle Guild", id="an acronym in brackets"
        ),
        pytest.param("They saw the Dutch Rifle Guild. Later DRG left.", "Dutch Rifle Guild", id="initials"),
        pytest.param(
            "They saw the Utrecht Council for Peace. Later the Utrecht Council left.",
            "Utrecht Council for Peace",
            id="a shortened name",
        ),
        pytest.param("They saw Ann Walter and Eva Walter. Later Walter left.", "Walter", id="a surname of two"),
        pytest.param(
            "They saw the Hotel Utrecht. Later Utrecht fell.", "Utrecht", id="a place and what is named after it"
        ),
    ],
)
def test_the_fullest_name_of_an_article(text: str, whole: str) -> None:
    article = annotated(text)
    assert proper_names(article, ordinary_words([article]))[-1].whole == whole


def test_spans_are_those_of_the_text() -> None:
    text = "They\u00a0went to \u201cGe\u0301neva\u201d and Utrecht."
    article = annotated(text)
    spans = [name.span for name in proper_names(article, ordinary_words([article]))]
    assert [text[span.start : span.end] for span in spans] == ["Ge\u0301neva", "Utrecht"]


_SNIPPETS = [
    "Utrecht",
    "the ",
    " of ",
    "and ",
    "al-",
    "'s ",
    ". ",
    "\u201c",
    "\u00a0",
    "U.S.",
    "Ge\u0301",
    "(DRG)",
    "\n",
    "17th ",
]


@given(st.lists(st.one_of(st.sampled_from(_SNIPPETS), st.text(max_size=5)), max_size=20).map("".join))
def test_a_name_is_what_stands_at_its_span(text: str) -> None:
    article = annotated(text)
    for name in proper_names(article, ordinary_words([article])):
        assert fold_text(text[name.span.start : name.span.end]) == name.text
