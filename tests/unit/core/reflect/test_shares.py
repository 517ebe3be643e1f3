"""The share of weeks is a distribution; its probabilities agree with the exact ones."""

from datetime import date, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from unrut.core.reflect.shares import Counted, Lately, chance_alike, chance_higher, interval, lately

pytestmark = pytest.mark.unit

MONDAYS = [date(2025, 1, 6) + timedelta(weeks=count) for count in range(40)]


@st.composite
def counts(draw: st.DrawFn, least: int = 0) -> Counted:
    answered = draw(st.integers(1, 520))
    return Counted(draw(st.integers(least, answered)), answered)


@pytest.mark.parametrize(("named", "answered", "share"), [(0, 0, 0.08), (2, 4, 0.36), (9, 14, 9.16 / 16)])
def test_share_is_drawn_towards_the_base_rate(named: int, answered: int, share: float) -> None:
    assert Counted(named, answered).share == pytest.approx(share)


# From millions of random numbers of each distribution, drawn once with numpy's own generator.
@pytest.mark.parametrize(
    ("named", "answered", "low", "high"),
    [(3, 14, 0.0828, 0.3298), (1, 520, 0.0003, 0.0049), (200, 520, 0.3563, 0.4108), (1, 1, 0.0792, 0.7414)],
)
def test_interval_holds_eighty_percent(named: int, answered: int, low: float, high: float) -> None:
    assert interval(Counted(named, answered)) == pytest.approx((low, high), abs=2e-4)


@pytest.mark.parametrize(
    ("one", "other", "higher", "alike"),
    [
        (Counted(3, 14), Counted(9, 14), 0.0101, 0.1759),
        (Counted(0, 5), Counted(2, 8), 0.1142, 0.6250),
        (Counted(0, 9), Counted(5, 10), 0.0036, 0.1063),
        (Counted(200, 520), Counted(210, 520), 0.2628, 1.0),
    ],
)
def test_chances_agree_with_random_numbers(one: Counted, other: Counted, higher: float, alike: float) -> None:
    assert chance_higher(one, other) == pytest.approx(higher, abs=2e-3)
    assert chance_alike(one, other, within=0.25) == pytest.approx(alike, abs=2e-3)


@given(counts(least=1))
def test_interval_lies_about_the_share(counted: Counted) -> None:
    low, high = interval(counted)

    assert 0 <= low < high <= 1
    assert low <= counted.share <= high or counted.named == counted.answered


@given(counts(), counts())
def test_one_share_is_higher_or_the_other(one: Counted, other: Counted) -> None:
    assert chance_higher(one, other) + chance_higher(other, one) == pytest.approx(1, abs=1e-9)
    assert 0 <= chance_alike(one, other, within=0.1) <= chance_alike(one, other, within=0.4) <= 1


@given(st.integers(2, 100), st.data())
def test_another_week_that_names_it_never_lowers_the_share(answered: int, data: st.DataObject) -> None:
    named = data.draw(st.integers(1, answered - 1))
    before, after = Counted(named, answered), Counted(named + 1, answered)

    assert after.share > before.share
    assert interval(after)[0] > interval(before)[0]
    assert chance_higher(after, before) > 0.5


@pytest.mark.parametrize(
    ("named", "answered", "found"),
    [
        (range(8, 16), 16, Lately.MORE),
        (range(8), 16, Lately.LESS),
        (range(0, 16, 2), 16, Lately.ALIKE),
        ((), 16, Lately.ALIKE),
        (range(7, 15), 15, Lately.TOO_FEW),
    ],
)
def test_last_eight_weeks_are_held_against_those_before(named: range, answered: int, found: Lately) -> None:
    assert lately([MONDAYS[place] for place in named], MONDAYS[:answered]) is found
