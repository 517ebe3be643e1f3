"""The bigger picture is one line: places between 0 and 1, in order of time, with today always on it."""

from datetime import date, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from unrut.core.milestones.line import Kind, Line, Point, draw_line

pytestmark = pytest.mark.unit

TODAY = date(2026, 11, 20)

days = st.dates(date(1940, 1, 1), date(2060, 1, 1))
all_points = st.lists(
    st.builds(Point, key=st.uuids().map(str), kind=st.sampled_from(Kind), on=days, text=st.text()),
    min_size=1,
    max_size=12,
)


def a_point(days_from_today: int, key: str = "point") -> Point:
    return Point(key, Kind.ACCOMPLISHED, TODAY + timedelta(days=days_from_today), "Done")


def drawn(points: list[Point], today: date = TODAY) -> Line:
    line = draw_line(points, today=today)
    assert line is not None
    return line


@pytest.mark.parametrize(
    ("offsets", "today", "places"),
    [
        ([0], 1.0, [1.0]),
        ([-10], 1.0, [0.0]),
        ([-10, -5, 0], 1.0, [0.0, 0.5, 1.0]),
        ([10], 0.0, [1.0]),
        ([0, 10], 0.0, [0.0, 1.0]),
        ([5, 10], 0.0, [0.5, 1.0]),
        ([-10, 30], 0.25, [0.0, 1.0]),
        ([-10, -5, 15, 30], 0.25, [0.0, 0.125, 0.625, 1.0]),
        ([-3000, -1500, 5, 10], 0.5, [0.0, 0.25, 0.75, 1.0]),  # a long past takes half the line and no more
    ],
)
def test_points_are_placed_on_an_even_scale_on_each_side_of_today(
    offsets: list[int], today: float, places: list[float]
) -> None:
    line = drawn([a_point(offset) for offset in offsets])

    assert line.today == pytest.approx(today)
    assert [place for _, place in line.points] == pytest.approx(places)


def test_line_without_points_is_none() -> None:
    assert draw_line([], today=TODAY) is None


@pytest.mark.parametrize(
    ("offsets", "start", "end"), [([-5, 7], -5, 7), ([3, 9], 0, 9), ([-9, -3], -9, 0), ([0], 0, 0)]
)
def test_line_runs_from_the_first_to_the_last_and_holds_today(
    offsets: list[int], start: int, end: int
) -> None:
    line = drawn([a_point(offset) for offset in offsets])

    assert (line.start, line.end) == (TODAY + timedelta(days=start), TODAY + timedelta(days=end))


def test_points_of_one_day_keep_their_order() -> None:
    points = [a_point(3, "c"), a_point(1, "b"), a_point(3, "a")]

    assert [point.key for point, _ in drawn(points).points] == ["b", "c", "a"]


@given(all_points, days)
def test_places_are_between_0_and_1_and_ordered(points: list[Point], today: date) -> None:
    line = drawn(points, today)

    places = [place for _, place in line.points]

    assert places == sorted(places)
    assert 0 <= places[0] <= places[-1] <= 1
    assert 0 <= line.today <= 1
    assert line.start <= today <= line.end


@given(all_points, days)
def test_every_point_is_on_its_side_of_today(points: list[Point], today: date) -> None:
    line = drawn(points, today)

    assert [point for point, place in line.points if place > line.today and point.on <= today] == []
    assert [point for point, place in line.points if place < line.today and point.on >= today] == []
    assert sorted(point.key for point, _ in line.points) == sorted(point.key for point in points)


@given(all_points, days)
def test_past_takes_half_of_the_line_at_most_while_something_lies_ahead(
    points: list[Point], today: date
) -> None:
    line = drawn(points, today)

    assert line.today == 1 if line.end == today else line.today <= 0.5
