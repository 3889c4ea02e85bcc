"""Processor time of a build with the plugin, as a ratio to MkDocs without it on the same archive.

Archives are generated (`make_archive.py`), the same bytes on every machine. Runs alternate, so that other work
on the machine falls on both; figures are user and system time of the whole process, medians of the rounds.

    bench.py [--articles 2000] [--rounds 3] [--large 10000]

`cold` builds with an empty cache, `warm` with what the build before it left. Both without the search index, which
MkDocs' own has no like of; what it costs is told by itself. `--large 0` leaves the check of linear growth out.
"""

import argparse
import json
import os
import re
import resource
import shutil
import statistics
import subprocess
import sys
import tempfile
from pathlib import Path

HERE = Path(__file__).resolve().parent


def make(folder: Path, articles: int, *, plain: bool) -> Path:
    command = [sys.executable, str(HERE / "make_archive.py"), "--articles", str(articles), "--out", str(folder)]
    subprocess.run([*command, "--plain"] if plain else command, check=True)
    return folder


# As if Pagefind were not installed: then no index is made.
_WITHOUT_SEARCH = "import sys; sys.modules['pagefind'] = None; "
_MKDOCS = "from mkdocs.__main__ import cli; cli()"


def seconds(site: Path, *, with_search: bool = False) -> float:
    """User and system seconds of one build, and of the programs that it starts."""
    before = resource.getrusage(resource.RUSAGE_CHILDREN)
    program = _MKDOCS if with_search else _WITHOUT_SEARCH + _MKDOCS
    command = [sys.executable, "-c", program, "build", "--quiet", "-f", str(site / "mkdocs.yml")]
    subprocess.run(command, check=True, env=os.environ | {"NO_MKDOCS_2_WARNING": "1"})
    after = resource.getrusage(resource.RUSAGE_CHILDREN)
    return after.ru_utime + after.ru_stime - before.ru_utime - before.ru_stime


def cold(site: Path) -> float:
    shutil.rmtree(site / ".cache", ignore_errors=True)
    return seconds(site)


def difference(site: Path) -> float:
    """User and system seconds of `news-archive diff` for a change that adds one alias, both states read."""
    git = ["git", "-C", str(site), "-c", "user.name=bench", "-c", "user.email=bench@bench.example"]
    (site / ".gitignore").write_text(".cache/\nsite/\n")
    for step in (["init", "--quiet"], ["add", "--all"], ["commit", "--quiet", "--message", "bench"]):
        subprocess.run([*git, *step], check=True)
    actor = next(file for file in sorted(site.glob("docs/actors/*.md")) if "\naliases:\n" in file.read_text())
    words = re.findall(r"\b[a-z]{6,}\b", next(iter(sorted(site.glob("articles/*/*.md")))).read_text())
    actor.write_text(actor.read_text().replace("\naliases:\n", f"\naliases:\n  - {words[-1]}\n", 1))
    before = resource.getrusage(resource.RUSAGE_CHILDREN)
    command = [str(Path(sys.executable).parent / "news-archive"), "diff", "HEAD", "--format", "json"]
    environment = os.environ | {"NO_MKDOCS_2_WARNING": "1"}
    told = subprocess.run(command, check=True, cwd=site, capture_output=True, text=True, env=environment).stdout
    after = resource.getrusage(resource.RUSAGE_CHILDREN)
    print(f"  (the alias changes {json.loads(told)['changes']} names)")
    return after.ru_utime + after.ru_stime - before.ru_utime - before.ru_stime


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--articles", type=int, default=2000)
    parser.add_argument("--rounds", type=int, default=3)
    parser.add_argument("--large", type=int, default=10000)
    args = parser.parse_args()
    with tempfile.TemporaryDirectory(prefix="bench-") as name:
        folder = Path(name)
        with_plugin = make(folder / "annotated", args.articles, plain=False)
        without = make(folder / "plain", args.articles, plain=True)
        seconds(without)  # the disk's own cache
        rounds = [(seconds(without), cold(with_plugin), seconds(with_plugin)) for _ in range(args.rounds)]
        plain, first, again = (statistics.median(column) for column in zip(*rounds, strict=True))
        print(f"{args.articles} articles, median of {args.rounds} rounds, processor seconds")
        print(f"  MkDocs without the plugin  {plain:6.2f}")
        print(f"  annotated, cold            {first:6.2f}   ratio {first / plain:.2f}")
        print(f"  annotated, warm            {again:6.2f}   ratio {again / plain:.2f}")
        indexed = seconds(with_plugin, with_search=True)
        print(f"  the search index, made     {indexed - again:6.2f}   ratio {(indexed - again) / plain:.2f}")
        kept = seconds(with_plugin, with_search=True)
        print(f"  the search index, kept     {kept - again:6.2f}   ratio {(kept - again) / plain:.2f}")
        compared = difference(with_plugin)
        print(f"  diff of one alias, warm    {compared:6.2f}   ratio {compared / plain:.2f}")
        if args.large:
            large = cold(make(folder / "large", args.large, plain=False))
            growth = (large / args.large) / (first / args.articles)
            print(f"{args.large} articles, cold          {large:6.2f}   {growth:.2f} times the cost of an article")


if __name__ == "__main__":
    main()
