"""Whether a few words name a place: by countries, states, parts of the world and the towns most postings are from."""

import re
from functools import cache

from unrut.importers.openings.countries import NAMES

LONGEST_PLACE = 120
STATES = (
    "AL AK AZ AR CA CO CT DE FL GA HI ID IL IN IA KS KY LA ME MD MA MI MN MS MO MT NE NV NH NJ NM NY NC ND OH OK OR PA RI SC SD TN "
    "TX UT VT VA WA WV WI WY DC BC ON QC AB NSW VIC QLD"
)
# In capitals only: "us", "in" and "or" are words too.
SHORT = frozenset(
    f"{STATES} US USA UK EU UAE NYC SF LA DE FR NL ES IT PL PT IE AT CH SE NO DK FI BE CZ RO IN SG JP AU NZ CA EMEA APAC LATAM DACH MENA".split()
)
WIDE = (
    "europe|european union|emea|apac|asia|africa|america|americas|north america|south america|latin america|latam|oceania|worldwide"
    "|global|globally|anywhere|middle east|dach|nordics|benelux|scandinavia|united states|usa|u.s.|u.s|united kingdom|england"
    "|scotland|wales|northern ireland|great britain|bay area|sf bay area|silicon valley|east coast|west coast|midwest|new england"
    "|european timezones|us timezones|europe timezones|multiple locations|various locations|earth|uae|u.k.|usa only|us only"
)
STATE_NAMES = (
    "alabama|alaska|arizona|arkansas|california|colorado|connecticut|delaware|florida|hawaii|idaho|illinois|indiana|iowa|kansas"
    "|kentucky|louisiana|maine|maryland|massachusetts|michigan|minnesota|mississippi|missouri|montana|nebraska|nevada|new hampshire"
    "|new jersey|new mexico|new york|north carolina|north dakota|ohio|oklahoma|oregon|pennsylvania|rhode island|south carolina"
    "|south dakota|tennessee|texas|utah|vermont|virginia|washington|west virginia|wisconsin|wyoming|ontario|quebec|québec"
    "|british columbia|alberta|bavaria|catalonia|new south wales|queensland"
)
TOWNS = (
    "london|berlin|paris|amsterdam|munich|münchen|hamburg|cologne|köln|frankfurt|stuttgart|düsseldorf|leipzig|dresden|freiburg|vienna"
    "|wien|graz|zurich|zürich|geneva|basel|bern|lausanne|madrid|barcelona|valencia|malaga|málaga|lisbon|lisboa|porto|milan|milano"
    "|rome|roma|turin|bologna|brussels|bruxelles|antwerp|ghent|gent|rotterdam|utrecht|eindhoven|the hague|den haag|copenhagen|aarhus"
    "|stockholm|gothenburg|malmö|oslo|bergen|helsinki|tallinn|riga|vilnius|warsaw|kraków|krakow|wrocław|wroclaw|gdańsk|gdansk|poznań"
    "|prague|praha|brno|bratislava|budapest|bucharest|cluj|sofia|belgrade|zagreb|ljubljana|athens|istanbul|kyiv|lviv|moscow|dublin|cork"
    "|galway|edinburgh|glasgow|manchester|birmingham|bristol|cambridge|oxford|leeds|liverpool|newcastle|sheffield|brighton|reading"
    "|belfast|cardiff|nottingham|york|lyon|marseille|toulouse|nantes|lille|bordeaux|grenoble|strasbourg|nice|rennes|montpellier"
    "|new york city|nyc|brooklyn|manhattan|boston|somerville|san francisco|palo alto|mountain view|menlo park|san jose|san mateo|redwood city"
    "|sunnyvale|santa clara|oakland|berkeley|emeryville|los angeles|santa monica|culver city|el segundo|san diego|irvine|seattle"
    "|bellevue|redmond|kirkland|portland|austin|dallas|houston|san antonio|denver|boulder|chicago|atlanta|miami|orlando|tampa"
    "|washington dc|washington, dc|washington d.c.|arlington|baltimore|philadelphia|pittsburgh|detroit|ann arbor|minneapolis|madison|milwaukee"
    "|st. louis|kansas city|nashville|raleigh|durham|charlotte|salt lake city|lehi|provo|phoenix|scottsdale|tucson|las vegas|columbus|cleveland"
    "|cincinnati|indianapolis|jersey city|newark|stamford|new haven|toronto|montreal|montréal|vancouver|ottawa|waterloo|calgary"
    "|halifax|sydney|melbourne|brisbane|perth|auckland|wellington|singapore|hong kong|tokyo|osaka|kyoto|seoul|taipei|shanghai|beijing|shenzhen"
    "|bangalore|bengaluru|mumbai|delhi|new delhi|gurgaon|hyderabad|pune|chennai|tel aviv|dubai|abu dhabi|cairo|lagos|nairobi|cape town"
    "|johannesburg|kigali|são paulo|sao paulo|rio de janeiro|buenos aires|montevideo|santiago|bogotá|bogota|medellín|medellin|lima"
    "|mexico city|guadalajara|monterrey|manila|jakarta|kuala lumpur|bangkok|ho chi minh city|hanoi|costa mesa|long beach|palo alto"
)
PARTED = re.compile(r"\s?(?:[,/;&+()→|·]|\bor\b|\band\b|\s-\s)\s?")
SPARE = re.compile(
    r"\b(?:remote|remotely|hybrid|on-?\s?site|in[- ]?office|in[- ]person|only|based|area|preferred|time ?zones?|within|from|fully|full|in|or|near"
    r"|the|greater|metro|downtown|hq|office|friendly|ok|first|anywhere in|100%|work|hours|days?|week|per|a|wfh)\b",
    re.IGNORECASE,
)


@cache
def _known() -> frozenset[str]:
    countries = (
        entry.partition(" ")[2].lower() for line in NAMES.strip().splitlines() for entry in line.split("|")
    )
    return frozenset({*countries, *WIDE.split("|"), *STATE_NAMES.split("|"), *TOWNS.split("|")})


def names_place(words: str) -> bool:
    """Whether one of the parts of a few words is a place we know."""
    return len(words) <= LONGEST_PLACE and any(map(_is_place, PARTED.split(words)))


def _is_place(part: str) -> bool:
    bare = " ".join(SPARE.sub(" ", part).split()).strip(" .:*")
    return bare in SHORT or bare.lower() in _known()
