"""Rut or rough patch, in sentences: what changed, how likely it is, since when, and how many weeks are missing."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import date

from django.utils.formats import date_format
from django.utils.translation import gettext, ngettext

from unrut.core.reflect.weeks import ANSWERS_FOR_DROP, Rules, Shift, State, Week, weeks_between
from unrut.wording.numbers import day, round_tens

STALE_WEEKS = 4
"""So many weeks without an answer that is compared, and the sentence says from when it is."""
_EVEN = 0.5

_STATES = {
    State.TOO_LITTLE: "too early to say",
    State.STEADY: "as usual",
    State.WATCH: "perhaps lower",
    State.DROP: "lower than before",
    State.LOW: "low for long",
    State.RECOVERY: "up again",
}
_MEASURED: Mapping[int, str] = {5: "4 to 6", 10: "9 to 11", 20: "19 to 21"}
"""What bench/signal counted in each of five years, on people the thresholds were not chosen on."""


@dataclass(frozen=True, slots=True)
class Told:
    """What the signal says: one sentence first, then how likely, since when, and what is missing."""

    first: str
    rest: str

    def __str__(self) -> str:
        return f"{self.first} {self.rest}".strip()


def state_name(state: State) -> str:
    """The word for a week."""
    return gettext(_STATES[state])


def lead(weeks: Sequence[Week], rules: Rules, *, today: date) -> Told:
    """What the last week says, with dates, chance and missing weeks."""
    if not weeks:
        return Told(_at_first(), "")
    last = weeks[-1]
    if last.state is State.TOO_LITTLE:
        return Told(_too_little(last), _takes())
    parts = [
        _likely(last, rules),
        _when(last.shift) if last.state in {State.DROP, State.RECOVERY} else "",
        missing(last),
        _stale(last, today),
    ]
    return Told(_what(weeks, last), " ".join(filter(None, parts)))


def missing(last: Week) -> str:
    """How many weeks hold no answer."""
    return gettext("Missing weeks: %(missing)d of %(counted)d.") % {
        "missing": last.counted - last.answered,
        "counted": last.counted,
    }


def false_alarm_choice(false_alarms: int) -> str:
    """A setting in plain words, with the rate it was measured to have."""
    return gettext(
        "About %(count)d of 100 people hear of a drop within a year though nothing changed (counted: %(measured)s)."
    ) % {"count": false_alarms, "measured": _MEASURED[false_alarms]}


def false_alarm_note() -> str:
    """What the counted rates rest on."""
    return gettext(
        "These rates were counted in simulated people. In yours they may be up to twice as high, because what is usual in "
        "people is still a guess. The fewer false alarms, the later a true drop is found."
    )


def normal_note(day_of_start: date) -> str:
    """What accepting the new level means."""
    return gettext(
        "Then the weeks from %(day)s on are what is usual for you, and later ones are compared with them alone."
    ) % {"day": day(day_of_start)}


def _at_first() -> str:
    return gettext("After %(wanted)d answered weeks this page can tell a rough patch from a rut.") % {
        "wanted": ANSWERS_FOR_DROP
    }


def _too_little(last: Week) -> str:
    return ngettext(
        "You have %(count)d answered week that can be compared.",
        "You have %(count)d answered weeks that can be compared.",
        last.answered,
    ) % {"count": last.answered}


def _takes() -> str:
    return gettext("It takes %(wanted)d to tell a rough patch from a rut.") % {"wanted": ANSWERS_FOR_DROP}


def _what(weeks: Sequence[Week], last: Week) -> str:
    if last.state is State.DROP:
        return _compared(weeks, last)
    return {
        State.WATCH: gettext("Your last weeks may be lower than those before."),
        State.LOW: gettext("Your weeks have been low for long."),
        State.RECOVERY: gettext("Your weeks are up again."),
        State.STEADY: gettext("Your weeks go up and down as is usual for you."),
    }[last.state]


def _compared(weeks: Sequence[Week], last: Week) -> str:
    since, before = _counts(weeks, last)
    return ngettext(
        "Your last %(since)d check-in is lower than your first %(before)d.",
        "Your last %(since)d check-ins are lower than your first %(before)d.",
        since,
    ) % {"since": since, "before": before}


def _likely(last: Week, rules: Rules) -> str:
    if last.state is State.DROP:
        return gettext(
            "The chance that this is a lasting drop rather than ordinary ups and downs is about %(percent)d %%."
        ) % {"percent": round_tens(last.drop)}
    if last.state is State.WATCH:
        return gettext(
            "The chance that this lasts is about %(percent)d %%; a run of ordinary bad weeks is still possible."
        ) % {"percent": round_tens(last.drop)}
    if last.state is State.LOW or last.low >= _EVEN:
        return gettext(
            "The chance that they lie below %(line)s of 10, taken together, is about %(percent)d %%."
        ) % {"line": f"{rules.low_line:g}", "percent": round_tens(last.low)}
    return ""


def _counts(weeks: Sequence[Week], last: Week) -> tuple[int, int]:
    """The check-ins since the likeliest start, and those before it that belong to the same job."""
    begun = last.shift.middle if last.shift else last.week
    since = sum(week.score is not None and week.week >= begun for week in weeks)
    return since, last.answered - since


def _when(shift: Shift | None) -> str:
    """The weeks in which it began: "between 3 and 24 March 2026"."""
    if shift is None:
        return ""
    if shift.first == shift.last:
        return gettext("It probably began in the week of %(day)s.") % {"day": day(shift.first)}
    return gettext("It probably began between %(first)s and %(last)s.") % {
        "first": _short(shift.first, shift.last),
        "last": day(shift.last),
    }


def _short(first: date, last: date) -> str:
    """The first of two days, without what it shares with the second."""
    if first.year != last.year:
        return day(first)
    return date_format(first, "j" if first.month == last.month else "j F")


def _stale(last: Week, today: date) -> str:
    if weeks_between(last.week, today) < STALE_WEEKS:
        return ""
    return gettext("The last week it rests on began on %(day)s.") % {"day": day(last.week)}
