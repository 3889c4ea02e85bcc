"""What authors write themselves: links and ids that our marks must live with."""

from collections.abc import Callable

import pytest

from news_archive.build.annotate import AnnotatedBody

Annotate = Callable[[str], AnnotatedBody]


@pytest.mark.parametrize(
    "html",
    [
        pytest.param(
            '<p><a id="them" href="../../actors/ypg.md">They</a> left</p>', id="link of the author's with an id"
        ),
        pytest.param('<h2 id="m-actors-ypg-1">a</h2><p>The YPG left.</p>', id="heading whose id is an anchor"),
    ],
)
def test_ids_of_the_author_take_no_anchor_away(html: str, annotate: Annotate) -> None:
    """Quotes on other pages lead to the anchor, so it must be there, and once."""
    body = annotate(html)
    assert len(body.names.mentions) == 1
    assert body.html.count(f' id="{body.names.mentions[0].anchor}"') == 1


@pytest.mark.parametrize("href", ["//[", "//[x", "http://[x", "https://example.org:port/", "?", "#", "%zz", "a\\b"])
def test_address_that_is_none_breaks_no_build(href: str, annotate: Annotate) -> None:
    body = annotate(f'<p><a href="{href}">The</a> YPG</p>')
    assert [mention.text for mention in body.names.mentions] == ["YPG"]


@pytest.mark.parametrize(
    "html", ["<a href={}><p>One</p><p>two</p></a>", "<div><a href={}>One<p>two</p>three</a></div>"]
)
def test_link_around_several_blocks_is_no_mark(html: str, annotate: Annotate) -> None:
    """A mention is within a block, and a mark would hold more words than its mention."""
    body = annotate(html.replace("{}", '"../../actors/ypg.md"'))
    assert body.names.mentions == ()
    assert "mention" not in body.html
