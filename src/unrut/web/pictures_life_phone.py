"""The working life as a picture for a phone: from top to bottom, with its labels beside the line."""

from collections.abc import Sequence
from dataclasses import dataclass, replace
from datetime import date

from unrut.core.milestones.life import Bin, Life, Scale, bins_of, lanes_of, ticks_of
from unrut.web.pictures_life import Links, is_uneven, shortened, tick_label

WIDTH = 358
TOP, BOTTOM = 30, 26
_LEAST_HEIGHT, _MOST_HEIGHT = 420, 1400
_ROOM_OF_A_LABEL = 26
_TICKS_WIDTH, _JOB_LANE = 62, 12
_DOT, _TALLEST, _BIN_HEIGHT = 8.5, 5, 11
_MOST_TICKS = 9
_LABEL_HEIGHT, _LETTER = 24, 7.0
_LEAST_BAND, _BASELINE = 4.0, 4.5
_FIRST_DOT, _BAR, _BAND, _LEAD_GAP = 9, 7, 10, 5


@dataclass(frozen=True, slots=True)
class PhoneJob:
    """A job: an upright bar from `y` on."""

    x: float
    y: float
    height: float
    is_open: bool


@dataclass(frozen=True, slots=True)
class PhoneRow:
    """Things done about the same time: dots side by side, or one bar where there are too many."""

    y: float
    dots: tuple[float, ...]
    bar_width: float
    words: str
    url: str

    @property
    def bar_y(self) -> float:
        """Where its bar begins."""
        return self.y - _BAR / 2


@dataclass(frozen=True, slots=True)
class PhoneLabel:
    """Words at `y` for what lies at `at` on the line; `kind` is job, today, reached or ahead."""

    kind: str
    at: float
    y: float
    text: str
    url: str
    band_y: float = 0.0
    band_height: float = 0.0

    @property
    def baseline(self) -> float:
        """Where its words stand, their middle beside their place."""
        return self.y + _BASELINE


@dataclass(frozen=True, slots=True)
class PhonePicture:
    """Everything drawn. `line` is how far right the line of time lies, `words` where labels begin."""

    width: int
    height: float
    end: float
    line: float
    words: float
    now: float | None
    jobs: tuple[PhoneJob, ...]
    rows: tuple[PhoneRow, ...]
    labels: tuple[PhoneLabel, ...]
    ticks: tuple[tuple[float, str], ...]
    is_uneven: bool
    is_past: bool

    @property
    def top(self) -> float:
        """Where the line begins."""
        return TOP

    @property
    def bars(self) -> float:
        """Where bars of things done begin."""
        return self.line + _FIRST_DOT - _DOT / 2

    @property
    def band_x(self) -> float:
        """Where the bands of what lies ahead begin."""
        return self.line - _BAND / 2

    @property
    def lead(self) -> float:
        """Where the thin lines to the words end."""
        return self.words - _LEAD_GAP

    @property
    def solid_end(self) -> float:
        """Where the line turns from what is behind into what is ahead."""
        if self.now is not None:
            return self.now
        return self.end if self.is_past else TOP


@dataclass(frozen=True, slots=True)
class _Frame:
    height: float
    scale: Scale

    def y(self, day: date) -> float:
        return round(TOP + self.scale.place(day) * (self.height - TOP - BOTTOM), 1)

    def at(self, place: float) -> float:
        return round(TOP + place * (self.height - TOP - BOTTOM), 1)


def phone_picture(life: Life, scale: Scale, links: Links, today_word: str) -> PhonePicture:
    """The picture of what falls into the window of a scale."""
    count = len(life.jobs) + len(life.reached) + len(life.ahead) + 1
    frame = _Frame(min(_MOST_HEIGHT, max(_LEAST_HEIGHT, TOP + BOTTOM + count * _ROOM_OF_A_LABEL * 2)), scale)
    jobs, lanes = _jobs(life, frame)
    line = _TICKS_WIDTH + lanes * _JOB_LANE + 6
    bins = bins_of(life.done, scale, int((frame.height - TOP - BOTTOM) // _BIN_HEIGHT))
    rows = _rows(bins, frame, line, links)
    words = line + 14 + (min(_TALLEST, max((len(one.events) for one in bins), default=0)) * _DOT)
    labels, height = _labels(life, frame, words, links, today_word)
    return PhonePicture(
        width=WIDTH,
        height=max(frame.height, height),
        end=frame.height - BOTTOM,
        line=line,
        words=round(words, 1),
        now=None if scale.now is None else frame.at(scale.now),
        jobs=jobs,
        rows=rows,
        labels=labels,
        ticks=tuple((frame.y(day), tick_label(day, scale)) for day in ticks_of(scale, _MOST_TICKS)),
        is_uneven=is_uneven(scale),
        is_past=scale.window.end <= scale.today,
    )


def _jobs(life: Life, frame: _Frame) -> tuple[tuple[PhoneJob, ...], int]:
    spans = [
        (
            TOP if job.start is None else frame.y(job.start),
            max(frame.y(job.end or frame.scale.today), frame.y(job.start or frame.scale.window.start)),
        )
        for job in life.jobs
    ]
    lanes = lanes_of(spans)
    jobs = tuple(
        PhoneJob(
            x=_TICKS_WIDTH + lane * _JOB_LANE,
            y=start,
            height=round(max(end - start, 2.0), 1),
            is_open=job.end is None,
        )
        for job, (start, end), lane in zip(life.jobs, spans, lanes, strict=True)
    )
    return jobs, max(lanes, default=-1) + 1


def _rows(bins: Sequence[Bin], frame: _Frame, line: float, links: Links) -> tuple[PhoneRow, ...]:
    tallest = max((len(one.events) for one in bins), default=0)
    is_bar = tallest > _TALLEST
    return tuple(
        PhoneRow(
            y=frame.at(one.place),
            dots=()
            if is_bar
            else tuple(round(line + _FIRST_DOT + number * _DOT, 1) for number in range(len(one.events))),
            bar_width=round(max(2.0, _TALLEST * _DOT * len(one.events) / tallest), 1) if is_bar else 0.0,
            words=links.period_words(len(one.events), one.since, one.until),
            url=links.period(one.since, one.until),
        )
        for one in bins
    )


def _labels(
    life: Life, frame: _Frame, words: float, links: Links, today_word: str
) -> tuple[tuple[PhoneLabel, ...], float]:
    """The labels in order of time, each as near to its place as the one above lets it be, and how far down they reach."""
    most = int((WIDTH - words - 4) / _LETTER)
    found = [
        PhoneLabel(
            "job",
            TOP if job.start is None else frame.y(job.start),
            0.0,
            shortened(job.text, most),
            links.of(job.key),
        )
        for job in life.jobs
    ]
    found += [
        PhoneLabel("reached", frame.y(event.on), 0.0, shortened(event.text, most), links.of(event.key))
        for event in life.reached
    ]
    for point in life.ahead:
        first, last = frame.y(point.first), frame.y(point.last)
        found.append(
            PhoneLabel(
                "ahead",
                frame.y(point.likely),
                0.0,
                shortened(point.text, most),
                links.of(point.key),
                band_y=first,
                band_height=round(max(last - first, _LEAST_BAND), 1),
            )
        )
    if frame.scale.now is not None:
        found.append(PhoneLabel("today", frame.at(frame.scale.now), 0.0, today_word, links.of("today")))
    placed: list[PhoneLabel] = []
    lowest = float(TOP - _LABEL_HEIGHT)
    for label in sorted(found, key=lambda label: label.at):
        lowest = max(label.at, lowest + _LABEL_HEIGHT)
        placed.append(replace(label, y=round(lowest, 1)))
    return tuple(placed), lowest + BOTTOM
