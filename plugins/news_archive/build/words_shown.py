"""What readers of the site see of a Markdown body, before there is a page of it."""

from news_archive.annotation import read, sanitise
from news_archive.build.conversion import ConversionError, Converter


def words_shown(converter: Converter, body: str) -> list[str] | None:
    """The words, in their order, without those that extensions add; None for a body that can't be converted."""
    try:
        reading = read(sanitise(converter.convert(body)).html)
    except ConversionError:
        return None
    return " ".join(block.text for block in reading.blocks).replace("\ufffc", "").split()
