"""Cheap tests: what is expected before, what came of it, and the step that does it."""

from dataclasses import dataclass
from datetime import date

from django.db import transaction
from django.db.models import Max

from unrut.core.errors import InvalidInputError
from unrut.core.explore.cheap_tests import TestKind, shipped_tests
from unrut.core.explore.levels import HIGHEST
from unrut.core.explore.wants import OWN, wanted_level
from unrut.core.facets import shipped_vocabulary
from unrut.core.plan.steps import Strand
from unrut.models import Person, Step, Way, WayTest
from unrut.models import Want as StoredWant
from unrut.models.way_test import CERTAIN
from unrut.queries.plan import current_goal
from unrut.queries.scope import of, one

LONGEST_TEXT, LONGEST_LEARNED = 300, 5000
MOST_TESTS = 30
_STRANDS = {
    TestKind.TALK: Strand.CONNECTIONS,
    TestKind.SHADOW: Strand.CONNECTIONS,
    TestKind.COURSE: Strand.TRAINING,
    TestKind.FREELANCE: Strand.PROJECTS,
    TestKind.PROJECT: Strand.PROJECTS,
}


@dataclass(frozen=True, slots=True)
class Expected:
    """What is to be tried, the level that is good enough (0 to 10), and the chance of that in percent, said beforehand."""

    kind: str
    text: str
    line: int
    chance: int
    facet: str = ""


def plan_test(owner: Person, way_id: int, expected: Expected, *, today: date) -> WayTest:
    """Keep what one will try, and what one expects of it.

    Raises MissingError, InvalidInputError.
    """
    _check_expected(expected)
    with transaction.atomic():
        way = one(Way, owner, way_id)
        if of(WayTest, owner).filter(way=way).count() >= MOST_TESTS:
            raise InvalidInputError(f"There are {MOST_TESTS} tests of this way already. Remove one first.")
        return WayTest.objects.create(
            owner=owner,
            way=way,
            kind=expected.kind,
            facet=expected.facet,
            text=" ".join(expected.text.split()),
            line=expected.line,
            wanted=_wanted(owner, expected.facet),
            chance=expected.chance,
            predicted_on=today,
        )


def finish_test(owner: Person, test_id: int, result: int, *, learned: str = "", today: date) -> WayTest:
    """Keep what came of a test; it counts for its way from now on. The prediction stays as it was.

    Raises MissingError, InvalidInputError.
    """
    if not 0 <= result <= HIGHEST:
        raise InvalidInputError(f"The result is {result}. Give a whole number from 0 to {HIGHEST:g}.")
    if len(learned) > LONGEST_LEARNED:
        raise InvalidInputError(
            f"What you learned is longer than {LONGEST_LEARNED:,} characters. Shorten it."
        )
    test = one(WayTest, owner, test_id)
    test.result, test.result_on, test.learned = result, test.result_on or today, learned.strip()
    test.save(update_fields=["result", "result_on", "learned"])
    return test


def remove_test(owner: Person, test_id: int) -> None:
    """Forget a test; a step that does it stays in the plan.

    Raises MissingError.
    """
    one(WayTest, owner, test_id).delete()


def make_test_a_step(owner: Person, test_id: int) -> Step:
    """Put a test into the plan, behind the steps there are; once it is there, nothing happens.

    Raises MissingError, InvalidInputError when there is no goal whose plan it could belong to.
    """
    with transaction.atomic():
        test = one(WayTest, owner, test_id)
        if test.step is not None:
            return test.step
        goal = current_goal(owner)
        if goal is None:
            raise InvalidInputError(
                "There is no plan yet that this could be a step of. Choose a goal first; the test waits here."
            )
        kind = TestKind(test.kind)
        last = of(Step, owner).filter(goal=goal).aggregate(last=Max("position"))["last"]
        test.step = Step.objects.create(
            owner=owner,
            goal=goal,
            strand=_STRANDS[kind].value,
            text=test.text,
            result="Written down what came of it, beside what you expected.",
            minutes=shipped_tests()[kind].minutes,
            position=0 if last is None else last + 1,
        )
        test.save(update_fields=["step"])
    return test.step


def _wanted(owner: Person, facet: str) -> int:
    """The level of it that the person wants, or that most people would."""
    said = of(StoredWant, owner).filter(facet=facet).first()
    if said is not None:
        return said.wanted
    known = shipped_vocabulary().facets.get(facet)
    return round(HIGHEST if known is None else wanted_level(known))


def _check_expected(expected: Expected) -> None:
    if expected.kind not in {kind.value for kind in TestKind}:
        raise InvalidInputError(f'"{expected.kind}" is no kind of test. Choose one of {", ".join(TestKind)}.')
    if not expected.text.strip() or len(expected.text) > LONGEST_TEXT:
        raise InvalidInputError(f"Say what you will try, in 1 to {LONGEST_TEXT} characters.")
    if expected.facet and expected.facet not in shipped_vocabulary() and not expected.facet.startswith(OWN):
        raise InvalidInputError(f'"{expected.facet}" is not one of your criteria. Choose one from the list.')
    if not 0 <= expected.line <= HIGHEST:
        raise InvalidInputError(
            f"Good enough is at {expected.line}. Give a whole number from 0 to {HIGHEST:g}."
        )
    if not 0 <= expected.chance <= CERTAIN:
        raise InvalidInputError(f"The chance is {expected.chance} percent. Give one from 0 to {CERTAIN}.")
