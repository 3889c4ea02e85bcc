"""Pages fit narrow windows and four-fold zoom: nobody scrolls sideways to read."""

from collections.abc import Callable

import pytest
from playwright.sync_api import Page

OpenPage = Callable[..., Page]

_TOO_WIDE = """() => {
  const width = document.documentElement.clientWidth;
  const right = (e) => e.getBoundingClientRect().right;
  // Cut off or scrolled by a box that itself fits in.
  const isHeld = (e) => e !== document.body
    && (getComputedStyle(e).overflowX !== "visible" && right(e) <= width + 1 || isHeld(e.parentElement));
  const over = [...document.querySelectorAll("article *, footer *, header form *")].filter((e) =>
    right(e) > width + 1 && e.getClientRects().length && e.checkVisibility({ visibilityProperty: true })
      && !isHeld(e.parentElement))
    .map((e) => `${Math.round(right(e))} of ${width}: ${e.outerHTML.slice(0, 120)}`);
  const page = document.scrollingElement;
  return page.scrollWidth > width ? [...over, `the page: ${page.scrollWidth} of ${width}`] : over;
}"""
_LINE_LENGTH = """() => {
  const range = document.createRange(), lengths = [];
  const text = [...document.querySelectorAll("[data-article] p")].find((p) => p.textContent.length > 300);
  let top = null, count = 0;
  const walk = document.createTreeWalker(text, NodeFilter.SHOW_TEXT);
  while (walk.nextNode()) for (let i = 0; i < walk.currentNode.length; i++) {
    range.setStart(walk.currentNode, i); range.setEnd(walk.currentNode, i + 1);
    const box = range.getBoundingClientRect();
    if (top !== null && box.top > top + 8) { lengths.push(count); count = 0; }
    top = box.top; count++;
  }
  return lengths.slice(0, -1);
}"""


def test_no_page_scrolls_sideways(open_page: OpenPage, any_page: str) -> None:
    """Four-fold zoom of a 1280 x 1024 window leaves 320 x 256."""
    page = open_page(any_page)
    page.evaluate("document.querySelectorAll('article details').forEach((e) => e.open = true)")
    for width, height in ((1280, 900), (390, 844), (320, 640), (320, 256)):
        page.set_viewport_size({"width": width, "height": height})
        assert page.evaluate(_TOO_WIDE) == [], f"{width} x {height}"


@pytest.mark.parametrize("javascript", [True, False])
def test_the_text_is_readable_at_fourfold_zoom(open_page: OpenPage, article: str, javascript: bool) -> None:  # noqa: FBT001  # a column of the table
    """What stays in place while one scrolls must leave room for the text."""
    page = open_page(article, width=320, height=256, javascript=javascript)
    page.locator("[data-article] p").nth(1).evaluate("e => e.scrollIntoView({block: 'center'})")
    covered = page.evaluate("""() => {
      let covered = 0;
      for (let y = 1; y < innerHeight; y += 2)
        if (!document.elementFromPoint(150, y)?.closest("article, .na-text")) covered += 2;
      return covered / innerHeight;
    }""")
    assert covered < 0.5


def test_lines_have_at_most_66_characters_or_so(open_page: OpenPage, article: str) -> None:
    lengths = open_page(article).evaluate(_LINE_LENGTH)
    assert lengths
    assert sum(lengths) / len(lengths) <= 70
    assert max(lengths) <= 80
