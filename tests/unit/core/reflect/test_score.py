"""One figure for a week out of its signs."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from unrut.core.reflect.score import LEAST_SIGNS, score_of, scored_signs

pytestmark = pytest.mark.unit

SIGNS = ("satisfaction", "boredom", "dread", "drive", "learning")
answers = st.one_of(st.none(), st.floats(0, 10))


def test_energy_is_no_part_of_the_score() -> None:
    assert sorted(scored_signs()) == sorted(SIGNS)


@pytest.mark.parametrize(
    ("given_answers", "score"),
    [
        ((10, 0, 0, 10, 10), 10.0),
        ((0, 10, 10, 0, 0), 0.0),
        ((6, 2, 3, 5, 9), 7.0),
        ((6, None, None, 5, 10), 7.0),
        ((6, None, None, 5, None), None),
        ((None,) * 5, None),
    ],
)
def test_score_is_the_mean_with_ten_as_good(
    given_answers: tuple[float | None, ...], score: float | None
) -> None:
    assert score_of(dict(zip(SIGNS, given_answers, strict=True))) == score


def test_signs_that_do_not_count_change_nothing() -> None:
    week = {"satisfaction": 6.0, "boredom": 2.0, "dread": 3.0}

    assert score_of({**week, "energy": 0.0, "envy": 10.0}) == score_of(week)


@given(st.fixed_dictionaries(dict.fromkeys(SIGNS, answers)))
def test_score_is_on_the_line_or_not_there(week: dict[str, float | None]) -> None:
    score = score_of(week)

    known = sum(value is not None for value in week.values())
    assert (score is None) == (known < LEAST_SIGNS)
    assert score is None or 0 <= score <= 10
