"""Each break-even makes both ways equal, and the tornado names what moves the lead most."""

import math
from dataclasses import replace
from typing import Any

import numpy as np
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from unrut.core.explore.break_even import MOST_SWINGS, BreakEven, break_evens, mean_lead, tornado
from unrut.core.explore.levels import UNKNOWN, Level, Levels, Source
from unrut.core.explore.money import Purse
from unrut.core.explore.outcomes import STAYING, Candidate
from unrut.core.explore.pay_levels import PAY
from unrut.core.explore.wants import Want
from unrut.core.explore.ways import LIMITS, Estimate, Figure, Figures, WayKind

pytestmark = pytest.mark.unit

WANTS = [Want("autonomy", 60, 10), Want("commute", 40, 0)]
WEIGHTS = np.array([[0.6, 0.4]])
POOR: Levels = {"autonomy": Level(3.0, 0.0, Source.ANSWERED), "commute": Level(7.0, 0.0, Source.ANSWERED)}
FINE: Levels = {"autonomy": Level(8.0, 0.0, Source.STATED), "commute": Level(2.0, 0.0, Source.STATED)}
PURSE = Purse("EUR", 2000, 9000, 1500)
STAY = Candidate(STAYING, WayKind.STAY, {}, POOR)


def figures(**told: float) -> Figures:
    usual = {"chance": 0.5, "months": 12, "cost": 0, "meanwhile": -2, "lasting": 0.6, "way_back": 0.5}
    return {Figure(name): Estimate(value, value, value) for name, value in {**usual, **told}.items()}


def way(levels: Levels = FINE, key: str = "way-1", **told: Any) -> Candidate:
    return Candidate(key, WayKind.JOB, figures(**told), levels)


def known(**other: Any) -> dict[str, Any]:
    return {"wants": WANTS, "weights": WEIGHTS, "stay": POOR, "purse": None, **other}


def found(one: Candidate, other: Candidate = STAY, **more: Any) -> dict[str, BreakEven]:
    return {each.figure or each.facet: each for each in break_evens(one, other, **known(**more))}


def with_input(one: Candidate, each: BreakEven, value: float) -> Candidate:
    """The way with one input as it is said."""
    if each.figure is None:
        return replace(one, levels={**one.levels, each.facet: Level(value, 0.0, Source.ANSWERED)})
    return replace(one, figures={**one.figures, each.figure: Estimate(value, value, value)})


def lead(one: Candidate, other: Candidate = STAY, **more: Any) -> float:
    return mean_lead(one, other, **known(**more))


def test_lead_of_a_sure_way_is_the_difference_of_the_scores() -> None:
    assert lead(way(chance=1, months=0, lasting=1)) == pytest.approx(50)
    assert lead(way(chance=0, months=0, way_back=1)) == pytest.approx(0)
    assert lead(way(), way()) == 0


@pytest.mark.parametrize("rival", [STAY, way({"autonomy": Level(5.0, 1.0, Source.STATED)}, "way-2")])
@pytest.mark.parametrize("one", [way(), way(chance=0.02), way(meanwhile=-40), way(POOR, meanwhile=4)])
def test_at_each_break_even_both_are_equal(one: Candidate, rival: Candidate) -> None:
    needed = {each: each.needed for each in found(one, rival).values() if each.needed is not None}

    for each, value in needed.items():
        least, most = LIMITS[each.figure] if each.figure else (0, 10)
        assert least <= value <= most
        assert lead(with_input(one, each, value), rival) == pytest.approx(0, abs=1e-4)
        above = lead(with_input(one, each, min(most, value + 0.01 * (most - least))), rival)
        below = lead(with_input(one, each, max(least, value - 0.01 * (most - least))), rival)
        assert (above > below) is each.rises


def test_chance_at_which_it_is_worth_it_is_found() -> None:
    chance = found(way(months=0, lasting=1, way_back=0))["chance"]

    # The gain of 50 points, and the 12 that a closed way back costs.
    assert (chance.key, chance.now, chance.rises) == ("way-1", 0.5, True)
    assert chance.needed == pytest.approx(12 / 62)


def test_level_at_which_it_is_worth_it_is_found() -> None:
    one = way({**FINE, "commute": Level(9.0, 0.0, Source.STATED)}, chance=1, months=0, lasting=1)

    told = found(one)

    # 30 points ahead by autonomy, 8 behind by the commute: it may lose 22 of 60.
    assert told["autonomy"].needed == pytest.approx(8 - 22 / 6)
    assert told["autonomy"].rises is True
    assert told["commute"].needed is None


def test_nearest_of_two_levels_is_told() -> None:
    wants, stay = [Want("workload_pace", 100, 5)], {"workload_pace": Level(3.0, 0.0, Source.ANSWERED)}
    more: dict[str, Any] = {"wants": wants, "weights": np.ones((1, 1)), "stay": stay}

    def needed(level: float) -> BreakEven:
        levels = {"workload_pace": Level(level, 0.0, Source.STATED)}
        return found(way(levels, chance=1, months=0), replace(STAY, levels=stay), **more)["workload_pace"]

    assert [needed(level).needed for level in (9, 1)] == pytest.approx([7, 3])
    assert [needed(level).rises for level in (9, 1)] == [False, True]


def test_what_cannot_turn_it_alone_is_none() -> None:
    hopeless = found(way({"autonomy": Level(0.0, 0.0, Source.STATED)}, months=0, way_back=0, chance=0.9))
    without_a_say = found(way(chance=0))

    assert hopeless["chance"].needed is None
    assert without_a_say["lasting"].needed is None
    assert without_a_say["autonomy"].needed is None


def test_cost_and_income_on_the_way_have_no_part_in_it() -> None:
    one = way(cost=5000, income_meanwhile=100, income_then=2500)

    assert [each for each in found(one, purse=PURSE) if each in set(Figure)] == [
        "chance",
        "months",
        "meanwhile",
        "lasting",
        "way_back",
    ]


@pytest.mark.parametrize(
    ("told", "purse", "wanted", "inputs"),
    [
        ({"income_then": 2500}, PURSE, PAY, ("income_then", "")),
        ({"income_then": 2500}, None, PAY, ("", PAY)),
        ({}, PURSE, PAY, ("", PAY)),
        ({"income_then": 2500}, PURSE, "fairness", ("", "")),
    ],
)
def test_income_takes_the_place_of_the_level_of_pay_where_it_is_told(
    told: dict[str, Any], purse: Purse | None, wanted: str, inputs: tuple[str, str]
) -> None:
    wants = [Want("autonomy", 60, 10), Want(wanted, 40, 10)]

    names = found(way(**told), wants=wants, purse=purse)

    assert ("income_then" in names, PAY in names) == tuple(map(bool, inputs))


def test_income_at_which_it_is_worth_it_is_found() -> None:
    stay: Levels = {"autonomy": Level(5.0, 0.0, Source.ANSWERED), PAY: Level(5.0, 0.0, Source.ANSWERED)}
    levels: Levels = {"autonomy": Level(3.0, 0.0, Source.STATED)}
    wants = [Want("autonomy", 60, 10), Want(PAY, 40, 10)]

    income = found(
        way(levels, chance=1, months=0, lasting=1, income_then=2100), wants=wants, stay=stay, purse=PURSE
    )["income_then"]

    # 12 points behind by autonomy are 3 levels of pay, three quarters of a doubling.
    assert (income.now, income.rises) == (2100, True)
    assert income.needed == pytest.approx(2000 * 2**0.75)


def test_staying_is_moved_by_its_levels_only_and_takes_the_other_along() -> None:
    rival = way(chance=1, months=6, lasting=1, meanwhile=0)

    told = found(STAY, rival)

    # The other begins at staying: it is behind once staying is as good as being there, 80 of 100.
    assert list(told) == ["autonomy", "commute"]
    assert told["autonomy"].needed is None
    assert lead(STAY, rival) == pytest.approx(-0.9 * 50)
    easy = way(
        {"autonomy": Level(6.0, 0.0, Source.STATED), "commute": Level(7.0, 0.0, Source.STATED)}, chance=1
    )
    assert found(STAY, easy)["autonomy"].needed == pytest.approx(6, abs=0.5)


def test_staying_beside_itself_is_never_ahead() -> None:
    assert all(each.needed is None for each in found(STAY, STAY).values())
    assert tornado(STAY, STAY, **known()) == ()


def test_tornado_has_the_five_that_move_most() -> None:
    wide = {
        Figure.CHANCE: Estimate(0.1, 0.5, 0.9),
        Figure.MONTHS: Estimate(6, 12, 24),
        Figure.MEANWHILE: Estimate(-4, -2, 0),
        Figure.LASTING: Estimate(0.4, 0.6, 1.0),
        Figure.WAY_BACK: Estimate(0.2, 0.5, 0.8),
    }
    levels: Levels = {"autonomy": Level(8.0, 1.0, Source.STATED), "commute": UNKNOWN}

    swings = tornado(replace(way(levels), figures=wide), STAY, **known())

    reaches = [abs(swing.at_high - swing.at_low) for swing in swings]
    assert len(swings) == MOST_SWINGS
    assert reaches == sorted(reaches, reverse=True)
    chance = next(swing for swing in swings if swing.figure is Figure.CHANCE)
    assert (chance.low, chance.high, chance.at_low < chance.at_high) == (0.1, 0.9, True)


def test_swing_of_a_level_goes_from_its_low_to_its_high() -> None:
    levels: Levels = {**FINE, "autonomy": Level(9.5, 1.0, Source.STATED)}

    (swing,) = tornado(way(levels, chance=1, months=0, lasting=1), STAY, **known())

    assert (swing.figure, swing.facet, swing.high) == (None, "autonomy", 10)
    assert swing.low == pytest.approx(9.5 - 1.2816)
    assert (swing.at_low, swing.at_high) == pytest.approx(((swing.low - 3) * 6 + 20, 62))


def test_nothing_wanted_has_nothing_to_turn() -> None:
    nothing = known(wants=[Want("autonomy", 0, 10)], weights=np.empty((1, 0)))

    assert (break_evens(way(), STAY, **nothing), tornado(way(), STAY, **nothing)) == ((), ())
    assert mean_lead(way(), STAY, **nothing) == 0


LEVELS = st.dictionaries(
    st.sampled_from(["autonomy", "commute", PAY]),
    st.builds(Level, st.floats(0, 10), st.floats(0, 4), st.just(Source.STATED)),
)
CHANCES = st.floats(0, 1)


@settings(deadline=None, max_examples=15)
@given(
    LEVELS,
    LEVELS,
    st.sampled_from(WayKind),
    st.tuples(CHANCES, st.floats(0, 120), st.floats(-50, 50), st.floats(0.4, 1), CHANCES, st.floats(0, 9e9)),
)
def test_no_number_is_none_at_all(
    levels: Levels, stay: Levels, kind: WayKind, values: tuple[float, ...]
) -> None:
    names = ("chance", "months", "meanwhile", "lasting", "way_back", "income_then")
    one = Candidate("way-1", kind, figures(**dict(zip(names, values, strict=True))), levels)
    wants, weights = [*WANTS, Want(PAY, 30, 8)], np.array([[0.5, 0.3, 0.2], [0, 0, 1.0]])
    told = known(wants=wants, weights=weights, stay=stay, purse=PURSE)

    for each in break_evens(one, replace(STAY, levels=stay), **told):
        assert each.needed is None or math.isfinite(each.needed)
    for swing in tornado(one, replace(STAY, levels=stay), **told):
        assert math.isfinite(swing.at_low)
        assert math.isfinite(swing.at_high)
