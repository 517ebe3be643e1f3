"""The filter against the same model written out in full, and what must hold for every series."""

from itertools import pairwise

import numpy as np
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from hypothesis.extra.numpy import arrays

from unrut.core.reflect.signal import (
    ANSWERS_BEFORE,
    ANSWERS_SINCE,
    OLDEST_WEEKS,
    SEARCHED_WEEKS,
    Beliefs,
    beliefs,
    chance_below,
    stated,
    weeks_ago,
)
from unrut.core.reflect.ups_and_downs import Array, Grid, Population, filter_weeks, grid_of

pytestmark = pytest.mark.unit

POPULATION = Population()
few = settings(max_examples=30)
series = arrays(
    np.float64,
    st.integers(1, 60),
    elements=st.one_of(st.just(np.nan), st.floats(0, 10).map(lambda score: round(score, 1))),
)


def a_series(weeks: int = 40, *, fall: float = 0.0, at: int = 20, seed: int = 1) -> Array:
    random = np.random.default_rng(seed)
    scores = random.normal(6, 1.2, weeks)
    scores[at:] -= fall
    return np.clip(scores, 0, 10)[None, :]


def everything(found: Beliefs) -> Array:
    """All figures of a belief side by side, (people, weeks, figures)."""
    changes = [
        part[..., None]
        for change in (found.drop, found.rise)
        for part in (change.chance, change.recent, change.usual, change.size, change.size_sd)
    ]
    levels = [found.level[..., None], found.level_sd[..., None]]
    return np.concatenate([*changes, found.drop.starts, found.rise.starts, *levels], axis=-1)


def log_density(
    scores: Array, *, grid: Grid, point: int, begins: int | None = None, mean: float = 0
) -> float:
    """The model in full: one normal density of all answers, with a change that begins in a week."""
    weeks = np.flatnonzero(~np.isnan(scores))
    between = POPULATION.usual_width * POPULATION.between
    apart = np.abs(weeks[:, None] - weeks[None, :])
    covariance = between**2 + grid.lasting[point] * grid.phi[point] ** apart
    covariance = covariance + grid.passing[point] * np.eye(len(weeks))
    expected = np.full(len(weeks), POPULATION.mean)
    if begins is not None:
        step = (weeks >= begins).astype(float)
        expected = expected + mean * np.sqrt(grid.total[point]) * step
        covariance = covariance + POPULATION.drop_sd**2 * grid.total[point] * np.outer(step, step)
    left = scores[weeks] - expected
    _, log_size = np.linalg.slogdet(covariance)
    return float(-0.5 * (left @ np.linalg.solve(covariance, left) + log_size) + grid.weight[point])


def weights_in_full(scores: Array) -> tuple[float, dict[int, float], dict[int, float]]:
    """Weights of no change and of each drop and rise, at the last week."""
    grid = grid_of(POPULATION)
    points, last = range(len(grid.phi)), len(scores) - 1
    answered = ~np.isnan(scores)
    unchanged = np.logaddexp.reduce([log_density(scores, grid=grid, point=point) for point in points])
    starts = [
        begins
        for begins in range(len(scores))
        if answered[:begins].sum() >= ANSWERS_BEFORE and answered[begins:].sum() >= ANSWERS_SINCE
    ]
    drops, rises = (
        {
            last - begins: np.logaddexp.reduce(
                [log_density(scores, grid=grid, point=point, begins=begins, mean=mean) for point in points]
            )
            + np.log(POPULATION.hazard)
            - (last - begins + 1) * np.log1p(-POPULATION.hazard)
            for begins in starts
        }
        for mean in (POPULATION.drop_mean, -POPULATION.drop_mean)
    )
    return unchanged, drops, rises


def test_beliefs_are_those_of_the_model_in_full() -> None:
    scores = a_series(24, fall=1.5, at=14)[0]
    scores[[3, 9, 10, 17]] = np.nan

    found = beliefs(scores[None, :])

    unchanged, drops, rises = weights_in_full(scores)
    total = np.logaddexp.reduce([unchanged, *drops.values(), *rises.values()])
    for change, weights in ((found.drop, drops), (found.rise, rises)):
        own = np.logaddexp.reduce(list(weights.values()))
        assert change.recent[0, -1] == pytest.approx(np.exp(own - total), rel=1e-8)
        assert change.chance[0, -1] == pytest.approx(np.exp(own - total), rel=1e-8)
        starts = {ago: share for ago, share in enumerate(change.starts[0, -1]) if share}
        assert starts == pytest.approx({ago: np.exp(weight - own) for ago, weight in weights.items()})


def test_usual_level_and_ups_and_downs_are_filtered_as_in_full() -> None:
    scores = a_series(12)[0]
    grid = grid_of(POPULATION)

    filtered = filter_weeks(scores[:, None], np.ones((12, 1), dtype=np.bool_), grid, POPULATION)

    densities = [log_density(scores, grid=grid, point=point) for point in range(len(grid.phi))]
    assert filtered.evidence[-1, 0] == pytest.approx(densities)


def test_drop_is_seen_with_its_start_and_size() -> None:
    found = beliefs(a_series(40, fall=3.0, at=25))

    assert found.drop.chance[0, 20] < 0.25
    assert found.drop.chance[0, -1] > 0.95
    assert found.drop.starts[0, -1].argmax() in range(13, 16)
    assert found.drop.usual[0, -1] == pytest.approx(6, abs=0.6)
    assert found.drop.size[0, -1] == pytest.approx(-3, abs=0.8)
    assert 0 < found.drop.size_sd[0, -1] < 1


def test_rise_is_the_mirror_image_of_a_drop() -> None:
    scores = a_series(40, fall=2.0)
    mirrored = Population(mean=10 - POPULATION.mean)

    drop, rise = beliefs(scores).drop, beliefs(10 - scores, mirrored).rise

    assert drop.chance == pytest.approx(rise.chance)
    assert drop.recent == pytest.approx(rise.recent)
    assert drop.size == pytest.approx(-rise.size)


def test_old_drop_is_no_longer_recent_but_still_known() -> None:
    found = beliefs(a_series(100, fall=3.0, at=25))

    assert found.drop.chance[0, -1] > 0.9
    assert found.drop.recent[0, -1] < 0.5


def test_old_drop_that_was_made_good_does_not_last() -> None:
    scores = a_series(120, fall=3.0, at=25)
    scores[0, 80:] += 3.0

    found = beliefs(scores)

    assert found.drop.chance[0, 79] > 0.9
    assert found.drop.chance[0, -1] < 0.3


def test_change_that_nothing_can_outweigh_stays_a_number() -> None:
    scores = np.where(np.arange(400) < 200, 10.0, 0.0)[None, :]

    found = beliefs(scores)

    assert np.isfinite(everything(found)).all()
    assert found.drop.chance[0, 320] == pytest.approx(1)


@pytest.mark.parametrize(
    ("weeks", "ago"),
    [(1, [0]), (27, list(range(26))), (31, [*range(26), 30]), (1000, [*range(26), *range(30, 134, 8)])],
)
def test_weeks_ago_are_those_searched_and_the_middles_of_older_steps(weeks: int, ago: list[int]) -> None:
    assert (SEARCHED_WEEKS, OLDEST_WEEKS) == (26, 134)
    assert weeks_ago(weeks) == ago


@pytest.mark.parametrize(("level", "chance"), [(4.2, 0.5), (5.2, 0.158655), (3.2, 0.841345), (14.2, 0.0)])
def test_chance_below_is_that_of_a_normal(level: float, chance: float) -> None:
    assert chance_below(4.2, level, 1.0) == pytest.approx(chance, abs=1e-6)


@given(st.lists(st.floats(0, 1), min_size=2, max_size=20).map(sorted))
def test_told_chances_keep_their_order_and_ends(model: list[float]) -> None:
    told = stated(np.array([0.0, *model, 1.0]))

    assert (told[0], told[-1]) == (0.0, 1.0)
    assert (np.diff(told) >= 0).all()
    assert (told >= np.array([0.0, *model, 1.0]) - 0.02).all()


def test_level_begins_where_people_stand_and_moves_to_the_answers() -> None:
    found = beliefs(np.full((1, 60), 2.0))

    assert found.level[0, 0] == pytest.approx(6 - 4 * 2.6**2 / (2.6**2 + 1.6 * 1.5**2))
    assert found.level[0, -1] == pytest.approx(2, abs=0.1)
    assert all(before >= after for before, after in pairwise(found.level_sd[0]))


@few
@given(series)
def test_chances_are_chances(scores: Array) -> None:
    found = beliefs(scores[None, :])

    for change in (found.drop, found.rise):
        for chance in (change.chance, change.recent):
            assert ((chance >= 0) & (chance <= 1)).all()
        told = change.starts.sum(axis=-1)
        assert np.where(change.recent > 0, told, 1) == pytest.approx(np.ones(told.shape))
    assert (found.drop.recent + found.rise.chance <= 2).all()


@few
@given(series, st.integers(1, 20))
def test_weeks_without_an_answer_at_the_end_change_nothing_before(scores: Array, more: int) -> None:
    longer = np.concatenate([scores, np.full(more, np.nan)])

    before, after = beliefs(scores[None, :]), beliefs(longer[None, :])

    weeks = len(scores)
    for one, other in ((before.drop, after.drop), (before.rise, after.rise)):
        assert one.chance == pytest.approx(other.chance[:, :weeks])
        assert one.recent == pytest.approx(other.recent[:, :weeks])
    assert before.level == pytest.approx(after.level[:, :weeks])


@few
@given(series, st.integers(1, 20))
def test_weeks_without_an_answer_at_the_beginning_change_nothing(scores: Array, more: int) -> None:
    if np.isnan(scores).all():
        scores = np.append(scores, 5.0)
    scores = scores[np.flatnonzero(~np.isnan(scores))[0] :]
    longer = np.concatenate([np.full(more, np.nan), scores])

    short, long = beliefs(scores[None, :]), beliefs(longer[None, :])

    assert long.drop.chance[:, more:] == pytest.approx(short.drop.chance, abs=1e-9)
    assert long.rise.recent[:, more:] == pytest.approx(short.rise.recent, abs=1e-9)


@few
@given(series, st.floats(-5, 5))
def test_shift_of_all_scores_with_the_prior_mean_changes_no_chance(scores: Array, shift: float) -> None:
    moved = beliefs(scores[None, :] + shift, Population(mean=POPULATION.mean + shift))

    found = beliefs(scores[None, :])
    assert moved.drop.chance == pytest.approx(found.drop.chance, abs=1e-7)
    assert moved.rise.recent == pytest.approx(found.rise.recent, abs=1e-7)
    assert moved.level == pytest.approx(found.level + shift)


@few
@given(series)
def test_same_scores_give_the_same_beliefs_in_any_company(scores: Array) -> None:
    alone = everything(beliefs(scores[None, :]))

    together = everything(beliefs(np.stack([10 - scores, scores, scores])))

    assert np.array_equal(everything(beliefs(scores[None, :])), alone)
    assert np.array_equal(together[1], together[2])
    assert together[1] == pytest.approx(alone[0], abs=1e-9)


@few
@given(series)
def test_nothing_is_believed_with_too_few_answers(scores: Array) -> None:
    found = beliefs(scores[None, :])

    early = np.cumsum(~np.isnan(scores)) < ANSWERS_BEFORE + ANSWERS_SINCE
    assert not found.drop.chance[0, early].any()
    assert not found.rise.chance[0, early].any()
