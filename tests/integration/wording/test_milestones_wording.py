"""What is done and what lies ahead, in sentences."""

from datetime import date

import pytest

from unrut.models import Accomplishment, Goal, Milestone
from unrut.queries.milestones import BiggerPicture
from unrut.wording.milestones import lead, next_milestone

pytestmark = pytest.mark.integration

AHEAD = Milestone(name="Three talks held", due_on=date(2027, 1, 11))
REACHED = Milestone(name="Read up", due_on=date(2026, 12, 1), reached_on=date(2026, 11, 18))


def a_picture(
    done: int = 0, milestones: tuple[Milestone, ...] = (), *, has_goal: bool = False
) -> BiggerPicture:
    return BiggerPicture(
        goal=Goal(title="Work as a data editor") if has_goal else None,
        accomplishments=(Accomplishment(),) * done,
        milestones=milestones,
        jobs=(),
        line=None,
    )


@pytest.mark.parametrize(
    ("picture", "sentence"),
    [
        (a_picture(), "Here you will see what you got done, and what lies ahead."),
        (a_picture(0, (AHEAD,)), "Your milestones are drawn; what you get done will join them."),
        (a_picture(1), "You have 1 thing done to look back on."),
        (a_picture(3, (AHEAD,)), "You have 3 things done to look back on."),
    ],
)
def test_lead_says_what_is_done(picture: BiggerPicture, sentence: str) -> None:
    assert lead(picture) == sentence


@pytest.mark.parametrize(
    ("picture", "sentence"),
    [
        (a_picture(), "Choose a goal, and its milestones appear on the line."),
        (a_picture(0, (REACHED,), has_goal=True), "Every milestone of this goal is reached."),
        (a_picture(0, (REACHED, AHEAD), has_goal=True), "Next: Three talks held, by 11 January 2027."),
    ],
)
def test_next_milestone_is_named_with_its_day(picture: BiggerPicture, sentence: str) -> None:
    assert next_milestone(picture) == sentence
