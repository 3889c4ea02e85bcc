"""Maps, charts and the network: drawn links with names, that keyboard and thumb reach."""

from collections.abc import Callable

import pytest
from playwright.sync_api import Page, expect

OpenPage = Callable[..., Page]

_SPOT = "svg.na-map:visible a.na-spot"
_CIRCLES = """(spots) => spots.filter((spot) => spot.getBoundingClientRect().width).map((spot) => {
  const box = spot.querySelector("circle:not(.na-touch, .na-ring)").getBoundingClientRect();
  const [x, y] = [(box.left + box.right) / 2, (box.top + box.bottom) / 2];
  scrollTo({ top: y + scrollY - innerHeight / 2, behavior: "instant" });
  const moved = spot.querySelector("circle:not(.na-touch, .na-ring)").getBoundingClientRect();
  const hit = document.elementFromPoint(x, (moved.top + moved.bottom) / 2)?.closest("a");
  const touch = spot.querySelector(".na-touch").getBoundingClientRect().width;
  return { name: spot.getAttribute("aria-label"), isOwn: hit === spot, touch };
})"""


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


@pytest.mark.parametrize("width", [390, 1280])
@pytest.mark.parametrize("path", ["map/", "actors/ypg/", "articles/2016/2016-08-12-manbij-offensive/", ""])
def test_the_middle_of_each_circle_opens_its_own_place(open_page: OpenPage, path: str, width: int) -> None:
    """However close two towns are. Where there is room, a thumb has 24 pixels (WCAG 2.2, 2.5.8)."""
    page = open_page(path, width=width, height=844, touch=width < 500)
    circles = page.locator(_SPOT).evaluate_all(_CIRCLES)
    assert circles
    assert [circle["name"] for circle in circles if not circle["isOwn"]] == []
    assert max(circle["touch"] for circle in circles) >= 24


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
