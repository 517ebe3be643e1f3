from datetime import date
from typing import Any

import numpy as np
import pytest

from unrut.core.explore.openings.columns import Columns
from unrut.core.explore.openings.filters import FilterKind

pytestmark = pytest.mark.unit

TODAY = date(2026, 11, 20)
NAN = float("nan")


def columns(**values: Any) -> Columns:
    """Three openings: one that states everything, one that states other things, and a silent one."""
    told = {
        "pay_low": [40_000, 30_000, NAN],
        "pay_high": [50_000, NAN, NAN],
        "currency": ["EUR", "GBP", ""],
        "hours": [40, 20, NAN],
        "workplace": ["on_site", "remote", ""],
        "since": [date(2026, 11, 1).toordinal(), date(2026, 1, 1).toordinal(), TODAY.toordinal()],
        "names": [("Night Cook", "blue door", "Leeds"), ("Cook", "acme", "London"), ("Baker", "", "")],
        **values,
    }
    names = told.pop("names")
    return Columns(**{name: np.array(value) for name, value in told.items()}, names=lambda: names)


@pytest.mark.parametrize(
    ("kind", "value", "hidden"),
    [
        (FilterKind.PAY, "45000", [False, True, False]),
        (FilterKind.PAY, "55000", [True, True, False]),
        (FilterKind.PAY, "55000 EUR", [True, False, False]),
        (FilterKind.HOURS, "39", [True, False, False]),
        (FilterKind.WORKPLACE, "remote", [True, False, False]),
        (FilterKind.WORKPLACE, "remote,on_site", [False, False, False]),
        (FilterKind.PLACE, "leeds", [False, False, False]),
        (FilterKind.PLACE, "York", [True, False, False]),
        (FilterKind.COMPANY, "ACME Inc.", [False, True, False]),
        (FilterKind.WORDS, "night", [True, False, False]),
        (FilterKind.AGE, "30", [False, True, False]),
    ],
)
def test_only_what_states_something_else_is_hidden(kind: FilterKind, value: str, hidden: list[bool]) -> None:
    assert columns().hidden_by(kind, value, today=TODAY).tolist() == hidden


@pytest.mark.parametrize(
    ("words", "found"),
    [("cook", [True, True, False]), ("LEEDS night", [True, False, False]), ("dentist", [False] * 3)],
)
def test_named_finds_all_words_in_title_company_and_place(words: str, found: list[bool]) -> None:
    assert columns().named(words).tolist() == found


def test_no_openings_hide_nothing() -> None:
    names = ("pay_low", "pay_high", "hours")
    none = columns(**{key: [] for key in names}, currency=[], workplace=[], since=[], names=[])

    assert (len(none), none.hidden_by(FilterKind.WORDS, "x", today=TODAY).tolist()) == (0, [])


def test_names_are_asked_for_once() -> None:
    asked = []
    found = columns(names=[])
    counted = Columns(**{**vars(found), "names": lambda: asked.append(1) or [("a", "b", "c")] * 3})

    counted.named("a"), counted.hidden_by(FilterKind.WORDS, "a", today=TODAY)

    assert asked == [1]
