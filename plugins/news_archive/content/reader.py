"""Reads Markdown files with the defaults of their folders: `.meta.yml` says fields for all files below it."""

import re
from collections.abc import Iterable
from pathlib import Path

from news_archive.content.comments import check_comments
from news_archive.content.files import read_text
from news_archive.content.front_matter import Document, split
from news_archive.content.nodes import Mapping, NodeError, parse
from news_archive.model import Finding, Severity

# As git leaves a file that two people changed: three lines of seven signs.
_CONFLICT = re.compile(r"^<{7} .*\n(?:.*\n)*?={7}\n(?:.*\n)*?>{7} ", re.MULTILINE)


class Reader:
    """Reads documents with their folders' defaults; keeps the defaults, and collects findings."""

    def __init__(self, root: Path, defaults: Iterable[str], findings: list[Finding]) -> None:
        self.root = root
        self.findings = findings
        self.defaults = {path.rpartition("/")[0]: self._fields(path) for path in defaults}

    def document(self, path: str, *, needs_fields: bool = True) -> Document | None:
        """The file taken apart, or None after telling why not."""
        text, problems = read_text(self.root, path)
        self.findings += problems
        if problems:
            return None
        if conflict := _CONFLICT.search(text):
            message = (
                "two versions of the file are in it, from `<<<<<<<` to `>>>>>>>`. Keep what is right of both, and "
                "delete these lines and the line `=======`"
            )
            self.findings.append(_wrong("conflict", path, message, text.count("\n", 0, conflict.start()) + 1))
            return None
        try:
            document = split(text, path)
        except NodeError as error:
            self.findings.append(_wrong("front-matter", path, str(error), error.line, error.field))
            return None
        if needs_fields and text.partition("\n")[0].rstrip() != "---":
            message = "the file does not begin with its fields. Write a line `---`, the fields, and a line `---`"
            self.findings.append(_wrong("front-matter", path, message, 1))
            return None
        self.findings += check_comments(document.fields, text.partition("\n")[2], path)
        return document

    def with_defaults(self, document: Document, path: str) -> Mapping:
        """The document's fields, and those of the nearest `.meta.yml` for each that it lacks."""
        items, keys = dict(document.fields.items), dict(document.fields.keys)
        folder = path.rpartition("/")[0] if self.defaults else ""
        while folder:
            if defaults := self.defaults.get(folder):
                items = defaults.items | items
                keys = defaults.keys | keys
            folder = folder.rpartition("/")[0]
        return Mapping(items, keys, document.fields.at)

    def _fields(self, path: str) -> Mapping | None:
        text, problems = read_text(self.root, path)
        self.findings += problems
        if problems:
            return None
        try:
            root = parse(without_closing_line(text), path, 1)
        except NodeError as error:
            self.findings.append(_wrong("front-matter", path, str(error), error.line, error.field))
            return None
        if not isinstance(root, Mapping):
            message = "folder defaults are no list of fields. Write one `field: text` a line"
            self.findings.append(_wrong("front-matter", path, message, root.at.line))
            return None
        return root


def without_closing_line(text: str) -> str:
    """Folder defaults may be written between two lines of hyphens, like front matter."""
    lines = text.rstrip().split("\n")
    return "\n".join(lines[:-1]) if lines[0].rstrip() == lines[-1] == "---" and len(lines) > 1 else text


def _wrong(rule: str, path: str, message: str, line: int, field: str | None = None) -> Finding:
    return Finding(rule=rule, severity=Severity.ERROR, path=path, message=message, line=line, field=field)
