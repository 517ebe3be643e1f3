"""Estimates are drawn through their three points, within what the figure can be."""

import numpy as np
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from unrut.core.explore.estimates import DrawnFigures, draw_figures, drawn_estimate
from unrut.core.explore.ways import LIMITS, Estimate, Figure, Figures

pytestmark = pytest.mark.unit

DRAWS = 4000
FIGURES: Figures = {
    Figure.CHANCE: Estimate(0.3, 0.4, 0.7),
    Figure.MONTHS: Estimate(6, 12, 30),
    Figure.WAY_BACK: Estimate(0.8, 0.8, 0.8),
}


def drawn(
    key: str = "way-1", figures: Figures = FIGURES, *, seed: int = 1, draws: int = DRAWS
) -> DrawnFigures:
    return draw_figures(key, figures, seed=seed, draws=draws)


def test_four_chances_in_five_lie_between_low_and_high() -> None:
    months = drawn().figures[Figure.MONTHS]

    assert np.mean(months < 6) == pytest.approx(0.1, abs=0.002)
    assert np.mean(months > 30) == pytest.approx(0.1, abs=0.002)
    assert np.median(months) == pytest.approx(12, abs=0.02)


def test_what_is_sure_is_the_same_in_every_draw() -> None:
    assert set(drawn().figures[Figure.WAY_BACK].tolist()) == {0.8}


def test_one_gets_there_as_often_as_the_chance_says() -> None:
    found = drawn(figures={**FIGURES, Figure.CHANCE: Estimate(0.35, 0.35, 0.35)})

    assert found.arrives.mean() == pytest.approx(0.35, abs=0.001)
    assert found.returns.mean() == pytest.approx(0.8, abs=0.001)
    assert (found.arrives & found.returns).mean() == pytest.approx(0.35 * 0.8, abs=0.02)


@pytest.mark.parametrize(("chance", "arrives"), [(0.0, False), (1.0, True)])
@pytest.mark.parametrize("draws", [1, 2, 77, DRAWS])
def test_what_is_certain_happens(chance: float, draws: int, *, arrives: bool) -> None:
    sure = Estimate(chance, chance, chance)

    found = drawn(figures={Figure.CHANCE: sure, Figure.WAY_BACK: sure}, draws=draws)

    assert set(found.arrives.tolist()) == set(found.returns.tolist()) == {arrives}


def test_higher_chance_never_loses_a_draw() -> None:
    less = drawn(figures={**FIGURES, Figure.CHANCE: Estimate(0.3, 0.3, 0.3)}).arrives
    more = drawn(figures={**FIGURES, Figure.CHANCE: Estimate(0.6, 0.6, 0.6)}).arrives

    assert not (less & ~more).any()
    assert (more & ~less).any()


def test_figures_belong_to_their_key_and_seed() -> None:
    first, months = drawn(), drawn().figures[Figure.MONTHS]

    assert (months == first.figures[Figure.MONTHS]).all()
    assert (drawn(figures={**FIGURES, Figure.COST: Estimate(0, 1, 2)}).figures[Figure.MONTHS] == months).all()
    assert (drawn("way-2").figures[Figure.MONTHS] != months).any()
    assert (drawn(seed=2).figures[Figure.MONTHS] != months).any()


def test_figures_of_a_way_are_drawn_apart_from_one_another() -> None:
    found = drawn(figures={**FIGURES, Figure.COST: Estimate(6, 12, 30)}).figures

    assert abs(np.corrcoef(found[Figure.MONTHS], found[Figure.COST])[0, 1]) < 0.1


@settings(deadline=None)
@given(st.sampled_from(Figure), st.data())
def test_drawn_values_are_never_what_a_figure_cannot_be(figure: Figure, data: st.DataObject) -> None:
    least, most = LIMITS[figure]
    points = sorted(data.draw(st.lists(st.floats(least, most), min_size=3, max_size=3)))
    noise = np.array(data.draw(st.lists(st.floats(-5, 5), min_size=1, max_size=9)))

    values = drawn_estimate(Estimate(*points), figure, noise)

    assert np.isfinite(values).all()
    assert ((values >= least) & (values <= most)).all()
