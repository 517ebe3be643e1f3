"""From where the work of a posting may be done: in which time zones, and in which country one must live."""

import re
from collections.abc import Mapping
from dataclasses import dataclass
from enum import StrEnum

from unrut.core.explore.openings.finding import Gate, clause_at, said_at, word_places
from unrut.core.explore.openings.kinds import Stated
from unrut.core.explore.openings.text import PostingText

LONGEST_PLACE = 60


class LimitKind(StrEnum):
    """What limits from where one may work."""

    TIME_ZONE = "time_zone"
    RESIDENCE = "residence"


@dataclass(frozen=True, slots=True)
class Limit:
    """A limit in the words of the posting."""

    kind: LimitKind
    where: str


_ZONE_WORDS = frozenset(
    "timezone timezones zone zones utc gmt cet cest est edt pst pdt cst bst overlap eastern pacific "
    "central hours coast".split()
)
_HOME_WORDS = frozenset("reside residing residents resident based located living live remote only".split())
# These begin a limit only where the right words stand beside them.
_CHECKED: Mapping[str, re.Pattern[str]] = {
    "hours": re.compile(
        r"(?<=us )hours|(?<=u\.s\. )hours|(?<=eu )hours|(?<=uk )hours|(?<=[ep]st )hours|(?<=coast )hours"
        r"|(?<=can )hours|(?<=pean )hours|(?<=king )hours"
    ),
    "eastern": re.compile(r"eastern (?:standard )?(?:time|hours)"),
    "pacific": re.compile(r"pacific (?:standard )?(?:time|hours)"),
    "central": re.compile(r"central (?:standard )?(?:time|hours|european time)"),
    "coast": re.compile(r"coast (?:hours|time)"),
    "overlap": re.compile(r"overlap (?:of \w{1,12} )?(?:with|w/)|overlap\b"),
}
_ZONE = (
    r"(?:(?:utc|gmt)\s?[+±−–-]?\s?\d{0,2}|cest|cet|eest|eet|est|edt|pst|pdt|cst|mst|bst|wet|ist|aest"
    r"|(?:us |u\.s\. )?(?:eastern|pacific|central|mountain)(?: time)?|(?:east|west) coast"
    r"|u\.?s\.?a?|eu|uk|europe(?:an)?|north america[n]?|american?s?|latam|emea|apac|canad(?:a|ian))"
)
_TIME_ZONE = re.compile(
    rf"(?:within |in )?(?:\+\s?/?\s?[-−–]|±)\s?\d{{1,2}}(?:/\d)?\s?(?:h\b|hrs?|hours?)?\s?(?:of"
    rf"|from)?\s{{0,2}}(?:the )?{_ZONE}(?: time[\s-]?zone)?"
    rf"|within \d{{1,2}}(?:/\d)?\s?(?:h|hrs?|hours?)(?: timezone)? (?:of"
    rf"|from) (?:the )?{_ZONE}(?: time[\s-]?zone)?"
    rf"|\b{_ZONE}\s?\(?(?:\+\s?/?\s?[-−–]|±)\s?\d{{1,2}}\s?(?:h\b|hrs?|hours?)?"
    r"|(?:utc|gmt)\s?[+−–-]\s?\d{1,2}\s?(?:to|and|-|–|/|through)\s?(?:utc|gmt)?\s?[+−–-]?\s?\d{1,2}"
    rf"|\b{_ZONE}[\s-](?:or {_ZONE} )?(?:friendly )?(?:time[\s-]?zones?|(?:business |working |work )?hours"
    rf"|(?:time )?overlap)\b"
    rf"|overlap\w{{0,4}} (?:of \w{{1,12}} )?(?:with|w/) (?:the )?{_ZONE}(?: time[\s-]?zones?| hours| time)?"
    r"|\b(?:eastern|pacific|central|mountain) (?:standard )?time(?:[\s-]zone)?\b|any u\.?s\.? time zone"
)
_AROUND = 60
_MUST = re.compile(
    r"(?:must|need to|have to|should|required to) (?:currently )?(?:be (?:currently |physically |a )?)?\Z"
)
_OPEN = re.compile(r"(?:open|limited|restricted) to (?:all |only )?\Z")
_REMOTE = re.compile(r"remote[\s,]{0,2}\((?P<where>[^()\n]{2,40})\)")
_LIVING = re.compile(
    r"(?:based|located|living|residing|reside|live|resident) (?:in|within|of)\s(?:the )?(?P<where>[^.;:"
    r"|()\n]{2,60})"
)
_PEOPLE = re.compile(
    r"(?:residents|candidates|applicants) (?:of|in|based in|located in|residing in|from|who live in"
    r"|who reside in) (?:the )?(?P<where>[^.;:|()\n]{2,60})"
)
_ONLY_BEFORE = re.compile(
    r"\b(?P<where>u\.?s\.?a?|usa|united states|uk|eu|europe|canada|germany|india|north america|australia"
    r"|latam)[\s-](?:based |residents )?\Z"
)
_BEFORE_REACH = 34
_PLACE_END = re.compile(
    r",? (?:and (?:be|have|must|able|legally|eligible|willing|authori)|or (?:be|have|willing)|as |to |with"
    r"|at |for|due|who|that|but|when|because|so |while|where|during)\b|\s[–-]\s"
)
_NOT_PLACES = re.compile(
    r"anywhere|global|world|prefer|friendly|overlap|crossover|\bhrs?\b|hours|^(?:legal|all |one of|utc"
    r"|salary|work|some |or |and |full|part|hybrid|permanent|contract|\d+%|first|friendly|async|preferred"
    r"|optional|flexible|a remote|proximity|commut|on-?site|close|person|our|an area|the area|this|office"
    r"|possible)"
)
_ONLY = re.compile(r"^within |\s?-? only\W{0,2}$", re.IGNORECASE)
_OTHERS = Gate(
    {
        "students": "",
        "customers": "",
        "clients": "",
        "our company is": "",
        "headquartered": "",
        "equal opportunity": "",
        "regardless": "",
        "company is": r"company is (?:based|located)",
        "we are ": r"we are (?:located|based)",
    }
)


def read_limits(posting: PostingText) -> tuple[Stated[Limit], ...]:
    """The limits a text states, each kind once."""
    return tuple(limit for limit in (_time_zone(posting), _residence(posting)) if limit is not None)


def _time_zone(posting: PostingText) -> Stated[Limit] | None:
    for place in word_places(posting, _ZONE_WORDS):
        if not _may_begin(posting.lowered, place):
            continue
        first = max(0, place - _AROUND)
        first = max(first, posting.lowered.rfind("\n", first, place) + 1)
        match = _TIME_ZONE.search(posting.lowered, first, place + _AROUND)
        if match and not _OTHERS.stops(clause_at(posting.lowered, place).lowered):
            said = said_at(posting, match.start(), match.end())
            return Stated(Limit(LimitKind.TIME_ZONE, said.words), said)
    return None


def _may_begin(lowered: str, place: int) -> bool:
    for word, pattern in _CHECKED.items():
        if lowered.startswith(word, place):
            return pattern.match(lowered, place) is not None
    return True


def _residence(posting: PostingText) -> Stated[Limit] | None:
    for place in word_places(posting, _HOME_WORDS):
        match = _residence_at(posting.lowered, place)
        if match is None or _OTHERS.stops(clause_at(posting.lowered, place).lowered):
            continue
        stated = _named(posting, match)
        if stated is not None:
            return stated
    return None


def _residence_at(lowered: str, place: int) -> re.Match[str] | None:
    """Where one must live, if that is what the words at a place say."""
    first = max(0, place - _BEFORE_REACH)
    match lowered[place : place + 2]:
        case "re" if lowered.startswith("remote", place):
            return _REMOTE.match(lowered, place)
        case "on":
            return _ONLY_BEFORE.search(lowered, first, place)
        case _ if lowered.startswith("residents", place):
            return _PEOPLE.match(lowered, place) if _OPEN.search(lowered, first, place) else None
        case _:
            return _LIVING.match(lowered, place) if _MUST.search(lowered, first, place) else None


def _named(posting: PostingText, match: re.Match[str]) -> Stated[Limit] | None:
    """The place that is named, without what follows it."""
    first, last = match.span("where")
    end = _PLACE_END.search(match["where"])
    last = first + end.start() if end else last
    where = _ONLY.sub("", posting.text[first:last]).strip(" ,!")
    if not where or _NOT_PLACES.search(where.lower()) or _TIME_ZONE.search(where.lower()):
        return None
    return Stated(
        Limit(LimitKind.RESIDENCE, where), said_at(posting, match.start(), max(last, match.end("where")))
    )
