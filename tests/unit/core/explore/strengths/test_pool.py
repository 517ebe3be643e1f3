"""Answers without a name are shown when they are enough, all at once, and tell nothing of who was first."""

from datetime import date
from itertools import permutations

import pytest
from hypothesis import given
from hypothesis import strategies as st
from tests.unit.core.explore.strengths.given import answer, unsigned

from unrut.core.explore.strengths.pool import LEAST_POOL, released

pytestmark = pytest.mark.unit

WORDS = ("calm", "kind", "clear", "quick", "brave", "loyal", "funny", "careful")
POOL = [unsigned(word, day=at) for at, word in enumerate(WORDS, 1)]


@pytest.mark.parametrize(
    ("given_back", "shown", "out"),
    [
        (0, 0, 0),
        (3, 0, 0),
        (4, 0, 4),
        (5, 4, 4),
        (7, 4, 4),
        (8, 4, 8),
        (3, 4, 0),
        (4, 3, 0),
    ],
)
def test_pool_is_shown_from_four_new_answers_on(given_back: int, shown: int, out: int) -> None:
    assert len(released(POOL[:given_back], shown=shown)) == out


def test_later_answers_wait_while_the_first_are_shown() -> None:
    shown = {one.at_best for one in released(POOL[:6], shown=4)}

    assert shown == set(WORDS[:4])


def test_signed_answers_are_none_of_the_pool() -> None:
    signed = [answer(word, word) for word in WORDS]

    assert released([*signed, *POOL[:3]]) == ()


def test_shown_answers_carry_neither_name_nor_circle_nor_day() -> None:
    shown = released(POOL[:4])

    assert {(one.giver, one.circle, one.received_on) for one in shown} == {("", "", date(2026, 11, 4))}


def test_order_says_nothing_of_who_was_first() -> None:
    orders = {tuple(one.at_best for one in released(list(turn))) for turn in permutations(POOL[:4])}

    assert len(orders) == 1
    assert orders != {WORDS[:4]}


def test_one_more_answer_deals_all_of_them_anew() -> None:
    orders = [[one.at_best for one in released(POOL[:count])] for count in (4, 5, 6, 7)]
    kept = [[word for word in order if word in WORDS[:4]] for order in orders]

    assert len({tuple(order) for order in kept}) > 1


@given(st.lists(st.text(max_size=3), max_size=9), st.integers(0, 12))
def test_pool_shows_none_or_at_least_four(words: list[str], shown: int) -> None:
    given_back = [unsigned(word) for word in words]

    out = released(given_back, shown=shown)

    assert not out or len(out) >= LEAST_POOL
    assert len(out) - min(shown, len(words)) in {0, *range(LEAST_POOL, 10)} or not out
