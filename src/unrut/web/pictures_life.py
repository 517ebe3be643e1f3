"""The working life as a picture: places that templates draw as SVG, from left to right on a wide screen."""

from collections.abc import Callable, Sequence
from dataclasses import dataclass, replace
from datetime import date

from django.utils.formats import date_format

from unrut.core.milestones.life import (
    Ahead,
    Bin,
    Event,
    Life,
    Scale,
    Stretch,
    Zoom,
    bins_of,
    lanes_of,
    ticks_of,
)

WIDTH, MARGIN = 1088, 14
_TOP, _JOB_LANE, _JOB_LABEL = 40, 34, 13
_STACK, _DOT, _DOT_GAP = 56, 4.0, 9.5
_LEAST_STACK = 22
_POINT_LANE, _BELOW, _BESIDE = 26, 22, 12
_FOOT = 46
_LETTER, _LABEL_GAP, _LONGEST_LABEL = 7.1, 16, 42
_BIN_WIDTH, _MOST_TICKS = 12, 14
_TALLEST = 5
_BAND, _LEAST_BAND, _BAR = 10, 4.0, 8
_LABEL_ABOVE, _BASELINE, _TICK_ABOVE = 6, 4.5, 8


@dataclass(frozen=True, slots=True)
class Links:
    """Where a thing of the picture leads, by its key, and things done between two days; and what the latter is called."""

    of: Callable[[str], str]
    period: Callable[[date, date], str]
    period_words: Callable[[int, date, date], str]


@dataclass(frozen=True, slots=True)
class JobBar:
    """A job: a bar, and its name at `label_x`."""

    x: float
    width: float
    y: float
    label: str
    label_x: float
    is_open: bool
    url: str

    @property
    def label_y(self) -> float:
        """Where its name stands: above the bar."""
        return self.y - _LABEL_ABOVE


@dataclass(frozen=True, slots=True)
class Column:
    """Things done about the same time: dots one above another, or one bar where there are too many."""

    x: float
    dots: tuple[float, ...]
    bar_y: float
    bar_height: float
    words: str
    url: str

    @property
    def bar_x(self) -> float:
        """Where its bar begins."""
        return self.x - _BAR / 2


@dataclass(frozen=True, slots=True)
class PointMark:
    """A milestone with its label; ahead it has a band from `x` on, else only a place.

    `at` is where it is or may well be, None outside the picture; `due` is the day wished for.
    """

    key: str
    at: float | None
    y: float
    label: str
    label_x: float
    anchor: str
    url: str
    is_ahead: bool
    x: float = 0.0
    width: float = 0.0
    due: float | None = None

    @property
    def middle(self) -> float:
        """The height of its mark."""
        return self.y + _BAND / 2

    @property
    def label_y(self) -> float:
        """Where its name stands: beside the mark."""
        return self.middle + _BASELINE


@dataclass(frozen=True, slots=True)
class TickMark:
    """A day on the axis of time."""

    at: float
    label: str


@dataclass(frozen=True, slots=True)
class LifePicture:
    """Everything drawn. `line` is how far down the line of time lies, `now` where today is, None when it is not shown."""

    width: int
    height: float
    line: float
    now: float | None
    jobs: tuple[JobBar, ...]
    columns: tuple[Column, ...]
    points: tuple[PointMark, ...]
    ticks: tuple[TickMark, ...]
    foot: float
    is_uneven: bool
    is_past: bool

    @property
    def left(self) -> float:
        """Where the line begins."""
        return MARGIN

    @property
    def right(self) -> float:
        """Where the line ends."""
        return self.width - MARGIN

    @property
    def solid_end(self) -> float:
        """Where the line turns from what is behind into what is ahead: past the end where all of it is behind."""
        if self.now is not None:
            return self.now
        return self.right if self.is_past else self.left

    @property
    def tick_label_y(self) -> float:
        """Where the names of days stand."""
        return self.height - _TICK_ABOVE


def life_picture(life: Life, scale: Scale, links: Links) -> LifePicture:
    """The picture of what falls into the window of a scale."""
    columns = bins_of(life.done, scale, (WIDTH - 2 * MARGIN) // _BIN_WIDTH)
    stack = _stack_height(columns)
    jobs, lanes = _jobs(life.jobs, scale, links)
    line = _TOP + lanes * _JOB_LANE + stack
    points, rows = _points(life, scale, links, line)
    return LifePicture(
        width=WIDTH,
        height=line + _BELOW + rows * _POINT_LANE + _FOOT,
        line=line,
        now=None if scale.now is None else x_of(scale.now),
        jobs=jobs,
        columns=tuple(_column(column, line, _tallest(columns), links) for column in columns),
        points=points,
        ticks=tuple(
            TickMark(x_of(scale.place(day)), tick_label(day, scale)) for day in ticks_of(scale, _MOST_TICKS)
        ),
        is_uneven=is_uneven(scale),
        is_past=scale.window.end <= scale.today,
        foot=line + _BELOW + rows * _POINT_LANE,
    )


def x_of(place: float) -> float:
    """Where a place from 0 to 1 lies."""
    return round(MARGIN + place * (WIDTH - 2 * MARGIN), 1)


def tick_label(day: date, scale: Scale) -> str:
    """What a day of the axis is called: its year, or its month where months are told apart."""
    if scale.window.zoom in {Zoom.YEAR, Zoom.QUARTER}:
        return date_format(day, "M Y" if day.month == 1 or scale.window.zoom is Zoom.QUARTER else "M")
    return date_format(day, "Y" if day.month == 1 else "M Y")


def is_uneven(scale: Scale) -> bool:
    """Whether the time ahead is drawn wider than the time behind."""
    window = scale.window
    if scale.now is None:
        return False
    even = (scale.today - window.start) / (window.end - window.start)
    return abs(even - scale.now) > 0.01  # noqa: PLR2004 - a hundredth of the picture nobody sees


def shortened(text: str, most: int = _LONGEST_LABEL) -> str:
    """A label that fits, cut at a word."""
    if len(text) <= most:
        return text
    cut = text[: most - 1]
    return f"{cut.rsplit(' ', 1)[0] if ' ' in cut else cut}…"


def _stack_height(columns: Sequence[Bin]) -> float:
    if not columns:
        return _LEAST_STACK
    tallest = min(_tallest(columns), _TALLEST)
    return max(_LEAST_STACK, tallest * _DOT_GAP + _DOT_GAP)


def _tallest(columns: Sequence[Bin]) -> int:
    return max((len(column.events) for column in columns), default=0)


def _column(column: Bin, line: float, tallest: int, links: Links) -> Column:
    count = len(column.events)
    is_bar = tallest > _TALLEST
    height = round((_TALLEST * _DOT_GAP) * count / tallest, 1) if is_bar else 0.0
    dots = () if is_bar else tuple(round(line - _DOT_GAP * (number + 1), 1) for number in range(count))
    return Column(
        x=x_of(column.place),
        dots=dots,
        bar_y=round(line - 4 - max(height, 2.0), 1),
        bar_height=max(height, 2.0) if is_bar else 0.0,
        words=links.period_words(count, column.since, column.until),
        url=links.period(column.since, column.until),
    )


def _jobs(jobs: Sequence[Stretch], scale: Scale, links: Links) -> tuple[tuple[JobBar, ...], int]:
    spans = [_span(job, scale) for job in jobs]
    labels = [shortened(job.text) for job in jobs]
    widths = [len(label) * _LETTER for label in labels]
    starts = [min(start, WIDTH - MARGIN - width) for (start, _), width in zip(spans, widths, strict=True)]
    taken = [
        (min(start, label), max(end, label + width))
        for (start, end), label, width in zip(spans, starts, widths, strict=True)
    ]
    lanes = lanes_of(taken, gap=_LABEL_GAP)
    bars = tuple(
        JobBar(
            x=start,
            width=round(max(end - start, 2.0), 1),
            y=_TOP + lane * _JOB_LANE + _JOB_LABEL,
            label=label,
            label_x=round(max(label_x, MARGIN), 1),
            is_open=job.end is None,
            url=links.of(job.key),
        )
        for job, (start, end), label, label_x, lane in zip(jobs, spans, labels, starts, lanes, strict=True)
    )
    return bars, max(lanes, default=-1) + 1


def _span(job: Stretch, scale: Scale) -> tuple[float, float]:
    """A job that lasts ends today, or at the end of the picture where today lies behind it."""
    start = 0.0 if job.start is None else scale.place(job.start)
    return x_of(start), x_of(max(start, scale.place(job.end or scale.today)))


def _points(life: Life, scale: Scale, links: Links, line: float) -> tuple[tuple[PointMark, ...], int]:
    """Each milestone in a lane of its own below the line, the last at the top, so that no stem crosses a name."""
    reached = [_reached(event, scale, links) for event in life.reached]
    ahead = [_ahead(point, scale, links) for point in life.ahead]
    marks = sorted([*reached, *ahead], key=lambda mark: (-mark.x, mark.key))
    lanes: list[list[tuple[float, float]]] = []
    placed = []
    for mark in marks:
        lane = _first_free(lanes, _taken(mark))
        placed.append(replace(mark, y=line + _BELOW + lane * _POINT_LANE))
    return tuple(placed), len(lanes)


def _first_free(lanes: list[list[tuple[float, float]]], taken: tuple[float, float]) -> int:
    """The first lane with room for what reaches from one place to another; the room is taken."""
    start, end = taken
    for number, inside in enumerate(lanes):
        if all(end + _LABEL_GAP <= other or start >= last + _LABEL_GAP for other, last in inside):
            inside.append(taken)
            return number
    lanes.append([taken])
    return len(lanes) - 1


def _reached(event: Event, scale: Scale, links: Links) -> PointMark:
    at = x_of(scale.place(event.on))
    label_x, anchor, label = _label(event.text, at, at, None)
    return PointMark(event.key, at, 0.0, label, label_x, anchor, links.of(event.key), is_ahead=False, x=at)


def _ahead(point: Ahead, scale: Scale, links: Links) -> PointMark:
    first, likely, last = (x_of(scale.place(day)) for day in (point.first, point.likely, point.last))
    width = round(max(last - first, _LEAST_BAND), 1)
    due = x_of(scale.place(point.due)) if point.due and scale.window.holds(point.due) else None
    label_x, anchor, label = _label(point.text, first, first + width, due)
    return PointMark(
        point.key,
        likely if scale.window.holds(point.likely) else None,
        0.0,
        label,
        label_x,
        anchor,
        links.of(point.key),
        is_ahead=True,
        x=first,
        width=width,
        due=due,
    )


def _label(text: str, start: float, end: float, due: float | None) -> tuple[float, str, str]:
    """Words after the band they name, or after the day wished for, or before both: where they fit and hide neither."""
    label = shortened(text)
    width = len(label) * _LETTER
    is_hidden = due is not None and end < due < end + _BESIDE + width + _LABEL_GAP
    after = max(end, due or end) if is_hidden else end
    if after + _BESIDE + width > WIDTH - MARGIN and start - _BESIDE > width:
        return round(start - _BESIDE, 1), "end", label
    return round(after + _BESIDE, 1), "start", label


def _taken(mark: PointMark) -> tuple[float, float]:
    """From where to where a mark and its label reach."""
    width = len(mark.label) * _LETTER
    start = mark.label_x if mark.anchor == "start" else mark.label_x - width
    places = [start, start + width, mark.x, mark.x + mark.width, mark.x if mark.due is None else mark.due]
    return min(places), max(places)
