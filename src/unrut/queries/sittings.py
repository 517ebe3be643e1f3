"""When a person sits down for the week, and which of their answers came too late to compare."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date, time

from unrut.core.reflect.sittings import (
    ANSWERS_REMEMBERED,
    in_random_order,
    is_off_day,
    usual_offset,
    week_still_open,
)
from unrut.models import SIGNS, CheckIn, Person, Preference
from unrut.queries.scope import of


@dataclass(frozen=True, slots=True)
class SittingDay:
    """The day of the sitting, counted from the Monday of its week; `is_chosen` rather than remembered from the answers."""

    offset: int
    at: time | None
    is_chosen: bool


def preference_of(owner: Person) -> Preference:
    """What the person chose; what is usual, not stored, where they chose nothing yet."""
    return of(Preference, owner).first() or Preference(owner=owner)


def sitting_day(owner: Person) -> SittingDay:
    """When the next sitting is due."""
    preference = preference_of(owner)
    if preference.sitting_offset is not None:
        return _day(preference, ())
    newest = of(CheckIn, owner).filter(at_work=True).order_by("-week")[:ANSWERS_REMEMBERED]
    return _day(preference, list(reversed(newest.only("week", "answered_on"))))


def week_to_offer(owner: Person, day: SittingDay, *, today: date) -> date | None:
    """The week before, while today still counts for it and nothing was answered about it."""
    week = week_still_open(today, day.offset)
    if week is None or of(CheckIn, owner).filter(week=week).exists():
        return None
    return week


def sign_order(owner: Person, week: date) -> list[str]:
    """The signs in the order in which this person is asked them in this week."""
    return in_random_order(SIGNS, f"{owner.pk} {week.isoformat()}")


def on_time_checkins(owner: Person) -> list[CheckIn]:
    """The check-ins at work that were answered near the usual day, oldest first."""
    answered = _answered(owner)
    day = _day(preference_of(owner), answered)
    return [checkin for checkin in answered if not is_off_day(checkin.week, checkin.answered_on, day.offset)]


def is_late(owner: Person, checkin: CheckIn) -> bool:
    """Whether a check-in was answered more than two days off the usual day, so that the signal leaves it out."""
    return is_off_day(checkin.week, checkin.answered_on, sitting_day(owner).offset)


def _answered(owner: Person) -> list[CheckIn]:
    return list(of(CheckIn, owner).filter(at_work=True))


def _day(preference: Preference, answered: Sequence[CheckIn]) -> SittingDay:
    if preference.sitting_offset is not None:
        return SittingDay(preference.sitting_offset, preference.sitting_time, is_chosen=True)
    offsets = [(checkin.answered_on - checkin.week).days for checkin in answered]
    return SittingDay(usual_offset(offsets), preference.sitting_time, is_chosen=False)
