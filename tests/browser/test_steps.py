"""From mention to mention: choosing an entity in the panel "In this article" marks all its mentions."""

from collections.abc import Callable

from playwright.sync_api import Page, expect

OpenPage = Callable[..., Page]

_STEPS = "#na-steps"


def _choose(page: Page) -> tuple[str, int]:
    """Chooses an entity with several mentions; which, and how many it has."""
    for count in page.locator(".na-panel a.na-count[data-entity]").all():
        entity = count.get_attribute("data-entity")
        number = page.locator(f'[data-article] .mention[data-entity="{entity}"]').count()
        if entity and number > 1:
            count.click()
            return entity, number
    raise AssertionError("no entity of the panel has several mentions")


def test_choosing_marks_every_mention_and_no_other(open_page: OpenPage, article: str) -> None:
    page = open_page(article)
    entity, number = _choose(page)
    expect(page.locator(f'.mention.na-chosen[data-entity="{entity}"]')).to_have_count(number)
    expect(page.locator(".mention.na-chosen")).to_have_count(number)


def test_steps_lead_through_all_mentions(open_page: OpenPage, article: str) -> None:
    page = open_page(article)
    entity, number = _choose(page)
    marks = page.locator(f'[data-article] .mention[data-entity="{entity}"]')
    steps = page.locator(_STEPS)
    for step in range(number):
        expect(steps).to_contain_text(f"{step + 1} of {number}")
        expect(marks.nth(step)).to_be_in_viewport()
        if step + 1 < number:
            steps.get_by_role("button", name="Next").click()
    steps.get_by_role("button", name="Previous").click()
    expect(steps).to_contain_text(f"{number - 1} of {number}")


def test_closing_the_steps_unmarks(open_page: OpenPage, article: str) -> None:
    page = open_page(article)
    _choose(page)
    page.locator(_STEPS).get_by_role("button", name="Close").click()
    expect(page.locator(".na-chosen")).to_have_count(0)
    expect(page.locator(_STEPS)).not_to_be_visible()


def test_the_steps_can_be_used_with_the_keyboard_and_on_a_phone(open_page: OpenPage, article: str) -> None:
    page = open_page(article, width=390, height=844)
    _, number = _choose(page)
    page.locator(_STEPS).get_by_role("button", name="Next").focus()
    page.keyboard.press("Enter")
    expect(page.locator(_STEPS)).to_contain_text(f"2 of {number}")
    for button in page.locator(_STEPS).get_by_role("button").all():
        box = button.bounding_box()
        assert box
        assert min(box["height"], box["width"]) >= 24
        expect(button).to_be_in_viewport()


def test_without_javascript_the_count_leads_to_the_first_mention(open_page: OpenPage, article: str) -> None:
    page = open_page(article, javascript=False)
    count = page.locator(".na-panel a.na-count[data-entity]").first
    entity = count.get_attribute("data-entity")
    count.click()
    expect(page.locator(f'.mention[data-entity="{entity}"]:target')).to_be_in_viewport()
    expect(page.locator(_STEPS)).to_have_count(0)
