"""What a decision depends on besides names is part of the cache's key: a fact that changes makes the article anew."""

from pathlib import Path

import pytest

from news_archive.build import annotate_archive
from news_archive.mkdocs_plugin import open_desk

_ENTITIES = {
    "actors/walter": "name: Jeff Walter\ntype: person\ndescription: A captain",
    "actors/moor": "name: Anna Moor\ntype: person\ndescription: A minister",
    "actors/dockers": "name: Dockers of Bergen\ndescription: A union\npart_of: [places/bergen-norway]",
    "places/norway": "name: Norway\ntype: country\ndescription: A country",
    "places/bergen-norway": "name: Bergen\ntype: city\ndescription: A city\npart_of: [places/norway]",
    "places/bergen-limburg": "name: Bergen\ntype: town\ndescription: A town",
    "places/venlo": "name: Venlo\ntype: city\ndescription: A city\ncoordinates: [51.4, 6.2]",
    "places/arcen-north": "name: Arcen\ntype: village\ndescription: A village\ncoordinates: [60.0, 10.0]",
    "places/arcen-south": "name: Arcen\ntype: village\ndescription: A village\ncoordinates: [51.5, 6.2]",
    "glossary/pump": "name: water pump\ntype: tool\ndescription: A tool",
}
_FRONT = "---\ntitle: T\ndate: 2020-01-02\nsource: S\n---\n\n"
_TEXT = (
    "Jeff Walter left. Walter met Minister Moor and the Dockers of Bergen in Bergen with water pumps.\n\n"
    "They came from Venlo and Arcen.\n"
)


@pytest.fixture
def archive(tmp_path: Path) -> Path:
    (tmp_path / "articles").mkdir()
    (tmp_path / "docs").mkdir()
    (tmp_path / "docs/index.md").write_text("# Home\n")
    (tmp_path / "mkdocs.yml").write_text(
        "site_name: S\ntheme: {name: material, font: false}\nplugins: [news-archive]\n"
    )
    for id_, fields in _ENTITIES.items():
        path = tmp_path / f"docs/{id_}.md"
        path.parent.mkdir(exist_ok=True)
        path.write_text(f"---\n{fields}\n---\n")
    (tmp_path / "articles/a.md").write_text(_FRONT + _TEXT)
    return tmp_path


def _names(archive: Path) -> list[tuple[str, str]]:
    """Each name of the article, with what it means."""
    desk = open_desk(archive / "mkdocs.yml")
    (article,) = annotate_archive(desk.archive, desk.workshop).articles
    mentions = [(mention.span, mention.text, str(mention.entity)) for mention in article.mentions]
    undecided = [(a.span, a.text, " or ".join(a.candidates)) for a in article.ambiguities]
    return [(text, meant) for _, text, meant in sorted([*mentions, *undecided])]


@pytest.mark.parametrize(
    ("file", "old", "new"),
    [
        pytest.param("docs/actors/walter.md", "type: person", "type: firm", id="a type: no surnames"),
        pytest.param("docs/actors/moor.md", "A minister", "A baker", id="a description: another title"),
        pytest.param("docs/actors/dockers.md", "bergen-norway", "bergen-limburg", id="what an entity belongs to"),
        pytest.param("docs/places/arcen-south.md", "51.5, 6.2", "10.0, 6.2", id="where a place lies"),
        pytest.param("docs/glossary/pump.md", "type: tool", "type: law", id="a type: no plural"),
        pytest.param("articles/a.md", "source: S", "source: S\nlang: de", id="the article's language"),
    ],
)
def test_fact_that_changes_decides_anew(archive: Path, file: str, old: str, new: str) -> None:
    before = _names(archive)
    assert _names(archive) == before
    path = archive / file
    path.write_text(path.read_text().replace(old, new))
    after = _names(archive)
    assert after != before
    (archive / ".cache/news-archive/annotated.sqlite").unlink()
    assert _names(archive) == after
