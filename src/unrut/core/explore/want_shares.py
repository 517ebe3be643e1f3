"""The shares of weight, heaviest first, with how sure they and their order are."""

from dataclasses import dataclass

from unrut.core.explore.posterior import Posterior


@dataclass(frozen=True, slots=True)
class Share:
    """The share of one that a criterion has of all weight: its mean, and between what it lies in four draws of five."""

    facet: str
    low: float
    mean: float
    high: float


def shares_of(found: Posterior) -> tuple[Share, ...]:
    """All shares, heaviest first; ties keep the order of the wants."""
    means = found.shares
    heaviest = sorted(found.facets, key=lambda facet: -means[facet])
    return tuple(_share(found, facet, means[facet]) for facet in heaviest)


def order_chance(found: Posterior, most: int) -> float:
    """The share of draws in which the heaviest few weigh in just this order, each more than the next and the last more than the rest.

    1 where there is nothing to order.
    """
    places = [found.facets.index(share.facet) for share in shares_of(found)]
    ordered = found.weights[:, places]
    first, rest = ordered[:, :most], ordered[:, most:]
    holds = (first[:, :-1] >= first[:, 1:]).all(axis=1)
    if rest.shape[1]:
        holds &= first[:, -1] >= rest.max(axis=1)
    return float(holds.mean())


def _share(found: Posterior, facet: str, mean: float) -> Share:
    low, high = found.range_of(facet)
    # A mean may lie outside its own range where nearly all draws are alike.
    return Share(facet, min(low, mean), mean, max(high, mean))
