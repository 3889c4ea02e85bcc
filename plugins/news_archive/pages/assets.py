"""The style sheet and the script of the archive's pages, each joined from files with one idea."""

import re
from collections.abc import Mapping
from pathlib import Path

_ASSETS = Path(__file__).parent / "assets"
# Comments and indentation are for who reads the source; no string of ours runs over lines.
_JS_FILLING = re.compile(r"^\s*(//.*)?\n|^[ ]+", re.MULTILINE)
_CSS_FILLING = re.compile(r"/\*.*?\*/\n?|^\s*\n|^[ ]+", re.MULTILINE | re.DOTALL)

STYLE = "assets/news-archive.css"
"""Where the style sheet is in the site; on every page."""
SCRIPT = "assets/news-archive.js"
"""Where the script is in the site; on every page."""
LENS_ASSETS: Mapping[str, Path] = {
    "assets/news-archive-lens.css": _ASSETS / "lens" / "lens.css",
    "assets/news-archive-lens.js": _ASSETS / "lens" / "lens.js",
}
"""Style sheet and script of the editor's lens, by where they are in a site that is served; in no other."""
LENS_PROBLEMS = "assets/news-archive-lens.txt"
"""What is wrong with the archive since the pages that are served were made; empty where they are of now."""


def style() -> str:
    """All of `assets/css/`, in the order of names."""
    return _CSS_FILLING.sub("", _joined("css"))


def script() -> str:
    """All of `assets/js/`, in the order of names, in one block: no name in it is seen by other scripts."""
    return f"{{\n{_JS_FILLING.sub('', _joined('js'))}}}\n"


def _joined(kind: str) -> str:
    return "\n".join(path.read_text("utf-8") for path in sorted((_ASSETS / kind).glob(f"*.{kind}")))
