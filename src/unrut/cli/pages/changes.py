"""Changes that keep what was not given: the stored values are read first, then the service saves the whole."""

from collections.abc import Mapping
from datetime import date

from unrut.cli.pages.facets import known_facet
from unrut.core.explore.wants import Want, wanted_level
from unrut.models import Person
from unrut.queries.explore import present_job, wants_of
from unrut.queries.reflect import behind
from unrut.services.explore import save_present_job, save_wants


def change_wants(owner: Person, said: Mapping[str, tuple[int, int | None]]) -> None:
    """Set some wants (weight, level) and keep the others, be they stored or proposed.

    Raises InvalidInputError as `save_wants`.
    """
    stored, _ = wants_of(owner, behind(owner).picture)
    wants = {want.facet: want for want in stored}
    for facet, (weight, wanted) in said.items():
        wants[facet] = Want(facet, weight, _level(facet, wanted, wants.get(facet)))
    save_wants(owner, list(wants.values()))


def change_job(owner: Person, *, title: str | None, company: str | None, since: date | None) -> None:
    """Say something about the present job; what is not said stays.

    Raises InvalidInputError when it has no title yet and none is given.
    """
    job = present_job(owner)
    save_present_job(
        owner,
        title=(job.title if job else "") if title is None else title,
        company=(job.company if job else "") if company is None else company,
        started_on=(job.started_on if job else None) if since is None else since,
    )


def _level(facet: str, wanted: int | None, before: Want | None) -> float:
    known = known_facet(facet)
    if wanted is not None:
        return wanted
    return before.wanted if before else wanted_level(known)
