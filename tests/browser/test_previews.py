"""Previews of names: they come on intent only, stay as long as they are wanted, and can be switched off.

Timers stand still in most tests and run when the test says so: 150 ms are 150 ms on a slow machine too.
"""

from collections.abc import Callable

import pytest
from playwright.sync_api import FloatRect, Locator, Page, expect

OpenPage = Callable[..., Page]

_MENTION = "[data-article] a.mention"
_OPEN = "#na-preview:popover-open"
_SHEET = "dialog#na-sheet[open]"
_OPENS = 350
"""Milliseconds after which a preview must be open at the latest, after the first 150."""


def _names(page: Page) -> list[Locator]:
    """The linked mentions of different entities, in the order of the text."""
    mentions = page.locator(_MENTION).all()
    return list({mention.get_attribute("data-entity"): mention for mention in reversed(mentions)}.values())[::-1]


def _card_title(page: Page, mention: Locator) -> str:
    """What the preview of a mention is headed with: the name on its card at the end of the article."""
    card = page.locator(f'.na-card[data-card="{mention.get_attribute("data-entity")}"]')
    return (card.locator("a, h3, strong").first.text_content() or "").strip()


def _tab_to(page: Page, wanted: Locator) -> None:
    """Goes there as a reader without a mouse does."""
    wanted.evaluate("""wanted => {
        const all = [...document.querySelectorAll("a[href], button, input, summary")].filter((e) => e.checkVisibility());
        all[all.indexOf(wanted) - 1].focus();
    }""")
    page.keyboard.press("Tab")
    expect(wanted).to_be_focused()


def _rest(page: Page) -> None:
    """The pointer rests in the margin until nothing is open: a preview may lie over the next name."""
    page.mouse.move(2, 400)
    page.clock.run_for(1500)


def _hover(page: Page, mention: Locator) -> None:
    mention.scroll_into_view_if_needed()
    mention.hover()
    page.clock.run_for(150 + _OPENS)
    expect(page.locator(_OPEN)).to_be_visible()


def _overlap(one: FloatRect, other: FloatRect) -> bool:
    return (
        one["x"] < other["x"] + other["width"]
        and other["x"] < one["x"] + one["width"]
        and one["y"] < other["y"] + other["height"] + 10
        and other["y"] < one["y"] + one["height"] + 10
    )


def test_a_preview_comes_only_to_a_pointer_that_stays(open_page: OpenPage, article: str) -> None:
    page = open_page(article, clock_stands=True)
    _names(page)[0].hover()
    page.clock.run_for(150)
    expect(page.locator(_OPEN)).to_have_count(0)
    page.clock.run_for(_OPENS)
    expect(page.locator(_OPEN)).to_be_visible()


def test_a_pointer_that_passes_over_names_opens_nothing(open_page: OpenPage, article: str) -> None:
    page = open_page(article, clock_stands=True)
    for mention in _names(page)[:4]:
        mention.hover()
        page.clock.run_for(100)
    page.mouse.move(2, 400)
    page.clock.run_for(2000)
    expect(page.locator(_OPEN)).to_have_count(0)


def test_a_preview_shows_the_card_of_its_name(open_page: OpenPage, article: str) -> None:
    page = open_page(article, clock_stands=True)
    for mention in _names(page)[:5]:
        _rest(page)
        _hover(page, mention)
        expect(page.locator(_OPEN)).to_contain_text(_card_title(page, mention))


def test_the_pointer_can_enter_a_preview_and_stay(open_page: OpenPage, article: str) -> None:
    page = open_page(article, clock_stands=True)
    _hover(page, _names(page)[0])
    box = page.locator(_OPEN).bounding_box()
    assert box
    page.mouse.move(box["x"] + box["width"] / 2, box["y"] + box["height"] / 2, steps=8)
    page.clock.run_for(3000)
    expect(page.locator(_OPEN)).to_be_visible()
    page.mouse.move(2, 400)
    page.clock.run_for(1500)
    expect(page.locator(_OPEN)).to_have_count(0)


def test_a_preview_stays_while_the_pointer_rests_on_its_name(open_page: OpenPage, article: str) -> None:
    page = open_page(article, clock_stands=True)
    _hover(page, _names(page)[0])
    page.clock.run_for(3000)
    expect(page.locator(_OPEN)).to_be_visible()


def test_escape_closes_a_preview_under_the_pointer(open_page: OpenPage, article: str) -> None:
    page = open_page(article, clock_stands=True)
    _hover(page, _names(page)[0])
    page.keyboard.press("Escape")
    page.clock.run_for(2000)
    expect(page.locator(_OPEN)).to_have_count(0)


def test_the_next_name_takes_the_preview_over(open_page: OpenPage, article: str) -> None:
    page = open_page(article, clock_stands=True)
    first, *others = _names(page)
    _hover(page, first)
    shown = page.locator(_OPEN).bounding_box()
    assert shown
    second = next(m for m in others if (box := m.bounding_box()) and not _overlap(box, shown))
    _hover(page, second)
    expect(page.locator(_OPEN)).to_contain_text(_card_title(page, second))
    expect(page.locator(_OPEN)).not_to_contain_text(_card_title(page, first))


def test_keyboard_focus_opens_a_preview_and_the_next_name_moves_it(open_page: OpenPage, article: str) -> None:
    page = open_page(article, clock_stands=True)
    first, second = _names(page)[:2]
    for mention in (first, second):
        _tab_to(page, mention)
        page.clock.run_for(150 + _OPENS)
        expect(page.locator(_OPEN)).to_contain_text(_card_title(page, mention))


def test_escape_closes_a_preview_and_leaves_the_focus_where_it_was(open_page: OpenPage, article: str) -> None:
    page = open_page(article, clock_stands=True)
    mention = _names(page)[0]
    _tab_to(page, mention)
    page.clock.run_for(150 + _OPENS)
    expect(page.locator(_OPEN)).to_be_visible()
    page.keyboard.press("Escape")
    page.clock.run_for(2000)
    expect(page.locator(_OPEN)).to_have_count(0)
    expect(mention).to_be_focused()


def test_enter_follows_the_name_with_its_preview_open(open_page: OpenPage, article: str) -> None:
    page = open_page(article)
    mention = _names(page)[0]
    entity = mention.get_attribute("data-entity")
    _tab_to(page, mention)
    expect(page.locator(_OPEN)).to_be_visible()
    page.keyboard.press("Enter")
    page.wait_for_url(f"**/sub/{entity}/**")
    expect(page.locator(_OPEN)).to_have_count(0)


@pytest.mark.parametrize("width", [320, 390, 1280])
def test_a_preview_lies_within_the_window(open_page: OpenPage, article: str, width: int) -> None:
    """Also of a name at the margin, or one that breaks over two lines."""
    page = open_page(article, clock_stands=True, width=width, height=640)
    for mention in _names(page)[:10]:
        _rest(page)
        _hover(page, mention)
        box = page.locator(_OPEN).bounding_box()
        assert box
        assert box["x"] >= 0
        assert box["x"] + box["width"] <= width
        assert box["y"] >= 0
        assert box["y"] + box["height"] <= 640
    assert page.evaluate("document.documentElement.scrollWidth") <= width


def test_a_preview_does_not_cover_its_name(open_page: OpenPage, article: str) -> None:
    page = open_page(article, clock_stands=True)
    for mention in _names(page)[:10]:
        _rest(page)
        _hover(page, mention)
        shown = page.locator(_OPEN).bounding_box()
        assert shown
        for line in mention.evaluate("e => [...e.getClientRects()].map(({top, bottom}) => ({top, bottom}))"):
            assert shown["y"] >= line["bottom"] - 1 or shown["y"] + shown["height"] <= line["top"] + 1


def test_a_tap_opens_a_sheet_with_two_large_buttons(open_page: OpenPage, article: str) -> None:
    page = open_page(article, width=390, height=844, touch=True)
    mention = _names(page)[0]
    title = _card_title(page, mention)
    mention.tap()
    sheet = page.locator(_SHEET)
    expect(sheet).to_contain_text(title)
    for button in (sheet.get_by_role("link", name="Open page"), sheet.get_by_role("button", name="Close")):
        box = button.bounding_box()
        assert box
        assert box["height"] >= 44
        assert box["width"] >= 44
    sheet.get_by_role("button", name="Close").tap()
    expect(sheet).to_have_count(0)
    assert page.url.endswith(article)


def test_the_second_tap_follows_the_name(open_page: OpenPage, article: str) -> None:
    page = open_page(article, width=390, height=844, touch=True)
    mention = _names(page)[0]
    entity = mention.get_attribute("data-entity")
    mention.tap()
    page.locator(_SHEET).get_by_role("link", name="Open page").tap()
    page.wait_for_url(f"**/sub/{entity}/**")
    expect(page.locator(_SHEET)).to_have_count(0)


def test_a_tap_outside_the_sheet_touches_nothing_beneath(open_page: OpenPage, article: str) -> None:
    page = open_page(article, width=390, height=844, touch=True)
    below, other = _names(page)[1], _names(page)[0]
    below.evaluate("e => e.scrollIntoView({block: 'start'})")
    page.evaluate("scrollBy(0, -200)")
    box = other.bounding_box()
    assert box
    below.tap()
    expect(page.locator(_SHEET)).to_be_visible()
    page.touchscreen.tap(box["x"] + 3, box["y"] + 3)
    page.wait_for_timeout(600)
    assert page.url.endswith(article)
    if page.locator(_SHEET).count():
        expect(page.locator(_SHEET)).to_contain_text(_card_title(page, below))


def test_the_sheet_closes_with_escape_and_gives_the_focus_back(open_page: OpenPage, article: str) -> None:
    page = open_page(article, width=390, height=844, touch=True)
    mention = _names(page)[0]
    mention.tap()
    expect(page.locator(_SHEET)).to_be_visible()
    page.keyboard.press("Escape")
    expect(page.locator(_SHEET)).to_have_count(0)
    assert page.url.endswith(article)
