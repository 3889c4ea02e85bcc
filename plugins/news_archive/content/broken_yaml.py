"""What an editor is told about YAML that can't be read: the slip that was most likely made, and what to type instead."""

import re
from collections.abc import Sequence
from dataclasses import dataclass

_HYPHEN_WITHOUT_SPACE = re.compile(r"\s*-(\w.*)")
_ITEM = re.compile(r"\s*- ")
_CLOSING = {"[": "]", "{": "}"}


@dataclass(frozen=True, slots=True, kw_only=True)
class Broken:
    """Where a parser stopped, and why. Lines and columns count from 0."""

    problem: str
    """In the words of LibYAML, and so is `context`."""
    context: str
    lines: Sequence[str]
    begins: tuple[int, int]
    """Line and column of the list, quote or field that could not be read to its end."""
    stops: tuple[int, int]


def explain(broken: Broken) -> str:
    """What is wrong, and what to write."""
    return _of_signs(broken) or _of_lists(broken) or _of_texts(broken)


def _of_signs(broken: Broken) -> str | None:
    """Of tabs, and of signs that no text may begin with."""
    sign = _sign(broken.lines, broken.stops)
    if "a tab" in broken.problem or ("cannot start any token" in broken.problem and sign == "\t"):
        return "this line can't be read: it has a tab. Write spaces for tabs"
    if "cannot start any token" in broken.problem:
        typed = broken.lines[broken.stops[0]][broken.stops[1] :].strip()
        return f"this line can't be read: no text may begin with {sign}. Put the text in quotes: '{typed}'"
    if "directive" in broken.context:
        return "this line can't be read: no line may begin with %. Delete it, or put the text in quotes"
    if "found unexpected ':'" in broken.problem:
        return "there is nothing behind a colon. Write a space and a text behind it, as in mentions: {Geneva: none}"
    return None


def _of_lists(broken: Broken) -> str | None:
    """Of hyphens and brackets that do not make the list that was meant."""
    if "block sequence entries are not allowed" in broken.problem:
        return "a list can't begin behind the colon. Put each `- item` on a line of its own below, or write [one, two]"
    if "simple key" in broken.context and (item := _HYPHEN_WITHOUT_SPACE.match(_line(broken.lines, broken.begins))):
        return f"this line can't be read. Write a space behind the hyphen: `- {item[1].rstrip()}`"
    if "expected key" in broken.problem and _ITEM.match(_line(broken.lines, broken.stops)):
        return (
            "this item of a list stands below a text. Put that text on a line of its own too, as `- item`, all items in "
            "the same column"
        )
    closing = _CLOSING.get(_sign(broken.lines, broken.begins))
    read = "\n".join(broken.lines[broken.begins[0] : broken.stops[0] + 1])
    if "flow" in broken.context and closing and closing not in read:
        return f"a bracket that begins here is not closed. Write {closing} behind the last entry"
    return None


def _of_texts(broken: Broken) -> str:
    problem = broken.problem
    if "quoted" in broken.context and "end of stream" in problem:
        is_single = _sign(broken.lines, broken.begins) == "'"
        inside = (
            "a quote inside it is written twice: 'It''s over'"
            if is_single
            else "a text with such quotes in it stands in single ones: 'The \"last\" day'"
        )
        return f"a quote that begins here is not closed. Close it; {inside}"
    if any(words in problem for words in ("mapping values are not allowed", "expected <block end>", "did not find")):
        return (
            "this line, or the one before it, can't be read. A text with a colon, a quote or a bracket in it needs quotes "
            'around it, as in title: "Geneva: the last days"; and all fields begin in the same column'
        )
    return "this line can't be read. Write one `field: text` a line, with a space behind the colon"


def _line(lines: Sequence[str], at: tuple[int, int]) -> str:
    return lines[at[0]] if at[0] < len(lines) else ""


def _sign(lines: Sequence[str], at: tuple[int, int]) -> str:
    """The character there; empty at the end of a line."""
    return _line(lines, at)[at[1] : at[1] + 1]
