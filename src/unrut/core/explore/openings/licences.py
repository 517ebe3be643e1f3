"""The licences and clearances a posting asks for: to drive, to nurse, to teach and the like."""

import re
from collections.abc import Iterator, Mapping
from dataclasses import dataclass

from unrut.core.explore.openings.finding import Gate, clause_at, said_at, word_places
from unrut.core.explore.openings.kinds import Stated
from unrut.core.explore.openings.need import Need
from unrut.core.explore.openings.sections import NOTHING_ASKED, Asked
from unrut.core.explore.openings.text import PostingText


@dataclass(frozen=True, slots=True)
class Licence:
    """A licence by its usual name, and how much it is asked for."""

    name: str
    need: Need = Need.UNSAID


_PAPERS = frozenset(
    "license licence licensure licenses licences certificate certification certifications certificates "
    "endorsement credential credentials permit registration "
    "lizenz clearance clearances".split()
)
# What a paper is for, by one of the last words before it.
_FOR: Mapping[str, str] = {
    word: name
    for name, words in {
        "driver": "driver driver's driver’s drivers driver`s drivers' drivers’ driving",
        "teaching": "teaching teacher teacher's teacher’s teachers educator educator's educators collegiate",
        "registered nurse": "rn rn's",
        "practical nurse": "lpn lvn practical",
        "nursing": "nursing nmc",
        "nursing assistant": "cna",
        "professional engineer": "pe engineer engineering",
        "medical": "medical",
        "real estate": "estate",
        "contractor": "contractor contractor's contractor’s",
        "pharmacist": "pharmacist pharmacy",
        "insurance": "insurance",
        "forklift": "forklift",
        "food handling": "handler handler's handler’s handlers",
        "social worker": "social",
        "counsellor": "counselor",
        "security guard (SIA)": "sia",
        "DBS check": "dbs",
        "security clearance": "security secret ts/sci top-secret dod government federal",
    }.items()
    for word in words.split()
}
# Words of several uses, and what must stand with them.
_FITTING: Mapping[str, re.Pattern[str]] = {
    word: re.compile(pattern)
    for word, pattern in {
        "engineer": r"professional engineer (?:\(pe\) ?)?\Z",
        "engineering": r"professional engineering\s\Z",
        "estate": r"real estate (?:\w{1,9} )?\Z",
        "practical": r"practical nurse (?:\w{1,9} )?\Z",
        "social": r"social work(?:er)? \Z",
        "medical": r"medical \Z",
        "insurance": r"insurance \Z",
        "nursing": r"nursing \Z",
        "contractor": r"contractor[’'s]{0,2} \Z",
        "pe": r"\bpe \Z",
        "driver": r"(?<!commercial )driver[’'`]?s?[’'`]?\s\Z",
        "teacher": r"teacher (?:\w{1,12} ){0,1}\Z",
        "teachers": r"teachers \Z",
        "security": r"security \Z",
        "secret": r"secret \Z",
        "government": r"government \Z",
        "federal": r"federal \Z",
    }.items()
}
_CLEARANCES = frozenset({"security clearance"})
_COMMERCIAL = re.compile(r"commercial driver[’'`]?s?[’'`]?\s\Z")
_NEAREST = 3
_BEHIND = re.compile(r"\w+ (?:to teach|in teaching)")
# Words that name a licence by themselves, and what must stand beside them.
_ALONE: Mapping[str, tuple[tuple[str, re.Pattern[str]], ...]] = {
    word: tuple((name, re.compile(pattern)) for name, pattern in entries)
    for words, entries in {
        "führerschein führerscheinklasse": [("driver", r"\w+")],
        "permis": [("driver", r"permis (?:b\b|de conduire)")],
        "rijbewijs": [("driver", r"\w+")],
        "carnet": [("driver", r"carnet de conducir")],
        "cdl": [("commercial driver", r"cdl\b")],
        "qts": [("teaching", r"qts\b")],
        "rn": [("registered nurse", r"rn\b(?: \(?required|.{0,20}licen[cs])")],
        "cpa": [
            (
                "accountant (CPA)",
                (
                    r"cpa[)\s]{0,2}(?:\(|licen|required|preferred|certif|qualifi|designation|or (?:equivalent"
                    r"|cma|acca|mba)|is a|eligible|a plus)"
                ),
            )
        ],
        "acca": [("accountant (ACCA)", r"acca\b")],
        "cfa": [("CFA", r"cfa\b (?:charter|designation|required|preferred)")],
        "cissp": [("CISSP", r"\w+")],
        "pmp": [("PMP", r"\w+")],
        "cpr": [("CPR", r"\w+")],
        "aid": [("first aid", r"(?<=first )aid\b(?! kit)|(?<=first-)aid\b")],
        "sci": [("security clearance", r"(?<=ts/)sci\b")],
        "bar": [("bar admission", r"(?<=state )bar\b|bar (?:admission|license|licence|membership)")],
        "lcsw": [("social worker", r"\w+")],
        "cda": [("child development associate", r"cda\b(?! (?:process|fees))")],
        "nurse": [
            ("registered nurse", r"(?<=licensed registered )nurse|(?<=registered )nurse \(rn\) required")
        ],
        "approbation": [("medical", r"approbation als (?:arzt|ärzt)")],
        "servsafe": [("food handling", r"\w+")],
    }.items()
    for word in words.split()
    for entries in [entries]
}
_WORDS = frozenset(_ALONE)
_OTHERS = Gate(
    {
        "offer": "",
        "opportunity to pursue": "",
        "at no cost": "",
        "reimburs": "",
        "paid cpr": "",
        "paid cda": "",
        "paid first": "",
        "paid for": "",
        "free cpr": "",
        "scholarship": "",
        "instructor for": "",
        "administer": "",
        "revoked": "",
        "suspended": "",
        "copy of": "",
        "copies of": "",
        "has your": "",
        "acquiring": "",
        "regardless": "",
        "law enforcement": "",
        "clearance process": "",
        "bonus": "",
        "becoming a licensed": "",
        "support your certification": "",
        "process and fees": "",
        "obtain teacher cert": "",
        "aid instructor": "",
        "notify": "",
        "we ": r"\bwe (?:will )?(?:help|pay|provide|sponsor|support)",
        "provided": r"provided (?:by|at)",
        "assist": r"assist\w{0,3} (?:you|teachers|in)",
        "help": r"help (?:students|prepare)",
        "exam": r"\bexam\b",
        "prepar": r"prepar\w{1,5} (?:for|students)|preparation of",
        "course": r"courses? (?:in|on|for)",
        "teach": r"teach\w{0,3} (?:cpr|first aid)",
        "will not be": r"will not be (?:evaluated|considered)",
        "program": r"programs? (?:lead|prepare)",
        "student": r"students (?:to|who|for)",
        "provide": r"provide\w{0,2} (?:first|basic first)",
        "perform": r"perform\w{0,3} (?:cpr|first)",
    }
)
_REACH, _MOST = 40, 60
_NO = re.compile(r"\b(?:no|not|without)\b[^.;,]{0,30}\Z")


def read_licences(posting: PostingText, asked: Asked = NOTHING_ASKED) -> tuple[Stated[Licence], ...]:
    """The licences a text asks for, each once, those that must be before those that would be nice."""
    named = [*_papers(posting), *_alone(posting)]
    named.sort()
    found: dict[str, Stated[Licence]] = {}
    for place, name in named[:_MOST]:
        known = found.get(name)
        if known is None or known.value.need is Need.WISHED:
            stated = _stated(posting, place, name, asked)
            if stated is not None and (known is None or stated.value.need is not Need.WISHED):
                found[name] = stated
    return tuple(found.values())


def _papers(posting: PostingText) -> Iterator[tuple[int, str]]:
    """The licences, certificates and the like of which it is said what they are for."""
    for place in word_places(posting, _PAPERS):
        before = posting.lowered[max(0, place - _REACH) : place]
        name = _purpose(before)
        if not name and _BEHIND.match(posting.lowered, place):
            name = "teaching"
        # A clearance is not a licence, nor the other way round.
        if name and (name in _CLEARANCES) is posting.lowered.startswith("clearance", place):
            yield place, name


def _purpose(before: str) -> str:
    """What a paper is for by the words before it, "" where they do not say."""
    for word in before.rpartition("\n")[2].split()[: -_NEAREST - 1 : -1]:
        name = _FOR.get(word.strip("(),"), "")
        fitting = _FITTING.get(word)
        if name and (fitting is None or fitting.search(before)):
            return "commercial driver" if _COMMERCIAL.search(before) else name
    return ""


def _alone(posting: PostingText) -> Iterator[tuple[int, str]]:
    for word in _WORDS & posting.words:
        for place in word_places(posting, frozenset((word,))):
            for name, pattern in _ALONE[word]:
                if pattern.match(posting.lowered, place):
                    yield place, name


def _stated(posting: PostingText, place: int, name: str, asked: Asked) -> Stated[Licence] | None:
    clause = clause_at(posting.lowered, place)
    if _OTHERS.stops(clause.lowered) or _NO.search(posting.lowered, clause.start, place):
        return None
    licence = Licence(name, asked.need(clause.start, clause.end))
    return Stated(licence, said_at(posting, clause.start, clause.end))
