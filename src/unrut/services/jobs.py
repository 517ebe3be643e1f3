"""The jobs of a working life: earlier ones told after the fact, corrected, removed."""

from dataclasses import dataclass
from datetime import date

from unrut.core.errors import InvalidInputError
from unrut.models import Job, Person
from unrut.queries.scope import of, one
from unrut.services.explore import LONGEST_NAME
from unrut.services.reflect import EARLIEST_WEEK, lines_of

MOST_JOBS = 200


@dataclass(frozen=True, slots=True)
class ToldJob:
    """A job as it is typed; only the present one has no last day."""

    title: str
    company: str = ""
    started_on: date | None = None
    ended_on: date | None = None


def add_past_job(owner: Person, told: ToldJob, *, today: date) -> Job:
    """Keep a job that is over.

    Raises InvalidInputError.
    """
    if of(Job, owner).count() >= MOST_JOBS:
        raise InvalidInputError(f"You have {MOST_JOBS} jobs already. Remove one before you add another.")
    if told.ended_on is None:
        raise InvalidInputError(
            "The last day is missing. A rough one will do; your present job is told under What would fit."
        )
    return Job.objects.create(owner=owner, is_present=False, **_checked(told, today))


def change_job(owner: Person, job_id: int, told: ToldJob, *, today: date) -> Job:
    """Correct a job; the present one stays the present one and has no last day.

    Raises MissingError, InvalidInputError.
    """
    job = one(Job, owner, job_id)
    if (told.ended_on is None) is not job.is_present:
        raise InvalidInputError(
            "Your present job has no last day yet. It gets one when you tell your next job under What would fit."
            if job.is_present
            else "The last day is missing. A rough one will do."
        )
    fields = _checked(told, today)
    if fields["title"] != job.title:
        fields["occupation"] = ""  # said of the title before
    for name, value in fields.items():
        setattr(job, name, value)
    job.save(update_fields=list(fields))
    return job


def remove_past_job(owner: Person, job_id: int) -> Job:
    """Remove a job that is over; what was written in it stays.

    Raises MissingError, InvalidInputError for the present one.
    """
    job = one(Job, owner, job_id)
    if job.is_present:
        raise InvalidInputError("This is your present job. Change it under What would fit.")
    job.delete()
    return job


def _checked(told: ToldJob, today: date) -> dict[str, object]:
    title = " ".join(lines_of(told.title))
    if not title:
        raise InvalidInputError("The job has no title. Say what you were called at work.")
    for day in (told.started_on, told.ended_on):
        if day is not None and not EARLIEST_WEEK <= day <= today:
            raise InvalidInputError(
                f"{day.day} {day:%B} {day.year} cannot be the day. Give a day from {EARLIEST_WEEK.year} to today."
            )
    if told.started_on and told.ended_on and told.ended_on < told.started_on:
        raise InvalidInputError("The last day lies before the first. Look at both again.")
    return {
        "title": title[:LONGEST_NAME],
        "company": " ".join(lines_of(told.company))[:LONGEST_NAME],
        "started_on": told.started_on,
        "ended_on": told.ended_on,
    }
