"""A server that keeps its pages while the archive has an error, and says on each of them what is wrong.

MkDocs alone answers no request until the error is mended: whoever edits sees a browser that waits.
"""

import logging
from collections.abc import Callable
from pathlib import Path

from mkdocs.exceptions import MkDocsException

from news_archive.pages.assets import LENS_PROBLEMS

_OURS = "news_archive: "
_NOTHING_WRITTEN = "listed above"


def keeping_pages(build: Callable[[], None], root: Path) -> Callable[[], None]:
    """The build of a server whose pages lie in `root`, which does not fail while there are pages of the build before.

    What it would have failed with is written where the lens looks for it.
    """

    def build_or_tell() -> None:
        gathered = _Gathered()
        logger = logging.getLogger("mkdocs")
        logger.addHandler(gathered)
        try:
            build()
        except MkDocsException:
            if not (root / "index.html").is_file():
                raise
            (root / LENS_PROBLEMS).write_text("\n".join(gathered.messages()), encoding="utf-8")
        finally:
            logger.removeHandler(gathered)

    return build_or_tell


class _Gathered(logging.Handler):
    """Keeps what is told while a build runs."""

    def __init__(self) -> None:
        super().__init__(logging.WARNING)
        self._records: list[logging.LogRecord] = []

    def emit(self, record: logging.LogRecord) -> None:
        self._records.append(record)

    def messages(self) -> list[str]:
        """The errors; where there are none, for a strict site, the warnings."""
        errors = [record for record in self._records if record.levelno >= logging.ERROR] or self._records
        texts = [record.getMessage().removeprefix(_OURS) for record in errors]
        return [text for text in texts if _NOTHING_WRITTEN not in text] or texts
