"""The pay that counts is a salary or a wage, told as that of a year."""

import pytest

from unrut.core.explore.openings.facts import Facts
from unrut.core.explore.openings.hours import Hours
from unrut.core.explore.openings.kinds import Pay, PayKind, Period, Said, Stated
from unrut.core.explore.openings.main_pay import COUNTED, main_pay, yearly_pay

pytestmark = pytest.mark.unit


def pay(
    low: float | None, high: float | None, *, kind: PayKind = PayKind.BASE, period: Period = Period.YEAR
) -> Pay:
    return Pay(low, high, "EUR", period, kind, Said(""))


@pytest.mark.parametrize("kind", PayKind)
def test_only_salaries_and_wages_count(kind: PayKind) -> None:
    stated = pay(1000, 2000, kind=kind)

    assert main_pay(Facts(pay=(stated,))) == ((stated,) if kind in COUNTED else ())


def test_what_counts_stays_in_its_order() -> None:
    bonus, total, base = (pay(1, 1, kind=kind) for kind in (PayKind.BONUS, PayKind.TOTAL, PayKind.BASE))

    assert main_pay(Facts(pay=(bonus, total, base))) == (total, base)


@pytest.mark.parametrize(
    ("stated", "yearly"),
    [
        ((), (None, None, "")),
        ((pay(500, 500, kind=PayKind.BONUS),), (None, None, "")),
        ((pay(30_000, 40_000), pay(1, 1)), (30_000, 40_000, "EUR")),
        ((pay(None, 40_000),), (None, 40_000, "EUR")),
        ((pay(3000, None, period=Period.MONTH),), (36_000, None, "EUR")),
    ],
)
def test_pay_is_told_for_a_year(
    stated: tuple[Pay, ...], yearly: tuple[float | None, float | None, str]
) -> None:
    assert yearly_pay(Facts(pay=stated)) == yearly


def test_wage_of_an_hour_follows_the_hours_of_the_week() -> None:
    hours = Stated(Hours(low=20, high=30), Said(""))
    wage = (pay(10, 10, period=Period.HOUR),)

    assert yearly_pay(Facts(pay=wage, hours=hours)) == (10_400, 10_400, "EUR")
