"""What the front matter of a plain page may say to the theme, which prints it as it stands."""

from collections.abc import Callable, Iterator, Mapping
from datetime import date
from typing import NamedTuple

from markupsafe import escape

_IN_WORDS = ("title", "description", "author")
"""Fields that the theme prints wherever it likes."""


class _Expected(NamedTuple):
    type: type | tuple[type, ...]
    example: str


_EXPECTED = {
    "template": _Expected(str, "own.html"),
    "icon": _Expected(str, "material/home"),
    "hide": _Expected((str, list), "[toc]"),
    "search": _Expected(Mapping, "{exclude: true}"),
}
"""Fields that the theme looks into: with a value of another kind it can't draw the page."""
_FILES = {"template": "{}", "icon": ".icons/{}.svg"}
"""Fields that name a file of the theme's or of the site's own templates, and how."""


def for_theme(fields: Mapping[str, object]) -> dict[str, object]:
    """The fields as the theme may print them: every text escaped.

    Title, description and author are texts, or not there where they are empty.
    """
    safe = {str(escape(name)): _escaped(value) for name, value in fields.items()}
    for name in _IN_WORDS:
        safe.pop(name, None)
        if words := in_words(fields.get(name)):
            safe[name] = escape(words)
    if "template" in safe:
        safe["template"] = fields["template"]  # names a file and is not printed
    return safe


def misfits(fields: Mapping[str, object], has_file: Callable[[str], bool]) -> Iterator[tuple[str, str]]:
    """Name of each field that the theme can't use, and an example of what it can.

    `has_file` tells whether there is such a file among the templates.
    """
    for name, expected in _EXPECTED.items():
        if name not in fields:
            continue
        value = fields[name]
        is_missing = name in _FILES and not has_file(_FILES[name].format(value))
        if not isinstance(value, expected.type) or is_missing:
            yield name, expected.example


def is_searched(fields: Mapping[str, object]) -> bool:
    """Whether a search may find the page: `search: {exclude: true}` says that it may not."""
    search = fields.get("search")
    return not (isinstance(search, Mapping) and search.get("exclude"))


def in_words(value: object) -> str | None:
    """A field as one text, not escaped: `[Jo, Al]` -> `Jo, Al`. None where it is empty."""
    text = ", ".join(map(str, value)) if isinstance(value, list) else str(value if value is not None else "")
    return text.strip() or None


def _escaped(value: object) -> object:
    """The value with all texts in it escaped; what YAML has besides numbers, dates and these becomes a text."""
    match value:
        case None | bool() | int() | float() | date():
            return value
        case Mapping():
            return {_escaped(key): _escaped(inner) for key, inner in value.items()}
        case list():
            return [_escaped(inner) for inner in value]
        case _:
            return escape(str(value))
