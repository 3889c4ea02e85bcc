"""Where the links that authors write lead: to a file of the project, to a page's address, or nowhere.

Both ways of writing a link are understood: as the site lies (`../../actors/red-cross.md` from an article) and as the
project's files lie (`../../docs/actors/red-cross.md`), which also works where the files are browsed.
"""

import difflib
import posixpath
import re
from collections.abc import Callable, Mapping
from dataclasses import dataclass
from functools import cached_property
from urllib.parse import unquote, urlsplit, urlunsplit

from news_archive.model import Finding, Severity


@dataclass(frozen=True)
class SiteLinks:
    """The files of a site and their addresses."""

    addresses: Mapping[str, str]
    """Source path below the docs folder (articles below `articles/`) -> address below the site's root."""
    docs: str
    """The docs folder, relative to the project."""

    @cached_property
    def _pages(self) -> frozenset[str]:
        return frozenset(self.addresses.values())

    def rewriter(
        self, source: str, address: str, to_root: str, body: str, first_line: int, path: str, findings: list[Finding]
    ) -> Callable[[str], str]:
        """A function from a link as typed, on the page made of `source`, to the address that it leads to.

        `findings` is given a warning for each link that leads nowhere; `body`, `first_line` and `path` are for its line.
        """

        def rewrite(href: str) -> str:
            try:
                parts = urlsplit(href)
            except ValueError:
                return href
            if parts.scheme or parts.netloc or not parts.path or parts.path.startswith("/"):
                return href
            typed = unquote(parts.path)
            target = posixpath.normpath(posixpath.join(posixpath.dirname(source), typed))
            for candidate in (target, target.removeprefix(f"{self.docs}/")):
                if candidate in self.addresses:
                    leads_to = to_root + self.addresses[candidate]
                    return urlunsplit(("", "", leads_to, parts.query, parts.fragment))
            page = posixpath.normpath(posixpath.join(posixpath.dirname(address + "x"), typed))
            if page in self._pages or f"{page}/" in self._pages:
                return href
            # Raw HTML is pasted more often than written: only links in Markdown are held to lead somewhere.
            if typed_at := re.search(rf"(?:\]\(\s*<?|\]:\s*<?){re.escape(href)}", body):
                near = difflib.get_close_matches(target, sorted(self.addresses), n=1, cutoff=0.6)
                advice = (
                    f"Did you mean {posixpath.relpath(near[0], posixpath.dirname(source))}?"
                    if near
                    else "Mend or delete it"
                )
                line = first_line + body.count("\n", 0, typed_at.end())
                message = f"the link {href} leads to no file of this site. {advice}"
                findings.append(
                    Finding(rule="dead-link", severity=Severity.WARNING, path=path, line=line, message=message)
                )
            return href

        return rewrite
