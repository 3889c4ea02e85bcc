"""Whose surname or given name stands in a text. In a text, the name stands between bars.

Listed is Jeff Walter; Susan and Anna Walter are other people.
"""

import re
from collections.abc import Sequence

import pytest

from news_archive.matching.rules.given_names import (
    as_given_name,
    begins_sentence,
    full_name_with_initial,
    given_name_before,
    is_followed_by_name,
    title_before,
    titles_around,
)
from news_archive.matching.rules.persons import (
    Bearer,
    acts_as_person,
    bearers_of,
    goes_on,
    is_anybody,
    is_compared,
    is_introduced_as_unknown,
    is_placed,
    is_speaking,
    is_surely_placed,
    is_told_apart,
)
from news_archive.model import EntityId, Span


@pytest.mark.parametrize(
    ("before", "given"),
    [
        pytest.param("met Susan ", "Susan", id="another given name"),
        pytest.param("met Susan\n", "Susan", id="at a line's end"),
        pytest.param("“Susan ", "Susan", id="after a quotation mark"),
        pytest.param("Susan ", "Susan", id="at a text's beginning"),
        pytest.param("Jeff Walter and Susan ", "Susan", id="after his own name"),
        pytest.param("met Mary-Anne ", "Mary-Anne", id="with a hyphen"),
        pytest.param("met Élodie ", "Élodie", id="with an accent"),
        pytest.param("the man, Fred ", "Fred", id="an ending of verbs, within a sentence"),
        pytest.param("met Susan de ", "Susan", id="before a particle"),
        pytest.param("met Susan al-", "Susan", id="before an article"),
        pytest.param("met Susan F. ", "Susan F.", id="with an initial"),
        pytest.param("met Susan F.K. ", "Susan F.K.", id="with initials in one word"),
        pytest.param("said F. ", "F.", id="an initial alone"),
        pytest.param("met Jeff ", None, id="his own"),
        pytest.param("met JEFF ", None, id="his own in capitals"),
        pytest.param("met Jeff F. ", None, id="his own with an initial"),
        pytest.param("met President ", None, id="a title"),
        pytest.param("met President F. ", None, id="a title and an initial"),
        pytest.param("met Gen. ", None, id="an abbreviated title"),
        pytest.param("met Senator al-", None, id="a title before an article"),
        pytest.param("said ", None, id="a verb"),
        pytest.param("But ", None, id="a function word with a capital"),
        pytest.param("on Monday ", None, id="a day"),
        pytest.param("NATO ", None, id="an acronym"),
        pytest.param("the Oslo-backed ", None, id="a compound with a name"),
        pytest.param("Oslo's ", None, id="a possessive"),
        pytest.param("told Susan, ", None, id="a comma"),
        pytest.param("In 2016 ", None, id="a number"),
        pytest.param("In Oslo ", None, id="a place that begins the sentence"),
        pytest.param("Backing ", None, id="a participle that begins the sentence"),
        pytest.param("He left. Embattled ", None, id="a participle that begins a later one"),
        pytest.param("Only ", None, id="an adverb that begins the sentence"),
        pytest.param("", None, id="nothing"),
    ],
)
def test_given_name_before_a_surname_is_somebody_elses(before: str, given: str | None) -> None:
    assert given_name_before(before, frozenset({"jeff", "walter"})) == given


@pytest.mark.parametrize(
    ("before", "title"),
    [
        pytest.param("met President ", "president", id="with a capital"),
        pytest.param("the captain ", "captain", id="without"),
        pytest.param("met Gen. ", "general", id="abbreviated"),
        pytest.param("met Maj. Gen. ", "general", id="the last of two"),
        pytest.param("“Dr ", "dr", id="after a quotation mark"),
        pytest.param("Captain\n", "captain", id="at a line's end"),
        pytest.param("Senator al-", "senator", id="before an article"),
        pytest.param("Senator van ", "senator", id="before a particle"),
        pytest.param("the president, ", "", id="a comma"),
        pytest.param("the mayor's ", "", id="a possessive"),
        pytest.param("the captain met ", "", id="a verb between"),
        pytest.param("Susan ", "", id="a given name"),
        pytest.param("", "", id="nothing"),
    ],
)
def test_title_right_before_a_name(before: str, title: str) -> None:
    assert title_before(before) == title


@pytest.mark.parametrize(
    ("text", "titles"),
    [
        pytest.param("Captain |Susan Walter| said", {"captain"}, id="before"),
        pytest.param("|Susan Walter|, the navy captain, said", {"captain"}, id="after"),
        pytest.param("Sen. |Susan Walter|, a former governor", {"senator", "governor"}, id="both"),
        pytest.param("|Susan Walter|, a Gov and Sen", {"governor", "senator"}, id="abbreviated, after"),
        pytest.param("|Susan Walter|, 45, said", set(), id="an age"),
        pytest.param("|Susan Walter| told the captain", set(), id="somebody else's"),
        pytest.param("|Susan Walter|, of Oslo. The captain", set(), id="in the next sentence"),
        pytest.param("|Susan Walter|", set(), id="nothing"),
    ],
)
def test_titles_beside_a_full_name(text: str, titles: set[str]) -> None:
    before, _, after = text.split("|")
    assert titles_around(before, after) == titles


@pytest.mark.parametrize(
    ("after", "suffix"),
    [
        pytest.param(" Jr. said", " Jr", id="Jr"),
        pytest.param(", Jr., said", ", Jr", id="Jr after a comma"),
        pytest.param(" Sr said", " Sr", id="Sr"),
        pytest.param(" III", " III", id="a number"),
        pytest.param("-Smith said", "-Smith", id="a double name"),
        pytest.param("-led group", None, id="a compound"),
        pytest.param("- Smith", None, id="a dash"),
        pytest.param(" Jrs", None, id="another word"),
        pytest.param(" Smith", None, id="another name"),
        pytest.param(" said", None, id="a verb"),
        pytest.param("", None, id="nothing"),
    ],
)
def test_surname_that_goes_on_is_another(after: str, suffix: str | None) -> None:
    assert goes_on(after) == suffix


@pytest.mark.parametrize(
    ("text", "anybody"),
    [
        pytest.param("Which |Walter|?", True, id="which begins a text"),
        pytest.param("He left. Which |Walter|?", True, id="which begins a sentence"),
        pytest.param("He did not say which |Walter|.", True, id="which after a verb of asking"),
        pytest.param("He did not say which |Walter| left", True, id="which after a verb of asking, and a verb"),
        pytest.param("the plan which |Walter|, a cook, made", False, id="which of a clause, and a comma"),
        pytest.param("both |Walter| and Bell", False, id="both of two who are known"),
        pytest.param("the plan which |Walter| made", False, id="which of a clause"),
        pytest.param("the plan, which |Walter| made", False, id="which of a clause after a comma"),
        pytest.param("the other |Walter| said", True, id="the other"),
        pytest.param("There is another |Walter|.", True, id="another"),
        pytest.param("a |Walter|, he said", True, id="a"),
        pytest.param("no |Walter|", True, id="no, at a text's end"),
        pytest.param("a |Walter| ally", False, id="the article of the next noun"),
        pytest.param("a |Walter|-backed group", False, id="the article of a compound's noun"),
        pytest.param("every |Walter| speech", False, id="every of the next noun"),
        pytest.param("an |Walter|'s", False, id="a possessive"),
        pytest.param("the |Walter| plan", False, id="the"),
        pytest.param("said |Walter|", False, id="a verb"),
        pytest.param("Savanna |Walter|", False, id="the end of a word"),
        pytest.param("|Walter|", False, id="nothing"),
    ],
)
def test_surname_may_be_anybodys(text: str, *, anybody: bool) -> None:
    before, _, after = text.split("|")
    assert is_anybody(before, after) is anybody


@pytest.mark.parametrize(
    ("text", "acts"),
    [
        pytest.param("the |Walter| towns", True, id="no word for people"),
        pytest.param("But |Christian| said", True, id="a verb"),
        pytest.param("|Christian|.", True, id="nothing that speaks against it"),
        pytest.param("Mr |Christian| leaders", True, id="a title"),
        pytest.param("in |Christian| towns", False, id="an adjective"),
        pytest.param("in |Christian|\nTowns", False, id="an adjective, and the next line"),
        pytest.param("the |Turk|.", False, id="an article"),
        pytest.param("a |Christian| said", False, id="somebody"),
        pytest.param("fellow |Muslim|.", False, id="one of several"),
    ],
)
def test_surname_that_is_a_word_for_people(text: str, *, acts: bool) -> None:
    before, surname, after = text.split("|")
    assert acts_as_person(surname, before, after) is acts


@pytest.mark.parametrize(
    ("after", "followed"),
    [
        pytest.param(" Walter said", True, id="a name"),
        pytest.param("\nWalter", True, id="a name in the next line"),
        pytest.param(" said", False, id="a verb"),
        pytest.param(" President Jeff", False, id="a title"),
        pytest.param(" Monday", False, id="a day"),
        pytest.param(" But", False, id="a function word"),
        pytest.param(", Walter", False, id="a comma"),
        pytest.param("", False, id="nothing"),
    ],
)
def test_name_is_followed_by_another(after: str, *, followed: bool) -> None:
    assert is_followed_by_name(after) is followed


@pytest.mark.parametrize(
    ("text", "person"),
    [
        pytest.param("Captain |Florence| Walter left", "Florence Walter", id="a title"),
        pytest.param("the captain, |Florence| Walter, left", "Florence Walter", id="a title and a comma"),
        pytest.param("he told |Florence| Walter", "Florence Walter", id="a verb of speech before"),
        pytest.param("Editing by |Florence| Walter", "Florence Walter", id="a byline"),
        pytest.param("|Florence| Walter said", "Florence Walter", id="a verb of speech after"),
        pytest.param("|Florence| Walter, who left", "Florence Walter", id="a clause of persons"),
        pytest.param("|Florence| Walter, 45, left", "Florence Walter", id="an age"),
        pytest.param("|Florence|\nWalter said", "Florence Walter", id="in two lines"),
        pytest.param("|Florence| Walter-Smith said", "Florence Walter-Smith", id="a double name"),
        pytest.param("in |Florence| Walter spoke", None, id="a capital alone says nothing"),
        pytest.param("he told |Florence| Mayor Jeff", None, id="a title after the town"),
        pytest.param("|Florence| Museum said", None, id="a longer name"),
        pytest.param("|Florence| Province said", None, id="a type of place"),
        pytest.param("in |Florence|, Walter said", None, id="a comma"),
        pytest.param("|Florence| said", None, id="the town itself"),
        pytest.param("My name is |Florence|.", "Florence", id="it is said to be a name"),
        pytest.param("the city is |Florence|.", None, id="it is said to be a city"),
        pytest.param("the name of |Florence|", None, id="a town has a name, too"),
        pytest.param("Editing by Anna |Florence|", "Anna Florence", id="a surname in a byline"),
        pytest.param("he told “Anna |Florence|", "Anna Florence", id="a surname, and a quotation mark"),
        pytest.param("Mayor Anna |Florence| met", "Anna Florence", id="a surname after a title"),
        pytest.param("Anna |Florence|, who left", "Anna Florence", id="a surname before a clause of persons"),
        pytest.param("Anna |Florence| met", None, id="a capital before says nothing"),
        pytest.param("Northern |Florence|, who", None, id="a compass point"),
        pytest.param("in Italian |Florence|, his home", None, id="an adjective of a country"),
        pytest.param("Backing |Florence|, his home", None, id="a participle that begins the sentence"),
        pytest.param("in |Florence|, his home", None, id="a preposition"),
        pytest.param("|Florence|", None, id="nothing"),
    ],
)
def test_town_with_a_persons_name(text: str, person: str | None) -> None:
    before, surface, after = text.split("|")
    assert as_given_name(before, surface, after) == person


@pytest.mark.parametrize(
    ("before", "placed", "surely"),
    [
        pytest.param("fled in ", True, True, id="in"),
        pytest.param("In ", True, True, id="in that begins a sentence"),
        pytest.param("near\n", True, True, id="near, at a line's end"),
        pytest.param("outside ", True, True, id="outside"),
        pytest.param("from ", True, False, id="people come from people, too"),
        pytest.param("the friends of ", True, False, id="of"),
        pytest.param("north of ", True, False, id="a direction"),
        pytest.param("through ", True, False, id="through"),
        pytest.param("by ", False, False, id="by"),
        pytest.param("in the ", False, False, id="a word between"),
        pytest.param("the cabin ", False, False, id="the end of a word"),
        pytest.param("in", False, False, id="no space"),
        pytest.param("", False, False, id="nothing"),
    ],
)
def test_prepositions_of_place(before: str, *, placed: bool, surely: bool) -> None:
    assert is_placed(before) is placed
    assert is_surely_placed(before) is surely


@pytest.mark.parametrize(
    ("before", "unknown"),
    [
        pytest.param("a cook named ", True, id="named"),
        pytest.param("a man called\n", True, id="called"),
        pytest.param("an unnamed ", False, id="the end of a word"),
        pytest.param("who met ", False, id="another verb"),
        pytest.param("the named cook ", False, id="a word between"),
    ],
)
def test_somebody_new_is_named(before: str, *, unknown: bool) -> None:
    assert is_introduced_as_unknown(before) is unknown


@pytest.mark.parametrize(
    ("after", "speaking"),
    [
        pytest.param(" said", True, id="speech"),
        pytest.param("\nsays", True, id="in the next line"),
        pytest.param(" has left", True, id="an auxiliary"),
        pytest.param(" himself", True, id="a pronoun"),
        pytest.param(" plans", False, id="a noun"),
        pytest.param(", said Anna", False, id="somebody else speaks"),
        pytest.param("", False, id="nothing"),
    ],
)
def test_name_before_a_verb_of_speech_speaks(after: str, *, speaking: bool) -> None:
    assert is_speaking(after) is speaking


@pytest.mark.parametrize(
    ("before", "lead"),
    [
        pytest.param("met Jeff F. ", "Jeff F. ", id="an initial"),
        pytest.param("met Jeff F. K. ", "Jeff F. K. ", id="two initials"),
        pytest.param("met Jeff F.K. ", "Jeff F.K. ", id="two initials in one word"),
        pytest.param("met Jeff F. de ", "Jeff F. de ", id="a particle"),
        pytest.param("met Jeff\nF. ", "Jeff\nF. ", id="in two lines"),
        pytest.param("met Susan F. ", None, id="somebody else's"),
        pytest.param("met Jeff ", None, id="no initial"),
        pytest.param("met F. ", None, id="an initial alone"),
        pytest.param("", None, id="nothing"),
    ],
)
def test_full_name_with_an_initial(before: str, lead: str | None) -> None:
    assert full_name_with_initial(before, {"Jeff"}) == lead


@pytest.mark.parametrize(
    ("before", "begins"),
    [
        pytest.param("", True, id="a text's beginning"),
        pytest.param("He left. ", True, id="after a period"),
        pytest.param("“He left.” “", True, id="after a quotation"),
        pytest.param("He asked:\n", True, id="after a colon, at a line's end"),
        pytest.param("He left, ", False, id="after a comma"),
        pytest.param("He ", False, id="after a word"),
    ],
)
def test_sentences_begin_after_marks(before: str, *, begins: bool) -> None:
    assert begins_sentence(before) is begins


@pytest.mark.parametrize(
    ("text", "apart"),
    [
        pytest.param("the |Jeff Walter| who keeps bees", True, id="an article, and a clause that says which"),
        pytest.param("The |Jeff Walter| that we know", True, id="at a sentence's beginning"),
        pytest.param("the |Jeff Walter| plan", False, id="the article of the next noun"),
        pytest.param("it was |Jeff Walter| who left", False, id="no article"),
        pytest.param("the |Jeff Walter|, who left", False, id="a clause that tells more of him"),
        pytest.param("to bathe |Jeff Walter| who left", False, id="the end of a word"),
    ],
)
def test_bearer_of_a_full_name_is_told_apart(text: str, *, apart: bool) -> None:
    before, _, after = text.split("|")
    assert is_told_apart(before, after) is apart


@pytest.mark.parametrize(
    ("before", "compared"),
    [
        pytest.param("the older ", True, id="older"),
        pytest.param("the younger\n", True, id="at a line's end"),
        pytest.param("the other ", True, id="other"),
        pytest.param("a shareholder ", False, id="the end of a word"),
        pytest.param("another ", False, id="another"),
        pytest.param("older than ", False, id="a word between"),
        pytest.param("", False, id="nothing"),
    ],
)
def test_adjectives_compare_two_of_a_name(before: str, *, compared: bool) -> None:
    assert is_compared(before) is compared


LISTED = {"Jeff": EntityId("actors/jeff"), "Susan": EntityId("actors/susan")}


def _bearers(texts: Sequence[str]) -> list[Bearer]:
    """Where the texts name a Walter in full; Anna is not listed."""
    return [
        Bearer(
            Span(number, *found.span()),
            LISTED.get(found[1]),
            found[0],
            titles_around(text[: found.start()], text[found.end() :]),
        )
        for number, text in enumerate(texts)
        for found in re.finditer("(Jeff|Susan|Anna) Walter", text)
    ]


@pytest.mark.parametrize(
    ("text", "meant"),
    [
        pytest.param("|Walter| left", "", id="nobody is named in full"),
        pytest.param("Jeff Walter came / |Walter| left", "Jeff", id="named before"),
        pytest.param("|Walter| left / Jeff Walter came", "Jeff", id="named after, as in headlines"),
        pytest.param("|Walter| left / Jeff Walter came. Jeff Walter sat", "Jeff", id="named after, twice"),
        pytest.param("Jeff Walter saw Jeff Walter, |Walter| left", "Jeff", id="named twice"),
        pytest.param("Anna Walter came / |Walter| left", "Anna", id="not listed, and the only one"),
        pytest.param("Jeff Walter came. Susan Walter came. |Walter| left", "Susan", id="two: the nearest"),
        pytest.param("Jeff Walter came. |Walter| left. Susan Walter came", "Jeff", id="two: the one before"),
        pytest.param("Jeff Walter came / |Walter| left / Susan Walter came", "Jeff", id="two, in blocks: the one before"),
        pytest.param("Jeff Walter came / Susan Walter came / |Walter| left", "Jeff Susan", id="two before its block"),
        pytest.param("Jeff Walter came / Susan Walter came; |Walter| left", "Susan", id="one of two in its block"),
        pytest.param("|Walter| left / Jeff Walter came / Susan Walter came", "Jeff Susan", id="two, and none before"),
        pytest.param("Jeff Walter came. Susan Walter came. The younger |Walter| left", "Jeff Susan", id="compared"),
        pytest.param("Captain Jeff Walter came. Susan Walter came. Captain |Walter| left", "Jeff", id="by the title"),
        pytest.param("Jeff Walter, a captain, saw Susan Walter. Capt. |Walter| left", "Jeff", id="by a title told after"),
        pytest.param("Senator Jeff Walter came. Susan Walter came. Captain |Walter| left", "Susan", id="not by the title"),
        pytest.param("Senator Jeff Walter came. Captain |Walter| left", "", id="the title is another's"),
        pytest.param("Senator Jeff Walter came. Mr |Walter| left", "Jeff", id="a title for everybody"),
        pytest.param("Mr Jeff Walter came. Captain |Walter| left", "Jeff", id="a title besides one for everybody"),
        pytest.param("Jeff Walter saw Susan Walter. Captain |Walter| left", "Jeff Susan", id="a title of nobody's"),
        pytest.param("Jeff Walter came. Anna Walter came. |Walter| left", "Anna", id="a stranger is nearer"),
        pytest.param("Anna Walter came. Jeff Walter came. |Walter| left", "Jeff", id="a stranger is farther"),
        pytest.param("Jeff Walter came. Anna Walter said that |Walter| left", "Jeff", id="a stranger speaks of him"),
        pytest.param("Anna Walter said that |Walter| left. Jeff Walter came", "Anna", id="a stranger, and nobody before"),
        pytest.param("Jeff Walter came. Anna Walter came and |Walter| left", "Anna", id="a stranger in another clause"),
        pytest.param("Jeff Walter came. Anna Walter came? |Walter| left", "Anna", id="a stranger in another sentence"),
        pytest.param(
            "Jeff Walter came. Anna Walter told Mr. Bell |Walter| left", "Jeff", id="a period that ends no sentence"
        ),
        pytest.param("Jeff Walter came / Anna Walter came / |Walter| left", "Anna", id="a stranger in another block"),
        pytest.param("Jeff Walter came. Anna Walter said Dr |Walter| left", "Jeff Anna", id="a stranger, a title of nobody's"),
    ],
)  # fmt: skip  # a table reads by its columns
def test_surname_means_whom_the_text_names_nearest(text: str, meant: str) -> None:
    """Blocks are parted by strokes. One given name: him; several: undecided; none: nobody."""
    block = text[: text.index("|")].count(" / ")
    start = len(text[: text.index("|")].rpartition(" / ")[2])
    texts = text.replace("|", "").split(" / ")
    found = bearers_of(Span(block, start, start + len("Walter")), texts[block][:start], _bearers(texts), texts)
    assert [bearer.name.split()[0] for bearer in found] == meant.split()
