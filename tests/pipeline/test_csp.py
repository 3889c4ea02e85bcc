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
    html = _policy(theme).put_into(_PAGE.format(f"<script>{script}</script>"))
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
        _policy(theme).put_into(_PAGE.format(f"<{tag}>{script}</{tag.split(maxsplit=1)[0]}>"))
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
    assert "script-src 'self' 'wasm-unsafe-eval';" in _policy(theme).put_into(_PAGE.format(html))


def test_all_pages_have_the_same_policy_whatever_the_order_of_their_scripts(theme: Path) -> None:
    policy = _policy(theme)
    scripts = ["<script>start();end()</script>", '<script>scope=new URL(".",location),a<b</script>']
    one, other = (policy.put_into(_PAGE.format("".join(order))) for order in (scripts, [*scripts[::-1], scripts[0]]))
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
    assert _policy(theme).put_into(f"{head}T</title></head><body><header>a</header>").startswith(expected)


def test_the_server_of_mkdocs_may_reload_pages(theme: Path) -> None:
    policy = _policy(theme, is_serving=True)
    assert "script-src 'self' 'wasm-unsafe-eval' 'unsafe-inline';" in policy.put_into(
        _PAGE.format("<script>start();end()</script>")
    )
    with pytest.raises(UnknownScriptError):
        policy.put_into(_PAGE.format("<script>steal()</script>"))
