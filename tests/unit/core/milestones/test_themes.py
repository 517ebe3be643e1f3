"""Accomplishments stand once, in the theme that their first telling facet gives."""

import pytest

from unrut.core.milestones.themes import Theme, ThemeKind, themes_of

pytestmark = pytest.mark.unit


def test_themes_are_told_in_their_order_and_empty_ones_left_out() -> None:
    told = [
        (1, ("learning_growth", "coworkers")),
        (2, ()),
        (3, ("autonomy", "coworkers")),
        (4, ("autonomy",)),
        (5, ("coworkers", "learning_growth")),
    ]

    assert themes_of(told) == [
        Theme(ThemeKind.WORK, (2, 4)),
        Theme(ThemeKind.OTHERS, (3, 5)),
        Theme(ThemeKind.LEARNED, (1,)),
    ]


def test_no_accomplishments_have_no_themes() -> None:
    assert themes_of([]) == []
