"""Options of the test run. Fixtures live beside the tests that use them."""

from pathlib import Path

import pytest
from hypothesis import settings

# How long an example takes says nothing about whether it is right.
settings.register_profile("archive", deadline=None)
settings.load_profile("archive")


def pytest_addoption(parser: pytest.Parser) -> None:
    parser.addoption(
        "--golden-write",
        action="store_true",
        help="write the expected results of the golden files anew; review the difference",
    )


_SMALL_SITE = {
    "mkdocs.yml": "site_name: Small\ntheme: {name: material, font: false}\nplugins: [news-archive]\n",
    "docs/index.md": "# Home\n",
    "docs/actors/ypg.md": "---\nname: YPG\ndescription: A militia.\npart_of: sdf\n---\n",
    "docs/actors/sdf.md": "---\nname: SDF\ndescription: An alliance.\n---\n",
    "articles/2020/raid.md": "---\ntitle: The raid\ndate: 2020-01-02\nsource: S\n---\n\nThe YPG left at dawn.\n",
}


@pytest.fixture
def small_site(tmp_path: Path) -> Path:
    """The folder of a site without a fault: one article and two entities."""
    for path, text in _SMALL_SITE.items():
        (tmp_path / path).parent.mkdir(parents=True, exist_ok=True)
        (tmp_path / path).write_text(text, encoding="utf-8")
    return tmp_path
