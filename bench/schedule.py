"""The schedule of random plans, beside TaskJuggler on the same plans and beside merely sorting them.

    python bench/schedule.py

TaskJuggler is the Debian package tj3. Both are whole processes that read the plan from a file and write it with its days. It may
split a step over several days, which ours never does, and it is not told the deadlines: it gives up at the first one it would miss.
"""

import json
import random
import shutil
import sys
import tempfile
from collections.abc import Mapping, Sequence
from datetime import date, time, timedelta
from functools import partial
from graphlib import TopologicalSorter
from pathlib import Path

from common import Row, at_home, in_turns, show, timed, timed_row, whole_process

from unrut.core.plan.schedule import schedule
from unrut.core.plan.steps import DayTime, FreeTime, Strand, Task

SIZES = (40, 200, 1_000)
RUNS = 9
PEER_RUNS = 3
SEED = 7
START = date(2026, 1, 5)
WEEKDAYS = ("mon", "tue", "wed", "thu", "fri", "sat", "sun")
FREE = FreeTime(tuple(DayTime(time(18, 0), minutes) for minutes in (60, 120, 60, 120, 0, 180, 90)))
ROOM_FOR_ALL = 3
TASKJUGGLER = "tj3"


# So many times faster than TaskJuggler a whole process is to be.
TIMES_FASTER = {40: 3, 200: 5, 1_000: 25}


def measure() -> list[Row]:
    """Plans of 40, 200 and 1,000 steps with dependencies, waiting times and dates."""
    return [row for size in SIZES for row in _of_size(some_tasks(size))]


def some_tasks(size: int) -> list[Task]:
    """A random plan, always the same one: most steps wait for one or two that come a little earlier."""
    chance = random.Random(SEED)
    return [_some_task(place, chance) for place in range(size)]


def as_taskjuggler(tasks: Sequence[Task]) -> str:
    """The plan in TaskJuggler's own words."""
    weeks = sum(task.minutes for task in tasks) // FREE.weekly_minutes + len(tasks) + 1
    return "\n".join(
        [
            f'project bench "Bench" {START} +{ROOM_FOR_ALL * weeks}w {{ timingresolution 15min }}',
            'resource me "Me" {',
            *(f"  workinghours {name} {_hours(day)}" for name, day in zip(WEEKDAYS, FREE.days, strict=True)),
            "}",
            *(_as_task(task, {other.key: other.waiting_days for other in tasks}) for task in tasks),
            'taskreport "plan" { formats csv columns id, start, end }',
        ]
    )


def as_json(tasks: Sequence[Task]) -> str:
    """The plan as `unrut plan schedule` reads it."""
    steps = [
        {
            "key": task.key,
            "minutes": task.minutes,
            "strand": task.strand,
            "after": task.after,
            "not_before": str(task.not_before) if task.not_before else None,
            "deadline": str(task.deadline) if task.deadline else None,
            "waiting_days": task.waiting_days,
        }
        for task in tasks
    ]
    free = {
        name: {"from": f"{day.start:%H:%M}", "minutes": day.minutes}
        for name, day in zip(WEEKDAYS, FREE.days, strict=True)
    }
    return json.dumps({"start": str(START), "free": free, "steps": steps})


def _some_task(place: int, chance: random.Random) -> Task:
    earlier = range(max(0, place - 12), place)
    after = chance.sample(earlier, min(len(earlier), chance.randint(0, 2)))
    begin = START + timedelta(days=place // 3)
    return Task(
        key=f"s{place}",
        minutes=chance.choice([15, 30, 45, 60, 90]),
        strand=chance.choice(list(Strand)),
        after=tuple(f"s{other}" for other in after),
        not_before=None if after else begin,  # TaskJuggler takes either the one or the other
        deadline=begin + timedelta(weeks=8) if chance.random() < 0.3 else None,
        waiting_days=chance.choice([0, 0, 0, 3, 7]),
        position=place,
    )


def _of_size(tasks: Sequence[Task]) -> list[Row]:
    taken = in_turns(
        {
            "ours": timed(lambda: schedule(tasks, FREE, start=START)),
            "sorted": timed(partial(_sort, tasks)),
        },
        runs=RUNS,
    )
    what = f"schedule() of {len(tasks):,} steps"
    return [
        timed_row(what, taken["ours"], "graphlib sorts them only", taken["sorted"]),
        _beside_taskjuggler(tasks),
    ]


def _sort(tasks: Sequence[Task]) -> list[str]:
    return [*TopologicalSorter({task.key: task.after for task in tasks}).static_order()]


def _beside_taskjuggler(tasks: Sequence[Task]) -> Row:
    what = f"unrut plan schedule, {len(tasks):,} steps, whole process"
    program = shutil.which(TASKJUGGLER)
    if program is None:
        return Row(what, "", beside="TaskJuggler is not installed here (Debian package tj3)")
    with tempfile.TemporaryDirectory(prefix="unrut-bench-") as folder:
        file, own = Path(folder) / "plan.tjp", Path(folder) / "plan.json"
        file.write_text(as_taskjuggler(tasks), encoding="utf-8")
        own.write_text(as_json(tasks), encoding="utf-8")
        unrut = [sys.executable, "-m", "unrut", "plan", "schedule", own, "--json"]
        taken = in_turns(
            {
                "ours": whole_process(unrut, at_home(Path(folder))),
                "tj3": whole_process(
                    [program, "--silent", "--output-dir", folder, file], at_home(Path(folder))
                ),
            },
            runs=PEER_RUNS,
            warm_up=1,
        )
    most = 1 / TIMES_FASTER[len(tasks)]
    return timed_row(what, taken["ours"], "TaskJuggler 3, whole process", taken["tj3"], most_ratio=most)


def _hours(day: DayTime) -> str:
    if day.minutes == 0:
        return "off"
    minutes = day.start.hour * 60 + day.start.minute + day.minutes
    return f"{day.start:%H:%M} - {minutes // 60:02}:{minutes % 60:02}"


def _as_task(task: Task, waits: Mapping[str, int]) -> str:
    after = ", ".join(f"{key} {{ gapduration {waits[key]}d }}" if waits[key] else key for key in task.after)
    told = [
        f"effort {task.minutes}min allocate me",
        *([f"depends {after}"] if after else []),
        *([f"start {task.not_before}"] if task.not_before else []),
    ]
    return f'task {task.key} "{task.key}" {{ {" ".join(told)} }}'


if __name__ == "__main__":
    show(measure)
