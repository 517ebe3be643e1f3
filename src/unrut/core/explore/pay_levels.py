"""The level of pay that follows from an income, beside the present level and the present income."""

from collections.abc import Sequence
from math import hypot, log2

from unrut.core.explore.levels import HIGHEST, LOWEST, UNKNOWN, Level, Levels, Source
from unrut.core.explore.money import Purse
from unrut.core.explore.wants import Want
from unrut.core.explore.ways import Estimate
from unrut.core.explore.worth import counted

PAY = "pay_benefits"
DOUBLING = 4.0
"""Judgement: levels, of ten, that pay is higher when it is doubled; what one more coin is worth falls with those there are."""
MOST_TIMES = 4.0
"""Pay is looked at from a quarter to four times the present income."""
TENTH = 1.2816
"""Standard deviations from the middle of a normal distribution to a tenth of it."""


def income_now(wants: Sequence[Want], purse: Purse | None) -> float | None:
    """The income that others are put beside; None where pay is not wanted, or no income is told."""
    is_wanted = any(want.facet == PAY for want in counted(wants))
    return purse.income if purse is not None and purse.income > 0 and is_wanted else None


def pay_level(income: Estimate, now: float, stay: Levels) -> Level:
    """The level of an income beside that of the present one: as unsure as both together."""
    low, likely, high = (_steps(value / now) for value in (income.low, income.likely, income.high))
    before, spread = stay.get(PAY, UNKNOWN), (high - low) / (2 * TENTH)
    mean = min(HIGHEST, max(LOWEST, before.mean + likely))
    return Level(mean, hypot(before.sd, spread), Source.EXPECTED)


def _steps(times: float) -> float:
    return DOUBLING * log2(min(MOST_TIMES, max(1 / MOST_TIMES, times)))
