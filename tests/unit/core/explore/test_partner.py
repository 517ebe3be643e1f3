"""A need has a direction, is broken on the wrong side of it, and stays open where nothing is known."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from unrut.core.explore.levels import UNKNOWN, Level, Source
from unrut.core.explore.partner import NeedState, need_of, partner_wants
from unrut.core.explore.wants import Want

pytestmark = pytest.mark.unit

LEVELS = st.integers(0, 10)


@pytest.mark.parametrize(
    ("wanted", "least", "is_most"),
    [(10, 6, False), (0, 3, True), (7, 7, False), (5, 5, False), (2, 2, True), (5, 3, False), (5, 8, True)],
)
def test_need_points_to_what_is_wanted(wanted: float, least: int, is_most: bool) -> None:
    assert need_of(Want("commute", 50, wanted), least).is_most is is_most


@pytest.mark.parametrize(
    ("wanted", "least", "level", "state"),
    [
        (10, 6, 5.9, NeedState.BROKEN),
        (10, 6, 6.0, NeedState.MET),
        (0, 3, 3.1, NeedState.BROKEN),
        (0, 3, 0.0, NeedState.MET),
        (8, 7, 10.0, NeedState.MET),
    ],
)
def test_need_is_broken_when_more_likely_than_not_worse(
    wanted: float, least: int, level: float, state: NeedState
) -> None:
    need = need_of(Want("commute", 50, wanted), least)

    assert need.state(Level(level, 2.0, Source.NOTES)) is state


def test_need_nothing_is_known_of_stays_open() -> None:
    assert need_of(Want("commute", 50, 10), 6).state(UNKNOWN) is NeedState.UNKNOWN


@given(LEVELS, LEVELS)
def test_what_is_wanted_never_breaks_a_need(wanted: int, least: int) -> None:
    need = need_of(Want("commute", 50, wanted), least)

    assert need.state(Level(wanted, 0.0, Source.ANSWERED)) is NeedState.MET
    assert need.state(Level(least, 0.0, Source.ANSWERED)) is NeedState.MET


def test_partner_weighs_the_same_criteria_between_the_same_ends() -> None:
    wants = [Want("commute", 100, 2, 9), Want("autonomy", 40, 8), Want("own_1", 20, 10, name="choir")]

    found = partner_wants(wants, {"commute": 30, "own_1": 70, "autonomy": 0, "fairness": 90})

    assert found == [Want("commute", 30, 2, 9), Want("own_1", 70, 10, name="choir")]
