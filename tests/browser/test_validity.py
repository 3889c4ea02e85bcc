"""Every built page is valid HTML."""

import json
import subprocess
from pathlib import Path

_THEIRS: tuple[str, ...] = ()
"""Errors of the theme that can't be mended here, as they begin; each with its reason."""


def test_no_page_has_an_error(folder: Path, vnu: list[str]) -> None:
    command = [*vnu, "--skip-non-html", "--errors-only", "--exit-zero-always", "--format", "json", str(folder)]
    told = subprocess.run(command, capture_output=True, text=True, check=True)
    messages = json.loads(told.stderr)["messages"]
    errors: dict[str, list[str]] = {}
    for message in messages:
        if message["type"] != "info" and not message["message"].startswith(_THEIRS or "-"):
            page = message["url"].removeprefix(folder.as_uri().replace("file://", "file:"))
            errors.setdefault(message["message"], []).append(f"{page}:{message.get('lastLine')}")
    assert {error: f"{len(pages)} times, e.g. {pages[0]}" for error, pages in errors.items()} == {}
