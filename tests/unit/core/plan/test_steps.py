"""Steps and free time refuse what cannot be planned with, in sentences."""

from datetime import date, time

import pytest
from hypothesis import given
from hypothesis import strategies as st

from unrut.core.errors import InvalidInputError
from unrut.core.plan.steps import (
    DEFAULT_MINUTES,
    LONGEST,
    SHORTEST,
    CircularPlanError,
    DayTime,
    FreeTime,
    Strand,
    Task,
    find_circle,
)

pytestmark = pytest.mark.unit

EVENING = DayTime(time(19, 0), 60)
NEVER = DayTime(time(19, 0), 0)


def test_strand_label_is_in_words() -> None:
    labels = [strand.label for strand in Strand]

    assert labels == ["Evaluate my knowledge", "Training", "Connections", "Profiles", "Side projects"]


def test_minutes_of_a_step_are_one_sitting() -> None:
    assert (SHORTEST, DEFAULT_MINUTES, LONGEST) == (15, 45, 120)


@pytest.mark.parametrize("minutes", [SHORTEST, DEFAULT_MINUTES, LONGEST])
def test_task_of_one_sitting_is_taken(minutes: int) -> None:
    task = Task("read", minutes, Strand.TRAINING)

    assert (task.minutes, task.after, task.not_before, task.deadline, task.waiting_days, task.position) == (
        minutes,
        (),
        None,
        None,
        0,
        0,
    )


@pytest.mark.parametrize("minutes", [-45, 0, 14, 121])
def test_task_not_of_one_sitting_is_refused(minutes: int) -> None:
    with pytest.raises(InvalidInputError) as refused:
        Task("read", minutes, Strand.TRAINING)

    assert str(refused.value) == (
        f'The step "read" takes {minutes} minutes. '
        "Give it 15 to 120: split a longer one, join a shorter one with its neighbour."
    )


@pytest.mark.parametrize("days", [-1, 367])
def test_task_with_impossible_wait_is_refused(days: int) -> None:
    with pytest.raises(InvalidInputError) as refused:
        Task("read", 45, Strand.TRAINING, waiting_days=days)

    assert str(refused.value) == f'The step "read" waits {days} days. Give 0 to 366 days.'


@pytest.mark.parametrize("days", [0, 366])
def test_task_with_longest_wait_is_taken(days: int) -> None:
    assert Task("read", 45, Strand.TRAINING, waiting_days=days).waiting_days == days


def test_free_time_adds_up() -> None:
    free = FreeTime((EVENING, NEVER, EVENING, NEVER, NEVER, DayTime(time(9, 30), 150), NEVER))

    assert (free.weekly_minutes, free.longest_minutes) == (270, 150)


def test_free_time_on_a_date_is_that_of_its_weekday() -> None:
    free = FreeTime(tuple(DayTime(time(8), minutes) for minutes in range(7)))

    minutes = [free.on(date(2026, 3, day)).minutes for day in range(2, 9)]

    assert minutes == [0, 1, 2, 3, 4, 5, 6]


@pytest.mark.parametrize("count", [0, 6, 8])
def test_free_time_of_another_number_of_days_is_refused(count: int) -> None:
    with pytest.raises(InvalidInputError) as refused:
        FreeTime((EVENING,) * count)

    assert str(refused.value) == (
        f"Free time was given for {count} days. Give all seven, Monday first, with 0 where there is none."
    )


@pytest.mark.parametrize(
    ("day", "sentence"),
    [
        (DayTime(time(0), -1), "The free time on Wednesday is -1 minutes. Give 0 to 960 minutes."),
        (DayTime(time(0), 961), "The free time on Wednesday is 961 minutes. Give 0 to 960 minutes."),
        (
            DayTime(time(23, 1), 60),
            "The free time on Wednesday runs past midnight. Begin earlier than 23:01 or make it shorter.",
        ),
    ],
)
def test_free_time_that_fits_no_day_is_refused(day: DayTime, sentence: str) -> None:
    with pytest.raises(InvalidInputError) as refused:
        FreeTime((NEVER, NEVER, day, NEVER, NEVER, NEVER, NEVER))

    assert str(refused.value) == sentence


@pytest.mark.parametrize("day", [DayTime(time(0), 960), DayTime(time(23, 0), 60), DayTime(time(23, 59), 0)])
def test_free_time_up_to_its_limits_is_taken(day: DayTime) -> None:
    free = FreeTime((day, NEVER, NEVER, NEVER, NEVER, NEVER, NEVER))

    assert free.weekly_minutes == day.minutes


@pytest.mark.parametrize(
    ("after", "circle"),
    [
        ({}, ()),
        ({"a": (), "b": ("a",), "c": ("a", "b")}, ()),
        ({"a": ("a",)}, ("a",)),
        ({"a": ("c",), "b": ("a",), "c": ("b",), "d": ("c",)}, ("a", "b", "c")),
        ({"b": ("a",), "c": ("b",), "a": ("c",)}, ("a", "b", "c")),
        ({"z": ("y",), "y": ("z",), "a": ("z",)}, ("y", "z")),
    ],
)
def test_circle_is_named_from_its_smallest_key(
    after: dict[str, tuple[str, ...]], circle: tuple[str, ...]
) -> None:
    assert find_circle(after) == circle


@given(st.permutations("abcde"), st.data())
def test_circle_does_not_depend_on_the_order_of_the_plan(order: list[str], data: st.DataObject) -> None:
    after = {key: data.draw(st.lists(st.sampled_from("abcde"), max_size=2)) for key in "abcde"}
    shuffled = {key: after[key][::-1] for key in order}

    assert find_circle(shuffled) == find_circle(after)


def test_circular_plan_error_says_the_circle() -> None:
    error = CircularPlanError(("a", "b"))

    assert error.keys == ("a", "b")
    assert str(error) == (
        "These steps wait for one another in a circle: a → b → a. Let one of them begin without the one before it."
    )
