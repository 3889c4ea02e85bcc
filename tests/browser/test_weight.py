"""What a page weighs on its way to the reader, compressed as hosts do: the budgets of the design.

A kB is 1000 bytes. What a browser asks by itself, such as the icon, counts as well.
"""

import gzip
from collections.abc import Callable
from pathlib import Path

import pytest
from playwright.sync_api import Page

OpenPage = Callable[..., Page]

_OTHER = "articles/2015/2015-10-11-syrian-democratic-forces-founded/"
_SHIFTS = """
window.shifts = [];
new PerformanceObserver((list) => {
  for (const { value, hadRecentInput, sources } of list.getEntries())
    if (!hadRecentInput) window.shifts.push([value, ...sources.map(({ node }) => node?.outerHTML?.slice(0, 90))]);
}).observe({ type: "layout-shift", buffered: true });
"""


def _compressed(path: Path) -> int:
    return len(gzip.compress(path.read_bytes(), 6, mtime=0))


def _log(page: Page) -> dict[str, int]:
    """Starts to note the bytes of every answer that comes over the wire, by address."""
    addresses: dict[str, str] = {}
    sizes: dict[str, int] = {}
    session = page.context.new_cdp_session(page)
    session.send("Network.enable")
    session.on("Network.requestWillBeSent", lambda e: addresses.update({e["requestId"]: e["request"]["url"]}))
    session.on(
        "Network.loadingFinished",
        lambda e: (
            sizes.update({addresses[e["requestId"]]: int(e["encodedDataLength"])}) if e["encodedDataLength"] else None
        ),
    )
    return sizes


def test_the_html_of_every_article_is_at_most_15_kb(folder: Path) -> None:
    weights = {path.parent.name: _compressed(path) for path in folder.glob("articles/*/*/index.html")}
    assert weights
    assert {name: weight for name, weight in weights.items() if weight > 15_000} == {}


def test_no_page_is_more_than_200_kb_long(folder: Path) -> None:
    long = {str(path): path.stat().st_size for path in folder.rglob("*.html") if path.stat().st_size > 250_000}
    assert long == {}


@pytest.mark.parametrize(("kind", "limit"), [("css", 6_000), ("js", 3_000)])
def test_the_own_style_and_script_are_small(folder: Path, kind: str, limit: int) -> None:
    assert _compressed(folder / "assets" / f"news-archive.{kind}") <= limit


def test_a_first_visit_to_an_article_costs_at_most_90_kb_in_10_requests(
    open_page: OpenPage, root: str, article: str
) -> None:
    page = open_page("404.html", watched=False)
    page.goto("about:blank")
    session = page.context.new_cdp_session(page)
    session.send("Network.clearBrowserCache")
    sizes = _log(page)
    page.goto(root + article)
    page.wait_for_load_state("networkidle")
    assert sum(sizes.values()) <= 90_000, sizes
    assert len(sizes) <= 10, sizes


def test_the_second_article_costs_its_html_only(open_page: OpenPage, root: str, article: str) -> None:
    page = open_page(article)
    page.wait_for_load_state("networkidle")
    sizes = _log(page)
    page.goto(root + _OTHER)
    page.wait_for_load_state("networkidle")
    assert [address.removeprefix(root) for address in sizes] == [_OTHER]


@pytest.mark.parametrize("query", ["Hasaka", "ceasefire"])
def test_the_first_search_costs_at_most_300_kb(open_page: OpenPage, root: str, query: str) -> None:
    page = open_page("about/")
    page.wait_for_load_state("networkidle")
    sizes = _log(page)
    page.goto(f"{root}search/?q={query}")
    page.locator("[role=status]").filter(has_text="result").first.wait_for()
    page.wait_for_load_state("networkidle")
    assert sum(sizes.values()) <= 300_000, sizes


@pytest.mark.parametrize("width", [390, 1280])
def test_nothing_moves_while_a_page_loads(open_page: OpenPage, any_page: str, width: int) -> None:
    page = open_page(any_page, width=width, script=_SHIFTS)
    page.wait_for_timeout(300)
    assert page.evaluate("window.shifts") == []
