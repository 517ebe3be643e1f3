"""A meeting with somebody as a calendar file."""

from datetime import datetime, time

from unrut.core.errors import InvalidInputError
from unrut.exporters.calendar_file import CalendarEvent, calendar_file
from unrut.models import Talk

NEUTRAL_TITLE = "Call"
MINUTES = 30
_USUAL_START = time(18)


def talk_calendar(talk: Talk, *, made_at: datetime, neutral: bool) -> bytes:
    """The meeting as one entry that rings when it begins; a neutral one can lie in a calendar that others see.

    Raises InvalidInputError while no day is set.
    """
    if talk.meet_on is None:
        raise InvalidInputError("No day is set for this talk yet. Set one first.")
    title = NEUTRAL_TITLE if neutral else f"Talk with {talk.contact.name}"
    event = CalendarEvent(
        uid=f"{talk.uid}@unrut",
        title=title,
        day=talk.meet_on,
        start=talk.meet_at or _USUAL_START,
        minutes=MINUTES,
        note="" if neutral else "\n".join(talk.questions),
        rings=True,
    )
    return calendar_file([event], name=title, made_at=made_at)
