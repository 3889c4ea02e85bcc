"""Maps, charts and the network: drawn links with names, that keyboard and thumb reach."""

from collections.abc import Callable

import pytest
from playwright.sync_api import Page, expect

OpenPage = Callable[..., Page]

_SPOT = "svg.na-map:visible a.na-spot"
_TARGETS = """(spots) => spots.map((spot) => {
  const boxes = [spot, ...spot.querySelectorAll("*")].map((e) => e.getBoundingClientRect());
  const size = Math.min(
    Math.max(...boxes.map((b) => b.right)) - Math.min(...boxes.map((b) => b.left)),
    Math.max(...boxes.map((b) => b.bottom)) - Math.min(...boxes.map((b) => b.top)));
  return [spot.getAttribute("aria-label"), size];
}).filter(([, size]) => size < 24)"""


def test_every_place_on_the_map_is_a_link_with_a_name(open_page: OpenPage) -> None:
    page = open_page("map/")
    spots = page.locator(_SPOT).all()
    assert len(spots) > 20
    for spot in spots:
        assert spot.get_attribute("aria-label")
        assert "/places/" in f"/{spot.get_attribute('href')}"


def test_every_place_on_the_map_is_in_the_table(open_page: OpenPage) -> None:
    page = open_page("map/")
    page.evaluate("document.querySelectorAll('.na details').forEach((e) => e.open = true)")
    table = page.locator(".na table").first.inner_text()
    for spot in page.locator(_SPOT).all():
        name = (spot.get_attribute("aria-label") or "").split(",")[0]
        assert name in table


def test_every_place_can_be_reached_with_tab(open_page: OpenPage) -> None:
    page = open_page("map/")
    spots = page.locator(_SPOT)
    number = spots.count()
    spots.first.focus()
    for _ in range(number - 1):
        page.keyboard.press("Tab")
    reached = page.evaluate("document.activeElement.getAttribute('aria-label')")
    assert reached in {spot.get_attribute("aria-label") for spot in spots.all()}


def test_a_place_on_the_map_is_followed_with_the_keyboard(open_page: OpenPage) -> None:
    page = open_page("map/")
    spot = page.locator(_SPOT).first
    target = (spot.get_attribute("href") or "").strip("./")
    spot.focus()
    page.keyboard.press("Enter")
    page.wait_for_url(f"**/sub/{target}/")
    expect(page.locator("article h1")).to_be_visible()


def test_a_click_on_a_place_works_before_and_after_instant_navigation(open_page: OpenPage) -> None:
    """A link in a drawing made the theme's navigation fail: the address changed and the page did not."""
    page = open_page("about/")
    page.evaluate("window.sameLoad = true")
    page.locator('nav a[href$="map/"]').locator("visible=true").first.click()
    expect(page.locator(_SPOT).first).to_be_visible()
    assert page.evaluate("window.sameLoad === true"), "the page was loaded anew"
    for path in (None, "map/"):
        if path:
            page.go_back()
            expect(page.locator(_SPOT).first).to_be_visible()
        spot = page.locator(_SPOT).nth(3)
        name = (spot.get_attribute("aria-label") or "").split(",")[0]
        spot.locator("circle, path, rect, text").first.click(force=True)
        expect(page.locator("article h1")).to_have_text(name)


@pytest.mark.parametrize("path", ["map/", "places/hasakah/", "articles/2016/2016-08-12-manbij-offensive/", ""])
def test_places_are_large_enough_for_a_thumb(open_page: OpenPage, path: str) -> None:
    page = open_page(path, width=390, height=844, touch=True)
    assert page.locator(_SPOT).count()
    assert page.locator(_SPOT).evaluate_all(_TARGETS) == []


@pytest.mark.parametrize("width", [390, 1280])
@pytest.mark.parametrize("path", ["map/", "places/hasakah/", "network/", "timeline/"])
def test_words_in_drawings_can_be_read(open_page: OpenPage, path: str, width: int) -> None:
    page = open_page(path, width=width)
    heights = page.locator("article svg:visible text").evaluate_all(
        "texts => texts.map((t) => t.getBoundingClientRect().height)"
    )
    assert [height for height in heights if 0 < height < 9] == []


@pytest.mark.parametrize("path", ["timeline/", "actors/ypg/", "places/hasakah/"])
def test_a_chart_is_told_in_words_and_as_a_table(open_page: OpenPage, path: str) -> None:
    page = open_page(path)
    chart = page.locator("svg.na-chart:visible").first
    # A picture, or a group of links.
    assert chart.get_attribute("role") in {"img", "group"}
    words = chart.get_attribute("aria-label") or chart.locator("title").first.text_content() or ""
    assert any(character.isdigit() for character in words), words
    page.evaluate("document.querySelectorAll('.na details').forEach((e) => e.open = true)")
    assert page.locator(".na table tbody tr:visible").count() > 1


def test_every_actor_of_the_network_is_a_link_with_a_name(open_page: OpenPage) -> None:
    page = open_page("network/")
    nodes = page.locator("svg:visible a.na-node").all()
    assert 5 < len(nodes) <= 80
    for node in nodes:
        assert node.get_attribute("aria-label") or (node.text_content() or "").strip()
        assert node.get_attribute("href")
    nodes[0].focus()
    page.keyboard.press("Enter")
    page.wait_for_url("**/sub/actors/*/")


def test_every_actor_of_the_network_is_in_the_table(open_page: OpenPage) -> None:
    page = open_page("network/", javascript=False)
    page.evaluate("document.querySelectorAll('.na details').forEach((e) => e.open = true)")
    assert page.locator(".na table tbody tr:visible").count() > 5
