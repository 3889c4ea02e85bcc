"""Words by which proper names in English news are told from what stands beside them. Closed lists; nothing of one archive.

They add to `matching.english`, which has titles, function words and the heads of longer names.
"""

from news_archive.matching.english import (
    ABBREVIATED_TITLES,
    DEMONYMS,
    FAITHS_AND_PEOPLES,
    FUNCTION_WORDS,
    LARGE_BODIES,
    NAMED_AFTER,
    NAMED_OF,
    PLACE_TYPES,
    SPEECH,
    TITLES,
)


def _words(text: str) -> frozenset[str]:
    return frozenset(text.split())


DATES = _words("""
    monday tuesday wednesday thursday friday saturday sunday mon tue tues wed thu thur thurs fri sat sun
    january february march april may june july august september october november december
    jan feb mar apr jun jul aug sep sept oct nov dec gmt utc est edt bst am pm
""")
"""Days, months and times of day."""

PERSONAL_TITLES = (TITLES - _words("saint st members member")) | _words("""
    commodore airman seaman lance warrant spokesmen spokespersons secretaries ministers presidents leaders commanders
    general generals officers chiefs prime staff delegate delegates lieutenant-general major-general secretary-general
    brigadier-general representatives senators ambassadors envoys governors mayors coordinator founder inspectors
    deputies hon honourable honorable
""")
"""What stands before a person's name, or for it: President, Lt. Gen."""

TITLE_MODIFIERS = _words("""
    prime foreign defence defense interior deputy vice first second third special press chief joint assistant acting former
    home finance health oil energy justice education trade development international shadow senior principal under
    permanent national security state head lead commanding vice-presidential political military regional executive
    parliamentary presidential humanitarian resident attorney inspector master warrant petty lance staff rear great
    managing grand command and of for the to
""")
"""Before a title they belong to it: Deputy Foreign Minister."""

NAMES_LIKE_TITLES = _words(
    "sheikh shaikh sheik sultan emir imam king prince judge bishop pope lord major father justice baron dean"
)
"""Titles that stand inside names as well: after a given name they are a part of it."""

SHIPS = _words("uss hms hmcs hmas usns ss mv ins rfs fs")
"""Before the names of ships, in capitals."""

PORTFOLIOS = _words("""
    state defense defence affairs foreign interior health finance justice treasury commerce energy transportation
    agriculture education labor labour oil war homeland security staff army navy force europe middle east africa asia
    north international development political legislative public information culture and the of for to board
    council
""")
"""After a title and `of` or `for`, and before a person's name: Secretary of State, Minister for the Middle East."""

HEADS = (NAMED_AFTER | NAMED_OF | LARGE_BODIES - {"people"}) | _words("""
    front command staff guard guards corps squadron squadrons fleet wing unit office department organization
    organisation institution federation council councils cabinet agency bureau taskforce service services police
    gendarmerie secretariat jihad opposition administration regime intelligence observers republic kingdom emirate
    caliphate state states union league nations nation front liberation resistance brotherhood shield summit
    dialogue process province governorate district city town village river lake sea gulf bay valley mountain
    mountains island islands desert peninsula strait canal plain plains region county canton camp airfield airport
    airbase dam road highway line zone area crossing heights hills east west north south ocean coast fund fund
    initiative group groups watch crescent cross helmets fleet ministry tribe clan family house senate commons lords
    duma knesset board department community communities command operation
    resolution treaty accord accords agreement convention act law declaration communique memorandum
""")
"""Words that, in capitals, make a longer name of the name beside them: the Utrecht Military Council."""

ORGANISATIONS = (
    HEADS
    - frozenset().union(*PLACE_TYPES)
    - _words("""
    east west north south sea gulf bay valley heights hills mountain mountains island islands desert peninsula strait
    canal plain plains line zone area crossing ocean coast road house family tower towers bridge gate street avenue
    square palace museum park stadium hotel mosque church cathedral prison cemetery citadel castle hospital school
    operation summit dialogue process resolution treaty accord accords agreement convention act law declaration
    communique memorandum shield
""")
)
WRITINGS_AND_EVENTS = _words("""
    operation resolution treaty accord accords agreement convention act law declaration communique memorandum summit
    dialogue process exercise conference talks war initiative
""")
"""Heads of the names of what a glossary explains."""
FEATURES = frozenset().union(*PLACE_TYPES) | _words("""
    sea gulf bay valley heights hills mountain mountains island islands desert peninsula strait canal plain plains
    crossing ocean coast mosque church bridge square street prison palace citadel hospital museum hotel gate tower
    stadium park cemetery cathedral monastery avenue
""")

BEFORE_PLACES = _words("in near at around from to outside into towards toward between throughout across inside reach")
BEFORE_PERSONS = PERSONAL_TITLES - _words(
    "chief member father brother sister king state private judge major staff prime"
)

INNER = _words("of for and the de del della di da du la le les von van der den bin ibn ben abu al el ul")
"""Words in lower case that may stand between the capitalised words of one name."""

OWNERS = _words("""
    people peoples women men workers children king kings queen farmers teachers students veterans prisoners soldiers mothers
    martyrs nurses lawyers writers doctors peasants citizens girls boys lord lords bishop bachelor players
""")
"""Common nouns whose possessive stands inside names: People's Protection, King's College."""

PEOPLES = (
    DEMONYMS
    | FAITHS_AND_PEOPLES
    | _words("""
    sunni shia shiite shi'ite shi'a alawite druze yazidi yezidi kurd arab turk turkmen turkoman assyrian armenian
    islamic islamist jihadist salafist muslim christian jewish jew hebrew persian balkan dutch frenchman englishman
    bedouin alevi ismaili maronite catholic orthodox protestant buddhist hindu sikh baathist ba'athist marxist nazi
    communist zionist western eastern northern southern westerner israeli iraqi saudi yemeni pakistani emirati kuwaiti
    qatari omani bahraini bangladeshi bengali nepali somali punjabi uzbek tajik kazakh kyrgyz uighur uyghur czech
    slovak croat serb greek swiss thai scot dane swede finn pole briton cypriot latin french
    icelander filipino arabic turkic soviet kurmanji sorani aramaic cyrillic taiwanese argentine chechen farsi pashtun pashto urdu slav
""")
)
"""Nationalities, languages, faiths; names only as part of a longer one."""
_PEOPLE_ENDINGS = ("ian", "ians", "ese", "ish", "istan")
_NO_PEOPLES = _words(
    "brian vivian adrian julian damian ian sebastian guardian parish danish jian gillian lillian dorian irish"
)
_SHORTEST_PEOPLE = 6

SAID = SPEECH - _words(
    "has had was is will would did does can could may might must also himself herself who calls claims"
)
"""What somebody does who is named before it, and what no other word of a sentence does."""

NEVER_ALONE = (
    PERSONAL_TITLES
    | FUNCTION_WORDS
    | DATES
    | _words("""
    government state ministry minister parliament council committee commission court army navy police government's members
    member conference agreement resolution article chapter section annex part figure table page photo image video
    report statement letter read watch more click share source sources editor's update updated breaking exclusive
    note notes question questions answer answers q a ok god tv ceo phd dna us$ ii iii iv vi vii viii ix xi xii
    internet covid covid-19 earth email e-mail fax tel bc ad
    foreign prime defence defense deputy interior special press international national federal regional local
    someone somebody everyone everybody anyone anybody
    home men women joint north south east west northern southern eastern western central islam christianity judaism ramadan eid christmas
    easter congratulations thanks dear sir madam yours sincerely airmen
""")
)
"""In capitals by themselves they name nobody."""


def is_people(word: str) -> bool:
    """Whether a word in lower case is for a nation, a language or a faith, or for those who belong to it."""
    word = word.partition("-")[0]
    if word in PEOPLES or (word.endswith("s") and word[:-1] in PEOPLES):
        return True
    return word.endswith(_PEOPLE_ENDINGS[:4]) and len(word) >= _SHORTEST_PEOPLE and word not in _NO_PEOPLES


ABBREVIATED = frozenset(ABBREVIATED_TITLES) | _words("mr mrs ms dr st hon sr jr mt ft")
"""Written with a period before a name."""
