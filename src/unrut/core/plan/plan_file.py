"""A plan written as JSON, so that it can be scheduled without being stored.

{"start": "2026-03-02",
 "free": {"mon": {"from": "19:00", "minutes": 60}, "sat": {"from": "10:00", "minutes": 180}},
 "busy": {"2026-03-09": 60},
 "done": {"ask": "2026-02-27"},
 "steps": [{"key": "list", "minutes": 45, "strand": "knowledge", "after": ["ask"], "not_before": "2026-03-05",
            "deadline": "2026-03-20", "waiting_days": 3, "weight": 2}]}

Only "steps" with "key" and "minutes" are needed. Days are as people write them in ISO 8601.
"""

import json
from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date, time
from typing import Any, NoReturn, TypeVar

from unrut.core.errors import InvalidInputError
from unrut.core.plan.steps import DayTime, FreeTime, Strand, Task

MOST_STEPS = 10_000
WEEKDAYS = ("mon", "tue", "wed", "thu", "fri", "sat", "sun")
_PARTS = frozenset({"start", "free", "busy", "done", "steps"})
_STEP = frozenset(
    {"key", "minutes", "strand", "after", "not_before", "deadline", "waiting_days", "weight", "text"}
)
_DAY_OF_WEEK = frozenset({"from", "minutes"})
_NO_TIME = DayTime(time(19), 0)
_USUAL_START = "19:00"
_MOST_WEIGHT = 100

_NAMES: Mapping[type, str] = {dict: "an object", list: "a list", str: "a text"}

Kind = TypeVar("Kind")


@dataclass(frozen=True)
class PlanFile:
    """What a file asks to be scheduled; `free` and `start` are None where it says nothing of them."""

    tasks: tuple[Task, ...]
    free: FreeTime | None
    start: date | None
    done: Mapping[str, date]
    busy: Mapping[date, int]


def read_plan(text: str) -> PlanFile:
    """The plan in a text.

    Raises InvalidInputError naming the place of the first thing that is wrong.
    """
    try:
        told = json.loads(text)
    except (ValueError, RecursionError) as error:
        raise InvalidInputError(f"The plan is no JSON: {error}. Mend it there and try again.") from error
    plan = _table(told, "the plan", _PARTS)
    steps = _of(plan.get("steps"), list, "steps")
    if len(steps) > MOST_STEPS:
        raise InvalidInputError(f"The plan has {len(steps):,} steps; {MOST_STEPS:,} is the most. Divide it.")
    return PlanFile(
        tasks=tuple(_task(step, f"steps[{place}]", place) for place, step in enumerate(steps)),
        free=_free(plan["free"]) if "free" in plan else None,
        start=_day(plan["start"], "start") if "start" in plan else None,
        done={key: _day(day, f"done.{key}") for key, day in _table(plan.get("done", {}), "done").items()},
        busy={
            _day(day, "busy"): _whole(minutes, f"busy.{day}", most=24 * 60)
            for day, minutes in _table(plan.get("busy", {}), "busy").items()
        },
    )


def _task(told: object, where: str, place: int) -> Task:
    step = _table(told, where, _STEP)
    strand = _of(step.get("strand", Strand.PROJECTS.value), str, f"{where}.strand")
    if strand not in set(Strand):
        _fail(f"{where}.strand", f'is "{strand[:40]}", which is none of {", ".join(Strand)}')
    after = _of(step.get("after", []), list, f"{where}.after")
    return Task(
        key=_of(step.get("key"), str, f"{where}.key"),
        minutes=_whole(step.get("minutes"), f"{where}.minutes", most=24 * 60),
        strand=Strand(strand),
        after=tuple(_of(key, str, f"{where}.after") for key in after),
        not_before=_optional_day(step, "not_before", where),
        deadline=_optional_day(step, "deadline", where),
        waiting_days=_whole(step.get("waiting_days", 0), f"{where}.waiting_days", most=366),
        position=place,
        weight=_whole(step.get("weight", 1), f"{where}.weight", most=_MOST_WEIGHT),
    )


def _free(told: object) -> FreeTime:
    days = _table(told, "free", frozenset(WEEKDAYS))
    return FreeTime(
        tuple(_day_time(days[name], f"free.{name}") if name in days else _NO_TIME for name in WEEKDAYS)
    )


def _day_time(told: object, where: str) -> DayTime:
    day = _table(told, where, _DAY_OF_WEEK)
    start = _of(day.get("from", _USUAL_START), str, f"{where}.from")
    try:
        return DayTime(
            time.fromisoformat(start), _whole(day.get("minutes"), f"{where}.minutes", most=24 * 60)
        )
    except ValueError:
        _fail(f"{where}.from", f'is "{start[:40]}", which is no time such as {_USUAL_START}')


def _optional_day(step: Mapping[str, Any], name: str, where: str) -> date | None:
    return _day(step[name], f"{where}.{name}") if step.get(name) is not None else None


def _day(told: object, where: str) -> date:
    text = _of(told, str, where)
    try:
        return date.fromisoformat(text)
    except ValueError:
        _fail(where, f'is "{text[:40]}", which is no day such as 2026-03-02')


def _whole(told: object, where: str, *, most: int) -> int:
    if not isinstance(told, int) or isinstance(told, bool) or not 0 <= told <= most:
        _fail(where, f"should be a whole number from 0 to {most:,}")
    return told


def _table(told: object, where: str, known: frozenset[str] | None = None) -> Mapping[str, Any]:
    table: Mapping[str, Any] = _of(told, dict, where)
    for name in table:
        if known is not None and name not in known:
            _fail(where, f'has "{name[:40]}", which is none of {", ".join(sorted(known))}')
    return table


def _of(told: object, kind: type[Kind], where: str) -> Kind:
    if not isinstance(told, kind):
        _fail(where, f"should be {_NAMES[kind]}")
    return told


def _fail(where: str, what: str) -> NoReturn:
    raise InvalidInputError(f"In the plan, {where} {what}. Change it and try again.")
