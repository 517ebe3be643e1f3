"""What a posting offers: a permanent contract or one for a time, of its own kind, full time or in part."""

import re
from collections.abc import Mapping
from dataclasses import dataclass
from enum import StrEnum

from unrut.core.explore.openings.finding import clause_at, said_at, word_places
from unrut.core.explore.openings.kinds import Said, Stated
from unrut.core.explore.openings.text import PostingText, posting_text

LONGEST_FIELD = 200
WEEKS_A_MONTH = 52 / 12
MOST_MONTHS = 120.0
_REACH = 48


class ContractKind(StrEnum):
    """What kind of contract is offered."""

    PERMANENT = "permanent"
    FIXED_TERM = "fixed_term"
    TEMPORARY = "temporary"
    FREELANCE = "freelance"
    INTERNSHIP = "internship"
    APPRENTICESHIP = "apprenticeship"
    VOLUNTEER = "volunteer"


class WorkTime(StrEnum):
    """Whether it is the whole of a working week."""

    FULL_TIME = "full_time"
    PART_TIME = "part_time"


@dataclass(frozen=True, slots=True)
class Contract:
    """A kind of contract, and its months where they are said."""

    kind: ContractKind
    months: float | None = None


_KIND_WORDS: Mapping[ContractKind, str] = {
    ContractKind.PERMANENT: "permanent unbefristet unbefristete unbefristeten unbefristeter festanstellung cdi indefinido vast "
    "tillsvidareanställning",
    ContractKind.FIXED_TERM: "fixed befristet befristete befristeten befristeter cdd term tijdelijk visstid",
    ContractKind.TEMPORARY: "temporary temp seasonal interim zeitarbeit temporal leiharbeit",
    ContractKind.FREELANCE: "freelance freelancer freiberuflich contractor contract autónomo zzp",
    ContractKind.INTERNSHIP: "intern internship interns internships praktikum praktikant praktikantin werkstudent werkstudentin "
    "stagiaire prácticas placement stage",
    ContractKind.APPRENTICESHIP: "apprenticeship apprentice apprenticeships ausbildungsplatz azubi auszubildende auszubildender "
    "alternance apprenti lehrstelle",
    ContractKind.VOLUNTEER: "volunteer ehrenamtlich bénévole",
}
_KINDS: Mapping[str, ContractKind] = {
    word: kind for kind, words in _KIND_WORDS.items() for word in words.split()
}
_WORDS = frozenset(_KINDS) | {"contract"}
_TIME_WORDS = frozenset(
    "full part fulltime parttime partime vollzeit teilzeit temps tiempo completo voltijd deeltijd fulltijd "
    "parttijd tempo heltid deltid partiel jornada media halbtags half".split()
)
# Alone between bars or in brackets, as the value of a form, or beside the word for the job itself.
_LABEL = (
    r"(?:(?:job|employment|contract|position|assignment|hire|role|worker) (?:type|status|category|term"
    r"|kind|classification)s?\s?[:=–-]?"
    r"|(?:type|status|terms?|contract|employment|contrat|vertragsart|anstellung(?:sart)?|tipo|duration|job"
    r"|position|schedule|basis|commitment|work)s?\s?[:=–-]|type)\s{0,2}"
)
_TIME_BESIDE = r"(?:full|part)[\s-]?time(?:,| or| and|/|;| \||\s?[–-]| \()?\s{0,2}(?:or |and )?"
_CELL_BEFORE = re.compile(
    rf"(?:^[\s\-–•*]{{0,3}}|[|(\[/•·;+]\s{{0,2}}|\s[-–—]\s{{1,2}}|\b{_LABEL}|{_TIME_BESIDE}|\|[^"
    rf"|\n]{{0,30}},\s|regular,? |salaried,? |exempt,? |remote, )\Z"
)
_JOB = (
    r"(?:roles?|positions?|jobs?|contracts?|employment|employees?|opportunit(?:y|ies)|basis|work"
    r"|engagement|assignments?|appointment|vacanc(?:y|ies)|hires?|post\b"
    r"|stellen?|anstellung|vertrag|arbeitsvertrag|contrat|contrato|hourly|instructors?|teachers?|adjunct"
    r"|faculty|trainers?|tutors?|developers?|engineers?|consultants?)"
)
_BEHIND = re.compile(
    rf"\s{{0,2}}(?:$|[|()\]/•·;,&+\n.]|[-–—]\s|(?:,\s)?(?:full|part)[\s-]?time)|[\s,-]{{1,2}}(?:(?:full"
    rf"|part)[\s-]time |paid |remote |salaried |hourly |exempt |benefited |to )?{_JOB}"
)
_ARTICLE = re.compile(
    r"\b(?:an?|this is an?|as an?|en|une?|ein(?:e[nr]?)?|unsere?|of|on an?|offering an?|in|im|permanent,?"
    r"|full or)\s{1,2}(?:(?:full|part)[\s-]time,?\s)?\Z"
)
_TERM = re.compile(r"\b(?:fixed|limited|short)[\s-](?:term\s)?\Z")
# The word before tells of what kind a contract is; one of work or employment may be of any kind.
_OF_KIND = re.compile(
    r"\b(permanent|temporary|seasonal|freelance|internship|apprenticeship|employment|work|labou?r)[\s-]\Z"
)
_NOT_KIND = re.compile(
    r"permanent (?:residen|disab|records?|address|change|solution|make|marker|or regular)"
    r"|temporary (?:disab|visa|housing|accommod|worker visa|storage|assistance|staffing|files?"
    r"|protected|license|employees are)|contracts? (?:manag|negotiat|administ|law|work experience|review"
    r"|term|research|bargain|award|terms|and part-time work|manufactur|support"
    r"|general|rates?|documents?|specialist|teaching faculty|year|requirements|compliance)"
    r"|contractor (?:license|licens|exam|relation|manage|examin|exam|prep|services)"
    r"|intern(?:ship)?s? (?:experience|program|and co-?ops?|supervis|opportunit|coordinat|requirement)"
    r"|volunteer (?:time|hours|days?|experience|work\b|program|coordinat|manage"
    r"|opportunit|activit|recruit|organi|with your|service\b|pto|community)|stage (?:of|start|compan|fund"
    r"|in\b|to\b|front|manag|presence|performance|at\b|where|b\b|c\b|a\b)"
    r"|term (?:plan|dis|care|life|goal|vision|strat|memory|relation|commit|growth|impact|value|success"
    r"|of\b)|fixed (?:income|asset|price|cost|wing)|temp (?:agenc|staff)"
    r"|placement (?:test|rate|agenc|exam|servic|office|team|of\b)|seasonal (?:flu|allerg)"
    r"|freelance (?:work )?experience|apprenticeship (?:program|experience)|vast (?:majority|array|amount"
    r"|network|range|expe)"
)
_TITLE = re.compile(
    r"(?<!\w)(intern|internship|praktikum|praktikant|praktikantin|werkstudent|werkstudentin|stagiaire"
    r"|apprentice|apprenticeship|azubi|auszubildende|auszubildender"
    r"|volunteer|freelance|freelancer|temporary|seasonal|alternance|permanent)\b(?! (?:coordinat|manag"
    r"|program|specialist|recruit|engagement|experience|works|housing|staffing|secur))"
)
_AMBIGUOUS = frozenset("cdi cdd stage vast temporal alternance interim placement".split())
_OTHER_LANGUAGE = frozenset("nous vous poste chez les een wij jij het empresa para nuestra équipe".split())
_LENGTH = re.compile(
    r"(\d{1,3}|one|two|three|four|six|nine|twelve|eighteen)(?:\s?(?:-|–|to)\s?\d{1,2})?[\s-]{0,2}(months?"
    r"|monate?n?|mois|meses|maanden|years?|jahre?n?|ans?|años?|weeks?|wochen|semaines)\b"
)
_WORD_NUMBERS = {"one": 1, "two": 2, "three": 3, "four": 4, "six": 6, "nine": 9, "twelve": 12, "eighteen": 18}
_TIMED_KINDS = frozenset(
    {
        ContractKind.FIXED_TERM,
        ContractKind.TEMPORARY,
        ContractKind.FREELANCE,
        ContractKind.INTERNSHIP,
        ContractKind.APPRENTICESHIP,
        ContractKind.VOLUNTEER,
    }
)

_TIME = re.compile(
    r"(?:(?P<full>full|vollzeit|voltijd|fulltijd|heltid|fulltime|temps plein|tiempo completo"
    r"|jornada completa|tempo (?:pieno|integral))"
    r"|(?P<part>part|teilzeit|deeltijd|parttijd|deltid|parttime|partime|temps partiel|tiempo parcial"
    r"|media jornada|halbtags|half))(?P<time>[\s-]?time)?\b"
)
_NEEDS_TIME = frozenset({"full", "part", "half"})
_TIME_BEHIND = re.compile(
    rf"\s{{0,2}}(?:$|[|)\]/•·;,&+\n.(:]|[-–—]\s|(?:or|and|&|und|oder|et|ou|o)\s(?:part|teil|full|voll"
    rf"|contract)|(?:salaried|exempt|regular|remote|hours|\())"
    rf"|[\s,-]{{1,2}}(?:\w{{2,12}}[\s-]){{0,2}}{_JOB}"
)
_NOT_TIME = re.compile(
    r"[\s-]{0,2}(?:time )?(?:\w{2,9} )?(?:experience|employees?\b|staff|students?|equivalent"
    r"|teaching experience|work experience|teachers? (?:receive|are)|faculty|colleagues|benefit"
    r"|team members?"
    r"|enroll|years?|status|positions? (?:are|receive|at)|or part[\s-]time position\.|employees"
    r"|undergraduate|availability|program|university|work in|worker|occupational|post-secondary|territory"
    r"|instruct|mba|teaching and research)"
)
_NOT_TIME_BEFORE = re.compile(
    r"(?:years? of|for|all|our|other|over|between|experience|based upon|only to|available to|eligible|with"
    r"|by|to|equivalent to|assist|both|minimum|upon|their|than|benefits to|working) (?:\d{1,4} )?\Z"
)


def read_contracts(posting: PostingText) -> tuple[Stated[Contract], ...]:
    """The kinds of contract a text offers, each once, in its order."""
    found: dict[ContractKind, Stated[Contract]] = {}
    for place in word_places(posting, _WORDS):
        stated = _contract_at(posting, place)
        if stated is not None:
            found.setdefault(stated.value.kind, stated)
    return tuple(found.values())


def contracts_of_words(words: str) -> tuple[Stated[Contract], ...]:
    """The same for a field of a source, where the mere word counts."""
    field = words[:LONGEST_FIELD]
    posting = posting_text(field)
    found = {
        kind: Stated(Contract(kind, _months(posting.lowered)), Said(field))
        for place in word_places(posting, _WORDS - {"stage", "vast", "temporal"} | {"cdi", "cdd"})
        if not _NOT_KIND.match(posting.lowered, place)
        and (kind := _kind_at(posting.lowered, place)) is not None
    }
    return tuple(found.values())


def contracts_of_title(title: str) -> tuple[Stated[Contract], ...]:
    """The kind of contract that a title names."""
    found = _TITLE.search(title[:LONGEST_FIELD].lower())
    return (Stated(Contract(_KINDS[found[1]]), Said(title)),) if found else ()


def read_work_times(posting: PostingText) -> tuple[Stated[WorkTime], ...]:
    """Whether a text offers the whole of a week, a part of it, or both."""
    found: dict[WorkTime, Stated[WorkTime]] = {}
    for place in word_places(posting, _TIME_WORDS):
        match = _time_at(posting.lowered, place)
        if match is not None:
            time = WorkTime.FULL_TIME if match["full"] else WorkTime.PART_TIME
            found.setdefault(time, Stated(time, said_at(posting, match.start(), match.end())))
    return tuple(found.values())


def work_times_of_words(words: str) -> tuple[Stated[WorkTime], ...]:
    """The same for a field of a source, where the mere word counts."""
    field = words[:LONGEST_FIELD]
    lowered = field.lower().replace("_", " ")
    times = [
        WorkTime.FULL_TIME if found["full"] else WorkTime.PART_TIME
        for found in _TIME.finditer(lowered)
        if found["time"] or found[0] not in _NEEDS_TIME
    ]
    return tuple(Stated(time, Said(field)) for time in dict.fromkeys(times))


def _contract_at(posting: PostingText, place: int) -> Stated[Contract] | None:
    lowered = posting.lowered
    if _NOT_KIND.match(lowered, place):
        return None
    kind = _kind_at(lowered, place)
    if kind is None or not _is_offered(lowered, place) or not _is_meant(posting, place):
        return None
    clause = clause_at(lowered, place)
    months = _months(clause.lowered[max(0, place - clause.start - _REACH) : place - clause.start + _REACH])
    if months is None or kind not in _TIMED_KINDS:
        lead = len("fixed ") if lowered[max(0, place - 6) : place - 1] == "fixed" else 0
        return Stated(Contract(kind), said_at(posting, place - lead, place + _word_length(lowered, place)))
    return Stated(Contract(kind, months), said_at(posting, clause.start, clause.end))


def _is_meant(posting: PostingText, place: int) -> bool:
    """Whether a word that is another one in English stands in a text of its own language."""
    word = posting.lowered[place : place + _word_length(posting.lowered, place)]
    return word not in _AMBIGUOUS or not _OTHER_LANGUAGE.isdisjoint(posting.words)


def _kind_at(lowered: str, place: int) -> ContractKind | None:
    word = lowered[place : place + _word_length(lowered, place)]
    if word == "term":
        return ContractKind.FIXED_TERM if lowered[max(0, place - 6) : place] in {"fixed ", "fixed-"} else None
    if word == "fixed":
        return None
    if word == "contract" and _TERM.search(lowered, max(0, place - 16), place):
        return ContractKind.FIXED_TERM
    if word == "contract" and (kind := _OF_KIND.search(lowered, max(0, place - _REACH), place)):
        return _KINDS.get(kind[1])
    return _KINDS.get(word)


def _word_length(lowered: str, place: int) -> int:
    end = place
    while end < len(lowered) and end - place < _REACH and lowered[end].isalpha():
        end += 1
    return end - place


def _is_offered(lowered: str, place: int) -> bool:
    """Whether a kind stands where a posting says what it offers, and is not merely spoken of."""
    first = max(0, place - _REACH)
    first = max(first, lowered.rfind("\n", first, place) + 1)
    before = _TERM.sub("", lowered[first:place])
    end = place + _word_length(lowered, place)
    if not _BEHIND.match(lowered, end):
        return False
    return _CELL_BEFORE.search(before) is not None or _ARTICLE.search(before) is not None


def _months(lowered: str) -> float | None:
    """The length of a contract in months."""
    found = _LENGTH.search(lowered)
    if found is None:
        return None
    count, unit = found[1], found[2]
    number = float(count) if count.isdecimal() else float(_WORD_NUMBERS[count])
    factor = 12.0 if unit[0] in "yja" else 1.0 if unit[0] == "m" else 1 / WEEKS_A_MONTH
    months = round(number * factor, 1)
    return months if 0 < months <= MOST_MONTHS else None


def _time_at(lowered: str, place: int) -> re.Match[str] | None:
    found = _TIME.match(lowered, place)
    if (
        found is None
        or (found[0] in _NEEDS_TIME and not found["time"])
        or _NOT_TIME.match(lowered, found.end())
    ):
        return None
    first = max(0, place - _REACH)
    before = lowered[max(first, lowered.rfind("\n", first, place) + 1) : place]
    if _NOT_TIME_BEFORE.search(before) or not _TIME_BEHIND.match(lowered, found.end()):
        return None
    return found if _CELL_BEFORE.search(before) or _ARTICLE.search(before) else None
