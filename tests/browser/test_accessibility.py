"""No fault that axe can find, on any kind of page, in light and dark, on wide and narrow windows; and what it can't find."""

from collections.abc import Callable
from typing import Literal

import pytest
from playwright.sync_api import Page, expect

OpenPage = Callable[..., Page]

_RUN = """async () => (await axe.run(document, {resultTypes: ["violations"]})).violations.flatMap(
  ({id, nodes}) => nodes.map(({target, failureSummary}) =>
    `${id}: ${target.join(" ")}: ${failureSummary.split("\\n").slice(1).join(";").trim()}`))"""
_OUT_OF_REACH = """() => {
  const focusable = "a[href], button, input, select, textarea, summary, [tabindex]:not([tabindex='-1'])";
  const reached = (e) => {
    if (e.closest(focusable) || e.querySelector(focusable)) return true;
    const label = e.closest("label");
    return Boolean(label?.control && label.control.checkVisibility() && label.control.tabIndex >= 0
      && label.control.getClientRects().length);
  };
  return [...document.querySelectorAll("body *")].filter((e) => {
    const box = e.getBoundingClientRect();
    return getComputedStyle(e).cursor === "pointer" && box.width * box.height > 0
      && e.checkVisibility({ visibilityProperty: true, opacityProperty: true }) && !reached(e);
  }).map((e) => e.outerHTML.slice(0, 120));
}"""
_HARDLY_SEEN = """() => {
  const seen = document.activeElement, style = getComputedStyle(seen), box = seen.getBoundingClientRect();
  return { tag: seen.outerHTML.slice(0, 120), right: box.right, left: box.left, body: seen === document.body,
    isMarked: style.outlineStyle !== "none" || style.boxShadow !== "none" || seen.matches("input") };
}"""


def test_axe_finds_nothing(open_page: OpenPage, any_page: str, axe: str) -> None:
    page = open_page(any_page)
    page.evaluate("document.querySelectorAll('article details').forEach((e) => e.open = true)")
    page.evaluate(axe)
    schemes: tuple[tuple[Literal["light", "dark"], str], ...] = (("light", "default"), ("dark", "slate"))
    for scheme, name in schemes:
        page.emulate_media(color_scheme=scheme)
        expect(page.locator("body")).to_have_attribute("data-md-color-scheme", name)
        for width in (1280, 390):
            page.set_viewport_size({"width": width, "height": 900})
            faults = page.evaluate(_RUN)
            assert not faults, f"{scheme}, {width} pixels wide\n" + "\n".join(faults)


@pytest.mark.parametrize("scheme", ["light", "dark"])
def test_axe_finds_nothing_in_an_open_preview_and_in_the_steps(
    open_page: OpenPage, article: str, axe: str, scheme: str
) -> None:
    page = open_page(article, scheme=scheme)
    page.locator(".na-panel a.na-count[data-entity]").first.click()
    page.locator("[data-article] a.mention").nth(1).hover()
    page.locator("#na-preview:popover-open").wait_for()
    page.evaluate(axe)
    # A tooltip belongs to its name, wherever it stands; that it is in no landmark is no fault.
    faults = [
        fault for fault in page.evaluate(_RUN) if not fault.startswith(("region: #na-preview", "region: .na-printed"))
    ]
    assert not faults, "\n".join(faults)


def test_axe_finds_nothing_in_the_sheet(open_page: OpenPage, article: str, axe: str) -> None:
    page = open_page(article, width=390, height=844, touch=True)
    page.locator("[data-article] a.mention").first.tap()
    page.locator("dialog#na-sheet[open]").wait_for()
    page.evaluate(axe)
    faults = page.evaluate(_RUN)
    assert not faults, "\n".join(faults)


def test_all_that_can_be_clicked_can_be_reached_with_the_keyboard(open_page: OpenPage, any_page: str) -> None:
    page = open_page(any_page)
    for width in (1280, 320):
        page.set_viewport_size({"width": width, "height": 640})
        assert page.evaluate(_OUT_OF_REACH) == [], f"{width} pixels wide"


@pytest.mark.parametrize("width", [320, 1280])
def test_the_keyboard_focus_is_seen_and_never_leaves_the_window(open_page: OpenPage, article: str, width: int) -> None:
    page = open_page(article, width=width, height=640)
    for _ in range(40):
        page.keyboard.press("Tab")
        place = page.evaluate(_HARDLY_SEEN)
        if place["body"]:
            break
        assert place["isMarked"], place
        assert place["right"] > 0, place
        assert place["left"] < width, place


def test_kinds_of_names_are_told_apart_without_colour(open_page: OpenPage, article: str) -> None:
    page = open_page(article)
    styles = {
        kind: page.locator(f'[data-article] a.mention[data-kind="{kind}"]').first.evaluate(
            "e => getComputedStyle(e).textDecorationStyle"
        )
        for kind in ("actor", "place", "term")
    }
    assert styles == {"actor": "solid", "place": "dotted", "term": "dashed"}
