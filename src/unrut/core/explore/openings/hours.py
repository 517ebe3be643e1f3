"""Hours of a week that a posting states, and the part of full time it offers."""

import re
from collections.abc import Sequence
from dataclasses import dataclass

from unrut.core.explore.openings.finding import Clause, clause_at, clauses, has_any, said_at, word_places
from unrut.core.explore.openings.kinds import Said, Stated
from unrut.core.explore.openings.text import PostingText, posting_text

FEWEST, MOST = 2.0, 100.0
"""Judgement: fewer hours a week are a meeting, more are nobody's week."""
LEAST_SHARE = 0.1
LONGEST_FIELD = 200


@dataclass(frozen=True, slots=True)
class Hours:
    """Hours a week from low to high, and the least and most part of full time, as a share; None is not stated."""

    low: float | None = None
    high: float | None = None
    least_share: float | None = None
    most_share: float | None = None

    def is_apart(self, other: "Hours") -> bool:
        """Whether no number of hours fits both."""
        ends = (self.low, self.high, other.low, other.high)
        if ends[:2] == (None, None) or ends[2:] == (None, None):
            return False
        return _least(self) > _most(other) or _least(other) > _most(self)


_WORDS = frozenset(
    "hours hour hrs hr stunden std wochenstunden arbeitszeit heures horas uur uren ore godzin timmar timer h".split()
)
_SHARE_WORDS = frozenset("fte pensum teilzeit stelle anstellung vollzeit".split())
_WEEKS = (
    "week",
    "wk",
    "woche",
    "wöch",
    "semaine",
    "hebdo",
    "semana",
    "settiman",
    "vecka",
    "uke",
    "tydzie",
    "tygod",
    "pw",
    "p.w",
    "time",
    "arbeitszeit",
    "/w",
    "hours:",
    "hours -",
    "hours –",
)
_NUMBER = r"(\d{1,3}(?:[.,]\d{1,2})?)"
_TO = r"\s{0,2}(?:h|hrs?|hours?)?\s{0,2}(?:-|–|—|to|and|or|bis|à|a|tot|und)\s{0,2}"
_UNIT = (
    r"\s?(?:\((?:[^()\n]{1,14})\)\s?)?(?:-\s?)?(?:paid |working |work |teaching |contracted |total |clock "
    r"|contact )?"
    r"(?:hours?|hrs?\.?|h|stunden|std\.?|heures|horas|uur|uren|ore|godzin|timmar|timer)"
)
_WEEK = (
    r"(?:(?:\s?\(?(?:per|a|an|each|every|pro|par|por|die|la|in the|of work per|of work a|of work each|p"
    r"|in der|alla|of availability (?:per|each))[\s/]{0,2}"
    r"(?:\w{1,9}[\s-])?|\s?/\s?|[\s-]{1,2}(?:work(?:ing)?[\s-])?|p/)"
    r"(?:weekly|(?:work)?weeks?|wk|woche|wo|semaine|semana|settimana|week|tydzień|vecka|uke|w)\b"
    r"|\s?/?(?:pw|p\.w\.)(?!\w)|\s{1,2}(?:weekly|wöchentlich|hebdomadaires?|semanales|settimanali"
    r"|wekelijks|tygodniowo)\b"
    r"|-woche\b|\s{1,2}hebdo\b|\s(?:weekly )?(?:time )?commitment (?:per|a|each) week)"
)
_WEEKLY = re.compile(rf"(?<![\d.,$€£]){_NUMBER}(\s?\+)?(?:{_TO}{_NUMBER})?{_UNIT}{_WEEK}")
_AFTER_WEEK = re.compile(
    r"(?:hours? (?:per|a|each|/)\s?week|hours/week|weekly hours|hours weekly|wochenstunden|wochenarbeitszeit"
    rf"|weekly working hours|working hours|arbeitszeit|^hours)\s?[:=–-]\s{{0,2}}(?:approx\w{{0,7}}\.? "
    rf"|ca\. )?{_NUMBER}"
    rf"(\s?\+)?(?:{_TO}{_NUMBER})?(?!\s?(?:a\.?m|p\.?m|[:%]|uhr|\d|[ap]\b))"
)
_COMPOUND = re.compile(rf"{_NUMBER}()(?:{_TO}{_NUMBER})?\s?wochenstunden\b")
_WITH_TIME = re.compile(
    rf"(?:full|part)[\s-]?time\W{{1,4}}{_NUMBER}(\s?\+)?(?:{_TO}{_NUMBER})?\s?(?:hours|hrs)\b(?!\s?(?:per"
    rf"|a|/)\s?(?!week))"
)
_DAILY = re.compile(
    rf"{_NUMBER}\s?(?:hours?|hrs?)\s?(?:per|a|/)\s?day\W{{1,3}}(?:and )?(\d) days? (?:per|a|each) week"
)
_PATTERNS = (_WEEKLY, _AFTER_WEEK, _COMPOUND, _WITH_TIME)
_AT_MOST = re.compile(
    r"(?:up to|maximum(?: of)?|max\.?(?: of)?|no more than|not (?:to )?exceed|not exceeding|at most"
    r"|fewer than|less than"
    r"|under|bis zu|maximal|max|jusqu['’]à|hasta|tot|maximaal|höchstens"
    r"|limited to)\s{1,2}(?:an? )?(?:total of |average of )?\Z"
)
_AT_LEAST = re.compile(
    r"(?:at least|minimum(?: of)?|min\.?(?: of)?|no (?:less|fewer) than|mindestens|mind\.|au moins"
    r"|al menos|minimaal|ab)\s{1,2}"
    r"(?:an? )?(?:total of |average of )?\Z"
)
_OR_MORE = re.compile(r"\W{0,2}(?:or more|minimum|and up|\+)")
# Other people's hours, or hours that are not those of the job.
_OTHER_BEFORE = re.compile(
    r"(?:employees?|members?|associates|colleagues|staff|those|anyone|teammates|workers|team) (?:who|whose"
    r"|working|scheduled"
    r"|that|averag\w{1,5}|regularly|work|at)\b|eligib|benefits? (?:to|for|start|are|begin|when|if|with|at"
    r"|after)|\bsav(?:e|es|ing|ed) |spend(?:s|ing)? |\bover |more than |beyond "
    r"|in excess of |exceeds? |overtime|training|vacation|holiday|leave|\bpto\b|credit|students? (?:work"
    r"|attend)|ceu|customers?"
    r"|clients? |years? (?:of|with) |open |support available|reimburs"
)
_OTHER_BEHIND = re.compile(
    r"\W{0,2}(?:or more )?(?:(?:are|is|will be|be) )?(?:eligible|of (?:training|instruction|class|classes"
    r"|live|synchronous"
    r"|sleep|support|tutoring|professional)|training|for benefits|overtime)"
)
_NOT_EXCEED = re.compile(r"not (?:to )?exceed\w{0,3} ")
_OTHER_REACH, _BEFORE_REACH = 90, 44

_SHARE = re.compile(
    r"(?:fte\W{0,3}(?P<f>\d?[.,]\d{1,3}|1|\d{2,3}\s?%)(?![\w.,])"
    r"|(?<![\w.,$€£-])(?P<n>\d?[.,]\d{1,3}|1)(?:\s?(?:-|–|to)\s?(?P<m>\d?[.,]\d{1,3}|1))?[\s-]{0,2}\(?fte\b"
    r"|(?<![\w.,$€£])(?P<p>\d{2,3})\s?%?(?:\s?(?:-|–|bis|to)\s?(?P<q>\d{2,3}))?\s?%[\s-]{0,2}(?:fte|pensum"
    r"|stelle|anstellung|teilzeit)"
    r"|(?:pensum|teilzeit|vollzeit)\W{1,3}(?:von |ca\. )?(?P<r>\d{2,3})\s?%?(?:\s?(?:-|–|bis"
    r"|to)\s?(?P<s>\d{2,3}))?\s?%)"
)
_TITLE_SHARE = re.compile(r"(?<![\w.,])(?P<p>\d{2,3})\s?%?(?:\s?(?:-|–|bis)\s?(?P<q>\d{2,3}))?\s?%")
_BARE = re.compile(
    rf"\s*{_NUMBER}(\s?\+)?(?:{_TO}{_NUMBER})?\s?(?:h|hrs?|hours?|stunden|uur|heures|horas)?\s*"
)


def read_hours(posting: PostingText, *, title: str = "") -> Stated[Hours] | None:
    """The hours of a week, or the part of full time, that a text states first; None where it states none."""
    return _weekly(posting) or _share(posting) or _share_of_title(title)


def hours_of_words(words: str) -> Stated[Hours] | None:
    """The same for the field of a source, where mere figures are hours of a week."""
    field = words[:LONGEST_FIELD]
    found = _BARE.fullmatch(field.lower())
    if found and (hours := _of_numbers(found, "", "")):
        return Stated(hours, Said(field))
    stated = read_hours(posting_text(field), title=field)
    return Stated(stated.value, Said(field)) if stated else None


def _least(hours: Hours) -> float:
    return 0 if hours.low is None else hours.low


def _most(hours: Hours) -> float:
    return MOST if hours.high is None else hours.high


def _weekly(posting: PostingText) -> Stated[Hours] | None:
    if "h" not in posting.words and _WORDS.isdisjoint(posting.words):
        return None
    for clause in clauses(posting, _WORDS):
        if not has_any(clause.lowered, _WEEKS):
            continue  # most hours are those of a wage, a course or a day
        for pattern in _PATTERNS:
            for found in pattern.finditer(clause.lowered):
                if hours := _of_match(found, clause):
                    return _stated(hours, found, clause, posting)
        if (daily := _DAILY.search(clause.lowered)) and (hours := _of_days(daily)):
            return _stated(hours, daily, clause, posting)
    return None


def _stated(hours: Hours, found: re.Match[str], clause: Clause, posting: PostingText) -> Stated[Hours]:
    start = clause.start + found.start()
    lead = _lead(clause.lowered, found.start())
    return Stated(hours, said_at(posting, start - lead, clause.start + found.end()))


def _lead(lowered: str, start: int) -> int:
    """The length of "up to" and the like before the figure."""
    before = lowered[max(0, start - _BEFORE_REACH) : start]
    found = _AT_MOST.search(before) or _AT_LEAST.search(before)
    return len(before) - found.start() if found else 0


def _of_match(found: re.Match[str], clause: Clause) -> Hours | None:
    before = clause.lowered[max(0, found.start() - _OTHER_REACH) : found.start()]
    other = _OTHER_BEFORE.search(_NOT_EXCEED.sub("", before))
    if other or _OTHER_BEHIND.match(clause.lowered, found.end()):
        return None
    return _of_numbers(found, before[-_BEFORE_REACH:], clause.lowered[found.end() : found.end() + 12])


def _of_numbers(found: re.Match[str], before: str, behind: str) -> Hours | None:
    first, plus, second = found.group(1, 2, 3)
    low = float(first.replace(",", "."))
    high = float(second.replace(",", ".")) if second else low
    if not FEWEST <= high <= MOST or low > high:
        return None
    if second:
        return Hours(low, high)
    if _AT_MOST.search(before):
        return Hours(None, high)
    is_open = plus or _AT_LEAST.search(before) or _OR_MORE.match(behind)
    return Hours(low, None if is_open else high)


def _of_days(found: re.Match[str]) -> Hours | None:
    hours = float(found[1].replace(",", ".")) * int(found[2])
    return Hours(hours, hours) if FEWEST <= hours <= MOST else None


def _share(posting: PostingText) -> Stated[Hours] | None:
    for place in word_places(posting, _SHARE_WORDS):
        clause = clause_at(posting.lowered, place)
        for found in _SHARE.finditer(clause.lowered):
            if hours := _of_shares(found.group("f", "n", "p", "r"), found.group("m", "q", "s")):
                return Stated(
                    hours, said_at(posting, clause.start + found.start(), clause.start + found.end())
                )
    return None


def _share_of_title(title: str) -> Stated[Hours] | None:
    found = _TITLE_SHARE.search(title[:LONGEST_FIELD]) if "%" in title else None
    hours = _of_shares((found["p"],), (found["q"],)) if found else None
    return Stated(hours, Said(title)) if hours else None


def _of_shares(least: Sequence[str | None], most: Sequence[str | None]) -> Hours | None:
    low = _share_of(least)
    high = _share_of(most) or low
    if low is None or high is None or not LEAST_SHARE <= low <= high <= 1:
        return None
    return Hours(least_share=low, most_share=high)


def _share_of(groups: Sequence[str | None]) -> float | None:
    """The share that one of the groups of a pattern gives, of 1 or of 100."""
    given = next(filter(None, groups), None)
    if given is None:
        return None
    number = float(given.rstrip(" %").replace(",", "."))
    return number / 100 if number >= 100 * LEAST_SHARE else number
