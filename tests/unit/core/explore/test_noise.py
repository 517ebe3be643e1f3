"""Noise that belongs to a key."""

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st

from unrut.core.explore.noise import Floats, columns, noise_table, take

pytestmark = pytest.mark.unit

DRAWS = 500
ALL = np.arange(DRAWS)


def noise(keys: list[str], facets: list[str], *, seed: int = 1) -> Floats:
    """All draws, wants by keys."""
    found = columns(keys, facets, DRAWS)
    return take(noise_table(seed, DRAWS), found.starts, ALL) * found.signs


@given(st.lists(st.text(max_size=5), min_size=1, max_size=5), st.text(max_size=5))
def test_every_column_is_the_standard_normal_in_some_order(keys: list[str], facet: str) -> None:
    drawn = noise(keys, [facet])

    sure = np.sort(noise_table(1, DRAWS)[:DRAWS])
    for place in range(len(keys)):
        assert np.sort(drawn[:, 0, place]) == pytest.approx(sure, abs=1e-6)
    assert (sure.mean(), sure.std()) == (pytest.approx(0, abs=1e-6), pytest.approx(1, abs=1e-6))


@given(st.text(max_size=5), st.lists(st.text(max_size=5), max_size=4), st.text(max_size=5))
def test_noise_of_a_key_is_the_same_whoever_is_beside_it(key: str, others: list[str], facet: str) -> None:
    alone, among = noise([key], [facet]), noise([*others, key], ["other", facet])

    assert among[:, 1, -1].tolist() == alone[:, 0, 0].tolist()


def test_keys_and_facets_have_noise_of_their_own() -> None:
    drawn = noise([f"opening-{place}" for place in range(40)], ["pay", "commute", "autonomy"])

    alike = np.corrcoef(drawn.reshape(DRAWS, -1).T) - np.eye(120)
    assert np.abs(alike).mean() < 0.05
    # Nearly independent: the spread of chance correlations of 500 draws is .045.
    assert np.abs(alike).max() < 0.3


def test_some_draws_are_those_of_all() -> None:
    found = columns(["now"], ["pay", "commute"], DRAWS)

    some = take(noise_table(1, DRAWS), found.starts, ALL[20:30])

    assert some.tolist() == take(noise_table(1, DRAWS), found.starts, ALL)[20:30].tolist()


def test_another_seed_is_another_order() -> None:
    assert noise(["now"], ["pay"], seed=1).tolist() != noise(["now"], ["pay"], seed=2).tolist()


def test_single_draw_is_the_middle() -> None:
    assert set(noise_table(1, 1).tolist()) == {0.0}


def test_table_is_not_to_be_written() -> None:
    with pytest.raises(ValueError, match="read-only"):
        noise_table(1, DRAWS)[0] = 1
