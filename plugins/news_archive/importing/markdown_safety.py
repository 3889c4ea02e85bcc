"""Somebody else's Markdown without what could act in a browser, without pictures, and without links that lead nowhere from
here. Code stays as it is: nothing in it is markup. Everything takes a time in proportion to the text.
"""

import re
from bisect import bisect_right
from collections import Counter
from collections.abc import Iterator, Mapping

_FENCE = re.compile(r"`{3,}|~{3,}")
_OPENING_FENCE = re.compile(r"(`{3,}|~{3,}) *[\w+-]*\s*")
_CODE_SPAN = re.compile(r"(?<![`\\])`[^`\n]+`(?!`)")
_PARAGRAPHS = re.compile(r"(\n[ \t]*\n)")
_DECLARATION = re.compile(r"<[!?][^<>]*>")
_ACTIVE = re.compile(r"<!--|<(script|style|iframe|object|svg|template|noscript)\b", re.IGNORECASE)
_ENDS = {
    name: re.compile(rf"</{name}\s*>", re.IGNORECASE)
    for name in ("script", "style", "iframe", "object", "svg", "template", "noscript")
} | {None: re.compile("-->")}
_INCLUDED = re.compile(r"(?<=8)<(?=-)")
_IMAGE = re.compile(r"!\[(?:[^\[\]]|\[[^\[\]]*\])*\](?:\([^()\n]*(?:\([^()\n]*\)[^()\n]*)*\)|\[[^\]\n]*\])")
_IMAGE_TAG = re.compile(r"(?i)<img\b[^>]*>")
_PICTURE_SIGN = re.compile(r"(?<!\\)!(?=\[)")
_BREAK = re.compile(r"(?i)<br\s*/?>")
_BLOCK_TAG = re.compile(
    r"(?i)</?(?:address|article|aside|blockquote|center|dd|div|dl|dt|figcaption|figure|footer|form|h[1-6]|header|hr|li|main|nav|ol|p|pre|section|table|tr|ul)(?=[\s/>])[^>]*>"
)
_TAG = re.compile(r"</?[A-Za-z][\w-]*(?:\s[^<>]*)?/?>")
_OPENING = re.compile(r"<(?=[A-Za-z/!?])(?!https?://[^<>\s]*>|mailto:[^<>\s]*>|[^<>\s@:/]+@[^<>\s]+>)")
_ATTRIBUTES = re.compile(r"\{:[^{}\n]*\}|\{[^{}\n]*\bon\w+\s*=[^{}\n]*\}")
_LINK = re.compile(
    r"(?<!\\)\[(?P<words>(?:[^\[\]]|\[[^\[\]]*\])*)\]\(\s*<?(?P<to>[^()\s<>]*(?:\([^()\s]*\)[^()\s<>]*)*)>?"
    r"""(?:\s+(?:"[^"\n]*"|'[^'\n]*'))?\s*\)|\]\("""
)
# Where links lead that only name it; also in lists and quotes.
_DEFINITION = re.compile(r"(?m)^([ \t>*+.:\d-]*)\[(?!\^)(?=[^\[\]\n]*\]:[ \t]*\n?[ \t>]*<?(?P<to>\S*))")
_PASSES = 5
_WEB = re.compile(r"(?i)(?:https?://|mailto:)")


def made_safe(body: str) -> tuple[str, tuple[str, ...]]:
    """The body without raw HTML, pictures and links to anything but the web and mail; and what was left out."""
    left_out: Counter[str] = Counter()
    body = _INCLUDED.sub("&lt;", body)
    # What is left out can make a fence, a tag or a link of what stood around it.
    for _ in range(_PASSES):
        before = body
        body = "".join(text if is_code else _safe(text, left_out) for text, is_code in _by_code(body))
        if body == before:
            break
    return body, tuple(_told(left_out))


def _by_code(body: str) -> Iterator[tuple[str, bool]]:
    """The body in pieces, and whether each is code: between fences, or between backticks on one line."""
    for text, is_fenced in _by_fences(body):
        if is_fenced:
            yield text, True
            continue
        for paragraph in _PARAGRAPHS.split(text):
            yield from _by_spans(paragraph)


def _by_spans(paragraph: str) -> Iterator[tuple[str, bool]]:
    """Backticks that are not all pairs on a line may mean anything: then nothing of the paragraph counts as code."""
    at = 0
    if "`" not in _CODE_SPAN.sub("", paragraph):
        for code in _CODE_SPAN.finditer(paragraph):
            yield paragraph[at : code.start()], False
            yield code[0], True
            at = code.end()
    yield paragraph[at:], False


def _by_fences(body: str) -> Iterator[tuple[str, bool]]:
    lines = body.splitlines(keepends=True)
    closings: dict[str, list[int]] = {}
    for number, line in enumerate(lines):
        if _FENCE.fullmatch(line.rstrip()):
            closings.setdefault(line.rstrip(), []).append(number)
    number = begin = 0
    while number < len(lines):
        opening = _OPENING_FENCE.fullmatch(lines[number])
        ends = closings.get(opening[1], []) if opening else []
        after = bisect_right(ends, number)
        if after < len(ends):
            yield "".join(lines[begin:number]), False
            begin = ends[after] + 1
            yield "".join(lines[number:begin]), True
            number = begin
        else:
            number += 1
    yield "".join(lines[begin:]), False


def _without_active(text: str, left_out: Counter[str]) -> str:
    """Without scripts, styles and comments that have an end. What has none loses its tags further on."""
    pieces, at, unclosed = [], 0, set[str | None]()
    for found in _ACTIVE.finditer(text):
        kind = found[1].lower() if found[1] else None
        if found.start() < at or kind in unclosed:
            continue
        end = _ENDS[kind].search(text, found.end())
        if end:
            pieces.append(text[at : found.start()])
            at = end.end()
            left_out["script"] += 1
        else:
            unclosed.add(kind)
    return "".join([*pieces, text[at:]])


def _safe(text: str, left_out: Counter[str]) -> str:
    text = _DECLARATION.sub("", _without_active(text, left_out))
    text = _counted(_IMAGE, "", _counted(_IMAGE_TAG, "", text, left_out, "picture"), left_out, "picture")
    text = _counted(_BLOCK_TAG, "\n\n", _BREAK.sub("  \n", text), left_out, "tag")
    text = _counted(_TAG, "", text, left_out, "tag")
    text = _OPENING.sub("&lt;", _ATTRIBUTES.sub("", text))

    def kept(found: re.Match[str]) -> str:
        if found["to"] is None:
            return "]\\("
        if _WEB.match(found["to"]) and found["words"].strip():
            return found[0]
        left_out["link"] += bool(found["words"].strip())
        return found["words"]

    def defined(found: re.Match[str]) -> str:
        return found[0] if _WEB.match(found["to"]) else f"{found[1]}\\["

    return _PICTURE_SIGN.sub(r"\\!", _DEFINITION.sub(defined, _LINK.sub(kept, text)))


def _counted(pattern: re.Pattern[str], by: str, text: str, left_out: Counter[str], what: str) -> str:
    text, times = pattern.subn(by, text)
    left_out[what] += times
    return text


_NAMES: Mapping[str, tuple[str, str]] = {
    "script": ("a script, style or comment", "scripts, styles and comments"),
    "picture": ("a picture", "pictures"),
    "tag": ("an HTML tag; its words stayed", "HTML tags; their words stayed"),
    "link": (
        "a link that leads nowhere from here; its words stayed",
        "links that lead nowhere from here; their words stayed",
    ),
}


def _told(left_out: Mapping[str, int]) -> Iterator[str]:
    for what, (one, many) in _NAMES.items():
        if times := left_out.get(what, 0):
            yield f"left out: {one if times == 1 else f'{times} {many}'}"
