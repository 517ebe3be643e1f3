"""What one wants, said screen by screen: what counts, from where to where, what first, and how much the rest beside it.

Each screen is stored by itself, over what was wanted before or over what the notes propose.
"""

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import replace

from django.db import transaction

from unrut.core.errors import InvalidInputError
from unrut.core.explore.levels import HIGHEST
from unrut.core.explore.wants import (
    HEAVIEST,
    LIGHTEST,
    MOST_WANTS,
    OWN,
    WEIGHT_STEP,
    Want,
    wanted_level,
    worst_level,
)
from unrut.core.facets import shipped_vocabulary
from unrut.models import JobLevel, PartnerWant, Person, WayLevel
from unrut.queries.frame import wants_of
from unrut.queries.reflect import behind
from unrut.queries.scope import of
from unrut.services.explore import own_criterion, save_wants


def wants_now(owner: Person) -> list[Want]:
    """What is wanted, or proposed while nothing was said, heaviest first."""
    wants, _ = wants_of(owner, behind(owner).picture)
    return sorted(wants, key=lambda want: -want.weight)


def choose_criteria(owner: Person, facets: Sequence[str], *, names: Mapping[str, str], own: str = "") -> int:
    """Keep the criteria that count, with the names the person gives them; `own` is one more that is none of the facets.

    A criterion that was wanted already keeps its weight and range. Gives the number of answers to trade-offs that were
    forgotten with it. Raises InvalidInputError when there are none or more than eight, or as `save_wants`.
    """
    chosen = list(dict.fromkeys(facets))
    _check_count(len(chosen) + bool(own.strip()))
    with transaction.atomic():
        before = {want.facet: want for want in wants_now(owner)}
        wants = [_named(before.get(facet) or _new(facet), names) for facet in chosen]
        if own.strip():
            wants.append(own_criterion([*wants, *_numbered(owner)], own.strip()))
        return save_wants(owner, wants)


def save_ranges(owner: Person, ranges: Mapping[str, tuple[int, int]]) -> int:
    """Keep the worst and the best level one would really meet, by criterion; what is not named stays as it is.

    Gives the number of answers to trade-offs that were forgotten with it. Raises InvalidInputError as `save_wants`.
    """
    with transaction.atomic():
        return save_wants(owner, [_ranged(want, ranges.get(want.facet)) for want in wants_now(owner)])


def put_first(owner: Person, facet: str) -> None:
    """Give the most weight there is to what one would improve first; all others have less.

    Raises InvalidInputError when it is none of what is wanted.
    """
    with transaction.atomic():
        wants = wants_now(owner)
        if facet not in {want.facet for want in wants}:
            raise InvalidInputError("Choose one of the things you want. Then weigh the others beside it.")
        first = [replace(want, weight=HEAVIEST) for want in wants if want.facet == facet]
        others = [
            replace(want, weight=min(want.weight, HEAVIEST - WEIGHT_STEP))
            for want in wants
            if want.facet != facet
        ]
        save_wants(owner, [*first, *others])


def weigh_beside(owner: Person, weights: Mapping[str, int]) -> None:
    """Weigh the others beside the first, which has the most there is; what is not named stays, what has no weight goes.

    Raises InvalidInputError as `save_wants`.
    """
    with transaction.atomic():
        wants = beside_first(wants_now(owner))
        if not wants:
            raise InvalidInputError("Nothing is wanted yet. Choose first what counts.")
        first, *others = wants
        weighed = [replace(want, weight=weights.get(want.facet, want.weight)) for want in others]
        save_wants(owner, [first, *weighed])


def beside_first(wants: Sequence[Want]) -> list[Want]:
    """The same weights on the scale where the heaviest has the most there is, in steps of a slider."""
    heaviest = max((want.weight for want in wants), default=0.0)
    if not heaviest:
        return []
    return [
        replace(
            want, weight=max(LIGHTEST, WEIGHT_STEP * round(HEAVIEST * want.weight / heaviest / WEIGHT_STEP))
        )
        for want in wants
    ]


def _check_count(count: int) -> None:
    if not count:
        raise InvalidInputError("Nothing is chosen. Choose at least one thing that counts for you.")
    if count > MOST_WANTS:
        raise InvalidInputError(
            f"You chose {count}. Keep at most {MOST_WANTS}: what counts less hardly changes the result."
        )


def _new(facet: str) -> Want:
    """A criterion not wanted before; whether it exists, `save_wants` says."""
    vocabulary = shipped_vocabulary()
    level = wanted_level(vocabulary[facet]) if facet in vocabulary else HIGHEST
    return Want(facet, HEAVIEST / 2, level)


def _named(want: Want, names: Mapping[str, str]) -> Want:
    """The criterion under the name the person gives it; the facet's own name needs none."""
    name = names.get(want.facet, want.name).strip()
    vocabulary = shipped_vocabulary()
    is_usual = want.facet in vocabulary and name == vocabulary[want.facet].name
    return replace(want, name="" if is_usual else name)


def _numbered(owner: Person) -> Iterable[Want]:
    """Numbers of own criteria that anything still speaks of: one that is new must not inherit its levels."""
    spoken_of = (of(JobLevel, owner), of(WayLevel, owner), of(PartnerWant, owner))
    for rows in spoken_of:
        yield from (Want(row.facet, 0, HIGHEST) for row in rows if row.facet.startswith(OWN))


def _ranged(want: Want, ends: tuple[int, int] | None) -> Want:
    if ends is None:
        return want
    worst, best = ends
    return replace(want, wanted=best, worst=None if worst == worst_level(best) else worst)
