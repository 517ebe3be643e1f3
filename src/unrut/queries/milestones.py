"""The bigger picture: what was accomplished, the points ahead with what must be true for them, and when that may be."""

from collections import Counter, defaultdict
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from datetime import date, timedelta

from unrut.clock import monday_of
from unrut.core.milestones.attain import Attainability, Days, OpenRung, Record, attain
from unrut.core.milestones.ladders import Size
from unrut.core.milestones.life import Ahead, Event, Life, Stretch
from unrut.core.milestones.overlaps import Overlap, overlaps_of
from unrut.core.milestones.own_record import FinishedThing
from unrut.core.milestones.pace import Week
from unrut.errors import MissingError
from unrut.models import Accomplishment, CheckIn, Goal, Job, Milestone, Person, Step
from unrut.queries.accomplishments import FoundAccomplishment, rows_of, shown_expectations
from unrut.queries.plan import current_goal
from unrut.queries.scope import of

# The same record must say the same each time; any number does.
_SEED = 1
_A_WEEK = timedelta(weeks=1)
PROPOSED = 3
ACCOMPLISHMENT, MILESTONE, GOAL, JOB = "accomplishment", "milestone", "goal", "job"


@dataclass(frozen=True, slots=True)
class RungView:
    """Something that would have to be true, what shows it, and how many sittings it still takes."""

    milestone: Milestone
    shown_by: tuple[Accomplishment, ...]
    sittings: int
    is_next: bool

    @property
    def is_reached(self) -> bool:
        """Whether it is true."""
        return self.milestone.reached_on is not None


@dataclass(frozen=True, slots=True)
class PointAhead:
    """A point ahead with its rungs: one the person set, or the goal with the milestones of its plan."""

    key: str
    name: str
    due_on: date | None
    milestone: Milestone | None
    goal: Goal | None
    rungs: tuple[RungView, ...]
    attain: Attainability

    @property
    def reached(self) -> tuple[RungView, ...]:
        """What is true already."""
        return tuple(rung for rung in self.rungs if rung.is_reached)

    @property
    def next(self) -> RungView | None:
        """The next thing that is not true yet."""
        return next((rung for rung in self.rungs if rung.is_next), None)


@dataclass(frozen=True, slots=True)
class Named:
    """What a point ahead is called, and what it is: a milestone the person set, or the goal."""

    key: str
    name: str
    due_on: date | None
    milestone: Milestone | None = None
    goal: Goal | None = None


@dataclass(frozen=True, slots=True)
class Left:
    """How many sittings a rung still takes of all it was meant to, and a day before which it cannot be true."""

    sittings: int
    earliest: date | None
    size: int


@dataclass(frozen=True, slots=True)
class BiggerPicture:
    """Everything done and everything ahead, the nearest point first."""

    goal: Goal | None
    points: tuple[PointAhead, ...]
    reached: tuple[Milestone, ...]
    done: int
    life: Life


def bigger_picture(owner: Person, *, today: date) -> BiggerPicture:
    """The working life: jobs, accomplishments, milestones reached, and those ahead with their ranges."""
    points = points_ahead(owner, today=today)
    reached = reached_milestones(owner)
    done = list(of(Accomplishment, owner).values_list("pk", "happened_on", "text"))
    life = Life(
        jobs=tuple(stretch_of(job) for job in of(Job, owner)),
        done=tuple(Event(f"{ACCOMPLISHMENT}-{key}", text, on) for key, on, text in done),
        reached=tuple(
            Event(f"{MILESTONE}-{row.pk}", row.name, row.reached_on) for row in reached if row.reached_on
        ),
        ahead=tuple(mark for point in points for mark in _marks(point)),
    )
    return BiggerPicture(current_goal(owner), points, tuple(reached), len(done), life)


def points_ahead(owner: Person, *, today: date) -> tuple[PointAhead, ...]:
    """The goal and the points the person set, those not reached yet, in the order of the days they may be reached."""
    record = record_of(owner, today=today)
    own = list(of(Milestone, owner).filter(goal=None, parent=None, reached_on=None))
    points = _own_points(owner, own, record, today)
    if (goal := current_goal(owner)) is not None:
        points.append(_goal_point(owner, goal, record, today))
    return tuple(sorted(points, key=lambda point: (point.attain.p50 or point.due_on or date.max, point.key)))


def point_of(owner: Person, milestone: Milestone, *, today: date) -> PointAhead:
    """One point the person set, reached or not."""
    return _own_points(owner, [milestone], record_of(owner, today=today), today)[0]


def own_point(owner: Person, milestone_id: int, *, today: date) -> PointAhead:
    """One point the person set, by its key.

    Raises MissingError, also for a rung and for what a plan drew.
    """
    found = of(Milestone, owner).filter(pk=milestone_id, goal=None, parent=None).first()
    if found is None:
        raise MissingError(
            "There is no such milestone of your own. Look at the list and choose one of its numbers."
        )
    return point_of(owner, found, today=today)


def reached_milestones(owner: Person) -> list[Milestone]:
    """All that were reached, rungs of one's own ladders left out, in order of time."""
    return list(
        of(Milestone, owner).filter(parent=None, reached_on__isnull=False).order_by("reached_on", "pk")
    )


def record_of(owner: Person, *, today: date) -> Record:
    """The person's own record: sittings finished a week, and how long finished milestones took."""
    finished = Counter(
        monday_of(day)
        for day in of(Step, owner).filter(done_on__isnull=False).values_list("done_on", flat=True)
        if day is not None
    )
    away = of(CheckIn, owner).filter(at_work=False).values_list("week", flat=True)
    return Record(
        weeks=_weeks(owner, finished, today),
        # A week away in which steps were done all the same is a week like any other.
        away=tuple(week for week in away if week not in finished),
        finished=_finished_things(owner),
    )


def stretch_of(job: Job) -> Stretch:
    """A job as a stretch of the line."""
    name = ", ".join(filter(None, (job.title, job.company)))
    return Stretch(f"{JOB}-{job.pk}", name, job.started_on, job.ended_on)


def job_overlaps(jobs: Sequence[Job]) -> list[Overlap]:
    """Jobs that were held at once."""
    return overlaps_of([stretch_of(job) for job in jobs])


def _weeks(owner: Person, finished: Mapping[date, int], today: date) -> tuple[Week, ...]:
    """Every week since there was something to finish, up to the one before this: this one is not over."""
    started = of(Goal, owner).order_by("started_on").values_list("started_on", flat=True).first()
    first = min([*finished, *([monday_of(started)] if started else [])], default=None)
    if first is None:
        return ()
    count = (monday_of(today) - first) // _A_WEEK
    mondays = [first + number * _A_WEEK for number in range(count)]
    return tuple(Week(monday, finished.get(monday, 0)) for monday in mondays)


def _finished_things(owner: Person) -> tuple[FinishedThing, ...]:
    """Milestones and rungs that were reached, each begun when the one before it was reached."""
    rows = of(Milestone, owner).filter(reached_on__isnull=False).select_related("goal")
    steps = Counter(
        of(Step, owner)
        .filter(skipped_on=None, milestone__isnull=False)
        .values_list("milestone_id", flat=True)
    )
    with_rungs = set(of(Milestone, owner).filter(parent__isnull=False).values_list("parent_id", flat=True))
    chains: dict[tuple[int | None, int | None], list[Milestone]] = defaultdict(list)
    for row in rows:
        # A point with rungs is as long as they are, which are counted themselves.
        if row.pk not in with_rungs:
            chains[row.goal_id, row.parent_id].append(row)
    return tuple(
        thing for (goal, parent), chain in chains.items() for thing in _in_turn(chain, steps, goal or parent)
    )


def _in_turn(
    chain: Iterable[Milestone], steps: Mapping[int, int], belongs: int | None
) -> Iterable[FinishedThing]:
    before: date | None = None
    for row in sorted(chain, key=lambda row: (row.reached_on, row.position)):
        started = row.started_on or (row.goal.started_on if row.goal else None)
        begun = max(filter(None, (started, before if belongs else None)), default=None)
        needed = steps.get(row.pk)
        size = row.size or needed
        if row.reached_on and begun and size and row.reached_on > begun:
            # Without a size of its own, as many were meant as there were: that says nothing of growth.
            grown = needed if row.size else None
            yield FinishedThing(f"{MILESTONE}-{row.pk}", row.name, begun, row.reached_on, size, grown)
        before = row.reached_on


def _own_points(
    owner: Person, milestones: Sequence[Milestone], record: Record, today: date
) -> list[PointAhead]:
    rungs: dict[int | None, list[Milestone]] = defaultdict(list)
    for row in of(Milestone, owner).filter(parent__in=milestones).prefetch_related("shown_by"):
        rungs[row.parent_id].append(row)
    return [_own_point(milestone, rungs[milestone.pk], record, today) for milestone in milestones]


def _own_point(milestone: Milestone, rungs: Sequence[Milestone], record: Record, today: date) -> PointAhead:
    lefts = {row.pk: _left(row) for row in rungs}
    named = Named(f"{MILESTONE}-{milestone.pk}", milestone.name, milestone.due_on, milestone=milestone)
    return _point(named, rungs, lefts, record, today)


def _goal_point(owner: Person, goal: Goal, record: Record, today: date) -> PointAhead:
    rows = list(of(Milestone, owner).filter(goal=goal).prefetch_related("shown_by"))
    still_open = of(Step, owner).filter(goal=goal, done_on=None, skipped_on=None)
    sizes: Counter[int | None] = Counter()
    # The plan spreads its steps on purpose: a milestone cannot come before the last of its own may begin.
    earliest: dict[int | None, date] = {}
    for milestone, not_before in still_open.values_list("milestone_id", "not_before"):
        sizes[milestone] += 1
        if not_before:
            earliest[milestone] = max(earliest.get(milestone, not_before), not_before)
    lefts = {row.pk: Left(sizes[row.pk], earliest.get(row.pk), row.size or sizes[row.pk]) for row in rows}
    key = f"{GOAL}-{goal.pk}"
    return _point(Named(key, goal.title, goal.target_on, goal=goal), rows, lefts, record, today)


def _point(
    named: Named, rows: Sequence[Milestone], lefts: Mapping[int, Left], record: Record, today: date
) -> PointAhead:
    still_open = [row for row in rows if row.reached_on is None]
    rungs = [_open_rung(row, lefts[row.pk]) for row in still_open]
    first = still_open[0] if still_open else None
    return PointAhead(
        key=named.key,
        name=named.name,
        due_on=named.due_on,
        milestone=named.milestone,
        goal=named.goal,
        rungs=tuple(
            RungView(row, tuple(row.shown_by.all()), lefts[row.pk].sittings, row == first) for row in rows
        ),
        attain=attain(rungs, record, today=today, by=named.due_on, seed=_SEED),
    )


def _open_rung(row: Milestone, left: Left) -> OpenRung:
    return OpenRung(f"{MILESTONE}-{row.pk}", left.sittings, left.earliest, left.size)


def _left(rung: Milestone) -> Left:
    size = rung.size or Size.MEDIUM.sittings
    return Left(max(1, round(size * (100 - rung.done_share) / 100)), rung.earliest_on, size)


def _marks(point: PointAhead) -> list[Ahead]:
    """The marks of a point: itself, or for the goal the milestones of its plan that are not reached."""
    if point.goal is None:
        found = _mark(point.key, point.name, point.attain.days, point.due_on)
        return [found] if found else []
    marks = []
    for rung in point.rungs:
        if not rung.is_reached:
            key = f"{MILESTONE}-{rung.milestone.pk}"
            days = point.attain.rungs.get(key)
            if days and (mark := _mark(key, rung.milestone.name, days, rung.milestone.due_on)):
                marks.append(mark)
    return marks


def _mark(key: str, name: str, days: Days, due: date | None) -> Ahead | None:
    """A range to draw, or nothing where no day can be told."""
    if days.p10 is None or days.p50 is None or days.p80 is None:
        return None
    return Ahead(key, name, days.p10, days.p50, days.p80, due)


def proposed_for(owner: Person, point: PointAhead) -> dict[int, list[FoundAccomplishment]]:
    """For each rung that is not true yet, the accomplishments that may show it and are not linked to it, best first."""
    still_open = [rung for rung in point.rungs if not rung.is_reached]
    if not still_open or not of(Accomplishment, owner).exists():
        return {}
    told = [". ".join(filter(None, (rung.milestone.name, rung.milestone.test))) for rung in still_open]
    near = [shown.found or shown.perhaps for shown in shown_expectations(owner, told)]
    rows = {one.row.pk: one for one in rows_of(owner, [found for each in near for found in each])}
    proposed = {}
    for rung, found in zip(still_open, near, strict=True):
        linked = {row.pk for row in rung.shown_by}
        fitting = [one for one in found if one.win.id in rows and one.win.id not in linked]
        proposed[rung.milestone.pk] = [
            FoundAccomplishment(rows[one.win.id].row, one) for one in fitting[:PROPOSED]
        ]
    return proposed
