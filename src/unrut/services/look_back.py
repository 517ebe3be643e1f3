"""The look back of the first sitting, stored screen by screen, so that leaving half-way loses nothing."""

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date

from django.db import transaction

from unrut.core.errors import InvalidInputError
from unrut.core.explore.openings.facet_cues import HOURS_FACET
from unrut.core.explore.openings.facet_levels import HOURS_LEVELS
from unrut.core.reflect.look_back import BEST, WORST, looked_back_items
from unrut.models import Job, NoteKind, Person, Review, ReviewKind, ReviewLine
from unrut.queries.reviews import review_of
from unrut.queries.scope import of
from unrut.services.accomplishments import EARLIEST
from unrut.services.explore import describe_job
from unrut.services.reflect import lines_of
from unrut.services.reviews import Answers, checked, store_review

HOURS = {round(level): int(hours) for hours, level in HOURS_LEVELS}
"""The weekly hours one may say, by the level of the facet they stand for."""


@dataclass(frozen=True, slots=True)
class JobNow:
    """The present job as the first screen asks for it; `hours` is one of the choices, or None."""

    title: str
    company: str = ""
    started_on: date | None = None
    hours: int | None = None


def save_job_now(owner: Person, job: JobNow, *, today: date) -> Job:
    """Store the present job, and how long its weeks are where that was said; a company or day left out stays.

    Raises InvalidInputError when it has no title, begins in the future, or the hours are not one of the choices.
    """
    if job.started_on is not None and not EARLIEST <= job.started_on <= today:
        raise InvalidInputError(
            f"{job.started_on:%d %B %Y} cannot be the first day. Give a day from {EARLIEST.year} to today."
        )
    known = of(Job, owner).filter(is_present=True).first() or Job()
    return describe_job(
        owner,
        _level_of(job.hours),
        title=job.title,
        company=job.company or known.company,
        started_on=job.started_on or known.started_on,
    )


def save_look_back(
    owner: Person,
    answers: Answers,
    *,
    today: date,
    revision: int,
    lines: Mapping[str, str] | None = None,
) -> Review:
    """Save some of the answers; what is absent stays. `lines` replace those of their kind, one a line.

    There is one look back a person: going on with it in another month changes the one there is. Raises ConflictError when
    it was saved elsewhere meanwhile, InvalidInputError when an answer or a line cannot be taken.
    """
    answers = checked(answers, looked_back_items())
    before = review_of(owner, ReviewKind.LOOK_BACK)
    _check_order({**(before.answers if before else {}), **answers})
    period = before.period if before else today.replace(day=1)
    with transaction.atomic():
        review = store_review(owner, ReviewKind.LOOK_BACK, period, answers, today=today, revision=revision)
        for kind, text in (lines or {}).items():
            _replace_lines(review, kind, text)
    return review


def _check_order(answers: Answers) -> None:
    """The worst week is not above the best.

    Raises InvalidInputError.
    """
    best, worst = answers.get(BEST), answers.get(WORST)
    if best is not None and worst is not None and worst > best:
        raise InvalidInputError(
            f"The worst week ({worst}) lies above the best one ({best}). Give the best week the higher number, then save again."
        )


def _replace_lines(review: Review, kind: str, text: str) -> None:
    """Make the lines of a kind the ones in the text; a line that stays keeps its row."""
    if kind not in {NoteKind.LIKE, NoteKind.DISLIKE}:
        raise InvalidInputError(f'"{kind}" is not a kind of line. Say like or dislike.')
    wanted = list(dict.fromkeys(lines_of(text)))
    stored = of(ReviewLine, review.owner).filter(review=review, kind=kind)
    stored.exclude(text__in=wanted).delete()
    kept = set(stored.values_list("text", flat=True))
    for line in wanted:
        if line not in kept:
            ReviewLine.objects.create(owner=review.owner, review=review, kind=kind, text=line)


def _level_of(hours: int | None) -> dict[str, int | None]:
    if hours is None:
        return {}
    if hours not in HOURS.values():
        known = ", ".join(str(known) for known in HOURS.values())
        raise InvalidInputError(f"{hours} hours are not one of the choices. Choose one of {known}.")
    return {HOURS_FACET: next(level for level, known in HOURS.items() if known == hours)}
