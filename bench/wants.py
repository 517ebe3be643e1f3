"""Whether the truly best option is found: our weights beside those of other methods, on simulated people and options.

python bench/wants.py

People have true weights (flat Dirichlet over eight criteria) and ten options with true worths (uniform). They set swing sliders
(log-normal error), answer trade-offs (logistic noise: about 18 % come out against their true weights), or give what another method
asks for with the same noise. Three worlds: all is known; a quarter of the cells is unknown; the same with sliders that hardly follow the
ranges. The scale of choices and of ties in `posterior.py` was set on seeds 1 to 400; the figures are of seeds from 10,000.
"""

from collections.abc import Callable, Mapping
from dataclasses import dataclass
from itertools import combinations

import numpy as np
from common import Row, show, yes_or_no
from numpy.typing import NDArray

from unrut.core.explore.answers import Answer, TradeOff
from unrut.core.explore.fit import Subject, judge
from unrut.core.explore.levels import Level, Source
from unrut.core.explore.posterior import Posterior, chances, posterior
from unrut.core.explore.trade_offs import MOST_TRADE_OFFS, agreement, next_trade_off
from unrut.core.explore.wants import Want
from unrut.core.facets import shipped_vocabulary

Array = NDArray[np.float64]

CRITERIA, OPTIONS, PEOPLE = 8, 10, 1_000
FIRST_SEED = 10_000
SLIDER_SD, NOISY_SD, RANGE_BLIND = 0.25, 0.5, 0.5
UNKNOWN_SHARE = 0.25
CHOICE_SCALE = 0.053
MOST_BEHIND, MOST_ECE = 3.0, 0.05
BINS = 10
FACETS = list(shipped_vocabulary().facets)[:CRITERIA]
OURS = "sliders and four trade-offs (ours)"
AHP_TOLD, AHP = "AHP if it told the ranges, 28 answers", "AHP as it is asked, 28 answers"
NOT_COMPARED = ("true weights", AHP_TOLD, AHP)
"""What nobody can ask for, and what takes 28 answers instead of twelve."""

METHODS_OF_PYMCDM = ("TOPSIS", "VIKOR", "PROMETHEE_II", "WASPAS", "ARAS", "EDAS", "MABAC", "SPOTIS")


@dataclass(frozen=True, slots=True)
class World:
    """What a person faces: true weights, true worths (options by criteria), which of them are known, and their sliders."""

    weights: Array
    worths: Array
    known: NDArray[np.bool_]
    sliders: Array
    error: float
    chance: np.random.Generator


@dataclass(frozen=True, slots=True)
class Found:
    """What each way of weighing chose, what ours said of its choice, and whether it was right; and the agreement a week later."""

    hits: Mapping[str, float]
    said: Array
    right: Array
    same: float
    asked: float


def measure() -> list[Row]:
    """Recovery in three worlds, calibration of the chance of being best, agreement a week later, and pymcdm beside itself."""
    worlds = {
        "all known": (0.0, SLIDER_SD, 0.0),
        "a quarter unknown": (UNKNOWN_SHARE, SLIDER_SD, 0.0),
        "a quarter unknown, careless sliders": (UNKNOWN_SHARE, NOISY_SD, RANGE_BLIND),
    }
    rows = []
    for number, (name, made) in enumerate(worlds.items()):
        found = _people(FIRST_SEED + number * PEOPLE, *made)
        rows += [*_recovery(name, found), _calibration(name, found)]
        if number == 0:
            share = 100 * found.same
            rows.append(Row("the same answer to a trade-off a week later", f"{share:.0f} %"))
    return [*rows, _disagreement()]


def _people(seed: int, unknown: float, sd: float, blind: float) -> Found:
    hits: dict[str, list[bool]] = {}
    said, right, same, asked = [], [], 0, []
    for person in range(PEOPLE):
        world = _world(seed + person, unknown, sd, blind)
        best = int((world.worths @ world.weights).argmax())
        found, answers, again = _ours(world)
        fits = judge(_subjects(world), _wants(world), reference="0", weights=found.weights, draws=1_000)
        first = max(fits, key=lambda fit: fit.best)
        said.append(first.best)
        right.append(int(first.key) == best)
        same += agreement(again).same
        asked.append(len(answers))
        for name, choose in {**_weighings(), **_pymcdm()}.items():
            hits.setdefault(name, []).append(choose(world) == best)
    hits[OURS] = right
    count = sum(asked)
    return Found(
        {name: 100 * float(np.mean(each)) for name, each in hits.items()},
        np.array(said),
        np.array(right, dtype=np.float64),
        same / max(1, count),
        count / PEOPLE,
    )


def _world(seed: int, unknown: float, sd: float, blind: float) -> World:
    chance = np.random.default_rng(seed)
    weights = chance.dirichlet(np.ones(CRITERIA))
    worths = chance.random((OPTIONS, CRITERIA))
    known = chance.random((OPTIONS, CRITERIA)) >= unknown
    told = weights ** (1 - blind) * np.exp(chance.normal(0, sd, CRITERIA))
    sliders = np.maximum(5, 5 * np.round(20 * told / told.max()))
    return World(weights, worths, known, sliders, sd, chance)


def _wants(world: World) -> list[Want]:
    return [Want(facet, weight, 10) for facet, weight in zip(FACETS, world.sliders.tolist(), strict=True)]


def _subjects(world: World) -> list[Subject]:
    """Known worths are levels known for sure; unknown ones are as unknown as they are in the program."""
    return [
        Subject(
            str(place),
            {
                facet: Level(10 * worth, 0.01, Source.ANSWERED)
                for facet, worth, is_known in zip(FACETS, worths.tolist(), known.tolist(), strict=True)
                if is_known
            },
        )
        for place, (worths, known) in enumerate(zip(world.worths, world.known, strict=True))
    ]


def _ours(world: World) -> tuple[Posterior, list[TradeOff], list[tuple[TradeOff, TradeOff]]]:
    wants, answers, again = _wants(world), list[TradeOff](), []
    found = posterior(wants, draws=4_000)
    while (asked := next_trade_off(found, answers, values=_seen(world))) is not None:
        answers.append(_answered(asked, world))
        again.append((answers[-1], _answered(asked, world)))
        found = posterior(wants, trade_offs=answers, draws=4_000)
    assert len(answers) <= MOST_TRADE_OFFS
    return found, answers, again


def _answered(asked: TradeOff, world: World) -> TradeOff:
    shares = chances(asked, world.weights[None, :], FACETS)[0]
    return TradeOff(asked.first, asked.second, list(Answer)[world.chance.choice(3, p=shares)])


def _seen(world: World) -> Array:
    """The worths as they look: the middle where nothing is known."""
    return np.where(world.known, world.worths, 0.5)


def _weighings() -> dict[str, Callable[[World], int]]:
    """Other ways to weigh, each choosing by the weighted mean."""
    return {
        "true weights": lambda world: _choose(world, world.weights),
        "eight sliders as they are": lambda world: _choose(world, world.sliders),
        "ranking, rank order centroid": lambda world: _choose(world, _roc(_ranks(world))),
        "ranking, rank sum": lambda world: _choose(world, CRITERIA - _ranks(world)),
        "direct importance": lambda world: _choose(world, _importance(world)),
        AHP_TOLD: lambda world: _choose(world, _ahp(world, world.weights)),
        AHP: lambda world: _choose(world, _ahp(world, np.sqrt(world.weights))),
        "equal weights": lambda world: _choose(world, np.ones(CRITERIA)),
    }


def _choose(world: World, weights: Array) -> int:
    return int((_seen(world) @ weights).argmax())


def _ranks(world: World) -> Array:
    """Places from 0 in the order of the sliders; the first of equal ones stands first."""
    places = np.empty(CRITERIA)
    places[np.argsort(-world.sliders, kind="stable")] = np.arange(CRITERIA)
    return places


def _roc(ranks: Array) -> Array:
    by_rank = np.array([np.sum(1 / np.arange(rank + 1, CRITERIA + 1)) / CRITERIA for rank in range(CRITERIA)])
    weights: Array = by_rank[ranks.astype(int)]
    return weights


def _importance(world: World) -> Array:
    """Importance asked without ranges: drawn towards the middle of the scale, with the same error."""
    told = np.sqrt(world.weights) * np.exp(world.chance.normal(0, world.error, CRITERIA))
    weights: Array = 10 * np.ceil(10 * told / told.max())
    return weights


def _ahp(world: World, felt: Array) -> Array:
    """Saaty's scale of 1 to 9 for all 28 pairs, with the same error on each, and the principal eigenvector.

    AHP asks for importance without ranges, as the direct question does: what is felt is drawn together.
    """
    matrix = np.ones((CRITERIA, CRITERIA))
    for one, other in combinations(range(CRITERIA), 2):
        ratio = felt[one] / felt[other] * np.exp(world.chance.normal(0, world.error))
        told = np.clip(np.round(max(ratio, 1 / ratio)), 1, 9)
        matrix[one, other] = told if ratio >= 1 else 1 / told
        matrix[other, one] = 1 / matrix[one, other]
    values, vectors = np.linalg.eig(matrix)
    principal = np.abs(vectors[:, values.real.argmax()].real)
    return np.asarray(principal / principal.sum())


def _pymcdm() -> dict[str, Callable[[World], int]]:
    """Methods of pymcdm by the weights of the sliders; none where it is not installed."""
    try:
        from pymcdm import methods
    except ImportError:
        return {}

    def chooser(name: str) -> Callable[[World], int]:
        made = getattr(methods, name)
        bounds = np.array([[0.0, 1.0]] * CRITERIA)
        given = {"SPOTIS": (bounds,), "PROMETHEE_II": ("usual",)}.get(name, ())
        method = made(*given)

        def choose(world: World) -> int:
            weights = world.sliders / world.sliders.sum()
            scores = method(_seen(world), weights, np.ones(CRITERIA))
            order = method.rank(scores)
            return int(np.argmin(order))

        return choose

    return {f"pymcdm {name.replace('_', ' ')}": chooser(name) for name in METHODS_OF_PYMCDM}


def _recovery(world: str, found: Found) -> list[Row]:
    ours = found.hits[OURS]
    best = max(share for name, share in found.hits.items() if name not in NOT_COMPARED and name != OURS)
    rows = [
        Row(
            f"truly best found, {world}",
            f"{ours:.0f} %",
            f"best other method: {best:.0f} %",
            f"{ours / best:.3g}",
            f"{MOST_BEHIND:g} points behind",
            yes_or_no(ours >= best - MOST_BEHIND),
        )
    ]
    others = sorted(((share, name) for name, share in found.hits.items() if name != OURS), reverse=True)
    told = ", ".join(f"{name} {share:.0f}" for share, name in others)
    return [*rows, Row(f"the others, {world} (%)", "", told)]


def _calibration(world: str, found: Found) -> Row:
    bins = np.minimum((found.said * BINS).astype(int), BINS - 1)
    errors = [
        np.abs(found.said[bins == each].mean() - found.right[bins == each].mean()) * (bins == each).mean()
        for each in np.unique(bins)
    ]
    told = ", ".join(
        f"{found.said[bins == each].mean():.2f}→{found.right[bins == each].mean():.2f}"
        for each in np.unique(bins)
        if (bins == each).sum() >= 20
    )
    ece = float(np.sum(errors))
    return Row(
        f"chance of being best, {world}: said → came ({told})",
        f"ECE {ece:.3f}",
        "",
        "",
        f"{MOST_ECE:g}",
        yes_or_no(ece <= MOST_ECE),
    )


def _disagreement() -> Row:
    """How often methods name different winners on the same matrix with the same weights."""
    methods = _pymcdm()
    if not methods:
        return Row("winners of pymcdm on the same matrix", "", "not installed")
    worlds = [_world(FIRST_SEED + person, 0.0, SLIDER_SD, 0.0) for person in range(PEOPLE // 5)]
    winners = [len({choose(world) for choose in methods.values()}) for world in worlds]
    split = 100 * float(np.mean(np.array(winners) > 1))
    return Row(
        f"winners of {len(methods)} methods of pymcdm on the same matrix and weights",
        "",
        f"not the same winner in {split:.0f} % of cases, up to {max(winners)} different ones",
    )


if __name__ == "__main__":
    show(measure)
