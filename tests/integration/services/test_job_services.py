"""Jobs that are over are told after the fact, corrected and removed; the present one stays where it is told."""

from datetime import date

import pytest
from tests.factories import a_job, a_note

from unrut.core.errors import InvalidInputError
from unrut.errors import MissingError
from unrut.models import Job, Note, Person
from unrut.queries.scope import of
from unrut.services.jobs import ToldJob, add_past_job, change_job, remove_past_job

pytestmark = pytest.mark.integration

OVER = ToldJob(" Cook\n", "Mill", date(2010, 1, 1), date(2015, 6, 30))


def test_job_that_is_over_is_kept(alice: Person, today: date) -> None:
    job = add_past_job(alice, OVER, today=today)

    assert (job.title, job.company, job.started_on, job.ended_on, job.is_present) == (
        "Cook",
        "Mill",
        date(2010, 1, 1),
        date(2015, 6, 30),
        False,
    )


@pytest.mark.parametrize(
    ("told", "sentence"),
    [
        (ToldJob(""), "The last day is missing."),
        (
            ToldJob(" ", ended_on=date(2015, 1, 1)),
            "The job has no title. Say what you were called at work.",
        ),
        (
            ToldJob("Cook", ended_on=date(2027, 1, 1)),
            "1 January 2027 cannot be the day. Give a day from 1940 to today.",
        ),
        (
            ToldJob("Cook", started_on=date(1800, 1, 1), ended_on=date(2015, 1, 1)),
            "1 January 1800 cannot be the day. Give a day from 1940 to today.",
        ),
        (
            ToldJob("Cook", started_on=date(2016, 1, 1), ended_on=date(2015, 1, 1)),
            "The last day lies before the first. Look at both again.",
        ),
    ],
)
def test_job_that_cannot_be_is_refused(alice: Person, today: date, told: ToldJob, sentence: str) -> None:
    with pytest.raises(InvalidInputError) as refused:
        add_past_job(alice, told, today=today)

    assert str(refused.value).startswith(sentence)
    assert not of(Job, alice).exists()


def test_too_many_jobs_are_refused(alice: Person, today: date, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("unrut.services.jobs.MOST_JOBS", 0)

    with pytest.raises(InvalidInputError, match="You have 0 jobs already"):
        add_past_job(alice, OVER, today=today)


def test_present_job_is_corrected_without_a_last_day(alice: Person, today: date) -> None:
    job = a_job(alice)

    change_job(alice, job.pk, ToldJob("Head cook", "Mill", date(2020, 1, 1)), today=today)

    job.refresh_from_db()
    assert (job.title, job.is_present, job.ended_on) == ("Head cook", True, None)


@pytest.mark.parametrize(
    ("is_present", "told", "sentence"),
    [
        (True, OVER, "Your present job has no last day yet."),
        (False, ToldJob("Cook"), "The last day is missing. A rough one will do."),
    ],
)
def test_only_the_present_job_has_no_last_day(
    alice: Person, today: date, is_present: bool, told: ToldJob, sentence: str
) -> None:
    job = a_job(alice, is_present=is_present)

    with pytest.raises(InvalidInputError, match=sentence):
        change_job(alice, job.pk, told, today=today)


def test_job_that_is_over_goes_and_its_notes_stay(alice: Person) -> None:
    job = a_job(alice, is_present=False)
    note = a_note(alice, job=job)

    remove_past_job(alice, job.pk)

    assert not of(Job, alice).exists()
    assert list(of(Note, alice)) == [note]


def test_present_job_is_not_removed(alice: Person) -> None:
    job = a_job(alice)

    with pytest.raises(InvalidInputError, match="This is your present job"):
        remove_past_job(alice, job.pk)


def test_jobs_of_others_are_not_there(alice: Person, bob: Person, today: date) -> None:
    theirs = of(Job, bob).get()

    with pytest.raises(MissingError):
        change_job(alice, theirs.pk, OVER, today=today)
    with pytest.raises(MissingError):
        remove_past_job(alice, theirs.pk)


@pytest.mark.parametrize(("title", "occupation"), [("Cook", "35-2014.00"), ("Baker", "")])
def test_kind_of_work_was_said_of_the_title(alice: Person, today: date, title: str, occupation: str) -> None:
    job = a_job(alice, "Cook", is_present=False, ended_on=date(2015, 1, 1), occupation="35-2014.00")

    change_job(alice, job.pk, ToldJob(title, ended_on=date(2015, 1, 1)), today=today)

    assert Job.objects.get(pk=job.pk).occupation == occupation
