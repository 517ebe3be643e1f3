import json
from dataclasses import dataclass
from datetime import date
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from unrut.core.explore.openings.hours import Hours
from unrut.core.explore.openings.kinds import Pay, PayKind, Period, Said, Stated
from unrut.core.explore.openings.plain_values import plain, valued

pytestmark = pytest.mark.unit

PAY = Pay(3.5, None, "EUR", Period.HOUR, PayKind.BASE, Said("3.50 EUR", 2, 10))


@dataclass(frozen=True)
class Loaf:
    name: str
    pays: tuple[Pay, ...]
    hours: Stated[Hours] | None = None


@pytest.mark.parametrize(
    ("value", "expected"),
    [
        (None, None),
        (3.5, 3.5),
        (Period.HOUR, "hour"),
        (date(2027, 3, 1), "2027-03-01"),
        ((Said("a"), 2), [{"words": "a", "start": -1, "end": -1}, 2]),
    ],
)
def test_plain_values_of_json(value: Any, expected: Any) -> None:
    assert plain(value) == expected


def test_valued_gives_the_same_again() -> None:
    loaf = Loaf("rye", (PAY,), Stated(Hours(1, 2), Said("1-2")))

    assert valued(Loaf, json.loads(json.dumps(plain(loaf)))) == loaf


def test_valued_what_is_missing_stays_as_it_is_by_itself() -> None:
    assert valued(Loaf, {"name": "rye", "pays": []}) == Loaf("rye", ())


@given(st.builds(Hours, *[st.none() | st.floats(0, 100)] * 4))
def test_valued_any_hours_come_back(hours: Hours) -> None:
    assert valued(Hours, plain(hours)) == hours
