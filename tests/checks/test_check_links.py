"""Links that authors write to files of the project."""

import pytest

from news_archive.checks import check_links
from news_archive.model import Article, ArticleId, PartialDate, Severity

_KNOWN = frozenset(
    {"articles/2016/a.md", "articles/2016/b.md", "actors/ypg.md", "articles/2016/bridge.png", "about.md"}
)


def _article(body: str) -> Article:
    return Article(
        id=ArticleId("2016/a"),
        path="articles/2016/a.md",
        title="T",
        date=PartialDate.parse("2016"),
        source="S",
        slug="a",
        body=body,
        body_line=7,
    )


@pytest.mark.parametrize(
    "body",
    [
        "[a](b.md) [b](../../actors/ypg.md#past) [c](../../docs/actors/ypg.md) ![p](bridge.png) [d](../../about.md?x)",
        "[a](https://example.org/x.md) [b](//example.org/x.md) [c](/x.pdf) [d](#here) [e](mailto:a@example.org)",
        "`[a](nowhere.md)`\n\n```\n[a](nowhere.md)\n[b]: nowhere.md\n```\n",
        "[a](<b.md>) and [b]\n\n[b]: b.md\n",
        "[the page](../actors/ypg/)",
        "``[a](`nowhere.md)`` and <a href='../../actors/ypg.md#past'>b</a>",
        "Text.\n\n    [a](nowhere.md)\n",
        "An array[0] (x.md) and a (b.md)",
    ],
)
def test_links_that_lead_somewhere_or_elsewhere_are_not_told(body: str) -> None:
    assert list(check_links([(_article(body), "articles/2016/a.md")], _KNOWN, "docs")) == []


@pytest.mark.parametrize(
    ("body", "line", "message"),
    [
        ("One.\n\n[a](c.md)", 9, "the link c.md leads to no file of this site. Did you mean "),
        ("[a](../../actors/ypgg.md)", 7, "Did you mean ../../actors/ypg.md?"),
        ("[a](../../docs/actors/ypgg.md#x)", 7, "Did you mean ../../docs/actors/ypg.md?"),
        ("![p](xyzzy.png)", 7, "the link xyzzy.png leads to no file of this site. Mend or delete it"),
        ("[a]\n\n[a]: gone.md", 9, "the link gone.md leads to no file"),
        ("```\ncode\n```\n\n[a](<gone.md>)", 11, "the link gone.md leads to no file"),
        ("[a](<a page.md>)", 7, "the link a page.md leads to no file"),
        ("One.\n\n<a class='x' href='gone.md'>a</a>", 9, "the link gone.md leads to no file"),
    ],
)
def test_a_dead_link_is_told_with_its_line_and_the_nearest_file(body: str, line: int, message: str) -> None:
    (finding,) = check_links([(_article(body), "articles/2016/a.md")], _KNOWN, "docs")
    assert (finding.path, finding.line, finding.rule) == ("articles/2016/a.md", line, "dead-link")
    assert message in finding.message


@pytest.mark.parametrize(
    ("body", "line", "address"),
    [
        ("One.\n\n![a](https://example.org/x.jpg)", 9, "https://example.org/x.jpg"),
        ('![a](<//example.org/x.jpg> "T")', 7, "//example.org/x.jpg"),
        ("![a][B]\n\n[b]: http://example.org/x.jpg", 7, "http://example.org/x.jpg"),
        ("a\n\n<figure><img alt='a' src='https://example.org/x.jpg'></figure>", 9, "https://example.org/x.jpg"),
    ],
)
def test_a_picture_from_another_host_is_told_with_its_line(body: str, line: int, address: str) -> None:
    (finding,) = check_links([(_article(body), "articles/2016/a.md")], _KNOWN, "docs")
    is_safe = address.startswith("https:")
    assert (finding.path, finding.line) == ("articles/2016/a.md", line)
    assert finding.rule == ("foreign-picture" if is_safe else "unencrypted-picture")
    assert finding.severity is (Severity.INFO if is_safe else Severity.WARNING)
    assert f"the picture {address} lies" in finding.message
    assert finding.message.endswith("Put a copy beside this file: ![...](x.jpg)")


@pytest.mark.parametrize(
    "body",
    [
        "![a](bridge.png) [a](https://example.org/x.jpg)",
        "![a][b] and [c]\n\n[b]: bridge.png\n[c]: https://example.org/x.jpg",
        '<img src="bridge.png" alt="from https://example.org/x.jpg">',
        "`![a](https://example.org/x.jpg)`",
    ],
)
def test_the_sites_own_pictures_and_links_to_others_are_not_told(body: str) -> None:
    assert list(check_links([(_article(body), "articles/2016/a.md")], _KNOWN, "docs")) == []
