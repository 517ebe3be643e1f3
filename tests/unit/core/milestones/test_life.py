"""The line of the working life: windows of the calendar, places between 0 and 1, bins, lanes and ticks."""

from datetime import date, timedelta
from itertools import pairwise

import pytest
from hypothesis import given
from hypothesis import strategies as st

from unrut.core.milestones.life import (
    Ahead,
    Bin,
    Event,
    Life,
    Scale,
    Stretch,
    Window,
    Zoom,
    bins_of,
    calendar_window,
    lanes_of,
    life_window,
    next_window,
    scale_of,
    ticks_of,
    within,
)

pytestmark = pytest.mark.unit

TODAY = date(2026, 11, 20)
YEAR = Window(Zoom.YEAR, date(2026, 1, 1), date(2027, 1, 1))

days = st.dates(date(1940, 1, 1), date(2066, 1, 1))
calendar_zooms = st.sampled_from([zoom for zoom in Zoom if zoom is not Zoom.LIFE])
spans = st.lists(
    st.tuples(st.floats(0, 100), st.floats(0, 100)).map(lambda pair: (min(pair), max(pair))), max_size=30
)


def an_event(on: date, key: str = "accomplishment-1") -> Event:
    return Event(key, "Done", on)


def a_point(first: date, likely: date, last: date, due: date | None = None) -> Ahead:
    return Ahead("milestone-1", "Ahead", first, likely, last, due)


@pytest.mark.parametrize(
    ("life", "empty"),
    [
        (Life(), True),
        (Life(jobs=(Stretch("job-1", "Cook", None, None),)), False),
        (Life(done=(an_event(TODAY),)), False),
        (Life(reached=(an_event(TODAY),)), False),
        (Life(ahead=(a_point(TODAY, TODAY, TODAY),)), False),
    ],
)
def test_life_is_empty_only_without_anything(life: Life, empty: bool) -> None:
    assert life.is_empty is empty


def test_whole_life_reaches_from_the_first_thing_to_the_last() -> None:
    life = Life(
        jobs=(
            Stretch("job-1", "Cook", date(2001, 5, 1), date(2010, 1, 1)),
            Stretch("job-2", "Baker", None, None),
        ),
        done=(an_event(date(1999, 3, 4)),),
        ahead=(a_point(TODAY, date(2027, 6, 1), date(2028, 2, 1), due=date(2029, 9, 1)),),
    )

    window = life_window(life, today=TODAY)

    assert window == Window(Zoom.LIFE, date(1999, 3, 4), date(2029, 9, 2))


def test_whole_life_of_one_day_has_room_on_either_side() -> None:
    window = life_window(Life(done=(an_event(TODAY),)), today=TODAY)

    assert window == Window(Zoom.LIFE, date(2026, 5, 22), date(2027, 2, 20))


@pytest.mark.parametrize(
    ("zoom", "start", "end"),
    [
        (Zoom.QUARTER, date(2026, 10, 1), date(2027, 1, 1)),
        (Zoom.YEAR, date(2026, 1, 1), date(2027, 1, 1)),
        (Zoom.YEARS, date(2025, 1, 1), date(2028, 1, 1)),
        (Zoom.DECADE, date(2020, 1, 1), date(2030, 1, 1)),
    ],
)
def test_calendar_window_holds_the_day_asked_for(zoom: Zoom, start: date, end: date) -> None:
    assert calendar_window(zoom, TODAY) == Window(zoom, start, end)


@given(zoom=calendar_zooms, day=days)
def test_neighbouring_windows_touch(zoom: Zoom, day: date) -> None:
    window = calendar_window(zoom, day)

    earlier, later = next_window(window, -1), next_window(window, 1)

    assert window.holds(day)
    assert (earlier.end, later.start) == (window.start, window.end)


def test_whole_life_has_no_neighbour() -> None:
    window = life_window(Life(done=(an_event(TODAY),)), today=TODAY)

    assert next_window(window, 1) == window


def test_window_at_the_end_of_the_calendar_stays_in_it() -> None:
    window = calendar_window(Zoom.DECADE, date(9999, 12, 31))

    assert window.end == date(9998, 1, 1)


@pytest.mark.parametrize(
    ("day", "place"),
    [
        (date(2025, 1, 1), 0.0),
        (date(2026, 1, 1), 0.0),
        (date(2026, 7, 2), 182 / 365),
        (date(2027, 1, 1), 1.0),
        (date(2030, 1, 1), 1.0),
    ],
)
def test_days_of_a_year_lie_evenly(day: date, place: float) -> None:
    scale = scale_of(YEAR, today=TODAY)

    assert scale.place(day) == pytest.approx(place)


def test_scale_without_today_is_even() -> None:
    scale = scale_of(YEAR, today=date(2030, 1, 1))

    assert (scale.now, scale.place(date(2026, 7, 2))) == (None, 182 / 365)


def test_scale_that_begins_today_is_even() -> None:
    scale = scale_of(YEAR, today=date(2026, 1, 1))

    assert (scale.now, scale.place(date(2026, 7, 2))) == (0.0, 182 / 365)


def test_long_past_leaves_room_for_what_lies_ahead() -> None:
    window = Window(Zoom.LIFE, date(1986, 11, 20), date(2027, 11, 20))

    scale = scale_of(window, today=TODAY)

    assert scale.now == 0.62
    assert scale.place(date(2006, 11, 20)) == pytest.approx(0.31, abs=0.001)
    assert scale.place(date(2027, 5, 21)) == pytest.approx(0.81, abs=0.002)


@given(
    start=days, length=st.integers(2, 20_000), one=days, other=days, today=days, zoom=st.sampled_from(Zoom)
)
def test_places_keep_the_order_of_days(
    start: date, length: int, one: date, other: date, today: date, zoom: Zoom
) -> None:
    scale = scale_of(Window(zoom, start, start + timedelta(days=length)), today=today)

    first, second = scale.place(min(one, other)), scale.place(max(one, other))

    assert 0 <= first <= second <= 1


def test_only_what_touches_a_window_is_shown() -> None:
    inside, outside = an_event(date(2026, 3, 1)), an_event(date(2027, 3, 1))
    now = Stretch("job-1", "Cook", date(2020, 1, 1), None)
    before, after = (
        Stretch("job-2", "Baker", None, date(2025, 12, 31)),
        Stretch("job-3", "Clerk", date(2027, 1, 1), None),
    )
    begun = Stretch("job-4", "Maid", None, date(2026, 1, 1))
    soon = a_point(date(2026, 12, 1), date(2027, 1, 1), date(2027, 6, 1))
    late = a_point(date(2027, 12, 1), date(2028, 1, 1), date(2028, 6, 1))
    life = Life((now, before, after, begun), (inside, outside), (outside, inside), (soon, late))

    shown = within(life, YEAR)

    assert shown == Life((now, begun), (inside,), (inside,), (soon,))


def test_bins_hold_what_lies_close() -> None:
    one, two, three = (
        an_event(date(2026, 1, 2), "a"),
        an_event(date(2026, 1, 1), "b"),
        an_event(date(2026, 12, 31), "c"),
    )

    bins = bins_of([one, two, three], scale_of(YEAR, today=TODAY), 4)

    assert bins == [
        Bin(0.125, date(2026, 1, 1), date(2026, 1, 2), (two, one)),
        Bin(0.875, date(2026, 12, 31), date(2026, 12, 31), (three,)),
    ]


@given(on=st.lists(days, max_size=60), count=st.integers(1, 30))
def test_no_event_is_lost_in_bins(on: list[date], count: int) -> None:
    events = [an_event(day, f"{number}") for number, day in enumerate(on)]
    scale = scale_of(Window(Zoom.LIFE, date(1940, 1, 1), date(2066, 1, 2)), today=TODAY)

    bins = bins_of(events, scale, count)

    assert sorted(event.key for one in bins for event in one.events) == sorted(event.key for event in events)
    assert len(bins) <= count


@pytest.mark.parametrize(
    ("given_spans", "lanes"),
    [
        ([], []),
        ([(0, 1)], [0]),
        ([(0, 1), (1, 2)], [0, 0]),
        ([(0, 2), (1, 3), (2, 4)], [0, 1, 0]),
        ([(1, 3), (0, 2)], [1, 0]),
        ([(0, 1), (0, 1), (0, 1)], [0, 1, 2]),
    ],
)
def test_lanes_are_as_few_as_can_be(given_spans: list[tuple[float, float]], lanes: list[int]) -> None:
    assert lanes_of(given_spans) == lanes


def test_lanes_keep_a_gap() -> None:
    assert lanes_of([(0, 1), (1.5, 2), (3, 4)], gap=1) == [0, 1, 0]


@given(found=spans)
def test_nothing_in_a_lane_overlaps(found: list[tuple[float, float]]) -> None:
    lanes = lanes_of(found)

    for lane in set(lanes):
        inside = sorted(span for span, taken in zip(found, lanes, strict=True) if taken == lane)
        assert all(before[1] <= after[0] for before, after in pairwise(inside))


@pytest.mark.parametrize(
    ("window", "most", "ticks"),
    [
        (YEAR, 4, [date(2026, month, 1) for month in (1, 4, 7, 10)]),
        (YEAR, 13, [date(2026, month, 1) for month in range(1, 13)]),
        (
            Window(Zoom.LIFE, date(2016, 3, 4), date(2027, 1, 1)),
            6,
            [date(y, 1, 1) for y in range(2018, 2027, 2)],
        ),
        (Window(Zoom.LIFE, date(1000, 1, 1), date(9000, 1, 1)), 3, None),
    ],
)
def test_ticks_are_round_days_and_not_too_many(window: Window, most: int, ticks: list[date] | None) -> None:
    found = ticks_of(Scale(window, TODAY, None), most)

    if ticks is not None:
        assert found == ticks
    assert all(window.holds(day) and day.day == 1 for day in found)
