"""A person's own series: what counts, what does not, and where it begins anew."""

from datetime import date, timedelta
from decimal import Decimal

import pytest
from tests.factories import a_checkin, a_job, a_new_normal, a_preference, weeks_before

from unrut.core.reflect.weeks import Answer, Rules, State
from unrut.models import Person
from unrut.queries.signal import job_starts, new_normals, rules_of, signal_of, weekly_answers

pytestmark = pytest.mark.integration

GOOD = {"satisfaction": 8, "boredom": 2, "dread": 2, "drive": 8, "learning": 8}
BAD = {"satisfaction": 3, "boredom": 7, "dread": 8, "drive": 3, "learning": 3}


def answer(owner: Person, weeks: int, signs: dict[str, int]) -> None:
    a_checkin(owner, weeks_before(weeks), **signs)


def test_nobody_answered_anything(alice: Person) -> None:
    found = signal_of(alice)

    assert (found.weeks, found.rules) == ((), Rules())


def test_each_checkin_gives_its_score(alice: Person, bob: Person) -> None:
    answer(alice, 1, GOOD)
    a_checkin(alice, weeks_before(0), satisfaction=9)

    assert weekly_answers(alice) == (Answer(weeks_before(1), 8.0), Answer(weeks_before(0), None))


def test_late_answers_and_weeks_away_do_not_count(alice: Person) -> None:
    for week in (4, 3, 2):
        answer(alice, week, GOOD)
    a_checkin(alice, weeks_before(1), answered_on=weeks_before(0) + timedelta(days=3), **BAD)
    a_checkin(alice, weeks_before(0), at_work=False, satisfaction=None)

    assert [each.week for each in weekly_answers(alice)] == [weeks_before(back) for back in (4, 3, 2)]


def test_drop_is_seen_in_the_check_ins(alice: Person) -> None:
    for week in range(30, 10, -1):
        answer(alice, week, GOOD)
    for week in range(10, 0, -1):
        answer(alice, week, BAD)

    found = signal_of(alice)

    assert found.weeks[-1].state is State.DROP
    assert found.weeks[-1].score == pytest.approx(2.8)


def test_rules_are_those_chosen_and_restarts_those_of_jobs_and_normals(alice: Person, bob: Person) -> None:
    a_preference(alice, false_alarms=5, low_line=Decimal("3.5"))
    a_job(alice, started_on=date(2026, 3, 4))
    a_job(alice, "Clerk", is_present=False)
    normal = a_new_normal(alice, date(2026, 1, 5))

    assert rules_of(alice) == Rules(5, 3.5, (date(2026, 1, 5), date(2026, 3, 4)))
    assert job_starts(alice) == (date(2026, 3, 4),)
    assert new_normals(alice) == [normal]


def test_change_of_a_rule_changes_what_is_said(alice: Person) -> None:
    for week in range(12, 0, -1):
        answer(alice, week, BAD)
    before = signal_of(alice).weeks[-1].state

    a_preference(alice, low_line=Decimal("1.0"))

    assert (before, signal_of(alice).weeks[-1].state) == (State.LOW, State.STEADY)
