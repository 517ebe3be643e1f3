"""Packages that are no part of Unrut, where somebody has them: as rules for one person, with the same false alarms as ours."""

from collections.abc import Iterator
from importlib import import_module
from importlib.util import find_spec
from typing import Any

import numpy as np
from figures import delay, found, yearly
from parts import REPORT_SEED, Size, calibrated_to, pair, table
from rules import BASELINE_ANSWERS, LEVEL_MOVES, answers, baseline
from worlds import LARGE_DROP, REFERENCE, YEAR, lasting_drop, people

from unrut.core.reflect.ups_and_downs import Array, Population

LEAST_SIDE = 2
"""Answers on either side of a break."""


def packages(size: Size) -> Iterator[str]:
    """False alarms in the first year, and what is found of a drop; slow, so for few people."""
    rules = {"ruptures": ruptures_break, "statsmodels": statsmodels_level}
    rows = []
    for name, rule in rules.items():
        if not find_spec(name):
            yield f"{name}: not installed"
            continue
        said = calibrated_to(rule, size.people)
        still = people(REFERENCE, count=size.people, weeks=YEAR, seed=REPORT_SEED + 800)
        moved = people(
            REFERENCE, count=size.people, weeks=78, seed=REPORT_SEED + 801, course=lasting_drop(LARGE_DROP)
        )
        false = yearly(said(still, REFERENCE.population), 1)[0]
        alarms = said(moved, REFERENCE.population)
        rows.append((name, false.told, pair(found(alarms)), delay(alarms)))
    yield from table(("Package", "false, year 1", "1.4 SD found, 13 / 26 weeks", "delay"), rows)


def ruptures_break(scores: Array, population: Population) -> Array:
    """After each answer the fall at the one best break of all answers so far, in standard errors."""
    _, _, spread = baseline(scores, population)
    ready = ~np.isnan(scores) & (answers(scores) > BASELINE_ANSWERS)
    fallen = np.zeros(scores.shape)
    split = import_module("ruptures").Dynp(model="l2", min_size=LEAST_SIDE, jump=1)
    for person, week in np.argwhere(ready):
        # A missing week gives wrong breaks without a warning (ruptures issue 122), so only answers are passed.
        series = scores[person, : week + 1]
        fallen[person, week] = _fall(split, series[~np.isnan(series)]) / spread[person]
    return fallen


def _fall(split: Any, series: Array) -> float:
    at = split.fit(series).predict(n_bkps=1)[0]
    error = np.sqrt(1 / at + 1 / (len(series) - at))
    return float((series[:at].mean() - series[at:].mean()) / error)


def statsmodels_level(scores: Array, population: Population) -> Array:
    """A local level with known variances below the baseline, in standard errors."""
    structural = import_module("statsmodels.tsa.statespace.structural")
    usual, usual_variance, spread = baseline(scores, population)
    ready = ~np.isnan(scores) & (answers(scores) > BASELINE_ANSWERS)
    below = np.zeros(scores.shape)
    for person, row in enumerate(scores):
        model = structural.UnobservedComponents(row, level="local level")
        model.ssm.initialize_known(np.array([population.mean]), np.array([[population.between**2]]))
        noise = spread[person] ** 2
        filtered = model.filter([noise, LEVEL_MOVES * noise])
        error = np.sqrt(filtered.filtered_state_cov[0, 0] + usual_variance[person])
        below[person] = (usual[person] - filtered.filtered_state[0]) / error
    return np.where(ready, below, 0.0)
