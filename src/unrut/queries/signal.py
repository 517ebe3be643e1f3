"""The weekly scores of a person, and what the signal says of them."""

from dataclasses import dataclass
from datetime import date
from functools import lru_cache

from unrut.core.reflect.score import score_of, scored_signs
from unrut.core.reflect.weeks import Answer, Rules, Week
from unrut.models import Job, NewNormal, Person
from unrut.queries.scope import of
from unrut.queries.sittings import on_time_checkins, preference_of

# Each page asks once and ten years take 40 milliseconds; at home there is one person, and perhaps the example.
_REMEMBERED_SERIES = 4


@dataclass(frozen=True, slots=True)
class Signal:
    """What is said of every answered week, and by which rules."""

    weeks: tuple[Week, ...]
    rules: Rules


def signal_of(owner: Person) -> Signal:
    """What the signal says of a person's own check-ins, by the rules they chose."""
    rules = rules_of(owner)
    return Signal(_read(weekly_answers(owner), rules), rules)


def weekly_answers(owner: Person) -> tuple[Answer, ...]:
    """The score of each check-in at work that was answered about the usual day; the others cannot be compared."""
    return tuple(
        Answer(checkin.week, score_of({sign: getattr(checkin, sign) for sign in scored_signs()}))
        for checkin in on_time_checkins(owner)
    )


def rules_of(owner: Person) -> Rules:
    """What the person chose, and the days on which their series begins anew."""
    chosen = preference_of(owner)
    restarts = (*job_starts(owner), *(normal.week for normal in new_normals(owner)))
    return Rules(chosen.false_alarms, float(chosen.low_line), tuple(sorted(restarts)))


def job_starts(owner: Person) -> tuple[date, ...]:
    """The days on which a job began: what was usual in the last one says nothing of this one."""
    return tuple(job.started_on for job in of(Job, owner) if job.started_on)


def new_normals(owner: Person) -> list[NewNormal]:
    """What the person took as usual from some week on, oldest first."""
    return list(of(NewNormal, owner))


@lru_cache(maxsize=_REMEMBERED_SERIES)
def _read(answers: tuple[Answer, ...], rules: Rules) -> tuple[Week, ...]:
    # Inline: numpy costs a tenth of a second that pages without the signal must not pay.
    from unrut.core.reflect.alerts import read_signal  # noqa: PLC0415

    return read_signal(answers, rules)
