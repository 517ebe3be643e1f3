"""Weeks are drawn anew; whoever leads most of the time is called sure."""

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from unrut.core.reflect.resampling import DRAWS, LEADING, Chances, Ranked, drawn_weeks, rank_chances

pytestmark = pytest.mark.unit

SEED = 7


@st.composite
def rankings(draw: st.DrawFn) -> tuple[list[Ranked], int]:
    answered = draw(st.integers(1, 40))
    weeks = st.sets(st.integers(0, answered - 1), min_size=1).map(lambda found: tuple(sorted(found)))
    ranked = st.builds(Ranked, weeks=weeks, factor=st.floats(0.1, 2))
    return draw(st.lists(ranked, min_size=1, max_size=6)), answered


def test_nothing_to_rank_has_no_chances() -> None:
    assert rank_chances([], 0, seed=SEED) == ()


def test_facet_of_every_week_always_leads() -> None:
    always, once = rank_chances([Ranked(tuple(range(12)), 1.0), Ranked((3,), 1.0)], 12, seed=SEED)

    assert always == Chances(1.0, 1.0)
    assert once.first == 0
    assert once.leading == pytest.approx(1 - (11 / 12) ** 12, abs=0.03)


def test_facet_that_no_drawn_week_names_is_not_among_the_first() -> None:
    """Each of two weeks of six is drawn in 1 − (5/6)⁶ of the drawings, at least one of them in 1 − (4/6)⁶."""
    found = rank_chances([Ranked((0,), 1.0), Ranked((3,), 1.0)], 6, seed=SEED)

    assert [chances.leading for chances in found] == pytest.approx([1 - (5 / 6) ** 6] * 2, abs=0.03)
    assert sum(chances.first for chances in found) == pytest.approx(1 - (4 / 6) ** 6, abs=0.03)


def test_weight_does_not_lift_a_facet_that_no_drawn_week_names() -> None:
    """Of twenty weeks the heavy one is drawn in 1 − (19/20)²⁰; when it is not, the light ones fill the first three."""
    light = [Ranked(tuple(range(start, start + 6)), 0.1) for start in (1, 7, 13)]

    heavy, *others = rank_chances([Ranked((0,), 5.0), *light], 20, seed=SEED)

    assert heavy.first == heavy.leading == pytest.approx(1 - (19 / 20) ** 20, abs=0.03)
    assert sum(chances.first for chances in others) == pytest.approx(1 - heavy.first)


def test_fourth_of_four_seldom_leads() -> None:
    often = [Ranked(tuple(range(first, first + 10)), 1.0) for first in (0, 5, 10)]

    *_, seldom = rank_chances([*often, Ranked((0,), 1.0)], 20, seed=SEED)

    assert seldom.first == 0.0
    assert 0.0 <= seldom.leading < 0.01


def test_level_facets_share_the_places_by_lot() -> None:
    alike = [Ranked((0, 2, 5, 9), 1.0)] * 4

    found = rank_chances(alike, 12, seed=SEED)

    assert [chances.first for chances in found] == pytest.approx([0.25] * 4, abs=0.04)
    assert [chances.leading for chances in found] == pytest.approx([0.75] * 4, abs=0.04)


def test_factor_lifts_a_facet() -> None:
    weeks = tuple(range(6))

    light, heavy = rank_chances([Ranked(weeks, 0.5), Ranked(weeks, 1.0)], 12, seed=SEED)

    assert light.first == 0
    assert heavy.first == pytest.approx(1, abs=0.002)


def test_every_drawing_has_as_many_weeks() -> None:
    drawn = drawn_weeks(30, SEED)

    assert drawn.shape == (DRAWS, 30)
    assert set(drawn.sum(axis=1)) == {30}
    assert drawn.mean() == 1


@settings(max_examples=25)
@given(rankings())
def test_chances_add_up_to_the_places_there_are(made: tuple[list[Ranked], int]) -> None:
    ranked, answered = made

    found = rank_chances(ranked, answered, seed=SEED)

    assert sum(chances.first for chances in found) <= 1 + 1e-9
    assert sum(chances.leading for chances in found) <= min(LEADING, len(ranked)) + 1e-9
    assert all(0 <= chances.first <= chances.leading <= 1 for chances in found)


@settings(max_examples=10)
@given(rankings(), st.integers(0, 100))
def test_same_seed_gives_the_same_chances(made: tuple[list[Ranked], int], seed: int) -> None:
    ranked, answered = made

    assert rank_chances(ranked, answered, seed=seed) == rank_chances(ranked, answered, seed=seed)


def test_another_seed_gives_about_the_same() -> None:
    ranked = [
        Ranked((0, 1, 2, 3, 4), 1.0),
        Ranked((5, 6, 7, 8), 1.0),
        Ranked((9, 10), 1.0),
        Ranked((11,), 1.0),
    ]

    one, other = (rank_chances(ranked, 14, seed=seed) for seed in (1, 2))

    assert [chances.leading for chances in one] == pytest.approx(
        [chances.leading for chances in other], abs=0.05
    )
    assert one != other
