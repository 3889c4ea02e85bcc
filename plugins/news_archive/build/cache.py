"""Keeps what was made of a body, under a key that names everything that it was made from.

Nothing is invalidated by hand: a changed input is another key. A cache that is corrupt, stale or of another
version only makes a build slower. Format: SQLite; HTML as it is, the rest as JSON, with a digest; never pickle.
"""

import hashlib
import json
import sqlite3
import sys
from functools import lru_cache
from importlib.metadata import distributions
from pathlib import Path

_FILE = "annotated.sqlite"
# Rows that this many builds' worth of bodies did not need are dropped: going back to another branch stays fast.
_KEPT = 4


class Cache:
    """Values by key: a text, most often HTML, and what else belongs to it. Open it, build, `close` it; without a folder, or where it can't be written, it keeps nothing."""

    def __init__(self, folder: Path | None) -> None:
        self._database = _open(folder) if folder else None
        self._is_empty = self._database is None or not _has_rows(self._database)
        self._used: set[str] = set()
        self._new: dict[str, tuple[str, str]] = {}

    def get(self, key: str) -> tuple[str, object] | None:
        """A body's HTML and what else is known of it, made of JSON's types; None where it is missing or damaged."""
        if self._database is None or self._is_empty:
            return None
        try:
            row = self._database.execute("SELECT html, rest, digest FROM bodies WHERE key = ?", (key,)).fetchone()
        except sqlite3.Error:
            return None
        if row is None:
            return None
        html, rest, digest = row
        if not isinstance(html, str) or not isinstance(rest, str) or digest != digest_of(html, rest):
            return None
        self._used.add(key)
        return html, json.loads(rest)

    def keep(self, key: str) -> None:
        """Count a value as needed by this build, without reading it."""
        self._used.add(key)

    def put(self, key: str, html: str, rest: object) -> None:
        """Keep a body's HTML, and what else is known of it, made of JSON's types."""
        if self._database is not None:
            self._new[key] = html, json.dumps(rest, ensure_ascii=False, separators=(",", ":"))

    def close(self) -> None:
        """Write what is new, in one transaction, and drop what was long not used."""
        if self._database is None:
            return
        try:
            with self._database:
                rows = ((key, html, rest, digest_of(html, rest)) for key, (html, rest) in self._new.items())
                self._database.executemany("INSERT OR REPLACE INTO bodies VALUES (?, ?, ?, ?)", rows)
                self._used |= self._new.keys()
                (count,) = self._database.execute("SELECT count(*) FROM bodies").fetchone()
                if count > _KEPT * len(self._used):
                    self._database.execute("CREATE TEMP TABLE used (key TEXT PRIMARY KEY)")
                    self._database.executemany("INSERT INTO used VALUES (?)", [(key,) for key in sorted(self._used)])
                    self._database.execute("DELETE FROM bodies WHERE key NOT IN (SELECT key FROM used)")
        except sqlite3.Error:
            pass  # another build writes, or the disk is full: the next build makes it again
        finally:
            self._database.close()
            self._database = None


def _open(folder: Path) -> sqlite3.Connection | None:
    """The database; made anew where it is no database, None where it can't be had."""
    try:
        folder.mkdir(parents=True, exist_ok=True)
        (folder / ".gitignore").write_text("*\n", encoding="utf-8")
    except OSError:
        return None
    for _ in range(2):
        try:
            database = sqlite3.connect(folder / _FILE, timeout=5)
            # A cache that is lost in a crash is made again: nothing need reach the disk at once.
            database.execute("PRAGMA page_size = 32768")
            database.execute("PRAGMA journal_mode = MEMORY")
            database.execute("PRAGMA synchronous = OFF")
            database.execute(
                "CREATE TABLE IF NOT EXISTS bodies (key TEXT PRIMARY KEY, html TEXT, rest TEXT, digest TEXT)"
            )
            database.execute("SELECT key, html, rest, digest FROM bodies LIMIT 1").fetchone()
        except sqlite3.OperationalError:
            return None
        except sqlite3.DatabaseError:
            (folder / _FILE).unlink(missing_ok=True)
        else:
            return database
    return None


def _has_rows(database: sqlite3.Connection) -> bool:
    try:
        return database.execute("SELECT 1 FROM bodies LIMIT 1").fetchone() is not None
    except sqlite3.Error:
        return False


def digest_of(*parts: object) -> str:
    """A short digest of texts, and of values whose `repr` tells them apart: numbers, tuples, frozen dataclasses."""
    made = hashlib.blake2b(digest_size=16)
    for part in parts:
        data = (part if isinstance(part, str) else repr(part)).encode("utf-8", "surrogatepass")
        made.update(b"%d:" % len(data))
        made.update(data)
    return made.hexdigest()


@lru_cache(maxsize=4)
def engine_digest(more_code: tuple[Path, ...] = ()) -> str:
    """A digest of our code, of every package that is installed, of Python, and of further files of code."""
    own = Path(__file__).parents[1]
    code = [*sorted(own.rglob("*.py")), *sorted(more_code)]
    packages = sorted({f"{found.name}=={found.version}" for found in distributions()})
    return digest_of(sys.version, packages, [hashlib.blake2b(path.read_bytes()).hexdigest() for path in code])
