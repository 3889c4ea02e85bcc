"""Takes pictures of the archive as readers see it: six pages, in light and dark, on a desk and on a phone.

screenshots.py [FOLDER]   into screenshots/, unless a folder is given; and the picture of README, docs/assets/article.png

Needs Chromium. What is installed is the matter of `ci/browser.py`.
"""

import json
import subprocess
import sys
from collections.abc import Callable
from dataclasses import dataclass
from pathlib import Path

from playwright.sync_api import Browser, Page, sync_playwright

PROJECT = Path(__file__).resolve().parents[1]
PICTURE = PROJECT / "docs" / "assets" / "article.png"
ARTICLE = "articles/2016/2016-08-23-asayish-and-government-forces-clash-in-hasaka/"
_MENTION = '[data-article] a.mention[data-kind="place"]'


def _open_preview(page: Page) -> None:
    """By keyboard or pointer on a desk, by a tap on a phone."""
    name = page.locator(_MENTION).first
    if page.viewport_size and page.viewport_size["width"] < 600:
        name.tap()
        page.locator("dialog#na-sheet[open]").wait_for()
    else:
        name.hover()
        page.locator("#na-preview:popover-open").wait_for()


def _wait_for_results(page: Page) -> None:
    page.locator("[role=status]").filter(has_text="result").first.wait_for()


def _nothing(page: Page) -> None:
    page.wait_for_load_state("networkidle")


@dataclass(frozen=True, slots=True, kw_only=True)
class Shot:
    """A page, and what is done there before the picture is taken."""

    name: str
    path: str
    prepare: Callable[[Page], None] = _nothing


SHOTS = (
    Shot(name="home", path=""),
    Shot(name="article", path=ARTICLE, prepare=_open_preview),
    Shot(name="actor", path="actors/ypg/"),
    Shot(name="place", path="places/hasakah/"),
    Shot(name="map", path="map/"),
    Shot(name="search", path="search/?q=Hasaka", prepare=_wait_for_results),
)
SIZES = {"desk": (1280, 900), "phone": (390, 844)}
README = (1120, 640)
"""Small enough that the picture stays below 150 kB."""


def main() -> int:
    folder = Path(sys.argv[1] if sys.argv[1:] else PROJECT / "screenshots")
    folder.mkdir(parents=True, exist_ok=True)
    ci = PROJECT / "ci"
    found = subprocess.run(
        [sys.executable, str(ci / "browser.py"), "--path"], capture_output=True, text=True, check=False
    )
    if found.returncode:
        print(found.stdout.strip(), file=sys.stderr)
        return 1
    command = [sys.executable, str(ci / "host.py")]
    with subprocess.Popen(command, stdin=subprocess.PIPE, stdout=subprocess.PIPE, text=True) as host:
        root = json.loads(host.stdout.readline())["address"] if host.stdout else ""
        with sync_playwright() as playwright:
            browser = playwright.chromium.launch(
                executable_path=found.stdout.strip(), args=["--no-sandbox", "--disable-gpu"]
            )
            for shot in SHOTS:
                for name, size in SIZES.items():
                    for scheme in ("light", "dark"):
                        _take(
                            browser,
                            root + shot.path,
                            shot,
                            size,
                            scheme,
                            folder / f"{shot.name}-{name}-{scheme}.png",
                        )
            _take(browser, root + ARTICLE, SHOTS[1], README, "light", PICTURE)
            browser.close()
        if host.stdin:
            host.stdin.close()
    print(folder)
    print(PICTURE.relative_to(PROJECT), f"({PICTURE.stat().st_size // 1000} kB)")
    return 0


def _take(browser: Browser, address: str, shot: Shot, size: tuple[int, int], scheme: str, target: Path) -> None:
    is_phone = size == SIZES["phone"]
    context = browser.new_context(
        viewport={"width": size[0], "height": size[1]},
        color_scheme="dark" if scheme == "dark" else "light",
        has_touch=is_phone,
        is_mobile=is_phone,
        locale="en-GB",
    )
    page = context.new_page()
    page.goto(address)
    shot.prepare(page)
    page.screenshot(path=target, animations="disabled")
    context.close()


if __name__ == "__main__":
    sys.exit(main())
