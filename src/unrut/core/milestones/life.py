"""The working life as one line: jobs, what is done, today, and what lies ahead with its range; from a life to a quarter."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from datetime import date, timedelta
from enum import StrEnum
from heapq import heappop, heappush

ONE_DAY = timedelta(days=1)
_MONTHS_OF_YEAR = 12
_EARLIEST_YEAR, _LATEST_YEAR = 1, 9998
# Of a whole life what lies behind takes at most this part, so that what lies ahead stays readable after forty years of work.
_PAST_AT_MOST = 0.62
_LEAST_PAST, _LEAST_AHEAD = timedelta(days=182), timedelta(days=91)


class Zoom(StrEnum):
    """How much of the life is shown."""

    LIFE = "life"
    DECADE = "decade"
    YEARS = "years"
    YEAR = "year"
    QUARTER = "quarter"


_MONTHS = {Zoom.DECADE: 120, Zoom.YEARS: 36, Zoom.YEAR: 12, Zoom.QUARTER: 3}


@dataclass(frozen=True, slots=True)
class Stretch:
    """A job from its first to its last day; without a last one it lasts, without a first one it began before all else."""

    key: str
    text: str
    start: date | None
    end: date | None


@dataclass(frozen=True, slots=True)
class Event:
    """Something done, or a milestone reached."""

    key: str
    text: str
    on: date


@dataclass(frozen=True, slots=True)
class Ahead:
    """A milestone ahead: reached about `likely`, with the range in which that may well fall; `due` is the day wished for."""

    key: str
    text: str
    first: date
    likely: date
    last: date
    due: date | None = None


@dataclass(frozen=True, slots=True)
class Life:
    """Everything there is to draw."""

    jobs: tuple[Stretch, ...] = ()
    done: tuple[Event, ...] = ()
    reached: tuple[Event, ...] = ()
    ahead: tuple[Ahead, ...] = ()

    @property
    def is_empty(self) -> bool:
        """Whether there is nothing to draw."""
        return not (self.jobs or self.done or self.reached or self.ahead)


@dataclass(frozen=True, slots=True)
class Window:
    """What is shown: from the first day up to and not including `end`."""

    zoom: Zoom
    start: date
    end: date

    def holds(self, day: date) -> bool:
        """Whether a day is shown."""
        return self.start <= day < self.end


@dataclass(frozen=True, slots=True)
class Scale:
    """Where days lie, from 0 (start) to 1 (end). `now` is the place of today, None when today is not shown.

    Of a whole life each side of today has its own even scale; otherwise one day is as wide as another.
    """

    window: Window
    today: date
    now: float | None

    def place(self, day: date) -> float:
        """The place of a day; days outside lie at the nearer end."""
        start, end = self.window.start, self.window.end
        if day <= start:
            return 0.0
        if day >= end:
            return 1.0
        if self.now is None or not start < self.today < end:
            return (day - start) / (end - start)
        if day <= self.today:
            return self.now * ((day - start) / (self.today - start))
        return self.now + (1 - self.now) * ((day - self.today) / (end - self.today))


@dataclass(frozen=True, slots=True)
class Bin:
    """Things done that lie too close to be told apart, from the first to the last day of the place they share."""

    place: float
    since: date
    until: date
    events: tuple[Event, ...]


def life_window(life: Life, *, today: date) -> Window:
    """From the first thing there is to the last, with some room on either side of today."""
    behind = [job.start for job in life.jobs if job.start]
    behind += [event.on for event in (*life.done, *life.reached)]
    ahead = [day for point in life.ahead for day in (point.last, point.due) if day]
    # A rough day for the first half of a life: a job without a first day began before all else.
    start = min([*behind, today - _LEAST_PAST])
    end = max([*ahead, *(job.end for job in life.jobs if job.end), today + _LEAST_AHEAD])
    return Window(Zoom.LIFE, start, end + ONE_DAY)


def calendar_window(zoom: Zoom, around: date) -> Window:
    """The quarter, year, three years or ten years of the calendar that hold a day."""
    months = _MONTHS[zoom]
    first = (around.year * _MONTHS_OF_YEAR + around.month - 1) // months * months
    return Window(zoom, _month(first), _month(first + months))


def next_window(window: Window, by: int) -> Window:
    """The window `by` places later, or earlier when it is negative; a whole life has no neighbours."""
    if window.zoom is Zoom.LIFE:
        return window
    first = window.start.year * _MONTHS_OF_YEAR + window.start.month - 1 + by * _MONTHS[window.zoom]
    return calendar_window(window.zoom, _month(first))


def scale_of(window: Window, *, today: date) -> Scale:
    """The scale of a window."""
    if not window.holds(today):
        return Scale(window, today, None)
    past, ahead = (today - window.start).days, (window.end - today).days
    now = past / (past + ahead)
    return Scale(window, today, min(now, _PAST_AT_MOST) if window.zoom is Zoom.LIFE else now)


def within(life: Life, window: Window) -> Life:
    """What of a life falls into a window, wholly or in part."""
    return Life(
        jobs=tuple(
            job
            for job in life.jobs
            if (job.start is None or job.start < window.end) and (job.end is None or job.end >= window.start)
        ),
        done=tuple(event for event in life.done if window.holds(event.on)),
        reached=tuple(event for event in life.reached if window.holds(event.on)),
        ahead=tuple(point for point in life.ahead if point.first < window.end and point.last >= window.start),
    )


def bins_of(events: Iterable[Event], scale: Scale, count: int) -> list[Bin]:
    """The events in at most `count` bins of equal width, empty ones left out, in order of time."""
    held: dict[int, list[Event]] = {}
    for event in sorted(events, key=lambda event: (event.on, event.key)):
        held.setdefault(min(count - 1, int(scale.place(event.on) * count)), []).append(event)
    return [
        Bin((number + 0.5) / count, found[0].on, found[-1].on, tuple(found))
        for number, found in sorted(held.items())
    ]


def lanes_of(spans: Sequence[tuple[float, float]], *, gap: float = 0.0) -> list[int]:
    """A lane for each span, so that no two in a lane overlap or come closer than `gap`; as few lanes as there can be."""
    order = sorted(range(len(spans)), key=lambda place: (spans[place], place))
    lanes = [0] * len(spans)
    free: list[int] = []
    busy: list[tuple[float, int]] = []
    opened = 0
    for place in order:
        start, end = spans[place]
        while busy and busy[0][0] + gap <= start:
            heappush(free, heappop(busy)[1])
        if free:
            lane = heappop(free)
        else:
            lane, opened = opened, opened + 1
        lanes[place] = lane
        heappush(busy, (max(start, end), lane))
    return lanes


def ticks_of(scale: Scale, most: int) -> list[date]:
    """First days of months, quarters, years or decades to name along the line, `most` at the most."""
    window = scale.window
    first = window.start.year * _MONTHS_OF_YEAR + window.start.month - 1
    last = window.end.year * _MONTHS_OF_YEAR + window.end.month - 1
    step = next((step for step in _STEPS if (last - first) / step <= most), _STEPS[-1])
    begin = -(-first // step) * step
    days = [_month(number) for number in range(begin, last + 1, step)]
    return [day for day in days if window.holds(day)]


_STEPS = (1, 3, 6, 12, 24, 60, 120, 240, 600, 1200)


def _month(number: int) -> date:
    year, month = divmod(number, _MONTHS_OF_YEAR)
    return date(min(max(year, _EARLIEST_YEAR), _LATEST_YEAR), month + 1, 1)
