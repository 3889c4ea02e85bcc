"""Searching: every spelling finds its entity, filters join and narrow, and the address keeps what was asked."""

import unicodedata
from collections.abc import Callable, Iterator
from pathlib import Path

import pytest
import yaml
from playwright.sync_api import Page, Route, expect

OpenPage = Callable[..., Page]

_PROJECT = Path(__file__).resolve().parents[2]
_BOX = "article input[name=q]"
_COUNT = "article [role=status]"
_RESULTS = "article ol > li"
_ANSWERS = """async ([root, spellings]) => {
  const pagefind = await import(`${root}pagefind/pagefind.js`);
  const { answer, asked } = await import(`${root}assets/news-archive-search-query.js`);
  await pagefind.options({ excerptLength: 36, ranking: { metaWeights: { title: 5, description: 1 } } });
  const first = [];
  const ask = async (spelling) => {
    const { results } = await answer(pagefind, asked(`?q=${encodeURIComponent(spelling)}`));
    return results.length ? (await results[0].data()).raw_url : "nothing";
  };
  while (spellings.length) first.push(...await Promise.all(spellings.splice(0, 40).map(ask)));
  return first;
}"""


def _spellings(fields: dict[str, object]) -> Iterator[str]:
    """The name, the aliases and the names in other languages, as a file lists them."""
    yield str(fields["name"])
    names = fields.get("names") or {}
    assert isinstance(names, dict)
    lists = [fields.get("aliases"), *names.values()]
    for listed in lists:
        for name in listed if isinstance(listed, list) else [listed]:
            if name:
                yield str(name["text"] if isinstance(name, dict) else name)


def _listed() -> dict[str, set[str]]:
    """Every spelling that files of entities list, each with the entities that list it."""
    listed: dict[str, set[str]] = {}
    for folder in ("actors", "places", "glossary"):
        for path in sorted((_PROJECT / "docs" / folder).glob("*.md")):
            if path.stem != "index":
                fields = yaml.safe_load(path.read_text("utf-8").split("---", 2)[1])
                for spelling in _spellings(fields):
                    listed.setdefault(spelling, set()).add(f"/{folder}/{path.stem}/")
    return listed


def _plain(text: str) -> str:
    """As somebody types it who has no such keys."""
    bare = "".join(letter for letter in unicodedata.normalize("NFKD", text) if not unicodedata.combining(letter))
    return bare.translate(str.maketrans("‘’ı–", "''i-", "ʿʾ"))


def _search(page: Page, words: str) -> None:
    page.locator(_BOX).fill(words)
    expect(page.locator(_COUNT)).to_contain_text("result")


def _total(page: Page) -> int:
    expect(page.locator(_COUNT)).to_contain_text("result")
    return int(page.locator(_COUNT).inner_text().split()[0].replace(",", ""))


def _choose(page: Page, facet: str, value: str) -> None:
    page.locator(f'article input[name="{facet}"][value="{value}"]').check()


@pytest.mark.parametrize("is_plain", [False, True], ids=["as-listed", "plain-letters"])
def test_every_listed_spelling_puts_its_entity_first(open_page: OpenPage, root: str, is_plain: bool) -> None:  # noqa: FBT001  # a column of the table
    entities = _listed()
    listed = entities
    if is_plain:
        listed = {}
        for name, owners in entities.items():
            if (plain := _plain(name)) != name:
                listed[plain] = listed.get(plain, entities.get(plain, set())) | owners
    page = open_page("search/")
    first = page.evaluate(_ANSWERS, [root, list(listed)])
    wrong = {spelling: found for spelling, found in zip(listed, first, strict=True) if found not in listed[spelling]}
    assert wrong == {}, f"{len(wrong)} of {len(listed)}"


@pytest.mark.parametrize(
    ("typed", "entity"),
    [
        ("Hasaka", "Hasakah"),
        ("hesekê", "Hasakah"),
        ("heseke", "Hasakah"),
        ("الحسكة", "Hasakah"),
        ("kobane", "Kobani"),
        ("Ain al-Arab", "Kobani"),
        ("peoples protection units", "People's Protection Units"),
    ],
)
def test_what_is_typed_shows_the_entity_first(open_page: OpenPage, typed: str, entity: str) -> None:
    page = open_page("search/")
    _search(page, typed)
    first = page.locator(_RESULTS).first.locator("a").first
    expect(first).to_contain_text(entity.replace("'", "’") if "’" in first.inner_text() else entity)


def test_an_article_is_found_by_words_of_its_text(open_page: OpenPage) -> None:
    page = open_page("search/")
    _search(page, "ceasefire Hasaka")
    titles = [title.casefold() for title in page.locator(f"{_RESULTS} a").all_inner_texts()]
    assert any("kurdish forces gain most of hasaka" in title for title in titles)


def test_results_say_when_and_where(open_page: OpenPage) -> None:
    page = open_page("search/?q=ceasefire")
    _total(page)
    dated = page.locator(_RESULTS).filter(has=page.locator("time[datetime]"))
    expect(dated.first).to_contain_text("Archive summary")


def test_a_result_is_followed_and_back_keeps_the_question(open_page: OpenPage) -> None:
    page = open_page("search/")
    _search(page, "Hasaka")
    total = _total(page)
    page.locator(f"{_RESULTS} a").first.click()
    page.wait_for_url("**/sub/places/**")
    page.go_back()
    expect(page.locator(_BOX)).to_have_value("Hasaka")
    assert _total(page) == total
    assert "q=Hasaka" in page.url


def test_a_question_in_the_address_is_answered(open_page: OpenPage) -> None:
    page = open_page("search/?q=Hasaka")
    expect(page.locator(_BOX)).to_have_value("Hasaka")
    assert _total(page) > 1


def test_two_years_together_give_the_union(open_page: OpenPage) -> None:
    page = open_page("search/")
    _search(page, "ceasefire")
    totals = []
    for years in (("2016",), ("2017",), ("2016", "2017")):
        page.goto(page.url.split("?")[0] + "?q=ceasefire" + "".join(f"&year={year}" for year in years))
        totals.append(_total(page))
    assert totals[0] > 0
    assert totals[1] > 0
    assert totals[2] == totals[0] + totals[1]


def test_a_filter_narrows_and_stands_in_the_address(open_page: OpenPage) -> None:
    page = open_page("search/?q=ceasefire")
    total = _total(page)
    _choose(page, "year", "2016")
    page.wait_for_url("**year=2016**")
    expect(page.locator(_COUNT)).not_to_have_text(f"{total} results")
    assert 0 < _total(page) < total
    page.go_back()
    expect(page.locator(_COUNT)).to_have_text(f"{total} results")


def test_a_place_filter_works_with_an_order_by_date(open_page: OpenPage) -> None:
    page = open_page("search/")
    page.goto(page.url + "?place=Hasakah&sort=oldest")
    assert _total(page) > 1
    oldest = [time.get_attribute("datetime") or "" for time in page.locator(f"{_RESULTS} time").all()]
    assert len(oldest) > 1
    assert oldest == sorted(oldest)
    page.locator("article select").select_option("newest")
    page.wait_for_url("**sort=newest**")
    expect(page.locator(f"{_RESULTS} time").first).not_to_have_attribute("datetime", oldest[0])
    newest = [time.get_attribute("datetime") or "" for time in page.locator(f"{_RESULTS} time").all()]
    assert newest == sorted(newest, reverse=True)


def test_nothing_found_is_said_and_leads_on(open_page: OpenPage) -> None:
    page = open_page("search/?q=qqqqzzzz")
    expect(page.locator(_COUNT)).to_contain_text("another spelling")
    expect(page.locator('article a[href$="articles/"]').first).to_be_visible()


def test_search_works_after_instant_navigation_to_it_and_again(open_page: OpenPage, article: str) -> None:
    page = open_page(article)
    page.evaluate("window.sameLoad = true")
    for words in ("Hasaka", "Manbij"):
        page.locator('nav a[href$="search/"], footer a[href$="search/"]').locator("visible=true").first.click()
        expect(page.locator("article h1")).to_have_text("Search")
        page.locator("na-search:defined").wait_for()
        _search(page, words)
        page.locator(f"{_RESULTS} a").first.click()
        expect(page.locator("article h1")).not_to_have_text("Search")
    assert page.evaluate("window.sameLoad === true"), "a page was loaded anew"


def test_what_is_typed_before_the_script_is_there_is_searched(open_page: OpenPage) -> None:
    """On a slow line a reader types sooner than the page can search."""
    page = open_page("about/")
    held: list[Route] = []

    def hold(route: Route) -> None:
        held.append(route)

    page.route("**/news-archive-search.js", hold)
    page.goto(page.url.replace("about/", "search/"), wait_until="commit")
    page.locator(_BOX).fill("Hasaka")
    while not held:
        page.wait_for_timeout(20)
    held[0].continue_()
    expect(page.locator(_COUNT)).to_contain_text("result")
    expect(page.locator(_BOX)).to_have_value("Hasaka")


def test_on_a_phone_results_come_before_the_filters(open_page: OpenPage) -> None:
    page = open_page("search/?q=Hasaka", width=390, height=844)
    _total(page)
    expect(page.locator(_RESULTS).first).to_be_in_viewport()


def test_excerpts_show_no_hidden_words(open_page: OpenPage) -> None:
    """The index holds keys of names and dates in a form of its own; readers must not see them."""
    page = open_page("search/?q=Hasaka")
    _total(page)
    shown = page.locator("article ol").inner_text()
    assert "xqx" not in shown
    assert "on2016o" not in shown


def test_a_search_that_could_not_be_loaded_is_tried_again(open_page: OpenPage) -> None:
    """A train leaves its tunnel: no reload is needed."""
    page = open_page("search/", watched=False)
    page.route("**/pagefind/pagefind.js*", lambda route: route.abort())
    page.locator(_BOX).fill("Hasaka")
    expect(page.locator(_COUNT)).to_contain_text("could not be loaded")
    page.unroute("**/pagefind/pagefind.js*")
    _search(page, "Hasakah")
    assert _total(page)
    expect(page.locator(_RESULTS).first).to_be_visible()


def test_two_actors_can_both_be_asked_for(open_page: OpenPage) -> None:
    """The network's table leads to the articles that it counts."""
    page = open_page("network/")
    count = page.locator("table a[href*='all=actor']").first
    shared = int(count.inner_text())
    count.click()
    assert _total(page) == shared
    both = page.locator("article input[name=all]")
    expect(both).to_be_checked()
    both.uncheck()
    expect(page.locator(_COUNT)).not_to_have_text(f"{shared} results")
    assert _total(page) > shared
    page.go_back()
    expect(page.locator(_COUNT)).to_have_text(f"{shared} results")


@pytest.mark.parametrize(
    ("question", "first"), [("Who are the YPG?", "actors/ypg/"), ("where is Kobani?", "places/kobani/")]
)
def test_a_question_is_asked_by_its_names(open_page: OpenPage, question: str, first: str) -> None:
    page = open_page("search/")
    _search(page, question)
    assert (page.locator(f"{_RESULTS} a").first.get_attribute("href") or "").endswith(first)
