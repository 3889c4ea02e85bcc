"""Which neighbours make a longer name of a name. In a text, the name stands between bars."""

import pytest

from news_archive.matching.profiles import Profile, profiles_of
from news_archive.matching.rules.longer_names import longer_name, other_thing
from news_archive.model import Actor, Entity, EntityId, Place, Term


def _profile(entity: Entity) -> Profile:
    return profiles_of({entity.id: entity})[entity.id]


TOWN = _profile(Place(id=EntityId("places/geneva"), path="", name="Geneva", type="city"))
COUNTRY = _profile(Place(id=EntityId("places/norway"), path="", name="Norway", type="country"))
RIVER = _profile(Place(id=EntityId("places/vecht"), path="", name="Vecht", type="river"))
ROAD = _profile(Place(id=EntityId("places/m4"), path="", name="M4", type="highway"))
BODY = _profile(Actor(id=EntityId("actors/red-cross"), path="", name="Red Cross", type="organisation"))
PERSON = _profile(Actor(id=EntityId("actors/walter"), path="", name="Jeff Walter", type="person"))
TERM = _profile(Term(id=EntityId("glossary/siege"), path="", name="siege"))


@pytest.mark.parametrize(
    ("text", "profile", "longer"),
    [
        pytest.param("at |Geneva| University", TOWN, "Geneva University", id="head after a town"),
        pytest.param("at |Geneva|\nUniversity", TOWN, "Geneva University", id="head in the next line"),
        pytest.param("the |Geneva| Symphony Orchestra", TOWN, "Geneva Symphony Orchestra", id="head further on"),
        pytest.param("the |Geneva| A B C D Orchestra", TOWN, "Geneva A B C D Orchestra", id="head five words on"),
        pytest.param("the |Geneva| A B C D E Orchestra", TOWN, None, id="head six words on is another name"),
        pytest.param("|Geneva| said", TOWN, None, id="a verb is no head"),
        pytest.param("a |Geneva| university", TOWN, None, id="a common noun is no part of a name"),
        pytest.param("in |Geneva|, University staff", TOWN, None, id="a comma ends the name"),
        pytest.param("|Geneva|. University staff", TOWN, None, id="a period ends the name"),
        pytest.param("|Geneva| Mayor Anna Walter", TOWN, None, id="a title is no head"),
        pytest.param("in |Geneva| Monday", TOWN, None, id="a day is no head"),
        pytest.param("the |Geneva| Convention", TOWN, "Geneva Convention", id="a treaty"),
        pytest.param("the |Walter| Foundation", PERSON, "Walter Foundation", id="named after a person"),
        pytest.param("the |Red Cross| Hospital", BODY, "Red Cross Hospital", id="named after a body"),
        pytest.param("|Red Cross| Forces", BODY, None, id="a body's own forces"),
        pytest.param("the |Red Cross| Group", BODY, None, id="a body called a group"),
        pytest.param("the |Geneva| Forces", TOWN, "Geneva Forces", id="forces named after a town"),
        pytest.param("the |Walter| Group", PERSON, "Walter Group", id="group named after a person"),
        pytest.param("the film |Geneva| Is Burning", TOWN, "Geneva Is Burning", id="title of a work"),
        pytest.param("why |Geneva| Is", TOWN, None, id="a verb alone makes no title"),
        pytest.param("the |Red Cross| Is Ready", BODY, None, id="a body acts in a headline"),
    ],
)
def test_head_after_a_name_makes_a_longer_name(text: str, profile: Profile, longer: str | None) -> None:
    before, name, after = text.split("|")
    assert longer_name(before, name, after, profile, is_acronym=False) == longer


@pytest.mark.parametrize(
    ("text", "profile", "longer"),
    [
        pytest.param("on Radio |Geneva|", TOWN, "Radio Geneva", id="word with a capital"),
        pytest.param("on radio |Geneva|", TOWN, None, id="the same word without"),
        pytest.param("Radio |Geneva| said", TOWN, "Radio Geneva", id="a radio stays one at a sentence's beginning"),
        pytest.param("in New |Geneva|", TOWN, "New Geneva", id="New within a sentence"),
        pytest.param("New |Geneva| talks", TOWN, None, id="New at a text's beginning"),
        pytest.param("He left. New |Geneva| talks", TOWN, None, id="New at a sentence's beginning"),
        pytest.param("“Free |Geneva|!”", TOWN, None, id="Free at a quotation's beginning"),
        pytest.param("on Mount |Siege|", TERM, "Mount Siege", id="before a term"),
        pytest.param("the Future |Red Cross| Strategy", BODY, None, id="before a body it says nothing"),
        pytest.param("there is another |Geneva|.", TOWN, "another Geneva", id="another town of the name"),
        pytest.param("there is another |siege|.", TERM, None, id="another of a kind is still one"),
        pytest.param("aboard the |Geneva|, they", TOWN, "the Geneva", id="a ship"),
        pytest.param("aboard the |Geneva|.", TOWN, "the Geneva", id="a ship at a sentence's end"),
        pytest.param("the |Geneva| talks", TOWN, None, id="the article of the next noun"),
        pytest.param("the |Geneva|, Oslo and Utrecht offices", TOWN, None, id="the article of a list"),
        pytest.param("the |Geneva|, and Oslo offices", TOWN, None, id="the article of a list that ends"),
        pytest.param("along the |Vecht|.", RIVER, None, id="rivers have an article"),
        pytest.param("in the |Netherlands|.", COUNTRY, None, id="some countries have one"),
        pytest.param("in |Geneva|.", TOWN, None, id="no article"),
        pytest.param("|Geneva| said", TOWN, None, id="nothing before"),
        pytest.param(" |Geneva| said", TOWN, None, id="a space before"),
    ],
)
def test_word_before_a_name_makes_another_of_it(text: str, profile: Profile, longer: str | None) -> None:
    before, name, after = text.split("|")
    assert longer_name(before, name, after, profile, is_acronym=False) == longer


@pytest.mark.parametrize(
    ("text", "profile", "longer"),
    [
        pytest.param("the University of |Geneva|", TOWN, "University of Geneva", id="head with of"),
        pytest.param("the Centre for |Norway|", COUNTRY, "Centre for Norway", id="head with for"),
        pytest.param("Friends of the |Vecht|", RIVER, "Friends of the Vecht", id="an article between"),
        pytest.param("the Bank of Northern |Norway|", COUNTRY, "Bank of Northern Norway", id="a compass point between"),
        pytest.param(
            "the Bank of North and East |Norway|", COUNTRY, "Bank of North and East Norway", id="two compass points"
        ),
        pytest.param("the Archive & Library of |Geneva|", TOWN, "Archive & Library of Geneva", id="two heads"),
        pytest.param("Friends of |Walter|", PERSON, "Friends of Walter", id="named after a person"),
        pytest.param("Friends of the |Red Cross|", BODY, "Friends of the Red Cross", id="named after a body"),
        pytest.param("the university of |Geneva|", TOWN, None, id="without its capital it is no name"),
        pytest.param("the Mayor of |Geneva|", TOWN, None, id="an office is no such head"),
        pytest.param("the Republic of |Norway|", COUNTRY, None, id="a state's own long name"),
        pytest.param("the House of |Walter|", PERSON, None, id="a family is its members"),
        pytest.param("the city of |Geneva|", TOWN, None, id="what it is"),
        pytest.param("the Bank spoke of |Geneva|", TOWN, None, id="a verb between"),
        pytest.param("the Bank, south of |Geneva|", TOWN, None, id="a direction"),
    ],
)
def test_head_with_a_preposition_makes_a_longer_name(text: str, profile: Profile, longer: str | None) -> None:
    before, name, after = text.split("|")
    assert longer_name(before, name, after, profile, is_acronym=False) == longer


@pytest.mark.parametrize(
    ("text", "profile", "longer"),
    [
        pytest.param("the |UN| Commission", BODY, None, id="a head after an acronym"),
        pytest.param("the Congress of the |US|", BODY, None, id="a head before an acronym"),
        pytest.param("Radio |UK|", COUNTRY, "Radio UK", id="a name that begins before it"),
        pytest.param("|M4| Is Closed", ROAD, None, id="a headline"),
    ],
)
def test_acronyms_before_a_head_are_attributes(text: str, profile: Profile, longer: str | None) -> None:
    """US Congress, UN Commission: the body is named."""
    before, name, after = text.split("|")
    assert longer_name(before, name, after, profile, is_acronym=True) == longer


@pytest.mark.parametrize(
    ("text", "profile", "longer"),
    [
        pytest.param("in |Florence|, Alabama", TOWN, "Florence, Alabama", id="a state"),
        pytest.param("in |Geneva|, N.Y., and", TOWN, "Geneva, N.Y.", id="an abbreviated state"),
        pytest.param("in |Geneva|, New York", TOWN, "Geneva, New York", id="a state of two words"),
        pytest.param("in |Palmyra| in upstate New York", TOWN, "Palmyra in upstate New York", id="upstate"),
        pytest.param("in |Florence|, in rural Texas", TOWN, "Florence, in rural Texas", id="comma and in"),
        pytest.param("in |London|, Ontario", TOWN, "London, Ontario", id="a Canadian province"),
        pytest.param("in |Florence|, Italy", TOWN, None, id="its own country"),
        pytest.param("in |Florence|, Alabamans say", TOWN, None, id="only the beginning of a word"),
        pytest.param("in |Florence| and Texas", TOWN, None, id="two places"),
        pytest.param("the |Red Cross| in Texas", BODY, None, id="a body acts in many places"),
    ],
)
def test_town_in_a_state_is_a_namesake(text: str, profile: Profile, longer: str | None) -> None:
    """Settlers named towns after old ones."""
    before, name, after = text.split("|")
    assert longer_name(before, name, after, profile, is_acronym=False) == longer


@pytest.mark.parametrize(
    ("text", "profile", "thing"),
    [
        pytest.param("the |M4| carbine", ROAD, "M4 carbine", id="a weapon for a road"),
        pytest.param("two |M4| tanks", ROAD, "M4 tanks", id="plural"),
        pytest.param("an |M4|\nrifle.", ROAD, "M4 rifle", id="in the next line"),
        pytest.param("the |M4| highway", ROAD, None, id="its own type"),
        pytest.param("the |M4| road", ROAD, None, id="another word for its type"),
        pytest.param("the |M4| fell", ROAD, None, id="a verb"),
        pytest.param("the |M4|, tanks said", ROAD, None, id="a comma between"),
        pytest.param("the |M4|", ROAD, None, id="nothing after"),
        pytest.param("the |DRC| tank", ROAD, None, id="letters alone are no designation"),
        pytest.param("the |AK-47| rifle", TERM, None, id="what it is was not said"),
        pytest.param("a |CAS| number", BODY, "CAS number", id="a scheme of numbers"),
        pytest.param("its |IMO| numbers", BODY, "IMO numbers", id="with a possessive"),
        pytest.param("the |DRC| number", BODY, None, id="a number of a body's"),
        pytest.param("a |CAS| member", BODY, None, id="another noun"),
    ],
)
def test_noun_after_a_designation_says_what_it_means(text: str, profile: Profile, thing: str | None) -> None:
    before, name, after = text.split("|")
    assert other_thing(before, name, after, profile) == thing
