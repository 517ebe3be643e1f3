"""`unrut plan`."""

from typing import TYPE_CHECKING, Any

import click

from unrut.cli.options import day_option, json_option
from unrut.cli.output import say, say_json

if TYPE_CHECKING:
    from datetime import date

    from unrut.core.plan.plan_file import PlanFile
    from unrut.core.plan.schedule import Schedule

USUAL_MINUTES = (60, 60, 60, 60, 60, 120, 0)
LARGEST = 20 * 1024 * 1024


@click.group("plan", epilog="Example: unrut plan schedule plan.json")
def command() -> None:
    """Lay the steps of a plan into free time."""


@command.command("schedule", epilog="Example: unrut plan schedule plan.json --json")
@click.argument("file", type=click.File("rb"), default="-")
@day_option("--start", "The first day (default: that of the file, else today).")
@json_option
def schedule(file: Any, start: "date | None", as_json: bool) -> None:
    """Give every step of a plan its day, without storing anything.

    FILE is JSON: "steps" with "key" and "minutes", and if you like "after", "not_before", "deadline", "waiting_days",
    "weight" and "strand"; "free" with "from" and "minutes" for "mon" to "sun" (default: an hour each evening, two on
    Saturday), "start", "done" and "busy".
    """
    # Inline: so that --help stays instant.
    from unrut.clock import today
    from unrut.core.plan.plan_file import read_plan
    from unrut.core.plan.schedule import schedule as made_schedule

    plan = read_plan(_text(file))
    free, begin = plan.free or _usual(), start or plan.start or today()
    made = made_schedule(plan.tasks, free, start=begin, done=plan.done, busy=plan.busy)
    if as_json:
        say_json(_values(plan, made))
    else:
        say(_lines(made))


def _text(file: Any) -> str:
    from unrut.core.errors import InvalidInputError

    content: bytes = file.read(LARGEST + 1)
    if len(content) > LARGEST:
        raise InvalidInputError(f"The plan has more than {LARGEST // 1024 // 1024} MB. Divide it.")
    return content.decode("utf-8-sig", "replace")


def _usual() -> Any:
    from datetime import time

    from unrut.core.plan.steps import DayTime, FreeTime

    return FreeTime(tuple(DayTime(time(19), minutes) for minutes in USUAL_MINUTES))


def _values(plan: "PlanFile", made: "Schedule") -> dict[str, Any]:
    from unrut.core.plan.schedule import days_late

    return {
        "steps": [
            {
                "key": sitting.key,
                "day": sitting.day,
                "start": sitting.start,
                "minutes": sitting.minutes,
            }
            for sitting in made.sittings.values()
        ],
        "conflicts": [
            {
                "key": conflict.key,
                "kind": conflict.kind,
                "deadline": conflict.deadline,
                "missing_minutes": conflict.missing_minutes,
            }
            for conflict in made.conflicts
        ],
        "ends": made.ends,
        "days_late": days_late(plan.tasks, made),
    }


def _lines(made: "Schedule") -> list[str]:
    lines = [
        f"{sitting.day}  {sitting.start:%H:%M}  {sitting.minutes:4d} min  {sitting.key}"
        for sitting in made.sittings.values()
    ]
    told = {
        "late": "later than its deadline",
        "too_long": "longer than any free time in one go",
        "no_time": "without free time in ten years",
    }
    return [*lines, *(f"{conflict.key}: {told[conflict.kind]}." for conflict in made.conflicts)]
