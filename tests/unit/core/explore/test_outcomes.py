"""Ways over time beside staying: what must hold of every comparison, whatever is known."""

import math
from collections.abc import Mapping
from dataclasses import asdict
from itertools import pairwise
from typing import Any

import numpy as np
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from unrut.core.explore.fit import Subject, draw_scores
from unrut.core.explore.levels import UNKNOWN, Level, Levels, Source
from unrut.core.explore.money import Purse
from unrut.core.explore.outcomes import (
    STAYING,
    Band,
    Candidate,
    Outcome,
    Outcomes,
    compare_ways,
    scores_there,
    staying_scores,
    weight_rows,
)
from unrut.core.explore.pay_levels import PAY
from unrut.core.explore.wants import Want
from unrut.core.explore.ways import LIMITS, Estimate, Figure, Figures, WayKind, shipped_ways

pytestmark = pytest.mark.unit

DRAWS = 1000
WANTS = [Want("autonomy", 60, 10), Want("commute", 40, 0)]
WEIGHTS = np.random.default_rng(7).dirichlet([6.0, 4.0], 300)
PURSE = Purse("EUR", 2600, 9000, 1900)
POOR: Levels = {"autonomy": Level(3.0, 1.0, Source.ANSWERED), "commute": Level(7.0, 1.0, Source.ANSWERED)}
FINE: Levels = {"autonomy": Level(8.0, 1.0, Source.STATED), "commute": Level(2.0, 1.0, Source.STATED)}
STAY = Candidate(STAYING, WayKind.STAY, {}, POOR)
POINTS: Mapping[str, float] = {
    "chance": 1,
    "months": 0,
    "cost": 0,
    "meanwhile": 0,
    "lasting": 1,
    "way_back": 1,
}


def sure(**told: float) -> Figures:
    """Figures that are known for sure: there at once and for good, where nothing else is said."""
    return {Figure(name): Estimate(value, value, value) for name, value in {**POINTS, **told}.items()}


def way(
    key: str = "way-1",
    levels: Levels = FINE,
    kind: WayKind = WayKind.JOB,
    figures: Figures | None = None,
    variant_of: str = "",
) -> Candidate:
    return Candidate(key, kind, sure() if figures is None else figures, levels, variant_of)


def compare(*candidates: Candidate, **known: Any) -> Outcomes:
    known = {"stay": POOR, "purse": None, "draws": DRAWS, "weights": WEIGHTS, "wants": WANTS, **known}
    return compare_ways(candidates, known.pop("wants"), known.pop("weights"), **known)


def of(found: Outcomes, key: str) -> Outcome:
    return next(outcome for outcome in found.outcomes if outcome.key == key)


def numbers(value: Any) -> list[float]:
    if isinstance(value, dict):
        return [number for each in value.values() for number in numbers(each)]
    if isinstance(value, list | tuple):
        return [number for each in value for number in numbers(each)]
    return [float(value)] if isinstance(value, int | float) else []


def assert_sound(found: Outcomes) -> None:
    """What holds of every comparison."""
    assert all(math.isfinite(number) for number in numbers(asdict(found)))
    assert sum(outcome.best for outcome in found.outcomes) == pytest.approx(1)
    for outcome in found.outcomes:
        shares = [outcome.there_soon, *outcome.better, outcome.best]
        assert all(0 <= share <= 1 for share in shares)
        assert min(outcome.regret, outcome.most_regret) >= -1e-6
        for band in (*outcome.values, *outcome.phases, outcome.there):
            assert -1e-6 <= band.low <= band.middle <= band.high <= 100 + 1e-6


def test_staying_is_flat_and_better_than_nothing() -> None:
    outcome = of(compare(STAY, way()), STAYING)

    assert (outcome.there_soon, outcome.better) == (1, (0, 0))
    for band in (*outcome.values, *outcome.phases):
        assert asdict(band) == pytest.approx(asdict(outcome.there))


def test_staying_is_always_there() -> None:
    assert compare(way()) == compare(STAY, way())
    assert [outcome.key for outcome in compare(way("b"), STAY, way("a")).outcomes] == ["b", STAYING, "a"]


def test_sure_way_that_lasts_is_the_plain_difference_of_fit() -> None:
    rows = weight_rows(WEIGHTS, 1, DRAWS)
    there = draw_scores(Subject("way-1", FINE), WANTS, rows, draws=DRAWS)
    staying = draw_scores(Subject(STAYING, POOR), WANTS, rows, draws=DRAWS)

    outcome = of(compare(STAY, way()), "way-1")

    low, middle, high = np.quantile(there, (0.1, 0.5, 0.9)).tolist()
    assert asdict(outcome.values[1]) == pytest.approx({"low": low, "middle": middle, "high": high})
    assert outcome.better == pytest.approx(((there - staying >= 2).mean(),) * 2)
    assert outcome.best == pytest.approx((there > staying).mean())
    assert outcome.regret == pytest.approx(np.maximum(staying - there, 0).mean())
    assert outcome.most_regret == pytest.approx(np.quantile(np.maximum(staying - there, 0), 0.95))


def test_chance_of_being_there_soon_needs_both_luck_and_time() -> None:
    months = {**sure(chance=0.6), Figure.MONTHS: Estimate(10, 18, 30)}

    found = compare(way("soon", figures=sure(chance=0.6)), way("late", figures=months))

    assert of(found, "soon").there_soon == pytest.approx(0.6)
    assert of(found, "late").there_soon == pytest.approx(0.3, abs=0.03)


def test_better_way_that_takes_long_is_better_late_only() -> None:
    outcome = of(compare(way(figures=sure(months=20))), "way-1")

    assert (outcome.better[0], outcome.better[1] > 0.9) == (0, True)


def test_phases_of_a_way_that_hurts_first_climb() -> None:
    staying, outcome = (
        of(compare(way(figures=sure(months=6, meanwhile=-10))), key) for key in (STAYING, "way-1")
    )

    assert outcome.phases[0].middle == pytest.approx(staying.there.middle - 10, abs=0.5)
    assert asdict(outcome.phases[1]) == pytest.approx(asdict(outcome.there))
    assert outcome.values[1].middle < outcome.there.middle


@pytest.mark.parametrize("kind", [WayKind.JOB, WayKind.STUDY_FULL])
def test_failed_way_is_staying_again_or_below_it(kind: WayKind) -> None:
    open_, closed = sure(chance=0), sure(chance=0, way_back=0)
    found = compare(way("open", kind=kind, figures=open_), way("closed", kind=kind, figures=closed))

    staying = of(found, STAYING)
    assert asdict(of(found, "open").values[1]) == pytest.approx(asdict(staying.values[1]))
    assert of(found, "closed").values[1].middle == pytest.approx(staying.values[1].middle - 12, abs=0.01)
    assert of(found, "closed").best == 0


@pytest.mark.parametrize(("less", "more"), list(pairwise([0.0, 0.2, 0.5, 0.9, 1.0])))
def test_more_chance_is_never_worse_where_being_there_is_better(less: float, more: float) -> None:
    low, high = (compare(way(figures=sure(chance=chance, way_back=0.5))) for chance in (less, more))

    assert of(high, "way-1").better[1] > of(low, "way-1").better[1]
    assert of(high, "way-1").best > of(low, "way-1").best
    assert of(high, "way-1").regret < of(low, "way-1").regret
    assert of(high, STAYING).regret > of(low, STAYING).regret


def test_variant_shares_what_is_unsure_of_the_present_job() -> None:
    wide: Levels = {"autonomy": Level(4.0, 3.0, Source.NOTES)}
    changed: Levels = {"autonomy": Level(5.0, 3.0, Source.EXPECTED)}

    found = compare(
        way("apart", changed), way("shared", changed, WayKind.CHANGE, variant_of=STAYING), stay=wide
    )

    assert of(found, "shared").better[1] > of(found, "apart").better[1] + 0.1


def test_time_off_leads_back_to_the_present_job() -> None:
    rest = sure(months=6, meanwhile=20)

    found = compare(way("rest", POOR, WayKind.TIME_OFF, rest))

    staying, outcome = of(found, STAYING), of(found, "rest")
    assert outcome.phases[0].middle > staying.phases[0].middle + 15
    assert [asdict(phase) for phase in outcome.phases[1:]] == [
        pytest.approx(asdict(phase)) for phase in staying.phases[1:]
    ]


def test_all_equal_has_no_winner() -> None:
    same = [way(f"way-{number}", POOR, WayKind.CHANGE, variant_of=STAYING) for number in range(3)]

    found = compare(STAY, *same)

    assert found.winner is None
    assert [outcome.best for outcome in found.outcomes] == pytest.approx([0.25] * 4)
    assert [outcome.regret for outcome in found.outcomes] == [0] * 4


def test_one_option_is_best_but_wins_over_nothing() -> None:
    for found in (compare(STAY), compare()):
        (outcome,) = found.outcomes
        assert (found.winner, outcome.best, outcome.regret) == (None, 1, 0)


def test_winner_needs_a_chance_of_two_in_three() -> None:
    assert compare(STAY, way()).winner == "way-1"
    assert compare(STAY, way(figures=sure(chance=0.64, way_back=0))).winner is None
    assert compare(STAY, way(figures=sure(chance=0.66, way_back=0))).winner == "way-1"
    assert compare(STAY, way(levels=POOR), stay=FINE).winner == STAYING


def test_everything_unknown_tells_nothing_apart() -> None:
    found = compare(STAY, way(levels={}), way("way-2", {"autonomy": UNKNOWN}), stay={})

    assert_sound(found)
    assert found.winner is None
    assert [outcome.best for outcome in found.outcomes] == pytest.approx([1 / 3] * 3, abs=0.06)


@pytest.mark.parametrize("wants", [[], [Want("autonomy", 0, 10)]])
def test_nothing_wanted_compares_nothing(wants: list[Want]) -> None:
    assert compare(STAY, way(), wants=wants, weights=np.empty((5, 0))) == Outcomes((), None)


def test_want_without_a_weight_changes_nothing() -> None:
    assert compare(way(), wants=[*WANTS, Want("fairness", 0, 10)]) == compare(way())


def test_absent_figures_are_as_usual_for_the_kind() -> None:
    usual = shipped_ways()[WayKind.STUDY_PART].figures

    assert compare(way(kind=WayKind.STUDY_PART, figures={})) == compare(
        way(kind=WayKind.STUDY_PART, figures=usual)
    )


def test_same_seed_is_the_same_and_no_way_changes_the_range_of_another() -> None:
    alone, both = compare(way()), compare(way("way-2", {}), way())

    assert compare(way()) == alone
    assert compare(way(), seed=2) != alone
    for key in (STAYING, "way-1"):
        one, two = of(alone, key), of(both, key)
        assert (one.values, one.phases, one.there, one.better) == (
            two.values,
            two.phases,
            two.there,
            two.better,
        )


def test_rows_of_weights_are_used_alike() -> None:
    weights = np.linspace(0, 1, 7)[:, None]

    counts = np.unique(weight_rows(weights, 1, 70), return_counts=True)[1]

    assert counts.tolist() == [10] * 7


@pytest.mark.parametrize("kind", list(WayKind))
def test_money_is_told_where_there_is_a_purse(kind: WayKind) -> None:
    found = compare(STAY, way(kind=kind, figures={}), purse=PURSE)

    assert [outcome.money is not None for outcome in found.outcomes] == [True, True]
    assert [outcome.money for outcome in compare(STAY, way(kind=kind)).outcomes] == [None, None]
    assert_sound(found)


def test_level_of_pay_follows_from_the_income_there() -> None:
    wants, weights = [Want(PAY, 100, 10)], np.ones((1, 1))
    levels: Levels = {PAY: Level(5.0, 0.5, Source.ANSWERED)}

    def there(income: float | None, purse: Purse | None = PURSE) -> Band:
        figures = sure() if income is None else sure(income_then=income)
        found = compare(
            way(levels=levels, figures=figures), wants=wants, weights=weights, stay=levels, purse=purse
        )
        return of(found, "way-1").there

    assert there(5200).middle == pytest.approx(90, abs=0.5)
    assert there(1300).middle == pytest.approx(10, abs=0.5)
    assert there(None).middle == there(5200, None).middle == pytest.approx(50, abs=0.5)


def test_scores_there_after_time_off_share_the_draws_of_staying() -> None:
    rows = weight_rows(WEIGHTS, 1, DRAWS)

    after = scores_there(way(kind=WayKind.TIME_OFF), POOR, WANTS, rows, POOR, 1)

    assert (after == staying_scores(POOR, WANTS, rows, 1)).all()


@pytest.mark.parametrize("end", [0, 1])
@pytest.mark.parametrize("kind", list(WayKind))
def test_figures_at_their_limits_are_borne(kind: WayKind, end: int) -> None:
    figures = {figure: Estimate(*[limits[end]] * 3) for figure, limits in LIMITS.items()}

    assert_sound(compare(STAY, way(kind=kind, figures=figures), purse=PURSE))


LEVELS = st.dictionaries(
    st.sampled_from(["autonomy", "commute", PAY]),
    st.builds(Level, st.floats(0, 10), st.floats(0, 4), st.just(Source.STATED)),
)


@st.composite
def estimates(draw: st.DrawFn) -> Figures:
    found = {}
    for figure in draw(st.sets(st.sampled_from(Figure))):
        points = st.floats(*LIMITS[figure])
        found[figure] = Estimate(*sorted(draw(st.lists(points, min_size=3, max_size=3))))
    return found


@settings(deadline=None, max_examples=60)
@given(
    st.lists(st.tuples(st.sampled_from(WayKind), LEVELS, estimates()), max_size=3),
    LEVELS,
    st.sampled_from([None, PURSE, Purse("EUR", 0, 0, 0), Purse("EUR", 1e11, 1e11, 1e11)]),
    st.integers(1, 50),
)
def test_comparison_is_sound_whatever_is_known(
    told: list[tuple[WayKind, Levels, Figures]], stay: Levels, purse: Purse | None, draws: int
) -> None:
    ways = [way(f"way-{place}", levels, kind, figures) for place, (kind, levels, figures) in enumerate(told)]
    wants, weights = [*WANTS, Want(PAY, 30, 8)], np.array([[0.5, 0.3, 0.2], [0, 0, 1.0]])

    assert_sound(compare(*ways, wants=wants, weights=weights, stay=stay, purse=purse, draws=draws))
