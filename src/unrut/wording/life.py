"""The line of the working life in words: what is shown, what follows from it, and what each thing on it is."""

from datetime import date, timedelta

from django.utils.formats import date_format
from django.utils.translation import gettext, ngettext

from unrut.core.milestones.life import Ahead, Life, Stretch, Window, Zoom
from unrut.wording.numbers import day, listed

_ONE_DAY = timedelta(days=1)


def today_word() -> str:
    """What today is called on the line."""
    return gettext("today")


def title(window: Window) -> str:
    """What the picture shows."""
    if window.zoom is Zoom.LIFE:
        return gettext("From what is done to what lies ahead")
    return gettext("The line in %(time)s") % {"time": window_name(window)}


def window_name(window: Window) -> str:
    """The time that is shown: 2026, 2024–2026, July to September 2026."""
    last = window.end - _ONE_DAY
    if window.zoom is Zoom.QUARTER:
        return gettext("%(first)s to %(last)s") % {
            "first": date_format(window.start, "F"),
            "last": date_format(last, "F Y"),
        }
    if window.start.year == last.year:
        return f"{last.year}"
    return f"{window.start.year}–{last.year}"


def zoom_name(zoom: Zoom) -> str:
    """What a stretch of time is called."""
    return {
        Zoom.LIFE: gettext("All of it"),
        Zoom.DECADE: gettext("Ten years"),
        Zoom.YEARS: gettext("Three years"),
        Zoom.YEAR: gettext("A year"),
        Zoom.QUARTER: gettext("A quarter"),
    }[zoom]


def says(life: Life, window: Window, *, today: date) -> str:
    """What follows from the picture, for those who do not see it."""
    parts = [
        ngettext("%(count)d job", "%(count)d jobs", len(life.jobs)) % {"count": len(life.jobs)},
        ngettext("%(count)d thing done", "%(count)d things done", len(life.done)) % {"count": len(life.done)},
        ngettext("%(count)d milestone reached", "%(count)d milestones reached", len(life.reached))
        % {"count": len(life.reached)},
        ngettext("%(count)d milestone ahead", "%(count)d milestones ahead", len(life.ahead))
        % {"count": len(life.ahead)},
    ]
    told = gettext("%(first)s to %(last)s: %(parts)s.") % {
        "first": day(window.start),
        "last": day(window.end - _ONE_DAY),
        "parts": listed(parts),
    }
    if window.holds(today):
        return told
    return told + " " + gettext("Today lies outside.")


def legend(life: Life, *, has_bars: bool, is_uneven: bool) -> str:
    """What the marks of the picture mean; only what is on it is explained."""
    told = []
    if life.done and has_bars:
        told.append(gettext("The larger a bar, the more you got done then."))
    elif life.done:
        told.append(gettext("Each dot is something you got done."))
    if life.ahead:
        told.append(gettext("A soft band is when a milestone may be reached."))
    if any(point.due for point in life.ahead):
        told.append(gettext("A mark is the day you wish for."))
    if is_uneven:
        told.append(gettext("The time ahead is drawn wider than the time behind."))
    return " ".join(told)


def period_words(count: int, since: date, until: date) -> str:
    """Things done about the same time."""
    if since == until:
        return ngettext("%(count)d thing done, %(day)s", "%(count)d things done, %(day)s", count) % {
            "count": count,
            "day": day(since),
        }
    return ngettext(
        "%(count)d thing done, %(first)s to %(last)s", "%(count)d things done, %(first)s to %(last)s", count
    ) % {"count": count, "first": day(since), "last": day(until)}


def on_words(on: date) -> str:
    """The day of something done or reached."""
    return day(on)


def ahead_words(point: Ahead) -> str:
    """When a milestone ahead may be reached."""
    return gettext("about %(likely)s (%(first)s to %(last)s)") % {
        "likely": date_format(point.likely, "F Y"),
        "first": date_format(point.first, "M Y"),
        "last": date_format(point.last, "M Y"),
    }


def job_words(job: Stretch) -> str:
    """From when to when a job lasted."""
    first = day(job.start) if job.start else gettext("before all else")
    last = day(job.end) if job.end else gettext("now")
    return gettext("%(first)s to %(last)s") % {"first": first, "last": last}


def kind_name(kind: str) -> str:
    """What a thing on the line is."""
    return {
        "accomplishment": gettext("done"),
        "reached": gettext("milestone reached"),
        "milestone": gettext("milestone ahead"),
        "job": gettext("job"),
    }[kind]
