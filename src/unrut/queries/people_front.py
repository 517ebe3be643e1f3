"""Whom to talk to first, who is missing, and who may be here twice: what pages of the people one knows begin with."""

from dataclasses import dataclass
from functools import lru_cache

from unrut.core.explore.people.circles import Relation
from unrut.core.explore.people.questions import OpenQuestion
from unrut.models import Person
from unrut.queries.people import Somebody
from unrut.queries.same_people import same_people
from unrut.queries.who import SHOWN, WhoAnswers, WhoView

FIRST = 3


@dataclass(frozen=True, slots=True)
class FirstTalk:
    """A question that matters, and who could answer it."""

    question: OpenQuestion
    answers: WhoAnswers


@dataclass(frozen=True, slots=True)
class Missing:
    """A question nobody could answer, who comes nearest, and how many such questions there are."""

    question: OpenQuestion
    nearest: WhoAnswers | None
    count: int


def first_talks(view: WhoView) -> list[FirstTalk]:
    """For the questions that matter most somebody each, another one each time; those a talk is ahead about are left out.

    Whoever only knows many is nobody's answer here.
    """
    asked = {key for key, talks in view.talks.items() if any(talk.is_open for talk in talks)}
    open_ones = [question for question in view.questions if question.key not in asked]
    found: dict[int, FirstTalk] = {}
    for question, line in zip(open_ones, view.answerers_of_all(open_ones, most=SHOWN), strict=True):
        new = next((one for one in line if _is_close(one) and one.somebody.id not in found), None)
        if new:
            found[new.somebody.id] = FirstTalk(question, new)
        if len(found) == FIRST:
            break
    return list(found.values())


def who_is_missing(view: WhoView) -> Missing | None:
    """The weightiest question nobody could answer; None where there is none."""
    uncovered = view.coverage.uncovered
    question = view.question(uncovered[0]) if uncovered and view.people else None
    return Missing(question, view.nearest(question), len(uncovered)) if question else None


def most_helpful(view: WhoView) -> Somebody | None:
    """Whoever could answer most of what is open and is close to some of it; knowing many is not enough."""
    keys = [key for key in view.coverage.people if view.close_to(key)][:1]
    return next(iter(view.names(keys).values()), None)


def pairs_alike(owner: Person) -> int:
    """How many pairs of entries may be one person; counted anew once a person changed."""
    version = Person.objects.values_list("people_version", flat=True).get(pk=owner.pk)
    return _pairs_of(owner.pk, version)


@lru_cache(maxsize=4)
def _pairs_of(owner_key: int, version: int) -> int:  # noqa: ARG001 - another version is another count
    return len(same_people(Person.objects.get(pk=owner_key)))


def _is_close(one: WhoAnswers) -> bool:
    return one.answerer.relation not in {Relation.HUB, Relation.NONE}
