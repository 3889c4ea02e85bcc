"""Forms that follow from declared ones, by their origin."""

import pytest

from news_archive.matching.derived import derived_forms, is_all_capitals, surname_of
from news_archive.matching.forms import Form, Origin, declared_forms
from news_archive.matching.profiles import profiles_of, type_group
from news_archive.model import Actor, Alias, Case, Entity, EntityId, Name, PartialDate, Place, Term


def _derived(*entities: Entity) -> list[Form]:
    declared = [form for entity in entities for form in declared_forms(entity)]
    return list(derived_forms(declared, profiles_of({entity.id: entity for entity in entities})))


def _texts(forms: list[Form], origin: Origin) -> set[str]:
    return {form.text for form in forms if form.origin is origin}


@pytest.mark.parametrize(
    ("name", "surname"),
    [
        pytest.param("Jeff Walter", "Walter", id="two words"),
        pytest.param("Jeff F. Walter", "Walter", id="an initial"),
        pytest.param("Jeff de Vries", "de Vries", id="a particle"),
        pytest.param("Jeff van der Walter", "van der Walter", id="two particles"),
        pytest.param("Jeff al-Hadi", "al-Hadi", id="an article with a hyphen"),
        pytest.param("Jeff Al Hadi", "Al Hadi", id="an article with a space"),
        pytest.param("Salim bin Hadi", "bin Hadi", id="son of"),
        pytest.param("de Vries", "Vries", id="a particle that begins is a given name's place"),
        pytest.param("Ban Ki-moon", "Ban", id="a Korean name"),
        pytest.param("Jeff Smith-Walter", "Smith-Walter", id="a double name"),
        pytest.param("Walter", None, id="one word"),
        pytest.param("General Walter", None, id="a title is no given name"),
        pytest.param("Gen. Walter", None, id="an abbreviated title"),
    ],
)
def test_surname_is_the_last_word_with_its_particles(name: str, surname: str | None) -> None:
    assert surname_of(name) == surname


@pytest.mark.parametrize(
    ("name", "type_", "plurals"),
    [
        pytest.param("barrel bomb", "weapon", {"barrel bombs"}, id="s"),
        pytest.param("armed ferry", "weapon", {"armed ferries"}, id="y after a consonant"),
        pytest.param("aid convoy", "", {"aid convoys"}, id="y after a vowel"),
        pytest.param("ammunition box", "weapon", {"ammunition boxes"}, id="x"),
        pytest.param("night watch", "", {"night watches"}, id="ch"),
        pytest.param("peace talks", "", set(), id="a plural has none"),
        pytest.param("M4", "weapon", {"M4s"}, id="a designation"),
        pytest.param("MANPAD", "weapon", {"MANPADs"}, id="an acronym"),
        pytest.param("Kalashnikov", "weapon", {"Kalashnikovs"}, id="a single name"),
        pytest.param("Black Friday", "day", set(), id="a proper name of several words"),
        pytest.param("ceasefire", "agreement", set(), id="a type that is not counted"),
        pytest.param("operation dawn", "", set(), id="a word that is not counted"),
        pytest.param("what for?", "", set(), id="a question"),
    ],
)
def test_terms_have_plurals(name: str, type_: str, plurals: set[str]) -> None:
    forms = _derived(Term(id=EntityId("glossary/x"), path="", name=name, type=type_))
    assert _texts(forms, Origin.PLURAL) == plurals


def test_plural_of_an_acronym_is_printed_in_one_way() -> None:
    """`M4S` is another designation."""
    [form] = _derived(Term(id=EntityId("glossary/m4"), path="", name="M4"))
    assert form.case is Case.EXACT


def test_names_in_other_languages_have_no_english_plural() -> None:
    term = Term(id=EntityId("glossary/x"), path="", name="barrel bomb", names=(Name(lang="de", text="fassbombe"),))
    assert _texts(_derived(term), Origin.PLURAL) == {"barrel bombs"}


@pytest.mark.parametrize(
    ("name", "origin", "texts"),
    [
        pytest.param("Jeff Walter", Origin.SURNAME, {"Walter"}, id="surname"),
        pytest.param("Jeff al-Hadi", Origin.SURNAME, {"al-Hadi", "Al-Hadi", "Hadi"}, id="surname with an article"),
        pytest.param("Jeff de Vries", Origin.SURNAME, {"de Vries", "De Vries", "Vries"}, id="surname with a particle"),
        pytest.param("Jeff de Vries", Origin.COMPOUND_SURNAME, {"de Vries", "De Vries"}, id="rare by its particle"),
        pytest.param("Jeff al-Hadi", Origin.COMPOUND_SURNAME, set(), id="an article makes no name rare"),
        pytest.param("Recep Tayyip Bell", Origin.SURNAME, {"Bell", "Tayyip Bell"}, id="the second given name"),
        pytest.param("Jeff Li", Origin.SURNAME, set(), id="a surname too short to stand alone"),
        pytest.param("Ban Ki-moon", Origin.SURNAME, {"Ban"}, id="a Korean surname"),
        pytest.param("Walter", Origin.SURNAME, set(), id="one word"),
        pytest.param("General Walter", Origin.GIVEN_NAME, {"Walter"}, id="who is listed with a title"),
        pytest.param("Jeff Walter", Origin.GIVEN_NAME, set(), id="nobody shares the surname"),
        pytest.param("Jeff Walter", Origin.SHORT_NAME, set(), id="persons have no short names of bodies"),
    ],
)  # fmt: skip  # a table reads by its columns
def test_persons_have_surnames(name: str, origin: Origin, texts: set[str]) -> None:
    person = Actor(id=EntityId("actors/x"), path="", name=name, type="person")
    assert _texts(_derived(person), origin) == texts


def test_given_names_tell_apart_who_shares_a_surname() -> None:
    """Articles before it make no other surname; short given names and initials say too little."""
    names = ("Jeff Walter", "Susan Walter", "Salim al-Hadi", "Karim Hadi", "Jo Hadi", "J.F. Hadi", "Anna Bell")
    people = [
        Actor(id=EntityId(f"actors/{number}"), path="", name=name, type="person") for number, name in enumerate(names)
    ]
    assert _texts(_derived(*people), Origin.GIVEN_NAME) == {"Jeff", "Susan", "Salim", "Karim"}


@pytest.mark.parametrize(
    ("name", "shorts"),
    [
        pytest.param("Dutch Red Cross", {"Cross", "Red Cross"}, id="the last words"),
        pytest.param("The Very Long Council Name", {"Name", "Council Name", "Long Council Name"}, id="three at most"),
        pytest.param("Council for Roads", set(), id="a head of one word is the editor's to list"),
        pytest.param("Road Council of Utrecht", {"Road Council", "Council"}, id="the head before a preposition"),
        pytest.param("Road Council, Utrecht", {"Road Council", "Council"}, id="the head before a comma"),
        pytest.param("Road council of Utrecht", set(), id="a head with a common noun"),
        pytest.param("Dutch Army", set(), id="a noun that is anybody's"),
        pytest.param("Dutch army", set(), id="a common noun"),
        pytest.param("Red Cross UK", set(), id="an acronym at the end"),
        pytest.param("ABC Council", {"Council"}, id="an acronym at the beginning"),
        pytest.param("Cross", set(), id="one word"),
    ],
)
def test_bodies_have_short_names(name: str, shorts: set[str]) -> None:
    body = Actor(id=EntityId("actors/x"), path="", name=name, type="organisation")
    assert _texts(_derived(body), Origin.SHORT_NAME) == shorts


@pytest.mark.parametrize(
    ("alias", "nouns"),
    [
        pytest.param("the coalition", {"coalition"}, id="an article and a common noun"),
        pytest.param("the Coalition", set(), id="a name"),
        pytest.param("the ruling coalition", set(), id="two words"),
        pytest.param("a coalition", set(), id="another article"),
        pytest.param("coalition", set(), id="no article"),
    ],
)
def test_alias_with_an_article_is_a_description(alias: str, nouns: set[str]) -> None:
    body = Actor(id=EntityId("actors/x"), path="", name="Dutch Alliance", aliases=(Alias(text=alias),))
    forms = [form for form in _derived(body) if form.origin is Origin.DESCRIPTION]
    assert {form.text for form in forms} == nouns
    assert all(form.case is Case.ANY for form in forms)


@pytest.mark.parametrize(
    ("id_", "name", "bare"),
    [
        pytest.param("places/x", "Utrecht Province", {"Utrecht"}, id="a type with a capital"),
        pytest.param("places/x", "Utrecht province", {"Utrecht"}, id="a type without"),
        pytest.param("places/x", "Deir ez-Zor Governorate", {"Deir ez-Zor"}, id="a name of several words"),
        pytest.param("places/x", "Utrecht", set(), id="no type"),
        pytest.param("places/x", "Province", set(), id="a type alone"),
        pytest.param("places/x", "old city", set(), id="a common noun"),
        pytest.param("places/x", "M4 road", set(), id="a designation"),
        pytest.param("actors/x", "Utrecht Province", set(), id="no place"),
    ],
)
def test_bare_name_of_a_place_lacks_its_type(id_: str, name: str, bare: set[str]) -> None:
    cls: type[Entity] = Place if id_.startswith("places") else Actor
    assert _texts(_derived(cls(id=EntityId(id_), path="", name=name)), Origin.BARE) == bare


def test_type_of_a_place_may_be_another_word_for_it() -> None:
    forms = _texts(_derived(Place(id=EntityId("places/x"), path="", name="Utrecht Province")), Origin.TYPED)
    assert {"Utrecht province", "Utrecht governorate"} <= forms
    assert "Utrecht city" not in forms


def test_province_has_the_spellings_of_its_town() -> None:
    """But not those of the town that no English text prints, and not those of another town."""
    province = Place(id=EntityId("places/a"), path="", name="Utrecht Province")
    names = (Name(lang="fy", text="Utert"), Name(lang="ar", text="أوترخت"))
    town = Place(id=EntityId("places/b"), path="", name="Utrecht", aliases=(Alias(text="Utreg"),), names=names)
    other = Place(id=EntityId("places/c"), path="", name="Oslo")
    forms = [form for form in _derived(province, town, other) if form.entity == "places/a"]
    assert _texts(forms, Origin.BARE) == {"Utrecht", "Utreg", "Utert"}
    assert "Utreg province" in _texts(forms, Origin.TYPED)


def test_what_follows_from_a_dated_name_is_dated() -> None:
    alias = Alias(text="Jeff Bell", until=PartialDate.parse("2014"), case=Case.EXACT)
    person = Actor(id=EntityId("actors/x"), path="", name="Walter", aliases=(alias,), type="person")
    [form] = _derived(person)
    assert (form.text, form.until, form.case) == ("Bell", alias.until, Case.EXACT)


def test_nothing_follows_from_demonyms_and_phrases_of_others() -> None:
    person = Actor(
        id=EntityId("actors/x"),
        path="",
        name="Walter",
        type="person",
        demonyms=("Jeff Bell",),
        not_phrases=("Jo Bell",),
    )
    assert _derived(person) == []


def test_short_name_comes_from_names_in_the_archives_language() -> None:
    names = (Name(lang="nl", text="Rode Kruis"),)
    body = Actor(id=EntityId("actors/x"), path="", name="Red Cross", names=names)
    assert _texts(_derived(body), Origin.SHORT_NAME) == {"Cross"}


@pytest.mark.parametrize(
    ("word", "capitals"),
    [("UK", True), ("U", False), ("Uk", False), ("uk", False)],
)
def test_one_capital_is_no_word_in_capitals(word: str, *, capitals: bool) -> None:
    assert is_all_capitals(word) is capitals


@pytest.mark.parametrize(
    ("one", "other", "same"),
    [
        pytest.param("Province", "governorate", True, id="one type, any capitals"),
        pytest.param("city", "town", True, id="another type"),
        pytest.param("province", "city", False, id="two types"),
    ],
)
def test_words_for_one_type_are_one_group(one: str, other: str, *, same: bool) -> None:
    assert type_group(one) is not None
    assert (type_group(one) == type_group(other)) is same


def test_other_words_are_of_no_type() -> None:
    assert type_group("mayor") is None
