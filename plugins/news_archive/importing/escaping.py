"""Text as Markdown that shows it as it stood: what would be taken for markup is escaped, and nothing else."""

import re
from urllib.parse import quote, urlsplit

# What a backslash frees in every Markdown. Of the rest, entities: only extensions know a backslash before them.
_FREED = str.maketrans({character: f"\\{character}" for character in "\\`*_[]{"})
_NAMED = re.compile(r"<|&(?=#?\w+;)")
_ENTITIES = str.maketrans({character: f"&#{ord(character)};" for character in "|~^"})
# Marks that mean something only in pairs or around a word: ==marked==, ++keys++, :smile:.
_PAIRED = re.compile(r"=(?==)|(?<==)=|\+(?=\+)|(?<=\+)\+|:(?=[-+\w]+:)")
# At the start of a line: headings, lists, quotes, rules, definitions, admonitions, blocks of extensions.
_AT_START = re.compile(r"[#>+-]|\d+(?=[.)])|[:=?/%]|!(?=!!)")
_FIRST_FREED = "#>+-!"
# White space that some part of a converter takes for the end of a line and another does not.
_LINE_ENDS = re.compile("[\x0b\x0c\x1c-\x1e\x85\u2028\u2029]")
_CONTROL = re.compile("[\x00-\x08\x0e-\x1b\x1f\x7f-\x84\x86-\x9f\ufffe\uffff]")
_MEANT = "%#/:?&=@!$+,;~*-._"
"""What stays in an address as it is; all else that could end it or begin markup is written by its number."""


def escaped(text: str) -> str:
    """Text within a line."""
    text = _NAMED.sub(lambda found: "&lt;" if found[0] == "<" else "&amp;", text.translate(_FREED))
    # Entities hold none of the characters that are looked for.
    return _PAIRED.sub(lambda found: f"&#{ord(found[0])};", text.translate(_ENTITIES))


def escaped_line(line: str) -> str:
    """A line whose inner text is escaped already, for the start of a line: without space before and after it."""
    line = line.strip()
    found = _AT_START.match(line)
    if not found:
        return line
    if found[0].isdigit() or found[0].isdecimal():
        return f"{found[0]}\\{line[found.end() :]}"
    first = found[0]
    return (f"\\{first}" if first in _FIRST_FREED else f"&#{ord(first)};") + line[1:]


def escaped_address(address: str) -> str:
    """The address of a link as it stands between round brackets; empty for one that is not http, https or mailto."""
    try:
        parts = urlsplit(address.strip())
    except ValueError:
        return ""
    is_web = parts.scheme in ("http", "https") and parts.netloc
    if not is_web and not (parts.scheme == "mailto" and parts.path):
        return ""
    return re.sub(r"&(?=#?\w+;)", "&amp;", quote(address.strip(), safe=_MEANT, errors="replace"))


def cleaned(text: str) -> tuple[str, int]:
    """Text with Unix line ends and without control characters, and how many of these there were."""
    text = _LINE_ENDS.sub("\n", text.replace("\r\n", "\n").replace("\r", "\n"))
    return _CONTROL.subn("", text)
