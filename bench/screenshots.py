"""Takes the picture of README: an article page, as a reader sees it. Needs Chromium.

screenshots.py
"""

import http.server
import shutil
import subprocess
import sys
import tempfile
import threading
from functools import partial
from pathlib import Path

PROJECT = Path(__file__).resolve().parents[1]
PICTURE = PROJECT / "docs" / "assets" / "article.png"
ARTICLE = "articles/2016/2016-08-23-asayish-and-government-forces-clash-in-hasaka/"
# A new profile and no background traffic: the picture depends on nothing but the page.
FLAGS = """
    --headless --no-sandbox --disable-gpu --no-first-run --disable-background-networking
    --disable-component-update --disable-sync --hide-scrollbars --force-device-scale-factor=1
    --window-size=1280,860
""".split()


class Quiet(http.server.SimpleHTTPRequestHandler):
    def log_message(self, *_: object) -> None:
        """Says nothing: the picture is what is wanted."""


def main() -> int:
    browser = next(
        (path for name in ("chromium", "chromium-browser", "google-chrome") if (path := shutil.which(name))), None
    )
    if not browser:
        print("no Chromium was found. Install it, e.g. apt-get install chromium", file=sys.stderr)
        return 1
    with tempfile.TemporaryDirectory(prefix="screenshots-") as name:
        site = Path(name) / "site"
        subprocess.run(
            [sys.executable, "-m", "mkdocs", "build", "-q", "-f", str(PROJECT / "mkdocs.yml"), "-d", str(site)],
            check=True,
        )
        server = http.server.ThreadingHTTPServer(("127.0.0.1", 0), partial(Quiet, directory=str(site)))
        threading.Thread(target=server.serve_forever, daemon=True).start()
        address = f"http://127.0.0.1:{server.server_address[1]}/{ARTICLE}"
        command = [browser, *FLAGS, f"--user-data-dir={name}/profile", f"--screenshot={PICTURE}", address]
        subprocess.run(command, check=True, capture_output=True)
        server.shutdown()
    print(PICTURE.relative_to(PROJECT))
    return 0


if __name__ == "__main__":
    sys.exit(main())
