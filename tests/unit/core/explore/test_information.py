"""What knowing a fact is worth before choosing."""

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st
from hypothesis.extra.numpy import arrays

from unrut.core.explore.information import gains, normal_losses

pytestmark = pytest.mark.unit

WANTS = 3
SHARES = np.array([0.5, 0.3, 0.2])


def of_three(rows: int, most: float) -> st.SearchStrategy[np.ndarray]:
    return arrays(np.float64, (rows, WANTS), elements=st.floats(0, most))


@pytest.mark.parametrize(
    ("away", "sd", "loss"),
    [
        (0, 1, 0.39894),
        (1, 1, 0.08332),
        (2, 1, 0.00849),
        (2, 2, 2 * 0.08332),
        (0, 0, 0),
        (1, 0, 0),
        (99, 1, 0),
        (np.inf, 1, 0),
    ],
)
def test_unit_normal_loss_is_that_of_the_tables(away: float, sd: float, loss: float) -> None:
    found = normal_losses(np.array([away]), np.array([sd]))

    assert found.tolist() == [pytest.approx(loss, abs=1e-5)]


def test_gain_is_what_choosing_after_an_answer_wins_on_average() -> None:
    means, sds = np.array([[0.5, 0.5, 0.5], [0.6, 0.5, 0.5]]), np.full((2, WANTS), 0.25)
    answers = np.random.default_rng(1).normal(0.5, 0.25, 200_000)
    first, second = 100 * (0.5 * answers + 0.25), 55.0

    found = gains(means, sds, SHARES)

    assert found[0, 0] == pytest.approx(np.maximum(first, second).mean() - second, abs=0.05)
    assert found[1, 0] == pytest.approx(found[0, 0])
    assert found[0, 0] > found[0, 1] > found[0, 2] > 0


def test_the_leader_is_held_against_the_second_and_the_others_against_the_leader() -> None:
    means, sds = np.array([[0.2] * WANTS, [0.5] * WANTS, [0.6] * WANTS]), np.full((3, WANTS), 0.2)

    found = gains(means, sds, SHARES)

    assert found[1] == pytest.approx(found[2])
    assert (found[0] < found[1]).all()


def test_with_one_subject_there_is_nothing_to_gain() -> None:
    assert gains(np.array([[0.5] * WANTS]), np.array([[0.3] * WANTS]), SHARES).tolist() == [[0, 0, 0]]


@given(of_three(4, 1.0), of_three(4, 0.5))
def test_gain_is_never_less_than_nothing_nor_more_than_between_equals(
    means: np.ndarray, sds: np.ndarray
) -> None:
    found = gains(means, sds, SHARES)

    assert (found >= 0).all()
    assert (found <= 100 * SHARES * sds * 0.39895).all()


@given(of_three(3, 1.0), of_three(3, 0.5), st.floats(1, 2))
def test_less_sure_is_never_less_worth_asking(means: np.ndarray, sds: np.ndarray, more: float) -> None:
    assert (gains(means, sds * more, SHARES) >= gains(means, sds, SHARES) - 1e-9).all()
