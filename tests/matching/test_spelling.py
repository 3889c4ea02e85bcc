"""What spellings of one name share, and what they do not."""

import pytest

from news_archive.matching.spelling import MAY_BE_ARTICLE, is_article, letters, skeleton, sound, undoubled


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        pytest.param("Geneva", "geneva", id="capitals"),
        pytest.param("Ba'ath", "baath", id="apostrophe"),
        pytest.param("U.S.", "us", id="periods"),
        pytest.param("Deir ez-Zor", "deir ez zor", id="hyphen"),
        pytest.param("snake_case", "snakecase", id="underscore"),
        pytest.param("Kobanê", "kobane", id="circumflex"),
        pytest.param("Şırnak", "sirnak", id="Turkish letters"),
        pytest.param("İstanbul", "istanbul", id="a dotted capital"),
        pytest.param("Tromsø", "tromso", id="stroke through o"),
        pytest.param("Łódź", "lodz", id="stroke through l"),
        pytest.param("Đakovo", "dakovo", id="stroke through d"),
        pytest.param("Æbelø", "aebelo", id="two letters in one"),
        pytest.param("Straße", "strasse", id="sharp s"),
        pytest.param("حلبى", "حلبي", id="undotted ya"),
        pytest.param("الحسكة", "الحسكه", id="ta marbuta"),
        pytest.param("کردستان", "كردستان", id="Persian kaf"),
        pytest.param("حـلب", "حلب", id="stretching mark"),
        pytest.param("Labour  Party\nCentre", "labor party center", id="British words, and white space"),
        pytest.param("Labourers", "labourers", id="part of a longer word stays"),
        pytest.param("'.-", "", id="nothing left"),
    ],
)
def test_letters_set_aside_house_style(text: str, expected: str) -> None:
    assert letters(text) == expected


@pytest.mark.parametrize(
    ("word", "expected"),
    [
        pytest.param("hassakah", "hasaka", id="doubled, and silent h after a"),
        pytest.param("hasakeh", "hasake", id="silent h after e"),
        pytest.param("raqqa", "raqa", id="doubled only"),
        pytest.param("zzz", "z", id="tripled"),
        pytest.param("haadi", "haadi", id="a long vowel stays"),
        pytest.param("oslo", "oslo", id="nothing to set aside"),
        pytest.param("walih", "walih", id="h after i is said"),
        pytest.param("mah", "mah", id="a short word keeps its h"),
    ],
)
def test_undoubled_words_lack_doubled_letters_and_silent_h(word: str, expected: str) -> None:
    assert undoubled(word) == expected


@pytest.mark.parametrize(
    "spellings",
    [
        pytest.param("hasaka hasakah hassakah hasakeh hassakeh hasake", id="Hasakah: doubled s, silent h, a or e"),
        pytest.param("raqqa raqa raqqah rakka", id="Raqqa: doubled q, silent h, k"),
        pytest.param("mayadin mayadeen", id="Mayadin: ee"),
        pytest.param("tishrin tishreen", id="Tishrin: ee"),
        pytest.param("jaish jaysh", id="Jaish: i or y"),
        pytest.param("qamishlo qamishlu qamislo", id="Qamishlo: o or u, and s with a tail"),
        pytest.param("manbij menbij mambij", id="Manbij: a or e, and m before b"),
        pytest.param("afrin efrin", id="Afrin: a or e"),
        pytest.param("zor zour zawr", id="Zor: ou, aw"),
        pytest.param("duma douma dooma", id="Duma: ou, oo"),
        pytest.param("daish daesh", id="Daish: ae"),
        pytest.param("guta ghouta", id="Ghouta: gh"),
        pytest.param("dahab dhahab", id="Dahab: dh"),
        pytest.param("shahba chahba", id="Shahba: French ch"),
    ],
)
def test_transliterations_of_one_name_sound_alike(spellings: str) -> None:
    assert len({sound(word) for word in spellings.split()}) == 1


@pytest.mark.parametrize(
    ("one", "other"),
    [
        pytest.param("azaz", "aziz", id="vowels that no transliteration exchanges"),
        pytest.param("raqqa", "rice", id="consonants alike, nothing else"),
        pytest.param("mayadin", "medina", id="vowels in other places"),
        pytest.param("asayish", "isis", id="a vowel more"),
        pytest.param("hama", "homs", id="another consonant"),
        pytest.param("geneva", "genoa", id="two towns"),
        pytest.param("m4", "m5", id="designations"),
        pytest.param("m4", "m44", id="digits are no doubled letters"),
        pytest.param("حلب", "حلبب", id="another script"),
    ],
)
def test_names_of_different_places_sound_apart(one: str, other: str) -> None:
    assert sound(one) != sound(other)


@pytest.mark.parametrize(
    ("word", "following", "joined", "article"),
    [
        pytest.param("al", "hadi", True, True, id="al-Hadi"),
        pytest.param("al", "hadi", False, True, id="al Hadi"),
        pytest.param("el", "zor", False, True, id="el Zor"),
        pytest.param("ar", "rutba", False, True, id="ar Rutba: a sun letter"),
        pytest.param("ez", "zor", True, True, id="ez-Zor"),
        pytest.param("ash", "sham", False, True, id="ash Sham: two letters"),
        pytest.param("ar", "hadi", True, False, id="ar-Hadi: another letter follows"),
        pytest.param("an", "nusra", True, True, id="an-Nusra"),
        pytest.param("an", "nusra", False, False, id="an Nusra: an English word"),
        pytest.param("at", "tabqa", False, False, id="at Tabqa: an English word"),
        pytest.param("at", "hadi", True, False, id="at-Hadi"),
        pytest.param("the", "the", True, False, id="no article of Arabic"),
        pytest.param("al", "", False, True, id="nothing after al"),
        pytest.param("ar", "", False, False, id="nothing after ar"),
    ],
)
def test_article_shows_in_the_word_after_it(word: str, following: str, *, joined: bool, article: bool) -> None:
    assert is_article(word, following, is_joined=joined) is article
    assert word in MAY_BE_ARTICLE or not article


@pytest.mark.parametrize(
    ("one", "other", "same"),
    [
        pytest.param("Mayadin", "al-Mayadeen", True, id="vowels and article"),
        pytest.param("Hasakah", "Hassake", True, id="doubled letter and silent h"),
        pytest.param("Kobanê", "Kobani", True, id="a vowel that sound keeps"),
        pytest.param("Deir ez-Zor", "Dayr al-Zawr", True, id="words"),
        pytest.param("Mayadin", "Medina", True, id="two towns: it is for suggestions only"),
        pytest.param("Hama", "Homs", False, id="other consonants"),
    ],
)
def test_skeleton_joins_more_than_sound(one: str, other: str, *, same: bool) -> None:
    assert (skeleton(one) == skeleton(other)) is same
