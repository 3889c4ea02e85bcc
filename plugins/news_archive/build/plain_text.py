"""Spares plain text the search for inline markup.

Python-Markdown tries some twenty patterns on every paragraph, link text and emphasis. Most text of news has
none of the characters that any of them begins with; there the search is left out, which saves two fifths of a
conversion. The result is the same: a property test compares the two.
"""

import re

from markdown import Markdown
from markdown.treeprocessors import InlineProcessor
from markdown.util import AtomicString

# What each of Python-Markdown's own patterns, and of its extensions that sites commonly use, can't do without.
_SIGNS = {
    "backtick": "`",
    "escape": r"\\",
    "reference": r"\[",
    "link": r"\[",
    "image_link": r"\[",
    "image_reference": r"\[",
    "short_reference": r"\[",
    "short_image_ref": r"\[",
    "autolink": "<",
    "automail": "<",
    "linebreak": "  \n",
    "html": "<",
    "entity": "&",
    "not_strong": "[*_]",
    "em_strong": "[*_]",
    "em_strong2": "_",
    "footnote": r"\[",
}
_SEARCH = "_InlineProcessor__handleInline"
"""Python-Markdown's method that searches a text; where a later version has none, nothing is spared."""


# Something of every kind of markup, each in a paragraph of its own so that none lends another its sign.
_PROBE = r"""plain

*a*

_b_

**c**

__d__

`e` \*f\*

[g](h) ![i](j)

<b>k</b> &amp; <l@example.org> <https://example.org>

* m * _ n _
"""


def spare_plain_text(converter: Markdown) -> None:
    """Make a converter leave the search out.

    One with a pattern that is not known here stays as it is, and so does one of a version of Python-Markdown whose
    patterns have other signs.
    """
    known = [name for name in _SIGNS if name in converter.inlinePatterns]
    if len(known) < len(converter.inlinePatterns) or not hasattr(InlineProcessor, _SEARCH):
        return
    thorough = converter.treeprocessors["inline"]
    expected = converter.convert(_PROBE)
    signs = re.compile("|".join(sorted({_SIGNS[name] for name in known})))
    converter.treeprocessors.register(_Sparing(converter, signs), "inline", 20)
    if converter.reset().convert(_PROBE) != expected:
        converter.treeprocessors.register(thorough, "inline", 20)
    converter.reset()


class _Sparing(InlineProcessor):
    """Searches a text only if it has a sign of markup."""

    def __init__(self, converter: Markdown, signs: re.Pattern[str]) -> None:
        super().__init__(converter)
        self._signs = signs

    def _InlineProcessor__handleInline(self, data: str, patternIndex: int = 0) -> str:  # noqa: N802, N803  # Python-Markdown's names
        if patternIndex == 0 and not isinstance(data, AtomicString) and not self._signs.search(data):
            return data
        searched: str = getattr(super(), _SEARCH)(data, patternIndex)
        return searched
