"""Kinds of ways: the shipped figures are sound, a wrong file says where, and no figure is what it cannot be."""

import re
from collections.abc import Mapping
from itertools import pairwise

import pytest
from hypothesis import given
from hypothesis import strategies as st

from unrut.core.errors import InvalidInputError, InvalidReferenceError
from unrut.core.explore.ways import (
    LIMITS,
    SHARES,
    USUAL,
    Estimate,
    Figure,
    Figures,
    WayKind,
    check_estimate,
    load_ways,
    shipped_ways,
    stage_figures,
)

pytestmark = pytest.mark.unit

FIGURES: Mapping[str, str] = {
    "chance": "low = 20, likely = 35, high = 60",
    "months": "low = 1, likely = 2, high = 4",
    "cost": "low = 0, likely = 0, high = 900",
    "meanwhile": "low = -5, likely = 0, high = 5",
    "lasting": "low = 50, likely = 70, high = 90",
    "way_back": "low = 60, likely = 80, high = 100",
}
LINES = "\n".join(f'{name} = {{ {values}, source = "hearsay" }}' for name, values in FIGURES.items())
STAYING = '[way.stay]\nname = "Staying"\nsummary = "As it is."\n'
OTHERS = "".join(
    f'[way.{kind}]\nname = "Way {kind}"\nsummary = "Out."\n{LINES}\n'
    for kind in WayKind
    if kind is not WayKind.STAY
)
STAGE = '[stage.first]\nway = "interest"\nname = "First"\ntest = "Somebody paid."\nleft = 25\n'
GOOD = STAYING + OTHERS + STAGE


def test_kinds_are_read_with_figures_sources_and_stages() -> None:
    found = load_ways(GOOD, file="w.toml")

    assert list(found) == list(WayKind)
    way = found[WayKind.INTEREST]
    assert (way.name, way.summary, list(way.figures)) == ("Way interest", "Out.", list(USUAL))
    assert way.figures[Figure.CHANCE] == Estimate(0.2, 0.35, 0.6)
    assert way.figures[Figure.COST] == Estimate(0, 0, 900)
    assert set(way.sources.values()) == {"hearsay"}
    assert [(stage.id, stage.name, stage.left) for stage in way.stages] == [("first", "First", 0.25)]


@pytest.mark.parametrize(
    ("wrong", "told"),
    [
        (GOOD.replace("low = 20,", 'low = "few",'), "low should be a whole number from 0 to 100"),
        (GOOD.replace("low = 20,", "low = 36,"), "w.toml, line 7: way.change.chance should have low, likely"),
        (GOOD.replace("high = 4,", "high = 121,"), "high should be a whole number from 0 to 120"),
        (GOOD.replace("low = 50,", "low = 39,"), "low should be a whole number from 40 to 100"),
        (GOOD.replace('source = "hearsay"', 'origin = "hearsay"'), "source is missing"),
        (GOOD.replace("high = 60,", "high = 60, most = 1,"), "most is not a field we know"),
        (GOOD.replace("[way.inside]", "[way.outside]"), "way.outside is none of stay, change"),
        (STAYING + STAGE.replace("interest", "stay"), "w.toml has no way.change. Add it and start again."),
        (GOOD.replace('way = "interest"', 'way = "hobby"'), 'way names "hobby", which is not defined'),
        (GOOD + "[step.a]\nx = 1", 'w.toml has a part "step", which is none of way, stage.'),
        (GOOD.replace('summary = "As it is."', "chance = 3"), "summary is missing"),
    ],
)
def test_wrong_file_says_where(wrong: str, told: str) -> None:
    with pytest.raises(InvalidReferenceError, match=re.escape(told)):
        load_ways(wrong, file="w.toml")


def test_shipped_figures_can_be_and_have_a_source() -> None:
    shipped = shipped_ways()

    assert (list(shipped), shipped[WayKind.STAY].figures) == (list(WayKind), {})
    for kind, way in shipped.items():
        assert way.kind is kind
        assert set(way.sources) == set(way.figures) == ({*USUAL} if kind is not WayKind.STAY else set())
        for figure, estimate in way.figures.items():
            check_estimate(figure, estimate)


def test_shipped_figures_are_wide_but_money_is_the_persons_own() -> None:
    for way in shipped_ways().values():
        for figure, estimate in way.figures.items():
            is_narrow = estimate.low == estimate.high
            assert is_narrow is (figure is Figure.COST)


def test_only_an_interest_has_stages() -> None:
    stages = {kind: way.stages for kind, way in shipped_ways().items() if way.stages}

    assert list(stages) == [WayKind.INTEREST]
    assert [stage.id for stage in stages[WayKind.INTEREST]] == [
        "evenings",
        "first_customer",
        "part_of_income",
        "living",
    ]


def test_each_stage_brings_it_nearer() -> None:
    usual = shipped_ways()[WayKind.INTEREST].figures
    stages = [stage_figures(WayKind.INTEREST, usual, stage) for stage in range(5)]

    assert stages[0] == usual
    assert stages[4][Figure.CHANCE] == Estimate(1, 1, 1)
    assert stages[4][Figure.MONTHS] == Estimate(0, 0, 0)
    for before, after in pairwise(stages):
        assert before[Figure.CHANCE].likely < after[Figure.CHANCE].likely
        assert before[Figure.MONTHS].high > after[Figure.MONTHS].high
        assert before[Figure.LASTING] == after[Figure.LASTING]


@given(st.integers(1, 4), st.lists(st.floats(0, 1), min_size=3, max_size=3))
def test_figures_of_a_stage_can_always_be(stage: int, values: list[float]) -> None:
    figures: Figures = {Figure.CHANCE: Estimate(*sorted(values))}

    found = stage_figures(WayKind.INTEREST, figures, stage)

    assert list(found) == [Figure.CHANCE]
    check_estimate(Figure.CHANCE, found[Figure.CHANCE])


def test_other_kinds_have_no_stages() -> None:
    usual = shipped_ways()[WayKind.JOB].figures

    assert stage_figures(WayKind.JOB, usual, 2) == usual


@pytest.mark.parametrize("stage", [-1, 5])
def test_stage_that_is_none_is_an_error_of_ours(stage: int) -> None:
    with pytest.raises(ValueError, match=f"interest has stages from 0 to 4, not {stage}"):
        stage_figures(WayKind.INTEREST, {}, stage)


@pytest.mark.parametrize(
    ("figure", "estimate", "told"),
    [
        (
            Figure.CHANCE,
            Estimate(0.5, 0.9, 1.1),
            "The chance of getting there is 110 %. Give a number from 0 to 100 %.",
        ),
        (
            Figure.CHANCE,
            Estimate(-0.1, 0.2, 0.4),
            "The chance of getting there is −10 %. Give a number from 0 to 100 %.",
        ),
        (
            Figure.COST,
            Estimate(-1, 0, 5),
            "What it costs is −1. Give a number from 0 to less than 10,000,000,000.",
        ),
        (
            Figure.MONTHS,
            Estimate(5, 4, 6),
            (
                "The time until you are there is 5 months, 4 months, 6 months, which is not in order. "
                "Give the low, the likely and the high value."
            ),
        ),
        (
            Figure.MONTHS,
            Estimate(5, 6, 121),
            "The time until you are there is 121 months. Give a number from 0 to 120 months.",
        ),
        (
            Figure.MEANWHILE,
            Estimate(-51, 0, 0),
            "How the weeks on the way are is −51 points. Give a number from −50 to 50 points.",
        ),
        (
            Figure.LASTING,
            Estimate(0.3, 0.5, 0.9),
            "How much of the gain lasts is 30 %. Give a number from 40 to 100 %.",
        ),
        (
            Figure.INCOME_THEN,
            Estimate(1, float("nan"), 3),
            "The income once there is not a number. Give a number from 0 to less than 10,000,000,000.",
        ),
        (
            Figure.INCOME_MEANWHILE,
            Estimate(1, 2, float("inf")),
            "The income on the way is not a number. Give a number from 0 to less than 10,000,000,000.",
        ),
        (
            Figure.WAY_BACK,
            Estimate(0.9, 0.8, 0.8),
            (
                "The chance that you could come back is 90 %, 80 %, 80 %, which is not in order. "
                "Give the low, the likely and the high value."
            ),
        ),
    ],
)
def test_estimate_that_cannot_be_is_refused_in_a_sentence(
    figure: Figure, estimate: Estimate, told: str
) -> None:
    with pytest.raises(InvalidInputError) as refused:
        check_estimate(figure, estimate)

    assert str(refused.value) == told


@pytest.mark.parametrize("figure", list(Figure))
def test_estimate_at_its_limits_can_be(figure: Figure) -> None:
    least, most = LIMITS[figure]

    check_estimate(figure, Estimate(least, least, most))
    with pytest.raises(InvalidInputError):
        check_estimate(figure, Estimate(least, most, most + 1))
    with pytest.raises(InvalidInputError):
        check_estimate(figure, Estimate(least - 1, least, most))


def test_shares_are_those_told_in_percent() -> None:
    assert {figure for figure in Figure if LIMITS[figure][1] == 1} == SHARES
