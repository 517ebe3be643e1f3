"""In which order steps are placed, so that as few days as possible are lost against deadlines.

Steps are placed one after another at the earliest sitting that is free (serial schedule generation; Kolisch 1996), so the order decides all. Begun with the
most urgent first (the latest day it may be on, counted back from every deadline it holds up, less a little for long steps,
which are hard to fit), improved by moving steps that are late, or what holds them up, to the front, and others that have time back:
simulated annealing with a fixed seed, only while something is late, for a number of trials that depends on the size alone. The same plan always gets the same order.
"""

import math
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import date, timedelta
from graphlib import TopologicalSorter
from heapq import heapify, heappop, heappush
from random import Random

from unrut.core.plan.steps import DAYS_OF_WEEK, FreeTime, Task

Days = list[int]

NEVER = 1 << 30
"""A day that does not come: the deadline of a step that has none."""

_SEED = 1
# Trials for a plan of sixty steps. A shorter one has less to try, and a trial of a longer one takes longer.
_TRIALS, _AT_SIZE = 3000, 60
_FEWEST = 40
# How the search begins: worse by a fiftieth of what is lost is taken one time in three.
_WARMTH = 0.02
_COOLEST = 1e-9
# How often the search goes from a late step to one it waits for, and how often it moves another one back instead.
_BACKWARDS, _ASIDE = 0.6, 0.3
# A long step counts as a little more urgent: two hours as three days.
_MINUTES_A_DAY = 40.0
# What the last day counts beside a day lost against a deadline.
_LAST_DAY = 0.01
_SPARE_DAYS = 400


@dataclass(frozen=True, slots=True)
class Lost:
    """Days that steps are later than their deadlines, each counted by the weight of its step, and the last day."""

    late: int
    last: int

    @property
    def points(self) -> float:
        """What the search makes small."""
        return self.late + _LAST_DAY * self.last


class Board:
    """The steps of a plan as numbers: days count from the first one to `last`, steps in the order given."""

    def __init__(
        self,
        tasks: Sequence[Task],
        free: FreeTime,
        *,
        start: date,
        released: Mapping[str, date],
        busy: Mapping[date, int],
        last: int,
    ) -> None:
        places = {task.key: place for place, task in enumerate(tasks)}
        self.tasks = tasks
        self.minutes = [task.minutes for task in tasks]
        self.waits = [task.waiting_days for task in tasks]
        self.weights = [task.weight for task in tasks]
        self.after = [[places[key] for key in task.after if key in places] for task in tasks]
        self.behind: list[Days] = [[] for _ in tasks]
        for place, before in enumerate(self.after):
            for other in before:
                self.behind[other].append(place)
        self.earliest = [
            max(0, *((day - start).days for day in _begins(task, released)), 0) for task in tasks
        ]
        self.deadlines = [(task.deadline - start).days if task.deadline else NEVER for task in tasks]
        self._rooms = self._capacities(free, start, busy, last)

    def place(self, order: Sequence[int]) -> Days:
        """The day of each step when they are placed in this order, which must name every step after those it waits for."""
        rooms, days = self._rooms[:], [0] * len(self.tasks)
        last = len(rooms) - 1
        full_until: dict[int, int] = {}
        for step in order:
            day = self.earliest[step]
            for other in self.after[step]:
                released = days[other] + self.waits[other]
                day = max(day, released)
            minutes, day = self.minutes[step], min(day, last)
            # Days only ever fill up, so that the search for this size need not begin before the last day it found.
            known = full_until.get(minutes, 0)
            if day <= known:
                day = known
                while rooms[day] < minutes:
                    day += 1
                full_until[minutes] = day
            else:
                while rooms[day] < minutes:
                    day += 1
            rooms[day] -= minutes
            days[step] = day
        return days

    def lost(self, days: Days) -> Lost:
        """What a placing loses."""
        late = sum(
            weight * (day - deadline)
            for day, deadline, weight in zip(days, self.deadlines, self.weights, strict=True)
            if day > deadline
        )
        return Lost(late, max(days, default=0))

    def by_urgency(self, *, lengths_count: bool) -> Days:
        """All steps, the most urgent of those that need not wait for another first."""
        latest, chains = self._latest(), self._chains()
        ranks = [
            (
                latest[step] - (self.minutes[step] / _MINUTES_A_DAY if lengths_count else 0.0),
                -chains[step],
                task.position,
                task.key,
            )
            for step, task in enumerate(self.tasks)
        ]
        waiting = [len(before) for before in self.after]
        ready = [(ranks[step], step) for step, count in enumerate(waiting) if not count]
        heapify(ready)
        order = []
        while ready:
            _, step = heappop(ready)
            order.append(step)
            for other in self.behind[step]:
                waiting[other] -= 1
                if not waiting[other]:
                    heappush(ready, (ranks[other], other))
        return order

    def _capacities(self, free: FreeTime, start: date, busy: Mapping[date, int], last: int) -> Days:
        """Free minutes by day, as far as the steps can ever reach, and one day after all where anything fits."""
        weekly = [free.on(start + timedelta(days=day)).minutes for day in range(DAYS_OF_WEEK)]
        longest = max(weekly)
        fitting = sum(minutes >= longest for minutes in weekly) or 1
        latest = max((max(self.earliest, default=0), *self._busy_days(start, busy)), default=0)
        needed = latest + sum(self.waits) + DAYS_OF_WEEK * (len(self.tasks) // fitting + 1) + _SPARE_DAYS
        reach = min(needed, last + 1)
        rooms = [weekly[day % DAYS_OF_WEEK] for day in range(reach)]
        for day, minutes in busy.items():
            if 0 <= (place := (day - start).days) < reach:
                rooms[place] -= minutes
        return [*rooms, NEVER]

    @staticmethod
    def _busy_days(start: date, busy: Mapping[date, int]) -> list[int]:
        return [(day - start).days for day, minutes in busy.items() if minutes > 0]

    def _sorted(self) -> list[int]:
        return [*TopologicalSorter(dict(enumerate(self.after))).static_order()]

    def _latest(self) -> Days:
        """The last day on which each step holds up no deadline."""
        latest = self.deadlines[:]
        for step in reversed(self._sorted()):
            if latest[step] == NEVER:
                continue
            for before in self.after[step]:
                latest[before] = min(latest[before], latest[step] - self.waits[before])
        return latest

    def _chains(self) -> Days:
        """How many sittings and days of waiting come behind each step."""
        chains = [0] * len(self.tasks)
        for step in reversed(self._sorted()):
            for before in self.after[step]:
                chains[before] = max(chains[before], chains[step] + 1 + self.waits[before])
        return chains


def best_order(board: Board) -> Days:
    """The order that loses least of those that were tried."""
    starts = [board.by_urgency(lengths_count=lengths_count) for lengths_count in (False, True)]
    placed = [board.place(order) for order in starts]
    lost = [board.lost(days) for days in placed]
    if not lost[0].late:
        return starts[0]
    best = min((0, 1), key=lambda way: (lost[way].late, lost[way].last, way))
    return starts[best] if not lost[best].late else _Search(board, starts[best], placed[best]).run()


class _Search:
    """Simulated annealing over orders."""

    def __init__(self, board: Board, order: Days, days: Days) -> None:
        self._board = board
        self._chance = Random(_SEED)  # noqa: S311 - nothing secret
        self._order, self._days, self._lost = order, days, board.lost(days)
        self._best_order, self._best = order, self._lost

    def run(self) -> Days:
        """The best order that was found."""
        size = len(self._order)
        relative = size / _AT_SIZE
        trials = max(_FEWEST, round(_TRIALS * min(relative, relative**-2)))
        warmth = max(1.0, self._best.late * _WARMTH)
        for trial in range(trials):
            if not self._best.late:
                break
            self._try(warmth * (1 - trial / trials) + _COOLEST)
        return self._best_order

    def _try(self, warmth: float) -> None:
        order = self._moved()
        days = self._board.place(order)
        lost = self._board.lost(days)
        worse = lost.points - self._lost.points
        if worse > 0 and self._chance.random() >= math.exp(-worse / warmth):
            return
        self._order, self._days, self._lost = order, days, lost
        if (lost.late, lost.last) < (self._best.late, self._best.last):
            self._best_order, self._best = order, lost

    def _moved(self) -> Days:
        """The order with one step elsewhere, where it still stands between what it waits for and what waits for it."""
        places = {step: place for place, step in enumerate(self._order)}
        is_aside = self._chance.random() < _ASIDE
        step = self._in_the_way() if is_aside else self._holding_up()
        first, last = self._reach(step, places)
        if is_aside:
            first = places[step]
        elif first < places[step]:
            last = places[step] - 1
        else:
            step = self._chance.randrange(len(self._order))
            first, last = self._reach(step, places)
        order = self._order[:]
        order.pop(places[step])
        order.insert(self._chance.randint(first, max(first, last)), step)
        return order

    def _reach(self, step: int, places: Mapping[int, int]) -> tuple[int, int]:
        """The first and the last place a step may have among the others as they stand."""
        before = max((places[other] for other in self._board.after[step]), default=-1)
        behind = min((places[other] for other in self._board.behind[step]), default=len(places))
        return before + 1, behind - 1

    def _late(self) -> int:
        """One of the steps that are late; any when none is."""
        late = [step for step, day in enumerate(self._days) if day > self._board.deadlines[step]]
        return self._chance.choice(late or range(len(self._days)))

    def _in_the_way(self) -> int:
        """A step that has time left and lies before the deadline of one that is late."""
        board, days, late = self._board, self._days, self._late()
        spare = [
            step
            for step, day in enumerate(days)
            if day <= board.deadlines[late] and day < board.deadlines[step]
        ]
        return self._chance.choice(spare or [late])

    def _holding_up(self) -> int:
        """A step that is late, or one that keeps it there."""
        board, days, step = self._board, self._days, self._late()
        while self._chance.random() < _BACKWARDS:
            keeping = [
                other for other in board.after[step] if days[other] + board.waits[other] >= days[step] - 1
            ]
            if not keeping:
                break
            step = self._chance.choice(keeping)
        return step


def _begins(task: Task, released: Mapping[str, date]) -> list[date]:
    days = [released[key] for key in task.after if key in released]
    return [*days, task.not_before] if task.not_before else days
