"""The weekly score: one number from 0 to 10 out of the signs of a week."""

from collections.abc import Mapping

from unrut.core.facets import shipped_vocabulary

HIGHEST_SIGN = 10
LEAST_SIGNS = 3
"""With fewer answered signs a week has no score: it would tell of the signs left out, not of the week."""


def scored_signs() -> tuple[str, ...]:
    """The signs that count. Being drained is kept apart: it may tell of health rather than of work."""
    return tuple(sign.id for sign in shipped_vocabulary().signs.values() if sign.scored)


def score_of(signs: Mapping[str, float | None]) -> float | None:
    """The mean of the scored signs that were answered, each turned so that ten is good; None with too few of them."""
    known = shipped_vocabulary().signs
    values = [
        value if known[sign].reverse else HIGHEST_SIGN - value
        for sign in scored_signs()
        if (value := signs.get(sign)) is not None
    ]
    return sum(values) / len(values) if len(values) >= LEAST_SIGNS else None
