from dataclasses import replace
from itertools import pairwise
from statistics import NormalDist, fmean

import numpy as np
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from unrut.core.explore.fit import Subject, judge
from unrut.core.explore.levels import UNKNOWN, Level, Source
from unrut.core.explore.openings import blocks
from unrut.core.explore.openings.blocks import Top, block_of, merge, pack, score_block
from unrut.core.explore.wants import Want
from unrut.core.facets import shipped_vocabulary

pytestmark = pytest.mark.unit

VOCABULARY = shipped_vocabulary()
WANTS = (
    Want("pay_benefits", 80, 10),
    Want("working_hours", 60, 4),
    Want("commute", 30, 0),
    Want("autonomy", 10, 7),
)
WITH_WORST = tuple(replace(want, worst=worst) for want, worst in zip(WANTS, (3, 9, 8, 0), strict=True))
LEVELS = st.dictionaries(
    st.sampled_from([want.facet for want in WANTS]),
    st.builds(Level, st.floats(0, 10), st.floats(0.8, 3), st.just(Source.STATED)),
)


def stated(mean: float, sd: float = 1.0) -> Level:
    return Level(mean, sd, Source.STATED)


def of_pay(*means: float) -> list[bytes]:
    return [pack({"pay_benefits": stated(mean)}, VOCABULARY) for mean in means]


@pytest.mark.parametrize("wants", [WANTS, WITH_WORST])
@settings(max_examples=30)
@given(found=st.lists(LEVELS, min_size=1, max_size=6))
def test_worth_is_what_judging_expects(wants: tuple[Want, ...], found: list[dict[str, Level]]) -> None:
    subjects = [Subject(str(place), levels) for place, levels in enumerate(found)]
    weights = np.array([[want.weight for want in wants]]) / sum(want.weight for want in wants)
    judged = {fit.key: fit.mean for fit in judge(subjects, wants, reference="0", weights=weights, draws=10)}

    top = score_block(wants, block_of([pack(levels, VOCABULARY) for levels in found], VOCABULARY))

    told = {str(row): worth for row, worth in zip(top.rows, top.worths, strict=True)}
    # A level is kept in hundredths, its spread in tenths.
    assert told == {key: pytest.approx(mean, abs=0.6) for key, mean in judged.items()}


def test_unknown_is_neither_dropped_nor_taken_for_the_middle_as_if_known() -> None:
    known, unknown = pack({"working_hours": stated(5, 0.8)}, VOCABULARY), pack({}, VOCABULARY)

    top = score_block([Want("working_hours", 100, 5)], block_of([unknown, known], VOCABULARY))

    assert (list(top.rows), top.worths[0] > top.worths[1] > 0) == ([1, 0], True)


def test_level_that_is_marked_unknown_is_packed_as_unknown() -> None:
    assert pack({"pay_benefits": UNKNOWN}, VOCABULARY) == pack({}, VOCABULARY)


def test_best_come_first_and_of_equals_the_earlier_row() -> None:
    top = score_block(WANTS, block_of(of_pay(2, 9, 5, 9, 1), VOCABULARY), top=3)

    assert list(top.rows) == [1, 3, 2]


def test_what_the_mask_hides_is_not_among_the_best() -> None:
    mask = np.array([True, False, True])

    top = score_block(WANTS, block_of(of_pay(2, 9, 5), VOCABULARY), mask=mask)

    assert list(top.rows) == [2, 0]


def test_block_of_many_pieces_gives_the_best_of_all_of_them() -> None:
    means = np.random.default_rng(1).uniform(0, 8, 40_000)
    means[[39_999, 17_000, 3]] = 10.0, 9.6, 9.2

    top = score_block(WANTS, block_of(of_pay(*means), VOCABULARY), top=3)

    assert list(top.rows) == [39_999, 17_000, 3]


def test_other_wants_are_answered_by_the_same_block() -> None:
    block = block_of(of_pay(2, 9), VOCABULARY)

    first, then = (
        score_block([Want("pay_benefits", 50, 10)], block),
        score_block([Want("pay_benefits", 50, 0)], block),
    )

    assert (list(first.rows), list(then.rows)) == ([1, 0], [0, 1])


def test_no_openings_have_no_best() -> None:
    assert list(score_block(WANTS, block_of([], VOCABULARY)).rows) == []


@given(st.lists(st.floats(0, 10), min_size=3, max_size=30), st.integers(1, 5))
def test_merging_parts_in_any_order_gives_the_best_of_the_whole(means: list[float], most: int) -> None:
    whole = score_block(WANTS, block_of(of_pay(*means), VOCABULARY), top=len(means))
    cuts = [0, len(means) // 3, 2 * len(means) // 3, len(means)]
    parts = []
    for start, stop in pairwise(cuts):
        inside = (whole.rows >= start) & (whole.rows < stop)
        parts.append(Top(whole.rows[inside], whole.worths[inside]))

    one, two, three = parts
    left = merge(merge(one, two, top=most), three, top=most)
    right = merge(one, merge(three, two, top=most), top=most)

    assert list(left.rows) == list(right.rows) == list(whole.rows[:most])


@given(st.floats(0, 9.5), st.floats(0.5, 10))
def test_more_of_what_is_wanted_is_never_worth_less(mean: float, more: float) -> None:
    top = score_block(
        [Want("pay_benefits", 50, 10)], block_of(of_pay(mean, min(10, mean + more)), VOCABULARY)
    )

    assert top.rows[0] == 1 or top.worths[0] == top.worths[1]


@pytest.mark.parametrize("worst", [None, 0.0, 3.0, 9.0])
@pytest.mark.parametrize("wanted", [0.0, 2.5, 4.0, 5.0, 10.0])
@pytest.mark.parametrize(
    ("mean", "sd"), [(0, 0.8), (2, 1.5), (5, 3.0), (6.7, 2.4), (10, 1.2), (5, 0.0), (4, 6.0)]
)
def test_worth_of_a_level_is_the_mean_of_all_that_it_may_be(
    wanted: float, mean: float, sd: float, worst: float | None
) -> None:
    want = Want("pay_benefits", 100, wanted, worst)
    likely = NormalDist().inv_cdf
    drawn = [mean + sd * likely((place + 0.5) / 4000) for place in range(4000)]
    expected = 100 * fmean(want.value(min(max(level, 0), 10)) for level in drawn)

    top = score_block([want], block_of([pack({"pay_benefits": stated(mean, sd)}, VOCABULARY)], VOCABULARY))

    # Levels are kept in hundredths and spreads in tenths; a spread of none is kept as one tenth.
    assert top.worths[0] == pytest.approx(expected, abs=(0.4 if sd else 1.6) * 5 / min(want.reach, 5))


def test_pack_takes_two_bytes_a_facet() -> None:
    assert len(pack({"commute": stated(3)}, VOCABULARY)) == 2 * len(VOCABULARY.facets)


def test_want_of_no_weight_or_of_another_vocabulary_moves_nobody() -> None:
    block = block_of(of_pay(2, 9), VOCABULARY)
    wants = [
        Want("pay_benefits", 100, 10),
        Want("commute", 0, 0),
        Want("salt", 100, 10),
        Want("pepper", 200, 5),
    ]

    alone, among = score_block(wants[:1], block), score_block(wants, block)

    unknown = [score_block([want], block).worths[0] for want in wants[2:]]
    assert list(among.rows) == list(alone.rows) == [1, 0]
    assert among.worths == pytest.approx((alone.worths + unknown[0] + 2 * unknown[1]) / 4, abs=0.001)
    assert unknown[0] == pytest.approx(50, abs=0.1)


@pytest.mark.parametrize(("wants", "top"), [((), 2), ((Want("commute", 0, 10),), 2), (WANTS, 5), (WANTS, 3)])
def test_of_openings_that_are_alike_the_first_rows_are_best(wants: tuple[Want, ...], top: int) -> None:
    best = score_block(wants, block_of(of_pay(4, 4, 4), VOCABULARY), top=top, first=7)

    assert list(best.rows) == [7, 8, 9][:top]
    assert len(set(best.worths)) == 1


@pytest.mark.parametrize("top", [0, -1])
def test_none_asked_for_is_none_found(top: int) -> None:
    assert list(score_block(WANTS, block_of(of_pay(2), VOCABULARY), top=top).rows) == []


def test_mask_that_hides_all_leaves_none() -> None:
    hidden = np.zeros(2, dtype=np.bool_)

    assert list(score_block(WANTS, block_of(of_pay(2, 3), VOCABULARY), mask=hidden).rows) == []


@given(st.lists(st.tuples(st.integers(0, 10), st.booleans()), max_size=40), st.integers(1, 6))
def test_pieces_of_any_size_give_what_sorting_gives(rows: list[tuple[int, bool]], top: int) -> None:
    block, mask = (
        block_of(of_pay(*(mean for mean, _ in rows)), VOCABULARY),
        np.array([shown for _, shown in rows], dtype=np.bool_),
    )

    with pytest.MonkeyPatch.context() as patch:
        patch.setattr(blocks, "PIECE", 16)
        found = score_block([Want("pay_benefits", 9, 10)], block, mask=mask, top=top)

    ranked = sorted((-mean, place) for place, (mean, shown) in enumerate(rows) if shown)
    assert list(found.rows) == [place for _, place in ranked[:top]]


def test_packed_with_another_vocabulary_is_refused() -> None:
    with pytest.raises(ValueError, match="reshape"):
        block_of([b"\0\0"], VOCABULARY)
