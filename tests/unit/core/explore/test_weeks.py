"""The closed form of the weeks is what going through them week by week comes to."""

import math
from dataclasses import replace
from typing import Any

import numpy as np
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from unrut.core.explore.ways import Figure
from unrut.core.explore.weeks import CLOSED, HONEYMOON, Weeks, expected_worth, mean_worths

pytestmark = pytest.mark.unit

STRETCHES = ((0.0, 6.0), (6.0, 18.0), (18.0, 60.0), (0.0, 60.0))
SLICES = 6000
POINTS = st.floats(0, 100)


def weeks(stay: float = 40, there: float = 70, **figures: float) -> Weeks:
    usual: dict[str, Any] = {"chance": 1, "months": 0, "meanwhile": 0, "lasting": 1, "way_back": 1}
    told = {Figure(name): np.array([float(value)]) for name, value in {**usual, **figures}.items()}
    return Weeks(np.array([float(stay)]), np.array([float(there)]), told)


def walked(way: Weeks, start: float, end: float, *, ends: str) -> float:
    """The mean of many moments between two months, each looked at by itself."""
    moments = start + (np.arange(SLICES) + 0.5) * (end - start) / SLICES
    return float(np.mean([_worth_at(way, moment, ends) for moment in moments.tolist()]))


def _worth_at(way: Weeks, moment: float, ends: str) -> float:
    told = {figure: float(values[0]) for figure, values in way.figures.items()}
    stay, there = float(way.stay[0]), float(way.there[0])
    since = moment - told[Figure.MONTHS]
    if since < 0:
        return min(100.0, max(0.0, stay + told[Figure.MEANWHILE]))
    if ends == "arrived":
        wears_off = math.exp(-since / HONEYMOON) * (1 - told[Figure.LASTING])
        return stay + (there - stay) * (told[Figure.LASTING] + wears_off if there > stay else 1)
    return stay if ends == "back" else max(0.0, stay - CLOSED)


@settings(deadline=None, max_examples=60)
@given(
    POINTS,
    POINTS,
    st.floats(0, 120),
    st.floats(-50, 50),
    st.floats(0.4, 1),
    st.sampled_from(STRETCHES),
    st.sampled_from(["arrived", "back", "closed"]),
)
def test_closed_form_is_the_mean_of_all_moments(
    stay: float,
    there: float,
    months: float,
    meanwhile: float,
    lasting: float,
    stretch: tuple[float, float],
    ends: str,
) -> None:
    way = weeks(stay, there, months=months, meanwhile=meanwhile, lasting=lasting)

    found = getattr(mean_worths(way, *stretch), ends)

    assert float(found[0]) == pytest.approx(walked(way, *stretch, ends=ends), abs=0.05)


@given(POINTS, POINTS, st.sampled_from(STRETCHES))
def test_way_that_is_sure_at_once_and_lasts_is_worth_what_being_there_is(
    stay: float, there: float, stretch: tuple[float, float]
) -> None:
    assert expected_worth(weeks(stay, there), *stretch) == pytest.approx(there, abs=1e-9)


@given(
    POINTS, POINTS, st.floats(0, 120), st.floats(-50, 50), st.floats(0.4, 1), st.floats(0, 1), st.floats(0, 1)
)
def test_worth_stays_within_the_scale(
    stay: float, there: float, months: float, meanwhile: float, lasting: float, chance: float, back: float
) -> None:
    way = weeks(
        stay, there, months=months, meanwhile=meanwhile, lasting=lasting, chance=chance, way_back=back
    )

    for stretch in STRETCHES:
        assert -1e-9 <= expected_worth(way, *stretch) <= 100 + 1e-9


@given(POINTS, st.floats(0, 100), st.floats(0, 1), st.floats(0, 1), st.floats(0, 120))
def test_more_chance_is_never_worse_where_being_there_is_better(
    stay: float, more: float, one: float, two: float, months: float
) -> None:
    there, (less, higher) = min(100.0, stay + more), sorted((one, two))
    way = weeks(stay, there, months=months, lasting=0.6, way_back=0.5, chance=less)

    better = replace(way, figures={**way.figures, Figure.CHANCE: np.array([higher])})

    assert expected_worth(better, 0, 60) >= expected_worth(way, 0, 60) - 1e-9


def test_gain_wears_off_and_a_loss_does_not() -> None:
    up, down = weeks(40, 70, lasting=0.5), weeks(40, 10, lasting=0.5)

    gains = [float(mean_worths(up, *stretch).arrived[0]) - 40 for stretch in STRETCHES[:3]]
    losses = [float(mean_worths(down, *stretch).arrived[0]) - 40 for stretch in STRETCHES[:3]]

    assert 30 > gains[0] > gains[1] > gains[2] > 15
    assert losses == pytest.approx([-30] * 3)


def test_closed_way_back_costs_points_only_after_the_way() -> None:
    worths = mean_worths(weeks(40, 70, months=12, chance=0), 6, 18)

    assert float(worths.back[0]) == pytest.approx(40)
    assert float(worths.closed[0]) == pytest.approx(40 - CLOSED / 2)


def test_expected_worth_weighs_each_end_by_its_chance() -> None:
    way = weeks(40, 70, chance=0.6, way_back=0.25)

    assert expected_worth(way, 0, 60) == pytest.approx(0.6 * 70 + 0.4 * (40 - 0.75 * CLOSED))
