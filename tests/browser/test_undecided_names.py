"""A name that may mean several: readers are told which, by pointer, keyboard and thumb."""

from collections.abc import Callable

import pytest
from playwright.sync_api import Page, expect

OpenPage = Callable[..., Page]

_NAME = "[data-article] .mention--ambiguous[data-candidates]"
_OPEN = "#na-preview:popover-open"
_CANDIDATES = ("Springfield-North", "Springfield-South")


@pytest.fixture
def undecided(crowded: str) -> str:
    """An article with a name that two places bear."""
    return f"{crowded}articles/2018/undecided/"


def test_an_undecided_name_tells_what_it_may_mean(open_page: OpenPage, undecided: str) -> None:
    page = open_page(undecided)
    page.locator(_NAME).hover()
    for candidate in _CANDIDATES:
        expect(page.locator(_OPEN)).to_contain_text(candidate)


def test_the_keyboard_reaches_an_undecided_name(open_page: OpenPage, undecided: str) -> None:
    page = open_page(undecided)
    for _ in range(60):
        page.keyboard.press("Tab")
        if page.evaluate(f"document.activeElement.matches({_NAME!r})"):
            break
    expect(page.locator(_NAME)).to_be_focused()
    for candidate in _CANDIDATES:
        expect(page.locator(_OPEN)).to_contain_text(candidate)


def test_a_tap_on_an_undecided_name_leads_to_what_it_may_mean(open_page: OpenPage, undecided: str) -> None:
    page = open_page(undecided, width=390, height=844, touch=True)
    page.locator(_NAME).tap()
    page.locator("dialog#na-sheet[open]").get_by_role("link", name=_CANDIDATES[1]).tap()
    page.wait_for_url("**/places/springfield-south/")


def test_without_javascript_the_page_says_what_an_undecided_name_may_mean(open_page: OpenPage, undecided: str) -> None:
    page = open_page(undecided, javascript=False)
    for candidate in _CANDIDATES:
        expect(page.locator("article").get_by_role("link", name=candidate).first).to_be_visible()
