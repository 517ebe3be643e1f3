"""The form of a sitting gives exactly what was answered, and shows exactly what is stored."""

from decimal import Decimal

import pytest
from django.http import QueryDict
from hypothesis import given
from hypothesis import strategies as st

from unrut.models import SIGNS, CheckIn
from unrut.services.reflect import CheckInAnswers, Lines
from unrut.web.reflect.forms import WeekForm, stored, typed

pytestmark = pytest.mark.unit


def form_of(given: str) -> WeekForm:
    form = WeekForm(QueryDict(given))
    assert form.is_valid()
    return form


def test_answers_left_open_are_absent() -> None:
    form = form_of("satisfaction=0&dread=&liked= A calm day ")

    assert form.answers() == CheckInAnswers(signs={"satisfaction": 0}, at_work=True, hours=None)
    assert form.lines() == Lines(liked=" A calm day ", disliked="", moved="")


def test_answers_of_a_week_away_say_so() -> None:
    form = form_of("away=on&hours=12.5&moved=Rest")

    assert form.answers() == CheckInAnswers(signs={}, at_work=False, hours=Decimal("12.5"))
    assert form.lines() == Lines(moved="Rest")


def test_typed_keeps_everything_but_the_decimal_comma() -> None:
    posted = QueryDict("hours= 38,5 &liked= a, b")

    changed = typed(posted)

    assert changed.dict() == {"hours": "38.5", "liked": " a, b"}
    assert posted["hours"] == " 38,5 "


def test_typed_without_hours_has_none() -> None:
    assert typed(QueryDict("")).dict() == {"hours": ""}


def test_stored_without_a_checkin_is_the_first_save() -> None:
    assert stored(None) == {"revision": 0}


def test_stored_answers_are_shown_as_they_are() -> None:
    checkin = CheckIn(satisfaction=0, energy=10, at_work=False, hours=Decimal("38.5"), revision=3)

    assert stored(checkin) == {
        **dict.fromkeys(SIGNS),
        "satisfaction": 0,
        "energy": 10,
        "hours": "38.5",
        "away": True,
        "revision": 3,
    }


@given(st.one_of(st.none(), st.decimals(min_value=0, max_value=168, places=1)))
def test_hours_shown_are_the_hours_stored(hours: Decimal | None) -> None:
    shown = stored(CheckIn(hours=hours))["hours"]

    assert form_of(f"hours={shown or ''}").answers().hours == hours
