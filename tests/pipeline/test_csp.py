"""What a page says a browser may run, and which inline scripts it may have."""

import base64
import hashlib
from pathlib import Path

import pytest

from news_archive.build.csp import Policy, UnknownScriptError, template_files

_PAGE = '<!doctype html><html><head>\n  <meta charset="utf-8"><title>T</title></head><body>{}</body></html>'


@pytest.fixture
def theme(tmp_path: Path) -> Path:
    """A theme with one template of each kind."""
    files = {
        "base.html": '<script>scope=new URL("{{ base | d(".") }}",location),a<b</script>{# <script>old()</script> #}',
        "partials/tabs.html": '<script>start(){% for tab in tabs %};show("{{ tab }}"){% endfor %};end()</script>',
        "partials/free.html": "<script>{{ anything }}</script>",
        ".icons/icon.html": "<script>icon()</script>",
        "readme.txt": "<script>text()</script>",
    }
    for path, text in files.items():
        (tmp_path / path).parent.mkdir(parents=True, exist_ok=True)
        (tmp_path / path).write_text(text, "utf-8")
    return tmp_path


def _policy(theme: Path, *, is_serving: bool = False) -> Policy:
    return Policy(template_files([str(theme)]), is_serving=is_serving)


def _digest(script: str) -> str:
    return f"'sha256-{base64.b64encode(hashlib.sha256(script.encode()).digest()).decode()}'"


@pytest.mark.parametrize(
    "script",
    [
        'scope=new URL("../..",location),a<b',
        'scope=new URL("/é/",location),a<b',
        "start();end()",
        'start();show("One");show("Two");end()',
    ],
)
def test_a_script_of_a_template_is_allowed_by_its_digest(theme: Path, script: str) -> None:
    html = _policy(theme).put_into(_PAGE.format(f"<script>{script}</script>"), "a.md")
    assert f"script-src 'self' 'wasm-unsafe-eval' {_digest(script)};" in html


@pytest.mark.parametrize(
    "script",
    [
        "steal()",
        'scope=new URL("<script>steal()",location),a<b',
        'scope=new URL("..",location),a<b;steal()',
        "steal();start();end()",
        "old()",
        "icon()",
        "text()",
    ],
)
@pytest.mark.parametrize("tag", ["script", 'script type="module"', "script type='text/javascript'"])
def test_a_script_of_no_template_is_told_by_its_beginning(theme: Path, script: str, tag: str) -> None:
    with pytest.raises(UnknownScriptError) as told:
        _policy(theme).put_into(_PAGE.format(f"<{tag}>{script}</{tag.split(maxsplit=1)[0]}>"), "a.md")
    assert script.startswith(str(told.value))


@pytest.mark.parametrize(
    "html",
    [
        "",
        '<script src="a.js"></script>',
        '<script id="x" type="application/json">{"a": "steal()"}</script>',
        '<script type="application/ld+json">{"a": 1}</script>',
        "<p>&lt;script&gt;steal()&lt;/script&gt;</p>",
    ],
)
def test_files_data_and_words_need_no_digest(theme: Path, html: str) -> None:
    assert "script-src 'self' 'wasm-unsafe-eval';" in _policy(theme).put_into(_PAGE.format(html), "a.md")


def test_all_pages_have_the_same_policy_whatever_the_order_of_their_scripts(theme: Path) -> None:
    policy = _policy(theme)
    scripts = ["<script>start();end()</script>", '<script>scope=new URL(".",location),a<b</script>']
    one, other = (
        policy.put_into(_PAGE.format("".join(order)), "a.md") for order in (scripts, [*scripts[::-1], scripts[0]])
    )
    assert one.partition("<title>")[0] == other.partition("<title>")[0]


@pytest.mark.parametrize(
    ("head", "expected"),
    [
        ('<head>\n<meta charset="utf-8"><title>', '<head>\n<meta charset="utf-8">\n<meta http-equiv="Content'),
        ("<head><title>", '<head>\n<meta http-equiv="Content'),
        ('<HEAD id="a"><META CHARSET=UTF-8><title>', '<HEAD id="a"><META CHARSET=UTF-8>\n<meta http-equiv="Content'),
    ],
)
def test_the_policy_stands_before_all_that_it_governs(theme: Path, head: str, expected: str) -> None:
    assert _policy(theme).put_into(f"{head}T</title></head><body><header>a</header>", "a.md").startswith(expected)


def test_the_server_of_mkdocs_may_reload_pages(theme: Path) -> None:
    policy = _policy(theme, is_serving=True)
    assert "script-src 'self' 'wasm-unsafe-eval' 'unsafe-inline';" in policy.put_into(
        _PAGE.format("<script>start();end()</script>"), "a.md"
    )
    with pytest.raises(UnknownScriptError):
        policy.put_into(_PAGE.format("<script>steal()</script>"), "a.md")


_SCOPE = '<script>scope=new URL("{}",location),a<b</script>'
_TABS = "<script>start();end()</script>"


@pytest.mark.parametrize(
    ("pages", "expected"),
    [
        pytest.param([], [], id="no page"),
        pytest.param([_TABS, _TABS, _TABS], [], id="the same on all"),
        pytest.param(
            [_SCOPE.format(1), _SCOPE.format(2), _SCOPE.format(3)], [("base.html", "0.md")], id="always another"
        ),
        pytest.param([_TABS, _TABS + _SCOPE.format(1), _TABS], [("base.html", "1.md")], id="on one page only"),
        pytest.param(
            [_TABS, _SCOPE.format(1)], [("base.html", "1.md"), ("partials/tabs.html", "0.md")], id="two of them"
        ),
    ],
)
def test_templates_whose_scripts_differ_between_pages_are_named_once(
    theme: Path, pages: list[str], expected: list[tuple[str, str]]
) -> None:
    policy = _policy(theme)
    for number, page in enumerate(pages):
        policy.put_into(_PAGE.format(page), f"{number}.md")
    assert [(v.template.relative_to(theme).as_posix(), v.page) for v in policy.varying()] == expected
