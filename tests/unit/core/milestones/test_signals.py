"""What speaks for each accomplishment."""

import numpy as np
import pytest
from tests.told_wins import told_index

from unrut.core.milestones.signals import MOST_TERMS, Scale, best, chances_of, shares_of

pytestmark = pytest.mark.unit

SCALE = Scale(words=1, near=1, alike=1, kind=1, start=-1, least=0.5)
STUDENTS, ROW = 2, 3
"""Their places: newest first."""


def test_words_that_stand_there_speak_for_it() -> None:
    signals = told_index().signals("handover for students")

    assert signals.words.argmax() == STUDENTS
    assert np.flatnonzero(signals.words).tolist() == [STUDENTS]


def test_words_of_like_meaning_speak_for_it() -> None:
    signals = told_index().signals("dispute")

    assert not signals.words.any()
    assert (signals.near.argmax(), signals.alike.argmax(), signals.kind.argmax()) == (ROW, ROW, ROW)


def test_each_signal_counts_by_its_weight() -> None:
    signals = told_index().signals("quarrel between nurses")

    plain = signals.odds(Scale(words=0, near=0, alike=0, kind=0, start=-2, least=0))
    both = signals.odds(Scale(words=0, near=0, alike=0, kind=0, start=0, least=0, both=1))

    assert plain.tolist() == [-2] * 5
    assert both.tolist() == np.minimum(signals.near, signals.alike).tolist()


def test_doubt_about_the_kind_makes_it_count_less() -> None:
    signals = told_index().signals("quarrel")
    sure = Scale(words=0, near=0, alike=0, kind=1, start=0, least=0, is_doubtful=False)
    doubtful = Scale(words=0, near=0, alike=0, kind=1, start=0, least=0)

    assert signals.odds(sure).tolist() == signals.kind.tolist()
    assert (signals.odds(doubtful) < signals.odds(sure)).all()


def test_nothing_asked_says_nothing() -> None:
    signals = told_index().signals("")

    assert (signals.terms, signals.words.any(), signals.near.any(), signals.alike.any()) == (
        [],
        False,
        False,
        False,
    )


def test_of_a_long_text_the_first_words_are_looked_for() -> None:
    assert len(told_index().signals(" ".join(f"word{n}" for n in range(100))).terms) == MOST_TERMS


def test_nearest_kind_has_nearly_all() -> None:
    shares = shares_of(np.array([0.9, 0.5, 0.9], dtype=np.float32))

    assert shares.sum() == pytest.approx(1)
    assert shares[0] == shares[2] > 0.49


def test_chances_stay_between_none_and_all() -> None:
    assert chances_of(np.array([-np.inf, 0, 1000], dtype=np.float32)).tolist() == pytest.approx([0, 0.5, 1])


@pytest.mark.parametrize(("limit", "places"), [(9, [1, 3, 0]), (2, [1, 3]), (0, []), (-1, [])])
def test_best_come_first_and_of_two_alike_the_first(limit: int, places: list[int]) -> None:
    assert best(np.array([0.2, 0.9, 0, 0.9], dtype=np.float32), limit).tolist() == places
