from datetime import date, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from unrut.core.reflect.help_panel import Ground, LowRun, Now, ground_of, is_drained, low_run
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
        ([8] * 4, (40, 0), Ground.DRAINED),
        ([3] * 6, (12, 0), Ground.LOW),
        ([3] * 6, (11, 0), None),
        ([3] * 6, (13, 2), None),
        ([3] * 6, (18, 6), Ground.LOW),
        ([3] * 6, (30, 7), None),
    ],
)
def test_ground_of_check_ins(
    energies: list[int | None], low: tuple[int, int] | None, ground: Ground | None
) -> None:
    run = LowRun(weeks_ago(low[0]), weeks_ago(low[1])) if low else None

    assert ground_of(energies, run, MONDAY, Now(TODAY)) is ground


@pytest.mark.parametrize(
    ("ago", "restart", "ground"),
    [
        (6, None, Ground.DRAINED),
        (7, None, None),
        (2, weeks_ago(1), None),
        (2, weeks_ago(2), Ground.DRAINED),
        (2, weeks_ago(2) + timedelta(days=3), Ground.DRAINED),
        (2, TODAY + timedelta(days=3), Ground.DRAINED),
    ],
)
def test_help_rests_on_answers_that_still_hold(ago: int, restart: date | None, ground: Ground | None) -> None:
    now = Now(TODAY, [restart] if restart else [])

    assert ground_of([9] * 6, None, weeks_ago(ago), now) is ground


def test_nothing_holds_where_nothing_was_answered() -> None:
    assert Now(TODAY).holds(None) is False


def answered(*lows: float | None, restart_at: int = 0) -> list[Week]:
    """One week after another up to this one, each with the chance of a low; None where nothing was answered."""
    last, count, weeks = len(lows) - 1, 0, []
    for place, low in enumerate(lows):
        count = (0 if place == restart_at else count) + (low is not None)
        score = None if low is None else 3.0
        weeks.append(Week(weeks_ago(last - place), score, low=low or 0.0, state=State.DROP, answered=count))
    return weeks


@pytest.mark.parametrize(
    ("lows", "first", "last"),
    [
        ([0.1, 0.1, 0.8, 0.9, 0.9, 1.0], 3, 0),
        ([0.9] * 6, 5, 0),
        ([0.1, 0.1, 0.9, 0.9, 0.9, None, 0.9], 4, 0),
        ([0.9] * 7 + [None, None], 8, 2),
        ([0.9, 0.9, 0.9, 0.1, None, 0.9, None, None, 0.9, 0.9], 4, 0),
    ],
)
def test_low_lasts_whatever_is_said_of_it(lows: list[float | None], first: int, last: int) -> None:
    assert low_run(answered(*lows)) == LowRun(weeks_ago(first), weeks_ago(last))


@pytest.mark.parametrize(
    "lows",
    [
        [],
        [None],
        [0.9] * 5,
        [0.9] * 6 + [0.79],
        [0.1, 0.1, 0.1, 0.9, 0.9, 0.9],
        [0.1, 0.1, 0.1, 0.1, 0.9, None, None, 0.9],
    ],
)
def test_no_low_where_answers_are_few_or_lie_too_close(lows: list[float | None]) -> None:
    assert low_run(answered(*lows)) is None


def test_low_begins_anew_with_a_restart() -> None:
    found = low_run(answered(*[0.9] * 20, restart_at=8))

    assert found == LowRun(weeks_ago(11), MONDAY)


@given(st.lists(st.none() | st.integers(0, 10), max_size=30))
def test_weeks_left_open_change_nothing(energies: list[int | None]) -> None:
    answered = [energy for energy in energies if energy is not None]

    assert is_drained(energies) is is_drained(answered)


@given(st.lists(st.integers(0, 9), min_size=1, max_size=12))
def test_more_tired_never_ends_the_offer(energies: list[int]) -> None:
    more = [energy + 1 for energy in energies]

    assert is_drained(more) >= is_drained(energies)
