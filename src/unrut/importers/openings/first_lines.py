"""The first line of a posting, taken apart: "Acme | Cook | Leeds or remote (UK) | Full-time | £30k", in any order."""

import re
from collections.abc import Sequence
from dataclasses import dataclass, fields

from unrut.core.explore.openings.kinds import Workplace
from unrut.importers.openings.fields import joined_places
from unrut.importers.openings.place_words import names_place
from unrut.importers.openings.table_columns import LEGAL_ENDS
from unrut.importers.text_tools import one_line

LONGEST_LINE = 400
LONGEST_COMPANY = 60
LONGEST_PART = 90
LONGEST_WORDS = 160
MOST_PARTS = 20
FIRST_LINES = 12
FEW_LINES, LONGEST_BELOW = 5, 90
LONGEST_ROLE, WORDS_OF_ROLE, MOST_ROLES = 220, 9, 12

AGO = re.compile(r"\bago\b|\bvor \d|applicants?\b", re.IGNORECASE)
ITEM = re.compile(r"\s*(?:[-*•·–—▪◦+>]|\d{1,2}[.)])\s{0,3}")
BARS = re.compile(r"\s?[|¦│]\s?")
OTHER_BARS = (re.compile(r"\s[·•]\s"), re.compile(r"\s?—\s?|\s(?:-{1,2}|–)\s"), re.compile(r";\s"))
EMPTY_BRACKETS = re.compile(r"\(\s?[,;]?\s?\)")
# Where a part runs on into the text, because its line did not end.
PROSE = re.compile(r"\s(?:We['’]?(?:re|ve)?|Our|I['’]?m|[A-Z][\w.]{1,30} is)\s")
LINK = re.compile(r"\(?\s?(?:https?://|www\.)[^\s()|]{1,2000}\s?\)?")
DOMAIN = re.compile(r"(?:https?://)?(?:[a-z0-9-]{1,40}\.){1,3}(?:com|org|net|io|ai|dev|app|co|de|uk|eu|tech|xyz|fm|health|so|gg|me|care|build|us|ca|ch|fr|nl|jobs|careers)(?:/[^\s|]{0,200})?", re.IGNORECASE)  # fmt: skip
LABEL = re.compile(
    r"(company|employer|location|place|roles?|positions?|title|job title|salary|pay|compensation|type|employment type|website|url)"
    r"\s?:\s?(?=\S)",
    re.IGNORECASE,
)
LABELS = {
    **dict.fromkeys(("company", "employer"), "company"),
    **dict.fromkeys(("role", "roles", "position", "positions", "title", "job title"), "title"),
    **dict.fromkeys(("location", "place"), "place"),
    **dict.fromkeys(("salary", "pay", "compensation"), "pay"),
    **dict.fromkeys(("type", "employment type"), "contract"),
    **dict.fromkeys(("website", "url"), "link"),
}
BACKER = re.compile(r"\s?\(\s?(?:YC|Y Combinator)\b[^()]{0,30}\)|\(?\bYC\s?[A-Z]?\d{2}\)?$", re.IGNORECASE)
BATCH = re.compile(
    r"\(?\s?(?:YC|Y Combinator)\b[^()|]{0,20}\)?|series [a-f]\b.{0,20}|(?:pre-)?seed\b.{0,20}|~?\d{1,5}\+? (?:people|employees)",
    re.IGNORECASE,
)
PAY = re.compile(
    r"(?:[$€£₹]|\b(?:usd|eur|gbp|chf|cad|aud|inr|sek|dkk|nok|pln)\b)\s?\d|\d[\d.,]{0,10}\s?k?\s?(?:[$€£]|\b(?:usd|eur|gbp|chf|cad|aud|sek|dkk|nok|pln)\b)"
    r"|\d{2,3}\s?k\b|\b(?:salary|compensation|equity)\b",
    re.IGNORECASE,
)
CONTRACT = re.compile(
    r"\b(?:full|part)[ -]?time\b|\bfulltime\b|\bpartt?ime\b|\bcontract(?:or|ors)?\b|\bfreelance\b|\binterns?(?:hips?)?\b|\bpermanent\b|\btemporary\b"
    r"|\bFTE?\b|\bvollzeit\b|\bteilzeit\b|\b(?:cdi|cdd)\b|\bfractional\b|\b(?:un)?befristet\b",
    re.IGNORECASE,
)
REMOTE = re.compile(r"\bremot(?:e|ely)\b|\bwfh\b|\btélétravail\b|\bhome ?office\b", re.IGNORECASE)
HYBRID = re.compile(
    r"\bhybride?\b|\bpart(?:ly|ially)?[ -]remote\b|\bdays?\s?(?:/|a|per)\s?(?:week|wk)\b|\d\s?x\s?/\s?week|\d\s?days?\s(?:remote|onsite|on-site|in)\b",
    re.IGNORECASE,
)
ON_SITE = re.compile(
    r"\bon-?\s?site\b|\bin[- ]?office\b|\bin[- ]person\b|\bvor ort\b|\bsur site\b", re.IGNORECASE
)
WORKPLACE_WORDS = re.compile(
    r"\b(?:100%|fully?|remot(?:e|ely)|hybride?|on-?\s?site|in[- ]?office|in[- ]person|only|friendly|first|ok|possible|optional|or|and"
    r"|based|work|wfh|preferred)\b|[()&+/,;:-]",
    re.IGNORECASE,
)
NO_ROLE = re.compile(r"\b(?:citizens\w*|sponsor\w*|clearance|visas?|relocation)\b.{0,40}$", re.IGNORECASE)
AREA = re.compile(
    r"\bremote(?:ly)?\b\s?(?:[-–:,/]\s?)?(?:\((?P<inside>[^()]{2,100})\)|(?:in|within|from|across)?\s?(?P<after>(?!or\b|and\b)[^|;()]{2,60}))",
    re.IGNORECASE,
)
ROLE = re.compile(
    r"engineer|developer|programmer|designer|manager|director|scientist|researcher|analyst|architect|\blead\b|head of|\bceo\b|\bcto\b|\bcfo\b|\bcoo\b"
    r"|\bvp\b|president|founding|founder|\bstaff\b|principal|consultant|specialist|recruiter|marketer|writer|editor|technician"
    r"|administrator|\bsre\b|\bswe\b|\bdevops\b|\bqa\b|full[- ]?stack|back[- ]?end|front[- ]?end|\broles?\b|\bpositions?\b|\bjobs?\b|openings|hiring|sales|marketing"
    r"|product (?:owner|lead|engineer)|executive|customer (?:success|support)|operations|\bintern\b|advisor|officer|coach|nurse|teacher|cook|chef|driver"
    r"|clerk|assistant|accountant|lawyer|counsel|physician|therapist|technologist|member of|quant|evangelist|advocate|strategist"
    r"|\bml\b|machine learning|computer vision|\bdata\b|software|engineering|leiter|entwickler|mitarbeiter|berater|\([mwf]/|ingénieur|développeu|partner|coordinator"
    r"|trainer|representative|\breps?\b|associate|expert|\bsdrs?\b|\bbdrs?\b|worker|electrician|mechanic|welder|gardener|caregiver|carer|baker|barista|waiter|cleaner|librarian|pilot|surveyor|planner|buyer|producer",
    re.IGNORECASE,
)
BRACKETS = re.compile(r"\(([^()]{0,120})\)")
DAYS = re.compile(r"\d[\d\s–-]{0,5}\+?\s?(?:x|days?)\b[^,;()|]{0,30}", re.IGNORECASE)
WAYS = re.compile(
    r"(?:100%\s?|\bfully?\s)?\b(?:remot(?:e|ely)|hybride?|on-?\s?site|in[- ]?office|in[- ]person|wfh|only|first|friendly|preferred|optional"
    r"|possible|based in|part|(?:full|part)[ -]?time)\b",
    re.IGNORECASE,
)
BETWEEN_PLACES = re.compile(r"\s?(?:[;/&·+]|\bor\b|\band\b)\s?", re.IGNORECASE)
PROPER = re.compile(r"[A-ZÀ-Ý][\w.'’-]{1,30}(?:,?\s[A-ZÀ-Ý][\w.'’-]{1,30}){0,4}")
ASIDE = re.compile(
    r"\bvisa\b|\brequired\b|citizens|\bsponsor|relocation|\bequity\b|https?:|benefits|^\W*$", re.IGNORECASE
)
HIRING = re.compile(
    r"(?P<company>[^\s.!?,][^.!?,]{0,60}?)\s(?:(?:is|are)\s(?:now\s|actively\s)?hiring\b\s?[:–—-]?|hiring\s?[:–—-])"
    r"\s?(?:for\s)?(?:an?\s|the\s)?(?P<title>[^.!?]{0,120})[.!]?",
    re.IGNORECASE,
)
IS_HIRING = re.compile(r"\s(?:(?:is|are)\s)?(?:now\s)?hiring\b.*|\s[–—-]\s.*", re.IGNORECASE)
NOW_HIRING = re.compile(
    r"(?:we['’ ](?:re|are)\s)?(?:now\s)?hiring\b\s?[:–—-]?\s?(?:for\s)?(?:an?\s)?(?=\S)", re.IGNORECASE
)
AT = re.compile(r"(?P<title>\S.{0,120}?)\s(?:at|@|bei|chez)\s(?P<company>[A-Z0-9].{0,60})")


@dataclass(frozen=True, slots=True)
class Head:
    """What a first line says."""

    title: str = ""
    company: str = ""
    place: str = ""
    remote_area: str = ""
    workplace: Workplace = Workplace.UNKNOWN
    contract: str = ""
    pay: str = ""
    others: tuple[str, ...] = ()


def bars_in(line: str) -> list[str]:
    """The parts of a line with bars between them, or dots or long dashes where it has no bars; links are left out."""
    short = one_line(line[:LONGEST_LINE])
    parts = BARS.split(short)
    for bar in OTHER_BARS:
        others = bar.split(short) if len(parts) == 1 else []
        if len(others) > 1 and len(others[0]) <= LONGEST_COMPANY:  # else it is a sentence
            parts = others
    return [bare for part in parts[:MOST_PARTS] if (bare := _bare(part))]


def _bare(part: str) -> str:
    bare = EMPTY_BRACKETS.sub(" ", LINK.sub(" ", part)).strip(" \t*_#-–—:,;")
    prose = PROSE.search(bare) if len(bare) > LONGEST_PART else None
    return bare[: prose.start()].strip() if prose else bare


def taken_apart(line: str) -> Head:
    """What the parts of a line say, whatever their order; a line without parts may still say who is hiring whom."""
    parts = bars_in(line)
    if len(parts) > 1:
        return _of_parts(parts)
    return _of_words(parts[0] if parts else "")


def _of_words(words: str) -> Head:
    for pattern in (HIRING, AT):
        found = pattern.fullmatch(words)
        if found:
            return Head(title=found["title"].strip(" .!"), company=_company(found["company"]))
    return Head()


def _of_parts(parts: Sequence[str]) -> Head:
    """The parts sorted by what they look like; of those that could be anything the first is the employer."""
    kinds = [_first_kind(parts[0]), *map(_kind, parts[1:])]
    of_kind = {
        kind: [words for found, words in kinds if found == kind] for kind in {found for found, _ in kinds}
    }
    company, roles, others = _who_and_what(kinds, of_kind)
    places = of_kind.get("place", [])
    return Head(
        title=_cut(", ".join(NOW_HIRING.sub("", role, count=1) for role in roles)),
        company=company,
        place=_places(places),
        remote_area=_area(places),
        workplace=_workplace(" | ".join([*places, *of_kind.get("contract", [])])),
        contract=", ".join(_contract(words) for words in of_kind.get("contract", [])),
        pay=", ".join(of_kind.get("pay", [])),
        others=(*others, *of_kind.get("aside", [])),
    )


def _who_and_what(
    kinds: Sequence[tuple[str, str]], of_kind: dict[str, list[str]]
) -> tuple[str, list[str], list[str]]:
    """The employer, the roles, and what is neither."""
    named = of_kind.get("company", [])
    roles, unclear = of_kind.get("title", []), of_kind.get("", [])
    if not named and kinds[0][0] == "title" and len(roles) > 1 and len(kinds[0][1]) <= LONGEST_COMPANY:
        # "Data Union | Cook | Leeds": the first part only sounds like a role.
        named, roles = ([], roles) if unclear else (roles[:1], roles[1:])
    if not named and unclear and (kinds[0][0] == "" or roles):
        named, unclear = unclear[:1], unclear[1:]
    if not roles and unclear:
        roles, unclear = unclear[:1], unclear[1:]
    return _company(named[0]) if named else "", roles, [*named[1:], *unclear]


def _first_kind(part: str) -> tuple[str, str]:
    """As `_kind`, for the part where the employer mostly stands: an address there or a place in brackets is theirs."""
    kind, words = _kind(part)
    if kind == "contract":
        return "", words
    if kind == "aside" and DOMAIN.fullmatch(part):
        return "company", words
    is_named = (
        kind == "place" and not names_place(BRACKETS.sub(" ", part)) and _workplace(part) is Workplace.UNKNOWN
    )
    return ("" if is_named else kind), words


def _kind(part: str) -> tuple[str, str]:
    """What a part is about: "company", "title", "place", "contract", "pay", "aside", or "" where one cannot tell."""
    label = LABEL.match(part)
    if label:
        kind = LABELS[label[1].lower()]
        return ("aside" if kind == "link" else kind), part[label.end() :]
    if BATCH.fullmatch(part) or DOMAIN.fullmatch(part):
        return "aside", part
    return _by_looks(part), part


def _by_looks(part: str) -> str:
    is_role = ROLE.search(part) is not None and not NO_ROLE.search(part)
    if PAY.search(part) and not is_role:
        return "pay"
    if (REMOTE.search(part) or HYBRID.search(part) or ON_SITE.search(part)) and not _is_role_anyway(part):
        return "place"
    if CONTRACT.search(part) and not is_role:
        return "contract"
    if names_place(part) and not is_role:
        return "place"
    if ASIDE.search(part) and not is_role:
        return "aside"
    return "title" if is_role else ""


def _is_role_anyway(part: str) -> bool:
    """Whether a role is meant although words of the place stand beside it: "Senior Cook (remote)"."""
    bare = WORKPLACE_WORDS.sub(" ", part)
    return ROLE.search(bare) is not None and not names_place(part)


def _company(words: str) -> str:
    bare = IS_HIRING.sub("", BACKER.sub("", words)).strip(" ,:-–—")
    return _cut(bare or words)


def _cut(words: str) -> str:
    return words[:LONGEST_WORDS].strip()


def _contract(words: str) -> str:
    """The words on the contract, without those on the place that share their part."""
    if len(words) > LONGEST_COMPANY:
        return ", ".join(dict.fromkeys(found[0] for found in CONTRACT.finditer(words)))
    bare = " ".join(part.strip() for part in re.split("[,;]", words) if CONTRACT.search(part))
    return bare or words


def _workplace(words: str) -> Workplace:
    """Where the work is done; what may be done from anywhere or else at an office is none of our kinds."""
    is_partly, rest = HYBRID.search(words) is not None, HYBRID.sub(" ", words)
    is_remote, is_there = REMOTE.search(rest) is not None, ON_SITE.search(rest) is not None
    if is_remote and (is_partly or is_there):
        return Workplace.UNKNOWN
    if is_partly:
        return Workplace.HYBRID
    if is_there:
        return Workplace.ON_SITE
    return Workplace.REMOTE if is_remote else Workplace.UNKNOWN


def _places(parts: Sequence[str]) -> str:
    """The places among parts that may also say how one works there."""
    areas = _area(parts)
    places = (place for part in parts for place in _split(AREA.sub(" / ", part) if areas else part))
    return joined_places(places) or areas


def _split(part: str) -> list[str]:
    """The places of one part; other words are left out beside one we know."""
    opened = BRACKETS.sub(
        lambda found: f" / {found[1]}" if names_place(found[1]) else " ", DAYS.sub(" ", part)
    )
    pieces = [_piece(piece) for piece in BETWEEN_PLACES.split(opened)]
    known = [piece for piece in pieces if names_place(piece)]
    is_free = WAYS.search(part) is None
    return known or [piece for piece in pieces if (is_free and len(piece) > 1) or PROPER.fullmatch(piece)]


def _piece(words: str) -> str:
    return " ".join(WAYS.sub(" ", words).split()).strip(" ,;:-–+()").removeprefix("in ")


def _area(parts: Sequence[str]) -> str:
    """From where one may work, where a part on remote work says so."""
    found = (AREA.search(part) for part in parts)
    stated = (
        (match["inside"] or match["after"]).strip(" ,.-–:").removeprefix("in ") for match in found if match
    )
    return joined_places(words for words in stated if names_place(words) and not HYBRID.search(words))


def labelled_in(lines: Sequence[str], head: Head) -> Head:
    """The head with what lines such as "Company: Acme" near the top say."""
    found: dict[str, str] = {}
    for line in lines[:FIRST_LINES]:
        label = LABEL.match(line)
        if label and len(line) <= LONGEST_LINE:
            found.setdefault(LABELS[label[1].lower()], line[label.end() :].strip(" *_"))
    place = found.get("place", "")
    return Head(
        title=_cut(found.get("title", head.title)),
        company=_company(found.get("company", head.company)),
        place=_places([place]) if place else head.place,
        remote_area=_area([place]) if place else head.remote_area,
        workplace=_workplace(place) if place else head.workplace,
        contract=found.get("contract", head.contract),
        pay=found.get("pay", head.pay),
        others=head.others,
    )


def roles_in(lines: Sequence[str]) -> list[str]:
    """The roles that short lines name, as they stand in a list of what one hires for."""
    roles = (_role(line) for line in lines if len(line) <= LONGEST_ROLE and ROLE.search(line))
    return [role for role in dict.fromkeys(roles) if role][:MOST_ROLES]


def _role(line: str) -> str:
    """The role that a line of a list begins with; "" where the line is a sentence or a heading."""
    item = ITEM.match(line)
    if not item or line.rstrip().endswith((".", ":", "?", "!")):
        return ""
    words = re.split(r"\s?(?:https?://|[|:(]|\s[–—-]\s)", line[item.end() :])[0].strip(" -–—:,*_")
    return words if ROLE.search(words) and len(words.split()) <= WORDS_OF_ROLE else ""


def lines_below(lines: Sequence[str]) -> Head:
    """What the short lines below a title say: the employer, the place, how and under what contract one works."""
    found = Head()
    for number, line in enumerate(lines[:FEW_LINES]):
        if len(line) > LONGEST_BELOW or line.endswith((".", ":", "?", "!")):
            break
        following = _kind(lines[number + 1])[0] if number + 1 < len(lines) else ""
        found = filled(found, _below(line, following))
    return found


def _below(line: str, following: str) -> Head:
    """What one such line says; a few words that could be anything are the employer where a place stands beside or below."""
    parts = bars_in(line)
    kinds = [_kind(part) for part in parts]
    places = [words for kind, words in kinds if kind == "place"]
    unclear = [words for kind, words in kinds if kind == "" and len(words) <= LONGEST_COMPANY]
    is_company = bool(places) or following == "place" or LEGAL_ENDS.search(line) is not None
    return Head(
        company=_company(unclear[0]) if unclear and is_company and not AGO.search(unclear[0]) else "",
        place=_places(places),
        remote_area=_area(places),
        workplace=_workplace(" | ".join(places)),
        contract=", ".join(_contract(words) for kind, words in kinds if kind == "contract"),
        pay=", ".join(words for kind, words in kinds if kind == "pay"),
    )


def filled(head: Head, other: Head) -> Head:
    """The head with what another one says where it is silent."""
    names = [field.name for field in fields(Head)]
    return Head(**{name: getattr(head, name) or getattr(other, name) for name in names})
