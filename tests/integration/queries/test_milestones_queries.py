"""The bigger picture: what is done, what lies ahead, and the person's own record behind the dates."""

from datetime import date, timedelta

import pytest
from tests.factories import (
    MONDAY,
    a_checkin,
    a_goal,
    a_job,
    a_milestone,
    a_point,
    a_rung,
    a_step,
    an_accomplishment,
    weeks_before,
)

from unrut.core.milestones.attain import Ground
from unrut.core.milestones.life import Event, Stretch
from unrut.core.milestones.own_record import FinishedThing
from unrut.core.milestones.pace import Week
from unrut.errors import MissingError
from unrut.models import Person
from unrut.queries.milestones import (
    bigger_picture,
    job_overlaps,
    own_point,
    points_ahead,
    proposed_for,
    reached_milestones,
    record_of,
)

pytestmark = pytest.mark.integration


def test_picture_of_an_empty_home_is_empty(alice: Person, bob: Person, today: date) -> None:
    picture = bigger_picture(alice, today=today)

    assert (picture.goal, picture.points, picture.reached, picture.done) == (None, (), (), 0)
    assert picture.life.is_empty


def test_picture_holds_jobs_things_done_and_milestones(alice: Person, today: date) -> None:
    job = a_job(alice, "Cook", company="Mill", started_on=date(2020, 1, 1))
    done = an_accomplishment(alice, "Baked", date(2026, 1, 2))
    reached = a_point(alice, "Oven", reached_on=date(2026, 3, 4))
    point = a_point(alice, "Own shop", due_on=date(2028, 1, 1), position=1)
    a_rung(point)

    picture = bigger_picture(alice, today=today)

    assert picture.life.jobs == (Stretch(f"job-{job.pk}", "Cook, Mill", date(2020, 1, 1), None),)
    assert picture.life.done == (Event(f"accomplishment-{done.pk}", "Baked", date(2026, 1, 2)),)
    assert picture.life.reached == (Event(f"milestone-{reached.pk}", "Oven", date(2026, 3, 4)),)
    (ahead,) = picture.life.ahead
    assert (ahead.key, ahead.due) == (f"milestone-{point.pk}", date(2028, 1, 1))
    assert today < ahead.first < ahead.likely < ahead.last


def test_point_without_rungs_is_not_drawn(alice: Person, today: date) -> None:
    a_point(alice)

    picture = bigger_picture(alice, today=today)

    assert (len(picture.points), picture.life.ahead) == (1, ())


def test_milestones_of_the_plan_are_drawn_one_by_one(alice: Person, today: date) -> None:
    goal = a_goal(alice)
    a_milestone(goal, "Basics", reached_on=MONDAY)
    proof = a_milestone(goal, "Proof", position=1)
    far = today + timedelta(weeks=40)
    a_step(goal, milestone=proof, not_before=today)
    a_step(goal, milestone=proof, not_before=far)
    a_step(goal, milestone=proof, done_on=MONDAY)
    a_step(goal, milestone=proof, skipped_on=MONDAY)

    picture = bigger_picture(alice, today=today)

    (point,) = picture.points
    assert (point.name, point.due_on, [rung.sittings for rung in point.rungs]) == (
        goal.title,
        goal.target_on,
        [0, 2],
    )
    (ahead,) = picture.life.ahead
    assert (ahead.text, ahead.due) == ("Proof", proof.due_on)
    assert ahead.first == far


def test_points_come_in_the_order_they_may_be_reached(alice: Person, today: date) -> None:
    near, far = a_point(alice, "Near"), a_point(alice, "Far", position=1)
    a_rung(far, size=60)
    a_rung(near, size=4)
    a_point(alice, "Reached", reached_on=MONDAY)
    a_point(alice, "Undated", position=2)
    a_point(alice, "Wished for", position=3, due_on=today + timedelta(days=1))

    assert [point.name for point in points_ahead(alice, today=today)] == [
        "Wished for",
        "Near",
        "Far",
        "Undated",
    ]


def test_rungs_say_what_is_true_what_is_next_and_what_is_left(alice: Person, today: date) -> None:
    point = a_point(alice)
    done = an_accomplishment(alice)
    a_rung(point, "Oven", reached_on=MONDAY).shown_by.add(done)
    a_rung(point, "Lease", position=1, size=16, done_share=75)
    a_rung(point, "Licence", position=2, size=None)

    found = own_point(alice, point.pk, today=today)

    assert [(rung.milestone.name, rung.is_reached, rung.is_next, rung.sittings) for rung in found.rungs] == [
        ("Oven", True, False, 8),
        ("Lease", False, True, 4),
        ("Licence", False, False, 12),
    ]
    assert found.rungs[0].shown_by == (done,)
    assert found.next == found.rungs[1]
    assert found.reached == (found.rungs[0],)


def test_only_points_of_ones_own_are_opened(alice: Person, bob: Person, today: date) -> None:
    rung = a_rung(a_point(alice))
    drawn = a_milestone(a_goal(alice))

    for key in (rung.pk, drawn.pk, 0, reached_milestones(bob)[0].pk if reached_milestones(bob) else 0):
        with pytest.raises(MissingError):
            own_point(alice, key, today=today)


def test_reached_milestones_come_in_order_without_rungs(alice: Person) -> None:
    later = a_point(alice, reached_on=MONDAY)
    first = a_milestone(a_goal(alice), reached_on=weeks_before(9))
    a_rung(later, reached_on=MONDAY)

    assert reached_milestones(alice) == [first, later]


def test_record_counts_every_week_since_there_was_something_to_finish(alice: Person, today: date) -> None:
    goal = a_goal(alice, started_on=weeks_before(3) + timedelta(days=2))
    for _ in range(2):
        a_step(goal, done_on=weeks_before(2) + timedelta(days=6))
    a_step(goal, done_on=today)
    a_checkin(alice, weeks_before(1), at_work=False, satisfaction=None)
    a_checkin(alice, weeks_before(2), at_work=False, satisfaction=None)

    record = record_of(alice, today=today)

    assert record.weeks == (
        Week(weeks_before(3), 0),
        Week(weeks_before(2), 2),
        Week(weeks_before(1), 0),
    )
    assert record.away == (weeks_before(1),)


def test_record_without_a_goal_is_empty(alice: Person, bob: Person, today: date) -> None:
    record = record_of(alice, today=today)

    assert (record.weeks, record.away, record.finished) == ((), (), ())


def test_finished_things_begin_where_the_one_before_ended(alice: Person, today: date) -> None:
    point = a_point(alice, started_on=weeks_before(30), reached_on=MONDAY)
    first = a_rung(point, "First", started_on=weeks_before(30), reached_on=weeks_before(24), size=12)
    second = a_rung(point, "Second", started_on=weeks_before(30), reached_on=weeks_before(20), size=8)
    a_rung(point, "Same day", started_on=MONDAY, reached_on=MONDAY)
    goal = a_goal(alice, started_on=weeks_before(10))
    drawn = a_milestone(goal, "Drawn", reached_on=weeks_before(4))
    larger = a_milestone(goal, "Larger", reached_on=weeks_before(2), size=2)
    for milestone in (drawn, larger):
        for _ in range(3):
            a_step(goal, milestone=milestone)
    a_point(alice, "Without a size", started_on=weeks_before(9), reached_on=weeks_before(1), position=5)

    finished = record_of(alice, today=today).finished

    assert set(finished) == {
        FinishedThing(f"milestone-{first.pk}", "First", weeks_before(30), weeks_before(24), 12),
        FinishedThing(f"milestone-{second.pk}", "Second", weeks_before(24), weeks_before(20), 8),
        FinishedThing(f"milestone-{drawn.pk}", "Drawn", weeks_before(10), weeks_before(4), 3),
        FinishedThing(f"milestone-{larger.pk}", "Larger", weeks_before(4), weeks_before(2), 2, needed=3),
    }


def test_own_record_is_the_ground_once_there_is_one(alice: Person, today: date) -> None:
    point = a_point(alice)
    a_rung(point)
    assert own_point(alice, point.pk, today=today).attain.ground is Ground.REFERENCE

    goal = a_goal(alice, started_on=weeks_before(5))
    for number in range(4):
        a_step(goal, done_on=weeks_before(number + 1))

    assert own_point(alice, point.pk, today=today).attain.ground is Ground.OWN_PACE


def test_what_may_show_a_rung_is_proposed_unless_linked(alice: Person, today: date) -> None:
    linked = an_accomplishment(alice, "Taught two colleagues to run the ward round")
    other = an_accomplishment(alice, "Taught a student nurse to take blood")
    point = a_point(alice)
    rung = a_rung(point, "I teach and coach colleagues")
    rung.shown_by.add(linked)
    a_rung(point, "Reached", reached_on=MONDAY)

    proposed = proposed_for(alice, own_point(alice, point.pk, today=today))

    assert {key: [one.row for one in found] for key, found in proposed.items()} == {rung.pk: [other]}


def test_nothing_is_proposed_where_nothing_was_done_or_nothing_is_open(alice: Person, today: date) -> None:
    point = a_point(alice)
    rung = a_rung(point)
    assert proposed_for(alice, own_point(alice, point.pk, today=today)) == {}

    an_accomplishment(alice)
    rung.reached_on = MONDAY
    rung.save()
    assert proposed_for(alice, own_point(alice, point.pk, today=today)) == {}


def test_jobs_that_overlap_are_found(alice: Person) -> None:
    jobs = [
        a_job(alice, "Cook", started_on=date(2020, 1, 1)),
        a_job(alice, "Baker", is_present=False, started_on=date(2021, 1, 1), ended_on=date(2022, 1, 1)),
    ]

    (found,) = job_overlaps(jobs)

    assert (found.first, found.second) == ("Cook", "Baker")
