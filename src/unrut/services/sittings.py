"""The day and time of the weekly sitting."""

from datetime import time

from unrut.core.errors import InvalidInputError
from unrut.models import Person, Preference
from unrut.models.preference import EARLIEST_SITTING, LATEST_SITTING


def choose_sitting(owner: Person, offset: int | None, at: time | None) -> Preference:
    """Choose the day, counted from the Monday of the week a sitting is about; None goes back to the usual one.

    Raises InvalidInputError for a day that is not at the end of the week.
    """
    if offset is not None and not EARLIEST_SITTING <= offset <= LATEST_SITTING:
        raise InvalidInputError(
            "The sitting looks back at a week, so its day lies at the end: "
            "choose Thursday, Friday, Saturday, Sunday, or the Monday after."
        )
    preference, _ = Preference.objects.update_or_create(
        owner=owner, defaults={"sitting_offset": offset, "sitting_time": at}
    )
    return preference
