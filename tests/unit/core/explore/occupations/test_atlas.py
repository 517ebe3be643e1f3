"""An atlas knows where everything stands."""

import numpy as np
import pytest
from tests.atlases import tiny_atlas

from unrut.core.explore.occupations.atlas import Lines, Ratings

pytestmark = pytest.mark.unit


def test_positions_run_from_nought_to_one_on_each_scale() -> None:
    values = np.array([[1, -3], [5, np.nan], [3, 0]], dtype=np.float32)

    ends = np.array([[1, -3], [5, 3]], dtype=np.float32)

    ratings = Ratings(("a", "b"), ("A", "B"), values, *ends)

    np.testing.assert_array_equal(ratings.positions, [[0, 0], [1, np.nan], [0.5, 0.5]])
    assert ratings.columns == {"A": 0, "B": 1}


def test_lines_are_those_of_a_row() -> None:
    lines = Lines(("a", "b", "c"), np.array([0, 2, 2, 3]))

    assert [lines.of(row) for row in range(3)] == [("a", "b"), (), ("c",)]


def test_codes_have_their_rows() -> None:
    atlas = tiny_atlas()

    assert (len(atlas), [atlas.rows[code] for code in atlas.codes]) == (8, list(range(8)))
