"""Under whom and on what a person worked in each week."""

from collections import defaultdict
from collections.abc import Collection, Iterable, Sequence
from datetime import date

from unrut.core.reflect.following import Period, Spell
from unrut.models import Circumstance, Job, Person
from unrut.queries.notes import NoteView
from unrut.queries.scope import of

JOB = "job"


def circumstances(owner: Person) -> list[Circumstance]:
    """What a person said of managers, teams, projects and places, oldest first."""
    return list(of(Circumstance, owner))


def spells_of(owner: Person, weeks: Sequence[date], notes: Iterable[NoteView]) -> tuple[Spell, ...]:
    """The answered weeks under each job, manager, team, project and place, jobs first.

    A week belongs to the jobs its notes were written in, and where they name none, to the jobs of that time.
    """
    written_in: dict[date, set[int]] = defaultdict(set)
    for note in notes:
        if note.job_id is not None:
            written_in[note.week].add(note.job_id)
    jobs = [_job_spell(job, weeks, written_in) for job in of(Job, owner)]
    told = [
        _spell(Period(row.kind, row.name, row.started_on, row.ended_on), weeks)
        for row in circumstances(owner)
    ]
    return (*jobs, *told)


def _job_spell(job: Job, weeks: Sequence[date], written_in: dict[date, set[int]]) -> Spell:
    period = Period(JOB, _name(job), job.started_on, job.ended_on)
    told = [week for week in weeks if job.pk in written_in.get(week, ())]
    dated = [] if period.started_on is None else _without_notes(period, weeks, written_in)
    return Spell(JOB, period.name, tuple(sorted({*told, *dated})))


def _name(job: Job) -> str:
    """The title, and the employer where it is known: two jobs may be called alike."""
    return f"{job.title}, {job.company}" if job.company else job.title


def _without_notes(period: Period, weeks: Sequence[date], written_in: Collection[date]) -> list[date]:
    return [week for week in weeks if week not in written_in and period.holds(week)]


def _spell(period: Period, weeks: Sequence[date]) -> Spell:
    return Spell(period.kind, period.name, tuple(week for week in weeks if period.holds(week)))
