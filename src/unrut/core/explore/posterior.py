"""How much each want weighs, after all that was said and done: many sets of weights, each as likely as any other.

Before anything is said every set of weights that adds up to one is as likely (a flat Dirichlet). A slider is the true weight
times a log-normal error, on a scale nobody knows; trade-offs follow Davidson (1970), reactions to openings a logit, and a reason for putting one aside
Luce's choice rule (1959). The posterior is found by importance sampling.

The draws are proposed where the sliders leave them: x = slider * exp(error), w = x / sum(x). In the logs of ratios that is
normal with the shape of the slider's own likelihood, so that per volume of the simplex its density is that likelihood
divided by the product of all w (the Jacobian of log-ratios). What remains as the importance of a draw is the product of its
weights, times the likelihood of all other answers.
"""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from enum import StrEnum

import numpy as np
from numpy.typing import NDArray

from unrut.core.explore.answers import Answer, TradeOff
from unrut.core.explore.wants import Want

Array = NDArray[np.float64]

DRAWS = 20_000
LEAST_EFFECTIVE = 200.0
"""Answers that contradict one another are taken less to the letter, until so many draws still count."""

SAID_LOG_SD, PROPOSED_LOG_SD = 0.25, 0.6
"""People repeat a stated weight within a quarter of its size; what only follows from notes is less sure."""

# Judgement: one in six choices between improvements of typical size comes out otherwise, and the even ones are "about the same".
_CHOICE_SCALE, _TIES = 0.053, 0.5
# Judgement: an opening is kept or put aside for much that is not wanted here, one in ten times for nothing but that.
_REACTION_SCALE, _LAPSE = 0.15, 0.1
_LEAST_REASON = 0.02
_FACTORS = 50
_HALVINGS = 30


@dataclass(frozen=True, slots=True)
class Reaction:
    """What the person did with an opening: kept it, or put it aside, perhaps because of one facet.

    `ahead` is how much worth (-1 to 1) each facet it tells of puts it ahead of the present job, `lacking` how much worth
    (0 to 1) each lacks.
    """

    is_liked: bool
    ahead: Mapping[str, float]
    lacking: Mapping[str, float]
    reason: str = ""


class Source(StrEnum):
    """What moves the weights, in this order."""

    EVEN = "even"
    SLIDERS = "sliders"
    TRADE_OFFS = "trade_offs"
    REACTIONS = "reactions"


@dataclass(frozen=True, slots=True)
class Stage:
    """The mean share of each weight once a source is taken in, and how many answers of that kind there are."""

    source: Source
    count: int
    shares: Mapping[str, float]


@dataclass(frozen=True, slots=True)
class Posterior:
    """Equally likely sets of weights, shape (draws, facets); every row adds up to 1.

    `effective` is the number of independent draws they are worth (Kish 1965). Empty while nothing is wanted.
    """

    facets: tuple[str, ...]
    weights: Array
    effective: float
    stages: tuple[Stage, ...]

    @property
    def shares(self) -> dict[str, float]:
        """The mean share of each weight."""
        return dict(zip(self.facets, self.weights.mean(axis=0).tolist(), strict=True))

    def range_of(self, facet: str) -> tuple[float, float]:
        """Between which shares a weight lies in four draws of five."""
        low, high = np.quantile(self.weights[:, self.facets.index(facet)], (0.1, 0.9))
        return float(low), float(high)

    def moved(self, source: Source) -> dict[str, float]:
        """Points of 100 by which a source moved each share; nothing where it has no answers."""
        for before, after in zip(self.stages, self.stages[1:], strict=False):
            if after.source is source:
                return {facet: 100 * (after.shares[facet] - before.shares[facet]) for facet in self.facets}
        return {}


def posterior(
    wants: Sequence[Want],
    *,
    trade_offs: Sequence[TradeOff] = (),
    reactions: Sequence[Reaction] = (),
    are_said: bool = True,
    seed: int = 1,
    draws: int = DRAWS,
) -> Posterior:
    """The weights after all answers; `are_said` tells sliders a person set from those proposed from notes.

    The same seed proposes the same draws whatever was answered. Trade-offs without an answer, or about what is not wanted,
    say nothing.
    """
    wants = [want for want in wants if want.weight > 0]
    facets = tuple(want.facet for want in wants)
    if not wants:
        return Posterior((), np.ones((draws, 0)), 0.0, ())
    proposed = _proposed(wants, SAID_LOG_SD if are_said else PROPOSED_LOG_SD, seed, draws)
    answered = [(asked, asked.answer) for asked in trade_offs if asked.answer and _is_about(asked, facets)]
    told = (
        (Source.SLIDERS, len(wants), np.log(proposed).sum(axis=1)),
        (Source.TRADE_OFFS, len(answered), _of_trade_offs(answered, proposed, facets)),
        (Source.REACTIONS, len(reactions), _of_reactions(reactions, proposed, facets)),
    )
    stages = [Stage(Source.EVEN, 0, dict.fromkeys(facets, 1 / len(facets)))]
    likely = np.zeros(draws)
    for source, count, more in told:
        if count:
            likely = likely + more
            shares = _importances(likely)[0] @ proposed
            stages.append(Stage(source, count, dict(zip(facets, shares.tolist(), strict=True))))
    importances, effective = _importances(likely)
    chosen = _resampled(importances, seed)
    return Posterior(facets, proposed[chosen], effective, tuple(stages))


def chances(asked: TradeOff, weights: Array, facets: Sequence[str]) -> Array:
    """How likely each set of weights makes the first, the second and an even answer, shape (draws, 3)."""
    one, other = (
        weights[:, [facets.index(facet) for facet in side]].sum(axis=1) / _CHOICE_SCALE
        for side in (asked.first, asked.second)
    )
    half = np.clip((one - other) / 2, -40.0, 40.0)
    found = np.stack([np.exp(half), np.exp(-half), np.full(len(half), _TIES)], axis=1)
    found /= found.sum(axis=1, keepdims=True)
    return found


def _proposed(wants: Sequence[Want], log_sd: float, seed: int, draws: int) -> Array:
    noise = np.random.default_rng(seed).normal(0.0, log_sd, (draws, len(wants)))
    rows: Array = np.array([want.weight for want in wants]) * np.exp(noise)
    rows /= rows.sum(axis=1, keepdims=True)
    return rows


def _is_about(asked: TradeOff, facets: Sequence[str]) -> bool:
    return {*asked.first, *asked.second} <= set(facets)


def _of_trade_offs(
    answered: Sequence[tuple[TradeOff, Answer]], weights: Array, facets: Sequence[str]
) -> Array:
    places = {answer: place for place, answer in enumerate(Answer)}
    total = np.zeros(len(weights))
    for asked, answer in answered:
        total += np.log(chances(asked, weights, facets)[:, places[answer]])
    return total


def _of_reactions(reactions: Sequence[Reaction], weights: Array, facets: Sequence[str]) -> Array:
    """Weights under which what was kept is ahead of the present job, and what was named as a reason weighs."""
    if not reactions:
        return np.zeros(len(weights))
    named = [reaction for reaction in reactions if reaction.reason in facets]
    return _of_marks(reactions, weights, facets) + _of_reasons(named, weights, facets)


def _of_marks(reactions: Sequence[Reaction], weights: Array, facets: Sequence[str]) -> Array:
    ahead = np.array([[reaction.ahead.get(facet, 0.0) for facet in facets] for reaction in reactions])
    signs = np.array([1.0 if reaction.is_liked else -1.0 for reaction in reactions])
    # In place: to make arrays of this size takes longer than to count in them.
    chance = np.exp((ahead * signs[:, None] / -_REACTION_SCALE) @ weights.T)
    chance += 1
    np.divide(1 - _LAPSE, chance, out=chance)
    chance += _LAPSE / 2
    return _log_of_product(chance)


def _of_reasons(reactions: Sequence[Reaction], weights: Array, facets: Sequence[str]) -> Array:
    """Up to a factor that all draws share: how much is lacking of what was named."""
    if not reactions:
        return np.zeros(len(weights))
    lacking = [
        [max(_LEAST_REASON, reaction.lacking.get(facet, 0.0)) for facet in facets] for reaction in reactions
    ]
    times = np.bincount([facets.index(reaction.reason) for reaction in reactions], minlength=len(facets))
    told: Array = np.log(weights) @ times - _log_of_product(np.array(lacking) @ weights.T)
    return told


def _log_of_product(factors: Array) -> Array:
    """Of each column; a logarithm takes longer than many products, which are taken by so few that none vanishes."""
    total = np.zeros(factors.shape[1])
    for start in range(0, len(factors), _FACTORS):
        total += np.log(factors[start : start + _FACTORS].prod(axis=0))
    return total


def _importances(likely: Array) -> tuple[Array, float]:
    """What each draw counts, adding up to 1, and how many independent draws that is worth."""
    power, step = 1.0, 0.5
    found, effective = _to_the_power(likely, power)
    if effective >= min(LEAST_EFFECTIVE, len(likely) / 2):
        return found, effective
    power = 0.0
    for _ in range(_HALVINGS):
        tried, worth = _to_the_power(likely, power + step)
        if worth >= min(LEAST_EFFECTIVE, len(likely) / 2):
            power, found, effective = power + step, tried, worth
        step /= 2
    return found, effective


def _to_the_power(likely: Array, power: float) -> tuple[Array, float]:
    found = np.exp(power * (likely - likely.max()))
    found /= found.sum()
    return found, float(1 / (found**2).sum())


def _resampled(importances: Array, seed: int) -> NDArray[np.intp]:
    """Systematic resampling (Kitagawa 1996): places of the draws, each as often as it counts, in an order of chance."""
    draws = len(importances)
    generator = np.random.default_rng([seed, draws])
    at = (np.arange(draws) + generator.random()) / draws
    chosen = np.minimum(np.searchsorted(importances.cumsum(), at), draws - 1)
    return generator.permutation(chosen).astype(np.intp)
