"""Saying under whom and on what one worked when."""

from dataclasses import dataclass
from datetime import date

from django.db.models import QuerySet

from unrut.core.errors import InvalidInputError
from unrut.models import Circumstance, CircumstanceKind, Job, Person
from unrut.queries.scope import of, one

LONGEST_NAME = 200


@dataclass(frozen=True, slots=True)
class ToldCircumstance:
    """A manager, team, project or place as it is typed; without an end it still lasts."""

    kind: str
    name: str
    started_on: date
    ended_on: date | None = None


def add_circumstance(owner: Person, told: ToldCircumstance, *, today: date) -> Circumstance:
    """Keep when there was a manager, team, project or place; the present job is kept with what began in it.

    Raises InvalidInputError.
    """
    name = _checked(told, today)
    _check_is_new(of(Circumstance, owner), told, name)
    return Circumstance.objects.create(
        owner=owner,
        kind=told.kind,
        name=name,
        started_on=told.started_on,
        ended_on=told.ended_on,
        job=_job_then(owner, told.started_on),
    )


def change_circumstance(
    owner: Person, circumstance_id: int, told: ToldCircumstance, *, today: date
) -> Circumstance:
    """Correct what was said.

    Raises MissingError, InvalidInputError.
    """
    circumstance = one(Circumstance, owner, circumstance_id)
    circumstance.name = _checked(told, today)
    _check_is_new(of(Circumstance, owner).exclude(pk=circumstance.pk), told, circumstance.name)
    circumstance.kind = told.kind
    circumstance.started_on = told.started_on
    circumstance.ended_on = told.ended_on
    circumstance.job = _job_then(owner, told.started_on)
    circumstance.save(update_fields=["name", "kind", "started_on", "ended_on", "job"])
    return circumstance


def remove_circumstance(owner: Person, circumstance_id: int) -> Circumstance:
    """Forget a manager, team, project or place; the notes stay.

    Raises MissingError.
    """
    circumstance = one(Circumstance, owner, circumstance_id)
    circumstance.delete()
    return circumstance


def _check_is_new(others: QuerySet[Circumstance], told: ToldCircumstance, name: str) -> None:
    alike = others.filter(kind=told.kind, name=name, started_on=told.started_on, ended_on=told.ended_on)
    if alike.exists():
        raise InvalidInputError(
            f"{name} is kept already with these dates. Change the dates, or leave it as it is."
        )


def _job_then(owner: Person, day: date) -> Job | None:
    """The job of that day, by its dates."""
    jobs = of(Job, owner).filter(started_on__lte=day).exclude(ended_on__lt=day)
    return jobs.order_by("started_on").last()


def _checked(told: ToldCircumstance, today: date) -> str:
    """The name as it is kept.

    Raises InvalidInputError with what is wrong.
    """
    name = " ".join(told.name.replace("\x00", "").split())
    if told.kind not in CircumstanceKind.values:
        raise InvalidInputError(
            f'"{told.kind}" is not one of {", ".join(CircumstanceKind.values)}. Choose one.'
        )
    if not name:
        raise InvalidInputError("The name is empty. Write a name or a few letters that only you understand.")
    if len(name) > LONGEST_NAME:
        raise InvalidInputError(
            f"The name has {len(name)} characters and may have {LONGEST_NAME}. Write a shorter one."
        )
    _check_days(told, today)
    return name


def _check_days(told: ToldCircumstance, today: date) -> None:
    if told.started_on > today:
        raise InvalidInputError(
            f"{told.started_on.isoformat()} is still to come. Write down what has begun already."
        )
    if told.ended_on and told.ended_on < told.started_on:
        raise InvalidInputError(
            f"The end ({told.ended_on.isoformat()}) lies before the beginning ({told.started_on.isoformat()}). "
            "Correct one of them."
        )
