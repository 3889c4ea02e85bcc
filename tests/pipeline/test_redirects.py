"""Pages at old addresses lead to pages of the same site, whatever an editor types."""

import re
from html import unescape
from pathlib import Path
from urllib.parse import urljoin, urlsplit

import pytest
from hypothesis import given
from hypothesis import strategies as st

from news_archive.build import Redirect, draw_redirect
from news_archive.content import Places, load
from news_archive.content.fields import OLD_PATH
from news_archive.model import EntityId
from news_archive.pages import Addresses, PagePath
from news_archive.pages.addresses import entity_path

_SITE = "https://news.example/archive/"


@pytest.mark.parametrize(
    "typed",
    [
        "//evil.example",
        "/evil.example",
        "https://evil.example/a",
        "javascript:alert(1)",
        "data:text/html,x",
        "../a",
        "a/../../b",
        "a/..",
        "..",
        ".",
        "a//b",
        "a\\b",
        "\\\\evil.example",
        "a?b",
        "a#b",
        "a b",
        "a%2f..%2fb",
        'a"><script>',
        "a\u202eb",
        "\u2044\u2044evil.example",
        "assets/x.js",
        ".htaccess",
        "-a",
    ],
)
def test_old_path_that_is_none_of_this_site_is_an_error(small_site: Path, typed: str) -> None:
    quoted = typed.replace("'", "''")
    (small_site / "docs/actors/sdf.md").write_text(f"---\nname: SDF\ndescription: A.\nredirect_from: '{quoted}'\n---\n")
    (finding,) = load(Places(root=small_site)).findings
    assert (finding.line, finding.field) == (4, "redirect_from")


_ODD = st.text(st.sampled_from("aZ0-_.~/\\:?#%&<>\"' @é\u202e"), min_size=1, max_size=12)
_OLD = st.from_regex(OLD_PATH, fullmatch=True).filter(lambda path: len(path) < 60)


@given(_OLD, _ODD | st.just("//evil.example") | st.just("javascript:alert(1)"), st.booleans())
def test_redirect_leads_to_its_page_on_its_own_site(typed: str, name: str, use_directory_urls: bool) -> None:  # noqa: FBT001  # drawn
    """Also for names that no file can have."""
    addresses = Addresses(use_directory_urls=use_directory_urls)
    old = PagePath(typed.strip("/").removesuffix(".md").removesuffix(".html"))
    new = entity_path(EntityId(f"actors/{name}"))
    page = draw_redirect(Redirect(old, new), addresses, _SITE)
    (target,) = re.findall(r'content="0; url=([^"]*)"', page)
    (link,) = re.findall(r'<a href="([^"]*)"', page)
    (canonical,) = re.findall(r'<link rel="canonical" href="([^"]*)"', page)
    assert unescape(target) == unescape(link)
    led = urljoin(_SITE + addresses.of(old), unescape(target))
    assert (urlsplit(led).scheme, urlsplit(led).netloc) == ("https", "news.example")
    assert urlsplit(unescape(canonical)).netloc == "news.example"
    if not re.search(r"(^|/)\.{1,2}(/|$)|//", f"{name}/"):
        assert led == unescape(canonical) == _SITE + addresses.of(new)
    assert not ({"", ".", ".."} & set(old.split("/")))
