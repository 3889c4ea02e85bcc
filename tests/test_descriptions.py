"""What an entity was at a time: the line that stands beside an article is the one that was true at its date."""

import subprocess
import sys
from pathlib import Path

import pytest

from news_archive.model import Actor, Description, EntityId, PartialDate

_DATE = PartialDate.parse
_WHO = Actor(
    id=EntityId("actors/front"),
    path="docs/actors/front.md",
    name="River Front",
    description="A party",
    descriptions=(
        Description(text="A club", until=_DATE("2010-06-30")),
        Description(text="A movement", since=_DATE("2010-07-01"), until=_DATE("2015")),
    ),
)
_FIELDS = (
    "---\nname: YPG\ndescription: A party\ndescriptions:\n  - {text: A club, until: 2010-06-30}\n"
    "  - {text: A movement, from: {begin}, until: 2015}\n---\n"
)


@pytest.mark.parametrize(
    ("date", "line"),
    [
        pytest.param("2009-01-01", "A club", id="before an end"),
        pytest.param("2010-06-30", "A club", id="on the last day"),
        pytest.param("2010-07-01", "A movement", id="on the first day"),
        pytest.param("2015-12-31", "A movement", id="until the end of a year"),
        pytest.param("2016-01-01", "A party", id="when none is dated"),
        pytest.param("2010-06", "A club", id="a month within"),
        pytest.param("2010", "A party", id="a year in which it changed"),
    ],
)
def test_line_is_the_one_that_covers_the_whole_date(date: str, line: str) -> None:
    assert _WHO.described_on(_DATE(date)) == line


def _run(site: Path, *arguments: str) -> subprocess.CompletedProcess[str]:
    command = [str(Path(sys.executable).parent / "news-archive"), *arguments]
    return subprocess.run(command, cwd=site, capture_output=True, text=True, check=False)


@pytest.mark.parametrize(("date", "line"), [("2012-05-01", "A movement"), ("2020-01-02", "A party")])
def test_article_shows_what_its_names_were_then(small_site: Path, date: str, line: str) -> None:
    (small_site / "docs/actors/ypg.md").write_text(_FIELDS.replace("{begin}", "2010-07-01"))
    article = small_site / f"articles/{date[:4]}/raid.md"
    article.parent.mkdir(exist_ok=True)
    (small_site / "articles/2020/raid.md").replace(article)
    article.write_text(article.read_text().replace("2020-01-02", date))
    assert _run(small_site, "build", "--strict").returncode == 0
    page = (small_site / f"site/articles/{date[:4]}/raid/index.html").read_text()
    card = page.partition('data-card="actors/ypg"')[2].partition("</div>")[0]
    assert f"<p>{line}</p>" in card


def test_two_lines_of_one_day_are_a_warning(small_site: Path) -> None:
    (small_site / "docs/actors/ypg.md").write_text(_FIELDS.replace("{begin}", "2010-05"))
    told = _run(small_site, "check").stdout
    assert "docs/actors/ypg.md:4: descriptions: 'A club' and 'A movement' are both true on one day" in told.replace(
        "\x1b[33mWARNING\x1b[0m ", ""
    )
