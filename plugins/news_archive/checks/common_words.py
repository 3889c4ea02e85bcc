"""Words of every English text, which as names would be linked wherever a sentence begins with them.

A closed list, typed for this: what a person's or a place's name is made of is left out even where it is a word too
(Grant, Hope, Reading, Turkey).
"""

from news_archive.matching.english import FUNCTION_WORDS

_CALENDAR = frozenset(
    """
    january february march april may june july august september october november december
    monday tuesday wednesday thursday friday saturday sunday spring summer autumn winter
""".split()
)

_NOUNS = frozenset("""
    agency agreement aid air aircraft alliance army article attack authorities authority base battle bomb border
    bridge brigade building bus camp campaign capital car ceasefire centre center child children church citizen city
    civilian civilians coalition column command commander committee community company conflict congress convoy council
    country county court crisis crossing day days death deputy district division drone east economy election embassy
    enemy evening face fact family father fight fighter fighters fighting figure fire force forces foreign front fund
    gate general government governor group groups guard guards hand head health home hospital hour house houses human
    hundreds information interior interview issue justice killing land law leader leaders leadership life line local
    lord love major man march market media meeting member members men militants military militia militias mine
    minister ministry minute money month months morning mosque mother mountain movement name nation neighbourhood
    news newspaper night north officer officers official officials oil open opposition order parliament part parties
    party peace people place plain plan plane point police policy population power president press prison prisoner
    prisoners problem question radio rebels refugees region regime report reports resistance rights river road
    rocket school sea season secretary security sector shield side siege situation sky soldier soldiers source sources
    south square staff state statement states storm story street strike strikes strip talks tank tanks teacher team
    television thing things thousands time today town towns training treaty tribe troops truce truth unit units
    university valley victory video village villages violence war wall water way weapon weapons week weeks west woman
    women word words work world year years youth
""".split())  # fmt: skip

COMMON_WORDS = FUNCTION_WORDS | _CALENDAR | _NOUNS
"""In lower case."""
