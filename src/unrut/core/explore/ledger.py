"""Savings over five years on a way, in every draw at once.

On the way one has the income of the way, pays fixed costs, and spends what the way costs evenly over its months. Then one has the income
one gets there; or is back at the present one, after some months without where the way back is closed. A balance is thus a line with two
bends: all that is asked of it is found at the bends, without going through the months.
"""

from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray

from unrut.core.explore.estimates import DrawnFigures
from unrut.core.explore.money import MoneyOutcome, Purse
from unrut.core.explore.ways import Figure

Array = NDArray[np.float64]

FIVE_YEARS = 60.0
MONTHS_WITHOUT = 4.0
"""Judgement: months without an income until one who cannot go back has found work as good as now."""
SHORTEST_WAY = 1.0
WORST_SHARE, MIDDLE = 0.05, 0.5
RANGE = (0.1, MIDDLE, 0.9)
# Amounts nearer than half a coin are the same.
_SAME = 0.005


@dataclass(frozen=True, slots=True)
class Balances:
    """Money at the bends of its line, arrays of draws by bends: the months of the bends, from 0 to 60, and the money then."""

    months: Array
    money: Array


def money_outcome(purse: Purse, drawn: DrawnFigures) -> MoneyOutcome:
    """What becomes of the savings on the way, with the purse as it is."""
    balances = balances_of(purse, drawn)
    lowest, runways, paybacks = balances.money.min(axis=1), _runways(balances), _paybacks(balances, purse)
    low, middle, high = (float(value) for value in np.quantile(lowest, RANGE))
    return MoneyOutcome(
        runway=_month(runways, MIDDLE),
        lowest=(low, middle, high),
        dip=_dip(purse, drawn),
        payback=_month(paybacks, MIDDLE),
        pays_back=float(np.isfinite(paybacks).mean()),
        worst=float(np.quantile(lowest, WORST_SHARE)),
        worst_runway=_month(runways, WORST_SHARE),
    )


def balances_of(purse: Purse, drawn: DrawnFigures) -> Balances:
    """The savings in each draw: at the start, when the way ends, when an income is there again, and after five years."""
    months = drawn.figures[Figure.MONTHS]
    meanwhile, then = (
        _income(purse, drawn, which) for which in (Figure.INCOME_MEANWHILE, Figure.INCOME_THEN)
    )
    then = np.where(drawn.arrives, then, purse.income)
    without = np.where(drawn.arrives | drawn.returns, 0.0, MONTHS_WITHOUT)
    first = np.minimum(months, FIVE_YEARS)
    second = np.minimum(months + without, FIVE_YEARS)
    spent = drawn.figures[Figure.COST] * np.minimum(1.0, FIVE_YEARS / np.maximum(months, SHORTEST_WAY))
    gone = purse.savings + first * (meanwhile - purse.fixed_costs) - spent
    found = gone - (second - first) * purse.fixed_costs
    last = found + (FIVE_YEARS - second) * (then - purse.fixed_costs)
    begin = np.zeros_like(first)
    return Balances(
        months=np.stack((begin, first, second, begin + FIVE_YEARS), axis=1),
        money=np.stack((begin + purse.savings, gone, found, last), axis=1),
    )


def _income(purse: Purse, drawn: DrawnFigures, which: Figure) -> Array:
    """As now where nothing else is said."""
    return drawn.figures.get(which, np.full(len(drawn.arrives), purse.income))


def _dip(purse: Purse, drawn: DrawnFigures) -> float:
    """What one has less a month on the way in the middle of all cases; nothing where there is no way to go."""
    months = drawn.figures[Figure.MONTHS]
    cost = drawn.figures[Figure.COST] / np.maximum(months, SHORTEST_WAY)
    less = purse.income - _income(purse, drawn, Figure.INCOME_MEANWHILE) + cost
    return float(np.median(np.where((months > 0) | (cost > 0), less, 0.0)))


def _runways(balances: Balances) -> Array:
    """The first month at which the money is gone; infinity where it never is."""
    is_short = balances.money < -_SAME
    place = is_short.argmax(axis=1)
    return np.where(is_short.any(axis=1), _crossing(balances, np.maximum(place - 1, 0)), np.inf)


def _paybacks(balances: Balances, purse: Purse) -> Array:
    """The month from which on one has no less than by staying; infinity where that is not within five years."""
    ahead = balances.money - (purse.savings + balances.months * (purse.income - purse.fixed_costs))
    is_behind = ahead < -_SAME
    last = is_behind.shape[1] - 1
    place = last - is_behind[:, ::-1].argmax(axis=1)
    crossed = _crossing(Balances(balances.months, ahead), np.minimum(place, last - 1))
    paid = np.where(is_behind.any(axis=1), crossed, 0.0)
    return np.where(is_behind[:, last], np.inf, paid)


def _crossing(balances: Balances, places: NDArray[np.intp]) -> Array:
    """When the line from this bend to the next is at nothing; its beginning where it is nothing all along."""
    rows = np.arange(len(places))
    start, end = balances.months[rows, places], balances.months[rows, places + 1]
    before, after = balances.money[rows, places], balances.money[rows, places + 1]
    slope = np.where(before == after, 1.0, before - after)
    share = np.clip(np.where(before == after, 0.0, before / slope), 0.0, 1.0)
    crossed: Array = start + share * (end - start)
    return crossed


def _month(months: Array, share: float) -> float | None:
    """The month that this share of cases does not reach; None where that is none of the months looked at."""
    found = float(np.quantile(months, share, method="lower"))
    return found if np.isfinite(found) else None
