"""Words of English-language news that say what the name beside them is. Closed lists; nothing of one archive.

Rules that use them hold for texts in English only; other languages have the listed forms and the editor's rulings.
"""


def _words(text: str) -> frozenset[str]:
    return frozenset(text.split())


TITLES = _words("""
    mr mrs ms miss mx dr prof professor sir dame lord lady sheikh shaikh sheik imam ayatollah mullah rabbi bishop
    archbishop patriarch pope cardinal father brother sister king queen prince princess emir sultan president premier
    chancellor minister secretary undersecretary senator sen representative rep congressman congresswoman mp governor
    gov mayor ambassador envoy chief chairman chairwoman chair co-chair director commissioner judge justice attorney
    prosecutor general gen lieutenant lt colonel col major maj captain capt commander cmdr corporal cpl sergeant sgt
    private pvt admiral adm brigadier brig marshal officer spokesman spokeswoman spokesperson adviser advisor deputy
    leader dictator strongman candidate nominee comrade aide analyst author lawyer activist journalist correspondent
    engineer pastor reverend rev saint st doctor nurse farmer driver baroness member speaker sec maj-gen detective inspector agent vice-president
    president-elect then-president ex-president
""")
"""What stands before a person's name and is no part of it; lower case, without periods."""

ABBREVIATED_TITLES = {
    "rep": "representative",
    "sen": "senator",
    "gen": "general",
    "lt": "lieutenant",
    "col": "colonel",
    "maj": "major",
    "capt": "captain",
    "cmdr": "commander",
    "cpl": "corporal",
    "sgt": "sergeant",
    "pvt": "private",
    "adm": "admiral",
    "brig": "brigadier",
    "gov": "governor",
    "prof": "professor",
    "sec": "secretary",
    "rev": "reverend",
}

FUNCTION_WORDS = _words("""
    a about above after against all also although amid among an and another any around as at because before behind
    below beneath beside besides between beyond both but by can could despite do does down during each either even
    ever every few first for former from had has have he her here his how however i if in indeed inside instead into
    is it its itself just last late later least less like many may maybe meanwhile more moreover most much must my
    near neither never nevertheless next no nobody none nor not nothing now of off often old on once one only onto or
    other others our out outside over past per perhaps quite rather second she should since so some soon still such
    than that the their them then there therefore these they this those though three through throughout thus till to
    today together tomorrow tonight too toward towards two under unlike until up upon us very was we were what
    whatever when whenever where whereas whether which while who whoever whom whose why will with within without
    would yes yesterday yet you your
    me my no or so be by go it its am are do does did
""")
"""Words that news uses in every text."""

DEMONYMS = _words("""
    american british french german dutch russian turkish iraqi iranian syrian kurdish arab israeli saudi egyptian chinese
    japanese italian spanish polish swedish norwegian danish finnish greek ukrainian canadian australian indian pakistani
    afghan lebanese jordanian palestinian qatari emirati kuwaiti yemeni libyan tunisian algerian moroccan european swiss
    belgian austrian czech irish scottish welsh english mexican brazilian african asian
""")

NAMES_LIKE_PARTICIPLES = _words("""
    mohammed muhammed mohamed ahmed saeed khaled hamed waleed majed rashed sayed sayyed zayed fahed abed ayed obed fred
    alfred wilfred winfred manfred ted ned jared mildred ed sterling king
""")
"""Given names that end as participles do."""

NO_GIVEN_NAME = (
    TITLES
    | FUNCTION_WORDS
    | DEMONYMS
    | _words("""
    did does do are is was were says said dear looks poor incumbent republican democrat democratic conservative veteran rival fellow western let meet see ask
    warden
    monday tuesday wednesday thursday friday saturday sunday january february march april june july august september
    october november december
""")
)
"""Capitalised words before a surname that make no other person of it."""

NAMED_AFTER = _words("""
    museum library archive archives university universities college school academy institute hospital clinic hotel
    resort restaurant cafe café bar theatre theater cinema stadium arena park zoo palace tower towers bridge gate
    street avenue boulevard square mosque church cathedral monastery synagogue temple airport airfield airbase airlines
    airways prison cemetery citadel castle mall plaza foundation association society union league party parties council
    committee commission movement brigade brigades battalion battalions division divisions regiment company
    corporation corp co inc ltd llc plc group network agency club fc festival award prize cup post times tribune courier township herald
    gazette daily weekly news radio tv television channel magazine journal review today observer chronicle
    telegraph project initiative programme program fund trust centre center observatory orchestra bank
    insurance airline railway railways convention conventions authority directorate bureau syndicate chamber cooperative refinery
    factory station court tribunal defence defense dam barrage base airfields room rooms hall house forces
    guard guards watch corps legion
""")
"""Heads of proper names that are made with another name: Geneva University, Dutch Bank. A name before one of them,
both with capitals, is part of the longer name."""

NAMED_OF = (NAMED_AFTER - {"house", "forces", "today"}) | _words("""
    administration federation confederation alliance assembly parliament congress ministry diocese archdiocese
    friends daughters sons voice voices army coalition campaign
""")
"""Heads of names such as University of Geneva, Bank of Utrecht."""

NAMED_BEFORE = _words("""
    radio hotel café cafe mount mt lake fort saint st san santa new port air team club villa operation opération camp bar grand
    restaurant cinema théâtre theatre free future
""")
"""Words with a capital that begin a longer name when they stand right before a place: Radio Utrecht, Mount Hermon."""

FUNCTION_WORDS_IN_TITLES = _words(
    "Is Are Was Were Be Being Will Has Have For From Without In On Under After And Or Of The To With Against Must"
)
"""In capitals after a name, within a sentence, they belong to the title of a work or a group."""

STATES_WITH_NAMESAKES = (
    "Alabama|Alaska|Arizona|Arkansas|California|Colorado|Connecticut|Delaware|Florida|Georgia|Hawaii|Idaho|Illinois|"
    "Indiana|Iowa|Kansas|Kentucky|Louisiana|Maine|Maryland|Massachusetts|Michigan|Minnesota|Mississippi|Missouri|"
    "Montana|Nebraska|Nevada|New Hampshire|New Jersey|New Mexico|New York|North Carolina|North Dakota|Ohio|Oklahoma|"
    "Oregon|Pennsylvania|Rhode Island|South Carolina|South Dakota|Tennessee|Texas|Utah|Vermont|Virginia|Washington "
    "State|West Virginia|Wisconsin|Wyoming|Ontario|Manitoba|Saskatchewan|Alberta|Nova Scotia|New South Wales|"
    "Queensland|Tasmania|Ala\\.|Ariz\\.|Ark\\.|Calif\\.|Colo\\.|Conn\\.|Del\\.|Fla\\.|Ga\\.|Ill\\.|Ind\\.|Kan\\.|Ky\\.|"
    "La\\.|Md\\.|Mass\\.|Mich\\.|Minn\\.|Miss\\.|Mo\\.|Mont\\.|Neb\\.|Nev\\.|N\\.H\\.|N\\.J\\.|N\\.M\\.|N\\.Y\\.|N\\.C\\.|"
    "N\\.D\\.|Okla\\.|Ore\\.|Pa\\.|R\\.I\\.|S\\.C\\.|S\\.D\\.|Tenn\\.|Tex\\.|Vt\\.|Va\\.|Wash\\.|W\\.Va\\.|Wis\\.|Wyo\\."
)
"""Where settlers named towns after old ones; and the Associated Press's abbreviations."""

PLACE_TYPES: tuple[frozenset[str], ...] = (
    _words("governorate province muhafazah muhafaza oblast voivodeship"),
    _words("district canton subdistrict sub-district county enclave region arrondissement"),
    _words("city town village municipality suburb neighbourhood neighborhood"),
    _words("river stream tributary"),
    _words("lake reservoir"),
    _words("dam barrage"),
    _words("mountain mountains mount massif"),
    _words("camp"),
    _words("airport airfield"),
    _words("base airbase garrison"),
    _words("highway motorway road route"),
)
"""Words that can take each other's place as the type of a place."""

THINGS: tuple[frozenset[str], ...] = (
    _words("rifle rifles carbine carbines gun guns pistol pistols assault"),
    _words("tank tanks tankette"),
    _words("missile missiles rocket rockets launcher launchers"),
    _words("jet jets bomber bombers fighter plane planes aircraft warplane warplanes helicopter helicopters"),
    _words("highway motorway road route junction freeway expressway"),
)
"""Kinds of things that share designations of letters and digits: the M4 carbine is no M4 motorway."""

NUMBERED = _words("number numbers no code codes registry")
"""After an acronym these make a scheme of numbers of it: a CAS number, an IMO number."""

LARGE_BODIES = _words("army forces force navy state states government group republic military militia units people")
"""Heads of names that say too little to stand for one body by themselves: `the Army` is anybody's."""

FEATURES = frozenset().union(*PLACE_TYPES) | _words("""
    valley valleys heights hills hill plain plains desert gulf sea strait straits border borders war wars crisis
    conflict pass peninsula island islands coast basin plateau delta east west north south
""")
"""Geographical heads: a name before one of them is a place's."""

FAITHFUL = _words("""
    leader leaders fighter fighters community communities world cleric clerics population populations majority minority
    country countries woman women man men state states nation nations family families village villages town towns group
    groups faith prayer prayers holiday holidays scholar scholars charity charities neighbours neighbors refugees
    families brotherhood militia militias party parties people peoples areas area districts quarter rebels immigrants
    voters students and or
""")
"""After a word for people they make an adjective of it: Muslim clerics."""

FAITHS_AND_PEOPLES = _words(
    "muslim christian jew arab turk kurd german french english irish welsh scot pole dane swiss"
)
"""Surnames that are words for people as well."""

SPEECH = _words("""
    said says say told tells added adds argued argues asked asks announced announces called calls claimed claims
    confirmed confirms declared declares denied denies explained explains insisted insists noted notes promised
    recalled repeated replied reported stated stressed suggested thinks thought urged warned warns wrote writes
    has had was is will would did does can could may might must himself herself also who
""")
"""What follows the name of a person who acts."""

ACTS = SPEECH | _words("""
    looks seems appears remains stands sits plans plays runs holds keeps tries turns works moves refuses rejects wins
    loses returns arrives speaks talks wants has was is does goes comes leads thinks believes hopes lives faces knows needs takes makes gives leaves joins
    his this its as
""")
"""Words in -s that follow a person's name and are no nouns."""

OF_THE_KIND = _words("""
    a an another any every no ruling governing opposition rebel political rival left right centre center broad
    national regional local federal liberal islamic democratic new grand former own old wide wider loose electoral party its his her their your our my this
""")
"""Before a common noun they say that not the known bearer of it is meant: a coalition, the ruling coalition."""

SHARED_ACTS = _words("""
    aircraft air airstrike airstrikes strike strikes forces force troops soldiers personnel jets warplanes planes
    officials official officers officer commanders commander spokesman spokeswoman spokesperson members member partners
    partner nations countries advisers advisors adviser bases base operations operation convoy convoys raids raid
    bombing bombardment bombers drones drone artillery support coordinators headquarters statement statements and
    coordinator coordinates mission missions airpower helicopters helicopter trainers training
""")
"""After a common noun that stands for a known alliance or body, they say that the body acts: coalition aircraft."""
