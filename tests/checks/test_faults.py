"""Seeded faults: one mistake in an archive without any, and exactly the finding that it should give."""

from collections.abc import Callable, Mapping

import pytest

from news_archive.checks import RULES, severities_of
from news_archive.model import Finding

Check = Callable[..., list[Finding]]

_SDF, _YPG, _DAVIS = "docs/actors/sdf.md", "docs/actors/ypg.md", "docs/actors/davis.md"
_KOBANI, _TRUCE = "docs/places/kobani.md", "docs/glossary/truce.md"
_OWN, _REPORT, _YEAR = (f"articles/2016/{name}.md" for name in ("2016-08-19-truce", "2016-09-02-report", "undated"))
_NEW = "articles/2016/new.md"
_HEAD = "---\ntitle: N\ndate: 2016-10-01\nsource: P\nrights: R\nurl: https://p.example/n\narchived_url: https://a.example/1\n"
_TEXT = """
The town council met in the old library yesterday evening to discuss whether several bridges across the northern
canal should finally be repaired before winter, because engineers reported dangerous cracks beneath both central
pillars after measuring vibrations throughout September. Neighbouring municipalities promised additional equipment,
although their representatives complained about missing contributions towards earlier reconstruction programmes.
"""

_FAULTS = [
    # What makes a file unreadable.
    ("front-matter", {_YPG: ("name: People's", "name: : People's")}, _YPG, 2, "needs quotes around it"),
    ("front-matter", {_NEW: "No fields.\n"}, _NEW, 1, "does not begin with its fields"),
    ("field", {_REPORT: ("url: https://paper.example/a\na", "url: paper\na")}, _REPORT, 6, "is not a web address"),
    ("field", {_KOBANI: ("[36.89, 38.35]", "[96.89, 38.35]")}, _KOBANI, 6, "latitude 96.89"),
    ("missing-field", {_REPORT: ("source: Some Paper\nr", "r")}, _REPORT, 2, "is missing"),
    ("missing-field", {_OWN: ("{publisher: P, title: Two, d", "{title: Two, d")}, _OWN, 14, "`publisher` is missing"),
    ("cut-off", {_YEAR: ("title: A year", "title: Bridge #1 reopened")}, _YEAR, 2, "'Bridge #1 reopened'"),
    ("cut-off", {_YPG: ("part_of: sdf", "part_of: [sdf #2\n]")}, _YPG, 4, "'#2' is not read"),
    ("unknown-reference", {_YPG: ("part_of: sdf", "part_of: sfd")}, _YPG, 4, "Did you mean"),
    ("unknown-reference", {_OWN: ("{Manbij: none}", "{Manbij: nobody}")}, _OWN, 11, "there is no 'nobody'"),
    ("cycle", {_YPG: ("part_of: sdf", "part_of: ypg")}, _YPG, 4, "part of itself"),
    ("file", {"docs/run.js": "x"}, "docs/run.js", 1, "are not published"),
    ("file-suffix", {"docs/About.MD": "# About\n"}, "docs/About.MD", 1, "Rename the file to end in .md"),
    ("id", {"docs/actors/Big Name.md": "---\nname: Big\ndescription: D\n---\n"}, "docs/actors/Big Name.md", 1, "big-name"),
    ("flood", {_YEAR: ("Nothing", "[" * 2001)}, _YEAR, 9, "2,001 unclosed"),
    ("address", {_YEAR: ("title: A year", "title: A year\nslug: 2016-09-02-report")}, _YEAR, 3, "same address"),
    ("redirect", {_YEAR: ("title: A year", "title: A year\nredirect_from: actors/sdf")}, _YEAR, 3, "is the address of"),
    ("conflict", {_YEAR: ("Nothing", "<<<<<<< HEAD\nAll\n=======\nNothing\n>>>>>>> other\n")}, _YEAR, 10, "Keep what is right"),
    ("file", {"articles/2016/a.md~": "x"}, "articles/2016/a.md~", 1, "a copy that a program left. Delete it"),
    ("file-suffix", {"articles/2016/a.md.txt": "x"}, "articles/2016/a.md.txt", 1, "Rename the file to end in .md"),
    ("field", {_SDF: ("{type: rival of, to: ypg}", "{type: rival of, to: ypg, from: 2016, until: 2015}")}, _SDF, 15, "'rival of' is valid until 2015"),
    ("field", {_KOBANI: ("[36.89, 38.35]", "36.89, 38.35")}, _KOBANI, 6, "latitude first: [46.20, 6.15]"),
    ("field", {_SDF: ("  - SDF\n", "  - SDF\n  -\n")}, _SDF, 7, "an entry that is empty"),
    ("field", {_OWN: ("2016-08-16/2016-08-20", "2016-08-16 – 2016-08-20")}, _OWN, 6, "has no slash"),
    # Fields.
    ("run-together", {_KOBANI: ("aliases: [Kobanî]", "aliases: Kobanî, Ain al-Arab")}, _KOBANI, 7, "Write [Kobanî, Ain al-Arab]"),
    ("run-together", {_KOBANI: ("[Kobanî]", "[Kobanî; Ain al-Arab]")}, _KOBANI, 7, "Write [Kobanî, Ain al-Arab]"),
    ("stray-article", {"docs/a.md": _HEAD + "---\n"}, "docs/a.md", 2, "Move it to the folder of the articles"),
    ("unknown-field", {_YPG: ("website:", "web:")}, _YPG, 9, "there is no such field"),
    ("unknown-field", {_SDF: ("{text: QSD, from: 2018}", "{text: QSD, since: 2018}")}, _SDF, 8, "Did you mean `from`?"),
    ("unknown-field", {_SDF: ('"Hêzên", from', '"Hêzên", since')}, _SDF, 10, "Did you mean `from`?"),
    ("unknown-field", {_SDF: ("not: [", "not_phrases: [")}, _SDF, 9, "no such field"),
    ("missing-description", {_YPG: ("description: A militia\n", "")}, _YPG, 1, "Say in one line"),
    ("descriptions-overlap", {_YPG: ("from: 2015", "from: 2013")}, _YPG, 5, "both true on one day"),
    ("stray-entity", {"docs/people/jo.md": "---\nname: Jo\naliases: [J. O.]\n---\n"}, "docs/people/jo.md", 2, "Move it"),
    ("stray-entity", {"docs/hall.md": "---\ncoordinates: [1, 2]\nname: Hall\n---\n"}, "docs/hall.md", 3, "`coordinates`"),
    # References.
    ("duplicate-reference", {_YPG: ("part_of: sdf", "part_of: [sdf, actors/sdf]")}, _YPG, 4, "'actors/sdf' stands twice"),
    ("duplicate-reference", {_SDF: ("see_also: [ypg,", "see_also: [kobani,")}, _SDF, 11, "first on line 11"),
    ("duplicate-reference", {_SDF: ("from: 2018}\n  - {type: r", "from: 2015, until: 2016}\n  - {type: r")}, _SDF, 14, "line 13"),
    ("duplicate-reference", {_OWN: ("title: Two", "title: One")}, _OWN, 14, "first on line 13"),
    ("self-reference", {_SDF: ("see_also: [ypg,", "see_also: [sdf,")}, _SDF, 11, "this page itself"),
    ("self-reference", {_SDF: ("rival of, to: ypg", "rival of, to: sdf")}, _SDF, 15, "this page itself"),
    # Dates.
    ("future-date", {"articles/2021/a.md": _HEAD.replace("2016-10-01", "2021-01-01") + "---\n"}, "articles/2021/a.md", 3, "after"),
    ("future-date", {_YEAR: ("title: A year", "title: A year\nretrieved: 2206")}, _YEAR, 3, "Check the year"),
    ("folder-year", {_YEAR: ("date: 2016", "date: 2015")}, _YEAR, 3, "not in the year of the folder 2016/"),
    ("file-date", {_REPORT: ("date: 2016-09-02", "date: 2016-09-03")}, _REPORT, 3, "the file's name, 2016-09-02"),
    ("file-date", {_REPORT: ("date: 2016-09-02", "date: 2016-08")}, _REPORT, 3, "the file's name, 2016-09-02"),
    ("date-order", {_OWN: ("updated: 2016-09", "updated: 2016-07")}, _OWN, 7, "before the article's date"),
    ("date-order", {_OWN: ("retrieved: 2016", "retrieved: 2015")}, _OWN, 8, "before the article's date"),
    ("date-order", {_OWN: ("2016-08-20\nupdated: 2016-09", "2016-08-21\nlang: en")}, _OWN, 6, "can't tell of it"),
    # Where an article comes from.
    ("archived-url", {_YEAR: ("https://archive.ph/aB3dE", "https://paper.example/b")}, _YEAR, 7, "the same as `url`"),
    ("archived-url", {_REPORT: ("/web/20160903/", "/web/*/")}, _REPORT, 7, "no copy in web.archive.org"),
    ("archived-url", {_YEAR: ("https://archive.ph/aB3dE", "https://archive.ph/")}, _YEAR, 7, "no copy in archive.ph"),
    ("unarchived-url", {_YEAR: ("archived_url: https://archive.ph/aB3dE\n", "")}, _YEAR, 6, "Add `archived_url`"),
    ("tracking-code", {_REPORT: ("example/a\na", "example/a?id=1&utm_source=x#top\na")}, _REPORT, 6, "Write https://paper.example/a?id=1#top"),
    ("copy-as-original", {_YEAR: ("https://paper.example/b", "https://archive.ph/XY1zz")}, _YEAR, 6, "Write the original's here"),
    ("other-copy", {_REPORT: ("20160903/https://paper.example/a", "20160903/https://paper.example/c")}, _REPORT, 7, "Check both"),
    ("other-copy", {_REPORT: ("/20160903/", "/20160803/")}, _REPORT, 7, "made on 2016-08-03, before"),
    ("repeated-url", {_YEAR: ("https://paper.example/b", "http://www.paper.example/a/")}, _REPORT, 6, _YEAR),
    ("repeated-url", {_NEW: _HEAD.replace("https://a.example/1", "https://archive.ph/aB3dE") + "---\n"}, _NEW, 7, _YEAR),
    ("source-spelling", {_YEAR: ("source: Some Paper", "source: The some-paper"), _NEW: _HEAD.replace("P\nr", "Some Paper\nr") + "---\n"}, _YEAR, 4, "'Some Paper' in most"),
    ("no-text", {_NEW: _HEAD + "---\n"}, _NEW, 1, "paste it below"),
    ("no-origin", {_NEW: "---\ntitle: N\ndate: 2016\nsource: P\nrights: R\n---\n"}, _NEW, 1, "neither `url` nor `references`"),
    ("missing-rights", {_OWN: ("rights: CC BY 4.0\n", "")}, _OWN, 1, "is missing"),
    ("near-duplicate", {_NEW: f"{_HEAD}---\n{_TEXT}", _YEAR: ("Nothing", f"Nothing {_TEXT}\n\nYes")}, _NEW, 9, _YEAR),
    ("file-name", {"articles/new.md": _HEAD + "---\n\nText.\n"}, "articles/new.md", 1, "news-archive rename new 2016/2016-10-01-new"),
    ("file-name", {"articles/2016/Bridge at It's.md": _HEAD + "---\n\nText.\n"}, "articles/2016/Bridge at It's.md", 1, """rename '2016/Bridge at It'"'"'s' 2016/bridge-at-it-s"""),
    ("loose-text", {"articles/2016/a truce.txt": "Text.\n"}, "articles/2016/a truce.txt", 1, "news-archive import 'articles/2016/a truce.txt'"),
    # Names.
    ("claimed-twice", {_YPG: ("aliases: [YPG,", "aliases: [SDF, YPG,")}, _SDF, 6, "actors/ypg (docs/actors/ypg.md:8)"),
    ("claimed-twice", {_TRUCE: ("aliases: [c", "aliases: [QSD, c")}, _SDF, 8, "glossary/truce (docs/glossary/truce.md:4)"),
    ("short-name", {_TRUCE: ("[ceasefire]", "[ceasefire, Ω]")}, _TRUCE, 4, "is one character"),
    ("number-name", {_TRUCE: ("[ceasefire]", "[ceasefire, '2016']")}, _TRUCE, 4, "is a number"),
    ("common-word", {_DAVIS: ("type: person", "type: person\naliases: [Captain, May]")}, _DAVIS, 5, "'May' is a word"),
    ("common-word", {_KOBANI: ("[Kobanî]", "\n  - Kobanî\n  - Front")}, _KOBANI, 9, "'Front' is a word"),
    ("common-word", {_SDF: ("  - SDF\n", "  - SDF\n  - us\n")}, _SDF, 7, "'us' is a word"),
    ("also-a-word", {_KOBANI: ("[Kobanî]", "\n  - Kobanî\n  - Reporter")}, _KOBANI, 9, "'reporter' stands in 1 of the texts"),
    ("two-letter-name", {_YPG: ("{text: YP, case: exact}", "YP")}, _YPG, 8, "{text: YP, case: exact}"),
    ("repeated-name", {_KOBANI: ("[Kobanî]", "\n  - Kobanî\n  - Koba\u200bnî")}, _KOBANI, 9, "on line 8"),
    ("repeated-name", {_YPG: ("aliases: [YPG,", "aliases: [People’s Protection Units, YPG,")}, _YPG, 8, "on line 2"),
    ("given-name", {_DAVIS: ("type: person", "type: person\naliases: [Jeff]"), "docs/actors/jeff-moss.md": "---\nname: Jeff Moss\ntype: person\n---\n"}, _DAVIS, 5, "is a given name"),
    ("repeated-wikidata", {_SDF: ("type: armed group", "type: armed group\nwikidata: Q1")}, _YPG, 10, "Syrian Democratic Forces"),
    ("idle-not", {_DAVIS: ("Jeff Davis County", "Davies Cup")}, _DAVIS, 5, "nor of another"),
    ("idle-not", {_DAVIS: ("Jeff Davis County", "Manbij Cup")}, _DAVIS, 5, "but one of places/manbij. Move it there"),
    ("unused-entity", {"docs/actors/new.md": "---\nname: Nova Brigade\ndescription: D\n---\n"}, "docs/actors/new.md", 2, "no article"),
    ("undecided-name", {_TRUCE: ("[ceasefire]", "[ceasefire, QSD]"), _NEW: f"{_HEAD}---\n\nThe QSD came.\n"}, _NEW, 10, "may be"),
    ("idle-ruling", {_OWN: ("{Manbij: none}", "{Minbic: none}")}, _OWN, 11, "does not stand in the text"),
    ("unlinked-name", {p: (w, f"Paul Verhagen came. {w}") for p, w in ((_OWN, "The Syrian D"), (_REPORT, "Currently"), (_YEAR, "Nothing"))}, _OWN, 17, "Paul Verhagen"),
    # Places.
    ("missing-coordinates", {_KOBANI: ("coordinates: [36.89, 38.35]\n", "")}, _KOBANI, 1, "no map shows"),
    ("far-from-parent", {_KOBANI: ("[36.89, 38.35]", "[-36.89, 38.35]")}, _KOBANI, 6, "lies 8,128 km from Aleppo Governorate"),
    ("far-from-parent", {_KOBANI: ("[36.89, 38.35]", "[38.35, 86.89]")}, _KOBANI, 6, "which it is part of"),
    # Links, pictures, markup.
    ("dead-link", {_YPG: ("(sdf.md)", "(sdff.md)")}, _YPG, 13, "Did you mean sdf.md?"),
    ("dead-link", {_YPG: ("(sdf.md)", "(/actors/sdf.md)")}, _YPG, 13, "Did you mean sdf.md?"),
    ("dead-link", {_YPG: ("(sdf.md)", "(../actors/sdf/)")}, _YPG, 13, "Write the file: ../actors/sdf.md"),
    ("dead-link", {_YPG: ("(sdf.md)", "(the forces.md)")}, _YPG, 13, "the link the forces.md"),
    ("dead-link", {_YPG: ("See [", "![p](data:image/png;base64,AAAA) [")}, _YPG, 13, "Put the file beside this one"),
    ("foreign-picture", {_YPG: ("See [", "![p](https://x.example/p.png) [")}, _YPG, 13, "Put a copy beside"),
    ("unencrypted-picture", {_YPG: ("See [", "![p](//x.example/p.png) [")}, _YPG, 13, "Put a copy beside"),
    ("removed-html", {_YPG: ("See [", "<script>x</script> [")}, _YPG, 13, "<script> was taken out"),
    # The archive's own voice.
    ("naming-policy", {_SDF: ("description: An alliance", "description: A liberated alliance")}, _SDF, 3, "Write 'taken'"),
    ("naming-policy", {_YPG: ("text: A group", "text: A Regime group")}, _YPG, 5, "Write 'government'"),
    ("naming-policy", {_KOBANI: ("demonyms: [Kobanians]\n---\n", "demonyms: [Kobanians]\n---\n\nOnce\nliberated.\n")}, _KOBANI, 12, "'liberated'"),
    ("naming-policy", {_REPORT: ("source: Some", "tags: [war, regime]\nsource: Some")}, _REPORT, 4, "'regime'"),
    ("naming-policy", {_REPORT: ("source: Some", "description: The regime strikes.\nsource: Some")}, _REPORT, 4, "'regime'"),
    ("naming-policy", {_OWN: ("title: A truce in “liberated” Kobani", "title: A truce in Constantinople")}, _OWN, 2, "Write 'Istanbul'"),
    ("naming-policy", {_OWN: ("Officials called the town", "It was liberated. They said")}, _OWN, 18, "say who calls it so"),
    ("naming-policy", {_OWN: ("and the People's", "of the regime's\nand the People's")}, _OWN, 17, "'regime'"),
]  # fmt: skip  # one fault a line


@pytest.mark.parametrize(
    ("rule", "files", "path", "line", "words"),
    [pytest.param(*fault, id=f"{fault[0]} {number}") for number, fault in enumerate(_FAULTS)],
)
def test_a_fault_is_told_with_its_rule_file_and_line(
    check: Check, rule: str, files: Mapping[str, str | tuple[str, str]], path: str, line: int, words: str
) -> None:
    found = [finding for finding in check(files) if finding.rule == rule]
    assert [(f.path, f.line) for f in found] == [(path, line)], list(map(str, check(files)))
    assert words in found[0].message
    assert found[0].severity is RULES[rule].severity


@pytest.mark.parametrize(
    ("files", "rules"),
    [
        pytest.param({_REPORT: ("date: 2016-09-02", "date: 2106-09-02")}, ["future-date", "other-copy"], id="a year"),
        pytest.param({_REPORT: ("date: 2016-09-02", "date: 2015-09-02")}, ["file-date"], id="another year"),
        pytest.param({_YPG: ("See [", "![p](http://x.example/p.png) [")}, ["unencrypted-picture"], id="a picture"),
        pytest.param(
            {_REPORT: ("date: 2016-09-02", "date: 2 Sep")}, ["field"], id="a date, in a file that others link to"
        ),
        pytest.param(
            {_YPG: ("part_of: sdf", "part_of: [")}, ["front-matter"], id="a bracket, in a file with links to it"
        ),
    ],
)
def test_one_mistake_is_told_once(check: Check, files: Mapping[str, str | tuple[str, str]], rules: list[str]) -> None:
    assert [finding.rule for finding in check(files, severities_of({"unused-entity": "off"}))] == rules


@pytest.mark.parametrize(
    "files",
    [
        pytest.param({"articles/2016/data.txt": "x", _YEAR: ("Nothing", "[Data](data.txt). Nothing")}, id="linked"),
        pytest.param({"articles/2016/data.csv": "x"}, id="a table"),
        pytest.param({"articles/2016/data/a.txt": "x"}, id="a text in a folder without articles"),
    ],
)
def test_a_file_beside_articles_that_is_no_text_or_is_linked_is_no_matter(
    check: Check, files: Mapping[str, str | tuple[str, str]]
) -> None:
    assert [finding for finding in check(files) if finding.rule in ("loose-text", "file-name")] == []


def test_the_table_has_a_fault_for_nearly_every_rule() -> None:
    """The others have tests of their own: what is told of no archive, and what needs another file system."""
    elsewhere = {"conversion", "draft-link", "encoding", "folder", "gold", "import", "model"}
    elsewhere |= {"third-party", "likely-misspelling"}
    assert {fault[0] for fault in _FAULTS} == set(RULES) - elsewhere


@pytest.mark.parametrize("rule", sorted({fault[0] for fault in _FAULTS if RULES[fault[0]].severity != "error"}))
def test_a_rule_that_is_off_is_silent(check: Check, rule: str) -> None:
    files = next(fault[1] for fault in _FAULTS if fault[0] == rule)
    assert rule not in {finding.rule for finding in check(files, severities_of({rule: "off"}))}
