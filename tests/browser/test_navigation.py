"""Going from page to page: without a new load where that can be, with the keyboard, and never by accident."""

from collections.abc import Callable

import pytest
from playwright.sync_api import Page, expect

OpenPage = Callable[..., Page]

_MENTION = "[data-article] a.mention"
_OPEN = "#na-preview:popover-open"


def _mark(page: Page) -> None:
    """Leaves a sign that a new load of the page would wipe out."""
    page.evaluate("window.sameLoad = true")


def _is_same_load(page: Page) -> bool:
    return bool(page.evaluate("window.sameLoad === true"))


def _go(page: Page, link: str) -> None:
    """Follows a link in the page's content and waits until the other page is there."""
    heading = page.locator("article h1").first.inner_text()
    page.locator(link).first.click()
    expect(page.locator("article h1").first).not_to_have_text(heading)


def test_an_open_preview_closes_when_its_name_is_followed(open_page: OpenPage, article: str) -> None:
    page = open_page(article)
    _mark(page)
    page.locator(_MENTION).first.hover()
    expect(page.locator(_OPEN)).to_be_visible()
    _go(page, _MENTION)
    assert _is_same_load(page), "the page was loaded anew"
    expect(page.locator(_OPEN)).to_have_count(0)


def test_previews_work_after_instant_navigation_and_after_back(open_page: OpenPage, article: str) -> None:
    page = open_page("articles/2016/")
    _mark(page)
    _go(page, f'article a[href$="{article.split("/")[-2]}/"]')
    for _ in range(2):
        page.mouse.move(2, 400)
        page.locator(_MENTION).first.hover()
        expect(page.locator(_OPEN)).to_be_visible()
        _go(page, _MENTION)
        page.go_back()
        expect(page.locator(_MENTION).first).to_be_visible()
    assert _is_same_load(page), "a page was loaded anew"


def test_five_pages_later_there_is_still_one_preview(open_page: OpenPage, article: str) -> None:
    page = open_page(article)
    _mark(page)
    for _ in range(3):
        page.locator(_MENTION).first.hover()
        expect(page.locator(_OPEN)).to_be_visible()
        _go(page, _MENTION)
        page.go_back()
        expect(page.locator(_MENTION).first).to_be_visible()
    assert page.locator("#na-preview").count() == 1
    assert page.locator("dialog#na-sheet").count() <= 1
    assert page.locator("#na-steps").count() <= 1


@pytest.mark.parametrize("keys", ["abcdefghijklm", "nopqrstuvwxyz", "/.,;0123456789"])
def test_single_characters_do_nothing(open_page: OpenPage, article: str, keys: str) -> None:
    """Who dictates, or a cat on the keyboard, must not change the page (WCAG 2.1.4)."""
    page = open_page(article)
    _mark(page)
    for key in keys:
        page.keyboard.press(key)
    page.wait_for_timeout(300)
    assert page.url.endswith(article)
    assert _is_same_load(page)
    assert page.evaluate("document.activeElement === document.body"), "a key moved the focus"


def test_letters_can_be_typed_into_the_search_field(open_page: OpenPage, article: str) -> None:
    page = open_page(article)
    page.locator("header form[role=search] input[name=q]").press_sequentially("snf p.")
    expect(page.locator("header form[role=search] input[name=q]")).to_have_value("snf p.")


def test_the_header_leads_to_the_search_with_what_was_typed(open_page: OpenPage, article: str) -> None:
    page = open_page(article)
    page.locator("header form[role=search] input[name=q]").fill("Hasaka")
    page.keyboard.press("Enter")
    page.wait_for_url("**/sub/search/?q=Hasaka")


def test_the_menu_of_a_phone_opens_and_closes_with_the_keyboard(open_page: OpenPage, article: str) -> None:
    page = open_page(article, width=390)
    button = page.locator("header").get_by_role("button", name="Menu")
    button.focus()
    expect(button).to_be_focused()
    page.keyboard.press("Enter")
    link = page.locator(".md-nav--primary a[href]").filter(has_text="Actors").first
    expect(link).to_be_in_viewport()
    page.keyboard.press("Tab")
    assert page.evaluate("Boolean(document.activeElement.closest('.md-sidebar'))"), "Tab does not enter the menu"
    page.keyboard.press("Escape")
    expect(link).not_to_be_in_viewport()


def test_the_colours_can_be_switched_and_stay(open_page: OpenPage, article: str) -> None:
    page = open_page(article, scheme="dark")
    expect(page.locator("body")).to_have_attribute("data-md-color-scheme", "slate")
    page.locator("[data-md-component=palette] label:visible").click()
    expect(page.locator("body")).to_have_attribute("data-md-color-scheme", "default")
    page.reload()
    expect(page.locator("body")).to_have_attribute("data-md-color-scheme", "default")
