"""Builds the archive and serves it as a host would: below /sub/, compressed, with its own page for what is not there.

host.py [PROJECT]   first prints one line of JSON, {"address": "http://127.0.0.1:PORT/sub/", "folder": …},
                    then serves until its input is closed

The tests in a browser, the pictures and the measurements all look at this.
"""

import gzip
import json
import logging
import sys
import tempfile
import threading
from functools import cache, partial
from http import HTTPStatus
from http.server import SimpleHTTPRequestHandler, ThreadingHTTPServer
from pathlib import Path

from mkdocs.commands.build import build
from mkdocs.config import load_config

PROJECT = Path(__file__).resolve().parents[1]
_COMPRESSED = {".css", ".html", ".js", ".json", ".svg", ".txt", ".xml"}


class Host(SimpleHTTPRequestHandler):
    """What hosts of static sites have in common. Files other than pages may be kept for ten minutes."""

    protocol_version = "HTTP/1.1"
    extensions_map = SimpleHTTPRequestHandler.extensions_map | {".wasm": "application/wasm", ".js": "text/javascript"}

    def do_GET(self) -> None:
        path = Path(self.translate_path(self.path))
        if path.is_dir() and not self.path.partition("?")[0].endswith("/"):
            self._redirect()
            return
        path = path / "index.html" if path.is_dir() else path
        if path.is_file():
            self._send(path, HTTPStatus.OK)
        else:
            self._send(Path(self.directory) / "sub" / "404.html", HTTPStatus.NOT_FOUND)

    def do_HEAD(self) -> None:
        self.do_GET()

    def _redirect(self) -> None:
        self.send_response(HTTPStatus.MOVED_PERMANENTLY)
        self.send_header("Location", f"{self.path}/")
        self.send_header("Content-Length", "0")
        self.end_headers()

    def _send(self, path: Path, status: HTTPStatus) -> None:
        is_compressed = path.suffix in _COMPRESSED and "gzip" in self.headers.get("Accept-Encoding", "")
        body = _compressed(path) if is_compressed else path.read_bytes()
        self.send_response(status)
        content_type = self.guess_type(path)
        self.send_header("Content-Type", f"{content_type}; charset=utf-8" if "text" in content_type else content_type)
        self.send_header("Content-Length", str(len(body)))
        self.send_header("Cache-Control", "no-cache" if path.suffix == ".html" else "max-age=600")
        if is_compressed:
            self.send_header("Content-Encoding", "gzip")
        self.end_headers()
        if self.command != "HEAD":
            self.wfile.write(body)

    def log_message(self, *_: object) -> None:
        """Says nothing: who looks at pages sees what is missing."""


@cache
def _compressed(path: Path) -> bytes:
    return gzip.compress(path.read_bytes(), 6, mtime=0)


def main() -> int:
    logging.getLogger("mkdocs").setLevel(logging.ERROR)
    project = Path(sys.argv[1]) if sys.argv[1:] else PROJECT
    with tempfile.TemporaryDirectory(prefix="news-archive-host-") as folder:
        site = Path(folder) / "sub"
        with ThreadingHTTPServer(("127.0.0.1", 0), partial(Host, directory=folder)) as server:
            address = f"http://127.0.0.1:{server.server_address[1]}/sub/"
            config = load_config(str(project / "mkdocs.yml"), site_dir=str(site), site_url=address)
            config.plugins.on_startup(command="build", dirty=False)
            build(config)
            threading.Thread(target=server.serve_forever, daemon=True).start()
            print(json.dumps({"address": address, "folder": str(site)}), flush=True)
            sys.stdin.read()
            server.shutdown()
    return 0


if __name__ == "__main__":
    sys.exit(main())
