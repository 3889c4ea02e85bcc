"""Marks in built articles: a contract that other tools may rely on."""

import re
from collections.abc import Callable, Iterator
from pathlib import Path
from xml.etree.ElementTree import Element

import pytest

Page = Callable[[str], Element]

# In the order of the text: surface, entity or entities, and whether the mark is a link.
_MARKS = {
    "articles/2016/2016-08-19-bridge": [
        ("YPG", "actors/ypg", True),
        ("Hasakah", "places/hasakah", True),
        ("YPG", "actors/ypg", False),
        ("People's Protection Units", "actors/ypg", True),
        ("YPG", "actors/ypg", False),
        ("SDF", "actors/sdf", True),
    ],
    "articles/2016/truce": [
        ("YPG", "actors/ypg", True),
        ("the city", "places/hasakah", True),
        ("Hasakah", "places/hasakah", False),
        ("barrel bomb", "glossary/barrel-bomb", True),
        ("They", "actors/ypg", True),
    ],
    "articles/2017/2017-05-10-dam": [("SDF", "actors/sdf", True), ("Tabqa Dam", "places/tabqa-dam", True)],
    "articles/2015/2015-border": [
        ("الحسكة", "places/hasakah", True),
        ("Border Guard", "actors/new-guard actors/old-guard", False),
    ],
}
_KINDS = {"actors": "actor", "places": "place", "glossary": "term"}


def _bodies(page: Element) -> list[Element]:
    return [element for element in page.iter() if "data-article" in element.attrib]


def _marks(body: Element) -> list[Element]:
    return [element for element in body.iter() if "mention" in element.get("class", "").split()]


def _text(element: Element) -> str:
    return "".join(element.itertext())


@pytest.mark.parametrize("path", _MARKS)
def test_marks_stand_in_the_body_as_promised(path: str, page: Page) -> None:
    (body,) = _bodies(page(path))
    marks = _marks(body)
    assert [
        (_text(mark), mark.get("data-entity") or mark.get("data-candidates"), mark.tag == "a") for mark in marks
    ] == _MARKS[path]
    for mark in marks:
        assert mark.get("id", "").startswith("m-")
        entity = mark.get("data-entity")
        if entity:
            assert mark.get("class") == "mention"
            assert mark.get("data-kind") == _KINDS[entity.partition("/")[0]]
        else:
            assert mark.get("class") == "mention mention--ambiguous"
            assert mark.tag == "span"


@pytest.mark.parametrize("path", _MARKS)
def test_marks_number_each_entity_in_the_order_of_the_text(path: str, page: Page) -> None:
    numbers: dict[str, int] = {}
    for mark in _marks(*_bodies(page(path))):
        name = mark.get("data-entity", "undecided").replace("/", "-")
        numbers[name] = numbers.get(name, 0) + 1
        assert mark.get("id") == f"m-{name}-{numbers[name]}"


@pytest.mark.parametrize("path", _MARKS)
def test_links_of_marks_lead_to_the_page_of_the_entity(path: str, page: Page, variant: str) -> None:
    for mark in _marks(*_bodies(page(path))):
        if mark.tag == "a":
            ending = ".html" if variant == "files" else "/"
            up = "../" * (path.count("/") + (variant != "files"))
            assert mark.get("href") == f"{up}{mark.get('data-entity')}{ending}"


@pytest.mark.parametrize("path", _MARKS)
def test_headings_code_and_links_hold_no_mark(path: str, page: Page) -> None:
    for element in page(path).iter():
        if element.tag in ("h1", "h2", "h3", "code", "pre", "figcaption", "caption"):
            assert _marks(element) == []
        if element.tag == "a":
            assert [mark for mark in _marks(element) if mark is not element] == []


def test_every_article_has_one_body_and_no_other_page_has_any(pages: dict[str, Element], page: Page) -> None:
    bodies = [body.get("data-article") for path in pages for body in _bodies(pages[path])]
    assert sorted(map(str, bodies)) == [
        "2015/2015-border",
        "2016/2016-08-19-bridge",
        "2016/2016-08-23-truce",
        "2017/2017-05-10-dam",
    ]
    assert _bodies(page("articles/2016/truce"))[0].get("data-article") == "2016/2016-08-23-truce"


def test_ids_stand_once_on_each_page(pages: dict[str, Element]) -> None:
    for path, tree in pages.items():
        ids = [element.get("id") for element in tree.iter() if element.get("id")]
        assert len(ids) == len(set(ids)), path


def test_body_keeps_its_text_and_loses_its_scripts(page: Page) -> None:
    (body,) = _bodies(page("articles/2016/2016-08-19-bridge"))
    assert "The People's Protection Units took <camps> & more." in _text(body)
    (body,) = _bodies(page("articles/2017/2017-05-10-dam"))
    assert "It held. Done." in _text(body)
    assert "steal" not in _text(body)
    assert [element.attrib for element in body.iter("b")] == [{}]


def test_titles_are_escaped_everywhere(site: Path, page: Page) -> None:
    for file in site.rglob("*.html"):
        assert not re.search(r"<(camp|Daily)>", file.read_text("utf-8")), file
    bridge = page("articles/2016/2016-08-19-bridge")
    titles = [_text(title).strip() for title in bridge.iter("title")]
    assert titles == ['Fighters reach "old" bridge & <camp> - Northern & "small" archive']
    assert [_text(heading) for heading in bridge.iter("h1")] == ['Fighters reach "old" bridge & <camp>']


def test_article_tells_its_language_and_direction(page: Page, variant: str) -> None:
    (body,) = _bodies(page("articles/2015/2015-border"))
    assert (body.get("lang"), body.get("dir")) == ((None, None) if variant == "own-template" else ("ar", "rtl"))
    (body,) = _bodies(page("articles/2016/truce"))
    assert (body.get("lang"), body.get("dir")) == (None, None)


def _described(page: Element) -> Iterator[str]:
    return (meta.get("content", "") for meta in page.iter("meta") if meta.get("name") == "description")


def test_description_of_an_entity_is_told_to_search_engines(page: Page) -> None:
    assert list(_described(page("actors/ypg"))) == ['A group that is "here" & there']
