"""What the pages of a built site say, and that all their links lead somewhere."""

import re
from collections.abc import Callable, Iterator, Mapping
from pathlib import Path
from posixpath import dirname, join, normpath
from urllib.parse import unquote, urlsplit
from xml.etree.ElementTree import Element

import pytest

Page = Callable[[str], Element]
Pages = Mapping[str, Element]


def _text(element: Element) -> str:
    return " ".join("".join(element.itertext()).split())


def _with_class(page: Element, name: str) -> list[Element]:
    return [element for element in page.iter() if name in element.get("class", "").split()]


def _labelled(page: Element, id_: str) -> Element:
    return next(element for element in page.iter() if element.get("aria-labelledby") == id_)


def _facts(page: Element) -> dict[str, str]:
    (facts,) = _with_class(page, "na-facts")
    return {_text(term): _text(fact) for term, fact in zip(facts.iter("dt"), facts.iter("dd"), strict=True)}


def _addresses(page: Element) -> Iterator[str]:
    for element in page.iter():
        for attribute in ("href", "src"):
            address = element.get(attribute)
            if address is not None and not urlsplit(address).scheme and not address.startswith("//"):
                yield address
        if element.get("http-equiv") == "refresh":
            yield element.get("content", "").partition("url=")[2]


def _target(file: str, address: str, root: str) -> tuple[str, str]:
    """The file that an address leads to from a page, and the id in it."""
    parts = urlsplit(address)
    path = unquote(parts.path)
    if path.startswith("/"):
        assert path.startswith(root)
        target = path.removeprefix(root).removesuffix(".")
    else:
        target = normpath(join(dirname(file), path)) if path else file
        assert not target.startswith("..")
        target = f"{target}/" if path.endswith(("/", "..", ".")) else target
    target = target.removeprefix("./")
    return (f"{target}index.html" if target.endswith("/") or not target else target), unquote(parts.fragment)


def test_every_link_and_id_leads_somewhere(site: Path, pages: Pages, root: str) -> None:
    for file, page in pages.items():
        for address in _addresses(page):
            target, id_ = _target(file, address, root)
            assert (site / target).is_file(), (file, address)
            if id_:
                ids = {element.get("id") for element in pages[target].iter()}
                assert id_ in ids, (file, address)


def test_every_page_can_be_reached_from_the_home_page(site: Path, pages: Pages, root: str) -> None:
    reached = set()
    waiting = ["index.html"]
    while waiting:
        file = waiting.pop()
        if file not in reached and file in pages:
            reached.add(file)
            waiting += [_target(file, address, root)[0] for address in _addresses(pages[file])]
    moved = {file for file in pages if "old-bridge" in file or "units" in file}
    assert len(moved) == 2
    assert reached == set(pages) - moved - {"404.html"}
    assert (site / "404.html").is_file()


def test_pages_request_nothing_from_third_parties(pages: Pages) -> None:
    for file, page in pages.items():
        for element in page.iter():
            requested = [element.get("src", ""), element.get("srcset", ""), element.get("data", "")]
            if element.tag == "link" and element.get("rel") != "canonical":
                requested.append(element.get("href", ""))
            for address in requested:
                assert not re.match(r"(https?:)?//", address), (file, address)


def test_style_sheets_request_nothing_from_third_parties(site: Path) -> None:
    sheets = sorted(site.rglob("*.css"))
    assert site / "assets/news-archive.css" in sheets
    for sheet in sheets:
        assert not re.search(r"""@import|url\(["']?(https?:)?//""", sheet.read_text("utf-8")), sheet


def test_page_of_an_entity_quotes_each_mention_and_leads_to_its_mark(
    page: Page, pages: Pages, variant: str, root: str
) -> None:
    ypg = page("actors/ypg")
    assert [_text(quote) for quote in _with_class(ypg, "na-quote")] == [
        "The YPG entered Hasakah.",
        "The YPG said YPG and the SDF agreed.",
        "The People's Protection Units took <camps> & more.",
        "YPG",
        "The YPG left the city.",
        "They knew the bridge.",
    ]
    here = "actors/ypg.html" if variant == "files" else "actors/ypg/index.html"
    for quote in _with_class(ypg, "na-quote"):
        for link in quote.iter("a"):
            target, anchor = _target(here, link.get("href", ""), root)
            (mark,) = [element for element in pages[target].iter() if element.get("id") == anchor]
            assert mark.get("data-entity") == "actors/ypg"
            assert _text(mark) == _text(link)


def test_quotes_leave_out_the_numbers_of_footnotes(page: Page) -> None:
    assert [_text(quote) for quote in _with_class(page("places/tabqa-dam"), "na-quote")] == ["The SDF took Tabqa Dam."]


def test_page_of_an_entity_counts_its_mentions_and_companions(page: Page) -> None:
    ypg = page("actors/ypg")
    (tally, *_) = _with_class(_labelled(ypg, "na-mentions"), "na-meta")
    assert _text(tally) == "6 mentions in 2 articles, 19 August 2016 – 23 August 2016"
    assert [_text(item) for item in _labelled(ypg, "na-companions").iter("li")] == [
        "Syrian Democratic Forces 1 shared article",
        "Hasakah 2 shared articles",
        "barrel bomb 1 shared article",
    ]


def test_page_of_an_entity_tells_what_its_file_says(page: Page) -> None:
    (names,) = _with_class(page("places/hasakah"), "na-names")
    assert _text(names) == "Also written: الحسكة (Arabic)"
    assert _facts(page("places/hasakah")) == {"Coordinates": "36.50° N, 40.75° E"}
    assert _facts(page("actors/sdf")) == {
        "Parts": "People's Protection Units",
        "Relations": "holds Tabqa Dam from 10 May 2017",
    }
    (names,) = _with_class(page("actors/old-guard"), "na-names")
    assert _text(names) == "Also written: Border Guard (until 30 June 2015)"
    assert "No article of this archive names it yet." in _text(page("actors/old-guard"))


def test_body_of_an_entity_links_others_and_not_itself(page: Page) -> None:
    (body,) = _with_class(page("actors/ypg"), "na-text")
    marks = [(_text(mark), mark.get("data-entity")) for mark in _with_class(body, "mention")]
    assert marks == [("Syrian Democratic Forces", "actors/sdf"), ("Hasakah", "places/hasakah")]


def test_page_of_an_article_lists_who_is_named(page: Page, variant: str) -> None:
    if variant == "own-template":
        assert _with_class(page("articles/2016/truce"), "own")
        assert not _with_class(page("articles/2016/truce"), "na-article")
        return
    named = _labelled(page("articles/2016/truce"), "na-named")
    assert [_text(item) for item in named.iter("li")] == [
        "People's Protection Units 2 mentions, go to the first",
        "Hasakah 2 mentions, go to the first",
        "barrel bomb 1 mention, go to the first",
    ]
    undecided = _labelled(page("articles/2015/2015-border"), "na-named")
    assert "Border Guard may be New Border Guard or Old Border Guard" in _text(undecided)


@pytest.mark.parametrize(
    ("path", "lines"),
    [
        (
            "actors/index",
            ["New Border Guard", "Old Border Guard", "People's Protection Units", "Syrian Democratic Forces"],
        ),
        ("places/index", ["Hasakah", "Tabqa Dam"]),
        ("glossary/index", ["barrel bomb"]),
        ("articles/2016/index", ['Fighters reach "old" bridge & <camp>', "A truce"]),
        ("sources/index", ["Other Paper", "The <Daily> & Sons", "الجريدة"]),
        ("index", ["At the dam", "A truce", 'Fighters reach "old" bridge & <camp>', "قرب الحدود"]),
    ],
)
def test_lists_hold_all_in_their_order(path: str, lines: list[str], page: Page) -> None:
    shown = [_text(next(item.iter("a"))) for group in _with_class(page(path), "na-lines") for item in group.iter("li")]
    assert shown == lines


def test_home_page_counts_and_keeps_the_site_s_own_words(page: Page) -> None:
    (home,) = _with_class(page("index"), "na-home")
    assert _text(next(home.iter("h1"))) == "Welcome to the archive"
    (form,) = _with_class(home, "na-find")
    assert _text(form).startswith("Search 4 articles, 4 actors, 2 places and 1 term")
    (lead,) = _with_class(home, "na-lead")
    assert _text(lead) == "See the YPG, all articles and about."


def test_pages_of_the_site_s_own_are_sanitised(page: Page) -> None:
    about = _text(next(page("about").iter("article")))
    assert "Written by nobody." in about
    assert "steal" not in about


def test_old_addresses_lead_to_new_ones(page: Page, variant: str) -> None:
    moved = page("articles/2016/old-bridge")
    (canonical,) = [link.get("href", "") for link in moved.iter("link")]
    (refresh,) = [m.get("content", "") for m in moved.iter("meta") if m.get("http-equiv") == "refresh"]
    ending = ".html" if variant == "files" else "/"
    base = "https://news.example/archive/north/" if variant == "sub-path" else "https://news.example/"
    assert canonical == f"{base}articles/2016/2016-08-19-bridge{ending}"
    assert refresh.endswith(f"articles/2016/2016-08-19-bridge{ending}")


def test_pictures_beside_articles_are_published(site: Path) -> None:
    assert (site / "articles/2016/bridge.png").read_bytes().startswith(b"\x89PNG")
