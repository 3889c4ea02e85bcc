"""What is refused or remarked in the Markdown of a body before it is converted."""

import re
from collections.abc import Iterator

from news_archive.model import Finding, Severity

_MAX_OPEN = 2_000
_BLANK = re.compile(r"\n[ \t]*\n")


def check_body(body: str, path: str, first_line: int) -> Iterator[Finding]:
    """Findings about a body whose first line is line `first_line` of the file at `path`.

    Thousands of unclosed brackets in one paragraph keep the Markdown converter busy for minutes.
    """
    for opening, closing in (("[", "]"), ("<", ">")):
        if body.count(opening) <= _MAX_OPEN:
            continue
        start = 0
        for blank in [*_BLANK.finditer(body), None]:
            end = blank.start() if blank else len(body)
            open_ = body.count(opening, start, end) - body.count(closing, start, end)
            if open_ > _MAX_OPEN:
                yield Finding(
                    rule="flood",
                    severity=Severity.ERROR,
                    path=path,
                    line=first_line + body.count("\n", 0, start),
                    message=f"this paragraph has {open_:,} unclosed {opening!r}; {_MAX_OPEN:,} are allowed. "
                    "Delete what was pasted by mistake",
                )
            start = blank.end() if blank else end
