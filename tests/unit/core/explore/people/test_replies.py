"""How likely people answer: what raises the chance, and what is learned from messages."""

from dataclasses import replace
from datetime import date, timedelta

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st

from known_people import CIRCLES, PEOPLE, TODAY, known
from unrut.core.explore.people.circles import Circle
from unrut.core.explore.people.columns import Amounts, Columns, Known
from unrut.core.explore.people.replies import is_learning, reply_chances

pytestmark = pytest.mark.unit

YEAR = timedelta(days=365)


def chances(people: list[Known], *, today: date = TODAY, digital: bool = True, seed: int = 1) -> Amounts:
    return reply_chances(Columns(people), today=today, digital=digital, seed=seed)


@pytest.mark.parametrize(
    ("likelier", "other"),
    [
        (known(last_on=TODAY), known(last_on=TODAY - 3 * YEAR)),
        (known(last_on=TODAY - YEAR), known(met_on=TODAY - YEAR)),
        (known(warmth=9), known(warmth=2)),
        (known(circle=Circle.FRIEND, last_on=TODAY), known(last_on=TODAY)),
        (known(asked=2, replied=2), known(asked=2)),
    ],
)
def test_reply_is_likelier(likelier: Known, other: Known) -> None:
    assert chances([likelier])[0] > chances([other])[0]


@pytest.mark.parametrize(
    ("one", "least", "most"),
    [
        (known(circle=Circle.FRIEND, last_on=TODAY - YEAR / 4), 0.75, 0.9),
        (known(circle=Circle.COLLEAGUE, last_on=TODAY - 2 * YEAR), 0.5, 0.65),
        (known(met_on=TODAY - 5 * YEAR), 0.05, 0.15),
    ],
)
def test_reply_of_typical_contacts_is_as_judged(one: Known, least: float, most: float) -> None:
    assert least <= chances([one])[0] <= most


def test_warmth_weighs_more_where_work_is_not_digital() -> None:
    people = [known(1, warmth=9), known(2, warmth=0)]

    here, there = chances(people, digital=True), chances(people, digital=False)

    assert there[0] > here[0]
    assert there[1] < here[1]


@pytest.mark.parametrize("replied", range(10))
def test_more_replies_than_expected_raise_the_chance_of_all(replied: int) -> None:
    friend = known(2, circle=Circle.FRIEND, last_on=TODAY - YEAR)
    expected, alone = (float(chances([one])[0]) for one in (friend, known(1)))

    beside = float(chances([known(1), replace(friend, asked=9, replied=replied)])[0])

    assert (beside > alone) == (replied > 9 * expected)
    assert abs(beside - alone) < 0.25


@pytest.mark.parametrize(("asked", "expected"), [(0, False), (9, False), (10, True), (40, True)])
def test_is_learning_from_ten_messages(asked: int, expected: bool) -> None:
    assert is_learning(Columns([known(asked=asked), known(2)])) is expected


@pytest.mark.parametrize(("asked", "differs"), [(9, False), (10, True)])
def test_days_and_seeds_differ_only_after_ten_messages(asked: int, differs: bool) -> None:
    people = [known(1, circle=Circle.FRIEND, asked=asked, replied=4), known(2, circle=Circle.FAMILY)]

    first = chances(people)

    assert (chances(people, seed=2).tolist() != first.tolist()) is differs
    assert chances(people).tolist() == first.tolist()


def test_a_draw_is_the_same_all_day_and_another_on_the_next() -> None:
    people = [known(1, asked=20, replied=9, last_on=date.max), known(2, last_on=date.max)]

    days = {tuple(chances(people, today=TODAY + timedelta(days=day)).tolist()) for day in range(5)}

    assert len(days) == 5


def test_circles_are_learned_from_their_own_messages() -> None:
    record = [
        known(1, circle=Circle.FRIEND, asked=200, replied=10),
        known(2, circle=Circle.COLLEAGUE, asked=200, replied=190),
    ]
    unasked = [known(3, circle=Circle.FRIEND), known(4, circle=Circle.COLLEAGUE)]

    before, after = chances(unasked), chances([*record, *unasked])[2:]

    assert before[0] > before[1]
    assert after[0] < 0.3
    assert after[1] > 0.7


def test_an_own_answer_counts_more_than_what_is_usual() -> None:
    silent, keen = chances([known(1, asked=40), known(2, asked=40, replied=40)]).tolist()

    assert silent < 0.1
    assert keen > 0.9


def test_nobody_has_no_chance() -> None:
    assert len(chances([])) == 0


@given(people=CIRCLES, today=st.dates(), digital=st.booleans(), seed=st.integers())
def test_a_chance_lies_between_nothing_and_certainty(
    people: list[Known], today: date, digital: bool, seed: int
) -> None:
    found = chances(people, today=today, digital=digital, seed=seed)

    assert len(found) == len(people)
    assert ((found > 0) & (found < 1)).all()


@given(
    one=PEOPLE,
    others=CIRCLES,
    dates=st.tuples(st.dates(), st.dates()),
    name=st.sampled_from(["last_on", "met_on"]),
)
def test_a_more_recent_contact_never_lowers_the_chance(
    one: Known, others: list[Known], dates: tuple[date, date], name: str
) -> None:
    earlier, later = (replace(one, **{name: day}) for day in sorted(dates))  # type: ignore[arg-type]

    before, after = chances([earlier, *others])[0], chances([later, *others])[0]

    assert after >= before - 1e-9


@given(people=CIRCLES, added=PEOPLE)
def test_adding_somebody_never_asked_changes_nobody(people: list[Known], added: Known) -> None:
    beside = chances([*people, replace(added, asked=0)])

    assert np.allclose(beside[:-1], chances(people), rtol=0, atol=1e-12)
