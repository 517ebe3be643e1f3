"""The weekly sitting on the command line."""

from collections.abc import Mapping
from datetime import date
from typing import Any

from unrut.clock import monday_of
from unrut.core.errors import InvalidInputError
from unrut.core.facets import shipped_vocabulary
from unrut.models import SIGNS, CheckIn, Person
from unrut.queries.reflect import behind, checkin_of
from unrut.queries.sittings import is_late, sign_order, sitting_day
from unrut.services.reflect import CheckInAnswers, Lines, save_week
from unrut.wording.numbers import week_name
from unrut.wording.reflect import lead
from unrut.wording.sittings import off_day


def questions(owner: Person, week: date) -> dict[str, str]:
    """What is asked, in the words of the vocabulary; the signs in the order of this person's week."""
    signs = shipped_vocabulary().signs
    asked = {
        name: f"{signs[name].item} (0 {signs[name].anchors[0]}, 10 {signs[name].anchors[1]})"
        for name in sign_order(owner, monday_of(week))
    }
    return {
        **asked,
        "liked": "What did you like? One thing a line",
        "disliked": "What did you not like? One thing a line",
        "moved": "What moved forward? One thing a line",
    }


def keep(owner: Person, week: date, given: Mapping[str, Any], *, today: date) -> CheckIn:
    """Save what was given over what is stored for the week.

    Raises InvalidInputError when nothing was given or an answer cannot be right, ConflictError.
    """
    if not any(value not in {None, ()} for value in given.values()):
        raise InvalidInputError(
            "Nothing was answered, so nothing was kept. Give an answer, like: unrut checkin --satisfaction 6."
        )
    stored = checkin_of(owner, monday_of(week))
    lines = Lines(*("\n".join(given.get(name) or ()) for name in ("liked", "disliked", "moved")))
    revision = stored.revision if stored else 0
    return save_week(owner, week, _merged(stored, given), lines, today=today, revision=revision)


def lines(owner: Person, kept: CheckIn) -> list[str]:
    """What was kept, whether it came late, and what all weeks together say now."""
    told = [f"Kept for the {week_name(kept.week)}."]
    if kept.at_work and (late := off_day(kept.week, kept.answered_on, sitting_day(owner).offset)):
        told.append(late)
    return [*told, lead(behind(owner).picture)]


def values(owner: Person, kept: CheckIn) -> dict[str, Any]:
    """The week as it is stored now; a late one is left out of the comparison of weeks."""
    return {
        "week": kept.week,
        "at_work": kept.at_work,
        **{sign: getattr(kept, sign) for sign in SIGNS},
        "hours": kept.hours,
        "revision": kept.revision,
        "is_late": kept.at_work and is_late(owner, kept),
    }


def _merged(stored: CheckIn | None, given: Mapping[str, Any]) -> CheckInAnswers:
    """What is given wins over what is stored. An answer about work means that one was there."""
    told = {sign: given[sign] for sign in SIGNS if given.get(sign) is not None}
    hours = given.get("hours")
    away = given.get("away")
    if away is None:
        away = stored is not None and not stored.at_work and not told and hours is None
    if stored is not None:
        before = {sign: getattr(stored, sign) for sign in SIGNS if getattr(stored, sign) is not None}
        told, hours = before | told, stored.hours if hours is None else hours
    return CheckInAnswers(signs=told, at_work=not away, hours=hours)
