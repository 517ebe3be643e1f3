"""A sitting is saved whole or not at all, and what was written is kept as it was written."""

from datetime import date, timedelta
from decimal import Decimal
from typing import Any

import pytest
from tests.factories import MONDAY, a_checkin, a_job, a_note, an_accomplishment, weeks_before

from unrut.core.errors import InvalidInputError
from unrut.errors import ConflictError
from unrut.models import Accomplishment, CheckIn, Note, NoteKind, Person
from unrut.queries.scope import of
from unrut.services.milestones import EARLIEST
from unrut.services.reflect import (
    CheckInAnswers,
    Lines,
    add_moved,
    add_notes,
    save_checkin,
    save_week,
    sort_note,
)

pytestmark = pytest.mark.integration

LONGEST = 20_000
ALL_SIGNS = {"satisfaction": 0, "boredom": 10, "dread": 3, "drive": 4, "learning": 5, "energy": 6}


def stored_notes(owner: Person) -> list[tuple[date, str, str]]:
    return list(of(Note, owner).values_list("week", "kind", "text"))


def stored_checkin(owner: Person) -> dict[str, Any]:
    (row,) = of(CheckIn, owner).values("week", "answered_on", "at_work", "hours", "revision", *ALL_SIGNS)
    return dict(row)


def a_note_line(owner: Person, text: str, today: date) -> list[Note]:
    return add_notes(owner, NoteKind.LIKE, text, week=MONDAY, today=today)


def test_week_is_saved_with_everything_that_was_written(alice: Person, today: date) -> None:
    lines = Lines(liked="- A calm day\n\n* A good lunch", disliked="The report", moved="Sent the offer")

    save_week(alice, today, CheckInAnswers(ALL_SIGNS, hours=Decimal("41.5")), lines, today=today, revision=0)

    assert stored_checkin(alice) == {
        "week": MONDAY,
        "answered_on": today,
        "at_work": True,
        "hours": Decimal("41.5"),
        "revision": 1,
        **ALL_SIGNS,
    }
    assert stored_notes(alice) == [
        (MONDAY, "like", "A calm day"),
        (MONDAY, "like", "A good lunch"),
        (MONDAY, "dislike", "The report"),
    ]
    assert list(of(Accomplishment, alice).values_list("text", "happened_on")) == [("Sent the offer", today)]


@pytest.mark.parametrize(
    ("signs", "answered_on"),
    [({"drive": 3}, date(2026, 11, 20)), ({"drive": 4}, date(2026, 11, 30)), ({}, date(2026, 11, 30))],
)
def test_only_new_answers_move_the_day_they_were_given_on(
    alice: Person, today: date, signs: dict[str, int], answered_on: date
) -> None:
    first = save_checkin(alice, MONDAY, CheckInAnswers({"drive": 3}), today=today, revision=0)

    later = save_checkin(
        alice,
        MONDAY,
        CheckInAnswers(signs, hours=Decimal(40)),
        today=date(2026, 11, 30),
        revision=first.revision,
    )

    assert (later.answered_on, later.hours) == (answered_on, Decimal(40))


def test_week_with_one_wrong_part_is_not_saved_at_all(alice: Person, today: date) -> None:
    lines = Lines(liked="A calm day", moved="x" * (LONGEST + 1))

    with pytest.raises(InvalidInputError):
        save_week(alice, MONDAY, CheckInAnswers({}), lines, today=today, revision=0)

    assert (of(CheckIn, alice).count(), stored_notes(alice)) == (0, [])


def test_week_saved_a_second_time_counts_its_saves_and_adds_no_line_twice(alice: Person, today: date) -> None:
    lines = Lines(liked="A calm day", moved="Sent the offer")
    save_week(alice, MONDAY, CheckInAnswers({"drive": 3}), lines, today=today, revision=0)

    saved = save_week(alice, MONDAY, CheckInAnswers({"dread": 5}), lines, today=today, revision=1)

    assert (saved.revision, saved.drive, saved.dread) == (2, None, 5)
    assert stored_notes(alice) == [(MONDAY, "like", "A calm day")]
    assert of(Accomplishment, alice).count() == 1


@pytest.mark.parametrize("revision", [0, 2])
def test_week_saved_elsewhere_meanwhile_is_a_conflict(alice: Person, today: date, revision: int) -> None:
    a_checkin(alice, satisfaction=7)

    with pytest.raises(ConflictError) as refused:
        save_week(
            alice,
            MONDAY,
            CheckInAnswers({"satisfaction": 1}),
            Lines("A line"),
            today=today,
            revision=revision,
        )

    assert str(refused.value) == (
        "This week was saved in another tab or on the command line meanwhile. "
        "What is stored now is shown beside your answers; look at both and save again."
    )
    assert (of(CheckIn, alice).get().satisfaction, stored_notes(alice)) == (7, [])


def test_week_that_is_gone_is_a_conflict(alice: Person, today: date) -> None:
    with pytest.raises(ConflictError):
        save_checkin(alice, MONDAY, CheckInAnswers({}), today=today, revision=1)

    assert of(CheckIn, alice).count() == 0


def test_weeks_of_others_are_no_conflict(alice: Person, bob: Person, today: date) -> None:
    saved = save_checkin(alice, MONDAY, CheckInAnswers({"drive": 3}), today=today, revision=0)

    assert (saved.owner, saved.week, saved.revision) == (alice, MONDAY, 1)
    assert of(CheckIn, bob).get().satisfaction == 4


def test_week_away_from_work_has_no_answers(alice: Person, today: date) -> None:
    answers = CheckInAnswers(ALL_SIGNS, at_work=False, hours=Decimal(40))

    saved = save_checkin(alice, MONDAY, answers, today=today, revision=0)

    assert saved.at_work is False
    assert saved.hours is None
    assert [getattr(saved, sign) for sign in ALL_SIGNS] == [None] * 6


@pytest.mark.parametrize("day", [MONDAY, MONDAY + timedelta(days=6), weeks_before(700)])
def test_week_up_to_this_one_is_named_by_its_monday(alice: Person, today: date, day: date) -> None:
    saved = save_checkin(alice, day, CheckInAnswers({}), today=today, revision=0)

    assert saved.week == day - timedelta(days=day.weekday())


def test_week_that_has_not_begun_is_refused(alice: Person, today: date) -> None:
    with pytest.raises(InvalidInputError) as refused:
        save_checkin(alice, date(2026, 11, 23), CheckInAnswers({}), today=today, revision=0)

    assert str(refused.value) == (
        "The week of 23 November 2026 has not begun. Write about this week or an earlier one."
    )


@pytest.mark.parametrize(("sign", "value"), [("drive", -1), ("drive", 11), ("mood", 5)])
def test_answer_off_the_scale_is_refused(alice: Person, today: date, sign: str, value: int) -> None:
    with pytest.raises(InvalidInputError) as refused:
        save_checkin(alice, MONDAY, CheckInAnswers({sign: value}), today=today, revision=0)

    assert str(refused.value) == (
        f"{sign} is {value}. Answer each of satisfaction, boredom, dread, drive, learning, energy with 0 to 10."
    )


@pytest.mark.parametrize("hours", ["0", "37.5", "168"])
def test_hours_of_a_week_are_taken(alice: Person, today: date, hours: str) -> None:
    saved = save_checkin(alice, MONDAY, CheckInAnswers({}, hours=Decimal(hours)), today=today, revision=0)

    assert saved.hours == Decimal(hours)


@pytest.mark.parametrize("hours", ["-0.5", "168.5"])
def test_hours_beyond_a_week_are_refused(alice: Person, today: date, hours: str) -> None:
    with pytest.raises(InvalidInputError) as refused:
        save_checkin(alice, MONDAY, CheckInAnswers({}, hours=Decimal(hours)), today=today, revision=0)

    assert str(refused.value) == f"{hours} hours do not fit in a week. Give the hours as 0 to 168."


def test_note_belongs_to_the_week_the_day_and_the_present_job(alice: Person, today: date) -> None:
    a_job(alice, "Clerk", is_present=False)
    job = a_job(alice, "Analyst")

    (note,) = add_notes(alice, NoteKind.DISLIKE, "The report", week=today, today=today)

    assert (note.week, note.written_on, note.kind, note.text, note.job) == (
        MONDAY,
        today,
        "dislike",
        "The report",
        job,
    )


OLD = {"is_present": False, "started_on": date(2020, 1, 1), "ended_on": weeks_before(3)}


@pytest.mark.parametrize(
    ("jobs", "ago", "title"),
    [
        ([OLD, {"started_on": weeks_before(3) + timedelta(days=1)}], 4, "0"),
        ([OLD, {"started_on": weeks_before(3) + timedelta(days=1)}], 3, "1"),
        ([OLD, {"started_on": weeks_before(1)}], 2, None),
        ([OLD, {"started_on": weeks_before(1) + timedelta(days=6)}], 1, "1"),
        ([OLD, {}], 3, "0"),
        ([OLD, {}], 2, "1"),
        ([{"is_present": False, "ended_on": weeks_before(3)}, {}], 4, "0"),
        ([{"is_present": False}], 0, None),
        ([{}], 100, "0"),
    ],
)
def test_note_belongs_to_the_job_of_its_week(
    alice: Person, today: date, jobs: list[dict[str, Any]], ago: int, title: str | None
) -> None:
    for number, values in enumerate(jobs):
        a_job(alice, str(number), **values)

    (note,) = add_notes(alice, "like", "A talk", week=weeks_before(ago), today=today)

    assert (note.job and note.job.title) == title


def test_note_of_a_person_without_a_job_has_none(alice: Person, bob: Person, today: date) -> None:
    (note,) = a_note_line(alice, "A calm day", today)

    assert note.job is None


def test_line_the_week_holds_already_is_not_added_again(alice: Person, today: date) -> None:
    (first,) = a_note_line(alice, "A calm day", today)

    (again,) = a_note_line(alice, " • A calm day ", today)

    assert again == first
    assert of(Note, alice).count() == 1


def test_line_the_week_holds_twice_is_not_added_again(alice: Person, today: date) -> None:
    first = a_note(alice, "A calm day", NoteKind.LIKE)
    sort_note(alice, a_note(alice, "A calm day", NoteKind.DISLIKE).pk, NoteKind.LIKE)

    (again,) = a_note_line(alice, "A calm day", today)

    assert again == first
    assert of(Note, alice).count() == 2


def test_line_of_another_kind_week_or_person_is_another_note(alice: Person, bob: Person, today: date) -> None:
    a_note(alice, "A calm day", NoteKind.DISLIKE)
    a_note(alice, "A calm day", NoteKind.LIKE, weeks_before(1))
    a_note(bob, "A calm day", NoteKind.LIKE)

    (added,) = a_note_line(alice, "A calm day", today)

    assert of(Note, alice).count() == 3
    assert added.owner == alice


def test_notes_of_a_week_to_come_are_refused(alice: Person, today: date) -> None:
    with pytest.raises(InvalidInputError):
        add_notes(alice, NoteKind.LIKE, "A calm day", week=date(2026, 11, 23), today=today)

    assert of(Note, alice).count() == 0


def test_notes_with_one_line_too_long_are_not_added(alice: Person, today: date) -> None:
    with pytest.raises(InvalidInputError) as refused:
        a_note_line(alice, f"A calm day\n{'x' * 20_001}", today)

    assert str(refused.value) == (
        "One line has 20,001 characters; a note holds 20,000. Break it into several lines and save again."
    )
    assert of(Note, alice).count() == 0


def test_longest_note_is_kept_whole(alice: Person, today: date) -> None:
    (note,) = a_note_line(alice, "🙂" * LONGEST, today)

    assert Note.objects.get(pk=note.pk).text == "🙂" * LONGEST


@pytest.mark.parametrize(
    ("week", "day"),
    [
        (MONDAY, date(2026, 11, 20)),  # a week that runs: today
        (weeks_before(1), date(2026, 11, 13)),  # a week that is over: its Friday
    ],
)
def test_what_moved_is_dated_within_its_week(alice: Person, today: date, week: date, day: date) -> None:
    checkin = a_checkin(alice, week)

    (done,) = add_moved(alice, checkin, "Sent the offer", today=today)

    assert (done.happened_on, done.checkin, done.text) == (day, checkin, "Sent the offer")


def test_what_moved_is_added_once_a_sitting(alice: Person, today: date) -> None:
    checkin = a_checkin(alice)
    an_accomplishment(alice, "Sent the offer")  # by hand: another thing

    for _ in range(2):
        add_moved(alice, checkin, "Sent the offer", today=today)

    assert of(Accomplishment, alice).count() == 2


EMPTY = CheckInAnswers({})


@pytest.mark.parametrize("lines", [Lines(), Lines(liked=" \n-", disliked="\n", moved=" ")])
def test_week_without_anything_is_not_kept(alice: Person, bob: Person, today: date, lines: Lines) -> None:
    with pytest.raises(InvalidInputError) as refused:
        save_week(alice, today, EMPTY, lines, today=today, revision=0)

    assert str(refused.value) == "Nothing was answered, so nothing was kept."
    assert not of(CheckIn, alice).exists()


@pytest.mark.parametrize(
    ("answers", "lines"),
    [
        (CheckInAnswers({"energy": 0}), Lines()),
        (CheckInAnswers({}, hours=Decimal(0)), Lines()),
        (CheckInAnswers({}, at_work=False), Lines()),
        (EMPTY, Lines(moved="Sent the offer")),
    ],
)
def test_week_with_a_single_thing_is_kept(
    alice: Person, today: date, answers: CheckInAnswers, lines: Lines
) -> None:
    save_week(alice, today, answers, lines, today=today, revision=0)

    assert of(CheckIn, alice).get().week == MONDAY


def test_week_that_holds_a_note_may_be_saved_without_answers(alice: Person, today: date) -> None:
    a_note(alice, "A calm day")

    save_week(alice, today, EMPTY, Lines(), today=today, revision=0)

    assert of(CheckIn, alice).get().week == MONDAY


def test_all_answers_of_a_stored_week_may_be_taken_back(alice: Person, today: date) -> None:
    a_checkin(alice, satisfaction=4)

    kept = save_week(alice, today, EMPTY, Lines(), today=today, revision=1)

    assert kept.satisfaction is None


def test_first_week_of_all_is_taken_and_the_one_before_is_not(alice: Person, today: date) -> None:
    first = save_checkin(alice, EARLIEST, CheckInAnswers({"energy": 1}), today=today, revision=0)

    assert first.week == EARLIEST
    with pytest.raises(InvalidInputError) as refused:
        add_notes(alice, NoteKind.LIKE, "Peace", week=EARLIEST - timedelta(days=1), today=today)
    assert str(refused.value) == "1939 is too long ago. Write about a week from 1940 to this one."
