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
from unrut.services.reflect import NOTHING_ANSWERED, CheckInAnswers, Lines, nothing_answered, save_week
from unrut.wording.reflect import lead
from unrut.wording.sittings import answers_of_a_week_away, named_week, off_day

LINES = ("liked", "disliked", "moved")


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
    stored = checkin_of(owner, monday_of(week))
    answers = _merged(stored, given)
    written = Lines(*("\n".join(given.get(name) or ()) for name in LINES))
    if not _is_given(given) or nothing_answered(owner, week, answers, written):
        raise InvalidInputError(f"{NOTHING_ANSWERED} Give an answer, like: unrut checkin --satisfaction 6.")
    revision = stored.revision if stored else 0
    return save_week(owner, week, answers, written, today=today, revision=revision)


def lines(owner: Person, kept: CheckIn, given: Mapping[str, Any], *, today: date) -> list[str]:
    """What was kept and what was not, whether it came late, and what all weeks together say now."""
    told = [f"Kept for the {named_week(kept.week, today=today)}."]
    if not kept.at_work and any(given.get(name) is not None for name in (*SIGNS, "hours")):
        told.append(answers_of_a_week_away())
    if is_late(owner, kept):
        late = off_day(kept.week, kept.answered_on, sitting_day(owner).offset)
        told.extend([late] if late else [])
    return [*told, lead(behind(owner).picture)]


def values(owner: Person, kept: CheckIn) -> dict[str, Any]:
    """The week as it is stored now; a late one is left out of the comparison of weeks."""
    return {
        "week": kept.week,
        "at_work": kept.at_work,
        **{sign: getattr(kept, sign) for sign in SIGNS},
        "hours": kept.hours,
        "revision": kept.revision,
        "is_late": is_late(owner, kept),
    }


def _is_given(given: Mapping[str, Any]) -> bool:
    """Whether anything was said: a line of blanks says nothing."""
    has_lines = any(text.strip() for name in LINES for text in given.get(name) or ())
    return has_lines or any(given.get(name) is not None for name in (*SIGNS, "hours", "away"))


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
