"""A name inside a longer name that is not listed means something else: Geneva University, Mount Hermon Hotel.

A blanket rule (a capital beside the name) loses more true links than it saves from false ones: 2 to 5 points of F1
on four corpora of news. So only neighbours that are heads of such names count.
"""

import re

from news_archive.matching.english import (
    FUNCTION_WORDS,
    FUNCTION_WORDS_IN_TITLES,
    NAMED_AFTER,
    NAMED_BEFORE,
    NAMED_OF,
    NUMBERED,
    STATES_WITH_NAMESAKES,
    THINGS,
    TITLES,
)
from news_archive.matching.profiles import Profile, type_group
from news_archive.matching.rules.given_names import begins_sentence, looks_like_given_name
from news_archive.model import Kind

_COMPASS = (
    "north south east west northern southern eastern western northeast northwest greater free green new young all"
)
_RUN_AFTER = re.compile(r"(?:[ \n-](?=[A-Z])[\w'&]+){1,5}")
_HEAD_OF = re.compile(
    r"\b([A-Z]\w+)(?: (?:and|&) [A-Z]\w+)? (?:of|for) (?:the |an? )?"
    rf"(?:(?:{'|'.join(word.title() for word in _COMPASS.split())})(?: and |-| & | ))*$"
)
_SAME_NAME = re.compile(rf"(?:,| in|, in) (?:upstate |rural )?(?:{STATES_WITH_NAMESAKES})(?!\w| [A-Z])")
_NEXT_WORD = re.compile(r"[ \n]([A-Za-z.]+)")
_ANOTHER = frozenset({"other", "another", "our", "second"})
_LEADS_TO_HEAD = frozenset({"of", "for", "the", "a", "an", *_COMPASS.split()})
_ADJECTIVE_ENDINGS = ("ish", "ian", "ese", "ean", "an", "ic", "i", "ite")
_WITHOUT_ARTICLE = frozenset({"city", "town", "village"})
_ENDS = re.compile(r"(?:[.;:!?)]|,(?! (?:and |or )?[A-Z]))")
_NAMING = ("called ", "named ", "dubbed ", "codenamed ", "code-named ")
_NEAR = 80
"""How far before a name its head may stand, in characters."""
_INDEFINITE = re.compile(r"\b(?:[Aa]n?|[Ii]ts|[Tt]his|[Ee]very|[Oo]ne) $")


def longer_name(before: str, surface: str, after: str, profile: Profile, *, is_acronym: bool) -> str | None:
    """The longer, unlisted name that a name is part of; None where it stands for itself.

    `before` and `after` are the folded text around it. Acronyms before a head are attributes (US Congress, UN
    Commission) and stay; so do names of bodies before `Forces` and the like.
    """
    goes_on = after[:1] in (" ", "\n", "-") and after[1:2].isupper()
    if goes_on and not is_acronym and (head := _head_after(after, profile)):
        return f"{surface}{head}"
    is_named_so = goes_on and profile.kind is not Kind.ACTOR and before.endswith(_NAMING)
    if is_named_so and (run := _RUN_AFTER.match(after)):
        # `an operation called Utrecht Dawn`
        return f"{surface}{run[0]}"
    if before[-1:].isspace() and (
        lead := _lead_before(before, after, profile, is_acronym=is_acronym, is_one_word=" " not in surface)
    ):
        return f"{lead} {surface}"
    if profile.kind is not Kind.ACTOR and surface[0].isupper() and (elsewhere := _SAME_NAME.match(after)):
        return f"{surface}{elsewhere[0]}"
    return None


def _lead_before(before: str, after: str, profile: Profile, *, is_acronym: bool, is_one_word: bool) -> str | None:
    """The words before a name that make a longer or another name of it."""
    words = before[-_NEAR:].split() or [""]
    word = words[-1].lower()
    is_named = False
    if profile.kind is not Kind.ACTOR and word in NAMED_BEFORE and words[-1][0].isupper():
        is_named = not _begins_sentence(before.rstrip()[: -len(word)], word)
    elif profile.kind is Kind.PLACE and word in _ANOTHER:
        # `another Utrecht resident` is of the one Utrecht.
        following = _NEXT_WORD.match(after)
        is_named = following is None or following[1][0].isupper() or following[1] in FUNCTION_WORDS
    elif word == "the" and is_one_word and profile.type in _WITHOUT_ARTICLE and _ENDS.match(after):
        # `the Florence,` is a ship, a hotel or a river.
        is_named = True
    elif is_one_word and not is_acronym and _is_single_body(profile) and looks_like_given_name(words[-1]):
        is_named = not word.endswith(_ADJECTIVE_ENDINGS) and not begins_sentence(before.rstrip()[: -len(word)])
    elif not is_acronym and word in _LEADS_TO_HEAD:
        head = _HEAD_OF.search(before, max(0, len(before) - _NEAR))
        return head[0].rstrip() if head and head[1].lower() in NAMED_OF else None
    return words[-1] if is_named else None


def other_thing(before: str, surface: str, after: str, profile: Profile) -> str | None:
    """What a designation or an acronym means by the noun right after it: `M4 carbine`, `a CAS number`; or None."""
    following = _NEXT_WORD.match(after)
    if not following:
        return None
    noun = following[1].lower().rstrip(".")
    if noun in NUMBERED and _INDEFINITE.search(before):
        return f"{surface} {noun}"
    if any(c.isdigit() for c in surface):
        kinds = {number for number, words in enumerate(THINGS) if noun in words}
        if kinds and profile.things and not kinds & profile.things:
            return f"{surface} {noun}"
    return None


def _head_after(after: str, profile: Profile) -> str | None:
    run = _RUN_AFTER.match(after)
    if not run:
        return None
    words = run[0].replace("-", " ").split()
    is_body = profile.kind is Kind.ACTOR and not profile.is_person
    for count, word in enumerate(words, 1):
        head = word.lower()
        if head in TITLES:
            return None
        group = type_group(head)
        if group is not None and group in profile.groups:
            return None
        if head in NAMED_AFTER and not (is_body and head in {"forces", "group", "news"}):
            return " " + " ".join(words[:count])
    if profile.kind is not Kind.ACTOR and words[0] in FUNCTION_WORDS_IN_TITLES and len(words) > 1:
        return run[0]
    return None


def _is_single_body(profile: Profile) -> bool:
    """Whether a word with a capital before its name makes another name of it: Richard Wagner, but not Imperial Russia."""
    return profile.kind is Kind.ACTOR and not profile.is_person and profile.type not in ("state", "country")


def _begins_sentence(before: str, word: str) -> bool:
    """Whether a capital may be a sentence's own: `Radio` after a full stop still is a radio, `Free` is not a name."""
    return word in ("free", "new", "future", "air", "team") and (
        not before.strip() or before.rstrip()[-1:] in ".!?:;\"'“”‘’([–—*"
    )
