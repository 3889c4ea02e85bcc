"""Sets up what the tests in a browser need, and says what is missing and what to type.

browser.py          set up what can be; with CI=true, fail if the browser or axe stays missing
browser.py --path   print where the browser is; set up nothing
"""

import os
import shutil
import subprocess
import sys
from pathlib import Path

PROJECT = Path(__file__).resolve().parents[1]
TOOLS = PROJECT / "tests" / "browser"
AXE = TOOLS / "node_modules" / "axe-core" / "axe.min.js"
VNU = TOOLS / "node_modules" / "vnu-jar" / "build" / "dist" / "vnu.jar"
NO_BROWSER = "no Chromium was found. Type `apt-get install chromium` or `.venv/bin/playwright install chromium`"
NO_TOOLS = "axe and vnu are not there. Install npm, then type `npm ci` in tests/browser"
NO_JAVA = "no java was found, so the validity of the HTML is not tested. Type `apt-get install default-jre-headless`"


def main() -> int:
    if "--path" in sys.argv:
        browser = find_browser()
        print(browser or NO_BROWSER)
        return 0 if browser else 1
    browser = find_browser() or _install_browser()
    _install_tools()
    needed = [
        text for text, is_there in ((NO_BROWSER, browser), (NO_TOOLS, AXE.exists() and VNU.exists())) if not is_there
    ]
    for text in needed + ([] if shutil.which("java") else [NO_JAVA]):
        print(f"tests in a browser: {text}", file=sys.stderr)
    return 1 if needed and os.environ.get("CI") else 0


def find_browser() -> str | None:
    """The program of a Chromium that starts: the system's, else Playwright's own. None if there is none."""
    for name in ("chromium", "chromium-browser", "google-chrome"):
        # On some systems a name leads to a stub that only says where to get the program.
        if (path := shutil.which(name)) and _starts(path):
            return path
    return next((path for path in _playwrights_own() if _starts(path)), None)


def _install_browser() -> str | None:
    """Playwright's own; then the system's, where this may be done without asking: as root, e.g. in a container."""
    quick = os.environ | {"PLAYWRIGHT_DOWNLOAD_CONNECTION_TIMEOUT": "10000"}
    _run([sys.executable, "-m", "playwright", "install", "chromium"], environment=quick)
    if (browser := find_browser()) is None and os.geteuid() == 0 and shutil.which("apt-get"):
        quiet = os.environ | {"DEBIAN_FRONTEND": "noninteractive"}
        _run(["apt-get", "update", "-qq"], environment=quiet)
        _run(["apt-get", "install", "-y", "-qq", "--no-install-recommends", "chromium"], environment=quiet)
        browser = find_browser()
    return browser


def _install_tools() -> None:
    installed, wanted = TOOLS / "node_modules" / ".package-lock.json", TOOLS / "package-lock.json"
    is_new = installed.exists() and installed.stat().st_mtime >= wanted.stat().st_mtime
    if not is_new and (npm := shutil.which("npm")):
        _run([npm, "ci", "--loglevel=error"], folder=TOOLS)


def _playwrights_own() -> list[str]:
    try:
        from playwright.sync_api import sync_playwright  # one may ask for the system's browser without it
    except ImportError:
        return []
    with sync_playwright() as playwright:
        return [playwright.chromium.executable_path]


def _starts(program: str) -> bool:
    try:
        return subprocess.run([program, "--version"], capture_output=True, timeout=60, check=False).returncode == 0
    except (OSError, subprocess.TimeoutExpired):
        return False


def _run(command: list[str], *, environment: dict[str, str] | None = None, folder: Path = PROJECT) -> None:
    """Runs a command for what it installs; whether that worked is seen by what is there afterwards."""
    try:
        subprocess.run(command, cwd=folder, env=environment, stdout=sys.stderr, timeout=600, check=False)
    except subprocess.TimeoutExpired:
        print(f"{' '.join(command)} took more than ten minutes and was stopped", file=sys.stderr)


if __name__ == "__main__":
    sys.exit(main())
