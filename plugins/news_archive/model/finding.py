"""A problem that an editor should see. Stages return findings; they raise only when they cannot go on."""

from collections.abc import Iterable
from dataclasses import dataclass
from enum import StrEnum


class Severity(StrEnum):
    ERROR = "error"
    """Nothing is built."""
    WARNING = "warning"
    """The site is built, but a strict build fails."""
    INFO = "info"


@dataclass(frozen=True, slots=True, kw_only=True)
class Finding:
    """Where, what is wrong, and what to type instead."""

    rule: str
    """A stable short name, e.g. `date`."""
    severity: Severity
    path: str
    """Relative to the project, with forward slashes."""
    message: str
    line: int | None = None
    """From 1; None where the whole file or folder is meant."""
    field: str | None = None
    others: tuple[str, ...] = ()
    """Paths of further files that it is about, such as the other one of two that clash."""

    @property
    def key(self) -> tuple[str, int, str, str]:
        """The order in which findings are shown."""
        return (self.path, self.line or 0, self.field or "", self.message)

    def __str__(self) -> str:
        """`path:line: field: message`, control characters and lone surrogates shown as escapes."""
        where = f"{self.path}:{self.line}" if self.line else self.path
        field = f"{self.field}: " if self.field else ""
        return printable(f"{where}: {field}{self.message}")


def has_errors(findings: Iterable[Finding]) -> bool:
    return any(finding.severity is Severity.ERROR for finding in findings)


def printable(text: str) -> str:
    """Text that is safe in a terminal and in UTF-8: what cannot be printed is written as an escape."""
    if text.isprintable():
        return text
    return "".join(c if c.isprintable() else c.encode("unicode_escape").decode() for c in text)
