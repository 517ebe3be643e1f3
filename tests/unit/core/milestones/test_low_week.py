"""When a week is low, and what weighs in it."""

import pytest

from unrut.core.facets import shipped_vocabulary
from unrut.core.milestones.low_week import Dislike, is_low, worries_of
from unrut.core.milestones.wins import Worry

pytestmark = pytest.mark.unit


@pytest.mark.parametrize(
    ("score", "before", "low"),
    [
        (4.1, [], True),
        (4.2, [], False),
        (5.0, [6, 6, 6], False),
        (5.0, [6, 6, 6, 6], True),
        (5.1, [6, 6, 6, 6], False),
        (5.0, [9] * 40 + [5.5] * 26, False),
        (5.0, [5.5] * 40 + [9] * 26, True),
    ],
)
def test_week_is_low_below_the_line_or_below_the_usual(score: float, before: list[float], low: bool) -> None:
    assert is_low(score, before, 4.2) is low


def test_worries_come_strongest_first_and_then_latest_first() -> None:
    dislikes = [
        Dislike("The same report", ("task_variety",), 0.5),
        Dislike("Nobody said thanks", ("recognition",), 0.5),
        Dislike("I hate this report", ("task_variety",), 0.7),
    ]

    worries = worries_of(dislikes, shipped_vocabulary())

    assert worries == [
        Worry("I hate this report", ("task_variety",)),
        Worry("Nobody said thanks", ("recognition",)),
        Worry("The same report", ("task_variety",)),
    ]


def test_nothing_unread_and_nothing_about_safety_is_a_worry() -> None:
    dislikes = [
        Dislike("Hm", (), 0.9),
        Dislike("He shouts at me", ("respect_safety", "manager_support"), 0.9),
    ]

    assert worries_of(dislikes, shipped_vocabulary()) == []
