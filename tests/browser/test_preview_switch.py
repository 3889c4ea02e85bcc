"""Readers can switch previews off with one click, and they stay off."""

from collections.abc import Callable

from playwright.sync_api import Page, expect

OpenPage = Callable[..., Page]

_MENTION = "[data-article] a.mention"
_OPEN = "#na-preview:popover-open"
_SWITCH = "button.na-switch"
_OTHER = "articles/2015/2015-10-11-syrian-democratic-forces-founded/"


def _previews_open(page: Page) -> bool:
    page.mouse.move(2, 400)
    page.locator(_MENTION).first.hover()
    page.wait_for_timeout(800)
    return page.locator(_OPEN).count() == 1


def test_previews_stay_off_after_one_click(open_page: OpenPage, article: str) -> None:
    page = open_page(article)
    assert _previews_open(page)
    on = page.locator(_SWITCH).inner_text()
    page.locator(_SWITCH).click()
    assert page.locator(_SWITCH).inner_text() != on, "the switch does not tell its state"
    off = page.locator(_SWITCH).inner_text()
    assert not _previews_open(page)
    page.reload()
    assert page.locator(_SWITCH).inner_text() == off
    assert not _previews_open(page)
    page.goto(page.url.replace(article, _OTHER))
    assert page.locator(_SWITCH).inner_text() == off
    assert not _previews_open(page)
    page.locator(_SWITCH).click()
    assert page.locator(_SWITCH).inner_text() == on
    assert _previews_open(page)


def test_the_switch_works_with_the_keyboard(open_page: OpenPage, article: str) -> None:
    page = open_page(article)
    on = page.locator(_SWITCH).inner_text()
    page.locator(_SWITCH).focus()
    page.keyboard.press("Enter")
    assert page.locator(_SWITCH).inner_text() != on
    expect(page.locator(_SWITCH)).to_be_focused()


def test_with_previews_off_a_tap_follows_the_name(open_page: OpenPage, article: str) -> None:
    page = open_page(article, width=390, height=844, touch=True)
    page.locator(_SWITCH).tap()
    mention = page.locator(_MENTION).first
    entity = mention.get_attribute("data-entity")
    mention.tap()
    page.wait_for_url(f"**/sub/{entity}/**")
