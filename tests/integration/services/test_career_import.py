"""One's own career from a file: jobs each once, the present one with care, and the highest degree."""

from datetime import date
from typing import Any

import pytest
from tests.factories import a_background, a_job

from unrut.importers.people.contract import ReadPeople, ReadPosition, ReadSchool
from unrut.models import Background, Job, Person
from unrut.queries.scope import of
from unrut.services import career_import
from unrut.services.career_import import TakenJobs, background_in, take_positions, take_schooling
from unrut.services.explore import save_job_levels

pytestmark = pytest.mark.integration

TODAY = date(2026, 11, 20)
JAN, MAR, DEC = date(2020, 1, 1), date(2022, 3, 1), date(2022, 12, 31)


def held(title: str = "Editor", company: str = "Mill", **told: Any) -> ReadPosition:
    """A position that is over, told by the month."""
    values = {"started_on": JAN, "ended_on": MAR, "precision": "month", **told}
    return ReadPosition(company, title, **values)


def present(title: str = "Editor", company: str = "Mill", **told: Any) -> ReadPosition:
    values = {"started_on": JAN, "is_present": True, "precision": "month", **told}
    return ReadPosition(company, title, **values)


def take(owner: Person, *positions: ReadPosition) -> TakenJobs:
    return take_positions(owner, positions, today=TODAY)


def jobs(owner: Person) -> list[tuple[Any, ...]]:
    return list(of(Job, owner).values_list("title", "company", "started_on", "ended_on", "is_present"))


def test_positions_become_jobs(alice: Person) -> None:
    told = take(alice, present("Chief editor", started_on=date(2022, 4, 1)), held())

    assert told == TakenJobs(taken=2)
    assert jobs(alice) == [
        ("Editor", "Mill", JAN, date(2022, 3, 31), False),
        ("Chief editor", "Mill", date(2022, 4, 1), None, True),
    ]


def test_same_positions_again_are_known(alice: Person) -> None:
    positions = present("Chief editor"), held(), held("Reader", ended_on=date(2026, 11, 1))
    take(alice, *positions)
    before = jobs(alice)

    assert take(alice, *positions) == TakenJobs()
    assert jobs(alice) == before


@pytest.mark.parametrize(
    ("ended", "precision", "last"),
    [
        (date(2022, 3, 1), "month", date(2022, 3, 31)),
        (date(2022, 1, 1), "year", DEC),
        (date(2022, 6, 1), "year", date(2022, 6, 30)),
        (date(2022, 3, 1), "day", date(2022, 3, 1)),
        (date(2026, 11, 1), "month", TODAY),  # not beyond today
    ],
)
def test_month_and_year_are_held_to_their_end(alice: Person, ended: date, precision: Any, last: date) -> None:
    take(alice, held(ended_on=ended, precision=precision))

    assert of(Job, alice).get().ended_on == last


def test_job_told_by_hand_is_the_same_where_the_times_meet(alice: Person) -> None:
    a_job(alice, "editor", is_present=False, company="MILL", started_on=date(2020, 2, 1), ended_on=DEC)
    a_job(alice, "Reader", is_present=False, company="Mill", started_on=None, ended_on=DEC)

    assert take(alice, held(), held("Reader")) == TakenJobs()


def test_same_job_at_another_time_is_another_one(alice: Person) -> None:
    take(alice, held())

    assert take(alice, held(started_on=date(2024, 1, 1), ended_on=date(2024, 5, 1))) == TakenJobs(taken=1)


def test_present_job_that_was_told_stays(alice: Person) -> None:
    a_job(alice, "Nurse", company="Ward", started_on=JAN)

    assert take(alice, present()) == TakenJobs()
    assert jobs(alice) == [("Nurse", "Ward", JAN, None, True)]


def test_present_job_gets_its_first_day(alice: Person) -> None:
    a_job(alice, "EDITOR", company="Mill", started_on=None)

    assert take(alice, present()) == TakenJobs(taken=1)
    assert jobs(alice) == [("EDITOR", "Mill", JAN, None, True)]


def test_first_day_that_was_told_stays(alice: Person) -> None:
    a_job(alice, "Editor", company="Mill", started_on=MAR)

    assert take(alice, present()) == TakenJobs()
    assert of(Job, alice).get().started_on == MAR


def test_job_nobody_named_gets_a_name_and_keeps_its_levels(alice: Person) -> None:
    save_job_levels(alice, {"autonomy": 4})

    assert take(alice, present()) == TakenJobs(taken=1)
    assert jobs(alice) == [("Editor", "Mill", JAN, None, True)]
    assert of(Job, alice).get().levels.count() == 1


def test_job_the_person_ended_does_not_become_the_present_one(alice: Person) -> None:
    a_job(alice, "Editor", is_present=False, company="Mill", started_on=JAN, ended_on=DEC)

    assert take(alice, present()) == TakenJobs()
    assert of(Job, alice).get().is_present is False


def test_latest_of_several_present_ones_counts(alice: Person) -> None:
    told = take(alice, present("Reader"), present(started_on=MAR), present("Board member", started_on=None))

    assert told == TakenJobs(taken=1, skipped=2)
    assert jobs(alice) == [("Editor", "Mill", MAR, None, True)]


@pytest.mark.parametrize(
    "position",
    [
        held(started_on=None, ended_on=None),
        held(ended_on=None),
        held(started_on=date(2022, 4, 1)),  # ends before it begins
        held(ended_on=date(2027, 1, 1)),
        held(started_on=date(1910, 1, 1)),
        held(started_on=None, ended_on=date(1910, 1, 1)),
        present(started_on=date(2027, 1, 1)),
    ],
)
def test_position_without_dates_that_tell_is_left_out_and_counted(
    alice: Person, position: ReadPosition
) -> None:
    assert take(alice, position) == TakenJobs(skipped=1)
    assert jobs(alice) == []


def test_work_without_pay_is_no_job(alice: Person) -> None:
    assert take(alice, held(is_volunteer=True), present(is_volunteer=True)) == TakenJobs()
    assert jobs(alice) == []


def test_position_without_a_title_is_called_by_its_company(alice: Person) -> None:
    take(alice, held(""), present("", "W" * 300))

    assert set(of(Job, alice).values_list("title", flat=True)) == {"Mill", "W" * 200}


def test_no_more_jobs_than_are_kept(alice: Person, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(career_import, "MOST_JOBS", 1)

    assert take(alice, held(), held("Reader")).taken == 1
    assert of(Job, alice).count() == 1


def test_jobs_of_somebody_else_are_not_known(alice: Person, bob: Person) -> None:
    take(bob, held())

    assert take(alice, held()) == TakenJobs(taken=1)


@pytest.mark.parametrize(
    ("schools", "education"),
    [
        ([], None),
        ([ReadSchool("Uni", "Economics")], None),
        ([ReadSchool("Uni", "B.Sc."), ReadSchool("Uni", "Master of Arts")], 8),
        ([ReadSchool("Uni", "B.Sc."), ReadSchool("Uni", "PhD", started_on=JAN)], 6),  # goes on
        ([ReadSchool("Uni", "B.Sc."), ReadSchool("Uni", "PhD", ended_on=date(2028, 1, 1))], 6),
        ([ReadSchool("Uni", "PhD", started_on=JAN, ended_on=MAR)], 11),
    ],
)
def test_highest_degree_that_is_over_counts(schools: list[ReadSchool], education: int | None) -> None:
    assert background_in(ReadPeople("linkedin", schools=tuple(schools)), today=TODAY) == education


def test_schooling_is_kept_where_none_was_said(alice: Person) -> None:
    read = ReadPeople("linkedin", schools=(ReadSchool("Uni", "B.Sc."),))
    a_background(alice, education=None)

    assert take_schooling(alice, read, today=TODAY)
    assert of(Background, alice).get().education == 6
    assert of(Background, alice).get().horizon == "three"


def test_schooling_that_was_said_stays(alice: Person) -> None:
    read = ReadPeople("linkedin", schools=(ReadSchool("Uni", "PhD"),))
    a_background(alice, education=6)

    assert not take_schooling(alice, read, today=TODAY)
    assert of(Background, alice).get().education == 6


def test_schools_without_a_degree_say_nothing(alice: Person) -> None:
    assert not take_schooling(alice, ReadPeople("linkedin"), today=TODAY)
    assert not of(Background, alice).exists()
