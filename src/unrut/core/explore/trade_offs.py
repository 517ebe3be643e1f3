"""Which trade-off to ask next, which answers do not go together, and which to ask once more.

A question is worth what its answer is expected to tell (mutual information, Lindley 1956): about which subject is best, where
there are several to tell apart, and a little about the weights themselves.
"""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from itertools import combinations, permutations

import numpy as np
from numpy.typing import NDArray

from unrut.core.explore.answers import Answer, TradeOff
from unrut.core.explore.posterior import Posterior, chances, posterior
from unrut.core.explore.wants import Want

Array = NDArray[np.float64]

MOST_TRADE_OFFS, REPEATED = 4, 3
_LOOKED_AT, _ENOUGH_DRAWS, _CHECK_DRAWS = 6, 2_000, 4_000
_OF_WEIGHTS = 0.2
_SETTLED, _POSSIBLE, _UNLIKELY, _CONTRARY = 0.9, 0.05, 0.1, 0.6
_OPPOSITE = {Answer.FIRST: Answer.SECOND, Answer.SECOND: Answer.FIRST}
_TINY = 1e-12


@dataclass(frozen=True, slots=True)
class Contradiction:
    """An answer (its place among those given) that all others make unlikely, and how likely it is with them.

    `other` is the place of the answer it disagrees with most, None where it is the sliders.
    """

    place: int
    chance: float
    other: int | None


@dataclass(frozen=True, slots=True)
class Agreement:
    """How many of the questions asked twice were answered the same, and how many nearly: one of both answers was even."""

    same: int
    near: int
    asked: int


def next_trade_off(
    found: Posterior, asked: Sequence[TradeOff], *, values: Array | None = None
) -> TradeOff | None:
    """The question whose answer is expected to tell most, None when it is enough.

    It is enough after four answers, or when which subject leads is settled: very likely the best, and none of the possible answers
    changes it. `values` are the worths of the subjects to tell apart, shape (subjects, facets).
    """
    if len(found.facets) < 2 or len(asked) >= MOST_TRADE_OFFS:  # noqa: PLR2004 - nothing to weigh against
        return None
    weights = found.weights[:_ENOUGH_DRAWS]
    known = {question.sides for question in asked}
    candidates = [question for question in _candidates(found) if question.sides not in known]
    if not candidates:
        return None
    leads = _leads(weights, values)
    worths = [_expected(chances(question, weights, found.facets), leads) for question in candidates]
    best = candidates[int(np.argmax(np.round(worths, 9)))]
    return None if asked and _changes_nothing(best, found, weights, values) else best


def contradictions(
    wants: Sequence[Want], trade_offs: Sequence[TradeOff], *, seed: int = 1
) -> tuple[Contradiction, ...]:
    """Answers that all others together make unlikely, the least likely first."""
    answered = [asked for asked in trade_offs if asked.answer]
    found = []
    for place, asked in enumerate(answered):
        others = [*answered[:place], *answered[place + 1 :]]
        chance, contrary = _predicted(wants, others, asked, seed)
        if chance < _UNLIKELY and contrary > _CONTRARY:
            found.append(Contradiction(place, chance, _disagreeing(wants, answered, place, seed)))
    return tuple(sorted(found, key=lambda each: (each.chance, each.place)))


def agreement(pairs: Sequence[tuple[TradeOff, TradeOff]]) -> Agreement:
    """How questions asked twice were answered."""
    same = sum(before.answer == after.answer for before, after in pairs)
    near = sum(
        before.answer != after.answer and Answer.EQUAL in (before.answer, after.answer)
        for before, after in pairs
    )
    return Agreement(same, near, len(pairs))


def to_repeat(trade_offs: Sequence[TradeOff]) -> list[TradeOff]:
    """Three answers to ask for again: those that decided something before the even ones, in their order."""
    decided = sorted(trade_offs, key=lambda asked: asked.answer is Answer.EQUAL)[:REPEATED]
    return [asked for asked in trade_offs if asked in decided]


def _candidates(found: Posterior) -> Iterator[TradeOff]:
    """One improvement against one or two others, of the heaviest wants; the heavier one stands first."""
    shares = found.shares
    heaviest = sorted(found.facets, key=lambda facet: -shares[facet])[:_LOOKED_AT]
    for one, other in combinations(heaviest, 2):
        yield TradeOff((one,), (other,))
    for one, *rest in permutations(heaviest, 3):
        if heaviest.index(rest[0]) < heaviest.index(rest[1]):
            yield TradeOff((one,), tuple(rest))


def _leads(weights: Array, values: Array | None) -> Array | None:
    """Which subject each draw makes the best, as columns of ones and zeros; None where nothing is to be told apart."""
    if values is None or len(np.unique(np.round(values, 9), axis=0)) < 2:  # noqa: PLR2004 - two that differ
        return None
    best = (weights @ values.T).argmax(axis=1)
    leads: Array = np.eye(len(values))[best]
    return leads


def _expected(answers: Array, leads: Array | None) -> float:
    """Expected information in nats of an answer."""
    of_weights = _entropy(answers.mean(axis=0)) - float(
        -(answers * np.log(answers + _TINY)).sum(axis=1).mean()
    )
    if leads is None:
        return of_weights
    joint = answers.T @ leads / len(answers)
    of_best = _entropy(joint.sum(axis=0)) + _entropy(joint.sum(axis=1)) - _entropy(joint.ravel())
    return of_best + _OF_WEIGHTS * of_weights


def _entropy(shares: Array) -> float:
    return float(-(shares * np.log(shares + _TINY)).sum())


def _changes_nothing(asked: TradeOff, found: Posterior, weights: Array, values: Array | None) -> bool:
    """Whether one subject leads, and goes on to whatever is answered; where there are none, whether one weight does."""
    answers = chances(asked, weights, found.facets)
    judged = np.eye(weights.shape[1]) if values is None or len(values) < 2 else values  # noqa: PLR2004 - as above
    possible = answers[:, answers.mean(axis=0) > _POSSIBLE]
    after = (possible / possible.sum(axis=0)).T @ weights @ judged.T
    now = int((weights.mean(axis=0) @ judged.T).argmax())
    leads = ((weights @ judged.T).argmax(axis=1) == now).mean()
    return bool(leads >= _SETTLED and (after.argmax(axis=1) == now).all())


def _predicted(
    wants: Sequence[Want], others: Sequence[TradeOff], asked: TradeOff, seed: int
) -> tuple[float, float]:
    """How likely the others make an answer, and the contrary one."""
    found = posterior(wants, trade_offs=others, seed=seed, draws=_CHECK_DRAWS)
    if not {*asked.first, *asked.second} <= set(found.facets) or asked.answer is None:
        return 1.0, 0.0
    likely = dict(zip(Answer, chances(asked, found.weights, found.facets).mean(axis=0).tolist(), strict=True))
    contrary = _OPPOSITE.get(asked.answer)
    return likely[asked.answer], likely[contrary] if contrary else 0.0


def _disagreeing(wants: Sequence[Want], answered: Sequence[TradeOff], place: int, seed: int) -> int | None:
    """The answer without which this one is no longer unlikely, the one that matters most; None where no single one is."""
    asked = answered[place]
    best, found = _UNLIKELY, None
    for other in range(len(answered)):
        if other != place:
            rest = [each for at, each in enumerate(answered) if at not in {place, other}]
            chance, _ = _predicted(wants, rest, asked, seed)
            if chance >= best:
                best, found = chance, other
    return found
