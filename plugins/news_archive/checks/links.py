"""Rules about the links that authors write to files of the project."""

import difflib
import posixpath
import re
from collections.abc import Iterable, Iterator
from urllib.parse import unquote

from news_archive.model import Article, Entity, Finding, Severity

# A link or picture in Markdown: [text](target) or [name]: target. Code is blanked before.
_TARGET = re.compile(r"""\]\(\s*<?([^\s)>]+)|^[ ]{0,3}\[[^\]\n]+\]:\s*<?([^\s>]+)""", re.MULTILINE)
_CODE = re.compile(r"^(```+|~~~+).*?^\1|`[^`\n]+`", re.MULTILINE | re.DOTALL)
_ELSEWHERE = re.compile(r"[a-z][a-z0-9+.-]*:|//|/|#", re.IGNORECASE)


def check_links(pages: Iterable[tuple[Article | Entity, str]], known: frozenset[str], docs: str) -> Iterator[Finding]:
    """Warnings for links to files that are not there.

    `pages` come with the path of their file as the site lies; `known` are the paths that links may name, the same
    way; `docs` is the docs folder, which a link may name as well: see `build.site_links`.
    """
    for page, source in pages:
        if "](" not in page.body and "]:" not in page.body:
            continue
        text = _CODE.sub(lambda code: re.sub(r"[^\n]", " ", code[0]), page.body)
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


def _advice(target: str, source: str, known: frozenset[str], docs: str) -> str:
    """The nearest file, written the way the editor wrote."""
    names = {posixpath.basename(path): path for path in sorted(known)}
    near = difflib.get_close_matches(posixpath.basename(target), names, n=1, cutoff=0.75)
    if not near:
        return "Mend or delete it"
    meant = names[near[0]]
    whole = f"{docs}/{meant}" if target.startswith(f"{docs}/") else meant
    return f"Did you mean {posixpath.relpath(whole, posixpath.dirname(source))}?"
