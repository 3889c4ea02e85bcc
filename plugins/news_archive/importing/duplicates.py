"""What is in the archive already: by its address, or by its words."""

import re
from collections.abc import Sequence
from dataclasses import dataclass

from news_archive.archive import NEAR_SAME, pairs_alike, shingles
from news_archive.content.web_addresses import same_address

_TARGET = re.compile(r"\]\([^()\s]*\)")
_FEWEST_RUNS = 10
"""Texts with fewer are alike by chance; of these the title counts as well."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Known:
    """An article, as far as it matters here."""

    where: str
    """For an editor: its file."""
    title: str
    url: str | None
    body: str
    """Markdown."""


def find_repeats(new: Sequence[Known], archive: Sequence[Known]) -> dict[int, str]:
    """For each number of a new one that the archive or an earlier new one has already: where, and by what."""
    repeats: dict[int, str] = {}
    places: dict[str, str] = {}
    everyone = [*archive, *new]
    for number, known in enumerate(everyone, -len(archive)):
        address = same_address(known.url) if known.url else ""
        if number >= 0 and address in places:
            repeats[number] = f"{places[address]} has the same address, {known.url}"
        elif address:
            places[address] = known.where
    runs = {number: _runs(known) for number, known in enumerate(everyone, -len(archive))}
    # In the order of the new ones: what an earlier one repeats is decided before a later one is compared with it.
    for one, other, alike in sorted(pairs_alike(runs, NEAR_SAME), key=lambda pair: (pair[1], -pair[2])):
        if other >= 0 and one not in repeats:
            repeats.setdefault(other, f"its words are {alike:.0%} those of {everyone[one + len(archive)].where}")
    return repeats


def _runs(known: Known) -> frozenset[int]:
    body = _TARGET.sub("]", known.body)
    runs = shingles(body)
    return runs if len(runs) >= _FEWEST_RUNS else shingles(f"{known.title} {body}")
