"""What is decided beyond a single text: order, anchors, links of the author's, closed stretches, own pages."""

from collections.abc import Callable

import pytest

from news_archive.matching import (
    Gazetteer,
    Names,
    Origin,
    PhraseSearch,
    build_gazetteer,
    declared_forms,
    find_names,
    fold,
)
from news_archive.model import Alias, Block, Entity, EntityId, Name, ReasonKind, Span

Find = Callable[..., Names]


def test_anchors_count_each_entity_through_the_article(find: Find) -> None:
    found = find("SDF and YPG", "SDF, Davis and the SDF", "Davis")
    assert [(m.text, m.anchor) for m in found.mentions] == [
        ("SDF", "m-actors-sdf-1"),
        ("YPG", "m-actors-ypg-1"),
        ("SDF", "m-actors-sdf-2"),
        ("SDF", "m-actors-sdf-3"),
    ]
    assert [a.anchor for a in found.ambiguities] == ["m-undecided-1", "m-undecided-2"]


def test_spans_name_their_block(find: Find) -> None:
    found = find("in Manbij", "", "near Manbij")
    assert [m.span for m in found.mentions] == [Span(0, 3, 9), Span(2, 5, 11)]


def test_no_name_runs_from_one_block_into_the_next(find: Find) -> None:
    assert find("the Syrian", "army").mentions == ()


@pytest.mark.parametrize(
    ("block", "surfaces"),
    [
        pytest.param(Block("Manbij falls", 1, is_closed=True), [], id="a heading"),
        pytest.param(Block("Manbij and Manbij", 0, closed=((0, 6),)), ["Manbij"], id="a link"),
        pytest.param(Block("the Syrian army", 0, closed=((4, 10),)), [], id="a link on half a name"),
        pytest.param(Block("YPG1", 0, closed=((3, 4),)), ["YPG"], id="a footnote mark right after a name"),
        pytest.param(Block("Syrian army", 0, closed=((6, 7),)), [], id="a closed space within a name"),
    ],
)
def test_closed_stretches_hold_no_name(block: Block, surfaces: list[str], find: Find) -> None:
    assert [m.text for m in find(block).mentions] == surfaces


@pytest.mark.parametrize(
    ("block", "ruled"),
    [
        pytest.param(Block("the colonel", 1, is_closed=True), [], id="a heading"),
        pytest.param(Block("the colonel, the colonel", 0, closed=((0, 11),)), [13], id="a link"),
    ],
)
def test_closed_stretches_hold_no_ruling(block: Block, ruled: list[int], find: Find) -> None:
    found = find(block, rulings={"the colonel": "actors/jeff-davis"})
    assert [m.span.start for m in found.mentions] == ruled


def test_link_of_the_author_is_a_mention_in_its_place(gazetteer: Gazetteer, search: PhraseSearch) -> None:
    block = Block("SDF men met them and the SDF", 0, closed=((12, 16),))
    linked = [(Span(0, 12, 16), "them", EntityId("actors/sdf"))]
    found = find_names([block], gazetteer, search, author_links=linked)
    assert [(m.text, m.anchor, m.reason.kind) for m in found.mentions] == [
        ("SDF", "m-actors-sdf-1", ReasonKind.NAME),
        ("them", "m-actors-sdf-2", ReasonKind.AUTHOR_LINK),
        ("SDF", "m-actors-sdf-3", ReasonKind.NAME),
    ]
    assert found.mentions[1].reason.form == "them"


def test_own_page_links_neither_itself_nor_what_may_be_itself(gazetteer: Gazetteer, search: PhraseSearch) -> None:
    blocks = [Block("Davis, Jeff Davis and the SDF", 0)]
    linked = [(Span(0, 22, 25), "the", EntityId("actors/jeff-davis"))]
    found = find_names(blocks, gazetteer, search, author_links=linked, excluding=EntityId("actors/jeff-davis"))
    assert [m.text for m in found.mentions] == ["SDF"]
    assert found.ambiguities == ()


def test_reason_names_the_form_that_decided(find: Find) -> None:
    found = find("HASAKAH, the colonel", rulings={"the colonel": "actors/jeff-davis"})
    assert [(m.reason.kind, m.reason.form) for m in found.mentions] == [
        (ReasonKind.CASE, "Hasakah"),
        (ReasonKind.RULING, "the colonel"),
    ]


def test_forms_come_from_every_field_of_an_entity() -> None:
    entity = Entity(
        id=EntityId("places/kobani"),
        path="docs/places/kobani.md",
        name="Kobani",
        aliases=(Alias(text="Ayn\u00a0al\u2011Arab"),),
        names=(Name(lang="ku", text="Kobane\u0302"),),
        demonyms=("Kobanian",),
        not_phrases=("Kobani Street",),
    )
    assert [(form.text, form.origin) for form in declared_forms(entity)] == [
        ("Kobani", Origin.NAME),
        ("Ayn al-Arab", Origin.ALIAS),
        ("Koban\u00ea", Origin.OTHER_LANGUAGE),
        ("Kobanian", Origin.DEMONYM),
        ("Kobani Street", Origin.NOT),
    ]


def test_form_declared_twice_by_one_entity_is_no_ambiguity(search: PhraseSearch) -> None:
    twice = Entity(id=EntityId("actors/sdf"), path="docs/actors/sdf.md", name="SDF", aliases=(Alias(text="SDF"),))
    found = find_names([Block("the SDF", 0)], build_gazetteer([twice]), search)
    assert [m.entity for m in found.mentions] == ["actors/sdf"]


def test_folding_remembers_where_each_character_came_from() -> None:
    text = "e\u0302\u00adx\u2019\u00a0\u2014"
    folded = fold(text)
    assert folded.text == "\u00eax' -"
    assert [text[start:end] for start, end in zip(folded.starts, folded.ends, strict=True)] == [
        "e\u0302",
        "x",
        "\u2019",
        "\u00a0",
        "\u2014",
    ]
