"""What a text says that an acronym stands for. In a text, the acronym or the name stands between bars."""

import pytest

from news_archive.matching.rules.acronyms import (
    Meaning,
    initials_of,
    introduced_after,
    introduced_before,
    other_meaning,
    stands_for,
)

RED_CROSS = frozenset({"dutch", "red", "cross", "drc"})


@pytest.mark.parametrize(
    ("acronym", "words", "can"),
    [
        pytest.param("DRC", "Dutch Red Cross", True, id="initials"),
        pytest.param("D.R.C.", "Dutch Red Cross", True, id="periods"),
        pytest.param("DOD", "Department of Defense", True, id="a minor word counted"),
        pytest.param("SOHR", "Syrian Observatory for Human Rights", True, id="a minor word left out"),
        pytest.param("MSF", "Médecins Sans Frontières", True, id="accents"),
        pytest.param("UNICEF", "United Nations Children's Fund", True, id="letters within words"),
        pytest.param("ICRC", "International Committee of the Red Cross", True, id="four initials"),
        pytest.param("CR", "Dutch Council of Roads", True, id="the first letter, found within a word before"),
        pytest.param("DRC", "Red Cross of Delft", False, id="letters in another order"),
        pytest.param("DRC", "Dutch Red", False, id="a letter is missing"),
        pytest.param("ED", "Red Door", False, id="the first letter begins no word"),
        pytest.param("TRC", "Dutch Red Cross", False, id="the first letter stands within a word"),
        pytest.param("MC", "Municipality", False, id="letters that every long word has"),
    ],
)
def test_acronym_stands_for_words_that_have_its_letters(acronym: str, words: str, *, can: bool) -> None:
    assert stands_for(acronym, words) is can


@pytest.mark.parametrize(
    ("after", "acronym"),
    [
        pytest.param(" (DRC) said", "DRC", id="in brackets"),
        pytest.param("\n(DRC)", "DRC", id="in the next line"),
        pytest.param(" society (DRC)", "DRC", id="a common noun between"),
        pytest.param(" (DRC, founded in 1867)", "DRC", id="more in the brackets"),
        pytest.param(" (DRC or Red Cross)", "DRC", id="an alternative"),
        pytest.param(" (“DRC”)", "DRC", id="in quotes"),
        pytest.param(" (KDP)", None, id="letters of another name"),
        pytest.param(" (Dutch)", None, id="a word"),
        pytest.param(" (D R C)", None, id="letters apart"),
        pytest.param(" (drc)", None, id="lower case"),
        pytest.param(" (1867)", None, id="a number"),
        pytest.param(" DRC", None, id="no brackets"),
        pytest.param(", said (DRC)", None, id="a clause between"),
        pytest.param(" Society (DRC)", None, id="the name goes on"),
    ],
)
def test_brackets_after_a_name_introduce_its_acronym(after: str, acronym: str | None) -> None:
    assert introduced_after(after, "Dutch Red Cross") == acronym


def test_plural_acronym_is_introduced_by_a_plural() -> None:
    assert introduced_after(" (UAVs)", "unmanned aerial vehicles") == "UAVs"


@pytest.mark.parametrize(
    ("before", "acronym"),
    [
        pytest.param("the DRC (", "DRC", id="a bracket"),
        pytest.param("the DRC (the ", "DRC", id="a bracket and an article"),
        pytest.param("DRC\n(", "DRC", id="at the beginning of a text, in the next line"),
        pytest.param("the KDP (", None, id="letters of another name"),
        pytest.param("the XDRC (", None, id="the end of another acronym"),
        pytest.param("the DRC, ", None, id="no bracket"),
        pytest.param("the DRC said (", None, id="a verb between"),
        pytest.param("the drc (", None, id="lower case"),
    ],
)
def test_acronym_before_a_bracket_belongs_to_the_name_in_it(before: str, acronym: str | None) -> None:
    assert introduced_before(before, "Dutch Red Cross") == acronym


@pytest.mark.parametrize(
    ("run", "initials"),
    [
        pytest.param("Dutch Red Cross", "drc", id="words"),
        pytest.param("Doctors of the World", "dw", id="minor words left out"),
        pytest.param("Road & River Council", "rrc", id="an ampersand left out"),
        pytest.param("Self-Defence Force", "sdf", id="parts of compounds"),
        pytest.param("Road - River", "rr", id="a dash"),
        pytest.param("Dutch\nCouncil", "dc", id="two lines"),
    ],
)
def test_initials_are_those_of_the_main_words(run: str, initials: str) -> None:
    assert initials_of(run) == initials


ROAD_COUNCIL = Meaning("Dutch Road Council", is_lasting=True)
COOKS = Meaning("duty roster of cooks", is_lasting=True)
IN_SENTENCE = Meaning("Dutch Road Council", is_lasting=False)


@pytest.mark.parametrize(
    ("text", "meaning"),
    [
        pytest.param("the Dutch Road Council (|DRC|) said", ROAD_COUNCIL, id="name, then acronym in brackets"),
        pytest.param("the Dutch Road Council (|D.R.C.|)", ROAD_COUNCIL, id="with periods"),
        pytest.param("the Dutch Road Council (|DRC|, in Oslo)", ROAD_COUNCIL, id="a comma after it"),
        pytest.param("the Dutch Road Council (|DRC|; founded 1990)", ROAD_COUNCIL, id="a semicolon after it"),
        pytest.param("the duty roster of cooks (|DRC|)", COOKS, id="a description, then acronym in brackets"),
        pytest.param("the Dutch Red Cross (|DRC|)", None, id="its owner, then acronym in brackets"),
        pytest.param("the Dutch Red Crosses (|DRC|)", None, id="a form of its owner's name"),
        pytest.param("the old Dutch Red Cross (|DRC|)", None, id="an adjective before its owner's name"),
        pytest.param("the Dutch Red Cross Oslo (|DRC|)", None, id="a word after its owner's name"),
        pytest.param(
            "the Dutch Rex Cross (|DRC|)", Meaning("Dutch Rex Cross", is_lasting=True), id="a short word that differs"
        ),
        pytest.param(
            "the Dutch Road Centres (|DRCE|)",
            Meaning("Dutch Road Centres", is_lasting=True),
            id="more letters than words",
        ),
        pytest.param(
            "the Dutch Road Council (|DRC| men)", IN_SENTENCE, id="more in the brackets tells of the sentence"
        ),
        pytest.param("the Dutch Road Council met Anna (|DRC|)", None, id="another word before the brackets"),
        pytest.param("Anna Walter (|DRC|)", None, id="a name of other letters"),
        pytest.param("a charity (|DRC|) said", None, id="words that have other letters"),
        pytest.param("the duty of red cooks (|DRC|)", Meaning("duty of red cooks", is_lasting=True), id="lower case"),
        pytest.param("the |DRC| (Dutch Road Council)", ROAD_COUNCIL, id="acronym, then name in brackets"),
        pytest.param(
            "the |DRC| (Dutch Road Centre Corps)",
            Meaning("Dutch Road Centre Corps", is_lasting=True),
            id="acronym, then a name of more words",
        ),
        pytest.param("the |DRC| (the Dutch Road Council)", ROAD_COUNCIL, id="with an article"),
        pytest.param("the |DRC| (our duty roster of cooks)", COOKS, id="a description in brackets"),
        pytest.param("the |DRC| (Dutch Red Cross)", None, id="its owner in brackets"),
        pytest.param("the |DRC| (described as rather calm)", None, id="a remark that has the letters"),
        pytest.param("the |DRC| (Anna Walter)", None, id="another name in brackets"),
        pytest.param("the |DRC|, our duty roster of cooks, left", COOKS, id="an apposition"),
        pytest.param("the |DRC|, or Dutch Road Council, left", ROAD_COUNCIL, id="an apposition with or"),
        pytest.param("the |DRC|, the Dutch Red Cross, left", None, id="its owner in apposition"),
        pytest.param("the |DRC|, a charity, left", None, id="another apposition"),
        pytest.param("|DRC| stands for Dutch Road Council.", ROAD_COUNCIL, id="stands for"),
        pytest.param("“|DRC|” is short for the Dutch Road Council.", ROAD_COUNCIL, id="is short for, in quotes"),
        pytest.param("|DRC| means duty roster of cooks, he said", COOKS, id="means"),
        pytest.param("|DRC| stands for Dutch Red Cross.", None, id="stands for its owner"),
        pytest.param("the |DRC| means well", None, id="means nothing of the kind"),
        pytest.param("the |DRC| stands for a dry, cold Oslo", None, id="stands for something it wants"),
        pytest.param("Dutch Road Council staff said the |DRC| met", IN_SENTENCE, id="a name before, in the sentence"),
        pytest.param("the |DRC| met in the Dutch Road Council", IN_SENTENCE, id="a name after, in the sentence"),
        pytest.param(
            "the |DRC| met Old Dutch Road Council men",
            Meaning("Old Dutch Road Council", is_lasting=False),
            id="a longer run that ends so",
        ),
        pytest.param(
            "the |DRC| met Dutch Road Council Two",
            Meaning("Dutch Road Council Two", is_lasting=False),
            id="a longer run that begins so",
        ),
        pytest.param("the |DRC| met Anna Walter of Oslo", None, id="a run of other letters"),
        pytest.param("The Dutch Road Council met. The |DRC| left.", None, id="in the sentence before"),
        pytest.param("The |DRC| left. The Dutch Road Council met.", None, id="in the sentence after"),
        pytest.param("the Dutch Red Cross said the |DRC| met", None, id="its owner in the sentence"),
        pytest.param(
            "the Dutch Road Council and then the Dutch Red Cross said the |DRC| met", None, id="its owner is nearer"
        ),
        pytest.param(
            "the Dutch Red Cross and then the Dutch Road Council said the |DRC| met", IN_SENTENCE, id="other is nearer"
        ),
        pytest.param("the |DRC| said", None, id="nothing is told"),
    ],
)
def test_text_says_what_else_an_acronym_means(text: str, meaning: Meaning | None) -> None:
    """The acronym DRC is listed for the Dutch Red Cross."""
    before, acronym, after = text.split("|")
    assert other_meaning(before, acronym, after, RED_CROSS) == meaning


def test_two_letters_in_a_sentence_are_a_coincidence() -> None:
    """Upper Nile is no United Nations, unless brackets say so."""
    nations = frozenset({"united", "nations"})
    assert other_meaning("in Upper Nile the ", "UN", " said", nations) is None
    assert other_meaning("in Upper Nile (", "UN", ")", nations) == Meaning("Upper Nile", is_lasting=True)


@pytest.mark.parametrize(
    "text",
    [
        pytest.param("the Kurdish-led Syrian Democratic Forces (|SDF|)", id="an adjective with a capital before it"),
        pytest.param("the Syria Democratic Force (|SDF|)", id="other forms of its words"),
        pytest.param("the |SDF|, the Syrian Democratic Forces", id="as it is"),
    ],
)
def test_spelling_of_the_owners_name_is_no_other_meaning(text: str) -> None:
    before, acronym, after = text.split("|")
    assert other_meaning(before, acronym, after, frozenset({"syrian", "democratic", "forces"})) is None


def test_minor_words_make_no_other_meaning() -> None:
    own = frozenset({"syrian", "observatory", "human", "rights"})
    assert other_meaning("the Syrian Observatory for Human Rights (", "SOHR", ")", own) is None


def test_words_that_begin_alike_may_still_be_others() -> None:
    meaning = other_meaning("the Syrian Democracy Forces (", "SDF", ")", frozenset({"syrian", "democratic", "forces"}))
    assert meaning == Meaning("Syrian Democracy Forces", is_lasting=True)
