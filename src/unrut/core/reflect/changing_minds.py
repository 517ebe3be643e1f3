"""What would change the picture: hypothetical weeks are added until a cause leaves the first three, or enters them."""

from collections.abc import Callable, Sequence
from dataclasses import dataclass

from unrut.core.reflect.causes import Cause
from unrut.core.reflect.resampling import LEADING
from unrut.core.reflect.shares import PRIOR_SHARE, PRIOR_WEEKS

LONGEST = 26


@dataclass(frozen=True, slots=True)
class ChangeOfMind:
    """What it takes for a cause to change places.

    `weeks` further answered weeks, in which the others are named as often as so far: without it when it `leads`, each naming
    it when it does not. None when half a year is not enough, or nothing could take its place. `read` counts the weeks that name it
    only as the program read them; `leads_without_read` says whether it would lead without those.
    """

    leads: bool
    weeks: int | None
    read: int
    leads_without_read: bool


def change_of_mind(cause: Cause, causes: Sequence[Cause]) -> ChangeOfMind:
    """What it takes for `cause`, one of `causes` in their order, to leave the first three, or to enter them."""
    leads = _leads(cause, causes, 0, len(cause.weeks))
    read = len(cause.unconfirmed)
    return ChangeOfMind(
        leads=leads,
        weeks=_first(lambda weeks: _leads(cause, causes, weeks, _named(cause, weeks, leads=leads)) != leads),
        read=read,
        leads_without_read=_leads(cause, causes, 0, len(cause.weeks) - read),
    )


def _named(cause: Cause, weeks: int, *, leads: bool) -> int:
    return len(cause.weeks) + (0 if leads else weeks)


def _first(changes: Callable[[int], bool]) -> int | None:
    return next((weeks for weeks in range(1, LONGEST + 1) if changes(weeks)), None)


def _leads(cause: Cause, causes: Sequence[Cause], weeks: int, named: float) -> bool:
    """Whether fewer than three others would be ahead after so many more weeks. A draw goes to the one that stands before."""
    place = causes.index(cause)
    own = _strength(cause, named, weeks)
    grown = 1 + weeks / cause.answered
    others = [_strength(other, len(other.weeks) * grown, weeks) for other in causes]
    ahead = sum(strength >= own for strength in others[:place])
    ahead += sum(strength > own for strength in others[place + 1 :])
    return ahead < LEADING


def _strength(cause: Cause, named: float, weeks: int) -> float:
    share = (named + PRIOR_WEEKS * PRIOR_SHARE) / (cause.answered + weeks + PRIOR_WEEKS)
    return share * cause.factor
