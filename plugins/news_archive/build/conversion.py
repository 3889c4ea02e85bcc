"""Converts bodies to HTML with the site's Markdown extensions.

One converter serves all bodies: making one costs a quarter of a conversion. `reset` is what Python-Markdown
documents for that purpose.
"""

import inspect
from collections.abc import Mapping, Sequence
from pathlib import Path

import markdown

from news_archive.build.plain_text import spare_plain_text


class ConversionError(Exception):
    """A body that the converter can't cope with, such as one that nests too deep."""


class Converter:
    """Holds a Markdown instance with the site's extensions."""

    def __init__(self, extensions: Sequence[str], options: Mapping[str, Mapping[str, object]]) -> None:
        maker = markdown.Markdown()
        made = [maker.build_extension(name, dict(options.get(name, {}))) for name in extensions]
        self._markdown = markdown.Markdown(extensions=made)
        spare_plain_text(self._markdown)
        sources = {inspect.getsourcefile(type(extension)) for extension in made}
        self.code = tuple(Path(path) for path in sorted(path for path in sources if path))
        """The files of the extensions, which may be the site's own and have no version."""
        self.options = repr((list(extensions), sorted((name, dict(values)) for name, values in options.items())))
        """What the extensions were told."""

    def convert(self, body: str) -> str:
        """The HTML, not yet sanitised. Raises ConversionError."""
        self._markdown.reset()
        try:
            return self._markdown.convert(body)
        except RecursionError as error:
            raise ConversionError(
                "lists, quotes or tags are nested too deep to be converted. Nest them less"
            ) from error
