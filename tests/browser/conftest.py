"""The real archive, built once and served below /sub/, and a browser that looks at it.

At the end of every test nothing may have gone wrong unnoticed: no request left the site, nothing was blocked by the
content security policy, no script failed, nothing was missing. What is installed here and what is not, and what to
type then, is the matter of `ci/browser.py`.
"""

import json
import os
import shutil
import subprocess
import sys
from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass, field
from pathlib import Path
from typing import Literal, NoReturn

import pytest
from playwright.sync_api import Browser, BrowserContext, ConsoleMessage, Page, Response, sync_playwright

PROJECT = Path(__file__).resolve().parents[2]
_TOOLS = Path(__file__).parent / "node_modules"
_BELOW = "/sub/"
"""Where the archive is on its host."""
_ARTICLE = "articles/2016/2016-08-23-asayish-and-government-forces-clash-in-hasaka/"
_PAGES: Mapping[str, str | None] = {
    "home": "",
    "article": _ARTICLE,
    "actor": "actors/ypg/",
    "place": "places/hasakah/",
    "term": "glossary/no-fly-zone/",
    "actors": "actors/",
    "articles": "articles/",
    "articles-of-a-year": "articles/2016/",
    "sources": "sources/",
    "source": "sources/archive-summary/",
    "map": "map/",
    "timeline": "timeline/",
    "network": "network/",
    "search": "search/",
    "about": "about/",
    "annotation": "annotation/",
    "first-article": "editors/first-article/",
    "commands": "editors/commands/",
    "rules": "editors/rules/",
    "404": "404.html",
    "mentions-of-a-year": None,
}
"""Addresses below the root. What the archive is too young to have is in the other one."""
_TELL_OF_BLOCKED = """
addEventListener("securitypolicyviolation", (event) =>
  console.error(`blocked by the policy: ${event.effectiveDirective} ${event.blockedURI} ${event.sample}`));
"""


@dataclass(frozen=True, slots=True, kw_only=True)
class Host:
    """The archive as its readers find it."""

    address: str
    """The site's root, ends with /."""
    folder: Path
    """The built files."""


@dataclass  # not slotted: Playwright leaves a note on the object whose methods it calls
class Watch:
    """What a page did besides being shown."""

    root: str
    """Where requests may go."""
    requests: list[str] = field(default_factory=list)
    missing: list[str] = field(default_factory=list)
    errors: list[str] = field(default_factory=list)

    def over(self, context: BrowserContext) -> None:
        context.on("request", lambda request: self.requests.append(request.url))
        context.on("response", self._note_response)
        context.on("console", self._note_console)
        context.on("weberror", lambda error: self.errors.append(f"{error.page and error.page.url}: {error.error}"))

    def complaints(self) -> list[str]:
        foreign = [url for url in self.requests if not url.startswith((self.root, "data:", "blob:", "about:"))]
        return [f"left the site: {url}" for url in foreign] + self.missing + self.errors

    def _note_response(self, response: Response) -> None:
        if response.status >= 400 and not response.url.endswith("/404.html"):
            self.missing.append(f"{response.status} {response.url}")

    def _note_console(self, message: ConsoleMessage) -> None:
        # What could not be loaded is noted as missing.
        if message.type == "error" and not message.text.startswith("Failed to load resource"):
            self.errors.append(f"{message.location['url']}: {message.text}")


OpenPage = Callable[..., Page]


@pytest.fixture(scope="session")
def host() -> Iterator[Host]:
    yield from _serve(PROJECT)


@pytest.fixture(scope="session")
def crowded(tmp_path_factory: pytest.TempPathFactory) -> Iterator[str]:
    """The root of another archive, with what this one is too young to have.

    Several sources, an actor whose mentions take pages of their own, a name that two places bear, and Arabic.
    """
    project = tmp_path_factory.mktemp("crowded")
    for path, text in _crowded_files():
        (project / path).parent.mkdir(parents=True, exist_ok=True)
        (project / path).write_text(text, "utf-8")
    shutil.copytree(PROJECT / "docs" / "assets", project / "docs" / "assets")
    for host in _serve(project):
        yield host.address


@pytest.fixture(scope="session")
def root(host: Host) -> str:
    """The address of the site's root, ends with /."""
    return host.address


@pytest.fixture(scope="session")
def folder(host: Host) -> Path:
    """The built files."""
    return host.folder


@pytest.fixture(scope="session")
def browser() -> Iterator[Browser]:
    """One browser for all tests. Without one, tests are skipped; where all must be there, they fail."""
    found = subprocess.run(
        [sys.executable, str(PROJECT / "ci" / "browser.py"), "--path"], capture_output=True, text=True, check=False
    )
    if found.returncode:
        _do_without(found.stdout.strip())
    with sync_playwright() as playwright:
        # In containers there is no kernel support for the sandbox, and all pages are ours.
        arguments = ["--no-sandbox", "--disable-gpu", "--disable-quic", "--disable-background-networking"]
        arguments += ["--disable-component-update", "--disable-sync", "--no-first-run"]
        browser = playwright.chromium.launch(executable_path=found.stdout.strip(), args=arguments)
        yield browser
        browser.close()


@pytest.fixture(scope="session")
def axe() -> str:
    """The source of axe-core."""
    path = _TOOLS / "axe-core" / "axe.min.js"
    if not path.exists():
        _do_without("axe is not there. Install npm, then type `npm ci` in tests/browser")
    return path.read_text("utf-8")


@pytest.fixture(scope="session")
def vnu() -> list[str]:
    """The command that checks HTML."""
    jar = _TOOLS / "vnu-jar" / "build" / "dist" / "vnu.jar"
    if not shutil.which("java"):
        pytest.skip("java is not there: the validity of the HTML is not tested")
    if not jar.exists():
        _do_without("vnu is not there. Install npm, then type `npm ci` in tests/browser")
    return ["java", "-Xss8m", "-XX:TieredStopAtLevel=1", "-jar", str(jar)]


@pytest.fixture
def open_page(browser: Browser, host: Host) -> Iterator[OpenPage]:
    """Opens a page, each in a profile of its own, as `_context` takes wishes; its faults end the test.

    With `clock_stands` the page's timers only run when the test says so, from a minute after the start. A test that is
    about faults does without the watch.
    """
    opened: list[tuple[BrowserContext, Watch | None]] = []

    def open_(path: str = "", *, watched: bool = True, clock_stands: bool = False, **wishes: object) -> Page:
        address = path if "://" in path else host.address + path
        watch = Watch(
            host.folder.as_uri() if address.startswith("file:") else address[: address.index(_BELOW) + len(_BELOW)]
        )
        context = _context(browser, **wishes)  # type: ignore[arg-type]  # wishes as the test has them
        if watched:
            watch.over(context)
        opened.append((context, watch if watched else None))
        page = context.new_page()
        if clock_stands:
            page.clock.install(time=0)
        page.goto(address)
        if clock_stands:
            page.clock.pause_at(60)
        return page

    yield open_
    for context, _ in opened:
        context.close()
    assert not [complaint for _, watch in opened if watch for complaint in watch.complaints()]


@pytest.fixture(params=_PAGES)
def any_page(request: pytest.FixtureRequest, root: str) -> str:
    """The address of a page of each template."""
    path = _PAGES[request.param]
    return root + path if path is not None else f"{request.getfixturevalue('crowded')}actors/ypg/year_2016/"


@pytest.fixture
def article() -> str:
    """An article with many names: its address below the root."""
    return _ARTICLE


def _serve(project: Path) -> Iterator[Host]:
    command = [sys.executable, str(PROJECT / "ci" / "host.py"), str(project)]
    environment = os.environ | {"NO_MKDOCS_2_WARNING": "1"}
    with subprocess.Popen(
        command, stdin=subprocess.PIPE, stdout=subprocess.PIPE, text=True, env=environment
    ) as process:
        assert process.stdin
        assert process.stdout
        told = process.stdout.readline()
        assert told, "the archive could not be built"
        place = json.loads(told)
        yield Host(address=place["address"], folder=Path(place["folder"]))
        process.stdin.close()
        process.wait(30)


def _crowded_files() -> Iterator[tuple[str, str]]:
    """Path and text of every file of the other archive."""
    inherited = json.dumps(str(PROJECT / "mkdocs.yml"))
    yield "mkdocs.yml", f"INHERIT: {inherited}\nsite_name: Crowded\nnav: [index.md]\n"
    yield "docs/index.md", "# Crowded\n"
    yield "docs/actors/ypg.md", "---\nname: YPG\ndescription: A militia.\n---\n"
    for name in ("springfield-north", "springfield-south"):
        yield f"docs/places/{name}.md", f"---\nname: {name.title()}\naliases: [Springfield]\ntype: city\n---\n"
    yield "docs/places/amude.md", "---\nname: Amude\nnames: {ar: عامودا}\ntype: city\ncoordinates: [37.1, 40.9]\n---\n"
    for number in range(240):
        year, month, day = 2016 + number % 2, number % 12 + 1, number % 28 + 1
        date = f"{year}-{month:02}-{day:02}"
        text = " ".join(f"On that day, report {number}.{line} says, the YPG moved on by a mile." for line in range(4))
        head = f"title: Report {number}\ndate: {date}\nsource: {'The Courier,The Herald,Radio Free'.split(',')[number % 3]}"
        yield f"articles/{year}/{date}-report-{number}.md", f"---\n{head}\n---\n\n{text}\n"
    head = "title: Undecided\ndate: 2018-01-02\nsource: The Herald"
    yield "articles/2018/undecided.md", f"---\n{head}\n---\n\nRain fell in Springfield. The YPG left Amude.\n"
    head = "title: مطر في عامودا\ndate: 2018-01-03\nsource: The Herald\nlang: ar"
    yield "articles/2018/arabic.md", f"---\n{head}\n---\n\nهطل المطر في عامودا يوم الأربعاء.\n"


def _context(
    browser: Browser,
    *,
    width: int = 1280,
    height: int = 900,
    scheme: Literal["light", "dark"] = "light",
    javascript: bool = True,
    touch: bool = False,
    script: str = "",
) -> BrowserContext:
    """A profile of its own: nothing kept, nothing remembered. The script runs before those of each page."""
    context = browser.new_context(
        viewport={"width": width, "height": height},
        color_scheme=scheme,
        java_script_enabled=javascript,
        has_touch=touch,
        is_mobile=touch,
        locale="en-GB",
    )
    context.set_default_timeout(5_000)
    if javascript:
        context.add_init_script(_TELL_OF_BLOCKED + script)
    return context


def _do_without(reason: str) -> NoReturn:
    if os.environ.get("CI"):
        pytest.fail(reason)
    pytest.skip(reason)
