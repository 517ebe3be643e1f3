"""The weeks as a picture: places that the template draws as SVG, once for a phone and once for a wide screen."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from datetime import date, timedelta

from django.utils.formats import date_format

from unrut.core.reflect.weeks import ALERTS, HIGHEST_SCORE, Shift, Week, weeks_between

PHONE_WIDTH, WIDE_WIDTH = 358, 640
HEIGHT, TOP, BOTTOM = 232, 30, 200
_LEFT, _RIGHT = 22, 66
_LEAST_WEEKS = 26
_LABEL_HEIGHT, _BAND_LABEL, _TICK_LABEL = 15, 46, 56
_MONTHS_OF_YEAR, _TICK_MONTHS = 12, (1, 2, 3, 6, 12, 24, 60, 120, 240, 600)
_DOTS = ((40, 8.0), (80, 6.5), (160, 4.5), (320, 3.0))
_SMALLEST_DOT, _LARGER = 2.2, 1.3


@dataclass(frozen=True, slots=True)
class Tick:
    """A day on the axis of time."""

    x: float
    label: str


@dataclass(frozen=True, slots=True)
class Band:
    """The weeks in which a drop or a rise probably began; `label` is where the words for it are centred."""

    x: float
    width: float
    label: float


@dataclass(frozen=True, slots=True)
class Chart:
    """Everything drawn in one width. Dots are strokes without length and with round ends: ten years are 500 of them."""

    width: int
    dots: str
    low_dots: str
    dot: float
    low_dot: float
    level: str
    level_label: float
    line: float
    line_label: float
    band: Band | None
    now: float
    ticks: tuple[Tick, ...]
    restarts: tuple[float, ...]


@dataclass(frozen=True, slots=True)
class _Frame:
    """Where a week and a score lie."""

    first: date
    last: date
    width: int

    @property
    def weeks(self) -> int:
        return weeks_between(self.first, self.last)

    @property
    def week_width(self) -> float:
        return (self.end - _LEFT) / self.weeks

    @property
    def end(self) -> int:
        return self.width - _RIGHT

    def x(self, week: date) -> float:
        return round(_LEFT + weeks_between(self.first, week) * self.week_width, 1)

    def y(self, score: float) -> float:
        return round(BOTTOM - score / HIGHEST_SCORE * (BOTTOM - TOP), 1)


def signal_chart(
    weeks: Sequence[Week], *, low_line: float, restarts: Sequence[date], this_week: date, width: int
) -> Chart:
    """The picture of at least one week, up to this week."""
    last = max(weeks[-1].week, this_week)
    frame = _Frame(min(weeks[0].week, last - timedelta(weeks=_LEAST_WEEKS)), last, width)
    answered = [week for week in weeks if week.score is not None]
    dot = next((size for most, size in _DOTS if frame.weeks <= most), _SMALLEST_DOT)
    level = next((week.level for week in reversed(weeks) if week.level is not None), low_line)
    level_label, line_label = _apart(frame.y(level), frame.y(low_line))
    return Chart(
        width=width,
        dots=_dots(frame, [week for week in answered if week.state not in ALERTS]),
        low_dots=_dots(frame, [week for week in answered if week.state in ALERTS]),
        dot=dot,
        low_dot=round(dot * _LARGER, 1),
        level="".join(_level(frame, run) for run in _runs(answered)),
        level_label=level_label,
        line=frame.y(low_line),
        line_label=line_label,
        band=_band(frame, weeks[-1].shift),
        now=frame.x(this_week),
        ticks=tuple(_ticks(frame)),
        restarts=tuple(frame.x(day) for day in restarts if frame.first < day <= frame.last),
    )


def _dots(frame: _Frame, weeks: Sequence[Week]) -> str:
    return "".join(f"M{frame.x(week.week)} {frame.y(week.score or 0)}h0" for week in weeks)


def _level(frame: _Frame, run: Sequence[Week]) -> str:
    """The level over one run of weeks. It reaches half a week beyond both ends, so that a single week is seen too."""
    half = frame.week_width / 2
    places = [(frame.x(week.week), frame.y(week.level or 0)) for week in run]
    begin, end = round(max(places[0][0] - half, _LEFT), 1), round(min(places[-1][0] + half, frame.end), 1)
    line = "".join(f"L{x} {y}" for x, y in places)
    return f"M{begin} {places[0][1]}{line}H{end}"


def _runs(answered: Sequence[Week]) -> list[list[Week]]:
    """Weeks one after another: a line breaks where a week was not answered and where the series begins anew."""
    runs: list[list[Week]] = []
    for week in answered:
        if runs and weeks_between(runs[-1][-1].week, week.week) == 1 and week.answered > 1:
            runs[-1].append(week)
        else:
            runs.append([week])
    return runs


def _band(frame: _Frame, shift: Shift | None) -> Band | None:
    if shift is None:
        return None
    begin = frame.x(max(shift.first, frame.first))
    end = frame.x(shift.last + timedelta(weeks=1))
    # The words stay on the picture and clear of those for the present.
    middle = min((begin + end) / 2, frame.end - _BAND_LABEL - _LEFT)
    return Band(begin, round(end - begin, 1), round(max(middle, _LEFT + _BAND_LABEL), 1))


def _apart(level: float, line: float) -> tuple[float, float]:
    """Places for the two labels that do not touch."""
    missing = _LABEL_HEIGHT - abs(level - line)
    if missing <= 0:
        return level, line
    push = missing / 2 if level <= line else -missing / 2
    return round(level - push, 1), round(line + push, 1)


def _ticks(frame: _Frame) -> Iterator[Tick]:
    """The first days of months or years, as many as there is room for."""
    months = frame.weeks * 12 / 52
    room = (frame.end - _LEFT) / _TICK_LABEL
    step = next((count for count in _TICK_MONTHS if months / count <= room), _TICK_MONTHS[-1])
    first = frame.first.year * _MONTHS_OF_YEAR + frame.first.month
    last = frame.last.year * _MONTHS_OF_YEAR + frame.last.month - 1
    for number in range(first, last + 1):
        if number % step == 0:
            day = date(number // _MONTHS_OF_YEAR, number % _MONTHS_OF_YEAR + 1, 1)
            yield Tick(frame.x(day), date_format(day, _tick_format(day, step)))


def _tick_format(day: date, step: int) -> str:
    if step >= _MONTHS_OF_YEAR:
        return "Y"
    return "M Y" if day.month == 1 else "M"
