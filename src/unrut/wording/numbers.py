"""Chances, weeks, dates and times in words."""

from datetime import date, time

from django.utils.formats import date_format
from django.utils.translation import gettext, ngettext

_CERTAIN = 0.975
_PERCENT = 100
_WORDS = (
    (_CERTAIN, "almost surely"),
    (0.8, "very probably"),
    (0.65, "probably"),
    (0.5, "perhaps"),
    (0.35, "perhaps not"),
    (0.2, "probably not"),
    (0.0, "very probably not"),
)
MINUTES_OF_HOUR = 60


def chance(share: float) -> str:
    """A chance in words, then as a round figure, which the word follows: "probably (about 70 %)"."""
    percent = round_tens(share)
    told = share if share >= _CERTAIN else percent / _PERCENT
    word = gettext(next(word for least, word in _WORDS if told >= least))
    if share >= _CERTAIN:
        return word
    # Translators: a chance in words and in percent, rounded to tens.
    return gettext("%(word)s (about %(percent)d %%)") % {"word": word, "percent": percent}


def round_tens(share: float) -> int:
    """A chance in percent, rounded to ten, never to a false 0 or 100."""
    return min(95, max(5, 10 * round(share * 10)))


def weeks_named(named: int, answered: int) -> str:
    """How many of the answered weeks."""
    return ngettext("%(named)d of %(answered)d week", "%(named)d of %(answered)d weeks", answered) % {
        "named": named,
        "answered": answered,
    }


def day(value: date) -> str:
    """A date as a person writes it: 3 March 2026."""
    return date_format(value, "j F Y")


def short_day(value: date) -> str:
    """A date without its year: Thu 3 Mar."""
    return date_format(value, "D j M")


def week_name(monday: date) -> str:
    """A week named by its Monday."""
    return gettext("week of %(day)s") % {"day": date_format(monday, "j F")}


def clock(value: time) -> str:
    """A time of day: 18:30."""
    return value.strftime("%H:%M")


def length(minutes: int) -> str:
    """A length of time: 45 min, 1 h 30."""
    hours, rest = divmod(minutes, MINUTES_OF_HOUR)
    if not hours:
        return gettext("%(minutes)d min") % {"minutes": rest}
    if not rest:
        return gettext("%(hours)d h") % {"hours": hours}
    return gettext("%(hours)d h %(minutes)02d") % {"hours": hours, "minutes": rest}


def listed(parts: list[str]) -> str:
    """Parts joined as in a sentence: a, b and c."""
    if len(parts) <= 1:
        return "".join(parts)
    # Translators: joins the last part of a list, as in "a, b and c".
    return gettext("%(first)s and %(last)s") % {"first": ", ".join(parts[:-1]), "last": parts[-1]}
