"""Wants and the present job."""

from collections.abc import Mapping, Sequence
from datetime import date, timedelta

from django.db import transaction

from unrut.core.errors import InvalidInputError
from unrut.core.explore.criteria import want_name
from unrut.core.explore.levels import HIGHEST
from unrut.core.explore.wants import HEAVIEST, MOST_WANTS, OWN, Want
from unrut.core.facets import shipped_vocabulary
from unrut.models import Job, JobLevel, Person, TradeOffAnswer
from unrut.models import Want as StoredWant
from unrut.queries.scope import of

LONGEST_NAME, LONGEST_WANT = 200, 60
UNNAMED_JOB = "My job"


def save_wants(owner: Person, wants: Sequence[Want]) -> int:
    """Replace the wants; those without weight are left out. Gives the number of answers to trade-offs forgotten with it.

    Answers hold for the ranges they were asked with: they go when a range is another one, or a criterion is gone.
    Raises InvalidInputError when there are none, more than eight, one twice, or a figure is out of range.
    """
    # Rounded as it is stored: a weight below a half is none.
    kept = [want for want in wants if round(want.weight) > 0]
    _check_wants(kept)
    with transaction.atomic():
        before = {want.facet: (want.wanted, want.worst) for want in of(StoredWant, owner)}
        of(StoredWant, owner).delete()
        for want in kept:
            StoredWant.objects.create(
                owner=owner,
                facet=want.facet,
                weight=round(want.weight),
                wanted=round(want.wanted),
                worst=None if want.worst is None else round(want.worst),
                name=want.name.strip(),
            )
        now = {want.facet: (want.wanted, want.worst) for want in of(StoredWant, owner)}
        return _forget_answers(owner, {facet for facet in before if now.get(facet) != before[facet]})


def forget_wants(owner: Person) -> None:
    """Back to the wants that follow from the notes; the answers to trade-offs about them go as well."""
    with transaction.atomic():
        of(TradeOffAnswer, owner).delete()
        of(StoredWant, owner).delete()


def save_present_job(owner: Person, *, title: str, company: str = "", started_on: date | None = None) -> Job:
    """Say what the present job is. Another title with a later first day is a new job, which ends the one there was.

    Anything else corrects the one there was. Raises InvalidInputError when the title is empty.
    """
    title = title.strip()
    if not title:
        raise InvalidInputError("The job has no title. Say what you are called at work.")
    title = title[:LONGEST_NAME]
    with transaction.atomic():
        _end_job_before(owner, title, started_on)
        # Which kind of work it is was said of the title before.
        of(Job, owner).filter(is_present=True).exclude(title=title).update(occupation="")
        job, _ = Job.objects.update_or_create(
            owner=owner,
            is_present=True,
            defaults={
                "title": title,
                "company": company.strip()[:LONGEST_NAME],
                "started_on": started_on,
            },
        )
    return job


def _end_job_before(owner: Person, title: str, started_on: date | None) -> None:
    """End the present job on the day before another one began, if this is another one."""
    if started_on is None:
        return
    of(Job, owner).filter(is_present=True, started_on__lt=started_on).exclude(title=title).update(
        is_present=False, ended_on=started_on - timedelta(days=1)
    )


def describe_job(
    owner: Person,
    levels: Mapping[str, int | None],
    *,
    title: str,
    company: str = "",
    started_on: date | None = None,
) -> Job:
    """Say what the present job is and how it is, both or neither. Raises as the two services it is made of."""
    with transaction.atomic():
        job = save_present_job(owner, title=title, company=company, started_on=started_on)
        save_job_levels(owner, levels)
    return job


def save_job_levels(owner: Person, levels: Mapping[str, int | None]) -> None:
    """Answer how the present job is on some facets; None takes an answer back. A job nobody named is called "My job".

    Raises InvalidInputError when a facet or level does not exist.
    """
    vocabulary = shipped_vocabulary()
    for facet, level in levels.items():
        if not (facet in vocabulary or facet.startswith(OWN)) or (
            level is not None and not 0 <= level <= HIGHEST
        ):
            raise InvalidInputError(
                f"{facet} {level} is not an answer. Give a facet and a level from 0 to 10."
            )
    with transaction.atomic():
        job = of(Job, owner).filter(is_present=True).first() or save_present_job(owner, title=UNNAMED_JOB)
        for facet, level in levels.items():
            if level is None:
                of(JobLevel, owner).filter(job=job, facet=facet).delete()
            else:
                JobLevel.objects.update_or_create(
                    owner=owner, job=job, facet=facet, defaults={"level": level}
                )


def own_criterion(wants: Sequence[Want], name: str) -> Want:
    """A want that is none of the facets, named by the person: as heavy as the middle, and wanted wholly."""
    taken = {want.facet for want in wants}
    number = next(number for number in range(1, len(taken) + 2) if f"{OWN}{number}" not in taken)
    return Want(f"{OWN}{number}", HEAVIEST / 2, HIGHEST, name=name)


def _forget_answers(owner: Person, facets: set[str]) -> int:
    """Forget the answers that are about one of these criteria, and say how many there were."""
    rows = of(TradeOffAnswer, owner).filter(repeats=None)
    stale = [row.pk for row in rows if {row.first, row.second, row.also} & facets]
    of(TradeOffAnswer, owner).filter(pk__in=stale).delete()
    return len(stale)


def _check_wants(wants: Sequence[Want]) -> None:
    if not 1 <= len(wants) <= MOST_WANTS:
        raise InvalidInputError(
            f"{len(wants)} wants have a weight. Keep one to {MOST_WANTS}: what matters less can stay at 0."
        )
    for want in wants:
        _check_want(want)
    if len({want.facet for want in wants}) != len(wants):
        raise InvalidInputError("One facet is wanted twice. Keep it once.")


def _check_want(want: Want) -> None:
    vocabulary = shipped_vocabulary()
    if want.facet not in vocabulary and not want.is_own:
        raise InvalidInputError(f'"{want.facet}" is not one of the thirty facets. Choose one from the list.')
    if want.is_own and not want.name.strip():
        raise InvalidInputError("A criterion of your own has no name. Say in a few words what it is.")
    if len(want.name.strip()) > LONGEST_WANT:
        raise InvalidInputError(
            f'"{want.name.strip()[:LONGEST_WANT]}..." is too long for the name of a criterion. '
            f"Say it in {LONGEST_WANT} characters."
        )
    name = want_name(want, vocabulary)
    if want.weight > HEAVIEST or not 0 <= want.wanted <= HIGHEST:
        raise InvalidInputError(
            f"{name} has weight {want.weight:g} and level {want.wanted:g}. "
            f"Give a weight from 0 to {HEAVIEST} and a level from 0 to {HIGHEST:g}."
        )
    if want.worst is not None and not 0 <= want.worst <= HIGHEST:
        raise InvalidInputError(
            f"{name} has {want.worst:g} as its worst level. Give one from 0 to {HIGHEST:g}."
        )
    if want.worst is not None and round(want.worst) == round(want.wanted):
        raise InvalidInputError(
            f"The worst and the wanted level of {name} are the same. Say how far apart they really are."
        )
