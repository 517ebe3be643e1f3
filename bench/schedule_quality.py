"""How good the schedule is: days lost against deadlines beside the best that CP-SAT finds, last days beside TaskJuggler.

    python bench/schedule_quality.py

CP-SAT is `ortools` (not among the requirements: pip install ortools); it gets 60 seconds a plan, begins with our plan, and mostly
proves the best one long before. The plans are random ones of sixty steps with too little time, on seeds that nothing was tuned
on (tuned: 10 to 29). TaskJuggler is not told deadlines, and may split a step over days, which ours never does.
"""

import csv
import random
import shutil
import subprocess
import sys
import tempfile
from collections.abc import Sequence
from datetime import date, timedelta
from pathlib import Path
from typing import Any

from common import Row, show, yes_or_no
from schedule import FREE, SIZES, START, TASKJUGGLER, as_taskjuggler, some_tasks

from unrut.core.plan.schedule import schedule
from unrut.core.plan.steps import Strand, Task

STEPS = 60
SEEDS = range(30, 50)
SECONDS = 60.0
MOST_WORSE = 0.02
_SPARE_DAYS = 60


def measure() -> list[Row]:
    """Days lost over all plans, and the last day of the plans of the bench of speed."""
    return [_beside_cp_sat(), *(_last_day(size) for size in SIZES)]


def hard_plan(seed: int) -> list[Task]:
    """A plan whose deadlines lie, on average, a third before the work could be done, and weigh 1 to 3."""
    chance = random.Random(seed)
    tasks, minutes = [], 0
    for place in range(STEPS):
        earlier = range(max(0, place - 12), place)
        after = chance.sample(earlier, min(len(earlier), chance.randint(0, 2)))
        takes = chance.choice([15, 30, 45, 60, 90])
        minutes += takes
        days = int(minutes / (FREE.weekly_minutes / 7) * 0.7 * chance.uniform(0.5, 1.5)) + 7
        tasks.append(
            Task(
                key=f"s{place}",
                minutes=takes,
                strand=Strand.PROJECTS,
                after=tuple(f"s{other}" for other in after),
                not_before=None if after else START + timedelta(days=place // 3),
                deadline=START + timedelta(days=days) if chance.random() < 0.4 else None,
                waiting_days=chance.choice([0, 0, 0, 3, 7]),
                position=place,
                weight=chance.choice([1, 1, 2, 3]),
            )
        )
    return tasks


def days_lost(tasks: Sequence[Task], days: dict[str, date]) -> int:
    """Days after deadlines, each by the weight of its step."""
    return sum(task.weight * max(0, (days[task.key] - task.deadline).days) for task in tasks if task.deadline)


def _beside_cp_sat() -> Row:
    try:
        from ortools.sat.python import cp_model
    except ImportError:
        return Row("days lost", "", beside="ortools is not installed here (pip install ortools)")
    ours, best = 0, 0
    for seed in SEEDS:
        tasks = hard_plan(seed)
        days = _days(tasks)
        lost = days_lost(tasks, days)
        ours, best = ours + lost, best + min(lost, _best(cp_model, tasks, days))
        print(f"seed {seed}: {lost}, all so far {ours} and {best}", file=sys.stderr, flush=True)
    worse = ours / best - 1 if best else 0.0
    return Row(
        f"weighted days lost over {len(SEEDS)} plans of {STEPS} steps",
        f"{ours}",
        beside=f"CP-SAT, {SECONDS:.0f} s a plan: {best}; {100 * worse:.1f} % more",
        bar=f"{100 * MOST_WORSE:.0f} % more",
        held=yes_or_no(worse <= MOST_WORSE),
    )


def _days(tasks: Sequence[Task]) -> dict[str, date]:
    made = schedule(tasks, FREE, start=START)
    return {key: sitting.day for key, sitting in made.sittings.items()}


def _best(cp: Any, tasks: Sequence[Task], hint: dict[str, date]) -> int:
    """The fewest days lost that the solver finds."""
    model = cp.CpModel()
    horizon = (max(hint.values()) - START).days + _SPARE_DAYS
    rooms = [FREE.on(START + timedelta(days=day)).minutes for day in range(horizon)]
    most = max(rooms)
    days = {task.key: model.new_int_var(0, horizon - 1, task.key) for task in tasks}
    spans = [model.new_fixed_size_interval_var(days[task.key], 1, f"at {task.key}") for task in tasks]
    closed = [day for day, room in enumerate(rooms) if room < most]
    walls = [model.new_fixed_size_interval_var(day, 1, f"wall {day}") for day in closed]
    taken = [*(task.minutes for task in tasks), *(most - rooms[day] for day in closed)]
    model.add_cumulative([*spans, *walls], taken, most)
    waits = {task.key: task.waiting_days for task in tasks}
    lost = []
    for task in tasks:
        for key in task.after:
            model.add(days[task.key] >= days[key] + waits[key])
        if task.not_before:
            model.add(days[task.key] >= (task.not_before - START).days)
        if task.deadline:
            late = model.new_int_var(0, horizon, f"late {task.key}")
            model.add(late >= days[task.key] - (task.deadline - START).days)
            lost.append(task.weight * late)
        model.add_hint(days[task.key], (hint[task.key] - START).days)
    model.minimize(sum(lost))
    solver = cp.CpSolver()
    solver.parameters.max_time_in_seconds = SECONDS
    solver.parameters.num_workers = 2
    solver.solve(model)
    return round(solver.objective_value)


def _last_day(size: int) -> Row:
    what, tasks = f"last day of {size:,} steps", some_tasks(size)
    ours = max(_days(tasks).values())
    program = shutil.which(TASKJUGGLER)
    if program is None:
        return Row(what, f"{ours}", beside="TaskJuggler is not installed here (Debian package tj3)")
    with tempfile.TemporaryDirectory(prefix="unrut-bench-") as folder:
        file = Path(folder) / "plan.tjp"
        file.write_text(as_taskjuggler(tasks), encoding="utf-8")
        command: list[str | Path] = [program, "--silent", "--output-dir", folder, file]
        subprocess.run(command, check=True, capture_output=True)
        with (Path(folder) / "plan.csv").open(encoding="utf-8") as table:
            theirs = max(date.fromisoformat(row["End"][:10]) for row in csv.DictReader(table, delimiter=";"))
    return Row(
        what, f"{ours}", beside=f"TaskJuggler 3: {theirs}", bar="no later", held=yes_or_no(ours <= theirs)
    )


if __name__ == "__main__":
    show(measure)
