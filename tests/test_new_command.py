"""`new`: a file in its place with its fields, right as soon as what is marked is filled in."""

import os
import re
import subprocess
import sys
from pathlib import Path

import pytest

_COMMAND = Path(sys.executable).parent / "news-archive"


def _run(folder: Path, *arguments: str) -> subprocess.CompletedProcess[str]:
    environment = {**os.environ, "NO_COLOR": "1", "NO_MKDOCS_2_WARNING": "1"}
    return subprocess.run(
        [_COMMAND, *arguments], cwd=folder, env=environment, capture_output=True, text=True, check=False
    )


def _files(site: Path) -> set[str]:
    return {
        file.relative_to(site).as_posix() for file in site.rglob("*") if file.is_file() and ".cache" not in file.parts
    }


@pytest.mark.parametrize(
    ("arguments", "path"),
    [
        (
            ("article", "Truce: the army's third day", "--date", "2016-08-19", "--source", "NO"),
            "articles/2016/2016-08-19-truce-the-armys-third-day.md",
        ),
        (("article", "Truce", "--date", "2016-08", "--source", "S"), "articles/2016/2016-08-truce.md"),
        (("article", "Truce", "--date", "2016", "--source", "S"), "articles/2016/2016-truce.md"),
        (
            ("article", "Truce", "--date", "2016-08-19T01:30+03:00", "--source", "S: T", "--draft"),
            "articles/2016/2016-08-19-truce.md",
        ),
        (
            ("article", "هدنة", "--date", "2016-08-19", "--source", "S", "--lang", "ar", "--slug", "truce"),
            "articles/2016/2016-08-19-truce.md",
        ),
        (
            ("article", "T", "--date", "2016", "--source", "S", "--url", "https://example.org/a#b"),
            "articles/2016/2016-t.md",
        ),
        (("article", "word " * 40, "--date", "2016", "--source", "S"), f"articles/2016/2016-{'word-' * 15}word.md"),
        (("actor", "Jeff Walter", "--type", "person", "--description", "A captain."), "docs/actors/jeff-walter.md"),
        (("place", "Zürich", "--description", "A city: # 1"), "docs/places/zurich.md"),
        (("term", "barrel bomb", "--description", "A bomb."), "docs/glossary/barrel-bomb.md"),
    ],
)
def test_file_lies_in_its_place_and_is_right_at_once(small_site: Path, arguments: tuple[str, ...], path: str) -> None:
    before = _files(small_site)
    result = _run(small_site, "new", *arguments)
    assert (result.returncode, result.stdout) == (0, f"{path}\n"), result.stderr
    assert _files(small_site) - before == {path}
    assert result.stderr.endswith(
        f"Then: news-archive check {path}\nThen look at it in the browser (`make serve`, if it is not running).\n"
    )
    checked = _run(small_site, "check", "--strict")
    assert checked.returncode == 0, checked.stdout


def test_what_is_not_known_is_marked_and_check_says_what_to_type(small_site: Path) -> None:
    result = _run(small_site, "new", "article", "Truce")
    assert result.stdout == "articles/truce.md\n"
    assert "Fill in line 3: date\nFill in line 4: source\n" in result.stderr
    assert "When the date is there: news-archive rename truce 2016/2016-08-19-truce" in result.stderr
    checked = _run(small_site, "check").stdout
    assert "articles/truce.md:3: date: is empty. Write e.g. `date: 2016-08-19`" in checked
    assert "articles/truce.md:4: source: is empty. Write e.g. `source: Name of the outlet`" in checked
    file = small_site / "articles/truce.md"
    filled = (
        file.read_text().replace("\ndate:", "\ndate: 2016-08-19", 1).replace("\nsource:", "\nsource: Daily Paper", 1)
    )
    file.write_text(filled)
    assert _run(small_site, "check", "--strict").returncode == 0
    assert _run(small_site, "rename", "truce", "2016/2016-08-19-truce").returncode == 0
    assert _run(small_site, "check", "--strict").returncode == 0


def test_every_other_field_stands_as_a_comment_that_can_be_used(small_site: Path) -> None:
    _run(small_site, "new", "article", "Truce", "--date", "2016", "--source", "S")
    file = small_site / "articles/2016/2016-truce.md"
    comments = re.findall(r"^# (\w+):.*?  # \S.*$", file.read_text(), re.MULTILINE)
    assert {"url", "tags", "mentions", "draft", "redirect_from"} <= set(comments)
    assert not {"title", "date", "source"} & set(comments)
    file.write_text(file.read_text().replace("# url:  #", "url: https://example.org/a  #"))
    file.write_text(re.sub(r"^# (\w+):", r"\1:", file.read_text(), flags=re.MULTILINE) + "A truce in Geneva.\n")
    checked = _run(small_site, "check", "--strict")
    assert checked.returncode == 0, checked.stdout


@pytest.mark.parametrize(
    ("what", "path", "comments"),
    [
        (
            ("article", "Truce", "--date", "2016", "--source", "S"),
            "articles/2016/2016-truce.md",
            ["# tags: [ceasefire, aid]  # ", "# mentions: {Geneva: none}  # ", "# url:  # "],
        ),
        (
            ("actor", "A B"),
            "docs/actors/a-b.md",
            ["# aliases: [WHO, the Organization]  # ", "# part_of: [actors/red-cross]  # "],
        ),
        (("place", "A B"), "docs/places/a-b.md", ["# coordinates: [46.20, 6.15]  # "]),
    ],
)
def test_field_of_more_than_one_text_has_an_example(
    small_site: Path, what: tuple[str, ...], path: str, comments: list[str]
) -> None:
    _run(small_site, "new", *what)
    lines = (small_site / path).read_text().split("\n")
    assert [comment for comment in comments if not any(line.startswith(comment) for line in lines)] == []


def test_field_that_the_folder_gives_need_not_be_filled_in(small_site: Path) -> None:
    (small_site / "articles/.meta.yml").write_text("source: Daily Paper\n")
    result = _run(small_site, "new", "article", "Truce", "--date", "2016-08-19")
    assert "Fill in" not in result.stderr
    text = (small_site / result.stdout.strip()).read_text()
    assert "# source:  # articles/.meta.yml says it. The outlet" in text
    assert _run(small_site, "check", "--strict").returncode == 0


def test_folders_are_those_of_the_site(small_site: Path) -> None:
    (small_site / "docs").rename(small_site / "pages")
    (small_site / "articles").rename(small_site / "news")
    (small_site / "mkdocs.yml").write_text(
        "site_name: Small\ntheme: {name: material, font: false}\ndocs_dir: pages\n"
        "plugins: [{news-archive: {articles_dir: news}}]\n"
    )
    assert _run(small_site, "new", "actor", "A B").stdout == "pages/actors/a-b.md\n"
    assert _run(small_site, "new", "article", "A B", "--date", "2016").stdout == "news/2016/2016-a-b.md\n"


@pytest.mark.parametrize(
    ("arguments", "said"),
    [
        (("actor", "YPG"), r"docs/actors/ypg\.md is there already, and stays as it is"),
        (("actor", "الصليب الأحمر"), r"'الصليب الأحمر' has no Latin letter or digit .* --slug"),
        (("actor", "X", "--slug", "Old Town"), r"--slug 'Old Town' can't be .*e\.g\. --slug old-town"),
        (("actor", "X", "--slug", "../x"), r"--slug '\.\./x' can't be"),
        (("actor", "Index"), r"`index` is the address of a list"),
        (("actor", "X", "--date", "2016"), r"an actor has no field `date`. Leave out --date; there are --type"),
        (("article", "X", "--type", "report"), r"an article has no field `type`"),
        (("article", "X", "--date", "May 3"), r"date: 'May 3' is not a date. Write a date such as"),
        (("article", "X", "--url", "example.org"), r"url: 'example\.org' is not a web address"),
        (("article", "X", "--date", "x", "--lang", "English"), r"date: (.|\n)*\nlang: 'English' is not a language"),
        (("article", " "), r"title: is empty"),
        (("article", "A\nB"), r"title: has the control character U\+000A"),
        (("article", os.fsdecode(b"A\xff")), r"title: has a character that is not UTF-8"),
    ],
)
def test_what_makes_no_file_is_refused_with_what_to_type(
    small_site: Path, arguments: tuple[str, ...], said: str
) -> None:
    before = {path: (small_site / path).read_bytes() for path in _files(small_site)}
    result = _run(small_site, "new", *arguments)
    assert result.returncode == 2
    assert re.search(said, result.stderr), result.stderr
    assert {path: (small_site / path).read_bytes() for path in _files(small_site)} == before


@pytest.mark.parametrize("name", ["Y.P.G.", "ypg", "Kobanê", "Kobany", "Ayn al-Arab"])
def test_entity_of_nearly_the_name_is_named(small_site: Path, name: str) -> None:
    (small_site / "docs/places").mkdir()
    (small_site / "docs/places/kobani.md").write_text(
        "---\nname: Kobani\ndescription: A town.\naliases: [Ain al-Arab]\n---\n"
    )
    result = _run(small_site, "new", "term", name)
    assert result.returncode == 0
    assert re.search(r"docs/(actors/ypg|places/kobani)\.md has the name '", result.stderr)


def test_other_names_are_not_told(small_site: Path) -> None:
    assert "has the name" not in _run(small_site, "new", "actor", "YPJ").stderr


def test_symbolic_link_is_not_written_through(small_site: Path, tmp_path_factory: pytest.TempPathFactory) -> None:
    outside = tmp_path_factory.mktemp("outside")
    (small_site / "docs/places").symlink_to(outside)
    result = _run(small_site, "new", "place", "Geneva")
    assert result.returncode == 3
    assert "docs/places/geneva.md: 'places' is a symbolic link" in result.stderr
    assert not list(outside.iterdir())
