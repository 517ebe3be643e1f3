"""Shares of answers on the way in: whole, or unknown."""

import math

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st
from tests.atlases import table, zipped

from unrut.core.explore.occupations.atlas import Entry, Floats
from unrut.importers.occupations.contract import Reading
from unrut.importers.occupations.entry import FILES, entry_shares
from unrut.importers.occupations.packed import OCCUPATIONS, release_files

pytestmark = pytest.mark.unit

HEADS = ("O*NET-SOC Code", "Element ID", "Scale ID", "Category", "Data Value", "Recommend Suppress")
CODE = "11-1011.00"
ROWS = {CODE: 0, "13-2011.00": 1}

Row = tuple[str, ...]


def read(*told: Row, name: str = FILES[0]) -> tuple[dict[Entry, Floats], list[str]]:
    with release_files(zipped({OCCUPATIONS: "x\n", name: table(HEADS, told)})) as files:
        reading = Reading(files, ROWS)
        return entry_shares(reading), reading.warnings


def answers(shares: dict[int, float], scale: str = "RL", suppressed: tuple[int, ...] = ()) -> list[Row]:
    return [
        (CODE, "2.D.1", scale, str(category), str(share), "Y" if category in suppressed else "N")
        for category, share in shares.items()
    ]


@pytest.mark.parametrize("name", FILES)
def test_shares_sum_to_one_whatever_the_file_is_called(name: str) -> None:
    found, warnings = read(*answers({2: 24.9, 6: 75.0}), name=name)

    assert (list(found), warnings) == ([Entry.EDUCATION], [])
    np.testing.assert_allclose(found[Entry.EDUCATION][0, [1, 5]], [0.2492, 0.7508], atol=1e-4)
    assert found[Entry.EDUCATION].shape == (2, 12)
    assert float(found[Entry.EDUCATION][0].sum()) == pytest.approx(1)
    assert np.isnan(found[Entry.EDUCATION][1]).all()


def test_each_question_has_its_scale() -> None:
    told = [row for scale in ("RL", "RW", "PT", "OJ", "IM") for row in answers({1: 100.0}, scale)]

    found, _ = read(*told)

    assert {entry: shares.shape[1] for entry, shares in found.items()} == {
        Entry.EDUCATION: 12,
        Entry.EXPERIENCE: 11,
        Entry.SITE_TRAINING: 9,
        Entry.JOB_TRAINING: 9,
    }


@pytest.mark.parametrize(
    ("suppressed", "is_known"), [((), True), ((1,), True), ((2,), False), ((1, 2), False)]
)
def test_answers_are_unknown_when_most_may_not_be_relied_on(
    suppressed: tuple[int, ...], is_known: bool
) -> None:
    found, _ = read(*answers({1: 24.0, 2: 76.0}, suppressed=suppressed))

    assert list(found) == [Entry.EDUCATION] * is_known


@pytest.mark.parametrize("shares", [{1: 50.0}, {1: 90.0, 2: 90.0}, {1: 0.0}])
def test_answers_that_make_no_whole_are_unknown(shares: dict[int, float]) -> None:
    assert read(*answers(shares)) == ({}, [])


@pytest.mark.parametrize(
    ("category", "value"),
    [
        ("0", "5"),
        ("13", "5"),
        ("one", "5"),
        ("²", "5"),
        ("1" * 5000, "5"),
        ("3", "n/a"),
        ("3", "101"),
        ("3", "-1"),
        ("3", "nan"),
    ],
)
def test_answer_nobody_can_give_is_left_out_and_told(category: str, value: str) -> None:
    found, warnings = read(*answers({2: 100.0}), (CODE, "2.D.1", "RL", category, value, "N"))

    assert found[Entry.EDUCATION][0].tolist() == [0, 1, *[0] * 10]
    assert warnings == [f'"{FILES[0]}": 1 row left out (no share of a known answer).']


def test_unlisted_occupation_is_left_out_and_told() -> None:
    _, warnings = read(*answers({2: 100.0}), *[("99-9999.00", "2.D.1", "RL", "1", "5", "N")] * 2)

    assert warnings == [
        f'"{FILES[0]}": 2 rows left out (of an occupation that is not in "Occupation Data.txt").'
    ]


@given(st.dictionaries(st.integers(1, 12), st.floats(0, 100), max_size=12))
def test_shares_are_a_whole_or_unknown(shares: dict[int, float]) -> None:
    found, _ = read(*answers(shares))

    whole = float(found[Entry.EDUCATION][0].sum()) if found else math.nan
    assert math.isnan(whole) or whole == pytest.approx(1, abs=1e-5)
