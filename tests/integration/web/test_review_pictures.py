"""A move between two answers is drawn within its frame, and the band lies between both marks."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from unrut.core.reflect.reviews import Move
from unrut.web.pictures_review import EDGE, WIDTH, MoveBar, move_bar

pytestmark = pytest.mark.unit

ANSWERS = st.integers(0, 10)


def bar(before: int, now: int) -> MoveBar:
    return move_bar(Move("autonomy", before, now, now - before))


@pytest.mark.parametrize(
    ("before", "now", "drawn"),
    [(0, 10, MoveBar(1.0, 99.0, 1.0, 98.0)), (7, 5, MoveBar(69.6, 50.0, 50.0, 19.6))],
)
def test_move_has_its_place(before: int, now: int, drawn: MoveBar) -> None:
    assert bar(before, now) == drawn


@given(ANSWERS, ANSWERS)
def test_band_lies_between_the_marks_within_the_frame(before: int, now: int) -> None:
    drawn = bar(before, now)

    assert min(drawn.before, drawn.now) == drawn.low >= EDGE
    assert drawn.low + drawn.width == pytest.approx(max(drawn.before, drawn.now))
    assert max(drawn.before, drawn.now) <= WIDTH - EDGE
