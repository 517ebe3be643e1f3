"""How senior the position of a posting is: by its title, else by the years it asks for."""

import re
from enum import StrEnum

from unrut.core.explore.openings.experience import Years
from unrut.core.explore.openings.finding import has_any
from unrut.core.explore.openings.kinds import Said, Stated

LONGEST_FIELD = 300
ENTRY_BELOW, SENIOR_FROM = 2.0, 5.0
"""Judgement: who is asked for fewer years begins, and who is asked for so many is a senior."""


class Seniority(StrEnum):
    """Levels from intern to executive."""

    INTERN = "intern"
    ENTRY = "entry"
    MID = "mid"
    SENIOR = "senior"
    LEAD = "lead"
    MANAGER = "manager"
    DIRECTOR = "director"
    EXECUTIVE = "executive"


_MANAGED = (
    r"(?:account|accounts|product|project|program|programme|case|community|success|customer|media|content"
    r"|brand|property|office|marketing|sales|partner|partnerships|relationship|event|events|category"
    r"|campaign|contract|contracts|risk|data|database|records|document|delivery|release|portfolio"
    r"|implementation|engagement|channel|territory|campus|grants?|bid|claims|talent|growth|crm|seo|social"
    r"|stage"
    r"|development|technical|key|change|quality|compliance|facility|facilities|asset|fund|wealth|care"
    r"|patient|configuration|knowledge|transition|test|it|procurement|vendor|pr|communications)"
)
_TITLES: tuple[tuple[Seniority, re.Pattern[str]], ...] = (
    (
        Seniority.INTERN,
        re.compile(
            r"\b(?:interns?|internship|praktik(?:um|ant\w{0,3})|werkstudent\w{0,2}|stagiaire|trainee"
            r"|apprentice\w{0,4}|azubi|working student|co-op)\b(?! (?:program|coordinat|manag|recruit))"
        ),
    ),
    (
        Seniority.EXECUTIVE,
        re.compile(
            r"\b(?:chief (?!of staff)\w{1,20}(?: \w{1,14})? officer|c[etofimp]o|ciso|cpo|vp|svp|evp"
            r"|vice[- ]president|managing director|geschäftsführer\w{0,2}|president"
            r"|executive director)\b(?! of staff| to the)"
        ),
    ),
    (
        Seniority.DIRECTOR,
        re.compile(
            r"\b(?:director|head of|direktor\w{0,2}|directeur|directrice|superintendent"
            r"|bereichsleit\w{2,4})\b(?! (?:art|assistant))"
        ),
    ),
    (
        Seniority.LEAD,
        re.compile(
            r"\b(?:lead|leads|principal(?= (?:\w{1,14} ){0,2}(?:engineer|scientist|developer|consultant"
            r"|architect|designer|researcher|analyst|investigator|product|software))|tech(?:nical)? lead"
            r"|team lead\w{0,2}|teamleit\w{2,4}|staff(?= (?:\w{1,14} ){0,3}(?:engineer|scientist|developer"
            r"|designer|architect|researcher|swe\b))|head (?:chef|nurse|teacher|coach|cook|cashier)"
            r"|architect(?=ure lead)|supervisor|foreman)\b(?! (?:gen|generation|paint|abatement|capture"
            r"|screen|to\b))"
        ),
    ),
    (
        Seniority.SENIOR,
        re.compile(
            r"\b(?:senior|sr|snr)\b\.?(?! (?:living|care|center|centre|services|citizens?|community|home"
            r"|high school|housing|school|companion))"
        ),
    ),
    (
        Seniority.MANAGER,
        re.compile(
            r"\b(?<!\w)(?<!-)(?:manager(?:in)?|leiter(?:in)?|abteilungsleit\w{2,4}|assistant principal"
            r"|school principal|gerente|chef de service)\b"
        ),
    ),
    (
        Seniority.ENTRY,
        re.compile(
            r"\b(?:junior(?! (?:high|college|achievement|school|kindergarten|varsity))|jr\.?(?! (?:high"
            r"|college|rotc))|entry[- ]level|graduate (?:\w{1,14} )?(?:program\w{0,2}|scheme|engineer"
            r"|developer|trainee|analyst)|new grad\w{0,4}|berufseinsteiger\w{0,2}|débutant|fresher"
            r"|early[- ]career)\b"
        ),
    ),
    (
        Seniority.MID,
        re.compile(r"\b(?:mid[- ]level|intermediate|mid[- ]senior|mid)\b(?! (?:school|west|atlantic|wife))"),
    ),
)
_NO_MANAGER = re.compile(rf"\b{_MANAGED}(?:/\w{{1,14}})? manager\b|\bmanager,? (?:of )?(?:customer success)")
_FIELDS: tuple[tuple[Seniority, re.Pattern[str]], ...] = (
    (Seniority.INTERN, re.compile(r"\bintern(?:ship)?\b|praktik|werkstudent|student")),
    (Seniority.EXECUTIVE, re.compile(r"\bexecutive|c-level|\bvp\b|vice president|geschäftsführ")),
    (Seniority.DIRECTOR, re.compile(r"\bdirector|head of|bereichsleit")),
    (
        Seniority.MID,
        re.compile(
            r"\bmid[- ]?senior|\bmid\b|middle|intermediate|experienced|\bassociate\b|berufserfahren"
            r"|professional|regular"
        ),
    ),
    (Seniority.LEAD, re.compile(r"\blead|\bstaff\b|\bprincipal\b|teamleit|expert")),
    (Seniority.MANAGER, re.compile(r"\bmanager|management|führung")),
    (Seniority.SENIOR, re.compile(r"\bsenior|\bsr\b")),
    (
        Seniority.ENTRY,
        re.compile(r"\bentry|\bjunior|\bgraduate|berufseinst|no experience|débutant|trainee|starter"),
    ),
)


_TITLE_WORDS = (
    "intern",
    "prakti",
    "werkst",
    "stagiaire",
    "trainee",
    "apprent",
    "azubi",
    "working student",
    "co-op",
    "chief",
    "ceo",
    "cto",
    "cio",
    "cmo",
    "cpo",
    "ciso",
    "cfo",
    "coo",
    "vp",
    "vice",
    "president",
    "executive",
    "managing",
    "geschäfts",
    "direct",
    "direkt",
    "head",
    "superint",
    "leit",
    "lead",
    "principal",
    "staff",
    "supervisor",
    "foreman",
    "senior",
    "sr",
    "snr",
    "manager",
    "gerente",
    "chef de",
    "junior",
    "jr",
    "entry",
    "graduate",
    "new grad",
    "beruf",
    "débutant",
    "fresher",
    "early",
    "mid",
    "intermediate",
)


def seniority_of_title(title: str) -> Stated[Seniority] | None:
    """What a title says; a "product manager" manages no people."""
    lowered = title[:LONGEST_FIELD].lower()
    if not has_any(lowered, _TITLE_WORDS):
        return None
    for seniority, pattern in _TITLES:
        if pattern.search(lowered) and not (seniority is Seniority.MANAGER and _NO_MANAGER.search(lowered)):
            return Stated(seniority, Said(title))
    return None


def seniority_of_words(words: str) -> Stated[Seniority] | None:
    """What the field of a source says."""
    lowered = words[:LONGEST_FIELD].lower().replace("_", " ")
    return next(
        (Stated(seniority, Said(words)) for seniority, pattern in _FIELDS if pattern.search(lowered)), None
    )


def seniority_of_years(years: Stated[Years]) -> Stated[Seniority]:
    """What the years asked for make of it."""
    low = years.value.low
    level = Seniority.ENTRY if low < ENTRY_BELOW else Seniority.MID if low < SENIOR_FROM else Seniority.SENIOR
    return Stated(level, years.said)
