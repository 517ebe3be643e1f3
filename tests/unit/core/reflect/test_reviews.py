"""Which quarter a day belongs to, when the next review is due, and what moved between two of them."""

from datetime import date, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from unrut.core.errors import InvalidInputError
from unrut.core.facets import shipped_vocabulary
from unrut.core.reflect.reviews import (
    REST,
    Move,
    badness,
    compare,
    due_from,
    is_safety_low,
    last_day,
    name_of,
    next_quarter,
    quarter_number,
    quarter_of,
    read_quarter,
    reviewed_items,
    slow_signs_of,
)

pytestmark = pytest.mark.unit

ANSWERS = st.dictionaries(st.sampled_from(reviewed_items()), st.integers(0, 10))
DAYS = st.dates(date(1940, 1, 1), date(2200, 12, 31))


@pytest.mark.parametrize(
    ("day", "first", "last", "number"),
    [
        (date(2026, 1, 1), date(2026, 1, 1), date(2026, 3, 31), 1),
        (date(2024, 3, 31), date(2024, 1, 1), date(2024, 3, 31), 1),
        (date(2026, 4, 1), date(2026, 4, 1), date(2026, 6, 30), 2),
        (date(2026, 9, 30), date(2026, 7, 1), date(2026, 9, 30), 3),
        (date(2026, 12, 31), date(2026, 10, 1), date(2026, 12, 31), 4),
    ],
)
def test_day_belongs_to_its_quarter(day: date, first: date, last: date, number: int) -> None:
    assert (quarter_of(day), last_day(first), quarter_number(day)) == (first, last, number)


@given(DAYS)
def test_quarters_follow_one_another_without_a_gap(day: date) -> None:
    quarter = quarter_of(day)

    assert quarter <= day <= last_day(quarter)
    assert next_quarter(day) == last_day(quarter) + timedelta(days=1)
    assert quarter_of(next_quarter(day)) == next_quarter(day)


@pytest.mark.parametrize(
    ("text", "first"),
    [
        ("2026-Q4", date(2026, 10, 1)),
        (" 2026-q1 ", date(2026, 1, 1)),
        ("2026Q3", date(2026, 7, 1)),
    ],
)
def test_quarter_is_read(text: str, first: date) -> None:
    assert read_quarter(text) == first


@pytest.mark.parametrize("text", ["2026-Q5", "Q4", "2026-10-01", "0000-Q1", "9999-Q4", "", "next"])
def test_what_is_no_quarter_is_said_in_a_sentence(text: str) -> None:
    with pytest.raises(InvalidInputError) as caught:
        read_quarter(text)

    assert str(caught.value) == f'"{text}" is not a quarter. Write it like 2026-Q4.'


@pytest.mark.parametrize(
    ("last_look", "first_week", "reviewed", "due"),
    [
        (None, None, [], None),
        (None, date(2026, 6, 1), [], date(2026, 8, 10)),
        (date(2026, 6, 1), date(2026, 1, 5), [], date(2026, 8, 10)),
        (date(2026, 7, 1), None, [date(2026, 7, 1)], date(2026, 10, 1)),
        (date(2026, 9, 20), None, [date(2026, 7, 1)], date(2026, 11, 29)),
        (date(2026, 1, 5), None, [date(2026, 1, 1), date(2026, 4, 1)], date(2026, 7, 1)),
    ],
)
def test_review_is_due_ten_weeks_later_and_once_a_quarter(
    last_look: date | None, first_week: date | None, reviewed: list[date], due: date | None
) -> None:
    assert due_from(last_look, first_week, reviewed) == due


@given(DAYS, st.sets(DAYS.map(quarter_of), max_size=8))
def test_review_is_never_due_in_a_quarter_that_has_one(last_look: date, reviewed: set[date]) -> None:
    due = due_from(last_look, None, reviewed)

    assert due is not None
    assert due >= last_look + REST
    assert quarter_of(due) not in reviewed


def test_what_moved_is_told_most_first_and_the_right_way_round() -> None:
    before = {"autonomy": 3, "commute": 8, "pay_benefits": 5, "envy": 2, "wish_to_learn": 4, "leaving": 9}
    now = {"autonomy": 5, "commute": 2, "pay_benefits": 6, "envy": 5, "wish_to_learn": 8, "leaving": 9}

    found = compare(before, now)

    assert found.better == (Move("wish_to_learn", 4, 8, 4), Move("autonomy", 3, 5, 2))
    assert found.worse == (Move("commute", 8, 2, -6), Move("envy", 2, 5, -3))
    assert (found.steady, found.only_once) == (2, 0)
    assert found.most == Move("commute", 8, 2, -6)


def test_answers_given_only_once_are_counted_not_compared() -> None:
    found = compare({"autonomy": 3}, {"commute": 8})

    assert (found.better, found.worse, found.steady, found.only_once, found.most) == ((), (), 0, 2, None)


def test_of_equal_moves_the_worse_one_is_told() -> None:
    found = compare({"autonomy": 3, "commute": 8}, {"autonomy": 6, "commute": 5})

    assert found.most == Move("commute", 8, 5, -3)


@given(ANSWERS, ANSWERS)
def test_looking_the_other_way_round_turns_better_into_worse(
    before: dict[str, int], now: dict[str, int]
) -> None:
    there, back = compare(before, now), compare(now, before)

    assert [move.item for move in there.better] == [move.item for move in back.worse]
    assert [move.by for move in there.worse] == [-move.by for move in back.better]
    assert (there.steady, there.only_once) == (back.steady, back.only_once)


@given(ANSWERS, ANSWERS)
def test_every_item_is_better_worse_steady_answered_once_or_open(
    before: dict[str, int], now: dict[str, int]
) -> None:
    found = compare(before, now)

    told = len(found.better) + len(found.worse) + found.steady + found.only_once
    assert told == len({*before, *now})
    assert compare(now, now).steady == len(now)


def test_slow_signs_are_parted_by_what_they_say() -> None:
    found = slow_signs_of({"envy": 7, "next_step": 3, "nothing_new": 5, "wish_to_learn": 7, "leaving": 3})

    names = [[sign.id for sign in part] for part in (found.speaking, found.against, found.between)]
    assert names == [["envy", "next_step"], ["wish_to_learn", "leaving"], ["nothing_new"]]
    assert found.answered == 5


@pytest.mark.parametrize(("sign", "bad"), [("envy", 8), ("wish_to_learn", 2)])
def test_badness_counts_ten_as_bad(sign: str, bad: int) -> None:
    assert badness(shipped_vocabulary().slow_signs[sign], 8) == bad


@pytest.mark.parametrize(
    ("answers", "is_low"),
    [({}, False), ({"respect_safety": 4}, False), ({"respect_safety": 3}, True), ({"fairness": 0}, False)],
)
def test_low_safety_is_noticed(answers: dict[str, int], *, is_low: bool) -> None:
    assert is_safety_low(answers) is is_low


def test_review_asks_every_facet_and_slow_sign_once() -> None:
    items = reviewed_items()

    assert (len(items), len(set(items))) == (36, 36)
    assert (name_of(items[0]), name_of(items[-1])) == ("Variety of tasks", "Likely to look elsewhere")
