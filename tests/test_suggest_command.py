"""The command `suggest`, on real files."""

import json
from pathlib import Path

import pytest
from click.testing import CliRunner, Result

from news_archive.cli import main

_HEAD = "---\ntitle: The raid\ndate: 2020-01-02\nsource: S\n---\n\n"


def _suggest(site: Path, *arguments: str) -> Result:
    """What the command does in a site. One process for all: spaCy is slow to import."""
    command = ["suggest", "-f", str(site / "mkdocs.yml"), *arguments]
    return CliRunner(env={"NO_COLOR": "1"}).invoke(main, command, catch_exceptions=False)


@pytest.fixture
def site(small_site: Path) -> Path:
    """Two articles with a name that no page covers and a near spelling of a listed one."""
    (small_site / "docs/places").mkdir()
    place = "---\nname: Qamishli\ndescription: A city.\naliases:\n  - al-Qamishli\n---\n"
    (small_site / "docs/places/qamishli.md").write_text(place, encoding="utf-8")
    (small_site / "articles/2020/raid.md").write_text(
        f"{_HEAD}The YPG left Qamishili with President Ann Walter.\n", encoding="utf-8"
    )
    (small_site / "articles/2020/talks.md").write_text(f"{_HEAD}They met Ann Walter in Bern.\n", encoding="utf-8")
    return small_site


def test_text_for_people_has_both_groups_and_what_to_type(site: Path) -> None:
    result = _suggest(site)
    assert (result.exit_code, result.stderr) == (0, "")
    assert result.stdout == (
        "Other names of known entities (1)\n"
        "\n"
        "Qamishili\n"
        "  Qamishli (places/qamishli)? Another spelling of 'Qamishli'; 1 article, once\n"
        "  articles/2020/raid.md:7: The YPG left [Qamishili] with President Ann Walter.\n"
        "  docs/places/qamishli.md:4, in `aliases`:\n"
        "    - Qamishili\n"
        "\n"
        "Names that no page covers (2)\n"
        "\n"
        "Ann Walter\n"
        "  Person? The title 'President' before it; 2 articles, 2 times\n"
        "  articles/2020/raid.md:7: The YPG left Qamishili with President [Ann Walter].\n"
        "  news-archive suggest --write actors/ann-walter\n"
        "\n"
        "Bern\n"
        "  Place? 'in' before it; 1 article, once\n"
        "  articles/2020/talks.md:7: They met Ann Walter in [Bern].\n"
        "  news-archive suggest --write places/bern\n"
        "\n"
    )


def test_nothing_to_suggest_is_said(small_site: Path) -> None:
    result = _suggest(small_site)
    assert result.exit_code == 0
    assert result.stdout.startswith("No suggestions: every proper name in the texts is on a page")


def test_the_limit_goes_for_each_group_and_what_is_left_is_told(site: Path) -> None:
    result = _suggest(site, "--limit", "1")
    assert "Qamishili" in result.stdout
    assert "\nBern\n" not in result.stdout
    assert "… and 1 more. To see them: --limit 0\n" in result.stdout


def test_articles_choose_what_is_shown_and_counts_stay_those_of_the_archive(site: Path) -> None:
    found = json.loads(_suggest(site, "talks", "--format", "json").stdout)
    assert [(one["text"], len(one["articles"])) for one in found] == [("Ann Walter", 2), ("Bern", 1)]


def test_a_draft_is_looked_at_too(site: Path) -> None:
    draft = _HEAD.replace("source: S\n", "source: S\ndraft: true\n")
    (site / "articles/2020/later.md").write_text(f"{draft}They met in Lyon.\n", encoding="utf-8")
    assert [one["text"] for one in json.loads(_suggest(site, "later", "--format", "json").stdout)] == ["Lyon"]


def test_json_has_every_field(site: Path) -> None:
    found = json.loads(_suggest(site, "--format", "json").stdout)
    assert found[0] == {
        "text": "Qamishili",
        "spellings": ["Qamishili"],
        "kind": "place",
        "alias_of": "places/qamishli",
        "id": None,
        "because": "another spelling of 'Qamishli'",
        "articles": ["2020/raid"],
        "times": 1,
        "contexts": [
            {
                "article": "2020/raid",
                "path": "articles/2020/raid.md",
                "line": 7,
                "before": "The YPG left ",
                "name": "Qamishili",
                "after": " with President Ann Walter.",
            }
        ],
        "path": "docs/places/qamishli.md",
        "paste": "- Qamishili",
    }


def test_a_page_is_written_once(site: Path) -> None:
    result = _suggest(site, "--write", "actors/ann-walter")
    assert (result.exit_code, result.stdout) == (0, "docs/actors/ann-walter.md\n")
    assert "Then: " in result.stderr
    text = (site / "docs/actors/ann-walter.md").read_text(encoding="utf-8")
    assert text.startswith("---\nname: Ann Walter\n")
    assert "\ntype: person\n" in text
    again = _suggest(site, "--write", "actors/ann-walter")
    assert again.exit_code == 2
    assert "docs/actors/ann-walter.md is there already, and stays as it is" in again.stderr
    assert (site / "docs/actors/ann-walter.md").read_text(encoding="utf-8") == text


@pytest.mark.parametrize(
    ("id_", "message"),
    [
        pytest.param("brn", "'brn' is no id. Write one such as actors/red-cross", id="no folder"),
        pytest.param("Qamishili", "another name of places/qamishli. Add it to the `aliases` of docs/p", id="an alias"),
        pytest.param("places/bren", "Did you mean places/bern?", id="a slip"),
        pytest.param("places/qamishli", "docs/places/qamishli.md is there already", id="a page that is there"),
        pytest.param("places/nowhere-at-all", "is no page that is suggested", id="nothing like it"),
    ],
)
def test_an_id_that_is_not_suggested_writes_nothing(site: Path, id_: str, message: str) -> None:
    before = sorted(site.glob("docs/**/*"))
    result = _suggest(site, "--write", "actors/ann-walter", "--write", id_)
    assert result.exit_code == 2
    assert message in result.stderr
    assert sorted(site.glob("docs/**/*")) == before


@pytest.mark.parametrize("typed", ["Ann Walter", "ann  walter"])
def test_a_name_that_is_suggested_stands_for_its_id(site: Path, typed: str) -> None:
    assert _suggest(site, "--write", typed).stdout == "docs/actors/ann-walter.md\n"


def test_of_a_name_without_a_kind_the_ids_are_told(site: Path) -> None:
    (site / "articles/2020/talks.md").write_text(f"{_HEAD}They saw Bern.\n", encoding="utf-8")
    told = _suggest(site, "--write", "Bern").stderr
    assert "nothing says what 'Bern' is. Write actors/bern, places/bern or glossary/bern" in told


def test_a_name_without_a_kind_goes_into_the_folder_that_is_typed(site: Path) -> None:
    (site / "articles/2020/talks.md").write_text(f"{_HEAD}They saw Bern.\n", encoding="utf-8")
    assert "--write actors/bern   (or places/…, glossary/…)" in _suggest(site).stdout
    assert _suggest(site, "--write", "places/bern").stdout == "docs/places/bern.md\n"


def test_what_is_written_is_no_longer_suggested(site: Path) -> None:
    _suggest(site, "--write", "places/bern")
    (site / "docs/places/bern.md").write_text("---\nname: Bern\ndescription: A city.\n---\n", encoding="utf-8")
    assert [one["text"] for one in json.loads(_suggest(site, "--format", "json").stdout)] == ["Qamishili", "Ann Walter"]
