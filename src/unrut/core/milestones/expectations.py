"""For a promotion case: which accomplishments show what is expected, and where there is an honest gap."""

from collections.abc import Sequence

import numpy as np

from unrut.core.milestones.signals import Scale, best, chances_of
from unrut.core.milestones.win_index import WinIndex
from unrut.core.milestones.wins import Shown

MOST_SHOWN, MOST_PERHAPS = 5, 3
SHOWING = Scale(words=0.0, near=0.0, alike=5.0, kind=4.8, both=5.7, start=-5.5, least=0.8)
LEAST_PERHAPS = 0.1
"""From this chance on an accomplishment is offered for the person to judge; judgement."""


def shows(expectations: Sequence[str], index: WinIndex, *, limit: int = MOST_SHOWN) -> list[Shown]:
    """For each expectation the accomplishments that show it, best first.

    Rather none than a wrong one: the limit is where four of five first places were right. Where there is none, `perhaps`
    holds the few that come closest, for the person to judge.
    """
    return [_shown(expectation, index, limit) for expectation in expectations]


def _shown(expectation: str, index: WinIndex, limit: int) -> Shown:
    signals = index.signals(expectation)
    chances = chances_of(signals.odds(SHOWING))
    is_shown = bool(np.any(chances >= SHOWING.least))
    least, most = (SHOWING.least, limit) if is_shown else (LEAST_PERHAPS, MOST_PERHAPS)
    found = tuple(
        index.found(place, chances[place], index.grounds(place, signals.terms, expectation))
        for place in best(np.where(chances >= least, chances, 0), most).tolist()
    )
    return Shown(expectation, found) if is_shown else Shown(expectation, (), perhaps=found)
