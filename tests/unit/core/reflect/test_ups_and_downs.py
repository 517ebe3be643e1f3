"""What is left of a series when nothing changes."""

import numpy as np
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from hypothesis.extra.numpy import arrays

from unrut.core.reflect.ups_and_downs import Array, Filtered, Mask, Population, filter_weeks, grid_of

pytestmark = pytest.mark.unit

POPULATION = Population()
series = arrays(np.float64, st.integers(1, 30), elements=st.floats(0, 10))


def filtered(scores: Array, seen: Mask) -> Filtered:
    return filter_weeks(np.where(seen, scores, 0.0)[:, None], seen[:, None], grid_of(POPULATION), POPULATION)


def test_grid_splits_the_variance_into_lasting_and_passing() -> None:
    grid = grid_of(POPULATION)

    assert grid.lasting + grid.passing == pytest.approx(grid.total)
    assert grid.lasting == pytest.approx(POPULATION.carried * grid.total)
    assert len(grid.weight) == len(grid.phi) == len(set(zip(grid.phi, grid.total, strict=True)))


def test_first_surprise_is_the_distance_from_where_people_stand() -> None:
    found = filtered(np.array([4.0]), np.ones(1, dtype=np.bool_))

    assert found.innovation[0, 0] == pytest.approx(4.0 - POPULATION.mean)
    variance = (POPULATION.usual_width * POPULATION.between) ** 2 + grid_of(POPULATION).total
    assert found.precision[0, 0] == pytest.approx(1 / variance)


def test_usual_level_moves_to_what_is_answered() -> None:
    found = filtered(np.full(30, 3.0), np.ones(30, dtype=np.bool_))

    distance = np.abs(found.usual[:, 0] - 3.0)
    assert (np.diff(distance, axis=0) <= 1e-9).all()
    assert distance[-1].max() < 1.5


@settings(max_examples=30)
@given(series, st.data())
def test_weeks_without_an_answer_teach_nothing(scores: Array, data: st.DataObject) -> None:
    seen = data.draw(arrays(np.bool_, len(scores)))

    found = filtered(scores, seen)

    for kept in (found.precision, found.usual_gain, found.carried_gain):
        assert not kept[~seen].any()
    steps = np.diff(found.evidence[:, 0], axis=0)
    assert not steps[~seen[1:]].any()
    assert np.isfinite(found.evidence).all()
