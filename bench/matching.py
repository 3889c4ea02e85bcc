"""Processor time of finding names, all rules included: a 600-word article with 1,500 aliases and with 20,000.

    matching.py [--articles 300] [--rounds 5]

Texts are generated (`make_archive.py`) and converted beforehand. The time is that of this process, the best of the
rounds. Whatever the machine, the ratio says whether the cost grows with the number of aliases.
"""

import argparse
import subprocess
import sys
import tempfile
import time
from pathlib import Path

from news_archive.annotation import read, sanitise
from news_archive.build import Converter
from news_archive.content import Places, load
from news_archive.matching import build_gazetteer, find_names, spacy_search
from news_archive.model import PartialDate

HERE = Path(__file__).resolve().parent
WORDS = 600


def milliseconds(folder: Path, articles: int, entities: int, rounds: int) -> tuple[int, float, float]:
    """How many aliases, how many mentions an article, and the time for an article of 600 words."""
    options = ["--articles", str(articles), "--entities", str(entities), "--out", str(folder)]
    subprocess.run([sys.executable, str(HERE / "make_archive.py"), *options], check=True)
    library = load(Places(root=folder)).library
    gazetteer = build_gazetteer(library.entities.values())
    search = spacy_search(gazetteer.phrases)
    converter = Converter([], {})
    texts = [read(sanitise(converter.convert(article.body)).html).blocks for article in library.articles]
    size = sum(len(block.text.split()) for blocks in texts for block in blocks) / WORDS
    date = PartialDate.parse("2016")
    best, mentions = float("inf"), 0
    for _ in range(rounds):
        before = time.process_time()
        mentions = sum(len(find_names(blocks, gazetteer, search, date=date).mentions) for blocks in texts)
        best = min(best, time.process_time() - before)
    return len(gazetteer.declared), mentions / size, best / size * 1000


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--articles", type=int, default=300)
    parser.add_argument("--rounds", type=int, default=5)
    args = parser.parse_args()
    times = []
    for entities in (500, 6667):
        with tempfile.TemporaryDirectory(prefix="bench-") as name:
            aliases, mentions, spent = milliseconds(Path(name), args.articles, entities, args.rounds)
        times.append(spent)
        print(f"{aliases:6} aliases: {spent:.2f} ms for {WORDS} words with {mentions:.0f} mentions")
    print(f"20,000 aliases cost {times[1] / times[0]:.2f} times as much as 1,500")


if __name__ == "__main__":
    main()
