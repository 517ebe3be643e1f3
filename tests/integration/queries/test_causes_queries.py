"""The causes with everything about them, the weeks under each job and manager, and the list as it was changed."""

from datetime import date

import pytest
from pytest_django import DjangoAssertNumQueries
from tests.factories import (
    MONDAY,
    a_checkin,
    a_circumstance,
    a_correction,
    a_job,
    a_note,
    a_profile_edit,
    a_want,
    weeks_before,
)

from unrut.core.reflect.following import Spell, Verdict
from unrut.core.reflect.profile_edits import Column
from unrut.models import CircumstanceKind, NoteKind, Person, ProfileColumn
from unrut.queries.causes import examined
from unrut.queries.circumstances import circumstances, spells_of
from unrut.queries.profile import profile_list
from unrut.queries.reflect import behind

pytestmark = pytest.mark.integration

WEEKS = [weeks_before(count) for count in (3, 2, 1, 0)]


def about(owner: Person, facet: str, kind: str = NoteKind.DISLIKE, *, weeks: int = 1) -> None:
    for count in range(weeks):
        a_correction(a_note(owner, f"Zzz {facet} {count}", kind, weeks_before(count)), facet)


def spells(owner: Person) -> tuple[Spell, ...]:
    read = behind(owner)
    return spells_of(owner, read.picture.weeks, read.notes.values())


def test_severity_comes_from_the_words_and_the_score_of_the_week(alice: Person) -> None:
    a_checkin(alice, MONDAY, satisfaction=0, boredom=10, dread=10)
    a_correction(a_note(alice, "I hate the forms"), "pointless_work")

    (cause,) = [cause for cause in behind(alice).picture.causes if cause.facet == "pointless_work"]

    assert cause.severity == pytest.approx(0.75 * 0.7 + 0.25 * 1.0)


def test_scores_are_those_of_weeks_with_enough_signs(alice: Person, bob: Person) -> None:
    a_checkin(alice, MONDAY, satisfaction=4, boredom=4, dread=4)
    a_checkin(alice, weeks_before(1))

    read = behind(alice)

    assert (list(read.scores), read.picture.weeks) == ([MONDAY], (weeks_before(1), MONDAY))


def test_facet_only_read_is_unconfirmed(alice: Person) -> None:
    a_note(alice, "The train")
    a_correction(a_note(alice, "The train, late", week=weeks_before(1)), "commute")

    (cause,) = behind(alice).picture.causes

    assert cause.unconfirmed == (MONDAY,)


def test_wants_of_the_person_weigh_the_causes(alice: Person, bob: Person) -> None:
    about(alice, "commute", weeks=4)
    about(alice, "autonomy", weeks=6)
    a_want(alice, "commute", weight=100)
    a_want(alice, "autonomy", weight=20)

    causes = behind(alice).picture.causes

    assert [(cause.facet, cause.weight) for cause in causes] == [("commute", 1.5), ("autonomy", 2 / 3)]


def test_examined_finds_both_sides_of_a_facet(alice: Person, bob: Person) -> None:
    about(alice, "autonomy", weeks=6)
    about(alice, "autonomy", NoteKind.LIKE, weeks=2)

    found = examined(alice)

    weighs, lifts = found.cause("autonomy"), found.energy("autonomy")
    assert weighs is not None
    assert lifts is not None
    assert (len(weighs.weeks), len(lifts.weeks), found.cause("commute"), found.energy("commute")) == (
        6,
        2,
        None,
        None,
    )
    assert found.closely(weighs).chances == found.study.chances["autonomy"]
    assert next(rated.remedy.id for rated in found.remedies("autonomy")) == "talk_to_manager"
    assert set(found.notes) == set(found.read.notes)


def test_examined_says_the_same_twice(alice: Person) -> None:
    about(alice, "autonomy", weeks=6)

    assert examined(alice) == examined(alice)


@pytest.mark.parametrize("rows", [1, 3])
def test_examined_takes_the_same_queries_however_many(
    alice: Person, rows: int, django_assert_num_queries: DjangoAssertNumQueries
) -> None:
    for count in range(rows):
        about(alice, "autonomy", weeks=rows)
        a_circumstance(alice, f"Manager {count}")
        a_job(alice, f"Job {count}", is_present=False)

    with django_assert_num_queries(7):
        examined(alice)


def test_week_belongs_to_the_job_its_notes_were_written_in(alice: Person, bob: Person) -> None:
    old = a_job(alice, "Clerk", company="Mill", is_present=False, started_on=date(2020, 1, 1))
    new = a_job(alice, "Analyst", started_on=weeks_before(1))
    a_note(alice, week=weeks_before(3), job=old)
    a_note(alice, week=MONDAY, job=old)
    a_checkin(alice, weeks_before(2))
    a_checkin(alice, weeks_before(1))

    found = spells(alice)

    assert found == (
        Spell("job", "Clerk, Mill", (weeks_before(3), weeks_before(2), weeks_before(1), MONDAY)),
        Spell("job", "Analyst", (weeks_before(1),)),
    )
    assert new.title == found[1].name


def test_job_without_a_beginning_has_only_the_weeks_of_its_notes(alice: Person) -> None:
    job = a_job(alice, "Clerk")
    a_note(alice, week=MONDAY, job=job)
    a_checkin(alice, weeks_before(1))

    assert spells(alice) == (Spell("job", "Clerk", (MONDAY,)),)


def test_circumstance_has_the_weeks_between_its_days(alice: Person, bob: Person) -> None:
    for week in WEEKS:
        a_checkin(alice, week)
    a_circumstance(alice, "North", kind=CircumstanceKind.TEAM, started_on=WEEKS[1], ended_on=WEEKS[3])

    assert spells(alice) == (Spell("team", "North", tuple(WEEKS[1:3])),)


def test_circumstances_are_those_of_the_person_oldest_first(alice: Person, bob: Person) -> None:
    later = a_circumstance(alice, "Ben", started_on=MONDAY)
    earlier = a_circumstance(alice, "Dora")

    assert circumstances(alice) == [earlier, later]


def test_cause_under_two_managers_came_along(alice: Person) -> None:
    about(alice, "autonomy", weeks=12)
    a_circumstance(alice, "Dora", ended_on=weeks_before(5))
    a_circumstance(alice, "Ben", started_on=weeks_before(5))
    found = examined(alice)

    (following,) = found.closely(found.study.picture.causes[0]).following

    assert following.verdict is Verdict.CAME_ALONG


def test_list_is_computed_and_changed(alice: Person, bob: Person) -> None:
    about(alice, "autonomy", weeks=2)
    a_profile_edit(alice, "Nobody over my shoulder", facet="autonomy", column=ProfileColumn.AVOID)
    a_profile_edit(alice, facet="autonomy", text="", is_left_out=True)
    own = a_profile_edit(alice, "A desk by a window")

    found = profile_list(alice, behind(alice))

    assert [(line.text, line.edit) for line in found.look_for] == [("A desk by a window", own.pk)]
    assert [(line.facet, line.text, line.notes) for line in found.avoid] == [
        ("autonomy", "Nobody over my shoulder", behind(alice).picture.causes[0].notes)
    ]
    assert [(line.column, line.facet) for line in found.left_out] == [(Column.LOOK_FOR, "autonomy")]


def test_line_that_is_no_longer_among_the_first_keeps_its_notes(alice: Person) -> None:
    for facet in ("commute", "pay_benefits", "workload_pace", "coworkers", "fairness"):
        about(alice, facet, weeks=3)
    about(alice, "autonomy")
    about(alice, "task_variety", NoteKind.LIKE)
    a_profile_edit(alice, "No sign-offs", facet="autonomy", column=ProfileColumn.AVOID)
    a_profile_edit(alice, "Something new", facet="task_variety")

    read = behind(alice)
    found = profile_list(alice, read)

    kept = [line for line in (*found.look_for, *found.avoid) if not line.is_current]
    assert [(line.text, [read.notes[key].text for key in line.notes]) for line in kept] == [
        ("Something new", ["Zzz task_variety 0"]),
        ("No sign-offs", ["Zzz autonomy 0"]),
    ]
