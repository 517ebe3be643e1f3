"""One's own career from a file: jobs that were held, the one that is held now, and the highest degree."""

import calendar
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from datetime import date

from unrut.core.explore.occupations.degrees import education_in
from unrut.core.explore.people.names import folded
from unrut.importers.people.contract import Precision, ReadPeople, ReadPosition, ReadSchool
from unrut.models import Background, Job, Person
from unrut.queries.scope import of
from unrut.services.explore import LONGEST_NAME, UNNAMED_JOB
from unrut.services.jobs import MOST_JOBS
from unrut.services.occupations import say_background
from unrut.services.reflect import EARLIEST_WEEK

LAST_MONTH = 12


@dataclass(frozen=True, slots=True)
class TakenJobs:
    """How many jobs are new or fuller than before, and how many could not be told from their dates."""

    taken: int = 0
    skipped: int = 0


def take_positions(owner: Person, positions: Sequence[ReadPosition], *, today: date) -> TakenJobs:
    """Keep positions as jobs, each once; work without pay is none. The latest of several present ones is the present job.

    The present job that the person told stays; it gets its first day where it is the same and had none.
    """
    paid = [position for position in positions if not position.is_volunteer]
    present = _present(paid, today)
    jobs = list(of(Job, owner))
    taken = int(present is not None and _take_present(owner, jobs, present))
    past = [told for position in paid if (told := _past_job(owner, position, today))]
    new: list[Job] = []
    for job in past:
        if len(jobs) < MOST_JOBS and not any(_is_same(job, known) for known in jobs):
            new.append(job)
            jobs.append(job)
    Job.objects.bulk_create(new)
    return TakenJobs(taken + len(new), len(paid) - len(past) - (present is not None))


def background_in(read: ReadPeople, *, today: date) -> int | None:
    """The highest category of education of the schools that are over; None where none is told."""
    told = (education_in(school.degree) for school in read.schools if _is_over(school, today))
    return max((category for category in told if category is not None), default=None)


def take_schooling(owner: Person, read: ReadPeople, *, today: date) -> bool:
    """Keep the highest degree where the person has not said theirs; whether that was so."""
    education = background_in(read, today=today)
    if education is None or of(Background, owner).exclude(education=None).exists():
        return False
    say_background(owner, education=education)
    return True


def _present(positions: Iterable[ReadPosition], today: date) -> ReadPosition | None:
    """The present position that began last."""
    held = [
        each
        for each in positions
        if each.is_present and (each.started_on is None or _may_be(each.started_on, today))
    ]
    return max(held, key=lambda each: each.started_on or date.min, default=None)


def _take_present(owner: Person, jobs: list[Job], position: ReadPosition) -> bool:
    """Whether a position became the present job, or filled what it lacked."""
    told = Job(
        owner=owner,
        title=(position.title or position.company)[:LONGEST_NAME],
        company=position.company[:LONGEST_NAME],
        started_on=position.started_on,
        is_present=True,
    )
    held = next((job for job in jobs if job.is_present), None)
    if held is None:
        if any(_is_same(told, job) for job in jobs):
            return False  # the person says that it is over
        told.save()
        jobs.append(told)
        return True
    if held.title == UNNAMED_JOB and not held.company:
        held.title, held.company = told.title, told.company
    elif held.started_on is not None or not _is_same(told, held):
        return False
    held.started_on = held.started_on or told.started_on
    held.save(update_fields=["title", "company", "started_on"])
    return True


def _past_job(owner: Person, position: ReadPosition, today: date) -> Job | None:
    """A position that is over as a job; None where nothing tells when it was."""
    started, ended = position.started_on, position.ended_on
    if position.is_present or ended is None or not _may_be(ended, today):
        return None
    if started is not None and not (_may_be(started, today) and started <= ended):
        return None
    return Job(
        owner=owner,
        title=(position.title or position.company)[:LONGEST_NAME],
        company=position.company[:LONGEST_NAME],
        started_on=started,
        ended_on=min(_last_day(ended, position.precision), today),
    )


def _may_be(day: date, today: date) -> bool:
    return EARLIEST_WEEK <= day <= today


def _last_day(ended: date, precision: Precision) -> date:
    """A month or a year stands for its first day, and a job that ended in it is held to its end."""
    if precision == "year" and (ended.month, ended.day) == (1, 1):
        return ended.replace(month=LAST_MONTH, day=31)
    if precision in {"year", "month"} and ended.day == 1:
        return ended.replace(day=calendar.monthrange(ended.year, ended.month)[1])
    return ended


def _is_same(one: Job, other: Job) -> bool:
    """Whether two are one job: of one title and company, at times that meet."""
    return _named(one) == _named(other) and _begin(one) <= _end(other) and _begin(other) <= _end(one)


def _named(job: Job) -> tuple[str, str]:
    return folded(job.title), folded(job.company)


def _begin(job: Job) -> date:
    return job.started_on or date.min


def _end(job: Job) -> date:
    return job.ended_on or date.max


def _is_over(school: ReadSchool, today: date) -> bool:
    """Whether it ended, as far as is told; one that began and names no end goes on."""
    if school.ended_on is None:
        return school.started_on is None
    return school.ended_on <= today
