"""Words beside a place's name that say what kind of place it is."""

import pytest

from news_archive.matching.profiles import type_group
from news_archive.matching.rules.place_types import are_listed, cue_after, cue_before


@pytest.mark.parametrize(
    ("between", "listed"),
    [
        pytest.param(" and ", True, id="and"),
        pytest.param(" or ", True, id="or"),
        pytest.param(", ", True, id="comma"),
        pytest.param(",", True, id="comma without a space"),
        pytest.param(", and ", True, id="comma and"),
        pytest.param("\nand ", True, id="in the next line"),
        pytest.param(" and the ", True, id="an article"),
        pytest.param("/", True, id="slash"),
        pytest.param(" & ", True, id="ampersand"),
        pytest.param(" of ", False, id="of"),
        pytest.param("; ", False, id="semicolon"),
        pytest.param(". ", False, id="period"),
        pytest.param(" and then ", False, id="more words"),
        pytest.param(" ", False, id="a space"),
        pytest.param("", False, id="nothing"),
    ],
)
def test_names_are_listed_by_what_parts_them(between: str, *, listed: bool) -> None:
    assert are_listed(between) is listed


@pytest.mark.parametrize(
    ("before", "word", "type_"),
    [
        pytest.param("in the province of ", "province", "province", id="of"),
        pytest.param("the Province of ", "Province", "province", id="a capital"),
        pytest.param("the provinces of ", "provinces", "province", id="plural"),
        pytest.param("the cities of ", "cities", "city", id="plural in ies"),
        pytest.param("the sub-district of\n", "sub-district", "district", id="a hyphen, and the next line"),
        pytest.param("the counties of the ", "counties", "county", id="an article"),
        pytest.param("the towns of both ", "towns", "town", id="both"),
        pytest.param("the River ", "River", "river", id="river without of"),
        pytest.param("on Lake ", "Lake", "lake", id="lake without of"),
        pytest.param("on Mount ", "Mount", "mountain", id="mount, a word for mountain"),
        pytest.param("the mayor of ", None, None, id="an office"),
        pytest.param("the province ", None, None, id="province without of"),
        pytest.param("the province in ", None, None, id="another preposition"),
        pytest.param("the province of old ", None, None, id="an adjective between"),
        pytest.param("province. Of ", None, None, id="another sentence"),
        pytest.param("", None, None, id="nothing"),
    ],
)
def test_cue_before_a_name(before: str, word: str | None, type_: str | None) -> None:
    assert cue_before(before) == (None if word is None else (type_group(str(type_)), word))


@pytest.mark.parametrize(
    ("after", "word", "type_"),
    [
        pytest.param(" province.", "province", "province", id="a word"),
        pytest.param(" Province", "Province", "province", id="a capital"),
        pytest.param("\ncity's mayor", "city", "city", id="possessive, in the next line"),
        pytest.param(" cities", "cities", "city", id="a plural may follow one name"),
        pytest.param(" said", None, None, id="a verb"),
        pytest.param(", province of", None, None, id="a comma"),
        pytest.param(" town-hall", None, None, id="a compound"),
        pytest.param("", None, None, id="nothing"),
    ],
)
def test_cue_after_a_name(after: str, word: str | None, type_: str | None) -> None:
    assert cue_after(after, is_list=False) == (None if word is None else (type_group(str(type_)), word))


@pytest.mark.parametrize(
    ("after", "word"),
    [
        pytest.param(" provinces", "provinces", id="a plural goes for all"),
        pytest.param(" province", None, id="a singular goes for the last"),
        pytest.param(" Cities", "Cities", id="plural with a capital"),
        pytest.param(" mayors", None, id="another plural"),
    ],
)
def test_cue_after_a_list_is_a_plural(after: str, word: str | None) -> None:
    found = cue_after(after, is_list=True)
    assert (found and found[1]) == word


@pytest.mark.parametrize(
    ("one", "other", "same"),
    [
        pytest.param("governorate", "province", True, id="two words for one type"),
        pytest.param("dam", "barrage", True, id="words for a dam"),
        pytest.param("province", "city", False, id="the pair that matters most"),
        pytest.param("river", "lake", False, id="both are waters, and two places"),
    ],
)
def test_cues_of_one_group_are_the_same(one: str, other: str, *, same: bool) -> None:
    cues = [cue_after(f" {word}", is_list=False) for word in (one, other)]
    groups = [cue and cue[0] for cue in cues]
    assert (groups[0] == groups[1]) is same
