"""Where sentences begin and end in a block of text. For quoting, so a doubtful end is no end."""

import re
from itertools import pairwise

_END = re.compile(r"[.!?…؟۔]+[\"'”’»)\]\ufffc]*\s+")
_OPENING = "\"'“‘«([—– "
# Abbreviations before names and numbers, as English-language news uses them.
_ABBREVIATED = frozenset(
    """
    adm brig capt cmdr col cpl cpt dr gen gov hon jr lt ltd maj mr mrs ms msgr mt no pres prof rep rev sen sgt sr
    st vs jan feb mar apr jun jul aug sep sept oct nov dec approx ca cf dept est fig inc co corp
""".split()
)
_LONGEST_WORD = 20
"""How far back an abbreviation is looked for; a longer word is none."""


def sentences(text: str) -> list[tuple[int, int]]:
    """Start and end of each sentence; together they cover the text."""
    bounds = [0, *(end.end() for end in _END.finditer(text) if _is_end(text, end))]
    if bounds[-1] < len(text) or len(bounds) == 1:
        bounds.append(len(text))
    return list(pairwise(bounds))


def _is_end(text: str, end: re.Match[str]) -> bool:
    following = text[end.end() : end.end() + 4].lstrip(_OPENING)
    if following[:1].islower():
        return False
    if end[0].rstrip() != ".":
        return True
    before = text[max(0, end.start() - _LONGEST_WORD) : end.start()]
    word = before.rpartition(" ")[2].rpartition(".")[2].lstrip(_OPENING)
    # `U.S. planes`, `J. Smith`, `Gen. Smith`
    return not (word.isalpha() and (len(word) == 1 or word.lower() in _ABBREVIATED))
