import pytest
from hypothesis import given
from hypothesis import strategies as st

from unrut.core.errors import InvalidInputError
from unrut.core.explore.openings.filters import FilterKind, checked_value, least_pay

pytestmark = pytest.mark.unit


@pytest.mark.parametrize(
    ("kind", "value", "expected"),
    [
        (FilterKind.PAY, "45,000 EUR", "45000 EUR"),
        (FilterKind.PAY, " 45000 ", "45000"),
        (FilterKind.PAY, "45'000 chf", "45000 CHF"),
        (FilterKind.PAY, "1 250 000 JPY", "1250000 JPY"),
        (FilterKind.PAY, "12.50", "12.5"),
        (FilterKind.HOURS, "40", "40"),
        (FilterKind.AGE, "60", "60"),
        (FilterKind.WORKPLACE, "hybrid, remote", "remote,hybrid"),
        (FilterKind.PLACE, "  The  Hague ", "The Hague"),
        (FilterKind.COMPANY, "Acme Ltd", "Acme Ltd"),
        (FilterKind.WORDS, "night shift", "night shift"),
    ],
)
def test_value_is_stored_in_one_form(kind: FilterKind, value: str, expected: str) -> None:
    assert checked_value(kind, value) == expected
    assert checked_value(kind, expected) == expected


@pytest.mark.parametrize(
    ("kind", "value"),
    [
        (FilterKind.PAY, "much"),
        (FilterKind.PAY, "0"),
        (FilterKind.PAY, "-5"),
        (FilterKind.PAY, "40k to 50k"),
        (FilterKind.HOURS, "0"),
        (FilterKind.HOURS, "101"),
        (FilterKind.HOURS, "9" * 5000),
        (FilterKind.AGE, "soon"),
        (FilterKind.WORKPLACE, ""),
        (FilterKind.WORKPLACE, "remote,moon"),
        (FilterKind.PLACE, " - "),
        (FilterKind.COMPANY, "&"),
        (FilterKind.WORDS, ""),
    ],
)
def test_value_that_says_nothing_is_refused_with_how_to_write_it(kind: FilterKind, value: str) -> None:
    with pytest.raises(InvalidInputError, match="Write"):
        checked_value(kind, value)


@given(st.sampled_from(FilterKind), st.text(max_size=40))
def test_any_value_is_stored_or_refused(kind: FilterKind, value: str) -> None:
    try:
        stored = checked_value(kind, value)
    except InvalidInputError:
        return
    assert checked_value(kind, stored) == stored


def test_least_pay_without_a_currency_names_none() -> None:
    assert (least_pay("45000").amount, least_pay("45000").currency) == (45000.0, "")
