"""Puts a new site in the place of the old one, whole or not at all.

The new site is made in a folder beside the live one, on the same file system, and takes its place by
renaming. Between two renamings there is a moment without a site; a kill in that moment leaves the old one
under its `.old` name, from where the next run puts it back.
"""

import os
import shutil
import tempfile
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path


@contextmanager
def publish(live: Path) -> Iterator[Path]:
    """A folder to build into. It becomes `live` when the block ends well, and is removed when it does not."""
    live = live.absolute()
    live.parent.mkdir(parents=True, exist_ok=True)
    old = live.with_name(f".{live.name}.old")
    if old.exists() and not live.exists():
        old.rename(live)
    for stale in live.parent.glob(f".{live.name}.new-*"):
        shutil.rmtree(stale, ignore_errors=True)
    staging = Path(tempfile.mkdtemp(prefix=f".{live.name}.new-", dir=live.parent))
    staging.chmod(0o755)
    try:
        yield staging
        _swap(staging, live, old)
    except BaseException:
        shutil.rmtree(staging, ignore_errors=True)
        raise


def _swap(staging: Path, live: Path, old: Path) -> None:
    os.sync()
    if old.exists():
        shutil.rmtree(old)
    if live.exists():
        live.rename(old)
    staging.rename(live)
    if old.exists():
        shutil.rmtree(old)
