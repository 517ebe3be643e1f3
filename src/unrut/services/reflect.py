"""The weekly sitting: answers, notes, and corrections of how notes are read."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import date, timedelta
from decimal import Decimal

from django.db import IntegrityError, transaction
from django.db.models import F, Q

from unrut.clock import monday_of
from unrut.core.errors import InvalidInputError
from unrut.core.facets import shipped_vocabulary
from unrut.errors import ConflictError
from unrut.models import (
    SIGNS,
    Accomplishment,
    AccomplishmentSource,
    CheckIn,
    Correction,
    Job,
    Note,
    NoteKind,
    Person,
)
from unrut.models.checkin import HIGHEST_SIGN, HOURS_IN_A_WEEK
from unrut.models.note import LONGEST_NOTE
from unrut.queries.scope import of, one

_BULLETS = "-*•–· \t"
NOTHING_ANSWERED = "Nothing was answered, so nothing was kept."
EARLIEST_WEEK = date(1940, 1, 1)
"""A Monday; whoever uses this has worked in no week before it."""
_LAST_WORKING_DAY = timedelta(days=4)
_LAST_DAY = timedelta(days=6)


@dataclass(frozen=True, slots=True)
class CheckInAnswers:
    """Answers of a sitting; a sign that was not answered is absent."""

    signs: Mapping[str, int]
    at_work: bool = True
    hours: Decimal | None = None


@dataclass(frozen=True, slots=True)
class Lines:
    """What was written in a sitting, a thing a line."""

    liked: str = ""
    disliked: str = ""
    moved: str = ""


def save_week(
    owner: Person, week: date, answers: CheckInAnswers, lines: Lines, *, today: date, revision: int
) -> CheckIn:
    """Save a whole sitting at once: all of it or nothing.

    `revision` is that of the check-in the person saw, 0 when there was none.
    Raises ConflictError when it was saved elsewhere meanwhile, InvalidInputError when an answer cannot be right or there is
    nothing to save.
    """
    if nothing_answered(owner, _a_week(week, today), answers, lines):
        raise InvalidInputError(NOTHING_ANSWERED)
    with transaction.atomic():
        checkin = save_checkin(owner, week, answers, today=today, revision=revision)
        add_notes(owner, NoteKind.LIKE, lines.liked, week=week, today=today)
        add_notes(owner, NoteKind.DISLIKE, lines.disliked, week=week, today=today)
        add_moved(owner, checkin, lines.moved, today=today)
    return checkin


def nothing_answered(owner: Person, week: date, answers: CheckInAnswers, lines: Lines) -> bool:
    """Whether saving would store a week without anything: no answer, no line, and nothing kept of it before."""
    if not answers.at_work or answers.signs or answers.hours is not None:
        return False
    if any(lines_of(text) for text in (lines.liked, lines.disliked, lines.moved)):
        return False
    monday = monday_of(week)
    return not (
        of(CheckIn, owner).filter(week=monday).exists() or of(Note, owner).filter(week=monday).exists()
    )


def save_checkin(
    owner: Person, week: date, answers: CheckInAnswers, *, today: date, revision: int
) -> CheckIn:
    """Create or change the check-in of a week. Raises as `save_week`."""
    week = _a_week(week, today)
    _check_answers(answers)
    fields = {
        "answered_on": today,
        "at_work": answers.at_work,
        "hours": answers.hours if answers.at_work else None,
        **{sign: answers.signs.get(sign) if answers.at_work else None for sign in SIGNS},
    }
    with transaction.atomic():
        if revision:
            _change_checkin(owner, week, fields, revision)
        else:
            _create_checkin(owner, week, fields)
        return of(CheckIn, owner).get(week=week)


def add_notes(owner: Person, kind: str, text: str, *, week: date, today: date) -> list[Note]:
    """Add one note a line. A line the week already holds is not added again.

    Raises InvalidInputError when a line is too long.
    """
    week = _a_week(week, today)
    job = _job_in(owner, week)
    with transaction.atomic():
        # Not get_or_create: sorting a note can make two of a week alike, and it stumbles over the second.
        return [
            of(Note, owner).filter(week=week, kind=kind, text=line).first()
            or Note.objects.create(owner=owner, week=week, kind=kind, text=line, written_on=today, job=job)
            for line in lines_of(text)
        ]


def _job_in(owner: Person, week: date) -> Job | None:
    """The job a person had in a week: of several the one begun last. One without any dates is that of now alone."""
    known = of(Job, owner).filter(
        Q(is_present=True) | Q(started_on__isnull=False) | Q(ended_on__isnull=False)
    )
    begun = known.filter(Q(started_on__isnull=True) | Q(started_on__lte=week + _LAST_DAY))
    held = begun.filter(Q(ended_on__isnull=True) | Q(ended_on__gte=week))
    return held.order_by(F("started_on").desc(nulls_last=True), "is_present", "id").first()


def add_moved(owner: Person, checkin: CheckIn, text: str, *, today: date) -> list[Accomplishment]:
    """What moved forward in a week becomes accomplishments, dated within that week."""
    day = min(today, checkin.week + _LAST_WORKING_DAY)
    return [
        of(Accomplishment, owner).get_or_create(
            owner=owner,
            checkin=checkin,
            text=line,
            defaults={"happened_on": day, "source": AccomplishmentSource.WEEK},
        )[0]
        for line in lines_of(text)
    ]


def sort_note(owner: Person, note_id: int, kind: str) -> Note:
    """Say whether a note was liked or disliked.

    Raises MissingError, InvalidInputError.
    """
    if kind not in NoteKind.values:
        raise InvalidInputError(f'"{kind}" is not a kind of note. Say like or dislike.')
    note = one(Note, owner, note_id)
    note.kind = kind
    note.save(update_fields=["kind"])
    return note


def correct_note(owner: Person, note_id: int, facet: str, *, holds: bool) -> Note:
    """Confirm, add (`holds`) or remove a facet of a note.

    Raises MissingError when the note is not this person's, InvalidInputError when there is no such facet.
    """
    if facet not in shipped_vocabulary():
        raise InvalidInputError(f'"{facet}" is not one of the thirty facets. Choose one from the list.')
    note = one(Note, owner, note_id)
    Correction.objects.update_or_create(owner=owner, note=note, facet=facet, defaults={"holds": holds})
    return note


def remove_note(owner: Person, note_id: int) -> Note:
    """Remove a note for good.

    Raises MissingError.
    """
    note = one(Note, owner, note_id)
    note.delete()
    return note


def lines_of(text: str) -> list[str]:
    """The lines that say something, without bullets and without signs no store can hold.

    Raises InvalidInputError when a line is longer than a note may be.
    """
    storable = text.replace("\x00", "").encode("utf-8", "replace").decode("utf-8")
    lines = [line.strip().lstrip(_BULLETS).strip() for line in storable.splitlines()]
    for line in lines:
        if len(line) > LONGEST_NOTE:
            raise InvalidInputError(
                f"One line has {len(line):,} characters; a note holds {LONGEST_NOTE:,}. "
                "Break it into several lines and save again."
            )
    return [line for line in lines if line]


def _create_checkin(owner: Person, week: date, fields: Mapping[str, object]) -> None:
    try:
        with transaction.atomic():
            CheckIn.objects.create(owner=owner, week=week, **fields)
    except IntegrityError as error:
        raise _saved_elsewhere() from error


def _change_checkin(owner: Person, week: date, fields: Mapping[str, object], revision: int) -> None:
    """Only new answers move the day they were given on; hours or notes added later leave it."""
    seen = of(CheckIn, owner).filter(week=week, revision=revision)
    before = seen.first()
    if before and all(getattr(before, sign) == fields[sign] for sign in SIGNS):
        fields = {**fields, "answered_on": before.answered_on}
    if not seen.update(**fields, revision=F("revision") + 1):
        raise _saved_elsewhere()


def _saved_elsewhere() -> ConflictError:
    return ConflictError(
        "This week was saved in another tab or on the command line meanwhile. "
        "What is stored now is shown beside your answers; look at both and save again."
    )


def _a_week(week: date, today: date) -> date:
    """The Monday of the week.

    Raises InvalidInputError for a week that has not begun or lies before any working life.
    """
    if monday_of(week) > monday_of(today):
        raise InvalidInputError(
            f"The week of {week:%d %B %Y} has not begun. Write about this week or an earlier one."
        )
    if monday_of(week) < EARLIEST_WEEK:
        raise InvalidInputError(
            f"{week.year} is too long ago. Write about a week from {EARLIEST_WEEK.year} to this one."
        )
    return monday_of(week)


def _check_answers(answers: CheckInAnswers) -> None:
    for sign, value in answers.signs.items():
        if sign not in SIGNS or not 0 <= value <= HIGHEST_SIGN:
            raise InvalidInputError(
                f"{sign} is {value}. Answer each of {_listed(SIGNS)} with 0 to {HIGHEST_SIGN}."
            )
    if answers.hours is not None and not 0 <= answers.hours <= HOURS_IN_A_WEEK:
        raise InvalidInputError(
            f"{answers.hours} hours do not fit in a week. Give the hours as 0 to {HOURS_IN_A_WEEK}."
        )


def _listed(names: Sequence[str]) -> str:
    return ", ".join(names)
