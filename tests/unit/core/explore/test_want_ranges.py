"""A want lies between its worst and its wanted level."""

import pytest

from unrut.core.explore.want_ranges import ends_of
from unrut.core.explore.wants import Want

pytestmark = pytest.mark.unit


@pytest.mark.parametrize(
    ("want", "ends"),
    [
        (Want("autonomy", 50, 9), (0, 9)),
        (Want("commute", 50, 1), (10, 1)),
        (Want("autonomy", 50, 9, 4), (4, 9)),
        (Want("autonomy", 50, 9, 0), (0, 9)),
    ],
)
def test_worst_is_as_said_or_the_worst_there_is(want: Want, ends: tuple[float, float]) -> None:
    assert ends_of(want) == ends
