"""Rules about the links that authors write to files of the project."""

import difflib
import posixpath
import re
from collections.abc import Iterable, Iterator
from urllib.parse import unquote, urlsplit

from news_archive.content.typed_links import typed_links, without_code
from news_archive.model import Article, Entity, Finding, Severity

# A picture from another host: ![text](address), ![text][name] or HTML.
_PICTURE = re.compile(
    r"""!\[[^\]\n]*\](?:\(\s*<?((?:https?:)?//[^\s)>]+)|\[([^\]\n]*)\])|<img\b[^>]*\ssrc\s*=\s*["']?((?:https?:)?//[^\s"'>]+)""",
    re.IGNORECASE,
)
_DEFINITION = re.compile(r"^[ ]{0,3}\[([^\]\n]+)\]:\s*<?((?:https?:)?//[^\s>]+)", re.MULTILINE | re.IGNORECASE)
_ELSEWHERE = re.compile(r"[a-z][a-z0-9+.-]*:|//", re.IGNORECASE)
_ON_ONE_COMPUTER = re.compile(r"[a-z]:[\\/]|file:|data:", re.IGNORECASE)
_LONGEST_SHOWN = 60


def check_links(
    pages: Iterable[tuple[Article | Entity, str]],
    known: frozenset[str],
    docs: str,
    drafts: frozenset[str] = frozenset(),
) -> Iterator[Finding]:
    """Warnings for links to files that are not there, to drafts, and for pictures from other hosts.

    `pages` come with the path of their file as the site lies; `known` are the paths that links may name, the same
    way, and so are `drafts`; `docs` is the docs folder, which a link may name as well: see `build.site_links`.
    """
    for page, source in pages:
        if not any(sign in page.body for sign in ("](", "]:", "<")):
            continue
        if "//" in page.body:
            yield from _foreign_pictures(page, without_code(page.body))
        for link in typed_links(page.body):
            typed = re.split("[?#]", link.target, maxsplit=1)[0]
            line = page.body_line + page.body.count("\n", 0, link.start)
            target = posixpath.normpath(posixpath.join(posixpath.dirname(source), unquote(typed)))
            if {target, target.removeprefix(f"{docs}/")} & drafts:
                yield _link_to_draft(page, typed, line)
            elif problem := _problem(typed, target, source, known, docs):
                yield Finding(rule="dead-link", severity=Severity.WARNING, path=page.path, line=line, message=problem)


def _problem(typed: str, target: str, source: str, known: frozenset[str], docs: str) -> str | None:
    """What is wrong with a link, and what to write instead; None where nothing is, or nobody here can tell."""
    if _ON_ONE_COMPUTER.match(typed):
        short = typed if len(typed) <= _LONGEST_SHOWN else f"{typed[:_LONGEST_SHOWN]}…"
        return f"{short} is on no page of any site. Put the file beside this one, and write its name"
    if not typed or _ELSEWHERE.match(typed):
        return None
    here = {target, target.removeprefix(f"{docs}/")}
    is_file = bool(posixpath.splitext(typed)[1])
    if typed.startswith("/") and typed.endswith(".md"):
        target = posixpath.normpath(unquote(typed)).lstrip("/").removeprefix(f"{docs}/")
    elif typed.startswith("/") or not here.isdisjoint(known):
        return None  # what begins so and is no page is an address on the site's host
    elif not is_file and any(f"{path}.md" in known for path in here):
        # Typed from the file's place; from its page's address it leads elsewhere.
        return f"the link {typed} leads to no page. Write the file: {typed.rstrip('/')}.md"
    advice = _advice(target, source, known, docs)
    return f"the link {typed} leads to no file of this site. {advice}" if is_file else None


def _link_to_draft(page: Article | Entity, typed: str, line: int) -> Finding:
    return Finding(
        rule="draft-link",
        severity=Severity.WARNING,
        path=page.path,
        line=line,
        message=f"the link {typed} leads to a draft, which readers can't open. Take the link out, or the line "
        "`draft: true` there",
    )


def _foreign_pictures(page: Article | Entity, text: str) -> Iterator[Finding]:
    """Pictures that readers' browsers won't show: the pages' security policy allows the site's own only."""
    defined = {name.casefold(): address for name, address in _DEFINITION.findall(text)}
    for found in _PICTURE.finditer(text):
        address = found[1] or found[3] or defined.get(found[2].casefold())
        if address:
            yield Finding(
                rule="foreign-picture" if address.startswith("https:") else "unencrypted-picture",
                # A safe address does no harm: readers see the picture's words instead. A strict build may go on.
                severity=Severity.INFO if address.startswith("https:") else Severity.WARNING,
                path=page.path,
                line=page.body_line + text.count("\n", 0, found.start()),
                message=f"the picture {address} lies on another host, which would learn who reads this, so browsers "
                f"don't show it. Put a copy beside this file: ![...]({posixpath.basename(urlsplit(address).path) or 'picture.jpg'})",
            )


def _advice(target: str, source: str, known: frozenset[str], docs: str) -> str:
    """The nearest file, written the way the editor wrote."""
    names = {posixpath.basename(path): path for path in sorted(known)}
    near = difflib.get_close_matches(posixpath.basename(target), names, n=1, cutoff=0.75)
    if not near:
        return "Mend or delete it"
    meant = names[near[0]]
    whole = f"{docs}/{meant}" if target.startswith(f"{docs}/") else meant
    return f"Did you mean {posixpath.relpath(whole, posixpath.dirname(source))}?"
