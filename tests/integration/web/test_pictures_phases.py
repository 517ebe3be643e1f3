"""Three stretches of time as places and sizes."""

from types import SimpleNamespace
from typing import cast

import pytest
from hypothesis import given
from hypothesis import strategies as st

from unrut.core.explore.outcomes import Band, Outcome
from unrut.web.pictures_phases import PHONE, STRIP, WIDE, Scale, phase_picture, phase_scale

pytestmark = pytest.mark.integration

POINTS = st.floats(-50, 150, allow_nan=False)


def test_phases_stand_side_by_side_on_the_scale() -> None:
    phases = [("soon", Band(20, 40, 60)), ("later", Band(50, 60, 70))]

    found = phase_picture(phases, 40, Scale(0, 100), (200, 100))

    assert [(band.x, band.width, band.end, band.name) for band in found.bands] == [
        (2, 96, 98, "soon"),
        (102, 96, 198, "later"),
    ]
    assert [(band.top, band.height, band.middle, band.label) for band in found.bands] == [
        (40, 40, 60, 50),
        (30, 20, 40, 150),
    ]
    assert (found.staying, found.foot, found.whole) == (60, 120, 128)
    assert (found.there, found.there_label) == (None, None)


@pytest.mark.parametrize(("there", "line", "label"), [(70, 30, 22), (90, 10, 26)])
def test_first_weeks_there_are_a_line_with_its_name(there: float, line: float, label: float) -> None:
    found = phase_picture([("soon", Band(20, 40, 60))], 40, Scale(0, 100), (200, 100), there=there)

    assert (found.there, found.there_label) == (line, label)


@pytest.mark.parametrize(
    ("staying", "middle", "label"),
    [(40, 80, 52), (40, 45, 76), (95, 20, 21), (40, 40, 76)],
    ids=["room above", "band in the way", "no room above", "as staying"],
)
def test_line_of_staying_is_named_where_there_is_room(staying: float, middle: float, label: float) -> None:
    picture = phase_picture([("", Band(0, middle, 100))], staying, Scale(0, 100), (200, 100))

    assert picture.label == label


@pytest.mark.parametrize(
    ("bands", "staying", "scale"),
    [
        ([], 50, Scale(40, 60)),
        ([Band(20, 40, 60), Band(30, 50, 90)], 50, Scale(18, 92)),
        ([Band(50, 51, 52)], 50, Scale(41, 61)),
        ([Band(50, 60, 80)], 10, Scale(8, 82)),
    ],
)
def test_scale_holds_all_ways_and_is_never_too_fine(bands: list[Band], staying: float, scale: Scale) -> None:
    outcome = cast("Outcome", SimpleNamespace(phases=bands))

    assert phase_scale([outcome], staying) == scale


@given(
    st.lists(st.tuples(POINTS, POINTS, POINTS).map(sorted), max_size=4),
    POINTS,
    st.sampled_from([STRIP, PHONE, WIDE]),
)
def test_everything_lies_within_the_picture(
    phases: list[list[float]], staying: float, size: tuple[float, float]
) -> None:
    found = phase_picture([("", Band(*phase)) for phase in phases], staying, Scale(0, 100), size)

    assert 0 <= found.staying <= found.height
    for band in found.bands:
        assert 0 <= band.top <= band.middle <= band.top + band.height + 0.2
        assert band.end <= found.width + 0.2
