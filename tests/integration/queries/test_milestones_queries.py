"""What is done and what lies ahead, on one line."""

from datetime import date

import pytest
from tests.factories import a_goal, a_job, a_milestone, an_accomplishment

from unrut.core.milestones.line import Kind
from unrut.models import GoalState, Person
from unrut.queries.milestones import BiggerPicture, bigger_picture

pytestmark = pytest.mark.integration


def points(picture: BiggerPicture) -> list[tuple[str, Kind, date, str]]:
    assert picture.line is not None
    return [(point.key, point.kind, point.on, point.text) for point, _ in picture.line.points]


def test_picture_of_nothing_has_no_line(alice: Person, bob: Person, today: date) -> None:
    assert bigger_picture(alice, today=today) == BiggerPicture(None, (), (), (), None)
    assert bigger_picture(alice, today=today).next_milestone is None


def test_picture_holds_jobs_accomplishments_and_the_milestones_of_the_goal(
    alice: Person, bob: Person, today: date
) -> None:
    job, done = a_job(alice), an_accomplishment(alice, "Halved the report", date(2026, 3, 2))
    a_milestone(a_goal(alice, "Parked", state=GoalState.PARKED), "Of the parked goal")
    goal = a_goal(alice)
    ahead = a_milestone(goal, "Hired", due_on=date(2027, 5, 1), position=1)
    reached = a_milestone(goal, "Read up", due_on=date(2026, 11, 30), reached_on=date(2026, 11, 18))

    picture = bigger_picture(alice, today=today)

    assert (picture.goal, picture.accomplishments, picture.jobs) == (goal, (done,), (job,))
    assert (picture.milestones, picture.next_milestone) == ((reached, ahead), ahead)
    assert points(picture) == [
        (f"accomplishment-{done.pk}", Kind.ACCOMPLISHED, date(2026, 3, 2), "Halved the report"),
        (f"milestone-{reached.pk}", Kind.REACHED, date(2026, 11, 18), "Read up"),
        (f"milestone-{ahead.pk}", Kind.AHEAD, date(2027, 5, 1), "Hired"),
    ]


def test_picture_without_a_goal_still_shows_what_was_done(alice: Person, bob: Person, today: date) -> None:
    an_accomplishment(alice, "Halved the report")

    picture = bigger_picture(alice, today=today)

    assert (picture.goal, picture.milestones) == (None, ())
    assert [text for _, _, _, text in points(picture)] == ["Halved the report"]


def test_next_milestone_is_none_when_all_are_reached(alice: Person, today: date) -> None:
    a_milestone(a_goal(alice), reached_on=today)

    assert bigger_picture(alice, today=today).next_milestone is None
