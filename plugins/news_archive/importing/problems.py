"""Why something can't be imported."""

from news_archive.model import Finding, Severity


class ReadError(Exception):
    """A text can't be taken in. `str()` says where, what is wrong, and what to do."""

    def __init__(
        self, path: str, message: str, line: int | None = None, field: str | None = None, *, is_io: bool = True
    ) -> None:
        self.finding = Finding(
            rule="import", severity=Severity.ERROR, path=path, line=line, field=field, message=message
        )
        self.is_io = is_io
        """Whether the file itself can't be read, and not what is in it."""
        super().__init__(str(self.finding))
