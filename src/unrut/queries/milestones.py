"""What was accomplished, and the line from there to the goal."""

from dataclasses import dataclass
from datetime import date

from unrut.core.milestones.line import Kind, Line, Point, draw_line
from unrut.models import Accomplishment, Goal, Job, Milestone, Person
from unrut.queries.plan import current_goal
from unrut.queries.scope import of


@dataclass(frozen=True, slots=True)
class BiggerPicture:
    """Everything done and everything ahead; the line is None while there is nothing to place on it."""

    goal: Goal | None
    accomplishments: tuple[Accomplishment, ...]
    milestones: tuple[Milestone, ...]
    jobs: tuple[Job, ...]
    line: Line | None

    @property
    def next_milestone(self) -> Milestone | None:
        """The first milestone not reached yet."""
        return next((milestone for milestone in self.milestones if milestone.reached_on is None), None)


def bigger_picture(owner: Person, *, today: date) -> BiggerPicture:
    """The working life as one line: accomplishments, milestones reached, and those ahead."""
    goal = current_goal(owner)
    accomplishments = tuple(of(Accomplishment, owner).select_related("step", "checkin"))
    milestones = tuple(of(Milestone, owner).filter(goal=goal)) if goal else ()
    points = [
        Point(f"accomplishment-{done.pk}", Kind.ACCOMPLISHED, done.happened_on, done.text)
        for done in accomplishments
    ]
    points += [_milestone_point(milestone) for milestone in milestones]
    return BiggerPicture(
        goal=goal,
        accomplishments=accomplishments,
        milestones=milestones,
        jobs=tuple(of(Job, owner)),
        line=draw_line(points, today=today),
    )


def _milestone_point(milestone: Milestone) -> Point:
    key = f"milestone-{milestone.pk}"
    if milestone.reached_on:
        return Point(key, Kind.REACHED, milestone.reached_on, milestone.name)
    return Point(key, Kind.AHEAD, milestone.due_on, milestone.name)
