"""Deal-breakers and what they hide, in sentences."""

import pytest

from unrut.core.explore.openings.filters import FilterKind
from unrut.queries.openings import Hiding
from unrut.wording import limits as wording

pytestmark = pytest.mark.integration


def hiding(kind: FilterKind = FilterKind.PAY, value: str = "45000 EUR", *, is_on: bool = True) -> Hiding:
    return Hiding(1, kind, value, is_on, 2)


@pytest.mark.parametrize(
    ("told", "words"),
    [
        (hiding(), "less than 45,000 EUR a year"),
        (hiding(FilterKind.HOURS, "40"), "more than 40 hours a week"),
        (hiding(FilterKind.WORKPLACE, "remote,hybrid"), "anything but remote or partly remote"),
        (hiding(FilterKind.PLACE, "Leeds"), "anywhere but Leeds, unless remote"),
    ],
)
def test_limit_in_words(told: Hiding, words: str) -> None:
    assert wording.limit_words(told) == words


@pytest.mark.parametrize(
    ("is_on", "openings", "words"),
    [
        (True, 40, "It hides 2 of 40 openings."),
        (True, 1, "It hides 2 of 1 opening."),
        (False, 40, "It is off; on, it would hide 2 of 40 openings."),
        (True, 0, "There are no openings here yet that it could hide."),
    ],
)
def test_what_a_limit_hides(is_on: bool, openings: int, words: str) -> None:
    assert wording.hides_words(hiding(is_on=is_on), openings) == words


def test_limits_in_one_line() -> None:
    told = [hiding(), hiding(FilterKind.HOURS, "40"), hiding(FilterKind.PLACE, "Leeds", is_on=False)]

    assert wording.limits_line(told) == "less than 45,000 EUR a year and more than 40 hours a week"
    assert wording.limits_line([]) == "nothing so far"
