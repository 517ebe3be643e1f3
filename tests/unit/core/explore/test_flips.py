"""What single weight or level would put one option before another."""

from dataclasses import replace

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st

from unrut.core.explore.fit import Array, Subject
from unrut.core.explore.flips import Flip, FlipKind, flips
from unrut.core.explore.levels import UNKNOWN, Level, Source
from unrut.core.explore.wants import Want
from unrut.core.explore.worth import worths

pytestmark = pytest.mark.unit

FACETS = ["autonomy", "commute", "learning_growth", "pay_benefits"]

some_levels = st.dictionaries(
    st.sampled_from(FACETS),
    st.builds(Level, mean=st.floats(0, 10), sd=st.floats(0, 3), source=st.just(Source.STATED)),
)
some_wants = st.tuples(
    *(
        st.builds(Want, st.just(facet), st.just(50), st.integers(0, 10), st.none() | st.integers(0, 10))
        for facet in FACETS
    )
)
some_weights = st.lists(st.floats(0.01, 1), min_size=4, max_size=4).map(
    lambda row: np.array([row]) / sum(row)
)


def sure(mean: float) -> Level:
    return Level(mean, 0.0, Source.ANSWERED)


def scores(pair: list[Subject], wants: tuple[Want, ...], shares: Array) -> list[float]:
    return [
        float(score) for score in (worths([each.levels for each in pair], wants).mean * shares).sum(axis=1)
    ]


def with_share(shares: Array, place: int, share: float) -> Array:
    moved: Array = shares * (1 - share) / (1 - shares[place])
    moved[place] = share
    return moved


def rounded(found: tuple[Flip, ...]) -> list[tuple[str, str, str, float, float]]:
    return [(flip.kind.value, flip.facet, flip.key, flip.now, round(flip.needed, 3)) for flip in found]


def with_level(subject: Subject, flip: Flip) -> Subject:
    return replace(subject, levels={**subject.levels, flip.facet: sure(flip.needed)})


def test_weight_and_level_that_make_both_alike_are_named() -> None:
    now = Subject("now", {"commute": sure(2), "autonomy": sure(4)})
    other = Subject("open", {"commute": sure(6), "autonomy": sure(8)})
    wants = [Want("commute", 75, 0), Want("autonomy", 25, 10)]

    found = flips(now, other, wants, np.array([[0.75, 0.25]]))

    # Now is ahead by 40 points of the commute and behind by as many of autonomy: even at half and half.
    assert sorted(rounded(found)) == [
        ("level", "commute", "now", 2, 4.667),
        ("level", "commute", "open", 6, 3.333),
        ("weight", "autonomy", "", 0.25, 0.5),
        ("weight", "commute", "", 0.75, 0.5),
    ]


def test_nearest_weight_and_nearest_level_come_first_then_the_rest_by_how_far_they_are() -> None:
    now = Subject("now", {"commute": Level(3, 1, Source.NOTES), "autonomy": Level(5, 2, Source.NOTES)})
    other = Subject("open", {"commute": Level(4, 2, Source.STATED), "autonomy": Level(5, 0.5, Source.STATED)})
    wants = [Want("commute", 50, 0), Want("autonomy", 50, 10)]
    weights = np.random.default_rng(1).dirichlet([20, 20], 200)

    found = flips(now, other, wants, weights)

    spreads = {
        ("now", "commute"): 1,
        ("now", "autonomy"): 2,
        ("open", "commute"): 2,
        ("open", "autonomy"): 0.5,
    }
    levels = [flip for flip in found if flip.kind is FlipKind.LEVEL]
    away = [abs(flip.needed - flip.now) / spreads[flip.key, flip.facet] for flip in levels]
    assert away == sorted(away)
    assert [(flip.kind, flip.key) for flip in found[:2]].count((FlipKind.LEVEL, levels[0].key)) == 1
    assert {flip.kind for flip in found[:2]} == {FlipKind.WEIGHT, FlipKind.LEVEL}


def test_level_inside_the_line_is_reached_by_the_shorter_way() -> None:
    now, other = Subject("now", {"commute": sure(6)}), Subject("open", {"commute": sure(3)})

    found = flips(now, other, [Want("commute", 50, 5)], np.array([[1.0]]))

    assert sorted(rounded(found)) == [("level", "commute", "now", 6, 7), ("level", "commute", "open", 3, 4)]


@pytest.mark.parametrize(("first", "second"), [(5, 5), (3, 8)])
def test_nothing_has_to_turn_where_the_second_is_no_less_worth(first: float, second: float) -> None:
    one, two = Subject("a", {"autonomy": sure(first)}), Subject("b", {"autonomy": sure(second)})

    assert flips(one, two, [Want("autonomy", 50, 10)], np.array([[1.0]])) == ()


def test_no_single_thing_turns_what_is_better_in_all_by_far() -> None:
    now = Subject("now", {"autonomy": sure(10), "commute": sure(0)})
    other = Subject("open", {"autonomy": sure(0), "commute": sure(10)})
    wants = [Want("autonomy", 50, 10), Want("commute", 50, 0)]

    assert flips(now, other, wants, np.array([[0.5, 0.5]])) == ()


@pytest.mark.parametrize("wants", [[], [Want("autonomy", 0, 10)]])
def test_nothing_turns_while_nothing_is_wanted(wants: list[Want]) -> None:
    assert flips(Subject("a", {}), Subject("b", {}), wants, np.zeros((1, 0))) == ()


def test_weight_of_nothing_turns_nothing_by_its_level() -> None:
    now, other = Subject("now", {"autonomy": sure(8)}), Subject("open", {"autonomy": sure(6)})
    wants = [Want("autonomy", 50, 10), Want("commute", 50, 0)]

    found = flips(now, other, wants, np.array([[1.0, 0.0]]))

    # What weighs all has no others to give weight to.
    assert {(flip.kind, flip.facet) for flip in found} == {
        (FlipKind.LEVEL, "autonomy"),
        (FlipKind.WEIGHT, "commute"),
    }


@given(some_levels, some_levels, some_wants, some_weights)
def test_flip_makes_both_worth_the_same(
    one: dict[str, Level], two: dict[str, Level], wants: tuple[Want, ...], weights: Array
) -> None:
    first, second = Subject("first", one), Subject("second", two)

    for flip in flips(first, second, wants, weights):
        pair, shares = [first, second], weights[0]
        if flip.kind is FlipKind.WEIGHT:
            shares = with_share(shares, FACETS.index(flip.facet), flip.needed)
        else:
            pair = [with_level(each, flip) if each.key == flip.key else each for each in pair]
        leading, behind = scores(pair, wants, shares)
        assert leading == pytest.approx(behind, abs=1e-9)


@given(some_levels, some_levels, some_wants, some_weights)
def test_flips_stay_on_their_scales_and_tell_how_it_is(
    one: dict[str, Level], two: dict[str, Level], wants: tuple[Want, ...], weights: Array
) -> None:
    levels = {"first": one, "second": two}

    for flip in flips(Subject("first", one), Subject("second", two), wants, weights):
        is_weight = flip.kind is FlipKind.WEIGHT
        assert 0 <= flip.needed <= (1 if is_weight else 10)
        now = weights[0][FACETS.index(flip.facet)] if is_weight else None
        assert flip.now == (now if is_weight else levels[flip.key].get(flip.facet, UNKNOWN).mean)
