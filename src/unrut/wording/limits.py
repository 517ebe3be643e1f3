"""Deal-breakers and what they hide, in sentences."""

from collections.abc import Sequence

from django.utils.translation import gettext, ngettext

from unrut.core.explore.openings.filters import FilterKind, least_pay, workplaces
from unrut.queries.openings import Hiding
from unrut.wording.facts import workplace_words
from unrut.wording.numbers import listed

_LIMITS = {
    FilterKind.PAY: "less than %(value)s a year",
    FilterKind.HOURS: "more than %(value)s hours a week",
    FilterKind.WORKPLACE: "anything but %(value)s",
    FilterKind.PLACE: "anywhere but %(value)s, unless remote",
}


def limit_kinds() -> frozenset[FilterKind]:
    """The kinds of filter that are deal-breakers; the others tidy up the list."""
    return frozenset(_LIMITS)


def limits_lead(hiding: Sequence[Hiding]) -> str:
    """The first line of the deal-breakers."""
    count = sum(each.is_on for each in hiding)
    if not count:
        return gettext("Is there anything you would never take?")
    return ngettext(
        "%(count)d thing is out of the question for you.",
        "%(count)d things are out of the question for you.",
        count,
    ) % {"count": count}


def limit_words(hiding: Hiding) -> str:
    """A deal-breaker in a few words: less than 45,000 EUR a year."""
    value = hiding.value
    if hiding.kind is FilterKind.PAY:
        least = least_pay(value)
        value = f"{least.amount:,.0f} {least.currency}".strip()
    elif hiding.kind is FilterKind.WORKPLACE:
        # Translators: between kinds of place, as in "remote or partly remote".
        value = gettext(" or ").join(workplace_words(workplace) for workplace in workplaces(value))
    return gettext(_LIMITS[hiding.kind]) % {"value": value}


def hides_words(hiding: Hiding, openings: int) -> str:
    """How many openings a deal-breaker hides now, or would."""
    if not openings:
        return gettext("There are no openings here yet that it could hide.")
    words = (
        ngettext(
            "It hides %(count)d of %(all)d opening.", "It hides %(count)d of %(all)d openings.", openings
        )
        if hiding.is_on
        else ngettext(
            "It is off; on, it would hide %(count)d of %(all)d opening.",
            "It is off; on, it would hide %(count)d of %(all)d openings.",
            openings,
        )
    )
    return words % {"count": hiding.count, "all": openings}


def limits_line(hiding: Sequence[Hiding]) -> str:
    """The deal-breakers that are on, in one line for the result."""
    named = [limit_words(each) for each in hiding if each.is_on]
    return listed(named) if named else gettext("nothing so far")
