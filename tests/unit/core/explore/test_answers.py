"""What a trade-off asks is the same whichever way round."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from unrut.core.explore.answers import Answer, TradeOff

pytestmark = pytest.mark.unit

some_sides = st.lists(st.sampled_from(["autonomy", "commute", "pay_benefits"]), min_size=1, max_size=2).map(
    tuple
)


def test_trade_off_that_is_only_asked_has_no_answer() -> None:
    assert TradeOff(("autonomy",), ("commute",)).answer is None


@given(some_sides, some_sides, st.sampled_from(Answer))
def test_sides_are_the_same_whichever_way_round(
    first: tuple[str, ...], second: tuple[str, ...], answer: Answer
) -> None:
    assert TradeOff(first, second, answer).sides == TradeOff(second[::-1], first[::-1]).sides


def test_sides_tell_other_questions_apart() -> None:
    one = TradeOff(("autonomy",), ("commute", "pay_benefits"))

    assert one.sides == frozenset({("autonomy",), ("commute", "pay_benefits")})
    assert one.sides != TradeOff(("commute",), ("autonomy", "pay_benefits")).sides
