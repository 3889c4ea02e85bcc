"""On paper there is all that the page knows and nothing that only works on a screen; and copied text is the source's."""

import re
from collections.abc import Callable
from pathlib import Path

import pytest
from playwright.sync_api import Page, expect

OpenPage = Callable[..., Page]

_PROJECT = Path(__file__).resolve().parents[2]
_ARTICLES = (
    "2016/2016-08-23-asayish-and-government-forces-clash-in-hasaka",
    "2015/2015-10-11-syrian-democratic-forces-founded",
    "2019/2019-10-27-death-of-abu-bakr-al-baghdadi",
)
_MARKUP = re.compile(r"[\[\]*_`<>&#\\]|^[-\d]")


def _paragraphs(article: str) -> list[str]:
    """The paragraphs of an article's source that have no markup, as one line each."""
    body = (_PROJECT / "articles" / f"{article}.md").read_text("utf-8").split("---", 2)[2]
    blocks = (re.sub(r"\s+", " ", block).strip() for block in body.split("\n\n"))
    return [block for block in blocks if block and not _MARKUP.search(block)]


def test_paper_has_the_closing_list(open_page: OpenPage, article: str) -> None:
    page = open_page(article)
    page.emulate_media(media="print")
    expect(page.get_by_role("heading", name="People, groups and places")).to_be_visible()
    assert page.locator(".na-card:visible").count() > 5


def test_paper_has_no_header_no_menu_and_no_controls(open_page: OpenPage, article: str) -> None:
    page = open_page(article)
    page.emulate_media(media="print")
    for screen_only in ("header.md-header", ".md-tabs", ".md-sidebar", "footer.md-footer", "button", "form"):
        for shown in page.locator(screen_only).all():
            expect(shown).not_to_be_visible()


def test_paper_has_no_preview_and_no_steps(open_page: OpenPage, article: str) -> None:
    page = open_page(article)
    page.locator(".na-panel a.na-count[data-entity]").first.click()
    page.locator("[data-article] a.mention").first.hover()
    expect(page.locator("#na-preview:popover-open")).to_be_visible()
    page.emulate_media(media="print")
    expect(page.locator("#na-preview")).not_to_be_visible()
    expect(page.locator("#na-steps")).not_to_be_visible()


@pytest.mark.parametrize("scheme", ["light", "dark"])
def test_paper_is_black_on_white(open_page: OpenPage, article: str, scheme: str) -> None:
    page = open_page(article, scheme=scheme)
    page.emulate_media(media="print")
    ink = page.locator("[data-article] p").first.evaluate("e => getComputedStyle(e).color")
    assert max(map(int, re.findall(r"\d+", ink)[:3])) < 100, "the text is light, and paper is white"


@pytest.mark.parametrize("article_id", _ARTICLES)
def test_a_copied_paragraph_is_the_sources_text(open_page: OpenPage, article_id: str) -> None:
    page = open_page(f"articles/{article_id}/")
    page.context.grant_permissions(["clipboard-read", "clipboard-write"])
    wanted = _paragraphs(article_id)
    assert wanted
    copied = []
    for paragraph in page.locator("[data-article] p").all():
        paragraph.evaluate("e => getSelection().selectAllChildren(e)")
        page.keyboard.press("ControlOrMeta+c")
        copied.append(page.evaluate("navigator.clipboard.readText()").strip().replace("\n", " "))
    assert [text for text in wanted if text not in copied] == []
