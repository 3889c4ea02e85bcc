"""Maps of archives with many places, rivers and roads: what they show first, and that pages stay short."""

import re
from collections.abc import Callable

import pytest

from news_archive.archive import build_index
from news_archive.model import AnnotatedArticle, EntityId, Place
from news_archive.pages import Addresses, Sheet
from news_archive.pages.links import Links, Site
from news_archive.pages.locators import article_map

MakeArticle = Callable[..., AnnotatedArticle]
Compose = Callable[..., list[Sheet]]
Draw = Callable[[Sheet], str]


def test_no_page_grows_with_the_places_and_lines_of_its_map(
    make_article: MakeArticle, compose: Compose, draw: Draw
) -> None:
    """1,500 places over half a continent, all parts of one and named with it, and 100 rivers."""
    region = EntityId("places/region")
    places = [
        Place(
            id=EntityId(f"places/p{n}"),
            path="",
            name=f"Place {n}",
            coordinates=(40 + n * 37 % 101 / 8, n * 61 % 97 / 5),
            part_of=(region,),
        )
        for n in range(1500)
    ]
    rivers = [
        Place(
            id=EntityId(f"places/r{n}"),
            path="",
            name=f"River {n}",
            line=tuple((40 + (n * 7 + k * 5) % 50 / 4, k + n % 19) for k in range(8)),
        )
        for n in range(100)
    ]
    whole = Place(id=region, path="", name="Region", coordinates=(46, 8))
    named = [("was named.", place.id) for place in [whole, *places]]
    articles = [
        make_article(
            f"2016/2016-01-{1 + n}-{n}" if n > 8 else f"2016/2016-01-0{1 + n}-{n}",
            named[:1] + named[1 + n * 75 : 76 + n * 75],
        )
        for n in range(20)
    ]
    pages = {
        str(sheet.path): draw(sheet)
        for sheet in compose(articles, [whole, *places, *rivers])
        if sheet.path in ("index", "places/region", "map/index")
    }
    table = re.compile(r'<tr><th scope="row"><a class="na-place"')
    assert {path: len(table.findall(html)) for path, html in pages.items()} == {
        "index": 60,
        "places/region": 60,
        "map/index": 200,
    }
    # The region is on the home page's map and not in its own table.
    assert 'And 1,441 more places; all are in <a href="./places/">Places</a>' in pages["index"]
    assert 'And 1,440 more places; all are in <a href="../../places/">Places</a>' in pages["places/region"]
    assert "1,301 more places are in" in pages["map/index"]
    assert "And 1,440 more parts with fewer articles." in pages["places/region"]
    assert [path for path, html in pages.items() if len(html.encode()) > 200_000] == []


@pytest.mark.parametrize(
    ("far", "told"), [(0, None), (8, "Far 7."), (9, "Far 7 and 1 more place."), (11, "Far 6 and 3 more places.")]
)
def test_places_outside_a_map_are_named_and_the_rest_counted(
    far: int, told: str | None, make_article: MakeArticle, compose: Compose, draw: Draw
) -> None:
    places = [
        *(
            Place(id=EntityId(f"places/n{n:02}"), path="", name=f"Near {n}", coordinates=(46 + n / 20, 6))
            for n in range(25)
        ),
        *(Place(id=EntityId(f"places/z{n:02}"), path="", name=f"Far {n}", coordinates=(-18, 178)) for n in range(far)),
    ]
    article = make_article("2016/2016-01-01-a", [("x", place.id) for place in [*places, *places[:25]]])
    html = draw(next(sheet for sheet in compose([article], places) if sheet.article))
    caption = html.partition("<figcaption>")[2].partition("</figcaption>")[0]
    assert ("Outside this map" in caption) == bool(told)
    assert (told or "") in re.sub("<[^>]*>", "", caption)


@pytest.mark.parametrize(
    ("count", "named", "drawn", "titled"),
    [(0, [], 0, 0), (5, [], 5, 0), (30, [], 30, 18), (30, [29, 28], 30, 16), (70, [], 40, 28), (70, [69], 40, 27)],
)
def test_named_lines_come_first_and_of_the_others_the_longest_dozen_is_named(
    count: int, named: list[int], drawn: int, titled: int, make_article: MakeArticle
) -> None:
    """The lines lie one above the other, the first the longest; a line without a name says it as a title."""
    rivers = [
        Place(id=EntityId(f"places/r{n}"), path="", name=f"R{n:02}", line=((45 + n / 30, 5), (45 + n / 30, 8 - n / 50)))
        for n in range(count)
    ]
    town = Place(id=EntityId("places/town"), path="", name="Town", coordinates=(46.2, 6.14))
    article = make_article("2016/2016-01-01-a", [("x", town.id), *(("x", rivers[n].id) for n in named)])
    entities = {entity.id: entity for entity in sorted([town, *rivers], key=lambda e: e.id)}
    links = Links(build_index([article], entities), Addresses(), Site(name="Site"))
    view = article_map(links, article.article.id, "../../../")
    assert view is not None
    course = view.svg.partition('<g class="na-course">')[2].partition("</g>")[0]
    assert course.count("<path") == drawn
    # Some of those with a name may find no room for it.
    assert course.count("<title>") >= titled
    for n in named:
        assert re.search(rf"R{n}\b", view.svg)
