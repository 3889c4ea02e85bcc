"""Takes pictures of the archive as readers see it: six pages, in light and dark, on a desk and on a phone.

screenshots.py [FOLDER]   into screenshots/, unless a folder is given; and the pictures of README (docs/assets/article.png)
                          and of the pages for editors (docs/assets/editors/), from the archive that their commands run in
screenshots.py --editors  only those of the pages for editors

Needs Chromium. What is installed is the matter of `ci/browser.py`.
"""

import json
import re
import shutil
import socket
import subprocess
import sys
import tempfile
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path

import yaml
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


FOR_EDITORS = PROJECT / "docs" / "assets" / "editors"
FIRST_ARTICLE = "articles/2016/2016-08-27-families-return/"
LENS_ARTICLE = "articles/2016/2016-08-19-fighting-goes-on/"
DESK = (1000, 560)
"""As README: small enough that a picture stays below 150 kB."""


def main() -> int:
    words = [word for word in sys.argv[1:] if word != "--editors"]
    folder = Path(words[0] if words else PROJECT / "screenshots")
    found = subprocess.run(
        [sys.executable, str(PROJECT / "ci/browser.py"), "--path"], capture_output=True, text=True, check=False
    )
    if found.returncode:
        print(found.stdout.strip(), file=sys.stderr)
        return 1
    with sync_playwright() as playwright:
        browser = playwright.chromium.launch(
            executable_path=found.stdout.strip(), args=["--no-sandbox", "--disable-gpu"]
        )
        if "--editors" not in sys.argv:
            _show_readers(browser, folder)
        _show_editors(browser)
        browser.close()
    return 0


def _show_readers(browser: Browser, folder: Path) -> None:
    folder.mkdir(parents=True, exist_ok=True)
    with _served(PROJECT) as root:
        for shot in SHOTS:
            for name, size in SIZES.items():
                for scheme in ("light", "dark"):
                    target = folder / f"{shot.name}-{name}-{scheme}.png"
                    _take(browser, root + shot.path, shot, size, scheme, target)
        _take(browser, root + ARTICLE, SHOTS[1], README, "light", PICTURE)
    print(folder)
    _tell(PICTURE)


def _show_editors(browser: Browser) -> None:
    """The first article, as the page that tells of it has it: published, and with the lens of a site that is served."""
    FOR_EDITORS.mkdir(parents=True, exist_ok=True)
    first, lens = (FOR_EDITORS / f"{name}.png" for name in ("first-article", "lens"))
    with tempfile.TemporaryDirectory() as project:
        _write_example(Path(project))
        with _served(Path(project)) as root:
            shot = Shot(name="first-article", path=FIRST_ARTICLE)
            _take(browser, root + shot.path, shot, DESK, "light", first)
        with _edited(Path(project)) as root:
            shot = Shot(name="lens", path=LENS_ARTICLE, prepare=_show_lens)
            _take(browser, root + shot.path, shot, DESK, "light", lens)
    _tell(first)
    _tell(lens)


def _show_lens(page: Page) -> None:
    page.locator(".na-lens").evaluate("e => scrollTo(0, e.getBoundingClientRect().top + scrollY - 80)")


def _write_example(project: Path) -> None:
    """The archive of the examples with the first article, in the colours of this one."""
    files = yaml.safe_load((PROJECT / "tests/repository/examples.yaml").read_text("utf-8"))
    page = (PROJECT / "docs/editors/first-article.md").read_text("utf-8")
    # The first block of a file is its right text; a later one shows a mistake.
    files |= reversed(re.findall(r"^<!-- file: (.*?) -->\n```\w+\n(.*?)^```$", page, re.MULTILINE | re.DOTALL))
    files["mkdocs.yml"] = (
        f"INHERIT: {json.dumps(str(PROJECT / 'mkdocs.yml'))}\nsite_name: North-eastern Syria, August 2016\nnav: [index.md]\n"
    )
    for path, text in files.items():
        (project / path).parent.mkdir(parents=True, exist_ok=True)
        (project / path).write_text(text, "utf-8")
    shutil.copytree(PROJECT / "docs" / "assets", project / "docs" / "assets")


@contextmanager
def _served(project: Path) -> Iterator[str]:
    """The address of the root of the built archive."""
    command = [sys.executable, str(PROJECT / "ci/host.py"), str(project)]
    with subprocess.Popen(command, stdin=subprocess.PIPE, stdout=subprocess.PIPE, text=True) as host:
        yield json.loads(host.stdout.readline())["address"] if host.stdout else ""
        if host.stdin:
            host.stdin.close()


@contextmanager
def _edited(project: Path) -> Iterator[str]:
    """The address of the root while the archive is served to its editors."""
    with socket.socket() as free:
        free.bind(("127.0.0.1", 0))
        place = f"127.0.0.1:{free.getsockname()[1]}"
    settings = project / "mkdocs.yml"
    command = [sys.executable, "-m", "mkdocs", "serve", "--dev-addr", place, "--config-file", str(settings)]
    with subprocess.Popen(command, stderr=subprocess.PIPE, text=True) as serving:
        root = next((found[1] for line in serving.stderr or () if (found := re.search(r"Serving on (\S+)", line))), "")
        yield root
        serving.terminate()


def _tell(picture: Path) -> None:
    print(picture.relative_to(PROJECT), f"({picture.stat().st_size // 1000} kB)")


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
