"""Which trade-off is asked next, and which answers do not go together."""

import numpy as np
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from unrut.core.explore.answers import Answer, TradeOff
from unrut.core.explore.posterior import Posterior, posterior
from unrut.core.explore.trade_offs import (
    MOST_TRADE_OFFS,
    Agreement,
    agreement,
    contradictions,
    next_trade_off,
    to_repeat,
)
from unrut.core.explore.wants import Want

pytestmark = pytest.mark.unit

FACETS = ("learning_growth", "autonomy", "commute", "pay_benefits")
WANTS = [Want(facet, weight, 10) for facet, weight in zip(FACETS, (100, 90, 80, 70), strict=True)]
EVEN_RACE = np.array([[1.0, 0.0, 0.0, 0.5], [0.0, 1.0, 0.0, 0.5], [0.0, 0.0, 1.0, 0.5]])


def asked(first: str, *second: str, answer: Answer = Answer.FIRST) -> TradeOff:
    return TradeOff((first,), second, answer)


def weights(*answers: TradeOff, wants: list[Want] = WANTS) -> Posterior:
    return posterior(wants, trade_offs=answers, draws=4_000)


def all_asked(answer: Answer, values: np.ndarray | None = EVEN_RACE) -> list[TradeOff]:
    """Every question that is asked when all are answered like this."""
    answers: list[TradeOff] = []
    while (question := next_trade_off(weights(*answers), answers, values=values)) is not None:
        answers.append(TradeOff(question.first, question.second, answer))
    return answers


@pytest.mark.parametrize("answer", Answer)
@pytest.mark.parametrize("values", [None, EVEN_RACE], ids=["nothing to tell apart", "three to tell apart"])
def test_no_question_is_asked_twice_and_four_are_enough(answer: Answer, values: np.ndarray | None) -> None:
    answers = all_asked(answer, values)

    assert 1 <= len(answers) <= MOST_TRADE_OFFS
    assert len({each.sides for each in answers}) == len(answers)


def test_question_is_about_what_tells_the_subjects_apart() -> None:
    """Both are alike on all but two criteria: only the weight of these two matters."""
    values = np.array([[1.0, 0.0, 0.5, 0.5], [0.0, 1.0, 0.5, 0.5]])

    question = next_trade_off(weights(), [], values=values)

    assert question is not None
    assert question.sides == asked("learning_growth", "autonomy").sides


def test_settled_order_needs_no_second_question() -> None:
    far_ahead = np.array([[1.0, 1.0, 1.0, 1.0], [0.0, 0.0, 0.0, 0.0]])
    first = asked("autonomy", "commute")

    assert next_trade_off(weights(first), [first], values=far_ahead) is None
    assert next_trade_off(weights(), [], values=far_ahead) is not None


@pytest.mark.parametrize("wants", [[], WANTS[:1]], ids=["no want", "one want"])
def test_nothing_is_asked_where_there_is_nothing_to_weigh(wants: list[Want]) -> None:
    assert next_trade_off(weights(wants=wants), []) is None


def test_two_wants_have_one_question() -> None:
    found = weights(wants=WANTS[:2])
    question = next_trade_off(found, [])

    assert question is not None
    assert question.sides == asked("learning_growth", "autonomy").sides
    assert next_trade_off(found, [question]) is None


def test_subjects_that_are_alike_are_no_reason_to_stop() -> None:
    alike = np.full((3, 4), 0.5)

    assert next_trade_off(weights(), [], values=alike) == next_trade_off(weights(), [])


def test_same_answers_lead_to_the_same_question() -> None:
    assert next_trade_off(weights(), [], values=EVEN_RACE) == next_trade_off(weights(), [], values=EVEN_RACE)


def test_answer_against_all_others_is_found_with_what_it_disagrees() -> None:
    wants = [Want(facet, 50, 10) for facet in FACETS]
    answers = [
        asked("learning_growth", "autonomy"),
        asked("learning_growth", "autonomy", "commute"),
        asked("autonomy", "learning_growth", "pay_benefits"),
    ]

    found = contradictions(wants, answers)

    assert 2 in {each.place for each in found}
    assert all(0 <= each.chance < 0.1 for each in found)


def test_two_answers_that_cannot_both_hold_name_each_other() -> None:
    """One improvement is worth less than a second, and more than that second with a third."""
    wants = [Want(facet, weight, 10) for facet, weight in zip(FACETS, (100, 60, 60, 60), strict=True)]
    less = asked("learning_growth", "autonomy", answer=Answer.SECOND)
    more = asked("learning_growth", "autonomy", "commute")

    found = contradictions(wants, [less, more])

    assert {each.place: each.other for each in found} == {0: 1, 1: 0}
    assert [each.chance for each in found] == sorted(each.chance for each in found)


def test_answer_against_the_sliders_alone_names_no_other() -> None:
    wants = [Want("learning_growth", 100, 10), Want("pay_benefits", 10, 10)]

    (found,) = contradictions(wants, [asked("pay_benefits", "learning_growth")])

    assert (found.place, found.other) == (0, None)


def test_answers_that_go_together_contradict_nothing() -> None:
    assert (
        contradictions(WANTS, [asked("learning_growth", "commute"), asked("autonomy", "pay_benefits")]) == ()
    )


@pytest.mark.parametrize(
    "silent",
    [TradeOff(("autonomy",), ("commute",)), asked("autonomy", "fairness")],
    ids=["not answered", "not wanted"],
)
def test_answer_that_says_nothing_contradicts_nothing(silent: TradeOff) -> None:
    assert contradictions(WANTS, [silent]) == ()


def test_even_answer_contradicts_nothing() -> None:
    wants = [Want("learning_growth", 100, 10), Want("pay_benefits", 10, 10)]

    assert contradictions(wants, [asked("pay_benefits", "learning_growth", answer=Answer.EQUAL)]) == ()


def test_agreement_counts_same_and_nearly_same_answers() -> None:
    first, second, even = (asked("autonomy", "commute", answer=answer) for answer in Answer)

    found = agreement([(first, first), (first, even), (even, second), (first, second), (even, even)])

    assert found == Agreement(same=2, near=2, asked=5)
    assert agreement([]) == Agreement(0, 0, 0)


def test_three_are_repeated_and_even_ones_last() -> None:
    even = asked("learning_growth", "autonomy", answer=Answer.EQUAL)
    decided = [asked("autonomy", other) for other in ("commute", "pay_benefits", "learning_growth")]

    assert to_repeat([even, *decided]) == decided
    assert to_repeat([even, decided[0]]) == [even, decided[0]]


@settings(max_examples=20)
@given(st.lists(st.lists(st.floats(0, 1), min_size=4, max_size=4), max_size=5), st.sampled_from(Answer))
def test_any_subjects_lead_to_at_most_four_questions(values: list[list[float]], answer: Answer) -> None:
    answers = all_asked(answer, np.array(values) if values else None)

    assert len(answers) <= MOST_TRADE_OFFS
