"""An accomplishment as it is looked for."""

import pytest
from tests.told_wins import BLOOD, ROUND, ROW

from unrut.core.milestones.wins import Win

pytestmark = pytest.mark.unit


@pytest.mark.parametrize(("win", "parts"), [(BLOOD, 0), (ROW, 1), (ROUND, 1)])
def test_fullness_counts_story_figures_and_witnesses(win: Win, parts: int) -> None:
    assert win.fullness == parts
