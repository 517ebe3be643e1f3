"""Changes that keep what was not given: the stored values are read first, then the service saves the whole."""

from collections.abc import Iterable, Mapping
from dataclasses import replace
from datetime import date

from unrut.cli.pages.facets import known_facet
from unrut.core.errors import InvalidInputError
from unrut.core.explore.wants import Want, wanted_level, worst_level
from unrut.models import Person
from unrut.queries.frame import present_job, wants_of
from unrut.queries.reflect import behind
from unrut.services.explore import save_present_job, save_wants
from unrut.services.want_screens import choose_criteria, put_first, save_ranges


def change_wants(owner: Person, said: Mapping[str, tuple[int, int | None]]) -> None:
    """Set some wants (weight, level) and keep the others, be they stored or proposed.

    Raises InvalidInputError as `save_wants`.
    """
    wants = _wants(owner)
    for facet, (weight, wanted) in said.items():
        before = wants.get(facet)
        level = _level(facet, wanted, before)
        wants[facet] = replace(before or Want(facet, weight, level), weight=weight, wanted=level)
    save_wants(owner, list(wants.values()))


def add_own_want(owner: Person, name: str) -> None:
    """Want something that is none of the facets, under the person's own name for it.

    Raises InvalidInputError when it has no name, or as `choose_criteria`.
    """
    if not name.strip():
        raise InvalidInputError("A criterion of your own has no name. Say in a few words what it is.")
    choose_criteria(owner, list(_wants(owner)), names={}, own=name)


def name_wants(owner: Person, names: Mapping[str, str]) -> None:
    """Call some wants by names of one's own; an empty one goes back to that of the facet.

    Raises InvalidInputError when it is not wanted, or as `choose_criteria`.
    """
    choose_criteria(owner, _wanted(owner, names), names=names)


def change_ranges(owner: Person, ranges: Mapping[str, tuple[int | None, int]]) -> int:
    """Say the worst (None for the worst there is) and the best realistic level of some wants.

    Gives the number of answers to trade-offs that no longer count. Raises as `name_wants`.
    """
    _wanted(owner, ranges)
    ends = {
        facet: (round(worst_level(best)) if worst is None else worst, best)
        for facet, (worst, best) in ranges.items()
    }
    return save_ranges(owner, ends)


def put_want_first(owner: Person, facet: str) -> None:
    """Give the most weight there is to what one would improve first. Raises as `name_wants`."""
    _wanted(owner, [facet])
    put_first(owner, facet)


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


def _wants(owner: Person) -> dict[str, Want]:
    """The wants there are, be they stored or proposed."""
    return {want.facet: want for want in wants_of(owner, behind(owner).picture)[0]}


def _wanted(owner: Person, named: Iterable[str]) -> list[str]:
    """All that is wanted; what was named must be among it."""
    wanted = list(_wants(owner))
    for facet in named:
        if facet not in wanted:
            raise InvalidInputError(
                f'"{facet}" is not among what you want. See what is: unrut wants. '
                f"Add it: unrut wants --set {facet}=50."
            )
    return wanted


def _level(facet: str, wanted: int | None, before: Want | None) -> float:
    if before is None:
        known = known_facet(facet)
        return wanted_level(known) if wanted is None else wanted
    return before.wanted if wanted is None else wanted
