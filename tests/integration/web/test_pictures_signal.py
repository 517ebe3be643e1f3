"""The picture of the weeks: everything inside its frame, gaps as gaps, labels that do not touch."""

import re
from collections.abc import Sequence
from dataclasses import replace
from datetime import date, timedelta

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from unrut.core.reflect.weeks import Shift, State, Week
from unrut.web.pictures_signal import BOTTOM, PHONE_WIDTH, TOP, WIDE_WIDTH, Chart, signal_chart

pytestmark = pytest.mark.integration

NOW = date(2026, 11, 16)
SHIFT = Shift(NOW - timedelta(weeks=9), NOW - timedelta(weeks=7), NOW - timedelta(weeks=6), 6.0, -2.0, 0.5)


def a_week(back: int, score: float | None = 6.0, level: float = 5.5, state: State = State.STEADY) -> Week:
    return Week(NOW - timedelta(weeks=back), score, level=level, state=state, answered=9, counted=9)


def drawn(
    weeks: Sequence[Week],
    *,
    low_line: float = 4.2,
    restarts: Sequence[date] = (),
    this_week: date = NOW,
    width: int = WIDE_WIDTH,
) -> Chart:
    return signal_chart(weeks, low_line=low_line, restarts=restarts, this_week=this_week, width=width)


def dots(path: str) -> list[tuple[float, float]]:
    return [(float(x), float(y)) for x, y in re.findall(r"M([\d.-]+) ([\d.-]+)h0", path)]


def test_few_weeks_stand_at_the_right_of_half_a_year() -> None:
    chart = drawn([a_week(13), a_week(0)])

    assert dots(chart.dots) == [(298.0, 98.0), (574.0, 98.0)]
    assert chart.now == 574.0


def test_dots_lie_where_their_scores_are() -> None:
    chart = drawn([a_week(2, 0), a_week(1, 10), a_week(0, 5)])

    assert [y for _, y in dots(chart.dots)] == [BOTTOM, TOP, (BOTTOM + TOP) / 2]
    assert chart.line == pytest.approx(BOTTOM - 0.42 * (BOTTOM - TOP))


def test_weeks_called_low_or_lower_have_larger_dots_of_their_own() -> None:
    chart = drawn([a_week(2), a_week(1, state=State.DROP), a_week(0, state=State.LOW)])

    assert (len(dots(chart.dots)), len(dots(chart.low_dots))) == (1, 2)
    assert chart.low_dot > chart.dot


def test_week_without_an_answer_is_a_gap() -> None:
    weeks = [a_week(3), a_week(2), a_week(1, None), a_week(0)]

    chart = drawn(weeks)

    assert len(dots(chart.dots)) == 3
    assert chart.level.count("M") == 2


def test_level_breaks_where_the_series_begins_anew() -> None:
    weeks = [a_week(2), a_week(1), replace(a_week(0), answered=1)]

    chart = drawn(weeks, restarts=[NOW, NOW - timedelta(weeks=300)])

    assert chart.level.count("M") == 2
    assert chart.restarts == (chart.now,)


def test_present_is_marked_though_the_last_answer_is_old() -> None:
    chart = drawn([a_week(30), a_week(20)])

    assert max(x for x, _ in dots(chart.dots)) < chart.now == WIDE_WIDTH - 66


def test_week_of_the_future_does_not_leave_the_frame() -> None:
    chart = drawn([a_week(1), a_week(-2)])

    assert chart.now < dots(chart.dots)[-1][0] == WIDE_WIDTH - 66


def test_start_is_a_band_with_its_label_clear_of_the_present() -> None:
    chart = drawn([a_week(20), replace(a_week(0), shift=SHIFT)])

    assert chart.band is not None
    assert chart.band.width == pytest.approx(4 * 552 / 26, abs=0.2)
    assert chart.band.label < chart.now - 60


def test_without_a_shift_there_is_no_band() -> None:
    assert drawn([a_week(0)]).band is None


def test_week_before_the_first_answer_has_no_level() -> None:
    chart = drawn([Week(NOW, None)])

    assert (chart.dots, chart.level, chart.level_label - chart.line_label) == ("", "", -15)


@pytest.mark.parametrize(("level", "line"), [(5.5, 4.2), (4.2, 4.2), (4.0, 4.2), (4.4, 4.2), (0.0, 9.0)])
def test_labels_do_not_touch_and_keep_their_order(level: float, line: float) -> None:
    chart = drawn([a_week(0, level=level)], low_line=line)

    apart = chart.line_label - chart.level_label
    assert abs(apart) >= 14.9
    assert (apart > 0) == (level >= line)


@pytest.mark.parametrize(
    ("weeks", "width", "labels"),
    [
        (26, WIDE_WIDTH, ["Jun", "Jul", "Aug", "Sep", "Oct", "Nov"]),
        (26, PHONE_WIDTH, ["Jul", "Sep", "Nov"]),
        (60, WIDE_WIDTH, ["Nov", "Jan 2026", "Mar", "May", "Jul", "Sep", "Nov"]),
        (520, WIDE_WIDTH, ["2018", "2020", "2022", "2024", "2026"]),
        (520, PHONE_WIDTH, ["2020", "2025"]),
        (10_400, PHONE_WIDTH, ["1850", "1900", "1950", "2000"]),
    ],
)
def test_axis_names_as_many_days_as_there_is_room_for(weeks: int, width: int, labels: list[str]) -> None:
    chart = drawn([a_week(weeks), a_week(0)], width=width)

    assert [tick.label for tick in chart.ticks] == labels


def test_ten_years_are_drawn_with_small_dots() -> None:
    weeks = [a_week(back) for back in reversed(range(520))]

    assert drawn(weeks).dot < drawn(weeks[-30:]).dot
    assert drawn(weeks).level.count("M") == 1


@settings(max_examples=40)
@given(
    st.lists(st.one_of(st.none(), st.floats(0, 10)), min_size=1, max_size=80),
    st.integers(0, 200),
    st.sampled_from([PHONE_WIDTH, WIDE_WIDTH]),
)
def test_everything_lies_inside_the_frame(scores: list[float | None], ago: int, width: int) -> None:
    weeks = [a_week(ago + back, score) for back, score in enumerate(reversed(scores))][::-1]

    chart = drawn([*weeks[:-1], replace(weeks[-1], shift=SHIFT)], width=width)

    numbers = re.findall(r"[ML]([\d.-]+) ([\d.-]+)", chart.dots + chart.level)
    assert all(21 <= float(x) <= width - 65 and TOP <= float(y) <= BOTTOM for x, y in numbers)
    assert all(21 <= tick.x <= width - 65 for tick in chart.ticks)
    assert chart.band is not None
    assert 68 <= chart.band.label <= width
