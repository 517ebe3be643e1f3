"""Dates as people write them: what is understood, and the sentence for what is not."""

from contextlib import suppress
from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st

from unrut.importers.wins.dates import (
    Found,
    Span,
    UnreadableDateError,
    date_at_start,
    date_inside,
    day_comes_first,
    happened_on,
    part_of_year,
    whole_date,
)

pytestmark = pytest.mark.unit

TODAY = date(2026, 11, 20)
MARCH = Span(date(2025, 3, 1), date(2025, 3, 31))

EITHER = (
    '"3/4/2025" may name the day first or the month first, and nothing in the file tells which. '
    "Write days like 2026-11-16."
)


def day(year: int, month: int, number: int) -> Span:
    return Span(date(year, month, number), date(year, month, number))


@pytest.mark.parametrize(
    "text",
    [
        *("2025-03-04", "2025/3/4", "2025.03.04", "2025-03-04T09:12:00Z", "2025-03-04 09:12 AM"),
        *("04.03.2025", "4. 3. 2025", "4 March 2025", "4th of March 2025", "4. March 2025", "4-Mar-2025"),
        *("March 4, 2025", "Mar 4th 2025", "Tue 4 March 2025", "Tuesday, 4 Mar. 2025", " 4  march  2025 "),
    ],
)
def test_whole_date_of_a_day_is_read_however_it_is_written(text: str) -> None:
    assert whole_date(text, is_day_first=None) == day(2025, 3, 4)


@pytest.mark.parametrize(
    ("text", "span"),
    [
        ("2025-03", MARCH),
        ("Mar 2025", MARCH),
        ("March, 2025", MARCH),
        ("2024-02", Span(date(2024, 2, 1), date(2024, 2, 29))),
        ("Q2 2024", Span(date(2024, 4, 1), date(2024, 6, 30))),
        ("2024 Q4", Span(date(2024, 10, 1), date(2024, 12, 31))),
        ("2023", Span(date(2023, 1, 1), date(2023, 12, 31))),
        ("2025-W10", Span(date(2025, 3, 3), date(2025, 3, 9))),
    ],
)
def test_whole_date_of_a_stretch_has_both_ends(text: str, span: Span) -> None:
    assert whole_date(text, is_day_first=None) == span


@pytest.mark.parametrize(
    ("text", "is_day_first", "span"),
    [
        ("3/4/2025", True, day(2025, 4, 3)),
        ("3/4/2025", False, day(2025, 3, 4)),
        ("13/4/2025", False, day(2025, 4, 13)),
        ("4/13/2025", True, day(2025, 4, 13)),
        ("3-3-2025", None, day(2025, 3, 3)),
    ],
)
def test_whole_date_with_numbers_alone_follows_the_file_unless_it_tells_itself(
    text: str, is_day_first: bool | None, span: Span
) -> None:
    assert whole_date(text, is_day_first=is_day_first) == span


@pytest.mark.parametrize(
    ("text", "sentence"),
    [
        ("", "There is no day. Write it like 2026-11-16."),
        ("soon", '"soon" is not a day we can read. Write it like 2026-11-16.'),
        ("x" * 80, f'"{"x" * 40}…" is not a day we can read. Write it like 2026-11-16.'),
        ("31 Feb 2024", '"31 Feb 2024" is not a day of the calendar. Write it like 2026-11-16.'),
        ("2025-13-01", '"2025-13-01" is not a day of the calendar. Write it like 2026-11-16.'),
        ("2025-W60", '"2025-W60" is not a day of the calendar. Write it like 2026-11-16.'),
        (
            "3/4/2025",
            EITHER,
        ),
    ],
)
def test_whole_date_that_cannot_be_read_gets_a_sentence(text: str, sentence: str) -> None:
    with pytest.raises(UnreadableDateError) as caught:
        whole_date(text, is_day_first=None)

    assert str(caught.value) == sentence


@pytest.mark.parametrize(
    ("texts", "expected"),
    [
        (["3/4/2025", "25/4/2025"], True),
        (["3/4/2025", "4/25/2025"], False),
        (["3/4/2025"], None),
        (["25/4/2025", "4/25/2025"], None),
        ([], None),
    ],
)
def test_day_comes_first_is_told_by_those_that_leave_no_doubt(
    texts: list[str], expected: bool | None
) -> None:
    assert day_comes_first(texts) is expected


def test_date_at_start_and_inside_say_where_it_stands() -> None:
    assert date_at_start("2025-03-04: Did", is_day_first=None) == Found(day(2025, 3, 4), 0, 10)
    assert date_at_start("Did 2025-03-04", is_day_first=None) is None
    assert date_inside("Week of 4 March 2025", is_day_first=None) == Found(day(2025, 3, 4), 8, 20)
    assert date_inside("Version 1.2.2025.3 of 12345", is_day_first=None) is None


@pytest.mark.parametrize(
    ("text", "span"), [("March", MARCH), ("Q1", Span(date(2025, 1, 1), date(2025, 3, 31))), ("Tills", None)]
)
def test_part_of_year_takes_the_year_around(text: str, span: Span | None) -> None:
    assert part_of_year(text, 2025) == span


@pytest.mark.parametrize(
    ("span", "expected"),
    [
        (day(2025, 3, 4), date(2025, 3, 4)),
        (MARCH, date(2025, 3, 31)),
        (Span(date(2026, 11, 1), date(2026, 11, 30)), TODAY),
        (day(1940, 1, 1), date(1940, 1, 1)),
    ],
)
def test_happened_on_is_the_last_day_that_has_come(span: Span, expected: date) -> None:
    assert happened_on(span, today=TODAY) == expected


@pytest.mark.parametrize(
    ("span", "sentence"),
    [
        (
            day(2026, 11, 21),
            "2026-11-21 has not come yet. Mend the date, or leave this out until it is done.",
        ),
        (day(1939, 12, 31), "1939-12-31 is before 1940, which is most likely a slip. Mend the date."),
    ],
)
def test_happened_on_a_day_that_cannot_be_right_gets_a_sentence(span: Span, sentence: str) -> None:
    with pytest.raises(UnreadableDateError) as caught:
        happened_on(span, today=TODAY)

    assert str(caught.value) == sentence


@given(
    st.dates(date(1940, 1, 1), date(2100, 1, 1)),
    st.sampled_from(["%Y-%m-%d", "%d.%m.%Y", "%d %B %Y", "%b %d, %Y"]),
)
def test_whole_date_reads_every_day_that_is_written(written: date, form: str) -> None:
    assert whole_date(written.strftime(form), is_day_first=None) == Span(written, written)


@given(st.text(max_size=40))
def test_dates_in_any_text_are_found_or_refused(text: str) -> None:
    for read in (whole_date, date_at_start, date_inside):
        with suppress(UnreadableDateError):
            assert isinstance(read(text, is_day_first=None), Span | Found | None)
