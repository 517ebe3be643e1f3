"""Points ahead and what would have to be true for them: set, broken into rungs, shown to be true, reached."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from datetime import date, timedelta

from django.db import transaction
from django.db.models import Max

from unrut.core.errors import InvalidInputError
from unrut.core.milestones.contrast import Answer
from unrut.core.milestones.ladders import Rung, Size, shipped_ladders
from unrut.models import Accomplishment, Milestone, Person
from unrut.models.milestone import LARGEST_SIZE
from unrut.queries.scope import of, one
from unrut.services.accomplishments import EARLIEST
from unrut.services.reflect import lines_of

LONGEST_NAME, LONGEST_ANSWER = 300, 2_000
MOST_RUNGS, MOST_MILESTONES = 100, 50
LONGEST_WAIT = timedelta(days=40 * 366)
SHARES = (0, 25, 50, 75)


@dataclass(frozen=True, slots=True)
class ToldMilestone:
    """A point ahead as it is typed."""

    name: str
    test: str = ""
    due_on: date | None = None


@dataclass(frozen=True, slots=True)
class ToldRung:
    """Something that would have to be true, as it is typed; `size` in sittings, `done_share` in percent."""

    name: str
    test: str = ""
    size: int = Size.MEDIUM.sittings
    done_share: int = 0
    earliest_on: date | None = None


def set_milestone(
    owner: Person, told: ToldMilestone, *, today: date, ladder: str = "", expectations: Sequence[str] = ()
) -> Milestone:
    """Set a point ahead, with the rungs of a ladder, or with one for each expectation where there are any.

    Raises InvalidInputError.
    """
    if of(Milestone, owner).filter(goal=None, parent=None, reached_on=None).count() >= MOST_MILESTONES:
        raise InvalidInputError(
            f"You have {MOST_MILESTONES} milestones ahead already. Reach or remove one before you set another."
        )
    rungs = [Rung(line, "", Size.MEDIUM) for line in _checked_lines(expectations)] or _rungs_of(ladder)
    fields = _checked_milestone(told, today)
    with transaction.atomic():
        milestone = Milestone.objects.create(
            owner=owner, started_on=today, position=_next_position(owner, None), **fields
        )
        for rung in rungs:
            add_rung(owner, milestone.pk, ToldRung(rung.name, rung.test, rung.size.sittings), today=today)
    return milestone


def change_milestone(owner: Person, milestone_id: int, told: ToldMilestone, *, today: date) -> Milestone:
    """Correct a point ahead of one's own.

    Raises MissingError, InvalidInputError.
    """
    milestone = _own(owner, milestone_id)
    return _changed(milestone, _checked_milestone(told, today, before=milestone.due_on))


def remove_milestone(owner: Person, milestone_id: int) -> Milestone:
    """Remove a point ahead of one's own with its rungs, or one rung. Accomplishments stay.

    Raises MissingError, InvalidInputError for one that a plan drew.
    """
    milestone = _own(owner, milestone_id)
    milestone.delete()
    return milestone


def reach_milestone(owner: Person, milestone_id: int, *, on: date | None, today: date) -> Milestone:
    """Mark a milestone or rung as reached on a day, or as not reached after all (None).

    Raises MissingError, InvalidInputError for a day that has not come or lies before any working life.
    """
    if on is not None and not EARLIEST <= on <= today:
        raise InvalidInputError(f"{_day(on)} cannot be the day. Give a day from {EARLIEST.year} to today.")
    return _changed(one(Milestone, owner, milestone_id), {"reached_on": on})


def add_rung(owner: Person, milestone_id: int, told: ToldRung, *, today: date) -> Milestone:
    """Say one more thing that would have to be true; it comes last.

    Raises MissingError, InvalidInputError.
    """
    parent = _own_point(owner, milestone_id)
    if of(Milestone, owner).filter(parent=parent).count() >= MOST_RUNGS:
        raise InvalidInputError(
            f"This milestone has {MOST_RUNGS} rungs already. Join some, or make one of them a milestone of its own."
        )
    fields = _checked_rung(told, today)
    return Milestone.objects.create(
        owner=owner, parent=parent, started_on=today, position=_next_position(owner, parent), **fields
    )


def change_rung(owner: Person, rung_id: int, told: ToldRung, *, today: date) -> Milestone:
    """Correct a rung.

    Raises MissingError, InvalidInputError.
    """
    return _changed(_rung(owner, rung_id), _checked_rung(told, today))


def move_rung(owner: Person, rung_id: int, *, up: bool) -> Milestone:
    """Let a rung come one place sooner (`up`) or later; at either end it stays.

    Raises MissingError, InvalidInputError.
    """
    rung = _rung(owner, rung_id)
    rungs = list(of(Milestone, owner).filter(parent=rung.parent))
    place = rungs.index(rung)
    other = place - 1 if up else place + 1
    if 0 <= other < len(rungs):
        rungs[place], rungs[other] = rungs[other], rungs[place]
        _number(owner, rungs)
    return rung


def split_rung(owner: Person, rung_id: int, names: Sequence[str], *, today: date) -> list[Milestone]:
    """Break a rung into two or more smaller ones that share its size; the first keeps what shows it.

    Raises MissingError, InvalidInputError.
    """
    rung = _rung(owner, rung_id)
    lines = _checked_lines(names)
    if len(lines) < 2:  # noqa: PLR2004 - two parts are the least there are
        raise InvalidInputError("Name at least two parts, a line each. Each should be true or not by itself.")
    share = max(1, round((rung.size or Size.MEDIUM.sittings) / len(lines)))
    with transaction.atomic():
        after = list(of(Milestone, owner).filter(parent=rung.parent))
        place = after.index(rung)
        _changed(rung, {"name": lines[0], "size": share, "done_share": 0})
        parts = [
            add_rung(owner, rung.parent_id or 0, ToldRung(line, size=share), today=today)
            for line in lines[1:]
        ]
        _number(owner, [*after[: place + 1], *parts, *after[place + 1 :]])
    return [rung, *parts]


def show_by(owner: Person, milestone_id: int, accomplishment_ids: Iterable[int]) -> Milestone:
    """Add accomplishments that show a milestone or rung to be true, wholly or in part.

    Raises MissingError.
    """
    milestone = one(Milestone, owner, milestone_id)
    milestone.shown_by.add(*[one(Accomplishment, owner, key) for key in accomplishment_ids])
    return milestone


def show_no_more(owner: Person, milestone_id: int, accomplishment_id: int) -> Milestone:
    """Take back that an accomplishment shows a milestone or rung.

    Raises MissingError.
    """
    milestone = one(Milestone, owner, milestone_id)
    milestone.shown_by.remove(one(Accomplishment, owner, accomplishment_id))
    return milestone


def answer_contrast(owner: Person, milestone_id: int, question: str, text: str) -> Milestone:
    """Answer one of the four questions of mental contrasting; an empty answer takes it back.

    Raises MissingError, InvalidInputError.
    """
    if question not in list(Answer):
        raise InvalidInputError(f'"{question}" is none of the questions. Answer {", ".join(Answer)}.')
    answer = " ".join(lines_of(text))
    if len(answer) > LONGEST_ANSWER:
        raise InvalidInputError(
            f"This has {len(answer):,} characters; {LONGEST_ANSWER:,} is the most. A sentence or two will do."
        )
    return _changed(_own_point(owner, milestone_id), {question: answer})


def _changed(milestone: Milestone, fields: dict[str, object]) -> Milestone:
    for name, value in fields.items():
        setattr(milestone, name, value)
    milestone.save(update_fields=list(fields))
    return milestone


def _own(owner: Person, milestone_id: int) -> Milestone:
    """A point ahead or rung that no plan drew."""
    milestone = one(Milestone, owner, milestone_id)
    if milestone.goal_id is not None:
        raise InvalidInputError(
            "This milestone belongs to your plan. Change the plan, or set a milestone of your own."
        )
    return milestone


def _own_point(owner: Person, milestone_id: int) -> Milestone:
    milestone = _own(owner, milestone_id)
    if milestone.parent_id is not None:
        raise InvalidInputError("This is a rung already. Split it, or add a rung to its milestone.")
    return milestone


def _rung(owner: Person, rung_id: int) -> Milestone:
    rung = _own(owner, rung_id)
    if rung.parent_id is None:
        raise InvalidInputError("This is a milestone, not one of its rungs. Choose a rung.")
    return rung


def _rungs_of(ladder: str) -> Sequence[Rung]:
    ladders = shipped_ladders()
    if ladder and ladder not in ladders:
        raise InvalidInputError(f'There is no ladder called "{ladder}". Choose one of {", ".join(ladders)}.')
    return ladders[ladder].rungs if ladder else ()


def _next_position(owner: Person, parent: Milestone | None) -> int:
    rows = of(Milestone, owner).filter(goal=None, parent=parent)
    highest = rows.aggregate(highest=Max("position"))["highest"]
    return 0 if highest is None else int(highest) + 1


def _number(owner: Person, rungs: Sequence[Milestone]) -> None:
    for position, rung in enumerate(rungs):
        rung.position = position
    of(Milestone, owner).bulk_update(rungs, ["position"])


def _checked_milestone(told: ToldMilestone, today: date, *, before: date | None = None) -> dict[str, object]:
    """The fields of a point ahead; a day that passed since may stay as it was."""
    if told.due_on is not None and told.due_on != before and told.due_on <= today:
        raise InvalidInputError(
            f"{_day(told.due_on)} is not ahead. Give a later day, or leave it open; what you have reached belongs "
            "among the things you got done."
        )
    return {
        "name": _checked_name(told.name),
        "test": _checked_test(told.test),
        "due_on": _checked_ahead(told.due_on, today),
    }


def _checked_rung(told: ToldRung, today: date) -> dict[str, object]:
    if not 1 <= told.size <= LARGEST_SIZE:
        raise InvalidInputError(
            f"A rung of {told.size} sittings cannot be. Give 1 to {LARGEST_SIZE}, or choose small, medium or large."
        )
    if told.done_share not in SHARES:
        raise InvalidInputError(
            f"{told.done_share} % is no answer. Say nothing, a quarter, half or three quarters of it."
        )
    return {
        "name": _checked_name(told.name),
        "test": _checked_test(told.test),
        "size": told.size,
        "done_share": told.done_share,
        "earliest_on": _checked_ahead(told.earliest_on, today),
    }


def _checked_name(name: str) -> str:
    line = " ".join(lines_of(name))
    if not line:
        raise InvalidInputError("It has no name. Say in a few words what will be true.")
    if len(line) > LONGEST_NAME:
        raise InvalidInputError(
            f"The name has {len(line)} characters; {LONGEST_NAME} is the most. Shorten it."
        )
    return line


def _checked_test(test: str) -> str:
    line = " ".join(lines_of(test))
    if len(line) > LONGEST_ANSWER:
        raise InvalidInputError(
            f"How you will know takes {len(line):,} characters; {LONGEST_ANSWER:,} is the most. Shorten it."
        )
    return line


def _checked_ahead(day: date | None, today: date) -> date | None:
    if day is None:
        return None
    if day < EARLIEST:
        raise InvalidInputError(f"{day.year} is too long ago. Give a day to come.")
    if day > today + LONGEST_WAIT:
        raise InvalidInputError(f"{_day(day)} is more than forty years away. Choose a nearer day.")
    return day


def _checked_lines(lines: Sequence[str]) -> list[str]:
    found = list(dict.fromkeys(_checked_name(line) for text in lines for line in lines_of(text)))
    if len(found) > MOST_RUNGS:
        raise InvalidInputError(
            f"{len(found)} expectations are too many for one milestone. Give {MOST_RUNGS} at most."
        )
    return found


def _day(day: date) -> str:
    return f"{day.day} {day:%B} {day.year}"
