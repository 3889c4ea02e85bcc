"""Links that authors typed, after a page has got another name: which must be typed anew, and how."""

import posixpath
import re
from collections.abc import Iterator
from dataclasses import dataclass
from urllib.parse import quote, unquote

from news_archive.content.typed_links import TypedLink, typed_links

_ELSEWHERE = re.compile(r"[a-z][a-z0-9+.-]*:|/|#", re.IGNORECASE)
_TYPED = re.compile(r"([^?#]*)(.*)", re.DOTALL)
_NEEDS_QUOTING = re.compile(r"[\s()<>%\"']")


@dataclass(frozen=True, slots=True, kw_only=True)
class MovedLinks:
    """What links are judged by when a page moves. Paths are those of files as the site lies: see `site_links`."""

    old: str
    new: str
    known: frozenset[str]
    """Every file that a link may name, before the move."""
    docs: str
    """The docs folder, which a link may name as well."""
    anchor: tuple[str, str] | None = None
    """What the marks of the entity begin with in articles, before and after: `m-actors-ypg-`."""

    def retyped(self, text: str, source: str) -> Iterator[tuple[TypedLink, str]]:
        """The links in a file's text that must be typed anew, and how; only these, and as they were typed otherwise."""
        new_source = self.new if source == self.old else source
        for link in typed_links(text):
            path, rest = self._taken_apart(link.target)
            rest = self._with_new_anchor(rest)
            wanted, as_files_lie = self._target(path, source)
            if wanted is not None:
                wanted = self.new if wanted == self.old else wanted
                if self._leads_to(path, new_source, moved=True) != wanted:
                    path = self._path(path, wanted, new_source, as_files_lie=as_files_lie)
            if path + rest != link.target:
                yield link, path + rest

    def meanings(self, text: str, source: str, *, moved: bool) -> list[object]:
        """What each link of a file leads to, those to the page itself as its new name; equal before and after."""
        found: list[object] = []
        for link in typed_links(text):
            path, rest = self._taken_apart(link.target)
            target = self._leads_to(path, source, moved=moved)
            found.append((self.new if target == self.old else target or path, self._with_new_anchor(rest)))
        return found

    def _taken_apart(self, typed: str) -> tuple[str, str]:
        """The path of a file of this project, empty for anything else, and the rest."""
        found = _TYPED.fullmatch(typed)
        path, rest = (found[1], found[2]) if found else ("", typed)
        return ("", typed) if _ELSEWHERE.match(typed) and not typed.startswith("#") else (path, rest)

    def _target(self, path: str, source: str) -> tuple[str | None, bool]:
        """The file that a path leads to before the move, and whether it was typed as the project's files lie."""
        if not path:
            return None, False
        target = posixpath.normpath(posixpath.join(posixpath.dirname(source), unquote(path)))
        if target in self.known:
            return target, False
        below = target.removeprefix(f"{self.docs}/")
        return (below, True) if below in self.known else (None, False)

    def _leads_to(self, path: str, source: str, *, moved: bool) -> str | None:
        known = (self.known - {self.old}) | {self.new} if moved else self.known
        target = posixpath.normpath(posixpath.join(posixpath.dirname(source), unquote(path))) if path else ""
        for candidate in (target, target.removeprefix(f"{self.docs}/")):
            if candidate in known:
                return candidate
        return None

    def _path(self, typed: str, target: str, source: str, *, as_files_lie: bool) -> str:
        whole = f"{self.docs}/{target}" if as_files_lie else target
        path = posixpath.relpath(whole, posixpath.dirname(source) or ".")
        if _NEEDS_QUOTING.search(path):
            path = quote(path)
        return f"./{path}" if typed.startswith("./") and not path.startswith(".") else path

    def _with_new_anchor(self, rest: str) -> str:
        if not self.anchor:
            return rest
        before, after = self.anchor
        return re.sub(rf"#{re.escape(before)}(?=\d+$)", f"#{after}", rest)
