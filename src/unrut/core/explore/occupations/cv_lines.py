"""A line of a CV as its words are compared: without its heading, and with what denies them, what parts them, and how well."""

import re
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from functools import lru_cache
from itertools import accumulate, pairwise

from unrut.core.explore.occupations.skill_words import Standing

__all__ = [
    "GAP",
    "CvLine",
    "british",
    "is_language_told",
    "is_verb",
    "language_standing",
    "read_line",
    "stem",
    "told_standing",
]

GAP = 3
"""Words that may stand between a verb and its object: "served 80 hungry customers"."""

_WORD = re.compile(r"[^\W_]+")
_ENDINGS = ("ings", "ing", "ions", "ion", "ed", "es", "s", "e")
_SHORTEST_STEM = 4
# Verbs whose forms no ending gives away, each under the one the list of words has.
_FORMS = {
    form: verb
    for verb, forms in {
        "built": "build builds building",
        "brought": "bring brings bringing",
        "cared": "care cares caring",
        "chose": "choose chooses choosing",
        "drove": "drive drives driving",
        "fixed": "fix fixes fixing",
        "found": "find finds finding",
        "gave": "give gives giving",
        "heard": "hear hears hearing",
        "held": "hold holds holding",
        "hired": "hire hires",
        "kept": "keep keeps keeping",
        "led": "lead leads leading",
        "made": "make makes making",
        "met": "meet meets meeting",
        "ran": "run runs running",
        "sold": "sell sells selling",
        "spoke": "speak speaks speaking",
        "taught": "teach teaches teaching",
        "took": "take takes taking",
        "wrote": "write writes writing",
    }.items()
    for form in forms.split()
}
_DONE = frozenset(_FORMS.values()) | {"read"}
_PAST = "ed"

_NEGATED = "don didn doesn can couldn won wouldn haven hasn hadn isn wasn aren weren".split()
# From here to the end of the clause nothing is evidence; `None` stands for any word.
_DENIALS = frozenset(
    [
        *(
            (word,)
            for word in "not never nothing cannot cant dont didnt nor lack lacks lacking lacked neither".split()
        ),
        *((word, "t") for word in _NEGATED),
        *(
            ("no", word)
            for word in "experience knowledge training skills idea qualification interest".split()
        ),
        *(("would", word) for word in ("like", "love")),
        *(("d", word) for word in ("like", "love")),
        *(
            (word, "to")
            for word in "want wants hope hopes hoping wish aim planning eager keen looking willing".split()
        ),
        *(("interested", word) for word in ("in", "to")),
        *((word, "in") for word in ("interest", "interests")),
        ("curious", "about"),
        ("looking", "for"),
        ("like", "to", "learn"),
        ("love", "to", "learn"),
        ("dream", "of"),
    ]
)
_UNDENIED = frozenset([("not", "only"), ("not", "just"), ("not", "least")])
# These deny what stands near: "without a budget" says nothing of the end of its clause.
_NEAR = frozenset("no without hardly".split())
_NEAR_WORDS = 5
_AFTERWARDS = frozenset(
    [
        ("none",),
        ("nil",),
        ("no", "experience"),
        ("no", "knowledge"),
        ("not", "yet"),
        ("never", "used"),
        ("to", "learn"),
    ]
)
# What these follow is their subject: "sales isn't for me".
_OF_SUBJECT = frozenset(
    [*((word, "t") for word in ("isn", "aren", "wasn")), *((word, "not") for word in ("is", "are", "was"))]
)
_ANSWERED = re.compile(r"[:(–—=]|\s-\s")
_APART = re.compile(r"[;()\[\]|–—]|\s-\s")
_PARTED = re.compile(r"[,;/|&]")
_PART_REACH = 10
_PARTING = frozenset("and or but".split())
_TURNS = frozenset("but however though although instead except".split())
# After a comma these begin something new, and what was denied before it is over; so does any word in "-ed".
_FRESH = frozenset("i we now then also always only still strong good fluent skilled very".split()) | _DONE

_HEADING_WORDS = frozenset(
    "about academic accomplishments achievements activities additional address and awards background career certificates certification"
    " certifications company competences competencies computer contact core course courses date dates details development digital"
    " duties education email employer employment experience experiences expertise goal goals hard history hobbies hobby honors honours"
    " interest interests it key language languages me name objective objectives of organisation other our personal phone position"
    " professional profile project projects publications qualification qualifications reference references relevant responsibilities"
    " role roles skills soft software strengths summary technical technologies tools training us voluntary volunteer volunteering"
    " work working".split()
)
_LONGEST_HEADING = 4
# What stands under these is a wish, or about others.
_OF_NO_WEIGHT = frozenset(
    "company employer goal goals interest interests name objective organisation reference references us".split()
)
_OF_PLAY = frozenset(["hobby", "hobbies"])
_OF_SCHOOL = frozenset(
    "academy ba bachelor bsc college degree diploma education gcse gcses graduated ma master msc phd school university".split()
)
# "Global movement of free clubs" is what an organisation says of itself.
_ORGANISATIONS = frozenset(
    "agency association business centre chain charity club community company cooperative firm foundation initiative institute"
    " manufacturer movement network nonprofit ngo organisation platform profit provider retailer school society startup"
    " supplier union".split()
)
_OF_AN_ORGANISATION = frozenset(
    "of for that which who offering providing making selling helping in with".split()
)
_LINKS = frozenset("of at for in to by with from as on".split())
_ARTICLES = frozenset("a an the".split())
_LONGEST_BEFORE = 5

_YEARS = re.compile(r"(?<!\d)(\d{1,2})\+? {0,2}years?\b", re.IGNORECASE)
_STRONG_YEARS, _EXPERT_YEARS, _MOST_YEARS = 5, 10, 60
_BELOW = frozenset("basic basics beginner beginners introductory rudimentary elementary novice".split())
_LEADING = frozenset("led headed senior".split())
_ABOVE = frozenset("advanced specialist".split())
_TOP = frozenset("expert expertise authority".split())

_FLUENT = frozenset("c1 c2 fluent fluently native bilingual tongue".split())
_GOOD = frozenset("b2 intermediate professional proficient".split())
_SOME = frozenset("a1 a2 b1 basic basics beginner conversational elementary limited".split())
_SCALE = frozenset("a1 a2 b1 b2 c1 c2 fluent native bilingual".split())
_LANGUAGE_VERBS = frozenset(
    "speak spoke spoken speaks speaking speaker language languages bilingual translated translating translation translations"
    " interpreted interpreter interpreting taught teach teacher teaching lessons course".split()
)
_BESIDE_LANGUAGE = frozenset("in level spoken written".split())


@dataclass(frozen=True, slots=True)
class CvLine:
    """The words of a line, as they stand and without endings, and where each stands in it.

    `clauses` and `parts` number what belongs together: what is denied together, and the entries of a list. `is_denied` says of
    each word that it is no evidence. `standing` is what the line says of all in it. `speaks` is false where the meaning of the whole line tells nothing of a skill.
    """

    line: str
    plain: tuple[str, ...]
    stems: tuple[str, ...]
    spans: tuple[tuple[int, int], ...]
    clauses: tuple[int, ...]
    parts: tuple[int, ...]
    is_denied: tuple[bool, ...]
    standing: Standing
    speaks: bool

    def part(self, place: int) -> frozenset[str]:
        """The words of the entry that a word stands in, of those near it."""
        start = max(0, place - _PART_REACH)
        near = zip(self.plain[start : place + _PART_REACH], self.parts[start:], strict=False)
        return frozenset(word for word, part in near if part == self.parts[place])


def read_line(line: str) -> CvLine:
    """A line without its heading, made ready for comparing; in linear time."""
    heading, start = _heading(line)
    found = list(_WORD.finditer(line, start))
    plain = tuple(british(word.group().casefold()) for word in found)
    spans = tuple(word.span() for word in found)
    between = [line[before[1] : after[0]] for before, after in pairwise(spans)]
    clauses = _clauses(plain, between)
    parts = _parts(plain, between)
    is_silent = bool(heading & _OF_NO_WEIGHT) or _HEADING_WORDS.issuperset(plain)
    denied = _answered(plain, parts, between, _denied(plain, clauses, between))
    is_denied = tuple(is_silent or word for word in denied)
    words = heading.union(plain)
    return CvLine(
        line=line,
        plain=plain,
        stems=tuple(map(stem, plain)),
        spans=spans,
        clauses=clauses,
        parts=parts,
        is_denied=is_denied,
        standing=_of_the_line(line, words),
        speaks=not any(is_denied) and words.isdisjoint(_OF_SCHOOL | _OF_PLAY | _SCALE),
    )


def british(word: str) -> str:
    """A word as it is compared, however it is spelt: organized is organised."""
    return word.replace("z", "s")


def is_verb(word: str) -> bool:
    """Whether a word of the list tells what somebody did."""
    return word.endswith(_PAST) or word in _DONE


@lru_cache(maxsize=20_000)
def stem(word: str) -> str:
    """A word without the endings of its forms. Less is cut off than for themes: a driver is not what is driven."""
    word = _FORMS.get(word, word)
    for ending in _ENDINGS:
        if word.endswith(ending) and len(word) - len(ending) >= _SHORTEST_STEM:
            return word.removesuffix(ending)
    return word


def told_standing(said: CvLine, place: int | None) -> Standing:
    """How well, by the entry a word stands in, or by the whole line: nothing more is known where it says nothing, which is basic."""
    words = frozenset(said.plain) if place is None else said.part(place)
    if words & _TOP or said.standing is Standing.EXPERT:
        return Standing.EXPERT
    if words & _ABOVE or said.standing is Standing.STRONG:
        return Standing.STRONG
    return Standing.NONE if words & _BELOW else Standing.BASIC


def is_language_told(said: CvLine, place: int) -> bool:
    """Whether the name of a language stands for the language, and not for a country's food or cars."""
    part = said.part(place)
    if part & (_FLUENT | _GOOD | _SOME | _LANGUAGE_VERBS) or part <= {said.plain[place]} | _BESIDE_LANGUAGE:
        return True
    return not _LANGUAGE_VERBS.isdisjoint(said.plain[max(0, place - _PART_REACH) : place])


def language_standing(said: CvLine, place: int) -> Standing:
    """How well a language is spoken, by the European scale and by the words people use for it."""
    words = said.part(place)
    if words & _SOME:
        return Standing.NONE
    if words & _FLUENT:
        return Standing.STRONG
    return Standing.WORKING if words & _GOOD else told_standing(said, place)


def _heading(line: str) -> tuple[frozenset[str], int]:
    """The words of the heading a line begins with, and where what follows it starts."""
    end = line.find(":")
    words = [british(word.casefold()) for word in _WORD.findall(line[: max(end, 0)])]
    if 0 < len(words) <= _LONGEST_HEADING and _HEADING_WORDS.issuperset(words):
        return frozenset(words), end + 1
    return frozenset(), 0


def _clauses(plain: Sequence[str], between: Sequence[str]) -> tuple[int, ...]:
    """The number of the clause each word stands in."""
    starts = [False, *(bool(_APART.search(gap)) for gap in between)]
    return _numbered(is_apart or word in _TURNS for word, is_apart in zip(plain, starts, strict=False))


def _parts(plain: Sequence[str], between: Sequence[str]) -> tuple[int, ...]:
    """The number of the entry of a list each word stands in."""
    starts = [False, *(bool(_PARTED.search(gap)) for gap in between)]
    return _numbered(is_parted or word in _PARTING for word, is_parted in zip(plain, starts, strict=False))


def _numbered(starts: Iterable[bool]) -> tuple[int, ...]:
    return tuple(accumulate(starts, initial=0))[1:]


def _denied(plain: Sequence[str], clauses: Sequence[int], between: Sequence[str]) -> list[bool]:
    """Whether each word stands behind a denial or a wish of its clause, or in what an organisation says of itself."""
    found: list[bool] = []
    is_over, near = _is_description(plain, clauses), 0
    for place, word in enumerate(plain):
        if place and (
            clauses[place] != clauses[place - 1] or ("," in between[place - 1] and _is_fresh(word))
        ):
            is_over, near = False, 0
        found.append(is_over or near > 0)
        near = _NEAR_WORDS if word in _NEAR else max(0, near - 1)
        is_over = is_over or _is_denial(plain, place)
    return found


def _is_fresh(word: str) -> bool:
    return word in _FRESH or word.endswith(_PAST)


def _is_denial(plain: Sequence[str], place: int) -> bool:
    if tuple(plain[place : place + 2]) in _UNDENIED:
        return False
    return any(tuple(plain[place : place + length]) in _DENIALS for length in (1, 2, 3))


def _answered(
    plain: Sequence[str], parts: Sequence[int], between: Sequence[str], denied: Sequence[bool]
) -> list[bool]:
    """With what is denied after it: "Python: none", "sales isn't for me"."""
    found = list(denied)
    for place, gap in enumerate(between, start=1):
        if tuple(plain[place : place + 2]) in _OF_SUBJECT or (
            _ANSWERED.search(gap) and _is_answer(plain, place)
        ):
            for before in range(max(0, place - _PART_REACH), place):
                found[before] = found[before] or parts[before] == parts[place]
    return found


def _is_answer(plain: Sequence[str], place: int) -> bool:
    return any(tuple(plain[place : place + length]) in _AFTERWARDS for length in (1, 2))


def _is_description(plain: Sequence[str], clauses: Sequence[int]) -> bool:
    """Whether a line begins as an organisation tells what it is: "Global network of free clubs"."""
    for place, word in enumerate(plain[:_LONGEST_BEFORE]):
        if word in _ORGANISATIONS and place + 1 < len(plain) and plain[place + 1] in _OF_AN_ORGANISATION:
            return clauses[place + 1] == clauses[0]
        if _is_done(word, plain[place + 1 : place + 2]) or word in _LINKS:
            return False
    return False


def _is_done(word: str, after: Sequence[str]) -> bool:
    """Whether a word is something one does; a leading company does not lead."""
    if word == "leading":
        return not _ARTICLES.isdisjoint(after)
    return word in _FORMS or word in _FRESH or word.endswith((_PAST, "ing"))


def _of_the_line(line: str, words: frozenset[str]) -> Standing:
    """What a line says of all that stands in it."""
    years = max((int(count) for count in _YEARS.findall(line)), default=0)
    if _EXPERT_YEARS <= years <= _MOST_YEARS:
        return Standing.EXPERT
    return Standing.STRONG if words & _LEADING or _STRONG_YEARS <= years <= _MOST_YEARS else Standing.BASIC
