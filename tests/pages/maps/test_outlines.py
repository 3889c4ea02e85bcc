"""Path data leads back to the lines that it was made of."""

import re

import pytest
import shapely
from hypothesis import given
from hypothesis import strategies as st

from news_archive.pages.maps.outlines import decimal, path_data


@pytest.mark.parametrize(
    ("geometry", "data"),
    [
        (shapely.LineString([(0, 0), (10, 5), (9.5, 5.5)]), "M0 0l10 5-.5 .5"),
        (shapely.Polygon([(0, 0), (10, 0), (10, 10)]), "M0 0l10 0 0 10z"),
        (shapely.MultiLineString([[(0, 0), (1, 1)], [(5, 5), (5, 4)]]), "M0 0l1 1M5 5l0-1"),
        (shapely.LineString([(0, 0), (0.01, 0.01)]), ""),
        (shapely.Polygon(), ""),
        (shapely.Point(1, 1), ""),
    ],
)
def test_shapes_as_path_data(geometry: shapely.Geometry, data: str) -> None:
    assert path_data(geometry) == data


@pytest.mark.parametrize(
    ("tenths", "text"), [(0, "0"), (5, ".5"), (-5, "-.5"), (30, "3"), (-125, "-12.5"), (1000, "100")]
)
def test_tenths_as_svg_reads_them(tenths: int, text: str) -> None:
    assert decimal(tenths) == text


_tenths = st.integers(-9000, 9000)


@given(st.lists(st.tuples(_tenths, _tenths), min_size=2, max_size=20, unique=True))
def test_ways_add_up_to_the_points(points: list[tuple[int, int]]) -> None:
    data = path_data(shapely.LineString([(x / 10, y / 10) for x, y in points]))
    numbers = [round(float(number) * 10) for number in re.findall(r"-?(?:\d+\.?\d*|\.\d+)", data)]
    pairs = list(zip(numbers[::2], numbers[1::2], strict=True))
    x, y = 0, 0
    walked = [(x := x + dx, y := y + dy) for dx, dy in pairs]
    assert walked == points
