"""Golden files: a body goes in, and comes out with its marks, byte for byte.

Each file of `golden/` is a list of cases: `html` or `markdown`; either `names` (text -> entity or entities), which go
through matching, or `marks` (texts), which are woven at their first places in the text; and what is expected.
`make golden` writes the expected parts anew.
"""

from collections.abc import Iterator, Mapping
from pathlib import Path
from typing import Any

import pytest
import yaml

from news_archive.annotation import Mark, Reading, check_text_unchanged, read, sanitise, weave
from news_archive.build import Converter, LinkPolicy, SiteLinks
from news_archive.build.annotate import Annotator, article_body
from news_archive.matching import build_gazetteer
from news_archive.model import Alias, Article, ArticleId, Entity, EntityId, Kind, PartialDate, Span, kind_of
from news_archive.pages import Addresses

_GOLDEN = Path(__file__).parent / "golden"
_EXTENSIONS = (
    "abbr",
    "admonition",
    "attr_list",
    "def_list",
    "footnotes",
    "md_in_html",
    "tables",
    "toc",
    "pymdownx.superfences",
)
# What YAML gives.
Case = dict[str, Any]


def _cases() -> Iterator[Any]:
    for path in sorted(_GOLDEN.glob("*.yaml")):
        for number, case in enumerate(yaml.safe_load(path.read_text("utf-8"))):
            yield pytest.param(path, number, id=f"{path.stem}: {case['case']}")


def _entities(names: Mapping[str, str | list[str]]) -> list[Entity]:
    """Entities that bear the names; their own names stand in no text."""
    aliases: dict[str, list[str]] = {}
    for text, meant in names.items():
        for id_ in [meant] if isinstance(meant, str) else meant:
            aliases.setdefault(id_, []).append(text)
    return [
        Entity(id=EntityId(id_), path=f"docs/{id_}.md", name=f"Xx {id_}", aliases=tuple(Alias(text=t) for t in texts))
        for id_, texts in aliases.items()
    ]


def _annotated(case: Case, html: str) -> str:
    entities = _entities(case["names"])
    site_links = SiteLinks({f"{entity.id}.md": f"{entity.id}/" for entity in entities}, "docs")
    policy = LinkPolicy(case.get("link", "first-per-section"))
    annotator = Annotator(build_gazetteer(entities), Addresses(), policy, site_links)
    article = Article(
        id=ArticleId("2016/flood"),
        path="articles/2016/flood.md",
        title="Flood",
        date=PartialDate.parse("2016-08-19"),
        source="Paper",
        slug="flood",
    )
    body = article_body(article)
    return annotator.annotate(body, annotator.read_body(body, html)).html


def _mark(reading: Reading, text: str, number: int, *, is_link: bool) -> Mark:
    block, start = next((n, at) for n, b in enumerate(reading.blocks) if (at := b.text.find(text)) >= 0)
    entity = EntityId("places/here")
    href = "../here/" if is_link else None
    return Mark(Span(block, start, start + len(text)), f"m{number}", entity, kind_of(entity), href)


def _woven(case: Case, html: str) -> str:
    plain = sanitise(html).html
    reading = read(plain)
    marks = [_mark(reading, text, n, is_link=case.get("link", True)) for n, text in enumerate(case["marks"], 1)]
    woven = weave(reading, marks)
    check_text_unchanged(plain, woven)
    return woven


def _result(case: Case) -> str:
    html = case["html"] if "html" in case else Converter(_EXTENSIONS, {}).convert(case["markdown"])
    return _annotated(case, html) if "names" in case else _woven(case, html)


@pytest.mark.parametrize(("path", "number"), list(_cases()))
def test_body_comes_out_as_the_golden_file_says(path: Path, number: int, request: pytest.FixtureRequest) -> None:
    cases = yaml.safe_load(path.read_text("utf-8"))
    result = _result(cases[number])
    if request.config.getoption("--golden-write"):
        cases[number]["expected"] = result
        _write(path, cases)
    assert result == cases[number]["expected"]


@pytest.mark.parametrize("path", sorted(_GOLDEN.glob("*.yaml")), ids=lambda path: path.stem)
def test_golden_file_is_written_as_make_golden_writes_it(path: Path) -> None:
    """So that writing it anew changes only what the engine changed."""
    before = path.read_text("utf-8")
    assert before == _dump(before, yaml.safe_load(before))


def test_kinds_of_all_entities_are_marked() -> None:
    """Each kind stands in some golden file, or its mark is not pinned."""
    texts = "".join(path.read_text("utf-8") for path in _GOLDEN.glob("*.yaml"))
    assert all(f'data-kind="{kind}"' in texts for kind in Kind)


class _Dumper(yaml.SafeDumper):
    """Writes texts of several lines as blocks."""


def _text(dumper: yaml.SafeDumper, text: str) -> yaml.ScalarNode:
    return dumper.represent_scalar("tag:yaml.org,2002:str", text, style="|" if "\n" in text else None)


_Dumper.add_representer(str, _text)


def _dump(before: str, cases: list[Case]) -> str:
    """The file with the comment at its top."""
    head = "".join(line for line in before.splitlines(keepends=True) if line.startswith("#"))
    return head + "\n".join(
        yaml.dump([case], Dumper=_Dumper, allow_unicode=True, sort_keys=False, width=1_000) for case in cases
    )


def _write(path: Path, cases: list[Case]) -> None:
    path.write_text(_dump(path.read_text("utf-8"), cases), "utf-8")
