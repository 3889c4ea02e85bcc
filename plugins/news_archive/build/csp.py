"""What a reader's browser may load and run on a page: the policy, and the inline scripts that a page may have.

Every page says in its head that scripts, styles, pictures and connections come from the site itself; what a template
of the theme writes into the page as a script is allowed by its digest. An inline script that stands in no template
came from content or from a plugin, and stops the build: a browser would block it.

The policy is a `<meta>`, for an archive is served by any host (CSP level 3, §3.3). The policy should be the same on all
pages: with instant navigation the policy of the first page that a reader opened stays in force. Where a template of
the site writes a script that is not the same on all pages, `varying` tells of it.
"""

import base64
import hashlib
import os
import re
from collections.abc import Iterable, Iterator
from pathlib import Path
from typing import NamedTuple

# As templates write it. One in capitals is blocked as well, but not told: to look for it takes four times as long.
_SCRIPT = re.compile(r"<script\b([^>]*)>(.*?)</script", re.DOTALL)
# Scripts from files are judged by their address; data is not run and needs no digest.
_NOT_INLINE = re.compile(r"""\ssrc\s*=|\stype\s*=\s*["']?application/(?:ld\+)?json\b""", re.IGNORECASE)
_COMMENT = re.compile(r"\{#.*?#\}", re.DOTALL)
# From the first statement to the last: what stands between them may be left out or repeated.
_FILLED = re.compile(r"\{%.*%\}|\{\{.*?\}\}", re.DOTALL)
_HEAD = re.compile(r"""<head\b[^>]*>(?:\s*<meta charset=["']?utf-8["']?\s*/?>)?""", re.IGNORECASE)
_RULES = (
    "default-src 'none'",
    # WebAssembly is for the search, whose index is read by it.
    "script-src 'self' 'wasm-unsafe-eval'{scripts}",
    "style-src 'self'",
    "img-src 'self' data:",
    "font-src 'self'",
    "connect-src 'self'",
    "worker-src 'self'",
    "manifest-src 'self'",
    "base-uri 'self'",
    "form-action 'self'",
)
NOTHING = "<meta http-equiv=\"Content-Security-Policy\" content=\"default-src 'none'; base-uri 'none'\">"
"""For a page that only leads to another."""


class UnknownScriptError(Exception):
    """A page has an inline script that stands in no template."""


class Varying(NamedTuple):
    """A template whose inline script is on some pages only, or another one on each."""

    template: Path
    page: str
    """The first page that has a script which others lack."""


class Policy:
    """Puts the policy into pages. Keeps the digest of each script that it has met, for all pages have the same."""

    def __init__(self, templates: Iterable[Path], *, is_serving: bool) -> None:
        self._known = tuple(sorted(set(_script_patterns(templates))))
        self._digests: dict[str, str] = {}
        self._template_of: dict[str, Path] = {}
        self._first_with: dict[frozenset[str], str] = {}
        self._is_serving = is_serving

    def put_into(self, html: str, name: str) -> str:
        """The page of this name with the policy before all that it governs. Raises UnknownScriptError."""
        digests = frozenset(self._digest(script) for script in inline_scripts(html))
        self._first_with.setdefault(digests, name)
        # MkDocs' own server adds an inline script that reloads the page, another on each request.
        scripts = ["'unsafe-inline'"] if self._is_serving else sorted(digests)
        rules = "; ".join(_RULES).format(scripts="".join(f" {script}" for script in scripts))
        meta = f'<meta http-equiv="Content-Security-Policy" content="{rules}">'
        # Browsers look for the encoding in the first 1024 bytes only, so it stays first.
        return _HEAD.sub(lambda head: f"{head[0]}\n{meta}", html, count=1)

    def _digest(self, script: str) -> str:
        if script not in self._digests:
            found = (template for pattern, template in self._known if re.fullmatch(pattern, script, re.DOTALL))
            template = next(found, None)
            if template is None:
                raise UnknownScriptError(" ".join(script.split())[:80])
            digest = f"'sha256-{base64.b64encode(hashlib.sha256(script.encode()).digest()).decode()}'"
            self._digests[script] = digest
            self._template_of[digest] = template
        return self._digests[script]

    def varying(self) -> Iterator[Varying]:
        """Each template by whose scripts the policies of the pages so far differ, once, in the order of templates."""
        everywhere = frozenset.intersection(*self._first_with) if self._first_with else frozenset()
        first: dict[Path, str] = {}
        for digests, page in self._first_with.items():
            for digest in digests - everywhere:
                first.setdefault(self._template_of[digest], page)
        yield from (Varying(template, first[template]) for template in sorted(first))


def inline_scripts(html: str) -> Iterator[str]:
    """The text of every inline script of a page that a browser would run."""
    for attributes, text in _SCRIPT.findall(html):
        if not _NOT_INLINE.search(attributes) and text.strip():
            yield text


def template_files(folders: Iterable[str]) -> Iterator[Path]:
    """All templates of pages in the folders of a theme."""
    for folder in folders:
        for path, inner, names in os.walk(folder):
            # Material keeps ten thousand pictures in .icons.
            inner[:] = sorted(name for name in inner if not name.startswith("."))
            yield from (Path(path, name) for name in sorted(names) if name.endswith(".html"))


def _script_patterns(templates: Iterable[Path]) -> Iterator[tuple[str, Path]]:
    """What the inline scripts of templates look like when drawn, and where: what is filled in has no `<`."""
    for template in templates:
        for script in inline_scripts(_COMMENT.sub("", template.read_text("utf-8", errors="replace"))):
            own = _FILLED.split(script)
            # A script that is filled in altogether would allow every script.
            if any(part.strip() for part in own):
                yield "[^<]*".join(map(re.escape, own)), template
