"""What stands around the form of a week: its day, whether an answer came late, and the longer looks."""

from datetime import date
from typing import Any

from unrut.clock import monday_of
from unrut.models import CheckIn, Person
from unrut.queries.reviews import looks_ahead
from unrut.queries.sittings import sitting_day, week_to_offer
from unrut.wording import sittings as wording


def sitting_context(
    owner: Person, week: date, checkin: CheckIn | None, *, has_answers: bool, today: date
) -> dict[str, Any]:
    """Sentences about the day, and what is offered beside this week."""
    day = sitting_day(owner)
    is_now = week == monday_of(today)
    offered = week_to_offer(owner, day, today=today) if is_now else None
    is_compared = checkin is not None and checkin.at_work
    return {
        "usual_day": wording.usual_day(day, has_answers=has_answers),
        "late": wording.off_day(week, checkin.answered_on, day.offset) if checkin and is_compared else "",
        "offered_week": offered,
        "offer": wording.offer(offered) if offered else "",
        "looks": looks_ahead(owner, today=today) if is_now else None,
    }
