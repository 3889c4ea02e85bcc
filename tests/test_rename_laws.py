"""What holds for every renaming: annotations differ by the id only, what was right stays right, other bytes stay."""

import os
import re
from collections.abc import Mapping
from pathlib import Path

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from news_archive.build import annotate_archive
from news_archive.build.renaming import plan_renaming
from news_archive.checks import as_records
from news_archive.content.changes import write_changes
from news_archive.mkdocs_plugin import Desk, open_desk
from news_archive.model import Severity

_SETTINGS = b"site_name: Small\ntheme: {name: material, font: false}\nplugins: [news-archive]\n"
_ARTICLE = "---\ntitle: T\ndate: 2020-01-02\nsource: S\n{}---\n\n{}\n"
_IDS = ("actors/a", "actors/b", "places/a", "places/c", "glossary/b", "glossary/d")
_NEW = ("actors/c", "actors/d", "actors/b-2", "places/b", "places/e/a", "places/d", "glossary/a", "glossary/c")
_NEW_ARTICLES = ("2020/z", "2021/one", "2020/deep/two", "2020/deep/deeper/a")


def _write(folder: Path, files: Mapping[str, bytes]) -> Path:
    for path, text in files.items():
        (folder / path).parent.mkdir(parents=True, exist_ok=True)
        (folder / path).write_bytes(text)
    return folder


def _files(site: Path) -> dict[str, bytes]:
    return {
        file.relative_to(site).as_posix(): file.read_bytes()
        for file in site.rglob("*")
        if file.is_file() and ".cache" not in file.parts
    }


@st.composite
def _archives(draw: st.DrawFn) -> dict[str, bytes]:
    """Entities of which some share the last part of their id, that refer and link to each other in all ways."""
    ids = draw(st.lists(st.sampled_from(_IDS), min_size=2, unique=True))
    last = [id_.rpartition("/")[2] for id_ in ids]
    articles = ["2020/one", "2020/two", "2021/x"]
    files: dict[str, bytes] = {"mkdocs.yml": _SETTINGS, "docs/index.md": b"# Home\n"}

    def reference() -> str:
        id_ = draw(st.sampled_from(ids))
        short = id_.rpartition("/")[2]
        typed = short if last.count(short) == 1 and draw(st.booleans()) else id_
        return draw(st.sampled_from(["{}", "'{}'", '"{}"'])).format(typed)

    def link(source: str) -> str:
        target = draw(st.sampled_from([*(f"{id_}.md" for id_ in ids), *(f"articles/{id_}.md" for id_ in articles)]))
        if source.startswith("articles/") and not target.startswith("articles/") and draw(st.booleans()):
            target = f"docs/{target}"
        path = os.path.relpath(target, os.path.dirname(source) or ".")  # noqa: PTH120  # of addresses, not files
        return draw(st.sampled_from(["[l]({})", "[l](<{}#top> 'T')", '<a href="{}">l</a>', "`[l]({})`"])).format(path)

    def put(path: str, text: str) -> None:
        line_end = draw(st.sampled_from(["\n", "\r\n"]))
        bom = draw(st.sampled_from([b"", b"\xef\xbb\xbf"]))
        files[path] = bom + text.replace("\n", line_end).encode()

    for number, id_ in enumerate(ids):
        see = draw(st.sampled_from(["see_also: [{}]  # é\n", "see_also:\n  - {}\n", "see_also: {}\n", ""]))
        fields = f"name: Name {'ABCDEF'[number]}x\ndescription: D.\n" + see.format(reference())
        put(f"docs/{id_}.md", f"---\n{fields}---\n\n\U0001f600 {link(f'{id_}.md')}.\n")
    for id_ in articles:
        ruling = draw(st.sampled_from(["mentions: {{It: {}}}\n", ""])).format(reference())
        text = f"It and Name Ax, Name Bx, {link(f'articles/{id_}.md')} {link(f'articles/{id_}.md')}."
        put(f"articles/{id_}.md", _ARTICLE.replace("2020-01-02", f"{id_[:4]}-01-02").format(ruling, text))
    return files


def _state(desk: Desk) -> tuple[list[str], list[str]]:
    """What is found in all articles, and what is wrong."""
    archive = annotate_archive(desk.archive, desk.workshop)
    records = [str(record) for article in archive.articles for record in as_records(article)]
    problems = [f.rule for f in (*desk.archive.findings, *archive.findings) if f.severity is not Severity.INFO]
    return records, problems


def _with_other_id(records: list[str], old: str, new: str) -> list[str]:
    anchor, new_anchor = (f"'m-{id_.replace('/', '-')}-" for id_ in (old, new))
    return [re.sub(rf"{anchor}(\d+')", rf"{new_anchor}\1", r.replace(f"'{old}'", f"'{new}'")) for r in records]


@settings(max_examples=20, suppress_health_check=[HealthCheck.too_slow, HealthCheck.data_too_large])
@given(_archives(), st.data())
def test_annotations_differ_by_the_id_only_and_nothing_is_wrong_that_was_right(
    tmp_path_factory: pytest.TempPathFactory, files: dict[str, bytes], data: st.DataObject
) -> None:
    site = _write(tmp_path_factory.mktemp("site"), files)
    desk = open_desk(site / "mkdocs.yml")
    entities, articles = list(desk.archive.library.entities), [a.id for a in desk.archive.library.articles]
    old = data.draw(st.sampled_from([*map(str, entities), *map(str, articles)]))
    names = _NEW if old in entities else _NEW_ARTICLES
    # Another kind of entity is annotated by other rules, and another year is no longer that of the date.
    folder = old.partition("/")[0]
    free = [name for name in names if name.startswith(f"{folder}/") and name not in (*entities, *articles)]
    new = data.draw(st.sampled_from([*free, f"{folder}/q"]))
    records, problems = _state(desk)
    plan = plan_renaming(desk.archive, desk.settings, old, new)
    write_changes(site, plan.changes)
    new_records, new_problems = _state(open_desk(site / "mkdocs.yml"))
    assert sorted(new_records) == sorted(_with_other_id(records, old, new))
    assert sorted(new_problems) == sorted(problems)
    after = _files(site)
    told = {(line.path, line.line) for line in plan.lines}
    for path, was in files.items():
        if path == plan.move.owner.path:
            assert path not in after
        else:
            was_lines, now_lines = was.split(b"\n"), after[path].split(b"\n")
            assert len(was_lines) == len(now_lines)
            for number, (one, other) in enumerate(zip(was_lines, now_lines, strict=True), 1):
                assert (one != other) == ((path, number) in told), (path, number)
    assert not [path for path in after if re.search(r"/\.[^/]*$", path)]
