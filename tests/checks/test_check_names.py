"""Rules about names: those that two entities claim, those that would link too much, and pages without a description."""

from collections.abc import Mapping
from datetime import date
from pathlib import Path

import pytest

from news_archive.build import Settings, read_archive
from news_archive.content import Places
from news_archive.model import Finding
from news_archive.pages import Addresses, Site

_A = "---\nname: Alpha Force\ndescription: D\n{}\n---\n"
_B = "---\nname: Beta Force\ndescription: D\n{}\n---\n"


def _findings(root: Path, files: Mapping[str, str]) -> tuple[Finding, ...]:
    (root / "articles").mkdir()
    (root / "docs").mkdir()
    for path, text in files.items():
        (root / path).parent.mkdir(parents=True, exist_ok=True)
        (root / path).write_text(text, encoding="utf-8")
    settings = Settings(places=Places(root=root), addresses=Addresses(), today=date(2020, 6, 1), site=Site(name="S"))
    return read_archive(settings).findings


def _two(a: str, b: str) -> dict[str, str]:
    return {"docs/actors/a.md": _A.format(a), "docs/glossary/b.md": _B.format(b)}


@pytest.mark.parametrize(
    ("a", "b"),
    [
        pytest.param("aliases: [SDF]", "aliases: [SDF]", id="one alias of two"),
        pytest.param("aliases: [Beta Force]", "type: group", id="an alias that is another's name"),
        pytest.param("aliases: [safe]", "aliases: [SAFE]", id="a word that may be printed in capitals, and an acronym"),
        pytest.param("aliases: [{text: us, case: any}]", "aliases: [US]", id="a word in any case, and an acronym"),
        pytest.param("aliases: [Sham]", "names: {ar: Sham}", id="a name in another language"),
        pytest.param("aliases: [Sham]", "demonyms: Sham", id="a demonym"),
        pytest.param("aliases: [People's Army]", "aliases: [People’s Army]", id="two kinds of apostrophe"),
        pytest.param("aliases: [Kobani]", 'aliases: ["Koba\\u200bni"]', id="an invisible character"),
        pytest.param("aliases: [{text: SDF, until: 2014}]", "aliases: [SDF]", id="one ends, the other is always valid"),
        pytest.param(
            "aliases: [SDF]", "aliases: [{text: SDF, from: 2014}]", id="one is always valid, the other begins"
        ),
        pytest.param(
            "aliases: [{text: SDF, until: 2014}]", "aliases: [{text: SDF, from: 2014-12}]", id="a month of both"
        ),
        pytest.param(
            "aliases: [{text: SDF, from: 2012, until: 2016}]",
            "aliases: [{text: SDF, from: 2013, until: 2014}]",
            id="one time inside the other",
        ),
    ],
)
def test_a_name_that_two_may_mean_on_one_day_is_told_once_with_both(tmp_path: Path, a: str, b: str) -> None:
    (finding,) = [f for f in _findings(tmp_path, _two(a, b)) if f.rule == "claimed-twice"]
    in_b = 2 if b.startswith("type") else 4
    assert (finding.severity, finding.path, finding.line) == ("warning", "docs/actors/a.md", 4)
    assert f"glossary/b (docs/glossary/b.md:{in_b})" in finding.message
    assert finding.others == ("docs/glossary/b.md",)


@pytest.mark.parametrize(
    ("a", "b"),
    [
        pytest.param("aliases: [ngo]", "aliases: [NGO]", id="a short word, and an acronym"),
        pytest.param(
            "aliases: [{text: Sham, case: exact}]",
            "aliases: [{text: sham, case: exact}]",
            id="other capitals, each as written",
        ),
        pytest.param("aliases: [SDF, SDF, Alpha Force]", "aliases: [SD]", id="twice of one entity"),
        pytest.param("aliases: [Sham]", "not: Sham", id="a longer name that is somebody else"),
        pytest.param("aliases: [Sham]", "aliases: [al-Sham]", id="a part of a name"),
        pytest.param(
            "aliases: [{text: SDF, until: 2014}]", "aliases: [{text: SDF, from: 2015}]", id="one after the other"
        ),
        pytest.param(
            "aliases: [{text: SDF, from: 2015}]",
            "aliases: [{text: SDF, from: 2011, until: 2014-12-31}]",
            id="one before the other, to the day",
        ),
    ],
)
def test_a_name_that_only_one_can_mean_is_no_matter(tmp_path: Path, a: str, b: str) -> None:
    assert _findings(tmp_path, _two(a, b)) == ()


def test_a_name_of_three_names_each_pair_once(tmp_path: Path) -> None:
    third = "---\ndescription: D\nname: SDF\n---\n"
    files = {**_two("aliases: [SDF]", "aliases: [SDF]"), "docs/places/c.md": third}
    first, second = (f for f in _findings(tmp_path, files) if f.rule == "claimed-twice")
    assert "glossary/b (docs/glossary/b.md:4), places/c (docs/places/c.md:3)" in first.message
    assert first.message.startswith("'SDF' ")
    assert (second.path, second.others) == ("docs/glossary/b.md", ("docs/places/c.md",))


@pytest.mark.parametrize(
    ("text", "rule", "line", "field"),
    [
        pytest.param("aliases:\n  - KK\n  - K", "short-name", 6, "aliases", id="one character"),
        pytest.param("demonyms: ك", "short-name", 4, "demonyms", id="one Arabic character"),
        pytest.param("aliases: [2011]", "number-name", 4, "aliases", id="a year"),
        pytest.param("names:\n  ku: '36'", "number-name", 5, "names", id="a number as a name"),
    ],
)
def test_a_name_that_would_be_linked_everywhere_is_remarked(
    tmp_path: Path, text: str, rule: str, line: int, field: str
) -> None:
    (finding,) = _findings(tmp_path, {"docs/actors/a.md": _A.format(text)})
    assert (finding.rule, finding.severity, finding.path) == (rule, "warning", "docs/actors/a.md")
    assert (finding.line, finding.field) == (line, field)


@pytest.mark.parametrize("form", ["M4", "T-72", "17 November", "Q2"])
def test_a_name_with_a_number_in_it_is_a_name(tmp_path: Path, form: str) -> None:
    assert _findings(tmp_path, {"docs/actors/a.md": _A.format(f"aliases: [{form}]")}) == ()


def test_a_longer_name_of_somebody_else_may_be_short(tmp_path: Path) -> None:
    assert _findings(tmp_path, {"docs/actors/a.md": _A.format("not: ['7', K]")}) == ()


@pytest.mark.parametrize("fields", ["type: town", "description:"])
def test_a_page_without_a_description_is_remarked(tmp_path: Path, fields: str) -> None:
    (finding,) = _findings(tmp_path, {"docs/places/a.md": f"---\nname: A Town\n{fields}\n---\n"})
    assert (finding.rule, finding.severity, finding.field) == ("missing-description", "warning", "description")
    assert finding.path == "docs/places/a.md"
