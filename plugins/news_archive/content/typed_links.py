"""The links in a Markdown text as their author typed them, outside of code."""

import re
from collections.abc import Iterator
from typing import NamedTuple

_FENCED = re.compile(r"^[ \t]*(```+|~~~+).*?(?:^[ \t]*\1|\Z)", re.MULTILINE | re.DOTALL)
_IN_LINE = re.compile(r"(?<![`\\])(`+)(?!`)(?:(?!\n\s*\n).)+?(?<!`)\1(?!`)", re.DOTALL)
# Python-Markdown takes spaces inside a target too; a quote after one begins the title.
_TARGET = r"""(?:<([^<>\n]*)>|((?:[^\s()<>]|\([^\s()]*\)|[ ](?=[^\s"'()]))+))"""
_LINKS = (
    # [text](target) and ![text](target "title")
    re.compile(rf"\]\(\s*{_TARGET}"),
    # [name]: target. A footnote is none.
    re.compile(r"^[ ]{0,3}\[(?!\^)[^\]\n]+\]:\s*(?:<([^<>\n]*)>|(\S+))", re.MULTILINE),
    re.compile(r"""<[a-z]+\b[^<>]*?\s(?:href|src)\s*=\s*(?:["']([^"'<>\n]*)["']|([^\s"'<>]+))""", re.IGNORECASE),
)
_BEGINS_CONTAINER = re.compile(r"\s*(?:[-*+]\s|\d+[.)]\s|!!!|\?\?\?|:\s|\[\^|===)")


class TypedLink(NamedTuple):
    """Where a target stands in the text, without the brackets or quotes around it: characters from 0."""

    start: int
    end: int
    target: str


def typed_links(text: str) -> Iterator[TypedLink]:
    """Every link and picture, in the order of the text."""
    searched = without_code(text)
    found = (match for pattern in _LINKS for match in pattern.finditer(searched))
    spans = {match.span(1) if match[1] is not None else match.span(2) for match in found}
    for start, end in sorted(spans):
        yield TypedLink(start, end, text[start:end])


def without_code(text: str) -> str:
    """The text with spaces for code in lines and blocks, so that positions stay."""
    return _blank(_IN_LINE, _blank_indented(_blank(_FENCED, text)))


def _blank(code: re.Pattern[str], text: str) -> str:
    return code.sub(lambda found: re.sub(r"[^\n]", " ", found[0]), text)


def _blank_indented(text: str) -> str:
    """The same for code that is told by four spaces: after an empty line, and not inside a list or a note."""
    lines = text.split("\n")
    is_inside = is_code = False
    after_empty = True
    for number, line in enumerate(lines):
        if not line.strip():
            after_empty = True
            continue
        if line.startswith(("    ", "\t")):
            is_code = not is_inside and (is_code or after_empty)
            if is_code:
                lines[number] = " " * len(line)
        else:
            is_code = False
            if after_empty or not is_inside or _BEGINS_CONTAINER.match(line):
                is_inside = bool(_BEGINS_CONTAINER.match(line))
        after_empty = False
    return "\n".join(lines)
