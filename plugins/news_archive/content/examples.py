"""What to type for fields that are more than one text: shown where such a field is wrong, and in files that are new."""

from collections.abc import Mapping

EXAMPLES: Mapping[str, str] = {
    "aliases": "[WHO, the Organization]",
    "coordinates": "[46.20, 6.15]",
    "corrections": "[{date: 2016-08-20, text: The number of tents was mended.}]",
    "demonyms": "[Genevan, Genevans]",
    "descriptions": "[{text: A militia, until: 2014}]",
    "line": "[[46.20, 6.15], [46.52, 6.63]]",
    "mentions": "{Geneva: none}",
    "names": "{de: Genf, fr: Genève}",
    "not": "[Geneva Street, Geneva Motor Show]",
    "part_of": "[actors/red-cross]",
    "redirect_from": "[old-folder/old-name]",
    "references": "[{publisher: Name of the outlet, title: Its headline}]",
    "relations": "[{type: ally of, to: actors/red-cross, from: 2015}]",
    "see_also": "[actors/red-cross, places/geneva]",
    "tags": "[ceasefire, aid]",
}
"""The text behind the colon, by field."""
