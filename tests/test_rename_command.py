"""`rename`: the file moves, and whatever named it means the same afterwards; all of it or nothing."""

import difflib
import os
import subprocess
import sys
from collections.abc import Mapping
from pathlib import Path

import pytest

from news_archive.build.move import RenameError
from news_archive.build.renaming import Renaming, plan_renaming
from news_archive.content.changes import write_changes
from news_archive.mkdocs_plugin import open_desk

_COMMAND = Path(sys.executable).parent / "news-archive"
_ARTICLE = "---\ntitle: T\ndate: 2020-01-02\nsource: S\n{}---\n\n{}\n"
_SITE = {
    "mkdocs.yml": "site_name: Small\ntheme: {name: material, font: false}\nplugins: [news-archive]\n",
    "docs/index.md": "# Home\n",
    "docs/actors/ypg.md": "---\nname: YPG\ndescription: A militia.\npart_of: sdf\n---\n\nSee [the SDF](sdf.md).\n",
    "docs/actors/sdf.md": "---\nname: SDF\ndescription: An alliance.\nsee_also: [ypg]  # its core\n---\n",
    "docs/places/kobani.md": "---\nname: Kobani\ndescription: A town.\n---\n",
    "docs/glossary/siege.md": (
        "---\nname: siege\ndescription: A siege.\nrelations:\n  - {type: by, to: 'actors/ypg', from: 2014}\n---\n"
    ),
    "articles/2020/raid.md": _ARTICLE.format('mentions: {Units: "ypg"}\n', "The YPG and its Units left Kobani."),
    "articles/2020/truce.md": _ARTICLE.format("", "A truce after [the raid](raid.md#m-actors-ypg-1). SDF."),
}


def _write(folder: Path, files: Mapping[str, str | bytes]) -> Path:
    for path, text in files.items():
        (folder / path).parent.mkdir(parents=True, exist_ok=True)
        (folder / path).write_bytes(text if isinstance(text, bytes) else text.encode())
    return folder


@pytest.fixture
def site(tmp_path: Path) -> Path:
    return _write(tmp_path, _SITE)


def _files(site: Path) -> dict[str, bytes]:
    return {
        file.relative_to(site).as_posix(): file.read_bytes()
        for file in site.rglob("*")
        if file.is_file() and ".cache" not in file.parts
    }


def _run(folder: Path, *arguments: str) -> subprocess.CompletedProcess[str]:
    environment = {**os.environ, "NO_COLOR": "1", "NO_MKDOCS_2_WARNING": "1"}
    return subprocess.run(
        [_COMMAND, *arguments], cwd=folder, env=environment, capture_output=True, text=True, check=False
    )


def _plan(site: Path, old: str, new: str) -> Renaming:
    desk = open_desk(site / "mkdocs.yml")
    return plan_renaming(desk.archive, desk.settings, old, new)


def _renamed(site: Path, old: str, new: str) -> dict[str, bytes]:
    write_changes(site, _plan(site, old, new).changes)
    return _files(site)


def _changed_lines(before: Mapping[str, bytes], after: Mapping[str, bytes], moved: Mapping[str, str]) -> dict[str, str]:
    """Of each changed file, the lines that are new, without their line ends."""
    lines: dict[str, str] = {}
    for path, text in before.items():
        now = after[moved.get(path, path)]
        if now != text:
            old, new = (one.decode().splitlines(keepends=True) for one in (text, now))
            lines[path] = "|".join(line[2:].strip() for line in difflib.ndiff(old, new) if line.startswith("+ "))
    return lines


def test_every_reference_and_link_to_an_entity_changes_and_nothing_else(site: Path) -> None:
    before = _files(site)
    result = _run(site, "rename", "actors/ypg", "actors/protection-units")
    assert result.returncode == 0, result.stderr
    after = _files(site)
    assert set(before) - set(after) == {"docs/actors/ypg.md"}
    assert _changed_lines(before, after, {"docs/actors/ypg.md": "docs/actors/protection-units.md"}) == {
        "docs/actors/ypg.md": "redirect_from: actors/ypg",
        "docs/actors/sdf.md": "see_also: [protection-units]  # its core",
        "docs/glossary/siege.md": "- {type: by, to: 'actors/protection-units', from: 2014}",
        "articles/2020/raid.md": 'mentions: {Units: "protection-units"}',
        "articles/2020/truce.md": "A truce after [the raid](raid.md#m-actors-protection-units-1). SDF.",
    }
    assert result.stdout.splitlines() == [
        "docs/actors/ypg.md → docs/actors/protection-units.md",
        "docs/actors/protection-units.md:5: + redirect_from: actors/ypg",
        'articles/2020/raid.md:5: "ypg" → "protection-units"',
        "articles/2020/truce.md:7: raid.md#m-actors-ypg-1 → raid.md#m-actors-protection-units-1",
        "docs/actors/sdf.md:4: ypg → protection-units",
        "docs/glossary/siege.md:5: 'actors/ypg' → 'actors/protection-units'",
    ]
    assert _run(site, "check", "--strict").returncode == 0


def test_dry_run_shows_the_same_and_writes_nothing(site: Path) -> None:
    before = _files(site)
    dry = _run(site, "rename", "actors/ypg", "actors/protection-units", "--dry-run")
    assert _files(site) == before
    assert "Nothing is written yet" in dry.stderr
    assert dry.stdout == _run(site, "rename", "actors/ypg", "actors/protection-units").stdout


@pytest.mark.parametrize(
    "old", ["2020/raid", "raid", "articles/2020/raid.md", "./articles/2020/raid.md", "2020/raid.md"]
)
@pytest.mark.parametrize("new", ["2021/attack", "articles/2021/attack.md"])
def test_article_is_named_by_its_id_or_file(site: Path, old: str, new: str) -> None:
    plan = _plan(site, old, new)
    assert (plan.move.owner.path, plan.move.new_path) == ("articles/2020/raid.md", "articles/2021/attack.md")


@pytest.mark.parametrize("new", ["attack", "2020/attack", "articles/2020/attack"])
def test_name_without_a_folder_stays_in_its_folder(site: Path, new: str) -> None:
    assert _plan(site, "raid", new).move.new_path == "articles/2020/attack.md"


def test_article_keeps_its_old_address_and_its_own_links(site: Path) -> None:
    text = _ARTICLE.format(
        "", "[a](truce.md) [b](../../docs/actors/ypg.md) [c](#top) [d](p.png) [e](raid.md)\n\n[f]: ../places/kobani.md"
    )
    text = text.replace("../places", "../../places")
    _write(site, {"articles/2020/raid.md": text, "articles/2020/p.png": b"\x89PNG"})
    after = _renamed(site, "2020/raid", "2020/deep/attack")
    moved = after["articles/2020/deep/attack.md"].decode()
    assert "redirect_from: articles/2020/raid\n---" in moved
    assert (
        "[a](../truce.md) [b](../../../docs/actors/ypg.md) [c](#top) [d](../p.png) [e](attack.md)\n\n"
        "[f]: ../../../places/kobani.md" in moved
    )
    assert "[the raid](deep/attack.md#m-actors-ypg-1)" in after["articles/2020/truce.md"].decode()
    assert _run(site, "check", "--strict").returncode == 0


def test_slug_of_an_article_stays_its_address(site: Path) -> None:
    """In the same folder the address is the same, so nothing leads to it from elsewhere."""
    _write(site, {"articles/2020/raid.md": _ARTICLE.format("slug: fight\n", "The YPG.")})
    assert b"redirect_from" not in _renamed(site, "2020/raid", "2020/attack")["articles/2020/attack.md"]
    assert b"redirect_from: articles/2020/fight\n" in _renamed(site, "attack", "2021/attack")["articles/2021/attack.md"]


def test_name_that_differs_in_capitals_alone_leaves_no_redirect(site: Path) -> None:
    """It would be the page's own address where case does not count."""
    result = _run(site, "rename", "2020/raid", "2020/Raid")
    assert "to some file systems they are the same" in result.stderr
    assert "redirect_from" not in (site / "articles/2020/Raid.md").read_text()
    assert _run(site, "check", "--strict").returncode == 0


def test_reference_with_escaped_characters_is_found(site: Path) -> None:
    _write(site, {"docs/places/kobani.md": '---\nname: Kobani\ndescription: A town.\nsee_also: "\\x79pg"\n---\n'})
    assert b'see_also: "units"' in _renamed(site, "ypg", "units")["docs/places/kobani.md"]


def test_draft_that_was_never_published_leaves_no_redirect(site: Path) -> None:
    draft = _ARTICLE.format("draft: true\n", "![p](p.png)")
    _write(site, {"articles/2020/raid.md": draft, "articles/2020/p.png": b"\x89PNG"})
    (site / "articles/2020/truce.md").unlink()
    moved = _renamed(site, "2020/raid", "2021/attack")["articles/2021/attack.md"].decode()
    assert moved == draft.replace("(p.png)", "(../2020/p.png)")


def test_name_may_be_taken_back(site: Path) -> None:
    before = _files(site)
    _renamed(site, "actors/ypg", "actors/units")
    after = _renamed(site, "actors/units", "actors/ypg")
    assert _changed_lines(before, after, {}) == {"docs/actors/ypg.md": "redirect_from: actors/units"}
    assert _run(site, "check", "--strict").returncode == 0


def test_short_reference_that_would_mean_another_is_written_in_full(site: Path) -> None:
    """`siege` meant the term alone; once there is an actor of that name, it no longer does."""
    _write(site, {"docs/places/kobani.md": "---\nname: Kobani\ndescription: A town.\nsee_also: siege\n---\n"})
    after = _renamed(site, "actors/ypg", "actors/siege")
    assert b"see_also: glossary/siege\n" in after["docs/places/kobani.md"]
    assert b"see_also: [actors/siege]" in after["docs/actors/sdf.md"]
    assert _run(site, "check", "--strict").returncode == 0


@pytest.mark.parametrize(
    ("path", "typed", "expected"),
    [
        ("docs/about.md", "[a](actors/ypg.md)", "[a](actors/units.md)"),
        ("docs/about.md", "[a](./actors/ypg.md 'T')", "[a](./actors/units.md 'T')"),
        ("docs/about.md", "[a](<actors/ypg.md#top>)", "[a](<actors/units.md#top>)"),
        ("docs/about.md", "[a][b]\n\n[b]: actors/ypg.md?x=1", "[a][b]\n\n[b]: actors/units.md?x=1"),
        ("docs/about.md", "<a class='x' href=\"actors/ypg.md\">A</a>", "<a class='x' href=\"actors/units.md\">A</a>"),
        ("docs/about.md", "[a](actors/yp%67.md)", "[a](actors/units.md)"),
        ("docs/about.md", "`[a](actors/ypg.md)`", None),
        ("docs/about.md", "[a](https://example.org/actors/ypg.md)", None),
        ("docs/about.md", "[a](actors/ypgs.md) [b](places/ypg.md) ypg actors/ypg", None),
        ("docs/places/kobani.md", "[a](../actors/ypg.md)", "[a](../actors/units.md)"),
        ("articles/2020/truce.md", "[a](../../actors/ypg.md)", "[a](../../actors/units.md)"),
        ("articles/2020/truce.md", "[a](../../docs/actors/ypg.md)", "[a](../../docs/actors/units.md)"),
    ],
)
def test_links_are_followed_as_they_were_typed(site: Path, path: str, typed: str, expected: str | None) -> None:
    head = "# About\n" if path == "docs/about.md" else _SITE[path].rpartition("---\n")[0] + "---\n"
    _write(site, {path: f"{head}\n{typed}\n"})
    after = _renamed(site, "actors/ypg", "actors/units")
    assert after[path].decode() == f"{head}\n{expected or typed}\n"


def test_references_of_a_folders_defaults_change_too(site: Path) -> None:
    _write(site, {"docs/places/.meta.yml": "---\nsee_also: [ypg]\n---\n"})
    assert _renamed(site, "ypg", "units")["docs/places/.meta.yml"] == b"---\nsee_also: [units]\n---\n"


def test_line_ends_and_byte_order_mark_stay(site: Path) -> None:
    text = '\ufeff---\r\nname: SDF\r\ndescription: "An alliance"\r\nsee_also:\r\n  - ypg # core\r\n---\r\n\r\n[a](ypg.md)\r\n'
    own = "---\r\nname: YPG\r\ndescription: A militia.\r\n---\r\n"
    _write(site, {"docs/actors/sdf.md": text, "docs/actors/ypg.md": own})
    after = _renamed(site, "ypg", "units")
    assert after["docs/actors/sdf.md"].decode() == text.replace("ypg", "units")
    assert after["docs/actors/units.md"].decode() == own.replace(
        "militia.\r\n", "militia.\r\nredirect_from: actors/ypg\r\n"
    )


def test_menu_is_left_to_the_editor_and_told(site: Path) -> None:
    menu = _SITE["mkdocs.yml"] + "nav:\n  - index.md\n  - Militia: actors/ypg.md\n"
    _write(site, {"mkdocs.yml": menu})
    result = _run(site, "rename", "ypg", "units")
    assert "mkdocs.yml:6: change actors/ypg.md to actors/units.md yourself" in result.stderr
    assert (site / "mkdocs.yml").read_text() == menu


@pytest.mark.parametrize(
    ("old", "new", "said"),
    [
        ("actors/ypg", "actors/sdf", r"docs/actors/sdf\.md is there already"),
        ("actors/ypg", "actors/ypg", r"'actors/ypg' is its name already"),
        ("actors/ygp", "actors/x", r"there is no 'actors/ygp'. Did you mean actors/ypg\?"),
        ("actors/ypg", "people/ypg", r"'people/ypg' is no place for actors/ypg"),
        ("actors/ypg", "../ypg", r"'\.\./ypg' is no place"),
        ("actors/ypg", "articles/ypg", r"'articles/ypg' is no place"),
        ("actors/ypg", "actors/index", r"is no place"),
        ("actors/ypg", "actors/Y P G", r"'Y P G' can't be an id and an address. Write e\.g\. y-p-g"),
        ("actors/ypg", "actors/../places/x", r"can't be an id"),
        ("2020/raid", "../raid", r"'\.\.' can't be part of a file's name"),
        ("2020/raid", "2020/index", r"'index' can't be part"),
        ("2020/raid", "2020/a b", r"'a b' can't be part"),
        ("2020/raid", "2020/truce", r"articles/2020/truce\.md is there already"),
        ("2020/raid", "2020/old", r"would have the address of articles/2020/truce\.md \(its redirect_from\)"),
        ("2020/raid", "2020/Truce", r"would have the address of articles/2020/truce\.md"),
        ("places/kobani", "actors/kobani", r"coordinates.*there is no such field"),
    ],
)
def test_name_that_can_not_be_is_refused_and_nothing_changes(site: Path, old: str, new: str, said: str) -> None:
    truce = _ARTICLE.format("redirect_from: articles/2020/old\n", "SDF.")
    town = "---\nname: Kobani\ndescription: A town.\ncoordinates: [36.9, 38.3]\n---\n"
    _write(site, {"articles/2020/truce.md": truce, "docs/places/kobani.md": town})
    before = _files(site)
    with pytest.raises(RenameError, match=said):
        _plan(site, old, new)
    assert _files(site) == before


@pytest.mark.parametrize("old", ["actors/ypg", "docs/actors/ypg.md", "ypg"])
def test_name_of_before_is_answered_with_the_name_of_now(site: Path, old: str) -> None:
    _renamed(site, "actors/ypg", "actors/protection-units")
    with pytest.raises(RenameError, match=f"there is no '{old}': it is actors/protection-units now"):
        _plan(site, old, "actors/x")


def test_name_of_an_article_before_is_answered_with_the_name_of_now(site: Path) -> None:
    _renamed(site, "2020/raid", "2020/attack")
    with pytest.raises(RenameError, match="there is no '2020/raid': it is 2020/attack now"):
        _plan(site, "2020/raid", "2020/x")


def test_another_kind_is_told_with_its_fields_and_done(site: Path) -> None:
    result = _run(site, "rename", "glossary/siege", "places/siege")
    assert "A term becomes a place; fields of a place alone: `coordinates`, " in result.stderr
    assert (result.returncode, (site / "docs/places/siege.md").exists()) == (0, True)
    assert "becomes" not in _run(site, "rename", "places/siege", "places/siege-of-kobani").stderr


def test_how_git_shows_it_is_told_after_writing(site: Path) -> None:
    told = "git add -A && git diff --cached -M"
    assert told not in _run(site, "rename", "ypg", "units", "--dry-run").stderr
    assert told in _run(site, "rename", "ypg", "units").stderr


def test_fields_that_another_folder_gives_are_told(site: Path) -> None:
    _write(site, {"articles/2020/.meta.yml": "rights: CC BY\n"})
    with pytest.raises(RenameError, match="would have another `rights` there"):
        _plan(site, "2020/raid", "2021/raid")


def test_fields_in_braces_can_not_take_a_redirect_and_are_left(site: Path) -> None:
    _write(site, {"docs/actors/ypg.md": "---\n{name: YPG, description: A militia.}\n---\n"})
    before = _files(site)
    with pytest.raises(RenameError, match=r"docs/actors/ypg\.md is written in a way that can't be changed safely"):
        _plan(site, "ypg", "units")
    assert _files(site) == before


def test_archive_with_an_error_is_not_changed(site: Path) -> None:
    _write(site, {"docs/actors/broken.md": "---\nname: [\n---\n"})
    before = _files(site)
    result = _run(site, "rename", "ypg", "units")
    assert result.returncode == 1
    assert "docs/actors/broken.md" in result.stdout
    assert _files(site) == before
