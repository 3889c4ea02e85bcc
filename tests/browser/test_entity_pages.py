"""Pages of actors, places and terms: every mention in its sentence, by source, with the way to the very words."""

from collections.abc import Callable

import pytest
from playwright.sync_api import Page, expect

OpenPage = Callable[..., Page]

_PASSAGES = ".na-passages > li:visible"
_SOURCES = ("The Courier", "The Herald", "Radio Free")


@pytest.fixture(params=["actors/ypg/year_2016/", "actors/ypg/year_2017/"])
def with_passages(request: pytest.FixtureRequest, crowded: str) -> str:
    """A page with passages of several sources."""
    return f"{crowded}{request.param}"


@pytest.mark.parametrize("javascript", [True, False])
def test_passages_can_be_read_of_one_source_only(open_page: OpenPage, with_passages: str, javascript: bool) -> None:  # noqa: FBT001  # a column of the table
    page = open_page(with_passages, javascript=javascript)
    every = page.locator(_PASSAGES).count()
    seen = 0
    for source in _SOURCES:
        page.locator(".na-sources").get_by_role("link", name=source).click()
        assert "#na-source-" in page.url
        shown = page.locator(_PASSAGES).all_inner_texts()
        assert shown
        assert all(source in text for text in shown)
        seen += len(shown)
    assert seen == every
    page.locator(".na-sources").get_by_role("link", name="All sources").click()
    assert page.locator(_PASSAGES).count() == every


def test_the_chosen_source_is_told(open_page: OpenPage, with_passages: str) -> None:
    """By more than what is hidden: the link looks chosen."""
    page = open_page(with_passages, javascript=False)
    link = page.locator(".na-sources").get_by_role("link", name=_SOURCES[0])
    looks = (
        "e => { const s = getComputedStyle(e); return [s.fontWeight, s.textDecorationLine, s.backgroundColor].join(); }"
    )
    before = link.evaluate(looks)
    link.click()
    assert link.evaluate(looks) != before


def test_an_entity_with_many_mentions_has_a_page_a_year(open_page: OpenPage, crowded: str) -> None:
    page = open_page(f"{crowded}actors/ypg/")
    page.get_by_role("navigation", name="Years").get_by_role("link", name="2016").first.click()
    expect(page.locator("article h1")).to_contain_text("2016")
    assert page.locator(_PASSAGES).count() > 20


@pytest.mark.parametrize("path", ["actors/ypg/", "places/hasakah/"])
def test_a_quote_leads_to_the_very_words(open_page: OpenPage, path: str) -> None:
    page = open_page(path)
    quote = page.locator(".na-quote a").first
    quote.scroll_into_view_if_needed()
    page.wait_for_timeout(400)  # the theme takes a click within 100 ms of scrolling for a return to an old place
    quote.click()
    page.wait_for_url("**/articles/**#m-*")
    expect(page.locator(".mention:target")).to_be_in_viewport()


def test_words_in_arabic_run_from_right_to_left(open_page: OpenPage, crowded: str) -> None:
    page = open_page(f"{crowded}articles/2018/arabic/")
    text = page.locator("[data-article]")
    assert text.evaluate("e => getComputedStyle(e).direction") == "rtl"
    page.locator("[data-article] a.mention").hover()
    expect(page.locator("#na-preview:popover-open")).to_contain_text("Amude")
