"""The threshold holds still within a year of answers and moves evenly between."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from unrut.core.reflect.thresholds import THRESHOLDS, USUAL_FALSE_ALARMS, YEARS_OF_ANSWERS, Threshold

pytestmark = pytest.mark.unit

THRESHOLD = Threshold(first=0.4, second=0.6, later=0.5)


@pytest.mark.parametrize(
    ("answers", "wanted"),
    [
        (0, 0.4),
        (8, 0.4),
        (40, 0.4),
        (44, 0.5),
        (48, 0.6),
        (87, 0.6),
        (88, 0.6),
        (92, 0.55),
        (96, 0.5),
        (5000, 0.5),
    ],
)
def test_threshold_depends_on_the_number_of_answers(answers: int, wanted: float) -> None:
    assert THRESHOLD.at(answers) == pytest.approx(wanted)


@given(st.sampled_from(sorted(THRESHOLDS)), st.integers(0, 6000))
def test_threshold_stays_between_its_values(choice: int, answers: int) -> None:
    threshold = THRESHOLDS[choice]
    values = (threshold.first, threshold.second, threshold.later)

    wanted = threshold.at(answers)

    assert min(values) <= wanted <= max(values)


@pytest.mark.parametrize("answers", [8, 44, 60, 92, 300])
def test_fewer_false_alarms_take_more_certainty(answers: int) -> None:
    wanted = [THRESHOLDS[choice].at(answers) for choice in (5, 10, 20)]

    assert wanted == sorted(wanted, reverse=True)


def test_years_of_answers_follow_one_another() -> None:
    borders = [answers for year in YEARS_OF_ANSWERS for answers in year]

    assert borders == sorted(borders)
    assert USUAL_FALSE_ALARMS in THRESHOLDS
