"""Who of the people one knows could answer which open question, and which nobody can."""

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from functools import cached_property
from threading import Lock
from typing import Any

import numpy as np

from unrut.core.explore.occupations.atlas import Floats
from unrut.core.explore.openings.same import company_key
from unrut.core.explore.people.circles import Circle, Relation, is_digital
from unrut.core.explore.people.columns import Columns, Known, Places
from unrut.core.explore.people.coverage import Coverage, coverage
from unrut.core.explore.people.questions import Answerer, OpenQuestion
from unrut.core.explore.people.who import Who
from unrut.models import Contact, Person, Talk
from unrut.queries.frame import present_job
from unrut.queries.guide import Guide, current_guide
from unrut.queries.open_questions import open_questions
from unrut.queries.people import CountedTalks, Somebody, counted_talks, people_named
from unrut.queries.scope import of
from unrut.queries.standpoint import homes_of

MOST_HELD = 4
SHOWN = 3
DRAWN_OF_A_CIRCLE = 6
_FIELDS = (
    "pk",
    "same_as",
    "circle",
    "company_key",
    "past",
    "occupation",
    "last_on",
    "met_on",
    "warmth",
)
# Warmth from 0 to 1: from the first on people are drawn nearest, from the second on in the middle.
_NEAREST, _MIDDLE = 0.65, 0.45


@dataclass(frozen=True, slots=True)
class WhoAnswers:
    """Somebody who could answer, and why."""

    somebody: Somebody
    answerer: Answerer


@dataclass(frozen=True, slots=True)
class PlacedPerson:
    """Somebody in the picture of circles: `ring` 0 is nearest."""

    somebody: Somebody
    ring: int


@dataclass(frozen=True, slots=True)
class CircleOf:
    """The people of one circle: those that are drawn, nearest first, and how many there are."""

    circle: Circle
    people: tuple[PlacedPerson, ...]
    count: int


@dataclass(frozen=True)
class WhoView:
    """Open questions beside the people one knows. `home_company` is the key of where one works now."""

    owner: Person
    questions: tuple[OpenQuestion, ...]
    who: Who
    home_company: str

    @property
    def people(self) -> int:
        """How many people there are."""
        return len(self.who.columns)

    @cached_property
    def talks(self) -> dict[str, list[Talk]]:
        """The talks about each question."""
        found: dict[str, list[Talk]] = {}
        for talk in of(Talk, self.owner).exclude(question="").select_related("contact"):
            found.setdefault(talk.question, []).append(talk)
        return found

    def question(self, key: str) -> OpenQuestion | None:
        """The open question of that key, if it is still open."""
        return next((question for question in self.questions if question.key == key), None)

    def answerers(self, question: OpenQuestion, most: int = SHOWN) -> list[WhoAnswers]:
        """Who could answer, the best first."""
        return self._named(self.who.answerers(question, most=most))

    def answerers_of_all(self, questions: Sequence[OpenQuestion], most: int = 1) -> list[list[WhoAnswers]]:
        """The same for several questions; people are read once."""
        found = [self.who.answerers(question, most=most) for question in questions]
        named = people_named(self.owner, {one.person for line in found for one in line})
        return [_with_names(line, named) for line in found]

    def counted(self, question: OpenQuestion) -> int:
        """How many relate to it at all."""
        return int((self.who.judged(question).scores > 0).sum())

    def nearest(self, question: OpenQuestion) -> WhoAnswers | None:
        """Whoever is nearest to what is asked where nobody relates to it."""
        return self.nearest_of_all([question])[0]

    def nearest_of_all(self, questions: Sequence[OpenQuestion]) -> list[WhoAnswers | None]:
        """The same for several questions; people are read once."""
        found = [self.who.nearest(question) for question in questions]
        named = people_named(self.owner, {one.person for one in found if one})
        return [next(iter(_with_names([one] if one else [], named)), None) for one in found]

    @cached_property
    def coverage(self) -> Coverage:
        """Who between them answers most, and what nobody can."""
        return coverage(self.who, self.questions)

    def names(self, keys: Iterable[int]) -> dict[int, Somebody]:
        """People by key."""
        return people_named(self.owner, keys)

    def for_person(self, contact_id: int) -> list[tuple[OpenQuestion, Answerer]]:
        """What somebody could answer, what they know best first."""
        told = [(question, self.who.answerer(contact_id, question)) for question in self.questions]
        known = [(question, answerer) for question, answerer in told if answerer]
        return sorted(known, key=lambda pair: -pair[1].score)

    def close_to(self, contact_id: int) -> int:
        """How many questions somebody relates to by themselves, not only by knowing many."""
        return sum(answerer.relation is not Relation.HUB for _, answerer in self.for_person(contact_id))

    def _named(self, found: Sequence[Answerer]) -> list[WhoAnswers]:
        return _with_names(found, people_named(self.owner, [one.person for one in found]))


@dataclass(frozen=True, slots=True)
class _Held:
    """The people of somebody as columns, and the row of the atlas for the work of each."""

    version: int
    guide: Guide
    columns: Columns
    rows: Places


_held: dict[int, _Held] = {}
_lock = Lock()


def who_for(owner: Person, *, today: date) -> WhoView:
    """The open questions of a person beside the people they know."""
    return who_could(owner, open_questions(owner, today=today), today=today)


def who_could(owner: Person, questions: Sequence[OpenQuestion], *, today: date) -> WhoView:
    """Some questions beside the people one knows."""
    return WhoView(owner, tuple(questions), *_who(owner, questions, today))


def home_company(owner: Person) -> str:
    """The key of the company one works at now, "" where that is unknown."""
    job = present_job(owner)
    return company_key(job.company) if job else ""


def circles_of(owner: Person, *, today: date) -> list[CircleOf]:
    """The picture of all people: the nearest of each circle by name, the others counted."""
    held = _columns_of(owner)
    columns, keys = held.columns, held.columns.keys
    warmth, years = columns.warmth, columns.years_since_contact(today)
    order = np.lexsort((keys, years, -warmth))
    near = {int(keys[row]): _ring(float(warmth[row])) for row in order}
    of_circle = {
        circle: keys[order[columns.circles[order] == place]].tolist() for place, circle in enumerate(Circle)
    }
    named = people_named(owner, [key for found in of_circle.values() for key in found[:DRAWN_OF_A_CIRCLE]])
    return [
        CircleOf(
            circle,
            tuple(PlacedPerson(named[key], near[key]) for key in found[:DRAWN_OF_A_CIRCLE] if key in named),
            len(found),
        )
        for circle, found in of_circle.items()
        if found
    ]


def _who(owner: Person, questions: Sequence[OpenQuestion], today: date) -> tuple[Who, str]:
    held = _columns_of(owner)
    home = home_company(owner)
    homes = homes_of(owner, held.guide, today=today)
    home_row = next((home.row for home in homes if home.job.is_present), None)
    home_work = held.guide.atlas.codes[home_row] if home_row is not None else ""
    looked_at = next((question.occupation for question in questions if question.occupation), home_work)
    who = Who(
        held.columns,
        today=today,
        likeness=_Likeness(held),
        digital=is_digital(looked_at),
        home_company=home,
        home_occupation=home_work,
        seed=owner.pk,
    )
    return who, home


class _Likeness:
    """How alike the work of each contact is to an occupation, as the atlas has it."""

    def __init__(self, held: _Held) -> None:
        self._held = held

    def __call__(self, code: str) -> Floats:
        row = self._held.guide.row_of(code)
        if row is None:
            return np.zeros(len(self._held.rows), dtype=np.float32)
        nearness = self._held.guide.neighbourhood.nearness(row)
        # The last place stands for those whose work is unknown.
        alike: Floats = np.append(nearness, np.float32(0)).astype(np.float32)
        return alike[self._held.rows]


def _columns_of(owner: Person) -> _Held:
    """The people as columns; made anew when one of them, or a talk, changed."""
    version = Person.objects.values_list("people_version", flat=True).get(pk=owner.pk)
    guide = current_guide()
    with _lock:
        held = _held.get(owner.pk)
    if held is not None and held.version == version and held.guide is guide:
        return held
    known = _known(owner)
    rows = [guide.atlas.rows.get(one.occupation, len(guide.atlas)) for one in known]
    made = _Held(version, guide, Columns(known), np.array(rows, dtype=np.int64))
    with _lock:
        _held.pop(owner.pk, None)
        while len(_held) >= MOST_HELD:
            _held.pop(next(iter(_held)))
        _held[owner.pk] = made
    return made


def _known(owner: Person) -> list[Known]:
    """What is known of each person, from all entries of them."""
    entries: dict[int, list[dict[str, Any]]] = {}
    for row in of(Contact, owner).order_by("pk").values(*_FIELDS):
        entries.setdefault(row["same_as"] or row["pk"], []).append(row)
    talks = counted_talks(owner)
    # The entry that stands for the others is asked first.
    return [_one(key, sorted(rows, key=lambda row: row["pk"] != key), talks) for key, rows in entries.items()]


def _one(key: int, entries: Sequence[Mapping[str, Any]], talks: Mapping[int, CountedTalks]) -> Known:
    told = [talks[entry["pk"]] for entry in entries if entry["pk"] in talks]
    circles = (Circle(entry["circle"]) for entry in entries)
    days = (*(entry["last_on"] for entry in entries), *(each.last_on for each in told))
    companies = [entry["company_key"] for entry in entries if entry["company_key"]]
    past = (company_key(each["company"]) for entry in entries for each in entry["past"])
    return Known(
        key=key,
        circle=next((circle for circle in circles if circle is not Circle.OTHER), Circle.OTHER),
        company_key=companies[0] if companies else "",
        past_companies=tuple(dict.fromkeys((*companies[1:], *past))),
        occupation=next((entry["occupation"] for entry in entries if entry["occupation"]), ""),
        last_on=max(filter(None, days), default=None),
        met_on=min((entry["met_on"] for entry in entries if entry["met_on"]), default=None),
        warmth=next((entry["warmth"] for entry in entries if entry["warmth"] is not None), None),
        asked=sum(each.asked for each in told),
        replied=sum(each.answered for each in told),
    )


def _ring(warmth: float) -> int:
    """0 nearest, 2 farthest."""
    return (warmth < _NEAREST) + (warmth < _MIDDLE)


def _with_names(found: Iterable[Answerer], named: Mapping[int, Somebody]) -> list[WhoAnswers]:
    """Who is not there any more is left out."""
    return [WhoAnswers(named[one.person], one) for one in found if one.person in named]
