"""How often forecast days hold, on simulated people: by their own pace, and by their own finished milestones.

python bench/forecast.py             every world, beside a mean pace and plain resampling
TUNING=yes python bench/forecast.py  the same with the random numbers the figures were tuned on
"""

import os
from collections.abc import Callable, Sequence
from dataclasses import dataclass
from datetime import date, timedelta
from math import ceil, sqrt

import numpy as np
from common import Row, in_turns, show, timed, timed_row, yes_or_no
from numpy.random import Generator

from unrut.core.milestones.attain import OpenRung, Record, attain
from unrut.core.milestones.own_record import FinishedThing
from unrut.core.milestones.pace import DRAWS, Week

TODAY = date(2026, 11, 16)
PEOPLE = 600
LEFT = 30
PACES = (0.7, 1.5, 3.0)
SCATTERS = (1.2, 2.5)
GROWTH = 0.5
FALLING = -0.012
LONGEST = 600
TUNING, TEST = 1_000, 9_000
RUNS, RUNGS = 15, 20
STABLE, FALL = (0.70, 0.90), (0.65, 1.0)


@dataclass(frozen=True, slots=True)
class World:
    """People alike but for chance: weeks of history, the change of pace by the week, and unmarked holidays."""

    name: str
    history: int
    drift: float = 0.0
    holidays: float = 0.0
    bar: tuple[float, float] = STABLE


WORLDS = (
    World("4 weeks", 4),
    World("8 weeks", 8),
    World("20 weeks", 20),
    World("20 weeks, two weeks in ten without any", 20, holidays=0.2),
    World("8 weeks, pace falling 1.2 % a week", 8, drift=FALLING, bar=FALL),
    World("20 weeks, pace falling 1.2 % a week", 20, drift=FALLING, bar=FALL),
)


@dataclass(frozen=True, slots=True)
class Life:
    """The weeks somebody has behind them, and how many more it really takes."""

    history: tuple[int, ...]
    takes: float


def measure() -> list[Row]:
    """Days by pace, days by finished milestones, and the time a forecast takes."""
    first = TUNING if os.environ.get("TUNING") else TEST
    rows = [row for number, world in enumerate(WORLDS) for row in _by_pace(world, first + number)]
    rows += [_by_things(count, first + 100 + count) for count in (3, 6)]
    return [*rows, _time()]


def _by_pace(world: World, seed: int) -> list[Row]:
    chance = np.random.default_rng(seed)
    held: dict[str, list[bool]] = {}
    for number in range(PEOPLE):
        pace = PACES[number % len(PACES)]
        scatter = SCATTERS[number // len(PACES) % len(SCATTERS)]
        life = _life(world, pace, scatter, chance)
        for name, way in WAYS.items():
            held.setdefault(name, []).append(life.takes <= way(life.history, chance))
    share = {name: float(np.mean(hits)) for name, hits in held.items()}
    low, high = world.bar
    ours = share["80"]
    return [
        Row(
            what=f"80 % day holds, history of {world.name}",
            ours=_told(ours),
            beside=", ".join(
                f"{name} {_told(share[name])}"
                for name in ("mean pace", "resampled weeks", "resampled with growth")
            ),
            bar=f"{low:.0%} to {high:.0%}" if high < 1 else f"at least {low:.0%}",
            held=yes_or_no(low <= ours <= high),
        ),
        Row(what=f"50 % day holds, history of {world.name}", ours=_told(share["50"])),
    ]


def _life(world: World, pace: float, scatter: float, chance: Generator) -> Life:
    weeks = world.history + LONGEST
    # The pace is what it is at the end of the history, whichever way it goes.
    rates = pace * np.exp(world.drift * (np.arange(weeks) - world.history))
    counts = chance.negative_binomial(rates / (scatter - 1), 1 / scatter)
    counts[chance.random(weeks) < world.holidays] = 0
    needed = LEFT * (1 + chance.uniform(0, GROWTH))
    reached = np.flatnonzero(np.cumsum(counts[world.history :]) >= needed)
    takes = float(reached[0] + 1) if len(reached) else np.inf
    return Life(tuple(int(count) for count in counts[: world.history]), takes)


def _ours(quantile: str) -> Callable[[Sequence[int], Generator], float]:
    def way(history: Sequence[int], _: Generator) -> float:
        found = attain([OpenRung("r", LEFT)], _record(history), today=TODAY, by=None, seed=1)
        day = found.p80 if quantile == "80" else found.p50
        return np.inf if day is None else ceil((day - TODAY).days / 7)

    return way


def _record(history: Sequence[int]) -> Record:
    first = TODAY - len(history) * timedelta(weeks=1)
    return Record(
        tuple(Week(first + number * timedelta(weeks=1), count) for number, count in enumerate(history))
    )


def _mean_pace(history: Sequence[int], _: Generator) -> float:
    mean = float(np.mean(history))
    return LEFT / mean if mean else np.inf


def _resampled(growth: bool) -> Callable[[Sequence[int], Generator], float]:
    def way(history: Sequence[int], chance: Generator) -> float:
        if not sum(history):
            return np.inf
        drawn = np.cumsum(chance.choice(np.array(history), (200, LONGEST)), axis=1)
        needed = LEFT * (1 + chance.uniform(0, GROWTH, (200, 1)) * growth)
        return float(np.quantile((drawn < needed).sum(axis=1) + 1, 0.8))

    return way


WAYS: dict[str, Callable[[Sequence[int], Generator], float]] = {
    "80": _ours("80"),
    "50": _ours("50"),
    "mean pace": _mean_pace,
    "resampled weeks": _resampled(growth=False),
    "resampled with growth": _resampled(growth=True),
}


def _by_things(count: int, seed: int) -> Row:
    chance = np.random.default_rng(seed)
    held = []
    for _ in range(PEOPLE):
        factor, spread = chance.lognormal(np.log(1.3), 0.5), chance.uniform(0.3, 0.6)
        sizes = chance.choice([8.0, 12.0, 16.0], count)
        weeks = sizes / 2 * factor * chance.lognormal(0, spread, count)
        things = tuple(
            FinishedThing(f"{n}", "", TODAY - timedelta(days=ceil(7 * took)), TODAY, size)
            for n, (took, size) in enumerate(zip(weeks, sizes, strict=True))
        )
        found = attain([OpenRung("r", 12)], Record(finished=things), today=TODAY, by=None, seed=1)
        takes = 6 * factor * chance.lognormal(0, spread)
        held.append(found.p80 is None or takes * 7 <= (found.p80 - TODAY).days)
    share = float(np.mean(held))
    return Row(
        what=f"80 % day holds, by {count} finished milestones of like size",
        ours=_told(share),
        bar="70% to 90%",
        held=yes_or_no(STABLE[0] <= share <= STABLE[1]),
    )


def _told(share: float) -> str:
    """A share with its 95 % Wilson interval."""
    z = 1.96
    middle = (share + z * z / (2 * PEOPLE)) / (1 + z * z / PEOPLE)
    half = z / (1 + z * z / PEOPLE) * sqrt(share * (1 - share) / PEOPLE + z * z / (4 * PEOPLE**2))
    return f"{share:.0%} ({middle - half:.0%} to {middle + half:.0%})"


def _time() -> Row:
    rungs = [OpenRung(f"{number}", 12) for number in range(RUNGS)]
    record = _record([2, 1, 3, 0, 2, 4])
    chance = np.random.default_rng(1)
    taken = in_turns(
        {
            "attain": timed(lambda: attain(rungs, record, today=TODAY, by=None, seed=1)),
            "draw": timed(lambda: chance.standard_normal((RUNGS, DRAWS))),
        },
        runs=RUNS,
    )
    return timed_row(
        f"attain() of {RUNGS} rungs", taken["attain"], "numpy draws as many numbers once", taken["draw"]
    )


if __name__ == "__main__":
    show(measure)
