"""A date in an address is read as it was written, or is no address."""

from datetime import date

import pytest
from django.urls import Resolver404, resolve, reverse
from hypothesis import given
from hypothesis import strategies as st

pytestmark = pytest.mark.unit


@given(st.dates())
def test_day_in_an_address_is_the_day_that_was_meant(day: date) -> None:
    address = reverse("week", kwargs={"week": day})

    assert (address, resolve(address).kwargs) == (f"/week/{day.isoformat()}/", {"week": day})


@pytest.mark.parametrize(
    "written", ["2026-02-30", "2026-13-01", "0000-01-01", "26-01-01", "2026-1-1", "today"]
)
def test_day_that_is_not_in_the_calendar_is_no_address(written: str) -> None:
    with pytest.raises(Resolver404):
        resolve(f"/week/{written}/")
