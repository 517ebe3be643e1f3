from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st

from unrut.importers.openings.dates import Order, day_in, order_in

pytestmark = pytest.mark.unit

SEVENTH = date(2025, 3, 7)
USUAL_DAYS = st.dates(min_value=date(1990, 1, 1), max_value=date(2100, 12, 31))


@pytest.mark.parametrize(
    "words",
    [
        *(
            "2025-03-07",
            "2025-03-07T10:00:00Z",
            "2025/03/07",
            "2025.3.7",
            "20250307",
            "07.03.2025",
            "7. 3. 2025",
        ),
        *("7.3.25", "7 March 2025", "March 7, 2025", "March 7th, 2025", "7. März 2025", "7 mars 2025"),
        *("Fri, 07 Mar 2025 10:00:00 GMT", "Fri, 7 Mar 2025 05:00:00:0", "Friday, 07-Mar-25 10:00:00 GMT"),
        *("Fri Mar  7 10:00:00 2025", "07.03.2025, 10:00", "2025 Mar 7", "7 de marzo de 2025"),
    ],
)
def test_day_in_written_forms(words: str) -> None:
    assert day_in(words) == SEVENTH


@pytest.mark.parametrize(
    "words",
    [
        *(
            "",
            "soon",
            "3 days ago",
            "March 2025",
            "7 March",
            "07/03/2025",
            "7 March or 7 April 2025",
            "2025-13-45",
        ),
        *(
            "7.3.1025",
            "31.02.2025",
            "7 March 2025" + " " * 60 + "x",
            "32 March 2025",
            "1/2/3/2025",
            None,
            True,
            "²",
        ),
    ],
)
def test_day_in_unknown_stays_unknown(words: object) -> None:
    assert day_in(words) is None


@pytest.mark.parametrize(
    ("words", "order", "expected"),
    [
        ("03/07/2025", Order.MONTH_FIRST, SEVENTH),
        ("07/03/2025", Order.DAY_FIRST, SEVENTH),
        ("07/07/2025", Order.UNKNOWN, date(2025, 7, 7)),
        ("25/03/2025", Order.MONTH_FIRST, date(2025, 3, 25)),
        ("03/25/2025", Order.DAY_FIRST, date(2025, 3, 25)),
        (1741305600, Order.UNKNOWN, SEVENTH),
    ],
)
def test_day_in_order_decides_only_where_both_could_be(words: object, order: Order, expected: date) -> None:
    assert day_in(words, order) == expected


@pytest.mark.parametrize(
    ("values", "expected"),
    [
        (["1/2/2025", "13/2/2025"], Order.DAY_FIRST),
        (["1/2/2025", "2/13/2025"], Order.MONTH_FIRST),
        (["13/2/2025", "2/13/2025"], Order.UNKNOWN),
        (["1.2.2025"], Order.DAY_FIRST),
        (["2025/1/2", "soon", ""], Order.UNKNOWN),
        ([], Order.UNKNOWN),
    ],
)
def test_order_in_columns(values: list[str], expected: Order) -> None:
    assert order_in(values) is expected


@given(
    USUAL_DAYS, st.sampled_from(["%d.%m.%Y", "%Y/%m/%d", "%d %B %Y", "%b %d, %Y", "%a, %d %b %Y", "%Y%m%d"])
)
def test_day_in_finds_every_day_again(day: date, form: str) -> None:
    assert day_in(day.strftime(form)) == day


@given(st.text(max_size=80))
def test_day_in_any_text_is_a_usual_day_or_none(words: str) -> None:
    day = day_in(words)

    assert day is None or 1990 <= day.year <= 2100
