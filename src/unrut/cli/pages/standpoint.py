"""Where a person stands among kinds of work, and what they say of it."""

from collections.abc import Sequence
from typing import Any

import click
from django.db import transaction

from unrut.cli.output import section
from unrut.cli.pages.near import row_of
from unrut.clock import today
from unrut.core.errors import InvalidInputError
from unrut.core.explore.occupations.licences import shipped_licences
from unrut.core.explore.occupations.riasec import Holland, shipped_types
from unrut.core.explore.occupations.study import EDUCATION
from unrut.errors import MissingError
from unrut.models import Job, Person
from unrut.queries.guide import Guide, current_guide
from unrut.queries.scope import of
from unrut.queries.standpoint import Home, Standpoint, standpoint_of
from unrut.services.occupations import KEEP, say_background, say_occupation
from unrut.wording.occupation_list import skills_sentence
from unrut.wording.occupations import title_reason_words
from unrut.wording.skills import home_words, horizon_choices, me_lead

NONE = ("none",)
_MOST_DIGITS = 18


def say_of_me(
    owner: Person,
    *,
    jobs: Sequence[str],
    education: int | None,
    horizon: str | None,
    licences: tuple[str, ...],
    interests: tuple[str, ...],
) -> None:
    """Say which kind of work jobs are, written as ID=CODE, schooling, horizon, licences and interests; all of it or nothing.

    What is not given stays. Raises click.UsageError, MissingError, InvalidInputError.
    """
    with transaction.atomic():
        for told in jobs:
            _say_of_job(owner, told)
        if education is not None or horizon is not None or licences or interests:
            say_background(
                owner,
                education=KEEP if education is None else education or None,
                licences=_licences(licences) if licences else KEEP,
                horizon=KEEP if horizon is None else horizon,
                interests=_said(interests) if interests else KEEP,
            )


def me_lines(owner: Person) -> list[str]:
    """Where they stand."""
    guide = current_guide()
    at = standpoint_of(owner, guide, today=today())
    background = at.background
    told = [me_lead(at, _title(guide, at.present) if at.present else "")]
    told += section(
        "Jobs", [_home_line(home, guide) for home in at.homes] or ["Say yours: unrut job --title"]
    )
    told += section("Schooling", [EDUCATION[background.education].name] if background.education else [])
    told += section("Licences", [shipped_licences()[each].name for each in background.licences])
    told += section(
        "How far", [f"{name}. {words}" for key, name, words in horizon_choices() if key is at.horizon]
    )
    told += section("Interests", [shipped_types()[Holland(each)].name for each in background.interests])
    return [*told, "", f"{skills_sentence(len(at.skills))} See them: unrut skills"]


def me_values(owner: Person) -> dict[str, Any]:
    """The same for scripts."""
    guide = current_guide()
    at = standpoint_of(owner, guide, today=today())
    return {
        "jobs": [_home_values(home, guide) for home in at.homes],
        "education": at.background.education,
        "licences": at.background.licences,
        "horizon": at.horizon.value,
        "interests": at.background.interests,
        "skills": {skill.element: skill.level for skill in at.skills},
    }


def own_row(at: Standpoint) -> int:
    """The row of the kind of work that is theirs: of the present job, else of the weightiest before.

    Raises MissingError where none is known.
    """
    row = next((home.row for home in at.known_homes), None)
    if row is None:
        raise MissingError(
            "Which kind of work is yours is not known. Name one here, or say it: unrut job --title, and where the title "
            "tells nothing, unrut occupations me --job"
        )
    return row


def _say_of_job(owner: Person, told: str) -> None:
    """Say which kind of work a job is, by its code or a title; nothing leaves it to the title of the job."""
    number, sign, named = told.partition("=")
    if not sign or not number.isdecimal() or len(number) > _MOST_DIGITS:
        raise click.UsageError(f'"{told}" does not say a job. Write --job 1=15-1252.00.')
    if not of(Job, owner).filter(pk=int(number)).exists():
        raise MissingError(f"There is no job {number}. Yours are listed by unrut occupations me.")
    guide = current_guide()
    say_occupation(owner, int(number), guide.atlas.codes[row_of(guide, named)] if named.strip() else "")


def _licences(given: tuple[str, ...]) -> tuple[str, ...]:
    """The licences said. Raises InvalidInputError, with all there are, for one there is none of."""
    said = _said(given)
    for name in said:
        if name not in shipped_licences():
            raise InvalidInputError(
                f'"{name}" is no licence we know. Give one of {", ".join(shipped_licences())}; or none.'
            )
    return said


def _said(given: tuple[str, ...]) -> tuple[str, ...]:
    return () if given == NONE else given


def _title(guide: Guide, home: Home) -> str:
    return "" if home.row is None else guide.atlas.titles[home.row]


def _home_line(home: Home, guide: Guide) -> str:
    why = title_reason_words(home.match) if home.match else ""
    told = f"{home.job.title} [{home.job.pk}]: {home_words(home, _title(guide, home), why)}"
    return told if home.row is not None else f"{told} Say it: unrut occupations me --job {home.job.pk}=CODE"


def _home_values(home: Home, guide: Guide) -> dict[str, Any]:
    return {
        "id": home.job.pk,
        "title": home.job.title,
        "occupation": None if home.row is None else guide.atlas.codes[home.row],
        "is_said": home.is_said,
    }
