"""Builds sites from real and labelled texts that lie beside the project, and holds the floors for them.

    real_texts.py SHARED

SHARED has `gold/` (labelled articles and the scorer) and `seeds/` (two real articles). Exit 1 below a floor.
"""

import json
import shutil
import subprocess
import sys
import tempfile
from pathlib import Path

PROJECT = Path(__file__).resolve().parents[1]
MKDOCS = [sys.executable, "-m", "mkdocs", "build", "--quiet"]
PRECISION = 0.99
# Of all names but those in spellings that nobody listed, and of these.
RECALL, VARIANT_RECALL = 0.97, 0.6
# What a listed form decides by itself must be found whole.
WHOLE = ("possessive", "hyphen", "wrapped", "acronym-intro", "markup")
NEVER = ("text_changed", "in_heading_or_code", "no_page", "trap")
# Pages that must quote both articles, because both name the entity; by the names they go by there.
IN_BOTH = {
    "actors/ypg": (True, False),
    "actors/sdf": (True, True),
    "glossary/operation-inherent-resolve": (True, False),
    "places/hasakah": (True, False),
    "places/deir-ez-zor": (False, True),
    "places/euphrates": (False, True),
}
SEEDS = {"000": ("2016-08-20", "MESOP"), "003": ("2018-02-08", "EA WorldView")}


def score(gold: Path) -> list[str]:
    """What falls short on the labelled articles."""
    command = [*MKDOCS, "-f", "{site}/mkdocs.yml", "-d", "{out}"]
    run = subprocess.run(
        [sys.executable, str(gold / "score.py"), "--json", "--build", " ".join(command)],
        check=True,
        capture_output=True,
        text=True,
    )
    result = json.loads(run.stdout)
    print(f"gold: precision {result['precision']:.3f}, recall {result['recall']:.3f}")
    print("gold: recall by class", result["recall_by_class"])
    problems = [f"{name}: {result[name]}" for name in NEVER if result.get(name)]
    found = {name: tuple(map(int, counts.split("/"))) for name, counts in result["recall_by_class"].items()}
    listed = [counts for name, counts in found.items() if name != "variant"]
    recall = sum(right for right, _ in listed) / sum(total for _, total in listed)
    variant = found["variant"][0] / found["variant"][1]
    print(f"gold: recall without variants {recall:.3f}, of variants {variant:.3f}")
    if result["precision"] < PRECISION:
        problems.append(f"precision {result['precision']}, the floor is {PRECISION}")
    if recall < RECALL:
        problems.append(f"recall without variants {recall:.3f}, the floor is {RECALL}")
    if variant < VARIANT_RECALL:
        problems.append(f"recall of variants {variant:.3f}, the floor is {VARIANT_RECALL}")
    problems += [f"class {name}: {found[name]}" for name in WHOLE if found[name][0] < found[name][1]]
    return problems


def quote_seeds(seeds: Path, folder: Path) -> list[str]:
    """What is missing from the pages of entities when the two real articles are the archive."""
    site = folder / "site"
    (site / "articles").mkdir(parents=True)
    for kind in ("actors", "places", "glossary"):
        shutil.copytree(PROJECT / "docs" / kind, site / "docs" / kind)
    (site / "mkdocs.yml").write_text(
        "site_name: Seeds\nsite_url: https://seeds.example/\ntheme: {name: material, font: false}\nplugins: [news-archive]\n"
    )
    stems = {}
    for path in sorted(seeds.glob("*.txt")):
        title, body = path.read_text(encoding="utf-8").split("\n", 1)
        date, source = SEEDS[path.stem[:3]]
        stems[path.stem[:3]] = path.stem
        matter = f"---\ntitle: {json.dumps(title, ensure_ascii=False)}\ndate: {date}\nsource: {source}\n---\n"
        (site / "articles" / f"{path.stem}.md").write_text(matter + body, encoding="utf-8")
    subprocess.run([*MKDOCS, "--strict", "-f", str(site / "mkdocs.yml"), "-d", str(folder / "out")], check=True)
    problems = []
    for entity, named in IN_BOTH.items():
        html = (folder / "out" / entity / "index.html").read_text(encoding="utf-8")
        for key, is_named in zip(sorted(SEEDS), named, strict=True):
            mark = f"articles/{stems[key]}/#m-{entity.replace('/', '-')}-1"
            if (mark in html) is not is_named:
                problems.append(f"{entity}: {'no quote from' if is_named else 'a quote from'} article {key}")
    print(f"seeds: {len(IN_BOTH)} pages quote the articles that name them")
    return problems


def main() -> int:
    shared = Path(sys.argv[1]).resolve()
    problems = score(shared / "gold")
    with tempfile.TemporaryDirectory(prefix="real-texts-") as name:
        problems += quote_seeds(shared / "seeds", Path(name))
    for problem in problems:
        print(f"below the floor: {problem}", file=sys.stderr)
    return 1 if problems else 0


if __name__ == "__main__":
    sys.exit(main())
