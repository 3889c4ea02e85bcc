"""The theme around the pages of a built site: what may run, menus, cards, and what is mended."""

import base64
import hashlib
import re
from collections.abc import Callable, Mapping
from pathlib import Path
from xml.etree.ElementTree import Element

import pytest
import yaml

from news_archive.build.csp import inline_scripts
from news_archive.build.theme_mends import MENDS
from news_archive.mkdocs_plugin import build_site as build_in_process

_POLICY = re.compile(r'<meta http-equiv="Content-Security-Policy" content="([^"]*)">')
_FEATURES = {"name": "material", "font": False, "features": ["navigation.tabs"]}


@pytest.fixture(scope="module")
def with_menu(build_site: Callable[[str, int], Path]) -> Path:
    """The folder of a site with tabs."""
    return build_site("menu", 1)


@pytest.fixture
def change(project: Path) -> Callable[..., Path]:
    """Changes settings of the archive that is not built; its mkdocs.yml."""

    def write(**settings: object) -> Path:
        file = project / "mkdocs.yml"
        file.write_text(yaml.safe_dump(yaml.safe_load(file.read_text("utf-8")) | settings), "utf-8")
        return file

    return write


def _with_class(page: Element, name: str) -> list[Element]:
    return [element for element in page.iter() if name in element.get("class", "").split()]


def _metas(page: Element) -> dict[str, str]:
    return {meta.get("property", meta.get("name", "")): meta.get("content", "") for meta in page.iter("meta")}


def test_every_page_says_what_may_run_before_anything_is_loaded(site: Path) -> None:
    policies = set()
    for file in sorted(site.rglob("*.html")):
        html = file.read_text("utf-8")
        (policy,) = _POLICY.findall(html)
        assert not re.search(r"<(?:script|link|style|img)\b", html[: html.index(policy)])
        if 'http-equiv="refresh"' in html:
            assert policy == "default-src 'none'; base-uri 'none'"
            continue
        for script in inline_scripts(html):
            assert base64.b64encode(hashlib.sha256(script.encode()).digest()).decode() in policy
        policies.add(policy)
    # With instant navigation the policy of the first page stays in force.
    assert len(policies) == 1


def test_no_page_has_what_the_policy_forbids(pages: Mapping[str, Element]) -> None:
    for file, page in pages.items():
        for element in page.iter():
            assert element.tag != "style", file
            assert not [name for name in element.attrib if name == "style" or name.startswith("on")], file
            if element.tag in ("script", "img", "link") and element.get("rel") != "canonical":
                assert "//" not in element.get("src", element.get("href", "")), (file, element.attrib)


@pytest.mark.parametrize(
    ("path", "tab", "current"),
    [
        ("articles/2016/2016-08-19-bridge/index.html", "Articles", "true"),
        ("articles/2016/index.html", "Articles", "true"),
        ("articles/index.html", "Articles", "page"),
        ("actors/ypg/index.html", "Actors", "true"),
        ("actors/sdf/index.html", "Actors", "true"),
        ("places/hasakah/index.html", "Places", "true"),
        ("about/index.html", "More", "page"),
        ("404.html", None, None),
    ],
)
def test_the_tab_of_a_pages_section_is_open(with_menu: Path, path: str, tab: str | None, current: str | None) -> None:
    html = (with_menu / path).read_text("utf-8")
    tabs = re.findall(
        r'<li class="md-tabs__item([^"]*)"><a href="[^"]*" class="md-tabs__link"([^>]*)>([^<]*)</a>', html
    )
    assert len(tabs) == 7
    opened = [(title, told) for active, told, title in tabs if active or told]
    assert opened == ([(tab, f' aria-current="{current}"')] if tab else [])


def test_the_keyboard_can_skip_to_the_content(pages: Mapping[str, Element]) -> None:
    for file, page in pages.items():
        for skip in _with_class(page, "md-skip"):
            assert skip.get("href", "").startswith("#")
            assert any(f"#{element.get('id')}" == skip.get("href") for element in page.iter()), file
        is_redirect = any(meta.get("http-equiv") == "refresh" for meta in page.iter("meta"))
        assert is_redirect or _with_class(page, "md-skip"), file


def test_a_page_that_is_not_there_leads_on(pages: Mapping[str, Element], root: str) -> None:
    page = pages["404.html"]
    (content,) = (element for element in page.iter() if element.get("id") == "__content")
    addresses = [link.get("href", "") for link in content.iter("a")]
    assert len(addresses) > 4
    # It is shown at any address.
    assert all(address.startswith(root) for address in addresses)
    assert "Page not found" in "".join(content.itertext())


def test_a_shared_page_has_a_card(pages: Mapping[str, Element], page: Callable[[str], Element]) -> None:
    article = _metas(page("articles/2016/2016-08-19-bridge"))
    assert article["og:title"] == 'Fighters reach "old" bridge & <camp>'
    assert (article["og:type"], article["article:published_time"]) == ("article", "2016-08-19")
    actor = _metas(page("actors/ypg"))
    assert (actor["og:type"], actor["og:description"]) == ("website", 'A group that is "here" & there')
    assert actor["og:url"].startswith("https://news.example/")
    assert _metas(pages["index.html"])["og:site_name"] == 'Northern & "small" archive'


def test_the_picture_of_cards_is_an_address_for_other_sites(change: Callable[..., Path]) -> None:
    file = change(extra={"social_image": "assets/card.png", "paper": ["#fff", "#000"]})
    assert build_in_process(file, file.parent / "site", strict=False)
    html = (file.parent / "site/index.html").read_text("utf-8")
    assert '<meta property="og:image" content="https://news.example/assets/card.png">' in html
    assert html.count('<meta name="theme-color"') == 2


def test_each_mend_finds_what_it_mends(change: Callable[..., Path], monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("news_archive.mkdocs_plugin.hooks.mend", lambda html: html)
    file = change(theme=_FEATURES, nav=["index.md", {"More": ["about.md"]}])
    assert build_in_process(file, file.parent / "site", strict=False)
    pages = [page.read_text("utf-8") for page in sorted((file.parent / "site").rglob("*.html"))]
    for mend in MENDS:
        assert any(mend.found in page for page in pages), mend


def test_an_inline_script_of_no_template_stops_the_build(
    change: Callable[..., Path], monkeypatch: pytest.MonkeyPatch, caplog: pytest.LogCaptureFixture
) -> None:
    monkeypatch.setattr(
        "news_archive.mkdocs_plugin.hooks.mend", lambda html: html.replace("</body>", "<script>count()</script></body>")
    )
    file = change()
    assert not build_in_process(file, file.parent / "site", strict=False)
    assert re.search(r"\.(?:md|html): the page has an inline script that stands in no template", caplog.text)
    assert "count() …" in caplog.text


def test_fonts_and_files_of_other_hosts_are_told(change: Callable[..., Path], caplog: pytest.LogCaptureFixture) -> None:
    file = change(theme="material", extra_javascript=["https://example.org/count.js"])
    build_in_process(file, file.parent / "site", strict=False)
    assert "mkdocs.yml:1: theme.font is loaded from another host" in caplog.text
    assert "mkdocs.yml:1: https://example.org/count.js is loaded from another host" in caplog.text


def test_the_search_form_of_the_header_leads_to_the_search_page(site: Path, pages: Mapping[str, Element]) -> None:
    for file, page in pages.items():
        for form in _with_class(page, "na-seek"):
            assert [field.get("name") for field in form.iter("input")] == ["q"]
            # Addresses of the page for other addresses are absolute.
            if file != "404.html":
                target = ((site / file).parent / form.get("action", "")).resolve()
                assert (target / "index.html" if target.is_dir() else target).is_file(), file


@pytest.mark.parametrize(
    ("features", "level"), [([], "INFO"), (["navigation.instant"], "WARNING")], ids=["loads", "instant"]
)
def test_script_that_differs_between_pages_is_told_once(
    change: Callable[..., Path], caplog: pytest.LogCaptureFixture, features: list[str], level: str
) -> None:
    file = change(theme=_FEATURES | {"features": features, "custom_dir": "overrides"})
    own = file.parent / "overrides/main.html"
    own.parent.mkdir()
    own.write_text(
        '{% extends "base.html" %}{% block extrahead %}{% include "news-archive-head.html" %}'
        '<script>told="{{ page.title if page }}"</script>{% endblock %}',
        "utf-8",
    )
    with caplog.at_level("INFO", logger="mkdocs"):
        build_in_process(file, file.parent / "site", strict=False)
    told = [record for record in caplog.records if "inline script is not the same on all pages" in record.getMessage()]
    assert [record.levelname for record in told] == [level]
    assert "overrides/main.html: " in told[0].getMessage()


def test_footer_leads_to_the_first_page_of_an_inner_section(change: Callable[..., Path], tmp_path: Path) -> None:
    inner = [{"First": "first.md"}, {"Second": "second.md"}]
    settings = change(nav=[{"Home": "index.md"}, {"About": [{"Us": "us.md"}, {"Inner": inner}]}])
    for name in ("first", "second", "us"):
        (settings.parent / f"docs/{name}.md").write_text(f"# {name}\n", "utf-8")
    assert build_in_process(settings, tmp_path / "out", strict=False)
    footer = (tmp_path / "out/us/index.html").read_text("utf-8").partition('<nav class="na-footer')[2]
    assert re.findall(r'href="([^"]*)"', footer.partition("</nav>")[0]) == ["..", "./", "../first/"]
