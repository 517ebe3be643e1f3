"""Whether what was called likely came about as often as was said.

A chance that was told says little about a single case, and much about many: of all that was called 70 % likely, about 70 % should
come. Before five predictions nothing is said; after that one is too sure, or not sure enough, only where the share that was said lies
outside the Beta interval about the share that came (Clopper & Pearson 1934). Somebody whose chances are right is told either in
fewer than one case of twenty, however few the predictions are and however much their chances differ (Hoeffding 1956).
"""

from collections.abc import Sequence
from dataclasses import dataclass
from enum import StrEnum
from math import exp, lgamma, log

FEWEST = 5
EVEN = 0.5
_BINS = ((0.0, 0.35), (0.35, 0.65), (0.65, 0.85), (0.85, 1.0))
_DOUBT = 0.05


class CalibrationVerdict(StrEnum):
    """What the predictions say of the one who made them."""

    TOO_FEW = "too_few"
    FAIR = "fair"
    TOO_SURE = "too_sure"
    NOT_SURE_ENOUGH = "not_sure_enough"


@dataclass(frozen=True, slots=True)
class Prediction:
    """How likely something was called, from 0 to 1, and whether it came."""

    chance: float
    came: bool


@dataclass(frozen=True, slots=True)
class CalibrationBin:
    """Predictions with chances from `low` to `high`: how many, their mean, and the share that came."""

    low: float
    high: float
    count: int
    said: float
    came: float


@dataclass(frozen=True, slots=True)
class Calibration:
    """All predictions together. `brier` is the mean squared difference from what came (Brier 1950): 0 is perfect, .25 a coin."""

    count: int
    brier: float
    said: float
    came: float
    bins: tuple[CalibrationBin, ...]
    verdict: CalibrationVerdict


def calibration(predictions: Sequence[Prediction]) -> Calibration:
    """How well predictions held; zeros where there are none.

    Raises ValueError for a chance that is none.
    """
    for each in predictions:
        if not 0 <= each.chance <= 1:
            raise ValueError(f"A chance is from 0 to 1, not {each.chance}")
    count = len(predictions)
    if not count:
        return Calibration(0, 0.0, 0.0, 0.0, (), CalibrationVerdict.TOO_FEW)
    brier = sum((each.chance - each.came) ** 2 for each in predictions) / count
    said, came = _means(predictions)
    return Calibration(count, brier, said, came, _bins(predictions), _verdict(predictions))


def _bins(predictions: Sequence[Prediction]) -> tuple[CalibrationBin, ...]:
    found = []
    for low, high in _BINS:
        within = [each for each in predictions if low <= each.chance < high or each.chance == high == 1]
        if within:
            found.append(CalibrationBin(low, high, len(within), *_means(within)))
    return tuple(found)


def _verdict(predictions: Sequence[Prediction]) -> CalibrationVerdict:
    if len(predictions) < FEWEST:
        return CalibrationVerdict.TOO_FEW
    turned = _turned(predictions)
    count, hits = len(turned), sum(each.came for each in turned)
    said = sum(each.chance for each in turned) / max(1, count)
    if _chance_of_at_most(hits, count, said) < _DOUBT:
        return CalibrationVerdict.TOO_SURE
    # At least so many hits are at most so many misses.
    if _chance_of_at_most(count - hits, count, 1 - said) < _DOUBT:
        return CalibrationVerdict.NOT_SURE_ENOUGH
    return CalibrationVerdict.FAIR


def _turned(predictions: Sequence[Prediction]) -> list[Prediction]:
    """Each as a prediction of what one held likely, which says how sure one was; even odds claim nothing."""
    return [
        each if each.chance > EVEN else Prediction(1 - each.chance, not each.came)
        for each in predictions
        if each.chance != EVEN
    ]


def _chance_of_at_most(hits: int, count: int, chance: float) -> float:
    """How likely no more than so many of `count` are, each with that chance (binomial).

    Below a twentieth just where the chance lies above the interval that Beta(hits + 1, misses) gives.
    """
    if hits >= count or chance <= 0:
        return 1.0
    if chance >= 1:
        return 0.0
    odds = log(chance) - log(1 - chance)
    start = lgamma(count + 1) + count * log(1 - chance)
    return sum(exp(start - lgamma(k + 1) - lgamma(count - k + 1) + k * odds) for k in range(hits + 1))


def _means(predictions: Sequence[Prediction]) -> tuple[float, float]:
    count = len(predictions)
    return sum(each.chance for each in predictions) / count, sum(each.came for each in predictions) / count
