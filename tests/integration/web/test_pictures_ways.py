"""The picture of ways out: every point at its place, no label over another."""

from itertools import combinations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from unrut.web.pictures_ways import PHONE, WIDE, Box, Frame, Scatter, Spot, scatter, swing_bars

pytestmark = pytest.mark.integration

FRAMES = [WIDE, PHONE]
POINTS = st.floats(0, 100)


def spot_of(name: str, note: str, chance: float, values: tuple[float, float, float], is_marked: bool) -> Spot:
    low, middle, high = sorted(values)
    return Spot("a", name, note, chance, low, middle, high, is_marked)


SPOTS = st.builds(
    spot_of,
    st.text(max_size=80),
    st.sampled_from(["", "excites you 8 of 10"]),
    st.floats(0, 1),
    st.tuples(POINTS, POINTS, POINTS),
    st.booleans(),
)


def a_spot(key: str, chance: float = 0.5, middle: float = 50, **values: object) -> Spot:
    told = {"name": f"Way {key}", "note": "", "low": middle - 10, "high": middle + 10, **values}
    return Spot(key=key, chance=chance, middle=middle, **told)  # type: ignore[arg-type]


def boxes(picture: Scatter) -> list[Box]:
    return [mark.box for mark in picture.marks if mark.box]


@pytest.mark.parametrize("frame", FRAMES)
@given(spots=st.lists(SPOTS, max_size=20), stay=POINTS)
def test_labels_never_lie_over_one_another_or_over_a_point(
    frame: Frame, spots: list[Spot], stay: float
) -> None:
    picture = scatter(spots, stay, frame, stay_name="your job as it is")

    taken = boxes(picture)
    assert not any(one.meets(other) for one, other in combinations(taken, 2))
    assert all(box.is_within(frame.plot) for box in taken)
    assert not any(
        box.left < mark.x < box.right and box.top < mark.y < box.bottom
        for box in taken
        for mark in picture.marks
    )
    assert all(frame.plot.left <= mark.x <= frame.plot.right for mark in picture.marks)
    assert all(
        frame.plot.top <= mark.top <= mark.y <= mark.bottom <= frame.plot.bottom for mark in picture.marks
    )


@pytest.mark.parametrize("frame", FRAMES)
def test_eight_ways_at_one_place_are_all_named(frame: Frame) -> None:
    spots = [a_spot(str(place), note="excites you 8 of 10") for place in range(8)]

    picture = scatter(spots, 50, frame, stay_name="your job as it is")

    assert (picture.unlabelled, len(boxes(picture))) == (0, 8)
    assert picture.marks[-1].lead.startswith(f"M{picture.marks[-1].x} {picture.marks[-1].y}L")


def test_name_without_any_room_is_left_to_the_table() -> None:
    picture = scatter([a_spot("a", name="much too long for this")], 50, Frame(90, 60, 10, 10, 10, 10, 40))

    assert (picture.unlabelled, picture.marks[0].lines, picture.marks[0].lead) == (1, (), "")


def test_likely_and_good_ways_lie_to_the_right_and_above() -> None:
    low, high = scatter([a_spot("a", 0.2, 30), a_spot("b", 0.8, 70)], 50, WIDE).marks

    assert low.x < high.x
    assert low.y > high.y


def test_label_says_the_name_and_below_it_the_note() -> None:
    name = "A certificate in search marketing, in the evenings, at the adult college"
    spot = a_spot("a", name=name, note="excites you 5 of 10")

    (mark,) = scatter([spot], 50, WIDE).marks

    assert [(line.words, line.is_note) for line in mark.lines] == [
        ("A certificate in search", False),
        ("marketing, in the …", False),
        ("excites you 5 of 10", True),
    ]
    assert mark.lead == ""


def test_staying_alone_has_a_scale_around_it() -> None:
    picture = scatter([], 50, WIDE)

    assert [tick.words for tick in picture.up] == ["40", "50", "60"]
    assert [tick.words for tick in picture.across] == ["0", "25", "50", "75", "100"]
    assert picture.stay == picture.up[1].at
    assert (picture.up_x, picture.across_y, picture.name_y) == (28, 392, 414)


def test_wide_scale_has_a_figure_every_twenty_points() -> None:
    picture = scatter([a_spot("a", low=0, high=100)], 50, WIDE)

    assert [tick.words for tick in picture.up] == ["0", "20", "40", "60", "80", "100"]


def test_name_of_staying_keeps_clear_of_the_points() -> None:
    beside = scatter([a_spot("a", 0.05, 52), a_spot("b", 0.1, 48)], 50, WIDE, stay_name="your job as it is")

    assert beside.stay_label.x > WIDE.width / 2


def test_swings_share_a_scale_with_its_zero_in_the_middle() -> None:
    wide, narrow = swing_bars([(-10, 5), (2, 1)])

    assert (wide.left, wide.width, wide.equal) == (0, 75, 50)
    assert (narrow.left, narrow.width, narrow.equal) == (55, 5, 50)


def test_swings_that_change_nothing_have_no_width() -> None:
    assert [(bar.left, bar.width) for bar in swing_bars([(0, 0)])] == [(50, 0)]
    assert swing_bars([]) == []
