"""Converts bodies to HTML with the site's Markdown extensions.

One converter serves all bodies: making one costs a quarter of a conversion. `reset` is what Python-Markdown
documents for that purpose.
"""

from collections.abc import Mapping, Sequence

import markdown


class ConversionError(Exception):
    """A body that the converter can't cope with, such as one that nests too deep."""


class Converter:
    """Holds a Markdown instance with the site's extensions."""

    def __init__(
        self, extensions: Sequence[str | markdown.Extension], options: Mapping[str, Mapping[str, object]]
    ) -> None:
        self._markdown = markdown.Markdown(
            extensions=list(extensions), extension_configs={name: dict(values) for name, values in options.items()}
        )

    def convert(self, body: str) -> str:
        """The HTML, not yet sanitised. Raises ConversionError."""
        self._markdown.reset()
        try:
            return self._markdown.convert(body)
        except RecursionError as error:
            raise ConversionError(
                "lists, quotes or tags are nested too deep to be converted. Nest them less"
            ) from error
