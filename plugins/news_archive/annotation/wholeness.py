"""Law 4: the author's text is sacred. Checked for every body that marks were woven into, in every build."""

import re

from news_archive.annotation.tokens import unescape

_TAG = re.compile(r'<[a-z/](?:[^>"]|"[^"]*")*>')


class TextChangedError(Exception):
    """Weaving changed the visible text. This is a defect of the engine, never of an article."""

    def __init__(self, before: str, after: str) -> None:
        at = next(
            (i for i, (a, b) in enumerate(zip(before, after, strict=False)) if a != b), min(len(before), len(after))
        )
        super().__init__(f"the visible text was changed: {before[at : at + 40]!r} became {after[at : at + 40]!r}")


def visible_text(html: str) -> str:
    """The text of sanitised HTML, with or without marks: everything outside tags."""
    return unescape(_TAG.sub("", html))


def check_text_unchanged(before: str, after: str) -> str:
    """The visible text of both. Raises TextChangedError unless two HTML texts show the same characters."""
    if (old := visible_text(before)) != (new := visible_text(after)):
        raise TextChangedError(old, new)
    return old
