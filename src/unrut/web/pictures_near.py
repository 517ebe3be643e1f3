"""The geometry of a map of near occupations: the one looked at in the middle, the others around it with their names."""

from collections.abc import Callable, Sequence
from dataclasses import dataclass, replace
from itertools import accumulate
from math import cos, pi, sin
from textwrap import wrap

from unrut.core.explore.occupations.near_map import MapPlace
from unrut.core.explore.occupations.reach import Verdict
from unrut.web.pictures_ways import LINE_HEIGHT, Box, TextLine

YOU, PLAIN = "you", "plain"
"""The look of the kind of work one has now, and of any while no distance is known; the other looks are those of verdicts."""

_SIZE, _GAP, _PAD = 6.0, 14.0, 6.0
_MOST_LINES, _BASE = 2, 0.75
# Wide: a column of names on each side, the circle between them. A name of the middle keeps within its own small circle.
_WIDTH, _COLUMN, _LETTERS = 640, 166, 23
_INNER, _OUTER, _MIDDLE = 76.0, 138.0, 56.0
_MIDDLE_LETTERS, _MIDDLE_LINES = 14, 3
# Phone: a row each from the nearest down to the farthest, its distance from left to right, names to the right of that.
_PHONE_WIDTH, _PHONE_LINE, _PHONE_TEXT, _PHONE_LETTERS, _PHONE_TOP = 358, 12.0, 118.0, 33, 58.0
_PHONE_INNER, _PHONE_OUTER, _PHONE_MIDDLE_LETTERS = 22.0, 82.0, 38


@dataclass(frozen=True, slots=True)
class NearSpot:
    """An occupation of the map: its name, what stands below it, how it is drawn, and its place."""

    code: str
    name: str
    note: str
    look: str
    place: MapPlace


@dataclass(frozen=True, slots=True)
class NearMark:
    """A spot as drawn: its shape and what of it is filled, the line to its name, the name, and the room one can touch."""

    spot: NearSpot
    x: float
    y: float
    path: str
    filled: str
    lead: str
    lines: tuple[TextLine, ...]
    anchor: str
    room: Box

    @property
    def label(self) -> str:
        """What it is called to somebody who hears it: the words that are seen."""
        return " ".join(line.words for line in self.lines)

    @property
    def room_width(self) -> float:
        """How wide the room is."""
        return round(self.room.right - self.room.left, 1)

    @property
    def room_height(self) -> float:
        """How high it is."""
        return round(self.room.bottom - self.room.top, 1)


@dataclass(frozen=True, slots=True)
class NearPicture:
    """The whole picture; rings say how far, on a phone a line does."""

    width: int
    height: int
    marks: tuple[NearMark, ...]
    middle: tuple[TextLine, ...]
    middle_x: float
    middle_y: float
    rings: tuple[float, ...]

    @property
    def middle_size(self) -> float:
        """The radius of the circle the middle is named in."""
        return _MIDDLE

    @property
    def line_end(self) -> float:
        """Where the line of a phone ends: at the farthest."""
        return max((mark.y for mark in self.marks), default=self.middle_y)


def near_picture(name: str, spots: Sequence[NearSpot]) -> NearPicture:
    """The map for a wide screen: right half and left half have their names beside them, from top to bottom."""
    sides = [[spot for spot in spots if _is_right(spot) is right] for right in (True, False)]
    heights = [sum(_height(spot, _LETTERS) + _GAP for spot in side) + _GAP for side in sides]
    height = max(*heights, 2 * (_OUTER + _GAP))
    x, y = _WIDTH / 2, height / 2
    marks = [mark for side in sides for mark in _beside(_downwards(side), height, (x, y))]
    return NearPicture(
        width=_WIDTH,
        height=round(height),
        marks=tuple(marks),
        middle=_centred(wrap(name, _MIDDLE_LETTERS, max_lines=_MIDDLE_LINES, placeholder=" …"), x, y),
        middle_x=x,
        middle_y=y,
        rings=(_INNER, (_INNER + _OUTER) / 2, _OUTER),
    )


def near_picture_phone(name: str, spots: Sequence[NearSpot]) -> NearPicture:
    """The same for a phone: the nearest on top, each as far from the line on the left as it is from the middle."""
    nearest_first = sorted(spots, key=lambda spot: (spot.place.away, spot.code))
    rooms = (_height(spot, _PHONE_LETTERS) + _GAP for spot in nearest_first)
    tops = list(accumulate(rooms, initial=_PHONE_TOP))
    marks = [_on_a_row(spot, top) for spot, top in zip(nearest_first, tops, strict=False)]
    named = wrap(name, _PHONE_MIDDLE_LETTERS, max_lines=_MOST_LINES, placeholder=" …")
    return NearPicture(
        width=_PHONE_WIDTH,
        height=round(tops[-1]),
        marks=tuple(marks),
        middle=_set(named, 2 * _PHONE_LINE + _PAD, 0.0, has_note=False),
        middle_x=_PHONE_LINE,
        middle_y=_BASE * LINE_HEIGHT,
        rings=(),
    )


def _on_a_row(spot: NearSpot, top: float) -> NearMark:
    away = _PHONE_LINE + _PHONE_INNER + spot.place.away * (_PHONE_OUTER - _PHONE_INNER)
    mark = _mark(spot, (away, _beside_first_line(top)), top, _PHONE_SIDE)
    return replace(mark, lead=f"M{_PHONE_LINE} {mark.y}H{mark.x}")


@dataclass(frozen=True, slots=True)
class _Side:
    """A column of names: where the words begin or end, on which side, and the room of each from left to right."""

    x: float
    anchor: str
    left: float
    right: float
    letters: int


_RIGHT = _Side(_WIDTH - _COLUMN + _PAD, "start", _WIDTH - _COLUMN, _WIDTH, _LETTERS)
_LEFT = _Side(_COLUMN - _PAD, "end", 0, _COLUMN, _LETTERS)
_PHONE_SIDE = _Side(_PHONE_TEXT, "start", 0, _PHONE_WIDTH, _PHONE_LETTERS)


def _is_right(spot: NearSpot) -> bool:
    return spot.place.turn % 1 < 1 / 2


def _point(spot: NearSpot, middle: tuple[float, float]) -> tuple[float, float]:
    away = _INNER + spot.place.away * (_OUTER - _INNER)
    angle = 2 * pi * spot.place.turn
    return round(middle[0] + away * sin(angle), 1), round(middle[1] - away * cos(angle), 1)


def _downwards(side: Sequence[NearSpot]) -> list[NearSpot]:
    """By the heights of their points, so that the lines to the names do not cross."""
    return sorted(side, key=lambda spot: (_point(spot, (0.0, 0.0))[1], spot.code))


def _beside(side: Sequence[NearSpot], height: float, middle: tuple[float, float]) -> list[NearMark]:
    """The names of a side spread evenly over the height."""
    sizes = [_height(spot, _LETTERS) for spot in side]
    gap = (height - sum(sizes)) / (len(side) + 1)
    tops = [gap + before for before in accumulate((size + gap for size in sizes), initial=0.0)]
    return [
        _mark(spot, _point(spot, middle), top, _RIGHT if _is_right(spot) else _LEFT)
        for spot, top in zip(side, tops, strict=False)
    ]


def _mark(spot: NearSpot, point: tuple[float, float], top: float, side: _Side) -> NearMark:
    x, y = round(point[0], 1), round(point[1], 1)
    words = _words(spot, side.letters)
    edge = side.right if side.anchor == "end" else side.left
    return NearMark(
        spot=spot,
        x=x,
        y=y,
        path=_square(x, y) if spot.look == YOU else _circle(x, y),
        filled=_FILLINGS[spot.look](x, y) if spot.look in _FILLINGS else "",
        lead=f"M{x} {y}L{edge} {_beside_first_line(top)}",
        lines=_set(words, side.x, top, has_note=bool(spot.note)),
        anchor=side.anchor,
        room=Box(side.left, top - _PAD, side.right, top + len(words) * LINE_HEIGHT + _PAD),
    )


def _beside_first_line(top: float) -> float:
    return round(top + LINE_HEIGHT / 2, 1)


def _words(spot: NearSpot, letters: int) -> list[str]:
    name = wrap(spot.name, letters, break_on_hyphens=False)
    return [*name, spot.note[:letters]] if spot.note else name


def _height(spot: NearSpot, letters: int) -> float:
    return float(len(_words(spot, letters)) * LINE_HEIGHT)


def _set(words: Sequence[str], x: float, top: float, *, has_note: bool) -> tuple[TextLine, ...]:
    last = len(words) - 1
    return tuple(
        TextLine(x, round(top + (place + _BASE) * LINE_HEIGHT, 1), line, has_note and place == last)
        for place, line in enumerate(words)
    )


def _centred(words: Sequence[str], x: float, y: float) -> tuple[TextLine, ...]:
    return _set(words, x, y - len(words) * LINE_HEIGHT / 2, has_note=False)


def _circle(x: float, y: float) -> str:
    return f"M{round(x - _SIZE, 1)} {y}a{_SIZE} {_SIZE} 0 1 0 {2 * _SIZE} 0a{_SIZE} {_SIZE} 0 1 0 -{2 * _SIZE} 0z"


def _half(x: float, y: float) -> str:
    return f"M{x} {round(y - _SIZE, 1)}a{_SIZE} {_SIZE} 0 0 0 0 {2 * _SIZE}z"


def _square(x: float, y: float) -> str:
    return f"M{round(x - _SIZE, 1)} {round(y - _SIZE, 1)}h{2 * _SIZE}v{2 * _SIZE}h-{2 * _SIZE}z"


# What is filled of a shape: all of what is within reach, half of a stretch, nothing of what is far.
_FILLINGS: dict[str, Callable[[float, float], str]] = {
    Verdict.REALISTIC: _circle,
    Verdict.STRETCH: _half,
    YOU: _square,
    PLAIN: _circle,
}
