from datetime import date, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from unrut.core.reflect.help_panel import Ground, ground_of, is_drained, low_since
from unrut.core.reflect.weeks import State, Week

pytestmark = pytest.mark.unit

TODAY = date(2026, 11, 20)
MONDAY = date(2026, 11, 16)


def weeks_ago(count: int) -> date:
    return MONDAY - timedelta(weeks=count)


@pytest.mark.parametrize(
    ("energies", "drained"),
    [
        ([], False),
        ([9, 9, 9], False),
        ([8, 8, 8, 8], True),
        ([7, 8, 8, 8], False),
        ([8, 8, 8, 8, 1, 1], True),
        ([8, 8, 8, 8, 1, 1, 1], False),
        ([1, 1, 10, 10, 10, 10], True),
        ([8, None, 8, None, None, 8, None, 8, 2], True),
        ([None] * 6, False),
    ],
)
def test_drained_in_four_of_the_last_six_answered_weeks(energies: list[int | None], drained: bool) -> None:
    assert is_drained(energies) is drained


@pytest.mark.parametrize(
    ("energies", "low", "ground"),
    [
        ([], None, None),
        ([8] * 4, None, Ground.DRAINED),
        ([8] * 4, weeks_ago(40), Ground.DRAINED),
        ([3] * 6, weeks_ago(12), Ground.LOW),
        ([3] * 6, weeks_ago(11), None),
        ([], weeks_ago(12), Ground.LOW),
    ],
)
def test_ground_of_check_ins(energies: list[int | None], low: date | None, ground: Ground | None) -> None:
    assert ground_of(energies, low, today=TODAY) is ground


@pytest.mark.parametrize(
    ("states", "since"),
    [
        ([], None),
        ([State.STEADY], None),
        ([State.LOW, State.RECOVERY], None),
        ([State.STEADY, State.LOW, State.LOW], 1),
        ([State.LOW, State.STEADY, State.LOW], 0),
        ([State.LOW, State.LOW], 1),
    ],
)
def test_low_since_the_first_week_of_the_run_that_is_on(states: list[State], since: int | None) -> None:
    last = len(states) - 1
    weeks = [Week(weeks_ago(last - place), state=state) for place, state in enumerate(states)]

    assert low_since(weeks) == (None if since is None else weeks_ago(since))


@given(st.lists(st.none() | st.integers(0, 10), max_size=30))
def test_weeks_left_open_change_nothing(energies: list[int | None]) -> None:
    answered = [energy for energy in energies if energy is not None]

    assert is_drained(energies) is is_drained(answered)


@given(st.lists(st.integers(0, 9), min_size=1, max_size=12))
def test_more_tired_never_ends_the_offer(energies: list[int]) -> None:
    more = [energy + 1 for energy in energies]

    assert is_drained(more) >= is_drained(energies)
