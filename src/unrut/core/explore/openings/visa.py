"""What a posting says of the right to work: whether it sponsors a visa, and which right, passport or clearance it asks for."""

import re
from collections.abc import Mapping
from enum import StrEnum

from unrut.core.explore.openings.finding import Gate, clause_at, said_at, word_places
from unrut.core.explore.openings.kinds import Stated
from unrut.core.explore.openings.text import PostingText


class Visa(StrEnum):
    """A statement on the right to work."""

    SPONSORS = "sponsors"
    NO_SPONSORSHIP = "no_sponsorship"
    RIGHT_TO_WORK = "right_to_work"
    CITIZENSHIP = "citizenship"
    CLEARANCE = "clearance"


_VISA = (
    r"(?:visas?|work[\s-](?:permits?|visas?|authori[sz]ation)|employment visas?|immigration|h-?1b|h1-b"
    r"|sponsorships?|work[\s-]permit)"
)
_NO_SPONSORSHIP = re.compile(
    r"(?:not|n['’]t|unable to|cannot|no longer|without|never)\b[^.;|\n]{0,60}\bsponsor\w{0,4}|\bno\b[^.;"
    r"|\n]{0,24}\bsponsor\w{0,4}|sponsor\w{0,4}[^.;|\n]{0,40}\b(?:not (?:available|provided|offered"
    r"|possible|be|considered|supported|eligible)|unavailable|is not|will not|isn['’]t)"
    r"|\bno (?:h-?1b|visas?|visa support)\b|\bvisas?: no\b|(?:require|requiring"
    r"|need(?:ing)?) (?:\w{1,12} ){0,3}sponsorship (?:now or|are not|will not|cannot)|not (?:provide|offer"
    r"|support) (?:\w{1,9} )?visas?"
)
_QUESTION = re.compile(
    r"will you (?:now|require|need)|do you (?:now|require|need)|are you (?:legally )?(?:authori[sz]ed"
    r"|eligible|able)|^are you"
)
_SPONSORS = re.compile(
    rf"(?:we (?:can |will |do |also |are able to |happily |are happy to |are willing to "
    rf"|may )?(?:offer (?:\w{{1,9}} )?(?:visa|sponsorship)|provide (?:\w{{1,9}} )?(?:visa|sponsorship)"
    rf"|support (?:\w{{1,9}} )?visa)"
    rf"|{_VISA}[\s-](?:sponsorship|support|assistance|relocation support|help|possible|available|ok"
    rf"|transfers?)(?:\s(?:is |are )?(?:available|possible|offered|provided|considered|can be))?"
    r"|sponsorship (?:is |also )?(?:available|possible|offered|provided|considered)|visas?\W{1,3}(?:will"
    r"|can) sponsor\b|(?:we|will|can|able to|happy to|do|does|willing to|also) sponsor\b(?=[^.;"
    r"|]{0,40}(?:visa|h-?1b|work permit|immigration|green card|work authori))|visas?: yes"
    r"|sponsors? (?:\w{1,9} )?visas?|sponsored visas?|\|\s?visa\s?(?:\||$)|[|(] ?visa sponsorship"
    r"|\bvisa (?:is )?possible"
    r"|visum(?:s)?unterstützung|relocation and visa|visa and relocation|help with (?:your )?visa)"
)
_RIGHT = re.compile(
    r"(?:legally |currently |already |be )?(?:authori[sz]ed|eligible|entitled|permitted|able"
    r"|allowed) to (?:legally )?work (?:in|for|full|within|legally)|(?:work"
    r"|employment) (?:authori[sz]ation|eligibility) (?:is required|required|in|for|to|status|documents)"
    r"|(?:right|eligib\w{1,6}) to work (?:in|within)\b"
    r"|existing (?:right|work)|valid work(?:ing)? (?:permit|visa|authori[sz]ation)"
    r"|legal(?:ly)? (?:right )?to work|gültige arbeitserlaubnis|(?:u\.?s\.?|eu|uk|canadian"
    r"|australian) work (?:authori[sz]ation|permit)|(?:need|have|possess|hold) (?:an? "
    r"|the )?(?:valid )?(?:work(?:ing)? (?:permit|visa|rights)|right to work)"
)
_CITIZEN = re.compile(
    r"(?:must be (?:an? )?|only |require[sd]? |requirement:? |be an? |\()(?:u\.?s\.?|us|usa|united states"
    r"|uk|eu|american|canadian|australian|british) (?:citizens?|citizenship|persons?)(?!/visa not)"
    r"|(?:u\.?s\.?|us|united states|uk|eu|canadian|australian|british) (?:citizens?(?:hip)?|persons?"
    r"|nationals?)(?: or (?:green card|permanent)[^.;|]{0,24})?"
    r"(?:/visa(?! not)|,? (?:only|required|is required|is a must|status required|or (?:green card"
    r"|permanent residen)))|citizenship (?:is )?required|\bu\.?s\.? citizens?\b\s?(?:\||$)"
    r"|proof of (?:u\.?s\.? )?citizenship|due to (?:itar|export)|itar (?:requires|restrict|regulat)"
    r"|must be (?:a )?citizens?\b"
)
_CLEARANCE = re.compile(
    r"(?:security|secret|ts/sci|top[\s-]secret|public trust|dod|sc|dv"
    r"|government) clearances?\b(?! (?:background|process))|(?:obtain|hold|maintain"
    r"|possess)\w{0,3} (?:and maintain )?(?:an? )?(?:(?:active|current|valid|u\.?s\.?|dod|government"
    r"|federal) ){0,3}(?:security |secret )?clearance|clearance (?:is )?required|\bts/sci\b"
)
_OTHERS = Gate(
    {
        "regardless of": "",
        "without regard": "",
        "citizenship status": "",
        "discriminat": "",
        "equal opportunity": "",
        "veteran status": "",
        "national origin": "",
        "digital citizenship": "",
        "corporate citizen": "",
        "citizenship,": "",
        "responsible citizen": "",
        "global citizen": "",
        "senior citizen": "",
        "event sponsor": "",
        "executive sponsor": "",
        "club sponsor": "",
        "fully-sponsored": "",
        "fully sponsored": "",
        "benefits eligib": "",
        "good citizen": "",
        "sponsor": r"sponsor(?:ed|s)? (?:by|montessori|events?|the (?:club|team|event)|clubs?|extracurr|student"
        r"|courses|training|content|ads)|sponsor(?:ing|s)? (?:a |student |school )?(?:club|activit"
        r"|organi)",
        "visa": r"visa,? (?:mastercard|inc|card|direct)|(?:mastercard|amex|customers|stripe)[^.]{0,20}visa",
        "citizens": r"prepare (?:students|them)|become (?:\w{1,9} )?citizens",
    }
)
_SPONSORSHIP = ((Visa.NO_SPONSORSHIP, _NO_SPONSORSHIP), (Visa.SPONSORS, _SPONSORS))
_WORK = ((Visa.RIGHT_TO_WORK, _RIGHT),)
# What a word may begin, and what must stand beside it to be worth a look.
_BY_WORD: Mapping[str, tuple[tuple[tuple[Visa, re.Pattern[str]], ...], re.Pattern[str] | None]] = {
    word: (kinds, re.compile(beside) if beside else None)
    for words, kinds, beside in (
        ("visa visas sponsorship sponsor sponsors sponsored visum", _SPONSORSHIP, ""),
        (
            "authorized authorised eligible legally right",
            _WORK,
            r"\w+ (?:to (?:legally )?work|authori[sz]ed|able|eligible|permitted|entitled)",
        ),
        (
            "authorization authorisation eligibility permit",
            _WORK,
            r"(?<=work )\w+|(?<=working )\w+|(?<=employment )\w+|eligibility to work",
        ),
        ("arbeitserlaubnis", _WORK, ""),
        ("citizen citizens citizenship itar", ((Visa.CITIZENSHIP, _CITIZEN),), ""),
        ("clearance clearances sci", ((Visa.CLEARANCE, _CLEARANCE),), ""),
    )
    for word in words.split()
}
_WORDS = frozenset(_BY_WORD)


def read_visa(posting: PostingText) -> tuple[Stated[Visa], ...]:
    """What a text says of the right to work, each statement once."""
    found: dict[Visa, Stated[Visa]] = {}
    for word in _WORDS & posting.words:
        kinds, beside = _BY_WORD[word]
        for place in word_places(posting, frozenset((word,))):
            if beside is None or beside.match(posting.lowered, place):
                _add_statements(posting, place, kinds, found)
    return tuple(sorted(found.values(), key=_place))


def _place(stated: Stated[Visa]) -> tuple[int, str]:
    return stated.said.start, stated.value


def _add_statements(
    posting: PostingText,
    place: int,
    kinds: tuple[tuple[Visa, re.Pattern[str]], ...],
    found: dict[Visa, Stated[Visa]],
) -> None:
    clause = clause_at(posting.lowered, place)
    if _OTHERS.stops(clause.lowered) or _QUESTION.search(clause.lowered):
        return
    for visa, pattern in kinds:
        match = pattern.search(posting.lowered, clause.start, clause.end)
        if match is None:
            continue
        known = found.get(visa)
        if known is None or match.start() < known.said.start:
            found[visa] = Stated(visa, said_at(posting, match.start(), match.end()))
        return  # "we sponsor" is a part of "we do not sponsor"
