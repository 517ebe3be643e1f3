"""A level says where it comes from; only the unknown one says nothing."""

import pytest

from unrut.core.explore.levels import UNKNOWN, Level, Source

pytestmark = pytest.mark.unit


def test_level_that_nothing_says_of_this_very_job_is_not_known() -> None:
    unknown = [source for source in Source if not Level(5.0, 1.0, source).is_known]

    assert unknown == [Source.INFERRED, Source.UNKNOWN]


def test_unknown_level_is_wide_and_in_the_middle() -> None:
    assert Level(5.0, 3.0, Source.UNKNOWN, "") == UNKNOWN
