"""What a person decides about the signal is kept, or refused in one sentence."""

from datetime import date, timedelta
from decimal import Decimal

import pytest
from tests.factories import MONDAY, a_new_normal

from unrut.core.errors import InvalidInputError
from unrut.errors import MissingError
from unrut.models import FALSE_ALARMS, NewNormal, Person, Preference
from unrut.queries.scope import of
from unrut.services.signal import (
    accept_new_normal,
    choose_false_alarms,
    choose_low_line,
    choose_rules,
    take_back_new_normal,
)

pytestmark = pytest.mark.integration


def kept(owner: Person) -> list[tuple[int, Decimal]]:
    return list(of(Preference, owner).values_list("false_alarms", "low_line"))


@pytest.mark.parametrize("choice", FALSE_ALARMS)
def test_choice_of_false_alarms_is_kept(alice: Person, bob: Person, choice: int) -> None:
    choose_false_alarms(alice, 5)
    choose_false_alarms(alice, choice)

    assert kept(alice) == [(choice, Decimal("4.2"))]
    assert kept(bob) == [(10, Decimal("4.2"))]


@pytest.mark.parametrize("choice", [0, 1, 15, 100, -5])
def test_rate_that_was_never_measured_is_refused(alice: Person, choice: int) -> None:
    with pytest.raises(InvalidInputError) as caught:
        choose_false_alarms(alice, choice)

    assert str(caught.value) == f"{choice} of a hundred was never measured. Choose one of 5, 10, 20."
    assert kept(alice) == []


@pytest.mark.parametrize(
    ("given", "line"), [("3.5", "3.5"), ("0", "0.0"), ("10", "10.0"), ("4.25", "4.3"), ("4.24", "4.2")]
)
def test_line_is_kept_to_a_tenth(alice: Person, given: str, line: str) -> None:
    choose_low_line(alice, Decimal(given))

    assert kept(alice) == [(10, Decimal(line))]


@pytest.mark.parametrize("given", ["-0.1", "10.1", "NaN", "Infinity"])
def test_line_off_the_scale_is_refused(alice: Person, given: str) -> None:
    with pytest.raises(InvalidInputError) as caught:
        choose_low_line(alice, Decimal(given))

    assert str(caught.value) == f"The line for low weeks cannot be {given}. Give a number from 0 to 10."
    assert kept(alice) == []


def test_both_choices_are_kept_at_once(alice: Person) -> None:
    choose_rules(alice, false_alarms=20, low_line=Decimal("3.0"))

    assert kept(alice) == [(20, Decimal("3.0"))]


def test_of_two_choices_neither_is_kept_when_one_is_wrong(alice: Person) -> None:
    with pytest.raises(InvalidInputError):
        choose_rules(alice, false_alarms=20, low_line=Decimal(11))

    assert kept(alice) == []


def test_new_normal_is_kept_once_by_its_monday(alice: Person, today: date) -> None:
    first = accept_new_normal(alice, MONDAY + timedelta(days=3), today=today)
    second = accept_new_normal(alice, MONDAY, today=today)

    assert first == second
    assert list(of(NewNormal, alice).values_list("week", flat=True)) == [MONDAY]


def test_new_normal_of_the_future_is_refused(alice: Person, today: date) -> None:
    with pytest.raises(InvalidInputError, match=r"The week of 23 November 2026 has not begun\."):
        accept_new_normal(alice, date(2026, 11, 23), today=today)

    assert not of(NewNormal, alice).exists()


def test_new_normal_is_taken_back(alice: Person) -> None:
    normal = a_new_normal(alice)

    take_back_new_normal(alice, normal.pk)

    assert not of(NewNormal, alice).exists()


def test_new_normal_of_somebody_else_stays(alice: Person, bob: Person) -> None:
    normal = of(NewNormal, bob).get()

    with pytest.raises(MissingError):
        take_back_new_normal(alice, normal.pk)

    assert of(NewNormal, bob).exists()
