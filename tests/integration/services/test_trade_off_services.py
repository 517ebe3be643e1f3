"""Trade-offs are answered once, repeated once, taken back; what is no question is refused."""

from datetime import date, timedelta

import pytest
from tests.factories import TODAY, a_trade_off, a_want

from unrut.core.errors import InvalidInputError
from unrut.core.explore.answers import Answer, TradeOff
from unrut.errors import MissingError
from unrut.models import Person, TradeOffAnswer
from unrut.queries.scope import of
from unrut.services.trade_offs import (
    answer_trade_off,
    repeat_trade_off,
    take_back_trade_off,
)

pytestmark = pytest.mark.integration

LATER = TODAY + timedelta(days=7)
STALE = "This question is about something you do not want any more. Take the next question instead."

Stored = tuple[str, str, str, str, date]


def stored(owner: Person) -> list[Stored]:
    return list(of(TradeOffAnswer, owner).values_list("first", "second", "also", "answer", "answered_on"))


@pytest.fixture
def wanting(alice: Person, bob: Person) -> Person:
    for facet in ("autonomy", "commute", "pay_benefits"):
        a_want(alice, facet)
    return alice


@pytest.mark.parametrize(
    ("second", "kept"), [(("commute",), ("commute", "")), (("commute", "pay_benefits"),) * 2]
)
@pytest.mark.parametrize("answer", ["first", "second", "equal"])
def test_answer_is_kept(wanting: Person, second: tuple[str, ...], kept: tuple[str, str], answer: str) -> None:
    row = answer_trade_off(wanting, TradeOff(("autonomy",), second), answer, today=TODAY)

    assert stored(wanting) == [("autonomy", *kept, answer, TODAY)]
    assert row.repeats is None


def test_same_question_the_other_way_round_takes_the_place_of_the_answer(
    wanting: Person, bob: Person
) -> None:
    answer_trade_off(wanting, TradeOff(("autonomy",), ("commute",)), "first", today=TODAY)
    answer_trade_off(wanting, TradeOff(("autonomy",), ("pay_benefits",)), "equal", today=TODAY)

    answer_trade_off(wanting, TradeOff(("commute",), ("autonomy",)), "first", today=LATER)

    assert stored(wanting) == [
        ("autonomy", "pay_benefits", "", "equal", TODAY),
        ("commute", "autonomy", "", "first", LATER),
    ]
    assert of(TradeOffAnswer, bob).count() == 1


@pytest.mark.parametrize(
    "asked",
    [
        TradeOff(("fairness",), ("commute",)),  # not wanted
        TradeOff(("autonomy",), ("commute", "fairness")),
        TradeOff(("autonomy",), ("autonomy",)),
        TradeOff(("autonomy",), ("commute", "commute")),
        TradeOff(("autonomy", "commute"), ("pay_benefits",)),
        TradeOff((), ("commute",)),
        TradeOff(("autonomy",), ()),
        TradeOff(("autonomy",), ("commute", "pay_benefits", "autonomy")),
    ],
)
def test_what_is_no_question_is_refused(wanting: Person, asked: TradeOff) -> None:
    with pytest.raises(InvalidInputError, match=STALE):
        answer_trade_off(wanting, asked, "first", today=TODAY)

    assert stored(wanting) == []


def test_answer_of_another_kind_is_refused_and_the_earlier_one_stays(wanting: Person) -> None:
    asked = TradeOff(("autonomy",), ("commute",), Answer.FIRST)
    answer_trade_off(wanting, asked, "equal", today=TODAY)

    with pytest.raises(InvalidInputError) as refused:
        answer_trade_off(wanting, asked, "maybe", today=TODAY)

    assert str(refused.value) == '"maybe" is no answer to a trade-off. Answer one of first, second, equal.'
    assert stored(wanting) == [("autonomy", "commute", "", "equal", TODAY)]


def test_repetition_stands_beside_the_answer_and_the_last_one_counts(wanting: Person) -> None:
    before = a_trade_off(wanting, also="pay_benefits")
    repeat_trade_off(wanting, before.pk, "second", today=TODAY)

    repeated = repeat_trade_off(wanting, before.pk, "equal", today=LATER)

    assert repeated.repeats == before
    assert stored(wanting) == [
        ("autonomy", "commute", "pay_benefits", "first", TODAY),
        ("autonomy", "commute", "pay_benefits", "equal", LATER),
    ]


def test_repetition_cannot_be_repeated(wanting: Person) -> None:
    repeated = a_trade_off(wanting, repeats=a_trade_off(wanting))

    with pytest.raises(InvalidInputError, match=r"This answer is a repetition itself\."):
        repeat_trade_off(wanting, repeated.pk, "first", today=LATER)


def test_repetition_of_another_kind_is_refused(wanting: Person) -> None:
    with pytest.raises(InvalidInputError, match='"" is no answer'):
        repeat_trade_off(wanting, a_trade_off(wanting).pk, "", today=LATER)

    assert len(stored(wanting)) == 1


def test_answer_is_taken_back_with_its_repetition(wanting: Person) -> None:
    before, other = a_trade_off(wanting), a_trade_off(wanting, "commute", "pay_benefits")
    a_trade_off(wanting, repeats=before)

    take_back_trade_off(wanting, before.pk)

    assert list(of(TradeOffAnswer, wanting)) == [other]


def test_answers_of_somebody_else_are_missing(wanting: Person, bob: Person) -> None:
    theirs = of(TradeOffAnswer, bob).get()

    with pytest.raises(MissingError):
        repeat_trade_off(wanting, theirs.pk, "equal", today=TODAY)
    with pytest.raises(MissingError):
        take_back_trade_off(wanting, theirs.pk)

    assert of(TradeOffAnswer, bob).get().answer == "first"
