"""Circles and what is usual in them."""

import pytest

from unrut.core.explore.people.circles import USUAL, Circle, is_digital

pytestmark = pytest.mark.unit


@pytest.mark.parametrize(
    ("occupation", "expected"),
    [
        ("15-1252.00", True),
        ("27-1024.00", True),
        ("13-1161.01", True),
        ("13-1071.00", False),
        ("51-3011.00", False),
        ("", True),
    ],
)
def test_is_digital_by_occupation(occupation: str, expected: bool) -> None:
    assert is_digital(occupation) is expected


def test_usual_is_told_for_every_circle_and_lies_on_its_scales() -> None:
    assert set(USUAL) == set(Circle)
    assert all(0 <= usual.warmth <= 10 and 0 <= usual.newness <= 1 for usual in USUAL.values())
    assert all(usual.years >= 0 for usual in USUAL.values())
