"""City or governorate, river or town: the word beside a name that says which.

A cue stands before the name (`the province of Utrecht`, `the River Vecht`) or after it (`Utrecht city`); in a list
it goes for all of them (`the provinces of Utrecht and Zeeland`, `Utrecht and Zeeland provinces`). A name of a place
with its type after it (`Utrecht province`) is a form of its own and needs no rule.
"""

import re

from news_archive.matching.english import PLACE_TYPES

_PLURALS = {
    word: number
    for number, group in enumerate(PLACE_TYPES)
    for singular in group
    for word in (singular, f"{singular}s", f"{singular[:-1]}ies" if singular.endswith("y") else f"{singular}s")
}
_BEFORE_OF = re.compile(r"\b([A-Za-z-]+)[ \n]of[ \n](?:the[ \n])?(?:both[ \n])?$")
_BEFORE = re.compile(r"\b([A-Za-z-]+)[ \n]$")
_AFTER = re.compile(r"[ \n]([A-Za-z-]+)")
_LISTED = re.compile(r",?[ \n](?:and|or)[ \n](?:the[ \n])?|,[ \n]?|/|[ \n]&[ \n]")
_NEAR = 40
"""How far before a name its cue may stand, in characters."""
_OF = len(" of the both ")
# Stand before a name without `of`: the River Vecht, Lake Geneva, Mount Hermon.
_LEADING = frozenset({"river", "lake", "mount", "camp"})


def are_listed(between: str) -> bool:
    """Whether the text between two names makes them parts of one list."""
    return _LISTED.fullmatch(between) is not None


def cue_before(before: str) -> tuple[int, str] | None:
    """The group of place types, and the word, that a cue before a name or a list of names speaks of."""
    before = before[-_NEAR:]
    if (
        "of" in before[-_OF:]
        and (found := _BEFORE_OF.search(before))
        and (group := _PLURALS.get(found[1].lower())) is not None
    ):
        return group, found[1]
    if (found := _BEFORE.search(before)) and found[1].lower() in _LEADING:
        return _PLURALS[found[1].lower()], found[1]
    return None


def cue_after(after: str, *, is_list: bool) -> tuple[int, str] | None:
    """As `cue_before`, for a cue after a name; after a list it must be a plural to go for all of it."""
    found = _AFTER.match(after)
    if not found or (group := _PLURALS.get(found[1].lower())) is None:
        return None
    if is_list and not found[1].lower().endswith("s"):
        return None
    return group, found[1]
