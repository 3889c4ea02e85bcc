"""`explain`, `annotations` and `evaluate` as editors and other programs use them."""

import json
import os
import subprocess
import sys
from pathlib import Path

import pytest

_COMMAND = Path(sys.executable).parent / "news-archive"
_PERSON = "---\nname: Jeff Walter\ndescription: A captain.\ntype: person\n---\n"
_TEXT = (
    "---\ntitle: The raid\ndate: 2020-01-02\nsource: S\n{}---\n\n"
    "Capt. Jeff Walter said the YPG left at dawn. Walter spoke to Susan Walter.\n"
)


def _run(folder: Path, *arguments: str) -> subprocess.CompletedProcess[str]:
    environment = {**os.environ, "NO_COLOR": "1", "NO_MKDOCS_2_WARNING": "1"}
    return subprocess.run(
        [_COMMAND, *arguments], cwd=folder, env=environment, capture_output=True, text=True, check=False
    )


@pytest.fixture
def site(small_site: Path) -> Path:
    (small_site / "docs/actors/jeff-walter.md").write_text(_PERSON)
    (small_site / "articles/2020/raid.md").write_text(_TEXT.format(""))
    return small_site


def _outcomes(output: str) -> list[str]:
    """The first line of what is told of each name."""
    return [line for line in output.splitlines() if line and not line.startswith(" ")]


def test_every_name_is_explained_in_the_order_of_the_text(site: Path) -> None:
    result = _run(site, "explain", "articles/2020/raid.md")
    assert result.returncode == 0
    assert _outcomes(result.stdout)[:-1] == [
        "Jeff Walter: linked to Jeff Walter (actors/jeff-walter)",
        "YPG: linked to YPG (actors/ypg)",
        "Walter: linked to Jeff Walter (actors/jeff-walter)",
        "Walter: not linked to Jeff Walter (actors/jeff-walter)",
    ]
    assert "because it is the surname, and the text names 'Jeff Walter' in full" in result.stdout
    assert "because it is somebody else: 'Susan Walter'" in result.stdout


def test_explanation_tells_the_line_that_overrules_a_link(site: Path) -> None:
    result = _run(site, "explain", "raid", "YPG")
    told = "add the line `mentions: {YPG: none}` to the front matter (articles/2020/raid.md, before line 5)"
    assert told in result.stdout
    assert "listed in docs/actors/ypg.md:2" in result.stdout
    (site / "articles/2020/raid.md").write_text(_TEXT.format("mentions: {YPG: none}\n"))
    overruled = _run(site, "explain", "raid", "YPG").stdout
    assert _outcomes(overruled)[:-1] == ["YPG: not linked"]
    assert "delete it: articles/2020/raid.md:5" in overruled


@pytest.mark.parametrize(
    ("name", "told"),
    [
        pytest.param("Geneva", "'Geneva' is not in the text of the article.", id="a name that is not there"),
        pytest.param("dawn", "'dawn' is in the text, and no entity lists it.", id="a word that is no name"),
    ],
)
def test_what_is_no_name_is_explained_as_well(site: Path, name: str, told: str) -> None:
    result = _run(site, "explain", "raid", name)
    assert result.stdout.startswith(told)


def test_an_unlisted_spelling_is_told_whose_it_may_be(site: Path) -> None:
    text = _TEXT.format("").replace("the YPG left", "the men of Jef Woltar left")
    (site / "articles/2020/raid.md").write_text(text)
    told = _run(site, "explain", "raid", "Jef Woltar").stdout
    assert "If it is Jeff Walter ('Jeff Walter'): add `- Jef Woltar` to `aliases` in docs/actors/jeff-walter.md" in told
    assert "add the line `mentions: {Jef Woltar: actors/…}`" in told


def test_an_article_that_is_not_there_is_answered_with_the_nearest(site: Path) -> None:
    result = _run(site, "explain", "2020/rait")
    assert result.returncode == 2
    assert "there is no article '2020/rait'. Did you mean 2020/raid?" in result.stderr


@pytest.mark.parametrize(
    "typed",
    [
        pytest.param("A long day in Geneva", id="its title"),
        pytest.param("long DAY", id="a part of its title"),
        pytest.param("https://news.example/archive/articles/2020/k/", id="the address of its page"),
        pytest.param("http://127.0.0.1:8000/articles/2020/k/#m-actors-ypg-1", id="an address with a mark"),
        pytest.param("file:///tmp/site/articles/2020/k/index.html", id="a page in a folder"),
        pytest.param("http://127.0.0.1:8000/articles/2020/k.html", id="an address of a site without folders"),
    ],
)
def test_an_article_is_called_by_its_title_or_address(site: Path, typed: str) -> None:
    text = _TEXT.format("").replace("The raid", "A long day in Geneva")
    (site / "articles/2020/k.md").write_text(text.replace("YPG", "SDF"))
    result = _run(site, "explain", typed, "SDF")
    assert result.stdout.startswith("SDF: linked to SDF"), result.stderr


def test_a_title_that_several_articles_have_is_not_enough(site: Path) -> None:
    (site / "articles/2020/k.md").write_text(_TEXT.format(""))
    told = _run(site, "explain", "The raid").stderr
    assert "'The raid' may be articles/2020/k.md, articles/2020/raid.md. Write more of the path" in told


@pytest.mark.parametrize("command", ["explain", "annotations"])
def test_a_fault_in_a_file_is_told_before_anything_is_annotated(site: Path, command: str) -> None:
    (site / "articles/2020/k.md").write_text("---\ntitle: T\ndate: 2020-02-30\nsource: S\n---\n")
    result = _run(site, command, "raid")
    assert result.returncode == 1
    assert result.stdout.startswith("ERROR articles/2020/k.md:3: date:")


def test_annotations_are_json_lines_that_point_into_the_text(site: Path) -> None:
    result = _run(site, "annotations")
    rows = [json.loads(line) for line in result.stdout.splitlines()]
    assert [(row["text"], row["entity"]) for row in rows] == [
        ("Jeff Walter", "actors/jeff-walter"),
        ("YPG", "actors/ypg"),
        ("Walter", "actors/jeff-walter"),
    ]
    text = _TEXT.partition("---\n\n")[2]
    assert all(text[row["start"] : row["end"]] == row["text"] and row["block"] == 0 for row in rows)
    assert rows[2] == {
        "article": "2020/raid",
        "block": 0,
        "start": 45,
        "end": 51,
        "text": "Walter",
        "entity": "actors/jeff-walter",
        "reason": {"kind": "surname after full name", "form": "Walter", "evidence": "Jeff Walter"},
        "anchor": "m-actors-jeff-walter-2",
    }


def test_undecided_names_are_annotations_with_candidates(site: Path) -> None:
    (site / "docs/actors/sdf.md").write_text("---\nname: SDF\ndescription: D\naliases: [YPG]\n---\n")
    rows = [json.loads(line) for line in _run(site, "annotations", "raid").stdout.splitlines()]
    assert [row["candidates"] for row in rows if "candidates" in row] == [["actors/sdf", "actors/ypg"]]


def _gold(site: Path, *rows: dict[str, object]) -> Path:
    path = site / "gold.jsonl"
    path.write_text("".join(f"{json.dumps({'article': 'raid', 'nth': 1} | row)}\n" for row in rows))
    return path


def test_evaluation_counts_what_is_right_wrong_and_missed(site: Path) -> None:
    _gold(
        site,
        {"text": "Jeff Walter", "entity": "actors/jeff-walter", "class": "exact"},
        {"text": "YPG", "entity": "actors/sdf", "class": "exact"},
        {"text": "Walter", "nth": 2, "entity": None, "why": "other-person"},
        {"text": "Walter", "nth": 3, "entity": None, "why": "other-person"},
    )
    result = _run(site, "evaluate", "gold.jsonl", "--mistakes")
    assert result.returncode == 0
    all_names = next(line for line in result.stdout.splitlines() if line.startswith("all"))
    assert all_names.split() == ["all", "0.333", "0.500", "0.400", "1", "2", "1"]
    assert "links where a label forbids one: 1" in result.stdout
    assert sorted(line.split()[0] for line in result.stdout.splitlines()[:3]) == ["extra", "trap", "wrong"]


def test_label_that_is_not_in_the_text_fails_with_its_line(site: Path) -> None:
    _gold(site, {"text": "Walter", "nth": 9, "entity": "actors/jeff-walter"})
    result = _run(site, "evaluate", "gold.jsonl")
    assert result.returncode == 1
    assert "gold.jsonl:1: raid has no occurrence 9 of 'Walter'" in result.stderr


@pytest.mark.parametrize(
    ("line", "told"),
    [
        pytest.param("{", "gold.jsonl:1: is no JSON", id="half an object"),
        pytest.param('{"article": "raid", "text": "A", "nth": 0, "entity": null}', "gold.jsonl:1: nth:", id="nth 0"),
        pytest.param('{"article": "raid", "text": "A", "nth": 1}', "gold.jsonl:1: entity:", id="no entity"),
        pytest.param(
            '{"article": "raid", "text": "A", "nth": 1, "entity": null, "clas": "x"}', "clas:", id="a misspelt field"
        ),
    ],
)
def test_gold_file_with_a_fault_is_told_by_line(site: Path, line: str, told: str) -> None:
    (site / "gold.jsonl").write_text(f"{line}\n")
    result = _run(site, "evaluate", "gold.jsonl")
    assert result.returncode == 1
    assert told in result.stdout
    assert "Traceback" not in result.stderr


def test_figures_are_written_between_their_lines_only(site: Path) -> None:
    _gold(site, {"text": "Jeff Walter", "entity": "actors/jeff-walter"})
    page = site / "docs/about.md"
    page.write_text("# About\n\n<!-- figures -->\nold\n<!-- /figures -->\n\nAfter.\n")
    assert _run(site, "evaluate", "gold.jsonl", "--write", "docs/about.md").returncode == 0
    written = page.read_text()
    assert written.startswith("# About\n\n<!-- figures -->\n\nMeasured on 1 text in which")
    assert written.endswith("\n\n<!-- /figures -->\n\nAfter.\n")
    assert "old" not in written
    page.write_text("# About\n")
    refused = _run(site, "evaluate", "gold.jsonl", "--write", "docs/about.md")
    assert refused.returncode == 1
    assert "docs/about.md: the page has no lines <!-- figures --> and <!-- /figures -->" in refused.stderr


def test_a_model_that_is_not_installed_is_a_warning_and_changes_nothing(site: Path) -> None:
    settings = site / "mkdocs.yml"
    plain = _run(site, "annotations").stdout
    settings.write_text(settings.read_text().replace("[news-archive]", "[news-archive: {model: en_none_sm}]"))
    checked = _run(site, "check")
    assert checked.returncode == 0
    assert "WARNING mkdocs.yml:1: model: the language model 'en_none_sm' is not installed" in checked.stdout
    assert _run(site, "annotations").stdout == plain


@pytest.mark.parametrize(
    ("settings", "told"),
    [
        pytest.param("site_name: S\nplugins: [search]\n", "the plugin is not in use", id="without the plugin"),
        pytest.param("site_name: S\nplugins: [none-such]\n", "none-such", id="with a plugin that is not installed"),
    ],
)
def test_a_site_that_can_t_be_used_is_told_without_a_traceback(site: Path, settings: str, told: str) -> None:
    (site / "mkdocs.yml").write_text(settings)
    result = _run(site, "explain", "raid")
    assert result.returncode == 1
    assert told in result.stderr
    assert "Traceback" not in result.stderr


def test_check_tells_of_undecided_names_and_a_strict_one_lets_them_be(site: Path) -> None:
    """In the year 2015 as a whole either of the two may be meant."""
    for name, span in (("old", "until: 2015-03"), ("new", "from: 2015-09")):
        text = f"---\nname: {name} guard\ndescription: D\naliases: [{{text: Border Guard, {span}}}]\n---\n"
        (site / f"docs/actors/{name}-guard.md").write_text(text)
    article = _TEXT.format("").replace("2020-01-02", "2015").replace("the YPG", "the Border Guard")
    (site / "articles/2020/raid.md").unlink()
    (site / "articles/2015").mkdir()
    (site / "articles/2015/raid.md").write_text(article)
    result = _run(site, "check", "--strict")
    assert result.returncode == 0
    assert [line for line in result.stdout.splitlines() if " mentions: " in line] == [
        (
            "INFO articles/2015/raid.md:7: mentions: 'Border Guard' may be actors/new-guard or actors/old-guard, so it is "
            "not linked. Rule on it in the front matter: `mentions: {Border Guard: actors/new-guard}`, or `none`"
        )
    ]


@pytest.mark.parametrize(
    ("text", "name", "told"),
    [
        pytest.param("## Manbij\n\nThe YPG left.\n", "Manbij", "headings, code or links only", id="a heading"),
        pytest.param("The YPG and Walter left.\n", "Walter", "a short name of Jeff Walter", id="a surname alone"),
        pytest.param("See [the YPG](../../docs/actors/ypg.md).\n", "the YPG", "mend the link", id="the author's link"),
    ],
)
def test_what_no_ruling_changes_is_told_as_it_is(site: Path, text: str, name: str, told: str) -> None:
    front = _TEXT.format("").partition("\n\n")[0]
    (site / "articles/2020/raid.md").write_text(f"{front}\n\n{text}")
    assert told in _run(site, "explain", "raid", name).stdout


def test_name_that_is_ruled_out_still_is_somebody_of_that_surname(site: Path) -> None:
    article = _TEXT.format("mentions: {Susan Walter: none}\n") + "Walter left.\n"
    (site / "articles/2020/raid.md").write_text(article)
    rows = [json.loads(line) for line in _run(site, "annotations", "raid").stdout.splitlines()]
    assert [row["text"] for row in rows] == ["Jeff Walter", "YPG", "Walter"]


@pytest.mark.parametrize("meant", ["Jeff Walter", "<id of the entity>", "no one"])
def test_ruling_that_is_no_id_is_an_error(site: Path, meant: str) -> None:
    (site / "articles/2020/raid.md").write_text(_TEXT.format(f'mentions: {{YPG: "{meant}"}}\n'))
    result = _run(site, "check")
    assert result.returncode == 1
    assert f"articles/2020/raid.md:5: mentions: YPG: '{meant}' is not the id of an actor" in result.stdout


@pytest.mark.parametrize(
    ("gold", "told"),
    [
        pytest.param(b'{"article": "raid", "text": "YPG", "nth": 1, "entity": "ypg"}', "whole id", id="a short id"),
        pytest.param(
            b'{"article": "raid", "text": "YPG", "nth": 1, "entity": "actors/ypgg"}',
            "Did you mean actors/ypg?",
            id="an entity that is not there",
        ),
        pytest.param(b'{"article": "n", "text": "YPG", "nth": 1, "entity": null}', "n is no article", id="no article"),
        pytest.param(b"", "has no labels", id="an empty file"),
        pytest.param(b"\xff\xfe", "Save it as UTF-8", id="another encoding"),
    ],
)
def test_gold_that_fits_nothing_is_told_without_a_traceback(site: Path, gold: bytes, told: str) -> None:
    (site / "gold.jsonl").write_bytes(gold)
    result = _run(site, "evaluate", "gold.jsonl")
    assert result.returncode == 1
    assert told in result.stdout + result.stderr
    assert "Traceback" not in result.stderr
