"""Short names of bodies, and the words beside them. In a text, the noun stands between bars."""

import pytest

from news_archive.matching.rules.bodies import Antecedent, is_bare_name, is_definite, last_before, names_other
from news_archive.model import EntityId, Span


@pytest.mark.parametrize(
    ("before", "definite"),
    [
        pytest.param("of the ", True, id="the"),
        pytest.param("The ", True, id="at a sentence's beginning"),
        pytest.param("of the\n", True, id="at a line's end"),
        pytest.param("a ", False, id="a"),
        pytest.param("the new ", False, id="a word between"),
        pytest.param("to bathe ", False, id="the end of a word"),
        pytest.param("", False, id="nothing"),
    ],
)
def test_noun_is_definite_right_after_its_article(before: str, *, definite: bool) -> None:
    assert is_definite(before) is definite


@pytest.mark.parametrize(
    ("text", "other"),
    [
        pytest.param("the |coalition| said", False, id="the known one"),
        pytest.param("The |coalition| said", False, id="the known one, at a sentence's beginning"),
        pytest.param("|coalition| aircraft", False, id="nothing before"),
        pytest.param("said |coalition| aircraft", False, id="a verb before"),
        pytest.param("by |coalition| aircraft", False, id="a preposition before"),
        pytest.param("In |coalition| talk", False, id="a preposition at a sentence's beginning"),
        pytest.param("the |coalition| of farmers", True, id="of whom"),
        pytest.param("the |coalition| that won", True, id="a clause that says which"),
        pytest.param("the |coalition| led by Oslo", True, id="led by"),
        pytest.param("the |coalition| talks failed", True, id="talks about forming one"),
        pytest.param("the |coalition| government", True, id="parties that govern"),
        pytest.param("the |coalition| Council of Farmers", True, id="the noun belongs to another name"),
        pytest.param("the |coalition| offers help", False, id="a verb that begins like a preposition"),
        pytest.param("a |coalition| said", True, id="an unknown one"),
        pytest.param("another |coalition|.", True, id="another"),
        pytest.param("a |coalition| airstrike", False, id="the article is the next noun's"),
        pytest.param("a |coalition|\nspokesman", False, id="the next noun is in the next line"),
        pytest.param("no |coalition| aircraft", False, id="no aircraft of the known one"),
        pytest.param("a |coalition| cabinet", True, id="the next noun tells of parties"),
        pytest.param("the ruling |coalition| said", True, id="ruling"),
        pytest.param("his |coalition| officials", True, id="a possessive stays the noun's"),
        pytest.param("Norway's |coalition| said", True, id="whose"),
        pytest.param("the farmers' |coalition|", True, id="whose, plural"),
        pytest.param("the Saudi-led |coalition|", True, id="led by another"),
        pytest.param("the left-wing |coalition|", True, id="of a wing"),
        pytest.param("the Norwegian |coalition|", True, id="of a country"),
        pytest.param("the national |coalition|", True, id="an adjective"),
        pytest.param("the Utrecht |coalition|", True, id="a name before"),
    ],
)
def test_words_beside_a_noun_speak_of_another_body(text: str, *, other: bool) -> None:
    before, _, after = text.split("|")
    assert names_other(before, after) is other


@pytest.mark.parametrize(
    ("text", "bare"),
    [
        pytest.param("|Coalition| strikes hit Oslo", True, id="it acts, at a sentence's beginning"),
        pytest.param("said |coalition| officials", True, id="it acts, in lower case"),
        pytest.param("said the then |Coalition| chief", True, id="a capital within a sentence"),
        pytest.param("the |coalition|-backed group", True, id="it acts in a compound"),
        pytest.param("in |coalition|.", False, id="lower case, and no act"),
        pytest.param("|Coalition| is a word", False, id="a capital at a text's beginning"),
        pytest.param("He left. |Coalition| is a word", False, id="a capital at a sentence's beginning"),
        pytest.param("He left.” “|Coalition| is a word", False, id="a capital at a quotation's beginning"),
        pytest.param("Words:\n|Coalition| is one", False, id="a capital at a line's beginning"),
    ],
)
def test_noun_without_article_may_stand_as_a_name(text: str, *, bare: bool) -> None:
    before, surface, after = text.split("|")
    assert is_bare_name(surface, before, after) is bare


FIRST = Antecedent(Span(0, 4, 20), EntityId("actors/red-cross"), "Dutch Red Cross")
SECOND = Antecedent(Span(1, 0, 10), None, "a charity")


@pytest.mark.parametrize(
    ("at", "antecedent"),
    [
        pytest.param(Span(0, 0, 3), None, id="before all"),
        pytest.param(Span(0, 30, 35), FIRST, id="after the first, in its block"),
        pytest.param(Span(1, 12, 15), SECOND, id="after both: the last"),
        pytest.param(Span(2, 0, 5), SECOND, id="in a later block"),
        pytest.param(Span(1, 0, 10), FIRST, id="it is not its own antecedent"),
    ],
)
def test_noun_refers_to_the_body_named_last(at: Span, antecedent: Antecedent | None) -> None:
    assert last_before(at, (FIRST, SECOND)) == antecedent
