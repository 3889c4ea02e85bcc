"""Markdown, with front matter or without. It stays as it was typed, but for what could act in a browser, for pictures, and
for links that lead nowhere from here.
"""

import re

from news_archive.content.front_matter import split
from news_archive.content.nodes import NodeError, plain
from news_archive.importing.incoming import Incoming, Proposal
from news_archive.importing.markdown_safety import made_safe
from news_archive.importing.plain_text import date_from
from news_archive.importing.problems import ReadError

_TAKEN = frozenset(
    """
    title date source url archived_url author lang description tags genre dateline updated covers retrieved rights
""".split()
)
"""Fields that mean the same in every archive. Others say where a page lay, or name what another archive lists."""

_TITLE = re.compile(
    r"\A\s*(?:# *(?P<hashed>[^\n#][^\n]*?) *#*[ \t]*(?:\n|\Z)|(?P<lined>[^\n#>*-][^\n]*)\n=+[ \t]*(?:\n|\Z))"
)


def read_markdown(text: str, path: str) -> Incoming:
    """The text with what its front matter and its first heading say. Raises ReadError."""
    try:
        document = split(text, path)
    except NodeError as error:
        raise ReadError(path, str(error), error.line, error.field, is_io=False) from error
    values = plain(document.fields)
    told = values if isinstance(values, dict) else {}
    fields = {
        name: Proposal(value=value, because="its front matter")  # type: ignore[arg-type]  # of the taken fields, none holds what has no value
        for name, value in told.items()
        if name in _TAKEN and value is not None
    }
    notes = (
        [f"fields that are not taken over: {', '.join(left)}"] if (left := [n for n in told if n not in _TAKEN]) else []
    )
    body, more = made_safe(document.body)
    body = _with_title(body, fields)
    unsure = {} if "title" in fields else {"title": "there is none in the front matter and no `# heading` on top"}
    if "date" not in fields:
        date, why_not = date_from(path, body.split("\n"))
        if date:
            fields["date"] = date
        elif why_not:
            unsure["date"] = why_not
    return Incoming(path=path, fields=fields, text=body.strip("\n") + "\n", notes=(*notes, *more), unsure=unsure)


def _with_title(body: str, fields: dict[str, Proposal]) -> str:
    """The body without the heading on top that is the title."""
    found = _TITLE.match(body)
    if not found:
        return body
    heading = re.sub(r"\\(?=\W)|[*`]", "", found["hashed"] or found["lined"]).strip()
    title = fields.setdefault("title", Proposal(value=heading, because="the heading on top"))
    return body[found.end() :] if title.value == heading else body
