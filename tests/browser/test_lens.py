"""The editor's lens on a site that `mkdocs serve` shows: the text marked, the reason told, and nothing changed by it."""

import json
import os
import shutil
import socket
import subprocess
import sys
import time
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from pathlib import Path
from urllib.error import URLError
from urllib.request import urlopen

import pytest
from playwright.sync_api import Page, expect

OpenPage = Callable[..., Page]

_PROJECT = Path(__file__).resolve().parents[2]
_FILES = {
    "mkdocs.yml": f"INHERIT: {json.dumps(str(_PROJECT / 'mkdocs.yml'))}\nsite_name: Desk\nnav: [index.md]\n"
    "site_url: http://localhost/sub/\n",
    "docs/index.md": "# Home\n",
    "docs/actors/red-cross.md": "---\nname: Dutch Red Cross\naliases: [NRK]\ntype: organisation\n---\n",
    "docs/places/springfield-north.md": "---\nname: Springfield North\naliases: [Springfield]\ntype: city\n---\n",
    "docs/places/springfield-south.md": "---\nname: Springfield South\naliases: [Springfield]\ntype: city\n---\n",
    "articles/2020/flood.md": "---\ntitle: The flood\ndate: 2020-01-02\nsource: S\n---\n\n"
    "The Dutch Red Cross came to Springfield. Carla\nMeyer of the *Harbour* Police Department said so.\n\n"
    "## Carla Meyer speaks\n\nThe NRK left, `Carla Meyer` said, and [Carla Meyer](https://example.org/) stayed; "
    "Carla Meyer’s men too.\n",
    "articles/2020/rain.md": "---\ntitle: The rain\ndate: 2020-01-03\nsource: S\n---\n\nThe NRK knew Carla Meyer.\n",
}
_FLOOD, _RAIN = "articles/2020/flood/", "articles/2020/rain/"
_MARK = ".na-lens-mark"
_SAID = "#na-lens-bar .na-lens-said"
_AXE = """async () => (await axe.run(document, {resultTypes: ["violations"]})).violations.flatMap(
  ({id, nodes}) => nodes.map(({target, failureSummary}) => `${id}: ${target.join(" ")}: ${failureSummary}`))"""


@pytest.fixture(scope="module")
def served(tmp_path_factory: pytest.TempPathFactory) -> Iterator[str]:
    """The root of a small archive under `mkdocs serve`."""
    project = tmp_path_factory.mktemp("served")
    for path, text in _FILES.items():
        (project / path).parent.mkdir(parents=True, exist_ok=True)
        (project / path).write_text(text, "utf-8")
    shutil.copytree(_PROJECT / "docs" / "assets", project / "docs" / "assets")
    with _served(project, "--no-livereload") as root:
        yield root


@contextmanager
def _served(project: Path, *options: str) -> Iterator[str]:
    with socket.create_server(("127.0.0.1", 0)) as free:
        port = free.getsockname()[1]
    command = [sys.executable, "-m", "mkdocs", "serve", "--quiet", "-a", f"127.0.0.1:{port}", *options]
    environment = os.environ | {"NO_MKDOCS_2_WARNING": "1"}
    with subprocess.Popen(command, cwd=project, env=environment) as process:
        root = f"http://127.0.0.1:{port}/sub/"
        _wait_for(root)
        yield root
        process.terminate()


def _wait_for(address: str) -> None:
    for _ in range(600):
        try:
            urlopen(address, timeout=10).close()  # noqa: S310  # our own server
        except URLError:
            time.sleep(0.1)
        else:
            return
    pytest.fail("mkdocs serve did not start")


@pytest.fixture
def flood(open_page: OpenPage, served: str) -> Page:
    return open_page(served + _FLOOD)


def test_names_on_no_page_are_marked_in_running_text_only(flood: Page) -> None:
    marked = flood.locator(_MARK).evaluate_all("all => all.map((e) => e.textContent.replace(/\\s+/g, ' '))")
    assert marked == ["Carla Meyer", "Harbour", " Police Department", "Carla Meyer"]
    assert flood.locator(f":is(h2, code, a) {_MARK}").count() == 0


def test_the_text_stays_as_it_is_with_the_lens_on_and_off(open_page: OpenPage, served: str) -> None:
    off = open_page(served + _FLOOD, script="try { localStorage.setItem('news-archive.lens', 'off'); } catch {}")
    expect(off.locator("#na-lens-bar")).to_be_visible()
    text, html = off.locator("[data-article]").inner_text(), off.locator("[data-article]").inner_html()
    page = open_page(served + _FLOOD)
    expect(page.locator(_MARK).first).to_be_visible()
    assert page.locator("[data-article]").inner_text() == text
    page.keyboard.press("Alt+l")
    expect(page.locator(_MARK)).to_have_count(0)
    assert page.locator("[data-article]").inner_html() == html


@pytest.mark.parametrize(
    ("name", "told"),
    [
        ("[data-entity='actors/red-cross']", ["leads to Dutch Red Cross", "It is listed as", "mentions: {"]),
        (".mention--ambiguous", ["may be Springfield North or Springfield South", "places/springfield-south}"]),
        (_MARK, ["Carla Meyer", "is on no page", "In 2 articles", "Carla Meyer"]),
    ],
)
@pytest.mark.parametrize("way", ["hover", "focus", "tap"])
def test_a_name_tells_why_and_what_to_paste(
    open_page: OpenPage, served: str, name: str, told: list[str], way: str
) -> None:
    page = open_page(served + _FLOOD, touch=way == "tap", width=390 if way == "tap" else 1280)
    mark = page.locator(f"[data-article] {name}").first
    expect(page.locator(_MARK).first).to_be_visible()
    {"hover": mark.hover, "focus": mark.focus, "tap": mark.tap}[way]()
    for words in told:
        expect(page.locator(_SAID)).to_contain_text(words)
    assert page.url.endswith(_FLOOD)
    assert page.locator("dialog#na-sheet[open]").count() == 0
    assert page.evaluate("document.documentElement.scrollWidth <= innerWidth")


def test_the_keyboard_reaches_every_name_and_its_line(flood: Page) -> None:
    reached = []
    flood.locator("[data-article]").evaluate("e => { e.tabIndex = -1; e.focus(); }")
    for _ in range(7):
        flood.keyboard.press("Tab")
        reached.append(flood.evaluate("document.activeElement.textContent.replace(/\\s+/g, ' ')"))
    assert reached[:4] == ["Dutch Red Cross", "Springfield", "Carla Meyer", "Harbour"]
    flood.locator(_MARK).first.focus()
    flood.keyboard.press("Enter")
    expect(flood.locator("#na-lens-bar button").first).to_be_focused()
    flood.keyboard.press("Escape")
    expect(flood.locator(_MARK).first).to_be_focused()
    expect(flood.locator(_SAID)).to_be_hidden()


def test_the_button_copies_the_line(flood: Page) -> None:
    flood.context.grant_permissions(["clipboard-read", "clipboard-write"])
    flood.locator(".mention--ambiguous").hover()
    flood.locator(f"{_SAID} button", has_text="Copy").nth(1).click()
    expect(flood.locator(f"{_SAID} [role=status]").nth(1)).to_have_text("Copied")
    assert flood.evaluate("navigator.clipboard.readText()") == "mentions: {Springfield: places/springfield-south}"


def test_the_choice_holds_over_reloads_and_on_other_pages(flood: Page) -> None:
    expect(flood.locator(".na-lens")).to_be_visible()
    flood.keyboard.press("Alt+l")
    expect(flood.locator(".na-lens")).to_be_hidden()
    flood.reload()
    expect(flood.locator("#na-lens-bar button:visible")).to_have_text("Editor's lens (3)")
    expect(flood.locator(".na-lens")).to_be_hidden()
    assert flood.locator(_MARK).count() == 0
    flood.locator("a[rel=next]").click()
    expect(flood.locator("h1")).to_have_text("The rain")
    expect(flood.locator(".na-lens")).to_be_hidden()
    flood.locator("#na-lens-bar button:visible").click()
    expect(flood.locator(_MARK)).to_have_count(1)


def test_the_lens_works_after_instant_navigation_and_back_and_is_there_once(flood: Page) -> None:
    flood.evaluate("window.sameLoad = true")
    for _ in range(2):
        flood.locator("a[rel=next]").click()
        expect(flood.locator("h1")).to_have_text("The rain")
        expect(flood.locator(_MARK)).to_have_count(1)
        expect(flood.locator(_SAID)).to_be_hidden()
        flood.go_back()
        expect(flood.locator("h1")).to_have_text("The flood")
        expect(flood.locator(_MARK)).to_have_count(4)
    flood.locator(_MARK).first.hover()
    expect(flood.locator(_SAID)).to_contain_text("Carla Meyer")
    assert flood.evaluate("window.sameLoad")
    assert flood.locator("#na-lens-bar").count() == 1
    flood.locator(".na-up a").first.click()
    expect(flood.locator("#na-lens-bar")).to_be_hidden()


def test_letters_typed_into_a_field_do_not_switch_the_lens(flood: Page) -> None:
    flood.locator("input[name=q]:visible").first.focus()
    flood.keyboard.press("Alt+l")
    expect(flood.locator(".na-lens")).to_be_visible()


def test_without_javascript_the_panel_is_a_list(open_page: OpenPage, served: str) -> None:
    page = open_page(served + _FLOOD, javascript=False)
    expect(page.locator(".na-lens")).to_contain_text("mentions: {Springfield: places/springfield-north}")
    page.locator(".na-lens summary", has_text="Linked").click()
    expect(page.locator(".na-lens")).to_contain_text("It is listed as 'Dutch Red Cross'.")
    assert page.locator(".na-lens button").count() == 0


@pytest.mark.parametrize("scheme", ["light", "dark"])
def test_axe_finds_nothing_with_the_lens_on_and_off(open_page: OpenPage, served: str, axe: str, scheme: str) -> None:
    page = open_page(served + _FLOOD, scheme=scheme)
    expect(page.locator("body")).to_have_attribute(
        "data-md-color-scheme", {"light": "default", "dark": "slate"}[scheme]
    )
    page.evaluate(axe)
    page.evaluate("document.querySelectorAll('.na-lens details').forEach((e) => e.open = true)")
    for width in (1280, 320):
        page.set_viewport_size({"width": width, "height": 800})
        page.locator(_MARK).first.focus()
        assert page.evaluate("document.documentElement.scrollWidth <= innerWidth")
        assert not page.evaluate(_AXE), f"on, {width}"
    page.keyboard.press("Alt+l")
    expect(page.locator(".na-lens")).to_be_hidden()
    assert not page.evaluate(_AXE), "off"


def test_pages_stay_and_say_what_is_wrong_while_the_archive_has_an_error(
    open_page: OpenPage, tmp_path_factory: pytest.TempPathFactory
) -> None:
    project = tmp_path_factory.mktemp("broken")
    for path, text in _FILES.items():
        (project / path).parent.mkdir(parents=True, exist_ok=True)
        (project / path).write_text(text, "utf-8")
    shutil.copytree(_PROJECT / "docs" / "assets", project / "docs" / "assets")
    with _served(project, "--livereload") as root:
        page = open_page(root + _RAIN, watched=False)  # the server's own polling is outside of the site
        expect(page.locator(".na-lens-problems")).to_have_count(0)
        rain = project / "articles/2020/rain.md"
        rain.write_text(_FILES["articles/2020/rain.md"].replace("2020-01-03", "2020-02-30"), "utf-8")
        expect(page.locator(".na-lens-problems")).to_contain_text("rain.md:3: date", timeout=20_000)
        assert page.locator("[data-article]").inner_text() == "The NRK knew Carla Meyer."
        rain.write_text(_FILES["articles/2020/rain.md"].replace("knew", "met"), "utf-8")
        expect(page.locator("[data-article]")).to_contain_text("met", timeout=20_000)
        expect(page.locator(".na-lens-problems")).to_have_count(0)
