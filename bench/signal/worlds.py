"""People who never were: weekly answers under a stated model, so that it is known when something changed.

Five questions with seven categories, moved to the line from 0 to 10; ups and downs that carry over from week to week;
holidays of one to three weeks and single weeks without an answer; people differ in where they stand and how much they vary.
"""

from dataclasses import dataclass, field

import numpy as np

from unrut.core.reflect.ups_and_downs import Array, Mask, Population

YEAR = 52
ITEMS, CATEGORIES = 5, 7
USUAL, BETWEEN, WITHIN, WITHIN_DIFFERS, ITEM_NOISE = 4.6, 0.8, 0.9, 0.25, 0.8
SCORE_NOISE = (ITEM_NOISE**2 + 1 / 12) / ITEMS  # what the questions and their categories add to the variance
HOLIDAY_SHARE, LONGEST_HOLIDAY = 0.08, 3
STEP_WEEK, AFTER = 26, 52
# 1.3 of the score is 1.4 of what lies behind the answers: the stricter reading of "1.4 SD".
LARGE_DROP, STRICT_DROP, SMALL_DROP = 1.4, 1.3, 0.95


@dataclass(frozen=True, slots=True)
class World:
    """What holds for everybody in it, and what the model believes. Shifts are in categories of a question."""

    name: str
    carried: float = 0.3
    missing: float = 0.23
    within: float = 1.0
    item_shift: tuple[float, ...] = (0.0,) * ITEMS
    bad_weeks_skipped: float = 0.0
    population: Population = field(default_factory=Population)


REFERENCE = World("as assumed")
STRESSES = (
    World("nothing carried over (AR 0)", carried=0.0),
    World("much carried over (AR .6)", carried=0.6),
    World("10 % missing", missing=0.1),
    World("50 % missing", missing=0.5),
    World("bad weeks skipped more often", missing=0.28, bad_weeks_skipped=0.1),
    World("people vary more (1.4 times)", within=1.4),
    World("people vary less (0.65 times)", within=0.65),
    World("prior mean one SD between people too high", population=Population(mean=7.3)),
    World("prior mean one SD between people too low", population=Population(mean=4.7)),
    World("prior SD within a person 30 % too small", population=Population(within=1.05)),
    World("answers near the floor", item_shift=(-1.5,) * ITEMS),
    World("answers near the ceiling", item_shift=(1.5,) * ITEMS),
    World("questions at different heights", item_shift=(-2.0, -1.0, 0.0, 1.0, 2.0)),
)


def people(world: World, *, count: int, weeks: int, seed: int, course: Array | None = None) -> Array:
    """Scores (people, weeks), NaN where nothing was answered.

    `course` is added, in standard deviations of the person's weekly score where nothing changes.
    """
    random = np.random.default_rng(seed)
    usual = USUAL + BETWEEN * random.standard_normal(count)
    spread = WITHIN * world.within * np.exp(WITHIN_DIFFERS * random.standard_normal(count))
    moods = _moods(random, world.carried, (count, weeks))
    state = usual[:, None] + spread[:, None] * moods
    if course is not None:
        state = state + np.sqrt(spread**2 + SCORE_NOISE)[:, None] * course
    noise = ITEM_NOISE * random.standard_normal((count, weeks, ITEMS))
    asked = np.rint(state[:, :, None] + np.array(world.item_shift) + noise)
    scores = (np.clip(asked, 1, CATEGORIES).mean(axis=2) - 1) / (CATEGORIES - 1) * 10
    scores[_missing(random, world, moods)] = np.nan
    return np.asarray(scores, dtype=np.float64)


def lasting_drop(size: float, *, weeks: int = STEP_WEEK + AFTER) -> Array:
    """A course that falls in week 26 and stays down."""
    return np.where(np.arange(weeks) >= STEP_WEEK, -size, 0.0)


def short_dip(size: float, *, weeks: int = STEP_WEEK + AFTER, length: int = 3) -> Array:
    """A course that falls in week 26 for three weeks."""
    week = np.arange(weeks)
    return np.where((week >= STEP_WEEK) & (week < STEP_WEEK + length), -size, 0.0)


def slow_fall(size: float, *, weeks: int = STEP_WEEK + AFTER, length: int = 13) -> Array:
    """A course that falls evenly from week 26 on and then stays down."""
    return -size * np.clip((np.arange(weeks) - STEP_WEEK + 1) / length, 0.0, 1.0)


def prior_changes(population: Population, *, count: int, weeks: int, seed: int) -> tuple[Array, Array]:
    """Courses with at most one change each, drawn as the model assumes, and the week each begins (NaN: never)."""
    random = np.random.default_rng(seed)
    # Drops and rises are equally likely, so that either one begins with twice the hazard.
    begins = random.geometric(2 * population.hazard, count).astype(np.float64)
    sign = random.choice((-1.0, 1.0), count)
    size = sign * random.normal(-population.drop_mean, population.drop_sd, count)
    course = np.where(np.arange(weeks) >= begins[:, None], size[:, None], 0.0)
    return course, np.where((sign < 0) & (begins < weeks), begins, np.nan)


SEASON = -0.5 * np.sin(2 * np.pi * (np.arange(STEP_WEEK + AFTER) - STEP_WEEK) / YEAR)
"""Half a standard deviation up and down within a year, downwards from week 26."""


def _moods(random: np.random.Generator, carried: float, shape: tuple[int, int]) -> Array:
    fresh = random.standard_normal(shape)
    moods = fresh.copy()
    for week in range(1, shape[1]):
        moods[:, week] = carried * moods[:, week - 1] + np.sqrt(1 - carried**2) * fresh[:, week]
    return moods


def _missing(random: np.random.Generator, world: World, moods: Array) -> Mask:
    share = min(HOLIDAY_SHARE, world.missing / 2)
    begins = random.random(moods.shape) < share * 2 / (1 + LONGEST_HOLIDAY)
    length = random.integers(1, LONGEST_HOLIDAY + 1, moods.shape)
    away = np.zeros(moods.shape, dtype=np.bool_)
    for week in range(LONGEST_HOLIDAY):
        away[:, week:] |= (begins & (length > week))[:, : moods.shape[1] - week]
    rest = 1 - (1 - world.missing) / (1 - away.mean())
    skipped = np.clip(rest - world.bad_weeks_skipped * moods, 0.0, 0.9)
    missing: Mask = away | (random.random(moods.shape) < skipped)
    return missing
