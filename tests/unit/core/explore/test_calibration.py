"""Calibration: figures of what was said and what came, and a verdict only where the predictions bear it."""

import math

import pytest
from hypothesis import given
from hypothesis import strategies as st

from unrut.core.explore.calibration import (
    Calibration,
    CalibrationVerdict,
    Prediction,
    calibration,
)

pytestmark = pytest.mark.unit

FAIR, TOO_SURE = CalibrationVerdict.FAIR, CalibrationVerdict.TOO_SURE
NOT_SURE, TOO_FEW = CalibrationVerdict.NOT_SURE_ENOUGH, CalibrationVerdict.TOO_FEW
predictions = st.lists(st.builds(Prediction, st.floats(0, 1), st.booleans()), max_size=40)


def said(chance: float, came: int, count: int) -> list[Prediction]:
    return [Prediction(chance, came=place < came) for place in range(count)]


def verdict(found: list[Prediction]) -> CalibrationVerdict:
    return calibration(found).verdict


def test_no_predictions_say_nothing() -> None:
    assert calibration([]) == Calibration(0, 0.0, 0.0, 0.0, (), TOO_FEW)


def test_figures_are_those_of_all_predictions_and_of_each_bin() -> None:
    found = calibration([Prediction(0.2, came=False), *said(0.9, 3, 4)])

    assert (found.count, found.came) == (5, 0.6)
    assert (found.said, found.brier) == pytest.approx((0.76, (0.04 + 3 * 0.01 + 0.81) / 5))
    assert [(each.low, each.high, each.count, each.came) for each in found.bins] == [
        (0.0, 0.35, 1, 0.0),
        (0.85, 1.0, 4, 0.75),
    ]
    assert [each.said for each in found.bins] == pytest.approx([0.2, 0.9])


@pytest.mark.parametrize(
    ("chance", "low"), [(0, 0), (0.34, 0), (0.35, 0.35), (0.65, 0.65), (0.84, 0.65), (0.85, 0.85), (1, 0.85)]
)
def test_chance_on_an_edge_belongs_to_the_bin_above(chance: float, low: float) -> None:
    assert [each.low for each in calibration([Prediction(chance, came=True)]).bins] == [low]


@pytest.mark.parametrize(
    ("found", "expected"),
    [
        (said(0.99, 0, 4), TOO_FEW),
        (said(0.9, 2, 5), TOO_SURE),
        (said(0.9, 3, 5), FAIR),
        (said(0.95, 17, 20), FAIR),
        (said(0.95, 16, 20), TOO_SURE),
        (said(0.6, 5, 5), FAIR),
        (said(0.6, 6, 6), NOT_SURE),
        (said(0.7, 7, 10), FAIR),
        # What was held unlikely and did not come counts as well as what was held likely and came.
        (said(0.1, 3, 5), TOO_SURE),
        (said(0.4, 0, 6), NOT_SURE),
        # Certain of it, and right; certain, and wrong once.
        (said(1, 30, 30), FAIR),
        (said(0, 0, 30), FAIR),
        (said(1, 29, 30), TOO_SURE),
        (said(0, 1, 30), TOO_SURE),
        # Even odds claim nothing, whatever came.
        (said(0.5, 0, 30), FAIR),
        (said(0.5, 30, 30), FAIR),
        ([*said(0.5, 0, 30), *said(0.95, 0, 2)], TOO_SURE),
        (said(0.7, 2100, 3000), FAIR),
        (said(0.7, 1950, 3000), TOO_SURE),
    ],
)
def test_verdict_needs_predictions_that_bear_it(
    found: list[Prediction], expected: CalibrationVerdict
) -> None:
    assert verdict(found) is expected


@given(st.lists(st.floats(0.5, 1, exclude_min=True), min_size=5, max_size=12))
def test_right_chances_are_called_wrong_in_fewer_than_one_case_of_twenty(chances: list[float]) -> None:
    likely = [1.0]
    for chance in chances:
        likely = [
            same * (1 - chance) + before * chance
            for same, before in zip([*likely, 0.0], [0.0, *likely], strict=True)
        ]

    told = [
        verdict([Prediction(chance, came=place < hits) for place, chance in enumerate(chances)])
        for hits in range(len(chances) + 1)
    ]

    for wrong in (TOO_SURE, NOT_SURE):
        assert math.fsum(p for p, each in zip(likely, told, strict=True) if each is wrong) < 0.05 + 1e-9


@given(st.floats(0, 1), st.integers(5, 60), st.data())
def test_more_that_came_of_what_was_likely_never_speaks_for_too_sure(
    chance: float, count: int, data: st.DataObject
) -> None:
    chance = max(chance, 1 - chance)
    order = [TOO_SURE, FAIR, NOT_SURE]
    fewer = data.draw(st.integers(0, count - 1))

    worse, better = (verdict(said(chance, came, count)) for came in (fewer, fewer + 1))

    assert order.index(worse) <= order.index(better)


@given(predictions)
def test_turning_a_prediction_round_changes_no_verdict(found: list[Prediction]) -> None:
    halves = [Prediction(round(each.chance * 64) / 64, each.came) for each in found]
    turned = [Prediction(1 - each.chance, not each.came) for each in halves]

    assert verdict(turned) is verdict(halves)
    assert calibration(turned).brier == pytest.approx(calibration(halves).brier)


@given(predictions)
def test_figures_are_shares_and_bins_add_up(found: list[Prediction]) -> None:
    told = calibration(found)

    assert all(0 <= share <= 1 for share in (told.brier, told.said, told.came))
    assert sum(each.count for each in told.bins) == told.count == len(found)
    assert sum(each.came * each.count for each in told.bins) == pytest.approx(told.came * told.count)
    for each in told.bins:
        assert each.low - 1e-12 <= each.said <= each.high + 1e-12


@pytest.mark.parametrize("chance", [-0.01, 1.01, float("nan"), float("inf")])
def test_chance_that_is_none_is_our_mistake(chance: float) -> None:
    with pytest.raises(ValueError, match="A chance is from 0 to 1"):
        calibration([Prediction(chance, came=True)])
