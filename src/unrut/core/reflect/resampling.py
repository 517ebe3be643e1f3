"""How sure an order of causes is: the answered weeks are drawn anew, and each time it is looked up who leads.

A drawing takes as many weeks as there are, each week as likely as the other and some of them more than once (the bootstrap of
Efron). What a week said stays together, so that facets that come in the same weeks rise and fall together.
"""

from collections.abc import Sequence
from dataclasses import dataclass
from functools import lru_cache
from typing import TYPE_CHECKING

from unrut.core.reflect.shares import PRIOR_SHARE, PRIOR_WEEKS

if TYPE_CHECKING:
    from numpy import float32
    from numpy.typing import NDArray

DRAWS = 2000
LEADING = 3
_TIES = 1e-6
_NOT_NAMED = -1.0


@dataclass(frozen=True, slots=True)
class Ranked:
    """A facet to be ranked: the places of the weeks that name it, and what its share is multiplied with."""

    weeks: tuple[int, ...]
    factor: float


@dataclass(frozen=True, slots=True)
class Chances:
    """In what part of the drawings a facet came first, and among the first three; never in one that does not name it."""

    first: float
    leading: float


def rank_chances(ranked: Sequence[Ranked], answered: int, *, seed: int) -> tuple[Chances, ...]:
    """The chances of each, in the order given. Facets that are level in a drawing share the place by lot."""
    import numpy as np

    if not ranked:
        return ()
    named = np.zeros((answered, len(ranked)), dtype=np.float32)
    for column, facet in enumerate(ranked):
        named[list(facet.weeks), column] = 1
    counts = drawn_weeks(answered, seed) @ named
    shares = (counts + PRIOR_WEEKS * PRIOR_SHARE) / (answered + PRIOR_WEEKS)
    strength = np.where(counts > 0, shares * np.array([facet.factor for facet in ranked]), _NOT_NAMED)
    strength += _TIES * np.random.default_rng(seed).random(strength.shape)
    order = np.argsort(-strength, axis=1)[:, :LEADING]
    is_named = np.take_along_axis(counts, order, axis=1) > 0
    first = np.bincount(order[:, 0][is_named[:, 0]], minlength=len(ranked)) / DRAWS
    leading = np.bincount(order[is_named], minlength=len(ranked)) / DRAWS
    return tuple(Chances(float(one), float(three)) for one, three in zip(first, leading, strict=True))


@lru_cache(maxsize=2)
def drawn_weeks(answered: int, seed: int) -> "NDArray[float32]":
    """How often each answered week came in each drawing. Kept, because both kinds of notes are about the same weeks."""
    import numpy as np

    drawn = np.random.default_rng(seed).integers(answered, size=(DRAWS, answered), dtype=np.int32)
    drawn += np.arange(DRAWS, dtype=np.int32)[:, None] * answered
    counts = np.bincount(drawn.ravel(), minlength=DRAWS * answered)
    return counts.reshape(DRAWS, answered).astype(np.float32)
