"""How often forecast days hold, on simulated people: by their own pace, and by their own finished things.

python bench/forecast.py             every world, beside a mean pace and plain resampling
TUNING=yes python bench/forecast.py  the same with the random numbers the figures were tuned on
"""

import os
from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass
from datetime import date, timedelta
from itertools import product
from math import ceil, inf, sqrt

import numpy as np
from common import Row, in_turns, show, timed, timed_row, yes_or_no
from numpy.random import Generator

from unrut.core.milestones.attain import OpenRung, Record, attain
from unrut.core.milestones.own_record import FinishedThing
from unrut.core.milestones.pace import DRAWS, Week

TODAY = date(2026, 11, 16)
LEFT = 30
PACES, SCATTERS = (0.5, 1.0, 2.0, 4.0), (1.2, 2.0, 3.0)
EACH = 100
"""So many people of each pace and scatter."""
PEOPLE = 1200
GROWTH = 0.5
FALLING = -0.012
HOLIDAYS = 0.07
LONGEST = 600
TUNING, TEST = 1_000, 20_000
RUNS, RUNGS = 15, 20
STABLE, FALL = (0.70, 0.90), (0.65, 1.0)

Way = Callable[[Sequence[int], Generator], float]


@dataclass(frozen=True, slots=True)
class World:
    """Weeks of history, the change of pace by the week, and how often two weeks away begin that nobody marked."""

    name: str
    history: int
    drift: float = 0.0
    holidays: float = 0.0
    bar: tuple[float, float] = STABLE


WORLDS = (
    *(World(f"{weeks} weeks", weeks) for weeks in (4, 8, 20)),
    *(World(f"{weeks} weeks, holidays not marked", weeks, holidays=HOLIDAYS) for weeks in (8, 20)),
    *(
        World(f"{weeks} weeks, pace falling 1.2 % a week", weeks, drift=FALLING, bar=FALL)
        for weeks in (4, 8, 20)
    ),
)


@dataclass(frozen=True, slots=True)
class Life:
    """The weeks somebody has behind them, and how many more it really takes."""

    history: tuple[int, ...]
    takes: float


@dataclass(frozen=True, slots=True)
class Held:
    """Of somebody with a pace: which ways told a day that held."""

    pace: float
    by: dict[str, bool]


def measure() -> list[Row]:
    """Days by pace, days by finished things, and the time a forecast takes."""
    first = TUNING if os.environ.get("TUNING") else TEST
    rows = [row for number, world in enumerate(WORLDS) for row in _by_pace(world, first + number)]
    for history, count in product((0, 8), (3, 6)):
        rows.append(_by_things(count, history, first + 100 + 10 * history + count))
    return [*rows, _time()]


def _by_pace(world: World, seed: int) -> Iterator[Row]:
    people = list(_people(world, np.random.default_rng(seed)))
    low, high = world.bar
    bar = f"{low:.0%} to {high:.0%}" if high < 1 else f"at least {low:.0%}"
    names = ("mean pace", "resampled weeks", "resampled with growth")
    ours = _share(people, "80")
    yield Row(
        what=f"80 % day holds, history of {world.name}",
        ours=_told(ours, len(people)),
        beside=", ".join(f"{name} {_told(_share(people, name), len(people))}" for name in names),
        bar=bar,
        held=yes_or_no(low <= ours <= high),
    )
    groups = {pace: [person for person in people if person.pace == pace] for pace in PACES}
    shares = {pace: _share(group, "80") for pace, group in groups.items()}
    yield Row(
        what=f"the same by pace of {', '.join(f'{pace:g}' for pace in PACES)} a week",
        ours=", ".join(_told(share, len(groups[pace])) for pace, share in shares.items()),
        bar=f"{bar} in each",
        held=yes_or_no(all(low <= share <= high for share in shares.values())),
    )
    yield Row(what=f"50 % day holds, history of {world.name}", ours=_told(_share(people, "50"), len(people)))


def _share(people: Sequence[Held], name: str) -> float:
    return float(np.mean([person.by[name] for person in people]))


def _people(world: World, chance: Generator) -> Iterator[Held]:
    for pace, scatter, _ in product(PACES, SCATTERS, range(EACH)):
        life = _life(world, pace, scatter, chance)
        middle, late = _ours(life.history)
        told = {name: way(life.history, chance) for name, way in WAYS.items()} | {"50": middle, "80": late}
        yield Held(pace, {name: life.takes <= weeks for name, weeks in told.items()})


def _life(world: World, pace: float, scatter: float, chance: Generator) -> Life:
    weeks = world.history + LONGEST
    # The pace is what it is at the end of the history, whichever way it goes.
    rates = pace * np.exp(world.drift * (np.arange(weeks) - world.history))
    counts = chance.negative_binomial(rates / (scatter - 1), 1 / scatter)
    away = chance.random(weeks) < world.holidays
    away[1:] |= away[:-1]
    counts[away] = 0
    needed = LEFT * (1 + chance.uniform(0, GROWTH))
    return Life(
        tuple(int(count) for count in counts[: world.history]), _weeks_until(needed, counts[world.history :])
    )


def _weeks_until(needed: float, counts: np.ndarray[tuple[int], np.dtype[np.int64]]) -> float:
    """How long it takes, the sittings of a week spread evenly over it; without end if it never comes."""
    done = np.cumsum(counts)
    week = int(np.searchsorted(done, needed))
    if week == len(done):
        return inf
    return week + 1 - float(done[week] - needed) / float(counts[week])


def _ours(history: Sequence[int]) -> tuple[float, float]:
    """The weeks to the middle and the late day; a day that is not told does not hold."""
    found = attain([OpenRung("r", LEFT)], _record(history), today=TODAY, by=None, seed=1)
    middle, late = (-inf if day is None else (day - TODAY).days / 7 for day in (found.p50, found.p80))
    return middle, late


def _record(history: Sequence[int], finished: tuple[FinishedThing, ...] = ()) -> Record:
    first = TODAY - len(history) * timedelta(weeks=1)
    weeks = tuple(Week(first + number * timedelta(weeks=1), count) for number, count in enumerate(history))
    return Record(weeks, finished=finished)


def _mean_pace(history: Sequence[int], _: Generator) -> float:
    mean = float(np.mean(history))
    return LEFT / mean if mean else inf


def _resampled(*, growth: bool) -> Way:
    def way(history: Sequence[int], chance: Generator) -> float:
        if not sum(history):
            return inf
        drawn = np.cumsum(chance.choice(np.array(history), (200, LONGEST)), axis=1)
        needed = LEFT * (1 + chance.uniform(0, GROWTH, (200, 1)) * growth)
        return float(np.quantile((drawn < needed).sum(axis=1) + 1, 0.8))

    return way


WAYS: dict[str, Way] = {
    "mean pace": _mean_pace,
    "resampled weeks": _resampled(growth=False),
    "resampled with growth": _resampled(growth=True),
}


def _by_things(count: int, history: int, seed: int) -> Row:
    """People who take so many times longer than meant; with a history their pace is what that comes to."""
    chance = np.random.default_rng(seed)
    held = []
    for _ in range(PEOPLE):
        factor, spread = float(np.exp(chance.uniform(np.log(0.6), np.log(2)))), chance.uniform(0.3, 0.6)
        sizes = chance.choice([8.0, 12.0, 16.0], count)
        things = tuple(
            FinishedThing(f"{number}", "", TODAY - timedelta(days=ceil(7 * took)), TODAY, size)
            for number, (took, size) in enumerate(
                zip(sizes / 2 * factor * chance.lognormal(0, spread, count), sizes, strict=True)
            )
        )
        pace, scatter = 2 * (1 + GROWTH / 2) / factor, chance.choice(SCATTERS)
        counts = chance.negative_binomial(pace / (scatter - 1), 1 / scatter, history)
        rung = OpenRung("r", 12)
        found = attain([rung], _record([int(each) for each in counts], things), today=TODAY, by=None, seed=1)
        takes = 6 * factor * chance.lognormal(0, spread)
        held.append(found.p80 is not None and takes * 7 <= (found.p80 - TODAY).days)
    share = float(np.mean(held))
    return Row(
        what=f"80 % day holds, by {count} finished things and {history} weeks of history",
        ours=_told(share, PEOPLE),
        bar="70% to 90%",
        held=yes_or_no(STABLE[0] <= share <= STABLE[1]),
    )


def _told(share: float, count: int) -> str:
    """A share with its 95 % Wilson interval."""
    z = 1.96
    middle = (share + z * z / (2 * count)) / (1 + z * z / count)
    half = z / (1 + z * z / count) * sqrt(share * (1 - share) / count + z * z / (4 * count**2))
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
        f"attain() of {RUNGS} rungs",
        taken["attain"],
        "numpy draws as many numbers once",
        taken["draw"],
        most_ms=10,
    )


if __name__ == "__main__":
    show(measure)
