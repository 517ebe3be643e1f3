"""Trade-offs and their answers, in sentences."""

import numpy as np
import pytest
from tests.factories import a_trade_off

from unrut.core.explore.posterior import Posterior
from unrut.core.explore.trade_offs import Agreement, Contradiction
from unrut.core.explore.wants import Want
from unrut.models import Person
from unrut.queries.wants import Weighed
from unrut.wording import trade_offs as wording

pytestmark = pytest.mark.integration

WAY, CHOIR = Want("commute", 50, 1, 8, "The way"), Want("own_1", 40, 10, name="Choir")
AGAIN = "Asked again at least a week later, you answered "


@pytest.mark.parametrize(
    ("answer", "also", "words"),
    [
        ("first", "", "Autonomy rather than “The way”."),
        ("second", "own_1", "“The way” and “Choir” rather than autonomy."),
        ("equal", "", "Autonomy and “The way”: about the same, or hard to say."),
    ],
)
def test_answer_in_words(alice: Person, answer: str, also: str, words: str) -> None:
    row = a_trade_off(alice, answer=answer, also=also)

    assert wording.answered_words(row, [WAY, CHOIR]) == words


@pytest.mark.parametrize(
    ("other", "words"),
    [
        (None, "One answer does not go with how you weighed things: “Autonomy rather than commute.”"),
        (
            1,
            "These two answers do not go together: “Autonomy rather than commute.” and “Commute rather than fairness.”",
        ),
    ],
)
def test_contradiction_names_both_answers(alice: Person, other: int | None, words: str) -> None:
    answers = (a_trade_off(alice), a_trade_off(alice, "commute", "fairness"))
    found = Weighed(
        (), False, Posterior((), np.ones((1, 0)), 0, ()), answers, None, (), Agreement(0, 0, 0), ()
    )

    assert wording.contradiction_words(Contradiction(0, 0.05, other), found) == words


@pytest.mark.parametrize(
    ("kept", "words"),
    [
        (Agreement(0, 0, 0), ""),
        (Agreement(1, 0, 1), f"{AGAIN}1 of 1 question the same."),
        (Agreement(2, 0, 3), f"{AGAIN}2 of 3 questions the same."),
        (Agreement(1, 1, 3), f"{AGAIN}1 of 3 questions the same. Another was nearly the same."),
        (Agreement(0, 2, 3), f"{AGAIN}0 of 3 questions the same. 2 more were nearly the same."),
    ],
)
def test_agreement_of_repeated_answers(kept: Agreement, words: str) -> None:
    assert wording.agreement_words(kept) == words


def test_counts_in_words() -> None:
    assert wording.due_words(1).startswith("A week has passed: there is 1 question to ask again")
    assert wording.due_words(3).startswith("A week has passed: there are 3 questions to ask again")
    assert wording.answers_fold(1) == "Your answer to a trade-off"
    assert wording.forgotten_words(0) == ""
    assert wording.forgotten_words(2).startswith("Kept. 2 answers to trade-offs were about what you changed")
    assert wording.again_words(2).endswith("2 are left.")
