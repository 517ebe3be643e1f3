"""Many subjects judged from columns, beside judging them with draws."""

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st
from hypothesis.extra.numpy import arrays

from unrut.core.explore import block_fit
from unrut.core.explore.block_fit import BlockFit, Floats, judge_block
from unrut.core.explore.fit import Subject, judge
from unrut.core.explore.levels import Level, Source
from unrut.core.explore.wants import Want
from unrut.core.explore.worth import worths

pytestmark = pytest.mark.unit

WANTS = [
    Want("autonomy", 80, 10),
    Want("commute", 60, 0),
    Want("learning_growth", 50, 10, 2),
    Want("pay_benefits", 30, 7),
]
WEIGHTS = np.random.default_rng(4).dirichlet([8, 6, 5, 3], 2000)


def columns_of(rows: int, most: float) -> st.SearchStrategy[Floats]:
    return arrays(np.float32, (rows, len(WANTS)), elements=st.floats(0, most, width=32))


def told(fit: BlockFit) -> list[list[float]]:
    return [column.tolist() for column in (fit.mean, fit.low, fit.high, fit.better)]


def some_subjects() -> list[Subject]:
    chance = np.random.default_rng(2)
    return [
        Subject(
            f"opening-{place}",
            {
                want.facet: Level(chance.uniform(1, 9), chance.uniform(0.8, 2), Source.STATED)
                for want in WANTS
                if chance.random() < 0.7
            },
        )
        for place in range(40)
    ]


def test_columns_are_judged_nearly_as_subjects_are() -> None:
    subjects = some_subjects()
    fits = {fit.key: fit for fit in judge(subjects, WANTS, reference="opening-0", weights=WEIGHTS)}
    found = worths([subject.levels for subject in subjects], WANTS)

    fit = judge_block(found.mean.astype(np.float32), found.sd.astype(np.float32), WANTS, WEIGHTS, reference=0)

    expected = [fits[subject.key] for subject in subjects]
    assert fit.mean == pytest.approx([each.mean for each in expected], abs=0.001)
    assert np.abs(fit.low - [each.low for each in expected]).mean() < 1.5
    assert np.abs(fit.high - [each.high for each in expected]).mean() < 1.5
    assert fit.better == pytest.approx([each.better for each in expected], abs=0.06)


@given(columns_of(5, 1.0), columns_of(5, 0.5))
def test_columns_are_judged_on_their_scales(means: Floats, sds: Floats) -> None:
    fit = judge_block(means, sds, WANTS, WEIGHTS, reference=2)

    assert (fit.low >= 0).all()
    assert (fit.high <= 100).all()
    assert (fit.low <= fit.mean + 0.001).all()
    assert (fit.mean <= fit.high + 0.001).all()
    assert ((fit.better >= 0) & (fit.better <= 1)).all()
    assert fit.better[2] == 0


@given(columns_of(7, 1.0), columns_of(7, 0.5))
def test_pieces_change_nothing(means: Floats, sds: Floats) -> None:
    whole = judge_block(means, sds, WANTS, WEIGHTS, reference=6)

    with pytest.MonkeyPatch.context() as patch:
        patch.setattr(block_fit, "PIECE", 3)
        pieces = judge_block(means, sds, WANTS, WEIGHTS, reference=6)

    for one, other in zip(told(whole), told(pieces), strict=True):
        assert one == pytest.approx(other, abs=0.01)


def test_sure_and_equal_is_even_and_sure_and_ahead_is_certain() -> None:
    means = np.array([[0.5] * 4, [0.5] * 4, [0.7] * 4, [0.3] * 4], dtype=np.float32)

    fit = judge_block(means, np.zeros_like(means), WANTS, WEIGHTS, reference=0)

    assert fit.better.tolist() == [0, 0.5, 1, pytest.approx(0, abs=1e-6)]
    assert fit.high - fit.low == pytest.approx([0] * 4, abs=0.1)


@pytest.mark.parametrize("wants", [[], [Want("autonomy", 0, 10)], WANTS[:3]])
def test_columns_that_do_not_tell_of_the_wants_are_a_mistake_of_ours(wants: list[Want]) -> None:
    columns = np.zeros((1, 4), dtype=np.float32)

    with pytest.raises(ValueError, match=rf"do not tell of {len([w for w in wants if w.weight])} wants$"):
        judge_block(columns, columns, wants, WEIGHTS, reference=0)


def test_one_want_has_no_weight_to_be_unsure_of() -> None:
    columns = np.full((2, 1), 0.5, dtype=np.float32)

    fit = judge_block(columns, 0 * columns, WANTS[:1], np.ones((5, 1)), reference=0)

    assert told(fit) == [[50, 50], [50, 50], [50, 50], [0, 0.5]]
