"""What stands around the form of a week: its day, whether an answer came late, and the longer looks."""

from datetime import date
from typing import Any

from unrut.clock import monday_of
from unrut.models import CheckIn, Person
from unrut.queries.look_back import screen_to_go_on_with
from unrut.queries.reviews import looks_ahead
from unrut.queries.sittings import is_late, sitting_day, week_to_offer
from unrut.web.reflect.look_back_views import SCREENS
from unrut.wording import sittings as wording


def sitting_context(
    owner: Person, week: date, checkin: CheckIn | None, *, has_answers: bool, today: date
) -> dict[str, Any]:
    """Sentences about the day, and what is offered beside this week."""
    day = sitting_day(owner)
    is_now = week == monday_of(today)
    offered = week_to_offer(owner, day, today=today) if is_now else None
    looks = looks_ahead(owner, today=today) if is_now else None
    return {
        "usual_day": wording.usual_day(day, has_answers=has_answers),
        "late": _late(owner, checkin, day.offset) if checkin and checkin.at_work else "",
        "offered_week": offered,
        "offer": wording.offer(offered) if offered else "",
        "looks": looks,
        "go_on": screen_to_go_on_with(owner) if looks and looks.is_first_picture else None,
        "screens": SCREENS,
    }


def _late(owner: Person, checkin: CheckIn, usual: int) -> str:
    """That an answer is not compared; one far from today's usual day may have been on time when it was given."""
    told = wording.off_day(checkin.week, checkin.answered_on, usual)
    return told if told and is_late(owner, checkin) else ""
