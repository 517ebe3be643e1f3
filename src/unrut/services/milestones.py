"""Accomplishments by hand, and milestones reached."""

from datetime import date

from unrut.core.errors import InvalidInputError
from unrut.models import Accomplishment, Milestone, Person
from unrut.queries.scope import one
from unrut.services.reflect import EARLIEST_WEEK, lines_of

EARLIEST = EARLIEST_WEEK


def add_accomplishment(owner: Person, text: str, *, on: date, today: date) -> Accomplishment:
    """Write down something accomplished.

    Raises InvalidInputError when the text is empty or the day is in the future or before 1940.
    """
    lines = lines_of(text)
    if not lines:
        raise InvalidInputError("Nothing was written. Say in a few words what you got done.")
    if not EARLIEST <= on <= today:
        raise InvalidInputError(f"{on:%d %B %Y} cannot be the day. Give a day from {EARLIEST.year} to today.")
    return Accomplishment.objects.create(owner=owner, text=" ".join(lines), happened_on=on)


def remove_accomplishment(owner: Person, accomplishment_id: int) -> None:
    """Remove an accomplishment.

    Raises MissingError.
    """
    one(Accomplishment, owner, accomplishment_id).delete()


def reach_milestone(owner: Person, milestone_id: int, *, on: date | None) -> Milestone:
    """Mark a milestone as reached on a day, or as not reached after all (None).

    Raises MissingError.
    """
    milestone = one(Milestone, owner, milestone_id)
    milestone.reached_on = on
    milestone.save(update_fields=["reached_on"])
    return milestone
