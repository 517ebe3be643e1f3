"""When a week is written down, in sentences without reproach."""

from datetime import date, time

from django.utils.dates import WEEKDAYS
from django.utils.translation import gettext, gettext_lazy, ngettext

from unrut.core.reflect.sittings import days_after, is_off_day
from unrut.queries.sittings import SittingDay
from unrut.wording.numbers import clock, week_name

DAYS_OF_WEEK = 7
USUAL_TIME = time(17)
_ON_DAYS = (
    gettext_lazy("on Mondays"),
    gettext_lazy("on Tuesdays"),
    gettext_lazy("on Wednesdays"),
    gettext_lazy("on Thursdays"),
    gettext_lazy("on Fridays"),
    gettext_lazy("on Saturdays"),
    gettext_lazy("on Sundays"),
)


def day_name(offset: int) -> str:
    """A day of the sitting: Friday, or the Monday after."""
    name = str(WEEKDAYS[offset % DAYS_OF_WEEK])
    return name if offset < DAYS_OF_WEEK else gettext("the %(day)s after") % {"day": name}


def usual_day(day: SittingDay, *, has_answers: bool) -> str:
    """When the person sits down, said quietly."""
    if day.is_chosen:
        chosen = day_name(day.offset)
        at = f", {clock(day.at)}" if day.at else ""
        return gettext("Your day is %(day)s.") % {"day": chosen + at}
    if not has_answers:
        return gettext("Friday is a good day for it, or choose your own.")
    if day.offset >= DAYS_OF_WEEK:
        return gettext("You usually sit down on %(day)s.") % {"day": day_name(day.offset)}
    return gettext("You usually sit down %(days)s.") % {"days": _ON_DAYS[day.offset]}


def off_day(week: date, answered_on: date, usual: int) -> str:
    """That an answer is kept but not compared with the others; empty when it came near the usual day."""
    if not is_off_day(week, answered_on, usual):
        return ""
    days = days_after(week, answered_on)
    if not days:
        return gettext(
            "Answered on a %(day)s, far from your usual %(usual)s; it is kept, and left out of the comparison of weeks."
        ) % {"day": WEEKDAYS[answered_on.weekday()], "usual": day_name(usual)}
    return ngettext(
        "Answered %(count)d day after the week; it is kept, and left out of the comparison of weeks.",
        "Answered %(count)d days after the week; it is kept, and left out of the comparison of weeks.",
        days,
    ) % {"count": days}


def answers_of_a_week_away() -> str:
    """That a week away keeps no answers about work."""
    return gettext("You were away, so the answers were not kept.")


def named_week(monday: date, *, today: date) -> str:
    """A week named by its Monday, with the year unless it is the current one."""
    name = week_name(monday)
    return name if monday.year == today.year else f"{name} {monday.year}"


def offer(week: date) -> str:
    """That the week before can still be written down as on its day."""
    return gettext("The %(week)s is not written down yet, and today still counts for it.") % {
        "week": week_name(week)
    }
