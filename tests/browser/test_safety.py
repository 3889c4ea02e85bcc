"""The content security policy of every page holds, and the pages need nothing that it forbids.

That no request leaves the site and nothing is blocked is looked at after every test, in `conftest.py`.
"""

import re
from collections.abc import Callable, Iterator
from html import unescape
from pathlib import Path

import pytest
from playwright.sync_api import Page

OpenPage = Callable[..., Page]

_POLICY = re.compile(r'<meta http-equiv="content-security-policy" content="([^"]*)"', re.IGNORECASE)
_LOADED = re.compile(r'<(?:script|img|iframe|source|link rel="stylesheet")[^>]* (?:src|href)="(https?:)?//')
_INLINE = re.compile(r"<[^>]+\s(?:style|on[a-z]+)=[\"']", re.IGNORECASE)
_WANTED = {
    "default-src": "'none'",
    "style-src": "'self'",
    "img-src": "'self' data:",
    "font-src": "'self'",
    "connect-src": "'self'",
    "worker-src": "'self'",
    "base-uri": "'self'",
    "form-action": "'self'",
}


@pytest.fixture(scope="module")
def built(folder: Path) -> dict[str, str]:
    """The HTML of all built pages, by path. Redirects of moved pages are no pages."""
    return dict(_pages(folder))


def _pages(folder: Path) -> Iterator[tuple[str, str]]:
    for path in sorted(folder.rglob("*.html")):
        html = path.read_text("utf-8")
        if 'http-equiv="refresh"' not in html:
            yield str(path.relative_to(folder)), html


def test_every_page_has_the_strict_policy(built: dict[str, str]) -> None:
    assert len(built) > 200
    for path, html in built.items():
        found = _POLICY.search(html)
        assert found, f"{path} has no policy"
        rules = dict(rule.strip().split(" ", 1) for rule in unescape(found[1]).split(";") if rule.strip())
        assert {name: rules.get(name) for name in _WANTED} == _WANTED, path
        assert "'unsafe-inline'" not in rules["script-src"], path
        assert "'unsafe-eval'" not in rules["script-src"].split(), path


def test_the_policy_comes_before_everything_it_governs(built: dict[str, str]) -> None:
    for path, html in built.items():
        first = min(html.find(tag) for tag in ("<script", "<link", "<style") if tag in html)
        found = _POLICY.search(html)
        assert found, path
        assert found.start() < first, path


def test_no_page_acts_or_styles_in_attributes(built: dict[str, str]) -> None:
    for path, html in built.items():
        content = html.partition("<article")[2].partition("</article>")[0]
        assert not (found := _INLINE.search(content)), f"{path}: {found and found[0]}"


def test_no_page_loads_from_another_site(built: dict[str, str]) -> None:
    for path, html in built.items():
        assert not (found := _LOADED.search(html)), f"{path}: {found and found[0]}"


def test_a_page_asks_nothing_of_other_sites_and_loads_the_search_only_where_one_searches(
    open_page: OpenPage, any_page: str
) -> None:
    """What is asked of others, and what is blocked, is looked at when the test ends."""
    page = open_page(any_page)
    page.mouse.wheel(0, 3000)
    page.wait_for_timeout(100)
    asked: list[str] = page.evaluate("performance.getEntriesByType('resource').map(({ name }) => name)")
    searching = [address for address in asked if "search" in address or "pagefind" in address]
    assert bool(searching) == any_page.endswith("/search/"), searching


@pytest.mark.parametrize(
    "attack",
    [
        "const e = document.createElement('script'); e.textContent = 'window.hit = 1'; document.body.append(e)",
        "document.body.insertAdjacentHTML('beforeend', '<img src=x: onerror=\"window.hit = 1\">')",
        "const e = document.createElement('a'); e.href = 'javascript:window.hit = 1'; document.body.append(e); e.click()",
        "const e = document.createElement('iframe'); e.srcdoc = '<script>parent.hit = 1</' + 'script>'; document.body.append(e)",
        "new Promise((done) => setTimeout(() => { try { Function('window.hit = 1')() } catch {} done() }))",
    ],
    ids=["script", "attribute", "address", "frame", "words"],
)
def test_an_injected_script_does_not_run(open_page: OpenPage, article: str, attack: str) -> None:
    page = open_page(article, watched=False)
    page.evaluate(f"() => {{ {attack} }}" if not attack.startswith("new") else f"() => {attack}")
    page.wait_for_timeout(200)
    assert page.evaluate("window.hit") is None


def test_an_injected_style_and_a_foreign_picture_are_blocked(open_page: OpenPage, article: str) -> None:
    page = open_page(article, watched=False)
    blocked = page.evaluate("""() => new Promise((done) => {
      const blocked = [];
      addEventListener("securitypolicyviolation", ({ effectiveDirective }) => blocked.push(effectiveDirective));
      document.body.insertAdjacentHTML("beforeend", '<p style="color: red"><img src="http://127.0.0.1:9/x.png">');
      setTimeout(() => done(blocked), 300);
    })""")
    assert set(blocked) == {"img-src", "style-src-attr"}
