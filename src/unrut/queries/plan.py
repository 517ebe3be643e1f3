"""The goal, its milestones and its steps with their computed dates."""

from collections import defaultdict
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from datetime import date, time

from unrut.clock import monday_of
from unrut.core.plan.reasons import Reason, reasons
from unrut.core.plan.repairs import Repair, repairs
from unrut.core.plan.schedule import Conflict, Schedule, Sitting, schedule
from unrut.core.plan.steps import DAYS_OF_WEEK, DayTime, FreeTime, Strand, Task
from unrut.core.plan.week import this_week
from unrut.models import FreeDay, Goal, GoalState, Milestone, Person, Step
from unrut.queries.scope import of

EVENING, MORNING = time(18, 30), time(10)
NO_TIME = DayTime(EVENING, 0)
# Four hours a week until the person says otherwise; the longest steps need two of them in one go.
USUAL_WEEK = (
    NO_TIME,
    DayTime(EVENING, 60),
    NO_TIME,
    DayTime(EVENING, 60),
    NO_TIME,
    DayTime(MORNING, 120),
    DayTime(MORNING, 0),
)


@dataclass(frozen=True, slots=True)
class DatedStep:
    """A step with its sitting, when it has one."""

    step: Step
    sitting: Sitting | None
    waits_for: tuple[str, ...]

    @property
    def strand(self) -> Strand:
        """The strand it belongs to."""
        return Strand(self.step.strand)

    @property
    def is_open(self) -> bool:
        """Neither done nor found unneeded."""
        return self.step.done_on is None and self.step.skipped_on is None


@dataclass(frozen=True, slots=True)
class Plan:
    """The current goal and everything on the way to it. Steps keep the order of the plan."""

    goal: Goal
    milestones: tuple[Milestone, ...]
    steps: tuple[DatedStep, ...]
    schedule: Schedule
    free: FreeTime
    today: date
    tasks: tuple[Task, ...] = ()
    days_done: Mapping[str, date] = field(default_factory=dict)

    @property
    def done(self) -> tuple[DatedStep, ...]:
        """Steps that are done, in the order in which they were."""
        finished = [dated for dated in self.steps if dated.step.done_on is not None]
        return tuple(sorted(finished, key=lambda dated: dated.step.done_on or self.today))

    @property
    def week(self) -> tuple[DatedStep, ...]:
        """Open steps of this week, in order of time."""
        by_id = {str(dated.step.pk): dated for dated in self.steps}
        return tuple(by_id[sitting.key] for sitting in this_week(self.schedule, today=self.today))

    @property
    def next(self) -> DatedStep | None:
        """The step that comes first from today on."""
        dated = [step for step in self.steps if step.is_open and step.sitting]
        return min(dated, key=_when, default=None)

    @property
    def done_this_week(self) -> tuple[DatedStep, ...]:
        """Steps done since Monday."""
        monday = monday_of(self.today)
        return tuple(dated for dated in self.done if dated.step.done_on and dated.step.done_on >= monday)

    def conflict(self, dated: DatedStep) -> Conflict | None:
        """Why a step cannot be done as planned, if so."""
        key = str(dated.step.pk)
        return next((conflict for conflict in self.schedule.conflicts if conflict.key == key), None)

    def reason(self, dated: DatedStep) -> Reason | None:
        """Why a step is on its day; None where it has none."""
        found = reasons(self.schedule, self.tasks, self.free, start=self.today, done=self.days_done)
        return found.get(str(dated.step.pk))

    def repairs(self, dated: DatedStep) -> list[Repair]:
        """What would bring a late step back to its deadline, the cheapest first; nothing for one that is not late."""
        if self.conflict(dated) is None:
            return []
        key = str(dated.step.pk)
        return repairs(self.tasks, self.free, key, start=self.today, done=self.days_done)

    def dated(self, step_id: int) -> DatedStep | None:
        """One step of the plan."""
        return next((dated for dated in self.steps if dated.step.pk == step_id), None)


def current_goal(owner: Person) -> Goal | None:
    """The one goal, if there is one."""
    return of(Goal, owner).filter(state=GoalState.CURRENT).select_related("opening").first()


def parked_goals(owner: Person) -> list[Goal]:
    """Goals put aside, newest first."""
    return list(of(Goal, owner).filter(state=GoalState.PARKED).order_by("-started_on", "-id"))


def free_time(owner: Person) -> FreeTime:
    """When there is time; the usual four hours while nothing was said."""
    said = {day.weekday: DayTime(day.start, day.minutes) for day in of(FreeDay, owner)}
    if not said:
        return FreeTime(USUAL_WEEK)
    return FreeTime(tuple(said.get(weekday, NO_TIME) for weekday in range(DAYS_OF_WEEK)))


def plan_of(owner: Person, *, today: date) -> Plan | None:
    """The current goal with all its steps scheduled from today, or None without a goal."""
    goal = current_goal(owner)
    if goal is None:
        return None
    steps = list(of(Step, owner).filter(goal=goal).select_related("milestone"))
    after = _dependencies(steps)
    free = free_time(owner)
    tasks = tuple(_task(step, after[step.pk]) for step in steps if step.skipped_on is None)
    done = {str(step.pk): step.done_on for step in steps if step.done_on}
    made = schedule(tasks, free, start=today, done=done)
    texts = {str(step.pk): step.text for step in steps if step.done_on is None}
    return Plan(
        goal=goal,
        milestones=tuple(of(Milestone, owner).filter(goal=goal)),
        steps=tuple(
            DatedStep(
                step,
                made.sittings.get(str(step.pk)),
                tuple(texts[key] for key in after[step.pk] if key in texts),
            )
            for step in steps
        ),
        schedule=made,
        free=free,
        today=today,
        tasks=tasks,
        days_done=done,
    )


def _when(dated: DatedStep) -> tuple[date, time]:
    if dated.sitting is None:
        raise ValueError("a step without a sitting has no time")
    return dated.sitting.day, dated.sitting.start


def _dependencies(steps: Sequence[Step]) -> dict[int, tuple[str, ...]]:
    """The steps each one waits for; a step found unneeded holds nobody up."""
    needed = {step.pk for step in steps if step.skipped_on is None}
    after: dict[int, list[str]] = defaultdict(list)
    links = Step.after.through.objects.filter(from_step__in=needed, to_step__in=needed)
    for later, earlier in links.order_by("id").values_list("from_step_id", "to_step_id"):
        after[later].append(str(earlier))
    return {step.pk: tuple(after[step.pk]) for step in steps}


def _task(step: Step, after: tuple[str, ...]) -> Task:
    return Task(
        key=str(step.pk),
        minutes=step.minutes,
        strand=Strand(step.strand),
        after=after,
        not_before=step.not_before,
        deadline=step.deadline,
        waiting_days=step.waiting_days,
        position=step.position,
    )
