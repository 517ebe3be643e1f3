"""When a person sits down for the week, and which of their answers came too late to compare."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date, time
from itertools import compress

from unrut.core.reflect.sittings import (
    in_random_order,
    on_time,
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
        return SittingDay(preference.sitting_offset, preference.sitting_time, is_chosen=True)
    return SittingDay(usual_offset(_offsets(_answered(owner))), preference.sitting_time, is_chosen=False)


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
    """The check-ins at work that were answered near the day usual at that time or near the chosen one, oldest first."""
    return on_time_of(owner, _answered(owner))


def on_time_of(owner: Person, answered: Sequence[CheckIn]) -> list[CheckIn]:
    """As `on_time_checkins`, from all check-ins at work as they were read already, oldest first."""
    held = on_time(_offsets(answered), preference_of(owner).sitting_offset)
    return list(compress(answered, held))


def is_late(owner: Person, checkin: CheckIn) -> bool:
    """Whether a check-in at work was answered too far from the usual day, so that the signal leaves it out."""
    return checkin.at_work and checkin not in on_time_checkins(owner)


def _answered(owner: Person) -> list[CheckIn]:
    return list(of(CheckIn, owner).filter(at_work=True))


def _offsets(answered: Sequence[CheckIn]) -> list[int]:
    return [(checkin.answered_on - checkin.week).days for checkin in answered]
