"""The file of borders: it opens, is small, and has the world's countries where they are."""

from pathlib import Path

import pytest
import shapely

from news_archive.pages.maps import world
from news_archive.pages.maps.world import country_names, the_world

_FILE = Path(world.__file__).with_name("world.json.gz")


def test_the_file_is_small_and_says_its_licence_beside_it() -> None:
    assert _FILE.stat().st_size <= 500_000
    assert "public domain" in _FILE.with_name("world.txt").read_text("utf-8")


def test_all_countries_are_there_under_their_whole_names() -> None:
    assert 240 <= len(country_names()) <= 260
    assert {"Switzerland", "Fiji", "Bosnia and Herzegovina", "South Sudan", "Vatican"} <= country_names()


@pytest.mark.parametrize(
    ("latitude", "longitude", "country"),
    [
        (46.20, 6.14, "Switzerland"),
        (52.09, 5.12, "Netherlands"),
        (-18.0, 178.0, "Fiji"),
        (66.0, -175.0, "Russia"),
        (66.0, 175.0, "Russia"),
        (68.0, 24.0, "Finland"),
        (-0.18, -78.47, "Ecuador"),
        (-29.5, 28.5, "Lesotho"),
        (-25.7, 28.2, "South Africa"),
        (43.94, 12.46, "San Marino"),
        (36.20, 37.15, "Syria"),
        (-80.0, 30.0, "Antarctica"),
        (0.0, -30.0, None),
        (25.0, -160.0, None),
    ],
)
def test_positions_are_in_their_countries(latitude: float, longitude: float, country: str | None) -> None:
    assert the_world().country_at(latitude, longitude) == country


@pytest.mark.parametrize("scale", [100.0, 20.0, 5.0, 2.0])
def test_neighbours_share_their_border_in_every_detail(scale: float) -> None:
    """Two countries have neither a gap nor an overlap between them."""
    rough = the_world(scale)
    shapes = {name: shape for name, shape in zip(rough.names, rough.polygons, strict=True) if shape.area > 5}
    both = shapes["Germany"].union(shapes["Poland"])
    assert both.area == pytest.approx(shapes["Germany"].area + shapes["Poland"].area, rel=1e-9)
    assert isinstance(both, shapely.Polygon)
    assert len(both.interiors) == 0


def test_rougher_worlds_have_fewer_points() -> None:
    points = [sum(len(border.coords) for border in the_world(scale).borders) for scale in (100, 20, 5, 2)]
    assert points == sorted(points, reverse=True)
    assert points[-1] < points[0] / 4
