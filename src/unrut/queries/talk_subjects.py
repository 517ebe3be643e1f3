"""What a talk is about: an opening, a way out or a kind of work, and the facet that is open."""

import re
from collections.abc import Mapping
from dataclasses import dataclass

from unrut.core.explore.levels import UNKNOWN, Level
from unrut.models import Opening, Person, Way
from unrut.models import Want as StoredWant
from unrut.queries.explore import LONGEST_KEY, OPENING
from unrut.queries.frame import frame_of, judged_levels
from unrut.queries.guide import current_guide
from unrut.queries.scope import of
from unrut.queries.ways import WAY, purse_of, ways_of

WORK = "work"
# "field-15-1252.00", and "gap-15-1252.00.2.A.1.a" where an element of it is asked about.
_ABOUT_WORK = re.compile(r"(?:field|gap)-(?P<code>\d{2}-\d{4}\.\d{2})(?:\..*)?", re.ASCII | re.DOTALL)


@dataclass(frozen=True, slots=True)
class TalkSubject:
    """What is asked about, by its key: "opening-12", "way-3" or "work-15-1252.00"; one of the last three fields tells which.

    `facet` is "" where the question is about no facet.
    """

    key: str
    title: str
    facet: str = ""
    opening: Opening | None = None
    way: Way | None = None
    occupation: str = ""


def subject_key(question: str) -> str:
    """The key of what an open question is about."""
    found = _ABOUT_WORK.fullmatch(question)
    return f"{WORK}-{found['code']}" if found else question.partition(".")[0]


def subject_of(owner: Person, question: str) -> TalkSubject | None:
    """What the question of a talk is about; None where it has none, or where that is gone."""
    key = subject_key(question)
    kind, _, rest = key.partition("-")
    if kind == WORK:
        return _work(key, rest)
    facet = question.partition(".")[2]
    number = int(rest) if rest.isascii() and rest.isdecimal() and len(rest) < LONGEST_KEY else 0
    if kind == OPENING:
        opening = of(Opening, owner).select_related("reading").filter(pk=number).first()
        return TalkSubject(key, _at(opening), facet, opening=opening) if opening else None
    way = of(Way, owner).filter(pk=number).first() if kind == WAY else None
    return TalkSubject(key, way.title, facet, way=way) if way else None


def known_level(owner: Person, subject: TalkSubject) -> Level:
    """What is known by now of the facet that is asked about."""
    return _levels(owner, subject).get(subject.facet, UNKNOWN) if subject.facet else UNKNOWN


def own_names(owner: Person) -> dict[str, str]:
    """What the person calls criteria of their own, and facets they gave another name."""
    return dict(of(StoredWant, owner).exclude(name="").values_list("facet", "name"))


def _work(key: str, code: str) -> TalkSubject | None:
    guide = current_guide()
    row = guide.row_of(code)
    return None if row is None else TalkSubject(key, guide.atlas.titles[row], occupation=code)


def _levels(owner: Person, subject: TalkSubject) -> Mapping[str, Level]:
    if subject.opening:
        return judged_levels(subject.opening)
    views = ways_of(owner, frame_of(owner), purse_of(owner))
    return next((view.levels for view in views if view.way == subject.way), {})


def _at(opening: Opening) -> str:
    return f"{opening.title}, {opening.company}" if opening.company else opening.title
