"""Imports real texts that lie beside the project, without mending any by hand, and holds that their words are kept.

    imports.py SHARED

SHARED has `seeds/` (two real articles) and `corpora/re3d/articles.jsonl` (29 releases of governments). Exit 1 if one is
not imported, if a word differs on the page, or if `check --strict` has something to say.
"""

import json
import re
import shutil
import subprocess
import sys
import tempfile
from html import unescape
from pathlib import Path

PROJECT = Path(__file__).resolve().parents[1]
COMMAND = [sys.executable, "-c", "from news_archive.cli import main; main()"]
# What these two files do not say themselves.
SEEDS = {"000": ("--date", "2016-08-20", "--source", "MESOP"), "003": ("--source", "EA WorldView")}
BODY = re.compile(r"<div[^>]*data-article=\"[^\"]*\"[^>]*>(.*)", re.DOTALL)


def run(site: Path, *arguments: str) -> str:
    """What a command prints. Stops at a failure with what it said."""
    done = subprocess.run([*COMMAND, *arguments], cwd=site, capture_output=True, text=True, check=False)
    if done.returncode:
        sys.exit(f"news-archive {' '.join(arguments)}: exit {done.returncode}\n{done.stdout}{done.stderr}")
    return done.stdout


def new_site(folder: Path) -> Path:
    """An archive without articles, with the entities and the Markdown extensions of this one."""
    site = folder / "site"
    (site / "articles").mkdir(parents=True)
    for kind in ("actors", "places", "glossary"):
        shutil.copytree(PROJECT / "docs" / kind, site / "docs" / kind)
    settings = (PROJECT / "mkdocs.yml").read_text(encoding="utf-8")
    extensions = re.search(r"^markdown_extensions:\n(  - .*\n)+", settings, re.MULTILINE)
    (site / "mkdocs.yml").write_text(
        "site_name: Imports\nsite_url: https://imports.example/\ntheme: {name: material, font: false}\n"
        f"plugins: [news-archive]\n{extensions[0] if extensions else ''}",
        encoding="utf-8",
    )
    return site


def words_of_page(site: Path, path: str) -> list[str]:
    """The title and all words of the article's body, as readers see them."""
    html = (site / "site" / path.removesuffix(".md") / "index.html").read_text(encoding="utf-8")
    title = re.search(r"<h1[^>]*>(.*?)</h1>", html, re.DOTALL)
    body = BODY.search(html)
    if not title or not body:
        sys.exit(f"{path}: its page has no title or no body")
    end = _end_of(body[1])
    return unescape(re.sub(r"<[^>]*>", "", f"{title[1]} {body[1][:end]}")).split()


def _end_of(html: str) -> int:
    """Where the element that is open at the start ends."""
    depth = 1
    for tag in re.finditer(r"<(/?)div\b[^>]*>", html):
        depth += -1 if tag[1] else 1
        if depth == 0:
            return tag.start()
    return len(html)


def main() -> int:
    shared = Path(sys.argv[1]).resolve()
    releases = shared / "corpora" / "re3d" / "articles.jsonl"
    with tempfile.TemporaryDirectory(prefix="imports-") as name:
        site = new_site(Path(name))
        expected: dict[str, list[str]] = {}
        for seed in sorted((shared / "seeds").glob("*.txt")):
            (path,) = run(site, "import", str(seed), *SEEDS[seed.stem[:3]]).split()
            expected[path] = seed.read_text(encoding="utf-8").split()
        texts = [json.loads(line) for line in releases.read_text(encoding="utf-8").splitlines()]
        paths = run(site, "import", str(releases), "--date", "2016").split()
        for path, text in zip(paths, texts, strict=True):
            expected[path] = f"{text['title']} {text['text']}".split()
        run(site, "check", "--strict")
        run(site, "build", "--strict")
        problems = [path for path, words in expected.items() if words_of_page(site, path) != words]
    for problem in problems:
        print(f"{problem}: its words are not those that came in", file=sys.stderr)
    print(f"imports: {len(expected) - len(problems)} of {len(expected)} real texts, word for word")
    return 1 if problems else 0


if __name__ == "__main__":
    sys.exit(main())
