"""Figures for the drawn pictures stay within their frame and in the right order."""

import re
from datetime import date, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from unrut.queries.explore import OPENING, RankedOption
from unrut.queries.frame import PRESENT
from unrut.web.pictures import STRIP_WIDTH, FitBar, Strip, fit_bars, week_strip

pytestmark = pytest.mark.unit

MONDAY = date(2026, 11, 16)


def weeks(count: int) -> list[date]:
    return [MONDAY + number * timedelta(weeks=1) for number in range(count)]


def an_option(key: str, kind: str, low: float, mean: float, high: float) -> RankedOption:
    return RankedOption(
        key=key,
        kind=kind,
        title="",
        company="",
        place="",
        mean=mean,
        low=low,
        high=high,
        best=0.5,
        better=0.5,
        ahead=(),
        behind=(),
        known=0,
        questions=(),
    )


def test_strip_without_weeks_is_empty() -> None:
    assert week_strip([], []) == Strip("", "")


def test_strip_marks_the_weeks_that_name_the_facet() -> None:
    first, second = weeks(2)

    strip = week_strip([first, second], [second])

    assert strip == Strip(named="M13.33 0h11.33v20h-11.33z", others="M0.0 14h11.33v6h-11.33z")


@given(st.integers(min_value=1, max_value=1200))
def test_strip_never_leaves_its_frame(count: int) -> None:
    bars = re.findall(r"M([\d.]+) 14h([\d.]+)v6", week_strip(weeks(count), []).others)

    starts = [float(x) for x, _ in bars]
    assert (len(starts), starts) == (count, sorted(starts))
    assert starts[-1] + float(bars[-1][1]) <= STRIP_WIDTH
    assert float(bars[0][1]) > 0


def test_bars_share_the_line_of_the_present_job() -> None:
    options = [
        an_option("opening-1", OPENING, 40.04, 60.06, 80.1),
        an_option("present", PRESENT, 20, 30.55, 41),
    ]

    bars = fit_bars(options)

    assert bars == {
        "opening-1": FitBar(low=40.0, width=40.1, mean=60.1, present=30.6),
        "present": FitBar(low=20, width=21, mean=30.6, present=30.6),
    }


def test_bars_without_a_present_job_begin_at_nothing() -> None:
    bars = fit_bars([an_option("opening-1", OPENING, 10, 20, 30)])

    assert bars["opening-1"].present == 0.0
