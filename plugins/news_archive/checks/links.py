"""Rules about the links that authors write to files of the project."""

import difflib
import posixpath
import re
from collections.abc import Iterable, Iterator
from urllib.parse import unquote, urlsplit

from news_archive.model import Article, Entity, Finding, Severity

# A link or picture in Markdown: [text](target) or [name]: target. Code is blanked before.
_TARGET = re.compile(r"""\]\(\s*<?([^\s)>]+)|^[ ]{0,3}\[[^\]\n]+\]:\s*<?([^\s>]+)""", re.MULTILINE)
_CODE = re.compile(r"^(```+|~~~+).*?^\1|`[^`\n]+`", re.MULTILINE | re.DOTALL)
# A picture from another host: ![text](address), ![text][name] or HTML.
_PICTURE = re.compile(
    r"""!\[[^\]\n]*\](?:\(\s*<?((?:https?:)?//[^\s)>]+)|\[([^\]\n]*)\])|<img\b[^>]*\ssrc\s*=\s*["']?((?:https?:)?//[^\s"'>]+)""",
    re.IGNORECASE,
)
_DEFINITION = re.compile(r"^[ ]{0,3}\[([^\]\n]+)\]:\s*<?((?:https?:)?//[^\s>]+)", re.MULTILINE | re.IGNORECASE)
_ELSEWHERE = re.compile(r"[a-z][a-z0-9+.-]*:|//|/|#", re.IGNORECASE)


def check_links(pages: Iterable[tuple[Article | Entity, str]], known: frozenset[str], docs: str) -> Iterator[Finding]:
    """Warnings for links to files that are not there, and for pictures from other hosts.

    `pages` come with the path of their file as the site lies; `known` are the paths that links may name, the same
    way; `docs` is the docs folder, which a link may name as well: see `build.site_links`.
    """
    for page, source in pages:
        if "](" not in page.body and "]:" not in page.body and "<img" not in page.body:
            continue
        text = _CODE.sub(lambda code: re.sub(r"[^\n]", " ", code[0]), page.body)
        yield from _foreign_pictures(page, text)
        for found in _TARGET.finditer(text):
            typed = re.split("[?#]", found[1] or found[2], maxsplit=1)[0]
            if not typed or _ELSEWHERE.match(typed) or not posixpath.splitext(typed)[1]:
                continue
            target = posixpath.normpath(posixpath.join(posixpath.dirname(source), unquote(typed)))
            if target in known or target.removeprefix(f"{docs}/") in known:
                continue
            yield Finding(
                rule="dead-link",
                severity=Severity.WARNING,
                path=page.path,
                line=page.body_line + text.count("\n", 0, found.start()),
                message=f"the link {typed} leads to no file of this site. {_advice(target, source, known, docs)}",
            )


def _foreign_pictures(page: Article | Entity, text: str) -> Iterator[Finding]:
    """Pictures that readers' browsers won't show: the pages' security policy allows the site's own only."""
    defined = {name.casefold(): address for name, address in _DEFINITION.findall(text)}
    for found in _PICTURE.finditer(text):
        address = found[1] or found[3] or defined.get(found[2].casefold())
        if address:
            yield Finding(
                rule="foreign-picture",
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
