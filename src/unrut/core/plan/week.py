"""The steps of the week that is running, and the next one."""

from datetime import date, timedelta

from unrut.core.plan.schedule import Schedule, Sitting


def this_week(schedule: Schedule, *, today: date) -> list[Sitting]:
    """The sittings from Monday to Sunday of the week `today` is in, in order of time."""
    monday = today - timedelta(days=today.weekday())
    sunday = monday + timedelta(days=6)
    return [sitting for sitting in schedule.on_or_before(sunday) if sitting.day >= monday]


def next_sitting(schedule: Schedule, today: date) -> Sitting | None:
    """The first sitting from `today` on; None when nothing is left."""
    return next((sitting for sitting in schedule.sittings.values() if sitting.day >= today), None)
