"""The editor's lens: what it says of each kind of name, and that a published site knows nothing of it."""

from collections.abc import Mapping
from pathlib import Path

import pytest
from mkdocs.commands.build import build
from mkdocs.config import load_config

from news_archive.build import annotate_archive
from news_archive.build.lens import LensSource, compose_lens
from news_archive.checks.suggesting.suggestions import in_article, suggest
from news_archive.mkdocs_plugin.desk import open_desk
from news_archive.mkdocs_plugin.lens import Lens, lens_after
from news_archive.model import Finding, Severity
from news_archive.pages import Drawing
from news_archive.pages.lens_view import LensName, LensView

_ENTITIES = {
    "docs/actors/red-cross.md": "---\nname: Dutch Red Cross\naliases: [NRK]\ntype: organisation\n---\n",
    "docs/actors/anna-berg.md": "---\nname: Anna Berg\ntype: person\n---\n",
    "docs/places/springfield-north.md": "---\nname: Springfield North\naliases: [Springfield]\ntype: city\n---\n",
    "docs/places/springfield-south.md": "---\nname: Springfield South\naliases: [Springfield]\ntype: city\n---\n",
}
_HEAD = "---\ntitle: Rain\ndate: 2020-01-02\nsource: S\n"


def _view(project: Path, article: str, findings: tuple[Finding, ...] = ()) -> LensView:
    """The lens of an article of the small site, from its text with its front matter."""
    for path, text in (_ENTITIES | {"articles/2020/raid.md": article}).items():
        (project / path).parent.mkdir(parents=True, exist_ok=True)
        (project / path).write_text(text, "utf-8")
    desk = open_desk(project / "mkdocs.yml")
    archive = annotate_archive(desk.archive, desk.workshop)
    entities = desk.archive.library.entities
    suggestions = suggest(archive.articles, entities, desk.archive.gazetteer)
    (annotated,) = archive.articles
    source = LensSource(entities=entities, addresses=desk.settings.addresses)
    return compose_lens(annotated, findings, in_article(annotated, suggestions), source)


def _named(view: LensView) -> Mapping[tuple[str, str], LensName]:
    return {(group.state, name.text): name for group in view.groups for name in group.names}


@pytest.mark.parametrize(
    ("body", "rulings", "state", "text", "verdict", "whom", "lines", "place"),
    [
        pytest.param(
            "The Dutch Red Cross came.",
            "",
            "linked",
            "Dutch Red Cross",
            "leads to",
            ["Dutch Red Cross"],
            ["mentions: {Dutch Red Cross: none}"],
            "articles/2020/raid.md, front matter, before line 5",
            id="a linked name, and the line that takes the link away",
        ),
        pytest.param(
            "Rain fell in Springfield.",
            "",
            "undecided",
            "Springfield",
            "may be",
            ["Springfield North", "Springfield South"],
            [
                "mentions: {Springfield: places/springfield-north}",
                "mentions: {Springfield: places/springfield-south}",
                "mentions: {Springfield: none}",
            ],
            "articles/2020/raid.md, front matter, before line 5",
            id="an undecided name, and a line for each candidate",
        ),
        pytest.param(
            "Rain fell in Springfield.",
            "mentions: {NRK: none}\n",
            "undecided",
            "Springfield",
            "may be",
            ["Springfield North", "Springfield South"],
            ["Springfield: places/springfield-north", "Springfield: places/springfield-south", "Springfield: none"],
            "articles/2020/raid.md:5, in the field mentions",
            id="where the article has rulings, a line among these",
        ),
        pytest.param(
            "The NRK came.",
            "mentions: {NRK: none}\n",
            "unlinked",
            "NRK",
            "not linked",
            [],
            [],
            "",
            id="a name that is ruled out, without a line to paste",
        ),
        pytest.param(
            "Peter Berg spoke. Anna Berg did not. Mr. Berg left.",
            "",
            "linked",
            "Anna Berg",
            "leads to",
            ["Anna Berg"],
            ["mentions: {Anna Berg: none}"],
            "articles/2020/raid.md, front matter, before line 5",
            id="a person",
        ),
        pytest.param(
            "The spokesman of the Harbour Police Department spoke. The Harbour Police Department left.",
            "",
            "unlisted",
            "Harbour Police Department",
            "is on no page",
            [],
            ["---\nname: Harbour Police Department\n---"],
            "docs/actors/harbour-police-department.md, a new file",
            id="a name that no page lists, and the page to begin",
        ),
        pytest.param(
            "The Dutch Red Crosss came.",
            "",
            "unlisted",
            "Dutch Red Crosss",
            "may be a name of",
            ["Dutch Red Cross"],
            ["- Dutch Red Crosss"],
            "docs/actors/red-cross.md:3, in the field aliases",
            id="another spelling of a listed name, and the line for its aliases",
        ),
        pytest.param(
            "Carla Meyer was there.",
            "",
            "unlisted",
            "Carla Meyer",
            "is on no page",
            [],
            ['news-archive new actor "Carla Meyer"'],
            "In a terminal",
            id="a name of which nothing tells the kind, and the command for a page",
        ),
    ],
)
def test_a_name_is_told_with_the_line_that_changes_it(  # noqa: PLR0917  # a table
    small_site: Path,
    body: str,
    rulings: str,
    state: str,
    text: str,
    verdict: str,
    whom: list[str],
    lines: list[str],
    place: str,
) -> None:
    name = _named(_view(small_site, f"{_HEAD}{rulings}---\n\n{body}\n"))[state, text]
    assert name.verdict == verdict
    assert [page.label for page in name.pages] == whom
    assert [change.line for change in name.changes] == lines
    assert {change.place for change in name.changes} == ({place} if place else set())
    assert name.why.endswith(".")
    assert bool(name.advice) is not bool(lines)


def test_what_needs_an_editor_comes_first_and_is_counted(small_site: Path) -> None:
    view = _view(
        small_site, f"{_HEAD}mentions: {{NRK: none}}\n---\n\nThe YPG and the NRK met in Springfield with Carla Meyer.\n"
    )
    assert [(group.state, group.is_open) for group in view.groups] == [
        ("unlisted", True),
        ("undecided", True),
        ("unlinked", True),
        ("linked", False),
    ]
    assert view.to_settle == 3


def test_findings_of_the_file_stand_at_the_top_in_the_order_of_lines(small_site: Path) -> None:
    def finding(rule: str, line: int) -> Finding:
        return Finding(
            rule=rule, severity=Severity.WARNING, path="articles/2020/raid.md", line=line, message=f"{rule} is wrong"
        )

    found = (finding("url", 9), finding("date", 2), finding("undecided-name", 5))
    view = _view(small_site, f"{_HEAD}---\n\nThe YPG left.\n", found)
    assert [(f.severity, f.line, f.message) for f in view.findings] == [
        ("warning", 2, "date is wrong"),
        ("warning", 9, "url is wrong"),
    ]


def test_a_draft_is_told_as_one(small_site: Path) -> None:
    text = f"{_HEAD}draft: true\n---\n\nThe YPG left.\n"
    (small_site / "articles/2020/raid.md").write_text(text, "utf-8")
    page = (_built(small_site, "serve") / "articles/2020/raid/index.html").read_text("utf-8")
    assert "<strong>Draft: not published.</strong>" in page


def _built(project: Path, command: str) -> Path:
    site = project / f"site-{command}"
    config = load_config(str(project / "mkdocs.yml"), site_dir=str(site))
    config.plugins.on_startup(command=command, dirty=False)  # type: ignore[arg-type]  # of MkDocs' two
    build(config)
    return site


def _files(site: Path) -> dict[str, bytes]:
    return {path.relative_to(site).as_posix(): path.read_bytes() for path in site.rglob("*") if path.is_file()}


def test_a_published_site_has_no_trace_of_the_lens(small_site: Path) -> None:
    served, published = (_files(_built(small_site, command)) for command in ("serve", "build"))
    assert {name for name in served if name not in published and not name.startswith("pagefind/")} == {
        "assets/news-archive-lens.css",
        "assets/news-archive-lens.js",
        "assets/news-archive-lens.txt",
    }
    assert b'<aside class="na na-lens"' in served["articles/2020/raid/index.html"]
    assert b"news-archive-lens.js" in served["articles/2020/raid/index.html"]
    assert b'<aside class="na na-lens"' not in served["actors/ypg/index.html"]
    assert not [name for name, content in published.items() if b"na-lens" in content or b"archive-lens" in content]


def test_the_text_of_an_article_is_the_same_with_the_lens(small_site: Path) -> None:
    served, published = (
        (_built(small_site, command) / "articles/2020/raid/index.html").read_text("utf-8")
        for command in ("serve", "build")
    )
    start = published.index('<div class="na na-article">')
    whole = published[start : published.index("</article>", start)]
    assert whole.strip() in served


def test_a_server_says_after_each_change_what_a_fresh_one_says(small_site: Path) -> None:
    """What is kept from build to build is used only while it is still true."""
    raid, rain, red_cross = "articles/2020/raid.md", "articles/2020/rain.md", "docs/actors/red-cross.md"
    changes: list[Mapping[str, str | None]] = [
        _ENTITIES
        | {
            raid: f"{_HEAD}---\n\nHarvest said nothing. The NRK left Geneva.\n",
            rain: f"{_HEAD}---\n\nThe rain fell. Anna Berg left.\n",
        },
        {},
        # Now a common word, so in the other article it is no name any more.
        {rain: f"{_HEAD}---\n\nThe harvest was in. Carla Meyer left Geneva.\n"},
        # The same forms on other lines.
        {red_cross: "---\nname: Dutch Red Cross\ntype: organisation\naliases: [NRK]\n---\n"},
        {"docs/actors/geneva.md": "---\nname: Geneva\n---\n"},
        {rain: None},
    ]
    before: Lens | None = None
    drawn: set[str] = set()
    for change in changes:
        for path, text in change.items():
            (small_site / path).parent.mkdir(parents=True, exist_ok=True)
            if text is None:
                (small_site / path).unlink()
            else:
                (small_site / path).write_text(text, "utf-8")
        desk = open_desk(small_site / "mkdocs.yml")
        made_of = (
            desk.archive,
            annotate_archive(desk.archive, desk.workshop),
            desk.settings.addresses,
            Drawing(),
        )
        before, fresh = lens_after(before, *made_of), lens_after(None, *made_of)
        for article in desk.archive.library.articles:
            panel = fresh.panel(article.id)
            assert before.panel(article.id) == panel
            drawn.add(panel)
    assert len(drawn) > len(changes), "a change was not to be seen in any panel"


def test_the_lens_of_a_remembered_article_is_the_same(small_site: Path) -> None:
    text = f"{_HEAD}mentions: {{NRK: none}}\n---\n\nThe NRK met Anna Berg in Springfield.\n"
    first, remembered = _view(small_site, text), _view(small_site, text)
    assert ("unlinked", "NRK") in _named(remembered)
    assert remembered == first


def test_an_unlisted_name_is_counted_and_quoted_as_this_article_has_it(small_site: Path) -> None:
    view = _view(small_site, f"{_HEAD}---\n\nThen Mayor Paul Verhagen spoke. Later Paul Verhagen left.\n")
    name = _named(view)["unlisted", "Paul Verhagen"]
    assert (name.times, name.context) == (2, "Then Mayor [Paul Verhagen] spoke.")
