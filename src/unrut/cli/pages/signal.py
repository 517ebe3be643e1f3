"""Rut or rough patch: the sentence, and the last weeks as a table."""

from collections.abc import Sequence
from datetime import date
from typing import Any

from unrut.cli.output import section
from unrut.core.reflect.weeks import Rules, Shift, State, Week
from unrut.wording.numbers import day, round_tens
from unrut.wording.signal import false_alarm_choice, lead, state_name

WEEKS_SHOWN = 12
# Four chances in five, as for the start.
_WITHIN = 1.2816
_DECIMALS = 4


def lines(weeks: Sequence[Week], rules: Rules, *, today: date) -> list[str]:
    """The whole page."""
    return [
        str(lead(weeks, rules, today=today)),
        *([false_alarm_choice(rules.false_alarms)] if weeks else []),
        *section("The last weeks", [_line(week) for week in weeks[-WEEKS_SHOWN:]]),
    ]


def values(weeks: Sequence[Week], rules: Rules) -> dict[str, Any]:
    """Every week for scripts."""
    return {
        "false_alarms": rules.false_alarms,
        "low_line": rules.low_line,
        "restarts": [restart.isoformat() for restart in rules.restarts],
        "weeks": [_week_values(week) for week in weeks],
    }


def _line(week: Week) -> str:
    if week.score is None:
        return f"{day(week.week)}: no score"
    told = f"{day(week.week)}: {week.score:.1f}, {state_name(week.state)}"
    if week.state is State.TOO_LITTLE:
        return told
    return f"{told}, chance of a lasting drop about {round_tens(week.drop)} %"


def _week_values(week: Week) -> dict[str, Any]:
    return {
        "week": week.week.isoformat(),
        "score": week.score,
        "state": week.state,
        "p_drop": round(week.drop, _DECIMALS),
        "p_low": round(week.low, _DECIMALS),
        "p_rise": round(week.rise, _DECIMALS),
        "start": _start_values(week.shift),
        "size": _size_values(week.shift),
        "level": None if week.level is None else round(week.level, _DECIMALS),
        "is_alert": week.is_alert,
        "answered": week.answered,
        "missing": week.counted - week.answered,
    }


def _start_values(shift: Shift | None) -> dict[str, str] | None:
    if shift is None:
        return None
    return {"from": shift.first.isoformat(), "likely": shift.middle.isoformat(), "to": shift.last.isoformat()}


def _size_values(shift: Shift | None) -> dict[str, float] | None:
    if shift is None:
        return None
    spread = _WITHIN * shift.size_sd
    ends = {"from": shift.size - spread, "likely": shift.size, "to": shift.size + spread}
    return {name: round(value, _DECIMALS) for name, value in ends.items()}
