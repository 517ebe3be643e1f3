"""Days, months and years as exports of a career write them."""

from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st

from unrut.importers.openings.dates import Order
from unrut.importers.people.dates import When, coarsest, is_now, when_in

pytestmark = pytest.mark.unit

READ = [
    ("25 Jan 2024", "day", date(2024, 1, 25)),
    ("7-Feb-22", "day", date(2022, 2, 7)),
    ("3 Mar 71", "day", date(1971, 3, 3)),
    ("Jan 25, 2024", "day", date(2024, 1, 25)),
    ("1er janvier 2020", "day", date(2020, 1, 1)),
    ("Sat Dec 14 08:57:55 UTC 2024", "day", date(2024, 12, 14)),
    ("2024-01-25", "day", date(2024, 1, 25)),
    ("2024-01-25T10:00:00Z", "day", date(2024, 1, 25)),
    ("20240125", "day", date(2024, 1, 25)),
    ("2024/12/07 14:51:07 UTC", "day", date(2024, 12, 7)),
    ("01/25/24, 09:51 AM", "day", date(2024, 1, 25)),
    ("6/11/21, 3:58 AM", "day", date(2021, 6, 11)),
    ("25/01/2024", "day", date(2024, 1, 25)),
    ("3/3/2024", "day", date(2024, 3, 3)),
    ("7.3.2024", "day", date(2024, 3, 7)),
    ("Jan 2024", "month", date(2024, 1, 1)),
    ("2024-02", "month", date(2024, 2, 1)),
    ("02/2024", "month", date(2024, 2, 1)),
    ("März 2019", "month", date(2019, 3, 1)),
    ("févr. 2019", "month", date(2019, 2, 1)),
    ("août 2019", "month", date(2019, 8, 1)),
    ("ene. 2019", "month", date(2019, 1, 1)),
    ("set 2019", "month", date(2019, 9, 1)),
    ("mrt. 2019", "month", date(2019, 3, 1)),
    ("maj 2019", "month", date(2019, 5, 1)),
    ("października 2019", "month", date(2019, 10, 1)),
    ("2017", "year", date(2017, 1, 1)),
    (" 1969 ", "year", date(1969, 1, 1)),
]
UNREAD = [
    *(
        "",
        "  ",
        "soon",
        "12345",
        "Jan",
        "Jan 24",
        "3/4/2024",
        "32 Jan 2024",
        "31 Feb 2024",
        "99/99/2024",
        "13/2024",
    ),
    *(
        "Jan Feb 2024",
        "1850",
        "2500",
        "Jan 2020 2021",
        "3/4/123",
        "123/4/2024",
        "1/2/3",
        "x" * 61,
        "2024-02-30",
    ),
]


@pytest.mark.parametrize(("words", "precision", "day"), READ)
def test_when_in_reads_it_as_exactly_as_told(words: str, precision: str, day: date) -> None:
    told = when_in(words)

    assert told is not None
    assert (told.day, told.precision) == (day, precision)


@pytest.mark.parametrize("words", UNREAD)
def test_when_in_what_is_no_day_or_could_be_two_is_none(words: str) -> None:
    assert when_in(words) is None


def test_when_in_the_order_of_the_column_tells_which_number_is_the_day() -> None:
    first = when_in("3/4/2024", Order.DAY_FIRST)
    second = when_in("3/4/2024", Order.MONTH_FIRST)

    assert (first, second) == (When(date(2024, 4, 3), "day"), When(date(2024, 3, 4), "day"))


def test_when_in_the_column_counts_more_than_halves_of_a_day() -> None:
    assert when_in("3/4/2024, 9:51 AM", Order.DAY_FIRST) == When(date(2024, 4, 3), "day")


@given(st.text(max_size=80))
def test_when_in_any_text_is_a_day_in_range_or_none(words: str) -> None:
    told = when_in(words)

    assert told is None or 1900 <= told.day.year <= 2100


@pytest.mark.parametrize("words", ["Present", "heute", "aujourd’hui", "Aujourd'hui", "Atual", " obecnie. "])
def test_is_now_words_for_the_present_in_several_languages(words: str) -> None:
    assert is_now(words)


@pytest.mark.parametrize("words", ["", "Jan 2024", "presently"])
def test_is_now_anything_else_is_not(words: str) -> None:
    assert not is_now(words)


def test_coarsest_the_least_exact_counts() -> None:
    day, month, year = (When(date(2024, 1, 1), told) for told in ("day", "month", "year"))

    assert [coarsest(day, month), coarsest(year, month), coarsest(day, None), coarsest(None, None)] == [
        *("month", "year", "day", "")
    ]
