"""Where neighbours are drawn: nearer ones closer to the middle, alike ones side by side."""

from itertools import pairwise

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st

from unrut.core.explore.occupations.atlas import Floats
from unrut.core.explore.occupations.near_map import MapPlace, near_map

pytestmark = pytest.mark.unit

SHARES = st.floats(0, 1, width=32)
ANYTHING = st.floats(width=32, allow_nan=True, allow_infinity=True)


def in_groups(*groups: int) -> list[Floats]:
    """Alike within a group, unlike across groups."""
    named = np.array(groups)
    return list(np.where(named[:, None] == named[None, :], 0.9, 0.1).astype(np.float32))


def around(places: list[MapPlace]) -> list[int]:
    """Who stands where, clockwise from the top."""
    return sorted(range(len(places)), key=lambda place: places[place].turn)


@st.composite
def neighbourhoods(draw: st.DrawFn) -> tuple[list[float], list[Floats]]:
    count = draw(st.integers(0, 14))
    nearness = draw(st.lists(ANYTHING, min_size=count, max_size=count))
    alike = draw(st.lists(ANYTHING, min_size=count * count, max_size=count * count))
    return nearness, list(np.array(alike, dtype=np.float32).reshape(count, count))


@given(neighbourhoods())
def test_everybody_has_an_own_angle_and_a_distance_whatever_is_given(
    given_: tuple[list[float], list[Floats]],
) -> None:
    places = near_map(*given_)

    count = len(given_[0])
    assert sorted(place.turn for place in places) == [(step + 0.5) / count for step in range(count)]
    assert all(0 <= place.away <= 1 for place in places)
    assert near_map(*given_) == places


@given(st.lists(SHARES, min_size=2, max_size=13))
def test_nearer_ones_are_never_farther_from_the_middle(nearness: list[float]) -> None:
    places = near_map(nearness, list(np.zeros((len(nearness), len(nearness)), dtype=np.float32)))

    by_nearness = sorted(zip(nearness, places, strict=True), key=lambda pair: -pair[0])
    assert all(one.away <= other.away for (_, one), (_, other) in pairwise(by_nearness))


def test_distances_are_drawn_apart_over_the_whole_radius() -> None:
    places = near_map([0.9, 0.85, 0.8], in_groups(0, 0, 0))

    assert [round(place.away, 3) for place in places] == [0, 0.5, 1]


@pytest.mark.parametrize("nearness", [[0.7], [0.7, 0.7, 0.7]])
def test_equally_near_ones_stand_half_way(nearness: list[float]) -> None:
    places = near_map(nearness, in_groups(*([0] * len(nearness))))

    assert {place.away for place in places} == {0.5}


def test_the_first_stands_behind_the_top() -> None:
    places = near_map([0.9, 0.8, 0.7, 0.6], in_groups(0, 1, 0, 1))

    assert places[0].turn == 1 / 8


@given(st.permutations([0, 0, 0, 0, 1, 1, 1, 2, 2, 2, 2, 2]))
def test_alike_ones_stand_side_by_side(groups: list[int]) -> None:
    order = around(near_map([0.5] * len(groups), in_groups(*groups)))

    changes = sum(groups[order[place - 1]] != groups[order[place]] for place in range(len(order)))
    assert changes == 3


def test_unknown_likeness_keeps_the_order_given() -> None:
    places = near_map([0.9, 0.8, 0.7], list(np.full((3, 3), np.nan, dtype=np.float32)))

    assert around(places) == [0, 1, 2]
