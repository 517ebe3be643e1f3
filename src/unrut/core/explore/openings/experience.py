"""The years of experience a posting asks for."""

import re
from dataclasses import dataclass

from unrut.core.explore.openings.finding import Clause, clause_at, has_any, said_at, word_places
from unrut.core.explore.openings.kinds import Stated
from unrut.core.explore.openings.need import Need
from unrut.core.explore.openings.sections import NOTHING_ASKED, Asked
from unrut.core.explore.openings.text import PostingText

MOST_YEARS = 30.0


@dataclass(frozen=True, slots=True)
class Years:
    """Years of experience from low to high; `high` is None where there is no most."""

    low: float
    high: float | None = None


_WORDS = frozenset("years year yrs yr yoe jahre jahren ans années años jaar år anni anos lat year's".split())
_NUMBERS = {
    word: float(number)
    for number, word in enumerate(
        "one two three four five six seven eight nine ten eleven twelve".split(), start=1
    )
} | {
    "ein": 1.0,
    "eine": 1.0,
    "zwei": 2.0,
    "drei": 3.0,
    "fünf": 5.0,
    "twee": 2.0,
    "drie": 3.0,
    "deux": 2.0,
    "trois": 3.0,
    "dos": 2.0,
    "tres": 3.0,
    "fifteen": 15.0,
}
_NUMBER = rf"(\d{{1,2}}(?:\.5)?|(?:{'|'.join(_NUMBERS)})(?=\s))"
_YEARS_BEFORE = re.compile(
    rf"(?<![\w.,$€£/-]){_NUMBER}(?:\s?\(\d{{1,2}}\))?(\s?\+|\s?plus|\s?or more)?(?:\s?(?:-|–|—|to|or|bis|à"
    rf"|a)\s?{_NUMBER}(?:\s?\(\d{{1,2}}\))?(\s?\+)?)?[\s-]{{0,2}}"
    r"(?:or more |full |\+ ?)?\Z"
)
_EXPERIENCE = (
    "experien",
    "yoe",
    "expérience",
    "erfahrung",
    "ervaring",
    "erfarenhet",
    "esperienza",
    "experiência",
    "doświadcz",
    "track record",
    "hands-on",
    "working in",
    "working with",
    "working as",
    "working on",
    "teaching",
    "practice",
    "building",
    "developing",
    "professional",
    "in a similar",
    "background in",
    "software engineering",
    "programming",
    "management",
    "leadership",
)
_OTHER_BEFORE = (
    "for over",
    "for more than",
    "for nearly",
    "for almost",
    "for the past",
    "for the last",
    "over the past",
    "over the last",
    "over the next",
    " past",
    " last",
    " next",
    " since",
    " has",
    " our",
    "with over",
    "combined",
    "within",
    "every",
    " age",
    "aged",
    "ages",
    "than a",
    "than one",
    " first",
    "celebrate",
    "celebrating",
    "founded",
    "in business",
    "up to",
    "our team",
    "during",
    "grew",
    "we have",
    "we've",
    "we’ve",
    "runway",
    " after",
    " in",
    " in under",
    " in just",
    " in over",
    " over",
    "boasting",
    "children",
    "grade",
    "grades",
    "serving",
    "known",
    "knowledge",
    "bring",
    "brings",
    "bringing",
    "with more than",
    "with nearly",
    " a two",
    " a three",
    " followed",
    "less than",
    "younger than",
    "spent",
)
_OTHER_BEHIND = re.compile(
    r"(?:years?|yrs?|jahren?|ans|années|años|jaar|år|anni|anos|lat|yoe)?\.?['’]?s?[\s-]{0,2}(?:of age"
    r"|old\b|ago\b|in business|of (?:history|service|operation|runway|growth|existence|success)|degree"
    r"|college|university|program|contract|anniversary|warranty|runway|commitment"
    r"|of (?:combined|collective)|plan\b|olds?\b|of (?:college|study|school|university|high school|studies"
    r"|age|coursework)|post[- ]|from now|after|in a row|running|period|term\b|[,.]? (?:we|our"
    r"|the company)\b)"
)
_REACH, _NUMBER_REACH = 30, 34


def read_experience(posting: PostingText, asked: Asked = NOTHING_ASKED) -> Stated[Years] | None:
    """The years a text asks for first, before those it would only like; None where it asks for none."""
    wished: Stated[Years] | None = None
    for place in word_places(posting, _WORDS):
        found = _YEARS_BEFORE.search(posting.lowered, max(0, place - _NUMBER_REACH), place)
        clause = clause_at(posting.lowered, place) if found else None
        if found is None or clause is None or not _is_asked(found, clause, posting, asked):
            continue
        years = _years(found)
        if years is None:
            continue
        stated = Stated(years, said_at(posting, clause.start, clause.end))
        if asked.need(clause.start, clause.end) is not Need.WISHED:
            return stated
        wished = wished or stated
    return wished


def _is_asked(found: re.Match[str], clause: Clause, posting: PostingText, asked: Asked) -> bool:
    """Whether the years are those of the person looked for, and not of the company, a child or a course."""
    lowered = posting.lowered
    first = max(clause.start, found.start() - _REACH)
    before = " " + lowered[first : found.start()].rstrip().removesuffix(" the")
    if before.endswith(_OTHER_BEFORE) or _OTHER_BEHIND.match(lowered, found.end()):
        return False
    if has_any(clause.lowered, _EXPERIENCE):
        return True
    return bool(asked.listed(clause.start)) and found.start() - clause.start < _REACH


def _years(found: re.Match[str]) -> Years | None:
    low, high = _number(found[1]), _number(found[3]) if found[3] else None
    if low > MOST_YEARS or (high is not None and not low <= high <= MOST_YEARS):
        return None
    return Years(low, None if found[4] else high)


def _number(words: str) -> float:
    return _NUMBERS[words] if words in _NUMBERS else float(words)
