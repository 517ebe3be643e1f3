"""The look back is stored screen by screen, once a person."""

from datetime import date
from typing import Any

import pytest
from tests.factories import a_job, a_level

from unrut.core.errors import InvalidInputError
from unrut.errors import ConflictError
from unrut.models import Job, JobLevel, Person, Review, ReviewAnswer, ReviewLine
from unrut.queries.scope import of
from unrut.services.look_back import HOURS, JobNow, save_job_now, save_look_back

pytestmark = pytest.mark.integration


def lines_of(owner: Person) -> list[tuple[str, str]]:
    return list(of(ReviewLine, owner).values_list("kind", "text"))


def test_screens_add_to_one_look_back(alice: Person, today: date) -> None:
    save_look_back(alice, {"typical_dread": 4}, today=today, revision=0)

    save_look_back(
        alice, {"best_satisfaction": 9}, today=today, revision=1, lines={"like": "- Calm\nCalm\n Lunch "}
    )

    review = of(Review, alice).get()
    assert (review.kind, review.period, review.revision) == ("look_back", date(2026, 11, 1), 2)
    assert dict(of(ReviewAnswer, alice).values_list("item", "value")) == {
        "typical_dread": 4,
        "best_satisfaction": 9,
    }
    assert lines_of(alice) == [("like", "Calm"), ("like", "Lunch")]


def test_look_back_is_gone_on_with_in_another_month(alice: Person, today: date) -> None:
    save_look_back(alice, {"typical_dread": 4}, today=today, revision=0)

    save_look_back(alice, {"commute": 2}, today=date(2027, 1, 9), revision=1)

    review = of(Review, alice).get()
    assert (review.period, review.answered_on) == (date(2026, 11, 1), date(2027, 1, 9))


def test_lines_replace_those_of_their_kind_and_keep_the_rows_that_stay(alice: Person, today: date) -> None:
    both = {"like": "Calm", "dislike": "Noise\nTickets"}
    save_look_back(alice, {}, today=today, revision=0, lines=both)
    kept = of(ReviewLine, alice).get(text="Tickets").pk

    save_look_back(alice, {}, today=today, revision=1, lines={"dislike": "Tickets\nLate"})

    assert lines_of(alice) == [("like", "Calm"), ("dislike", "Tickets"), ("dislike", "Late")]
    assert of(ReviewLine, alice).get(text="Tickets").pk == kept


@pytest.mark.parametrize(
    ("answers", "lines", "sentence"),
    [
        ({"typical_dread": 11}, {}, "The answer for typical_dread is 11."),
        ({"envy": 3}, {}, '"envy" is not asked here.'),
        ({"typical_dread": 3}, {"like": "x" * 20_001}, "One line has 20,001 characters"),
        ({"typical_dread": 3}, {"unsorted": "x"}, '"unsorted" is not a kind of line. Say like or dislike.'),
    ],
)
def test_what_cannot_be_is_refused_and_nothing_is_kept(
    alice: Person, today: date, answers: dict[str, Any], lines: dict[str, str], sentence: str
) -> None:
    with pytest.raises(InvalidInputError) as caught:
        save_look_back(alice, answers, today=today, revision=0, lines=lines)

    assert str(caught.value).startswith(sentence)
    assert not of(Review, alice).exists()


@pytest.mark.parametrize("revision", [0, 2])
def test_second_tab_is_told(alice: Person, today: date, revision: int) -> None:
    save_look_back(alice, {"typical_dread": 4}, today=today, revision=0)

    with pytest.raises(ConflictError, match="saved in another tab"):
        save_look_back(alice, {"typical_dread": 1}, today=date(2026, 12, 1), revision=revision)

    assert of(ReviewAnswer, alice).get().value == 4


def test_job_is_kept_with_the_level_its_hours_stand_for(alice: Person, today: date) -> None:
    save_job_now(alice, JobNow("Analyst", "Mill", date(2022, 5, 1), 45), today=today)

    job = of(Job, alice).get()
    assert (job.title, job.company, job.started_on, job.is_present) == (
        "Analyst",
        "Mill",
        date(2022, 5, 1),
        True,
    )
    assert [(level.facet, level.level) for level in of(JobLevel, alice)] == [("working_hours", 6)]


@pytest.mark.parametrize("stored", [{}, {"best_satisfaction": 4}])
def test_worst_week_above_the_best_is_refused(alice: Person, today: date, stored: dict[str, int]) -> None:
    if stored:
        save_look_back(alice, stored, today=today, revision=0)
    answers = {**({} if stored else {"best_satisfaction": 4}), "worst_satisfaction": 5}

    with pytest.raises(InvalidInputError, match=r"The worst week \(5\) lies above the best one \(4\)\."):
        save_look_back(alice, answers, today=today, revision=len(stored))

    assert [answer.value for answer in of(ReviewAnswer, alice)] == list(stored.values())


def test_worst_week_may_be_as_good_as_the_best(alice: Person, today: date) -> None:
    save_look_back(alice, {"best_satisfaction": 4, "worst_satisfaction": 4}, today=today, revision=0)

    assert of(ReviewAnswer, alice).count() == 2


def test_company_and_first_day_that_are_left_out_stay(alice: Person, today: date) -> None:
    a_job(alice, "Analyst", company="Mill", started_on=date(2022, 5, 1))

    save_job_now(alice, JobNow("Lead analyst"), today=today)

    job = of(Job, alice).get()
    assert (job.title, job.company, job.started_on) == ("Lead analyst", "Mill", date(2022, 5, 1))


def test_hours_not_said_leave_the_level_as_it_was(alice: Person, today: date) -> None:
    a_level(a_job(alice), "working_hours", 4)

    save_job_now(alice, JobNow("Analyst"), today=today)

    assert of(JobLevel, alice).get().level == 4


def test_hours_stand_for_different_levels() -> None:
    assert HOURS == {0: 20, 2: 30, 3: 35, 5: 40, 6: 45, 8: 50, 10: 60}


@pytest.mark.parametrize(
    ("job", "sentence"),
    [
        (JobNow(" "), "The job has no title."),
        (JobNow("Analyst", started_on=date(2026, 11, 21)), "21 November 2026 cannot be the first day."),
        (JobNow("Analyst", started_on=date(1939, 1, 1)), "01 January 1939 cannot be the first day."),
        (JobNow("Analyst", hours=44), "44 hours are not one of the choices. Choose one of 20, 30, 35, 40,"),
    ],
)
def test_job_that_cannot_be_is_refused(alice: Person, today: date, job: JobNow, sentence: str) -> None:
    with pytest.raises(InvalidInputError) as caught:
        save_job_now(alice, job, today=today)

    assert str(caught.value).startswith(sentence)
    assert not of(Job, alice).exists()
