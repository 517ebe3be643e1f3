"""What a person decides about the signal: how often it may be wrong, where low begins, and what is usual from now on."""

from datetime import date
from decimal import ROUND_HALF_UP, Decimal

from django.db import transaction

from unrut.clock import monday_of
from unrut.core.errors import InvalidInputError
from unrut.models import FALSE_ALARMS, NewNormal, Person, Preference
from unrut.models.preference import HIGHEST_SCORE
from unrut.queries.scope import of, one

_TENTH = Decimal("0.1")


def choose_rules(owner: Person, *, false_alarms: int, low_line: Decimal) -> Preference:
    """Choose both at once: both are kept or neither. Raises InvalidInputError."""
    with transaction.atomic():
        choose_false_alarms(owner, false_alarms)
        return choose_low_line(owner, low_line)


def choose_false_alarms(owner: Person, false_alarms: int) -> Preference:
    """Choose how many of a hundred people for whom nothing changes may hear of a drop within a year.

    Raises InvalidInputError when it is none of the choices.
    """
    if false_alarms not in FALSE_ALARMS:
        choices = ", ".join(map(str, FALSE_ALARMS))
        raise InvalidInputError(f"{false_alarms} of a hundred was never measured. Choose one of {choices}.")
    return _keep(owner, false_alarms=false_alarms)


def choose_low_line(owner: Person, low_line: Decimal) -> Preference:
    """Choose below which score weeks are called low; kept to a tenth.

    Raises InvalidInputError when it is off the line from 0 to 10.
    """
    if not (low_line.is_finite() and 0 <= low_line <= HIGHEST_SCORE):
        raise InvalidInputError(
            f"The line for low weeks cannot be {low_line}. Give a number from 0 to {HIGHEST_SCORE}."
        )
    return _keep(owner, low_line=low_line.quantize(_TENTH, ROUND_HALF_UP))


def accept_new_normal(owner: Person, week: date, *, today: date) -> NewNormal:
    """From this week on, what came before no longer counts as usual. Said twice, it is kept once.

    Raises InvalidInputError when the week has not begun.
    """
    if monday_of(week) > monday_of(today):
        raise InvalidInputError(
            f"The week of {week:%d %B %Y} has not begun. A new normal begins this week or earlier."
        )
    return of(NewNormal, owner).get_or_create(owner=owner, week=monday_of(week))[0]


def take_back_new_normal(owner: Person, new_normal_id: int) -> None:
    """What came before counts again.

    Raises MissingError.
    """
    one(NewNormal, owner, new_normal_id).delete()


def _keep(owner: Person, **chosen: object) -> Preference:
    return of(Preference, owner).update_or_create(owner=owner, defaults=chosen)[0]
