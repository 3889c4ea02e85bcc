"""Everything can be read with JavaScript off, and from a folder without a server."""

from collections.abc import Callable
from dataclasses import dataclass
from pathlib import Path

import pytest
from playwright.sync_api import Page, expect

OpenPage = Callable[..., Page]

_MENTION = "[data-article] a.mention"
_BLANK = """() => [...document.querySelectorAll(".na *")].filter((e) => {
  const box = e.getBoundingClientRect();
  const isShown = e.checkVisibility({ visibilityProperty: true, opacityProperty: true });
  return isShown && box.height > 60 && box.width > 60 && !e.textContent.trim()
    && !e.closest("svg, input, img, video") && !e.querySelector("svg, input, img, video");
}).map((e) => e.outerHTML.slice(0, 120))"""


def test_every_linked_name_is_an_ordinary_link(open_page: OpenPage, article: str) -> None:
    page = open_page(article, javascript=False)
    addresses = {link.get_attribute("href") for link in page.locator(_MENTION).all()}
    assert len(addresses) > 5
    entity = page.locator(_MENTION).first.get_attribute("data-entity")
    page.locator(_MENTION).first.click()
    assert page.url.endswith(f"/{entity}/")


def test_every_name_of_the_text_has_a_card_at_the_end(open_page: OpenPage, article: str) -> None:
    page = open_page(article, javascript=False)
    cards = page.locator("section.na-cards")
    expect(cards.get_by_role("heading", name="People, groups and places")).to_be_visible()
    named = {
        mention.get_attribute("data-entity") for mention in page.locator("[data-article] .mention[data-entity]").all()
    }
    shown = {card.get_attribute("data-card") for card in cards.locator(".na-card:visible").all()}
    assert named
    assert named <= shown


def test_the_cards_come_after_the_text(open_page: OpenPage, article: str) -> None:
    page = open_page(article, javascript=False)
    order = page.evaluate(
        "document.querySelector('[data-article]').compareDocumentPosition(document.querySelector('.na-cards'))"
    )
    assert order & 4, "the cards stand before the text"


def test_an_article_with_places_ends_with_a_map(open_page: OpenPage, article: str) -> None:
    page = open_page(article, javascript=False)
    expect(page.locator("svg.na-map:visible").first).to_be_visible()


def test_nothing_that_needs_javascript_is_shown_without_it(open_page: OpenPage, article: str) -> None:
    page = open_page(article, javascript=False)
    expect(page.locator("button.na-switch")).not_to_be_visible()


def test_no_region_stays_blank(open_page: OpenPage, any_page: str) -> None:
    page = open_page(any_page, javascript=False)
    assert page.evaluate(_BLANK) == []
    assert len(page.locator("article").first.inner_text()) > 20


@pytest.mark.parametrize("path", ["map/", "timeline/", "network/", "places/hasakah/", "actors/ypg/"])
def test_every_drawing_has_a_table_with_what_it_shows(open_page: OpenPage, path: str) -> None:
    page = open_page(path, javascript=False)
    assert page.locator("svg.na-map, svg.na-chart, svg:has(a.na-node)").count()
    page.evaluate("document.querySelectorAll('.na details').forEach((e) => e.open = true)")
    assert page.locator(".na table tbody tr:visible").count() > 1


def test_the_search_page_says_why_it_is_empty(open_page: OpenPage) -> None:
    page = open_page("search/", javascript=False)
    # Playwright passes over the text of <noscript>, but sees its elements.
    expect(page.locator("article noscript p")).to_be_visible()
    assert "JavaScript" in page.locator("article noscript p").inner_text()
    expect(page.locator(".na-search-why")).not_to_be_visible()


def test_the_header_leads_to_the_search_page_without_javascript(open_page: OpenPage, article: str) -> None:
    page = open_page(article, javascript=False)
    page.locator("header form[role=search] input[name=q]").fill("Hasaka")
    page.keyboard.press("Enter")
    page.wait_for_url("**/sub/search/?q=Hasaka")


@dataclass(frozen=True, slots=True)
class _Folder:
    path: Path

    def __call__(self, page: str) -> str:
        return (self.path / page / "index.html").as_uri()


@pytest.fixture
def in_folder(folder: Path) -> _Folder:
    """The address of a page's file."""
    return _Folder(folder)


def test_from_a_folder_an_article_is_read_with_previews(open_page: OpenPage, in_folder: _Folder, article: str) -> None:
    page = open_page(in_folder(article))
    page.locator(_MENTION).first.hover()
    expect(page.locator("#na-preview:popover-open")).to_be_visible()
    expect(page.locator("svg.na-map:visible").first).to_be_visible()


def test_from_a_folder_the_style_is_there(open_page: OpenPage, in_folder: _Folder, article: str) -> None:
    page = open_page(in_folder(article))
    style = page.locator(_MENTION).first.evaluate("e => getComputedStyle(e).textDecorationStyle")
    assert style in {"solid", "dotted", "dashed"}


def test_from_a_folder_the_map_is_drawn(open_page: OpenPage, in_folder: _Folder) -> None:
    page = open_page(in_folder("map"))
    expect(page.locator("svg.na-map:visible a.na-spot").first).to_be_visible()


def test_from_a_folder_the_search_says_why_it_does_not_work(open_page: OpenPage, in_folder: _Folder) -> None:
    # Browsers refuse module scripts from folders, and say so in the console.
    page = open_page(in_folder("search"), watched=False)
    expect(page.locator("article")).to_contain_text("server", timeout=3000)
