"""The weights after sliders, trade-offs and reactions."""

from collections.abc import Callable

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st

from unrut.core.explore.answers import Answer, TradeOff
from unrut.core.explore.posterior import (
    LEAST_EFFECTIVE,
    Posterior,
    Reaction,
    Source,
    chances,
    posterior,
)
from unrut.core.explore.wants import Want

pytestmark = pytest.mark.unit

DRAWS = 4_000
FACETS = ("learning_growth", "autonomy", "commute", "pay_benefits")
WANTS = [Want(facet, weight, 10) for facet, weight in zip(FACETS, (100, 60, 40, 20), strict=True)]
TWO_WANTS = [Want("autonomy", 80, 10), Want("commute", 40, 0)]


def asked(first: str, *second: str, answer: Answer | None = Answer.FIRST) -> TradeOff:
    return TradeOff((first,), second, answer)


def test_rows_add_up_to_one_and_follow_the_sliders() -> None:
    found = posterior(WANTS, draws=DRAWS)

    assert found.weights.shape == (DRAWS, 4)
    assert found.weights.sum(axis=1) == pytest.approx(1)
    assert sorted(found.facets, key=lambda facet: -found.shares[facet]) == list(FACETS)


def assert_as_on_a_grid(found: Posterior, likely: Callable[[np.ndarray], np.ndarray]) -> None:
    """Two wants, 80 and 40: the posterior of the first share is known in closed form up to a sum."""
    grid = (np.arange(20_000) + 0.5) / 20_000
    away = np.log(80 / grid) - np.log(40 / (1 - grid))
    density = np.exp(-(away**2) / (4 * 0.25**2)) * likely(grid)
    mean = float((grid * density).sum() / density.sum())
    spread = float(np.sqrt(((grid - mean) ** 2 * density).sum() / density.sum()))

    assert found.weights[:, 0].mean() == pytest.approx(mean, abs=0.003)
    assert found.weights[:, 0].std() == pytest.approx(spread, rel=0.03)


def test_flat_prior_and_sliders_are_weighed_as_on_a_fine_grid() -> None:
    assert_as_on_a_grid(posterior(TWO_WANTS), np.ones_like)


@pytest.mark.parametrize(
    ("kept", "commute", "autonomy"),
    [(2, 0, 0), (0, 4, 0), (2, 20, 45)],
    ids=["kept", "put aside", "put aside for both"],
)
def test_reactions_are_weighed_as_on_a_fine_grid(kept: int, commute: int, autonomy: int) -> None:
    """However many there are before; what is as the present job tells by its reason alone."""
    silent, liked = Reaction(True, {}, {}), Reaction(True, {"autonomy": -0.3}, {})
    reasons = ["commute"] * commute + ["autonomy"] * autonomy
    disliked = [Reaction(False, {}, {"autonomy": 0.2, "commute": 0.3}, reason) for reason in reasons]

    found = posterior(TWO_WANTS, reactions=[silent] * 49 + [liked] * kept + disliked)

    def likely(grid: np.ndarray) -> np.ndarray:
        told = 0.05 + 0.9 / (1 + np.exp(0.3 * grid / 0.15))
        lacking = 0.3 * (1 - grid) + 0.2 * grid
        return told**kept * ((1 - grid) / lacking) ** commute * (grid / lacking) ** autonomy

    assert_as_on_a_grid(found, likely)


def test_hundreds_of_reactions_against_all_that_was_said_leave_numbers() -> None:
    against = Reaction(True, dict.fromkeys(FACETS, -1.0), {})

    found = posterior(WANTS, reactions=[against] * 300, draws=DRAWS)

    assert found.shares == pytest.approx(posterior(WANTS, draws=DRAWS).shares)


def test_same_seed_gives_the_same_draws_and_another_seed_others() -> None:
    one, same, other = (posterior(WANTS, seed=seed, draws=DRAWS).weights for seed in (1, 1, 2))

    assert (one == same).all()
    assert not (one == other).all()


@pytest.mark.parametrize("wants", [[], [Want("autonomy", 0, 10)]], ids=["nothing", "no weight"])
def test_nothing_wanted_leaves_nothing(wants: list[Want]) -> None:
    found = posterior(wants, draws=DRAWS)

    assert (found.facets, found.weights.shape, found.stages) == ((), (DRAWS, 0), ())
    assert found.shares == {}


def test_one_want_has_all_the_weight() -> None:
    found = posterior([Want("autonomy", 30, 10)], draws=DRAWS)

    assert found.shares == {"autonomy": 1.0}
    assert found.range_of("autonomy") == (1.0, 1.0)


def test_wants_from_notes_leave_more_open_than_wants_that_were_said() -> None:
    said, proposed = (posterior(WANTS, are_said=are_said, draws=DRAWS) for are_said in (True, False))

    def width(low: float, high: float) -> float:
        return high - low

    assert width(*proposed.range_of("autonomy")) > width(*said.range_of("autonomy"))


@pytest.mark.parametrize(
    ("answer", "sign"), [(Answer.FIRST, 1), (Answer.SECOND, -1)], ids=["first", "second"]
)
def test_trade_off_moves_the_weight_towards_its_answer(answer: Answer, sign: int) -> None:
    found = posterior(WANTS, trade_offs=[asked("autonomy", "commute", answer=answer)], draws=DRAWS)

    moved = found.moved(Source.TRADE_OFFS)
    assert moved["autonomy"] * sign > 0
    assert sum(moved.values()) == pytest.approx(0, abs=1e-9)


def test_even_answer_brings_weights_together() -> None:
    found = posterior(
        WANTS, trade_offs=[asked("learning_growth", "commute", answer=Answer.EQUAL)] * 3, draws=DRAWS
    )

    moved = found.moved(Source.TRADE_OFFS)
    assert moved["learning_growth"] < 0 < moved["commute"]


@pytest.mark.parametrize(
    "silent",
    [asked("autonomy", "commute", answer=None), asked("autonomy", "fairness")],
    ids=["not answered", "not wanted"],
)
def test_trade_off_that_says_nothing_moves_nothing(silent: TradeOff) -> None:
    found = posterior(WANTS, trade_offs=[silent], draws=DRAWS)

    assert (found.weights == posterior(WANTS, draws=DRAWS).weights).all()
    assert found.moved(Source.TRADE_OFFS) == {}


def test_reason_for_putting_something_aside_gains_weight() -> None:
    aside = Reaction(False, {"commute": -0.4}, {"commute": 0.9, "autonomy": 0.4}, "commute")

    found = posterior(WANTS, reactions=[aside] * 3, draws=DRAWS)

    assert max(found.moved(Source.REACTIONS).items(), key=lambda each: each[1])[0] == "commute"


@pytest.mark.parametrize(("is_liked", "sign"), [(True, 1), (False, -1)], ids=["kept", "put aside"])
def test_what_is_kept_gives_weight_to_what_it_is_ahead_in(is_liked: bool, sign: int) -> None:
    reaction = Reaction(is_liked, {"pay_benefits": 0.6}, {}, "")

    found = posterior(WANTS, reactions=[reaction] * 3, draws=DRAWS)

    assert found.moved(Source.REACTIONS)["pay_benefits"] * sign > 0


def test_stages_tell_what_was_taken_in_and_end_where_the_weights_are() -> None:
    found = posterior(
        WANTS,
        trade_offs=[asked("autonomy", "commute")],
        reactions=[Reaction(True, {"autonomy": 0.2}, {})] * 2,
        draws=DRAWS,
    )

    assert [(stage.source, stage.count) for stage in found.stages] == [
        (Source.EVEN, 0),
        (Source.SLIDERS, 4),
        (Source.TRADE_OFFS, 1),
        (Source.REACTIONS, 2),
    ]
    assert found.stages[0].shares == dict.fromkeys(FACETS, 0.25)
    assert found.stages[-1].shares == pytest.approx(found.shares, abs=0.005)


def test_answers_that_contradict_one_another_leave_enough_draws() -> None:
    against = [asked("pay_benefits", "learning_growth", "autonomy")] * 4

    found = posterior(WANTS, trade_offs=against, draws=DRAWS)

    assert found.effective == pytest.approx(LEAST_EFFECTIVE, rel=0.01)
    assert found.moved(Source.TRADE_OFFS)["pay_benefits"] > 0


def test_draws_of_sliders_alone_are_nearly_all_worth_something() -> None:
    assert posterior(WANTS, draws=DRAWS).effective > 0.5 * DRAWS


def test_chances_of_the_three_answers_add_up_and_follow_the_weights() -> None:
    weights = np.array([[0.4, 0.2, 0.3, 0.1], [0.1, 0.5, 0.3, 0.1]])

    found = chances(asked("learning_growth", "autonomy"), weights, FACETS)

    assert found.sum(axis=1) == pytest.approx(1)
    assert found[0].argmax() == 0
    assert found[1].argmax() == 1


@given(
    st.lists(st.integers(0, 100), min_size=4, max_size=4),
    st.lists(st.tuples(st.permutations(FACETS), st.sampled_from(Answer)), max_size=6),
)
def test_weights_are_numbers_whatever_is_answered(
    weights: list[int], answers: list[tuple[list[str], Answer]]
) -> None:
    wants = [Want(facet, weight, 10) for facet, weight in zip(FACETS, weights, strict=True)]
    trade_offs = [asked(one, other, third, answer=answer) for (one, other, third, _), answer in answers]

    found = posterior(wants, trade_offs=trade_offs, draws=400)

    assert np.isfinite(found.weights).all()
    assert found.weights.sum(axis=1) == pytest.approx(1 if any(weights) else 0)
