"""Which accomplishments show what is expected."""

import pytest
from tests.told_wins import CARD, ROW, told_index

from unrut.core.milestones.expectations import LEAST_PERHAPS, MOST_PERHAPS, SHOWING
from unrut.core.milestones.find import Shown, WinIndex, shows

pytestmark = pytest.mark.unit

CLEAR, CLOSE, NOTHING = "Settles arguments between colleagues", "Calms patients", "Flies commercial aircraft"


def test_expectations_keep_their_order_and_wording() -> None:
    shown = shows([NOTHING, CLEAR, NOTHING], told_index())

    assert [one.expectation for one in shown] == [NOTHING, CLEAR, NOTHING]


def test_what_is_shown_clearly_stands_alone() -> None:
    (shown,) = shows([CLEAR], told_index())

    assert (shown.found[0].win, shown.perhaps) == (ROW, ())
    assert shown.found[0].score >= SHOWING.least
    assert shown.found[0].why


def test_gap_offers_what_comes_closest() -> None:
    (shown,) = shows([CLOSE], told_index())

    assert (shown.found, shown.perhaps[0].win) == ((), CARD)
    assert len(shown.perhaps) <= MOST_PERHAPS
    assert all(LEAST_PERHAPS <= one.score < SHOWING.least for one in shown.perhaps)


@pytest.mark.parametrize("expectation", [NOTHING, "", "日本"])
def test_what_nothing_shows_is_an_honest_gap(expectation: str) -> None:
    assert shows([expectation], told_index()) == [Shown(expectation, ())]


def test_limit_holds() -> None:
    (shown,) = shows([CLEAR], told_index(), limit=0)

    assert shown.found == ()


def test_no_accomplishments_show_nothing() -> None:
    assert shows([CLEAR], WinIndex([])) == [Shown(CLEAR, ())]
    assert shows([], told_index()) == []
