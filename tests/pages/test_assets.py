"""The style sheet and the script: joined whole, without what is for readers of the source, and within their budget."""

import gzip
import re
from pathlib import Path

import pytest

from news_archive.pages import script, style

_ASSETS = Path(__file__).parents[2] / "plugins/news_archive/pages/assets"


@pytest.mark.parametrize(("text", "kind", "most"), [(style(), "css", 6_000), (script(), "js", 3_000)])
def test_asset_is_joined_without_comments_and_within_its_budget(text: str, kind: str, most: int) -> None:
    assert len(gzip.compress(text.encode(), 9)) <= most
    assert not re.search(r"^\s*//|/\*|^[ ]", text, re.MULTILINE)
    for path in (_ASSETS / kind).iterdir():
        for line in path.read_text("utf-8").splitlines():
            if not re.match(r"\s*(//|/\*|\*|$)", line) and "*/" not in line and "/*" not in line:
                assert line.strip() in text, f"{path.name}: {line}"


def test_script_leaves_no_name_behind() -> None:
    assert script().startswith("{\n")
    assert script().rstrip().endswith("}")
    assert not re.search(r"^\s*(var|function) |globalThis|window\.\w+ =", script(), re.MULTILINE)
