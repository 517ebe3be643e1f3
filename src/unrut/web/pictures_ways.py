"""The geometry of comparing ways out: what excites beside what is realistic, and what turns a comparison."""

from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass
from itertools import product
from math import ceil, floor, inf
from textwrap import wrap

LINE_HEIGHT, LETTER, BOLD_LETTER = 16, 7.0, 8.2
"""Height of a line and width of a letter of a label, a little generously; marked ways are set in bold."""
_POINT, _GAP, _STEP = 7.0, 12.0, 10.0
_SCALE_STEP, _LEAST_SPAN = 10, 20
_MOST_LINES, _NEAR = 2, 40.0
_TICKS = (0.0, 0.25, 0.5, 0.75, 1.0)
# What it costs a label to lie over the range of a way, in pixels of distance.
_OVER_RANGE = 90.0


@dataclass(frozen=True, slots=True)
class Spot:
    """A way: its name and what stands below it, the chance of being there (0 to 1), and its worth once there (points of 100)."""

    key: str
    name: str
    note: str
    chance: float
    low: float
    middle: float
    high: float
    is_marked: bool = False


@dataclass(frozen=True, slots=True)
class Frame:
    """The size of a picture and the room around its plot."""

    width: int
    height: int
    left: int
    right: int
    top: int
    bottom: int
    letters: int

    @property
    def plot(self) -> "Box":
        """Where the points lie."""
        return Box(self.left, self.top, self.width - self.right, self.height - self.bottom)


@dataclass(frozen=True, slots=True)
class Box:
    """A rectangle."""

    left: float
    top: float
    right: float
    bottom: float

    def meets(self, other: "Box") -> bool:
        """Whether both share any room."""
        return (
            self.left < other.right
            and other.left < self.right
            and self.top < other.bottom
            and other.top < self.bottom
        )

    def is_within(self, other: "Box") -> bool:
        """Whether it lies wholly inside another."""
        return (
            other.left <= self.left
            and self.right <= other.right
            and other.top <= self.top
            and self.bottom <= other.bottom
        )


@dataclass(frozen=True, slots=True)
class TextLine:
    """A line of a label at its place."""

    x: float
    y: float
    words: str
    is_note: bool


@dataclass(frozen=True, slots=True)
class Mark:
    """A way in the picture: its point, its range, the lines of its label and the lead to a label that lies far off."""

    key: str
    x: float
    y: float
    top: float
    bottom: float
    lines: tuple[TextLine, ...]
    box: Box | None
    lead: str
    is_marked: bool


@dataclass(frozen=True, slots=True)
class Tick:
    """A place on an axis and what it says."""

    at: float
    words: str


@dataclass(frozen=True, slots=True)
class Scatter:
    """Chance of being there from left to right, worth once there from bottom to top, staying as a line."""

    frame: Frame
    marks: tuple[Mark, ...]
    stay: float
    stay_label: TextLine
    across: tuple[Tick, ...]
    up: tuple[Tick, ...]

    @property
    def up_x(self) -> int:
        """Where the figures of the upright axis end."""
        return self.frame.left - 6

    @property
    def across_y(self) -> int:
        """The line of the figures below the plot."""
        return self.frame.height - self.frame.bottom + LINE_HEIGHT

    @property
    def name_y(self) -> int:
        """The line that says what lies from left to right."""
        return self.frame.height - 6

    @property
    def unlabelled(self) -> int:
        """Points that no room was left to name."""
        return sum(mark.box is None for mark in self.marks)


WIDE = Frame(width=640, height=420, left=34, right=8, top=28, bottom=44, letters=26)
PHONE = Frame(width=358, height=420, left=30, right=6, top=28, bottom=44, letters=20)


def scatter(spots: Sequence[Spot], stay: float, frame: Frame, *, stay_name: str = "") -> Scatter:
    """The ways as points with direct labels that do not lie over one another, nor over the name of the line of staying."""
    low, high = _span([stay, *(spot.low for spot in spots), *(spot.high for spot in spots)])
    across = _linear(0, 1, frame.plot.left, frame.plot.right)
    up = _linear(low, high, frame.plot.bottom, frame.plot.top)
    placed = [(spot, across(spot.chance), up(spot.middle)) for spot in spots]
    ranges = [_tall(x, up(spot.high), up(spot.low)) for spot, x, _ in placed]
    points = [_around(x, y, _POINT) for _, x, y in placed]
    stay_box = _beside_line(up(stay), stay_name, frame.plot, points, ranges)
    taken = [stay_box] if stay_name else []
    marks = []
    for spot, x, y in placed:
        lines = _lines(spot, frame.letters)
        box = _room((x, y), _size(spot, lines), frame.plot, [*points, *taken], ranges)
        taken += [box] if box else []
        marks.append(_mark(spot, (x, y), up, lines, box))
    return Scatter(
        frame=frame,
        marks=tuple(marks),
        stay=up(stay),
        stay_label=_set([stay_name], stay_box, has_note=False)[0],
        across=tuple(Tick(across(share), f"{round(share * 100)}") for share in _TICKS),
        up=tuple(Tick(up(points), f"{points}") for points in range(low, high + 1, _step(low, high))),
    )


@dataclass(frozen=True, slots=True)
class SwingBar:
    """One input of a tornado on the common scale from 0 to 100: from its low to its high end, and where both ways are equal."""

    left: float
    width: float
    equal: float


def swing_bars(ends: Sequence[tuple[float, float]]) -> list[SwingBar]:
    """A bar for each pair of differences, all on one scale that holds the zero."""
    reach = max((abs(end) for pair in ends for end in pair), default=0.0) or 1.0
    place = _linear(-reach, reach, 0, 100)
    return [
        SwingBar(place(min(pair)), round(place(max(pair)) - place(min(pair)), 1), place(0)) for pair in ends
    ]


def _span(values: Iterable[float]) -> tuple[int, int]:
    """Whole tens that hold all values, at least twenty apart."""
    known = list(values)
    low = _SCALE_STEP * floor(min(known) / _SCALE_STEP)
    high = _SCALE_STEP * ceil(max(known) / _SCALE_STEP)
    if high - low < _LEAST_SPAN:
        low, high = low - _SCALE_STEP, high + _SCALE_STEP
    return low, high


def _step(low: int, high: int) -> int:
    return _SCALE_STEP if high - low <= 5 * _SCALE_STEP else 2 * _SCALE_STEP


def _linear(low: float, high: float, start: float, end: float) -> Callable[[float], float]:
    return lambda value: round(start + (value - low) / (high - low) * (end - start), 1)


def _tall(x: float, top: float, bottom: float) -> Box:
    return Box(x - 1, top, x + 1, bottom)


def _around(x: float, y: float, reach: float) -> Box:
    return Box(x - reach, y - reach, x + reach, y + reach)


def _letter(spot: Spot) -> float:
    return BOLD_LETTER if spot.is_marked else LETTER


def _size(spot: Spot, lines: Sequence[str]) -> tuple[float, float]:
    return max((len(line) for line in lines), default=0) * _letter(spot), len(lines) * LINE_HEIGHT


def _lines(spot: Spot, letters: int) -> list[str]:
    """The name in at most two lines, and what stands below it; a wider type holds fewer letters."""
    room = int(letters * LETTER / _letter(spot))
    name = wrap(spot.name, room, max_lines=_MOST_LINES, placeholder=" …")
    return [*name, spot.note] if spot.note else name


def _room(
    point: tuple[float, float],
    size: tuple[float, float],
    plot: Box,
    taken: Sequence[Box],
    ranges: Sequence[Box],
) -> Box | None:
    """The nearest free room for a label, rather beside the ranges of the ways than over them; None when all is taken."""
    boxes = [box for box in _candidates(point, *size, plot) if box.is_within(plot)]
    best, least = None, inf
    for box in sorted(boxes, key=lambda each: _distance(each, point)):
        if _distance(box, point) >= least:
            break
        cost = _distance(box, point) + _OVER_RANGE * sum(box.meets(other) for other in ranges)
        if cost < least and not any(box.meets(other) for other in taken):
            best, least = box, cost
    return best


def _beside_line(y: float, words: str, plot: Box, points: Sequence[Box], ranges: Sequence[Box]) -> Box:
    """The end of the line of staying, above or below it, that covers the fewest points and ranges."""
    width = len(words) * LETTER
    ends = product((plot.left + 4, plot.right - 4 - width), (y - LINE_HEIGHT - 2, y + 2))
    boxes = [Box(left, top, left + width, top + LINE_HEIGHT) for left, top in ends]
    inside = [box for box in boxes if box.is_within(plot)] or boxes
    return min(
        inside,
        key=lambda box: (
            sum(box.meets(point) for point in points),
            sum(box.meets(other) for other in ranges),
        ),
    )


def _candidates(point: tuple[float, float], width: float, height: float, plot: Box) -> list[Box]:
    """Right and left of the point first, then everywhere, from near to far."""
    x, y = point
    beside = [x + _GAP, x - _GAP - width, x - width / 2]
    columns = [plot.left, plot.right - width, (plot.left + plot.right - width) / 2]
    shifts = [step * _STEP for step in range(round((plot.bottom - plot.top) / _STEP))]
    rows = [y - height / 2 + sign * shift for shift in shifts for sign in (1, -1)]
    return [Box(left, top, left + width, top + height) for left, top in product([*beside, *columns], rows)]


def _distance(box: Box, point: tuple[float, float]) -> float:
    """From the point to the middle of the side of the box that faces it, a step aside counting as much as one up."""
    x, y = point
    across = max(box.left - x, x - box.right, 0.0)
    return across + abs((box.top + box.bottom) / 2 - y)


def _mark(
    spot: Spot, point: tuple[float, float], up: Callable[[float], float], lines: list[str], box: Box | None
) -> Mark:
    x, y = point
    return Mark(
        key=spot.key,
        x=x,
        y=y,
        top=up(spot.high),
        bottom=up(spot.low),
        lines=_set(lines, box, has_note=bool(spot.note)) if box else (),
        box=box,
        lead=_lead(point, box) if box and _distance(box, point) > _NEAR else "",
        is_marked=spot.is_marked,
    )


def _set(lines: Sequence[str], box: Box, *, has_note: bool) -> tuple[TextLine, ...]:
    last = len(lines) - 1
    return tuple(
        TextLine(
            round(box.left, 1),
            round(box.top + (place + 0.75) * LINE_HEIGHT, 1),
            words,
            has_note and place == last,
        )
        for place, words in enumerate(lines)
    )


def _lead(point: tuple[float, float], box: Box) -> str:
    """A thin line from the point to the nearest place of its label."""
    x, y = point
    end_x = min(max(x, box.left), box.right)
    end_y = min(max(y, box.top), box.bottom)
    return f"M{x} {y}L{round(end_x, 1)} {round(end_y, 1)}"
